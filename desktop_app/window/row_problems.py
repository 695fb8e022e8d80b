"""The summary above the page of a row: what is to be looked at, with a way to each."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop_app.interview.check import Problem
from desktop_app.russian.typography import tidy
from desktop_app.window.editors.parts import button, show_text, text_label
from desktop_app.window.editors.wrapped_link import WrappedLink
from desktop_app.window.flow_layout import FlowLayout
from desktop_app.window.theme import Theme


class RowProblems(QFrame):
    """`wanted` carries the path of a problem, `passed` says «дальше без этих ответов»."""

    wanted = Signal(str)
    passed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = text_label("label", "", self)
        self.links: list[QPushButton] = []
        self.go_on = button("plain", "Дальше, отвечу позже", self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[round(theme.sizes.gap)] * 4)
        self._column.setSpacing(round(theme.sizes.hair))
        self._column.addWidget(self.title)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(0)
        self._column.addLayout(self._middle)
        line = QWidget(self)
        FlowLayout(line, 0).addWidget(self.go_on)
        self._column.addWidget(line)
        self.go_on.clicked.connect(self.passed)
        self.hide()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show the problems of a page; none hides the summary."""
        for old in self.links:
            self._middle.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.links = []
        self.setVisible(bool(problems))
        stops = any(problem.kind != "risk" for problem in problems)
        title = tidy("Посмотрите, пожалуйста:" if stops else "Проверьте, всё ли верно:")
        show_text(self.title, title)
        self.setAccessibleName(" ".join([title, *(p.sentence for p in problems)]))
        self.setProperty("role", "bad" if stops else "care")
        self.style().unpolish(self)
        self.style().polish(self)
        for problem in problems:
            self._add(problem)

    def _add(self, problem: Problem) -> None:
        """Add the sentence as a link to its field."""
        link = WrappedLink(problem.sentence, self)
        link.setAccessibleDescription(problem.place.question.label)
        link.clicked.connect(partial(self._want, problem.path))
        self._middle.addWidget(link)
        self.links.append(link)

    def _want(self, path: str, _checked: bool = False) -> None:
        self.wanted.emit(path)
