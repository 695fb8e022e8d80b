"""The check of one page on the way out: its summary, the words at its fields, what was mended."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.assessment.model import Finding
from desktop_app.interview.check import Problem
from desktop_app.window.editors.parts import chain_tab_order
from desktop_app.window.form.problem_summary import ProblemSummary
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session


class Page(Protocol):
    """What is checked: the questions shown, by path, and what Tab reaches among them."""

    @property
    def shown(self) -> Mapping[str, "Field"]:
        """The questions of the page."""

    def found(self) -> tuple[Problem, ...]:
        """Return what is to be looked at as the case stands."""

    def own_controls(self) -> list[QWidget]:
        """Return what Tab reaches below the summary, the way on first after the fields."""


class Field(Protocol):
    """A question on the page."""

    def show_problem(self, sentence: str | None, finding: Finding | None = None) -> None:
        """Show what is to be looked at; None takes it away."""

    def focus_editor(self) -> None:
        """Put the cursor there."""


class PageCheck(QObject):
    """`wanted` carries the path of a problem that is on another page, `passed` leaves the page."""

    wanted = Signal(str)
    passed = Signal()

    def __init__(self, page: Page, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._page, self._session = page, session
        self.summary = ProblemSummary(theme, parent)
        self.summary.wanted.connect(self._to)
        self.summary.accepted.connect(self._accept)
        self.summary.passed.connect(self.passed)
        session.changed.connect(self._changed)

    def leave(self) -> None:
        """Leave the page, or say what is to be looked at and go to the first.

        Who only reads the case mends nothing, and is not kept.
        """
        if self._session.reading:
            self.passed.emit()
            return
        self._session.settle()
        found = self._page.found()
        held = self.summary.holds(found)
        self._show_at_fields(found)
        if not held:
            self.passed.emit()
        elif self.summary.first() in self._page.shown:
            self._page.shown[self.summary.first()].focus_editor()
        else:
            # The answer is told in the form of a row: the person goes there knowing why.
            self.summary.links[0].setFocus()

    def tell(self, path: str) -> None:
        """Say what is wrong with the answer at `path`, to which the person has come for that."""
        if path not in self._page.shown or self._session.reading:
            return
        found = tuple(p for p in self._page.found() if p.path == path and p.kind != "missing")
        if found and not self.summary.problems:
            self.summary.show_problems(found)
            self._show_at_fields(found)

    def take_up(self, other: "PageCheck") -> None:
        """Say again what was said of this page in other colours or sizes."""
        shown = {problem.path for problem in other.summary.problems}
        self.summary.doubted |= other.summary.doubted
        found = tuple(problem for problem in self._page.found() if problem.path in shown)
        if found and not self._session.reading:
            self.summary.show_problems(found)
            self._show_at_fields(found)

    def clear(self) -> None:
        """Show no problems: another page stands here."""
        self.summary.show_problems(())

    def chain(self) -> None:
        """Let Tab go as one reads: the summary, the fields, the buttons."""
        chain_tab_order([*self.summary.controls(), *self._page.own_controls()])

    def _show_at_fields(self, found: tuple[Problem, ...]) -> None:
        first = {problem.path: problem for problem in reversed(found)}
        for path, field in self._page.shown.items():
            problem = first.get(path)
            finding = problem.finding if problem and problem.kind == "risk" else None
            field.show_problem(problem.sentence if problem else None, finding)
        self.chain()

    def _to(self, path: str) -> None:
        if path in self._page.shown:
            self._page.shown[path].focus_editor()
        else:
            self.wanted.emit(path)

    def _accept(self, problem: Problem) -> None:
        if problem.finding is not None:
            self._session.accept_risk(problem.finding)
        # The button that was pressed goes away with its line: not within its own signal.
        QTimer.singleShot(0, self, self._look_on)

    def _look_on(self) -> None:
        self._drop_mended()
        controls = [*self.summary.links, *self._page.own_controls()]
        if controls:
            controls[0].setFocus()

    def _changed(self, _path: str) -> None:
        if self.summary.problems:
            QTimer.singleShot(0, self, self._drop_mended)

    def _drop_mended(self) -> None:
        """Take out of the summary, and away from its field, what has been mended meanwhile."""
        if not self.summary.problems:
            return
        now = {problem.path: problem for problem in reversed(self._page.found())}
        for path in self.summary.bring_up_to_date(now):
            if path in self._page.shown:
                self._page.shown[path].show_problem(None)
