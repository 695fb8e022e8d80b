"""The summary above a page: what is to be looked at, with a way to each, and the way past it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop_app.interview.check import Problem
from desktop_app.interview.obstacles import STOPPING
from desktop_app.interview.rows import row_name
from desktop_app.russian.typography import tidy
from desktop_app.window.editors.parts import button, show_text, text_label
from desktop_app.window.look.announce import announce
from desktop_app.window.look.flow_layout import FlowLayout
from desktop_app.window.look.theme import Theme
from desktop_app.window.look.wrapped_link import WrappedLink

_LATER = tidy("Ответы сохранены; вопрос останется отмеченным.")


class ProblemSummary(QFrame):
    """`wanted` carries the path of a problem, `accepted` the risk that is all right.

    `passed` says «дальше без этих ответов».
    """

    wanted = Signal(str)
    accepted = Signal(object)
    passed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.doubted: set[str] = set()
        self.problems: tuple[Problem, ...] = ()
        self.title = text_label("label", "", self)
        self.links: list[QPushButton] = []
        self.agreements: list[QPushButton] = []
        self.go_on = button("plain", "Дальше, отвечу позже", self, _LATER)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[round(theme.sizes.gap)] * 4)
        self._column.setSpacing(round(theme.sizes.hair))
        self._column.addWidget(self.title)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(0)
        self._column.addLayout(self._middle)
        self._way_on = QWidget(self)
        FlowLayout(self._way_on, 0).addWidget(self.go_on)
        self._column.addWidget(self._way_on)
        self.go_on.clicked.connect(self.passed)
        self.hide()

    def holds(self, problems: tuple[Problem, ...]) -> bool:
        """Show the problems of a page that one wants to leave; say whether they keep one here.

        A doubt does so once: who goes on all the same has seen it. So does a fact that no answer
        of this page mends.
        """
        stopping = any(_is_wrong(problem) for problem in problems)
        doubts = {p.sentence for p in problems if not _is_wrong(p)} - self.doubted
        self.doubted |= doubts
        self.show_problems(problems)
        if problems:
            announce(self)
        return stopping or bool(doubts)

    def first(self) -> str:
        """Return the path that the person is to look at first."""
        wrong = (problem for problem in self.problems if _is_wrong(problem))
        return next(wrong, self.problems[0]).path

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show the problems; none hides the summary."""
        self.problems = problems
        self._clear()
        self.setVisible(bool(problems))
        stops = any(_is_wrong(problem) for problem in problems)
        title = tidy("Посмотрите, пожалуйста:" if stops else "Проверьте, всё ли верно:")
        show_text(self.title, title)
        self.setAccessibleName(" ".join([title, *(p.sentence for p in problems)]))
        self._way_on.setVisible(stops)
        self.setProperty("role", "bad" if stops else "care")
        self.style().unpolish(self)
        self.style().polish(self)
        for problem in problems:
            self._add(problem)

    def bring_up_to_date(self, now: Mapping[str, Problem]) -> tuple[str, ...]:
        """Take away what has been mended, and say what is wrong now; return the mended paths."""
        mended = tuple(p.path for p in self.problems if p.path not in now)
        kept = tuple(now[p.path] for p in self.problems if p.path in now)
        if kept != self.problems:
            self.show_problems(kept)
        return mended

    def controls(self) -> list[QWidget]:
        """Return what Tab reaches, in the order of reading."""
        return [*self.links, *self.agreements, self.go_on]

    def _clear(self) -> None:
        for old in (*self.links, *self.agreements):
            self._middle.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.links, self.agreements = [], []

    def _add(self, problem: Problem) -> None:
        """Add the sentence as a link to its field; a risk can be said to be all right."""
        row = row_name(problem.place)
        link = WrappedLink(f"{row}. {problem.sentence}" if row else problem.sentence, self)
        link.setAccessibleDescription(problem.place.question.label)
        link.clicked.connect(partial(self._want, problem.path))
        self._middle.addWidget(link)
        self.links.append(link)
        if problem.kind == "risk" and problem.finding is not None:
            agree = button("plain", "Всё верно", self, problem.place.question.label)
            agree.setAccessibleName(f"Всё верно: {problem.sentence}")
            agree.clicked.connect(partial(self._accept, problem))
            self._middle.addWidget(agree)
            self.agreements.append(agree)

    def _want(self, path: str, _checked: bool = False) -> None:
        self.wanted.emit(path)

    def _accept(self, problem: Problem, _checked: bool = False) -> None:
        self.accepted.emit(problem)


def _is_wrong(problem: Problem) -> bool:
    """Whether the page is not right as it stands: not for a doubt, nor for what it can't mend."""
    mended = problem.finding is None or problem.finding.code not in STOPPING
    return problem.kind != "risk" and mended
