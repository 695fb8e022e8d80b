"""A text field that says when it is left and leaves undo to the whole form."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


def asks_undo(event: QEvent) -> bool:
    """Whether the event asks if the field itself wants Ctrl+Z or Ctrl+Y.

    It does not: taking back goes across all fields, as one list of changes.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(
        QKeySequence.StandardKey.Redo
    )


def asks_help(event: QEvent) -> bool:
    """Whether the event is F1, or the question who wants it: a question does, not the window."""
    kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    if event.type() not in kinds or not isinstance(event, QKeyEvent):
        return False
    return event.key() == Qt.Key.Key_F1


class Field(QLineEdit):
    """A line; `left` comes when the focus goes elsewhere."""

    left = Signal()
    room = 0
    """The width that the field asks for, in pixels; 0 for Qt's own."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.room, hint.height()) if self.room else hint

    def event(self, event: QEvent) -> bool:
        """Let the shortcuts of undo pass to the window."""
        if asks_undo(event):
            event.ignore()
            return False
        return bool(super().event(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
