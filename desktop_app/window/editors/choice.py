"""One answer of a few: a choice, yes or no, whether a thing is there at all."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.interview.entry import current_choice
from desktop_app.interview.form import choices_of
from desktop_app.interview.question import Choice, Question, ValueKind
from desktop_app.interview.told import said_unknown, value_of
from desktop_app.window.editors.base import Editor
from desktop_app.window.editors.parts import button, chain_tab_order, without_margins
from desktop_app.window.editors.radios import Radios
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session

UNKNOWN = "Не знаю"
_MAY_HAVE_NO_ANSWER = (ValueKind.choice, ValueKind.yes_no)


class ChoiceEditor(Editor):
    """Radio buttons. «Не знаю» is one of them; an answer that may be left out can be taken back."""

    offers_unknown = True

    def __init__(
        self, session: Session, question: Question, row: int | None, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(session, question, row, theme, parent)
        self.radios = Radios(theme, self)
        self.clear = button("link", "Убрать ответ", self)
        self._description = ""
        column = QVBoxLayout(self)
        without_margins(column, theme.sizes.hair)
        column.addWidget(self.radios)
        column.addWidget(self.clear)
        self.radios.offer(self.offered())
        self.radios.group.idClicked.connect(self._choose)
        self.clear.clicked.connect(self._take_back)

    @property
    def buddy(self) -> QWidget:
        """The radio button that is marked, else the first."""
        return (self.radios.marked() or self.radios.lines[0]).radio

    def controls(self) -> list[QWidget]:
        """Return the radio buttons, and the link that takes the answer back."""
        return [*(line.radio for line in self.radios.lines), self.clear]

    def offered(self) -> tuple[Choice, ...]:
        """Return what may be chosen."""
        choices = choices_of(self.question, self.session.case, self.row)
        if not self.question.unknown:
            return choices
        return (*choices, Choice(UNKNOWN, UNKNOWN, self.question.unknown))

    def refresh(self) -> None:
        """Show what is chosen."""
        if not self.is_there():
            return
        offered = self.offered()
        if offered != self.radios.choices:
            self.radios.offer(offered)
            self.describe(self._description)
            chain_tab_order(self.controls())
        marked = self._marked()
        self.radios.mark(marked)
        self.clear.setVisible(marked is not None and self._may_be_left_out())
        # Qt takes the radio buttons of a group together: the link comes after the marked one.
        QWidget.setTabOrder(self.buddy, self.clear)

    def describe(self, description: str) -> None:
        """Name the group by the label, each answer by its words."""
        self._description = description
        self.setAccessibleName(self.question.label)
        self.setAccessibleDescription(description)
        self.radios.setAccessibleName(self.question.label)
        for line in self.radios.lines:
            parts = (self.question.label, line.choice.meaning, description)
            line.radio.setAccessibleDescription(" ".join(part for part in parts if part))
        self.clear.setAccessibleDescription(self.question.label)

    def mark_problem(self, wrong: bool) -> None:
        """The sentence above says it: a red ring around one of the answers would point at it."""

    def _marked(self) -> int | None:
        case, choices = self.session.case, self.radios.choices
        if said_unknown(case, self.question, self.row):
            return len(choices) - 1
        current = current_choice(case, self.question, self.row)
        return next(
            (n for n, c in enumerate(choices) if current and c.value == current.value), None
        )

    def _may_be_left_out(self) -> bool:
        if self.question.needed or self.question.kind not in _MAY_HAVE_NO_ANSWER:
            return False
        return value_of(self.session.case, self.question, self.row) is not None

    def _choose(self, index: int) -> None:
        if not self.is_there():
            return
        choice = self.radios.choices[index]
        self.session.settle()
        if choice.value == UNKNOWN:
            self.session.say_unknown(self.question, self.row)
        else:
            self.session.choose(self.question, self.row, choice.value)
        self.edited.emit()

    def _take_back(self) -> None:
        self.focus_editor()
        self.session.settle()
        self.session.choose(self.question, self.row, None)
        self.edited.emit()
