"""What every editor is: one answer of the session, shown and changed by one kind of control."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.case.edit import value_at
from desktop_app.interview import entry
from desktop_app.interview.question import Question
from desktop_app.window.editors.parts import mark_problem
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session


class Editor(QWidget):
    """The control of one question. It holds no answer: it tells the session and asks it.

    `edited` comes after the person changed the answer, `left` when a field of text is left.
    """

    edited = Signal()
    left = Signal()
    offers_unknown = False
    """Whether «не знаю» is among what the editor itself offers."""

    def __init__(
        self, session: Session, question: Question, row: int | None, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.question = question
        self.row = row
        self.theme = theme

    @property
    def buddy(self) -> QWidget:
        """The control that the label belongs to and that takes the focus."""
        return self.controls()[0]

    @property
    def typing(self) -> bool:
        """Whether the person is in the middle of typing: what is not readable yet may become so."""
        return False

    def controls(self) -> list[QWidget]:
        """Return the controls in the order of reading."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the answer as the session has it."""
        raise NotImplementedError

    def describe(self, description: str) -> None:
        """Name the controls for a screen reader: the label, and what stands around the field."""
        self.setAccessibleName(self.question.label)
        for control in self.controls():
            control.setAccessibleName(self.question.label)
            control.setAccessibleDescription(description)

    def mark_problem(self, wrong: bool) -> None:
        """Show at the field itself that something is to be looked at."""
        mark_problem(self.buddy, wrong)

    def focus_editor(self) -> None:
        """Put the cursor into the field."""
        self.buddy.setFocus()

    def is_there(self) -> bool:
        """Whether the row of the answer is still in the case."""
        if self.row is None:
            return True
        rows = value_at(self.session.case, self.question.path.split("[]")[0])
        return self.row < len(rows or ())

    def text_in_case(self) -> str:
        """Return the text that the field is to show: the answer, or what could not be read."""
        return entry.editable(self.session.case, self.question, self.row)
