"""The tolerant line: text, e-mail, phone, digits, serial numbers, sums, per cents, counts."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.interview.question import Question, ValueKind
from desktop_app.window.editors.field import Field
from desktop_app.window.editors.parts import without_margins
from desktop_app.window.editors.typed import TypedEditor
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session

_LETTERS = {
    ValueKind.day: 20,
    ValueKind.money: 16,
    ValueKind.percent: 10,
    ValueKind.whole: 10,
    ValueKind.phone: 22,
    ValueKind.digits: 26,
    ValueKind.serial: 26,
}
"""How wide a field is, in letters: its width says what is expected."""


class LineEditor(TypedEditor):
    """One line. Each key press is read; the usual form is shown when the field is left."""

    def __init__(
        self, session: Session, question: Question, row: int | None, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(session, question, row, theme, parent)
        self.field = Field(self)
        letters = _LETTERS.get(question.kind)
        if letters is not None:
            self.field.room = round(letters * theme.sizes.text * 0.7)
            self.field.setMaximumWidth(self.field.room)
        self.arrange(letters is not None)
        self.field.textEdited.connect(self.tell)
        self.field.left.connect(self.settle)
        self.field.returnPressed.connect(self.settle)

    def arrange(self, short: bool) -> None:
        """Put the field into the column; a short one stands at its left."""
        line = QHBoxLayout(self)
        without_margins(line, self.theme.sizes.near)
        line.addWidget(self.field, 1)
        if short:
            line.addStretch(0)

    def controls(self) -> list[QWidget]:
        """Return the field."""
        return [self.field]

    def written(self) -> str:
        """Return what stands in the field."""
        return self.field.text()

    def write(self, text: str) -> None:
        """Put text into the field."""
        self.field.setText(text)
