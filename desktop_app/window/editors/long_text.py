"""Text of several lines: the field grows with it up to a limit, then it scrolls."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.interview.question import Question
from desktop_app.window.editors.field import asks_undo
from desktop_app.window.editors.parts import without_margins
from desktop_app.window.editors.typed import TypedEditor
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session

LEAST_LINES, MOST_LINES = 3, 10


class TextField(QPlainTextEdit):
    """A field as high as its text; Tab leaves it."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def event(self, event: QEvent) -> bool:
        """Let the shortcuts of undo pass to the window."""
        if asks_undo(event):
            event.ignore()
            return False
        return bool(super().event(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._grow()

    def _grow(self) -> None:
        lines = min(max(round(self.document().size().height()), LEAST_LINES), MOST_LINES)
        # Before the first layout the viewport is still larger than the field.
        edge = max(self.height() - self.viewport().height(), 2 * self.frameWidth())
        around = edge + 2 * self.document().documentMargin()
        height = round(lines * self.fontMetrics().lineSpacing() + around)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)


class LongTextEditor(TypedEditor):
    """The field of several lines."""

    def __init__(
        self, session: Session, question: Question, row: int | None, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(session, question, row, theme, parent)
        self.field = TextField(self)
        self._showing = False
        column = QVBoxLayout(self)
        without_margins(column, theme.sizes.near)
        column.addWidget(self.field)
        self.field.textChanged.connect(self._changed)
        self.field.left.connect(self.settle)

    def controls(self) -> list[QWidget]:
        """Return the field."""
        return [self.field]

    def written(self) -> str:
        """Return what stands in the field."""
        return self.field.toPlainText()

    def write(self, text: str) -> None:
        """Put text into the field."""
        self._showing = True
        self.field.setPlainText(text)
        self._showing = False

    def _changed(self) -> None:
        if not self._showing:
            self.tell()
