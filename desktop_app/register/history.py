"""Undo and redo of one open case, in memory, across all steps of the form."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop_app.case.model import Case

LIMIT = 200
PAUSE = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a person did: what it is called, the path it touched, the case around it.

    `at` is when it was last added to: quick changes of one answer are one thing.
    """

    label: str
    path: str
    before: Case
    after: Case
    at: datetime


class Undo:
    """The way back, and the way forth again.

    A case is pushed after each change of an answer. Changes of the same path
    that follow one another within `pause` are taken back at once, as typing is.
    Of more than `limit` changes the oldest are forgotten.
    """

    def __init__(self, case: Case, limit: int = LIMIT, pause: timedelta = PAUSE) -> None:
        self._case = case
        self._pause = pause
        self._done: deque[Change] = deque(maxlen=limit)
        self._undone: list[Change] = []
        self._open = False

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return self._case

    @property
    def next_undo(self) -> Change | None:
        """The change that `undo` would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Change | None:
        """The change that `redo` would do again."""
        return self._undone[-1] if self._undone else None

    def push(self, case: Case, label: str, path: str, at: datetime) -> None:
        """Take `case` as what stands after a change of the answer at `path`.

        A case equal to the one that stands is no change. What had been taken
        back can't be done again after this.
        """
        if case == self._case:
            return
        before = self._case
        if self._continues(path, at):
            before = self._done.pop().before
        if case != before:
            self._done.append(Change(label, path, before, case, at))
        self._open = case != before
        self._undone.clear()
        self._case = case

    def settle(self) -> None:
        """Let the next change stand alone, however soon it comes (the person left the field)."""
        self._open = False

    def undo(self) -> Change | None:
        """Take the last change back and return it; None if there is none."""
        if not self._done:
            return None
        change = self._done.pop()
        self._undone.append(change)
        self._case, self._open = change.before, False
        return change

    def redo(self) -> Change | None:
        """Do again what was last taken back and return it; None if there is nothing."""
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(change)
        self._case, self._open = change.after, False
        return change

    def _continues(self, path: str, at: datetime) -> bool:
        """Say whether a change at this time goes on with the last one. Not if time went back."""
        last = self.next_undo
        return (
            self._open
            and last is not None
            and last.path == path
            and timedelta() <= at - last.at <= self._pause
        )
