"""What stands above every field: the label, the hint, and what is to be looked at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.interview.question import Question
from desktop_app.russian.typography import tidy
from desktop_app.window.editors.parts import (
    button,
    show_text,
    text_label,
    without_margins,
)
from desktop_app.window.look.announce import announce
from desktop_app.window.look.theme import Theme


class Heading(QWidget):
    """The label with a help button, the hint, the problem. `help_wanted` comes from the button."""

    help_wanted = Signal()

    def __init__(self, question: Question, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        optional = "" if question.needed else " (необязательно)"
        self.label = text_label("label", tidy(question.label + optional), self)
        self.hint = text_label("hint", question.hint, self)
        self.hint.setVisible(bool(question.hint))
        self.problem = text_label("problem", "", self)
        self.problem.hide()
        # F1 is the way of the keyboard: a stop of Tab before each field would tire.
        self.help = button("quiet", "?", self, question.help)
        self.help.setAccessibleName(tidy(f"Справка: {question.label}"))
        self.help.setToolTip(tidy("Зачем это и где найти (F1)"))
        self.help.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.help.setVisible(bool(question.help))
        self.help.clicked.connect(self.help_wanted)
        top = QHBoxLayout()
        without_margins(top, theme.sizes.near)
        top.addWidget(self.label, 1)
        top.addWidget(self.help, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        without_margins(column, theme.sizes.hair)
        column.addLayout(top)
        column.addWidget(self.hint)
        column.addWidget(self.problem)

    def show_problem(self, sentence: str | None) -> None:
        """Show what is to be looked at, and let a screen reader say it; None takes it away."""
        new = bool(sentence) and sentence != self.problem.text()
        show_text(self.problem, sentence or "")
        self.problem.setVisible(bool(sentence))
        if new:
            announce(self.problem)
