"""The letter in a window of its own, where it does not fit beside the form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session
from desktop_app.window.preview.pane import LetterPane


class LetterWindow(QDialog):
    """Follows the answers as the letter beside the form does; Esc closes it."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Письмо — Претензия")
        self.pane = LetterPane(session, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        self.resize(round(parent.width() * 0.7), round(parent.height() * 0.95))
        session.destroyed.connect(self.close)
