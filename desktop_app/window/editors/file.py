"""A file of the person's: chosen in the system's dialog, shown by its name."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop_app.interview.question import Question
from desktop_app.window.editors.base import Editor
from desktop_app.window.editors.parts import button, show_text, text_label, without_margins
from desktop_app.window.look.flow_layout import FlowLayout
from desktop_app.window.look.theme import Theme
from desktop_app.window.look.tips import set_tip
from desktop_app.window.opened import kept_files
from desktop_app.window.opened.session import Session

_KINDS = "Снимки и сканы (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.webp);;Все файлы (*)"


class FileEditor(Editor):
    """A button that chooses a file, its name, a button that takes it out of the case."""

    def __init__(
        self, session: Session, question: Question, row: int | None, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(session, question, row, theme, parent)
        self.name = text_label("text", "", self)
        self.choose = button("plain", "Выбрать файл…", self)
        self.remove = button("plain", "Убрать файл", self)
        column = QVBoxLayout(self)
        without_margins(column, theme.sizes.near)
        column.addWidget(self.name)
        buttons = QWidget(self)
        line = FlowLayout(buttons, theme.sizes.near)
        line.addWidget(self.choose)
        line.addWidget(self.remove)
        column.addWidget(buttons)
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)

    def controls(self) -> list[QWidget]:
        """Return the two buttons."""
        return [self.choose, self.remove]

    def describe(self, description: str) -> None:
        """Name the buttons by what they do, and for which question."""
        self.setAccessibleName(self.question.label)
        for control in (self.choose, self.remove):
            control.setAccessibleDescription(f"{self.question.label} {description}")

    def refresh(self) -> None:
        """Show the name of the file, and what must be known of it if it is not kept."""
        if not self.is_there():
            return
        path = self.text_in_case()
        self.name.setVisible(bool(path))
        self.remove.setVisible(bool(path))
        set_tip(self.name, path)
        show_text(self.name, self._named(path))

    def _choose(self) -> None:
        start = str(Path(self.text_in_case()).parent)
        path, _ = QFileDialog.getOpenFileName(self, self.question.label, start, _KINDS)
        if path and self.is_there():
            self.session.settle()
            kept_files.choose(self.session, self.question, self.row, path)
            self.edited.emit()

    def _remove(self) -> None:
        self.choose.setFocus()
        self.session.settle()
        self.session.type(self.question, self.row, "")
        self.edited.emit()

    def _named(self, path: str) -> str:
        note = kept_files.note(self.session, path) if path else ""
        return f"{Path(path).name}. {note}" if note else Path(path).name
