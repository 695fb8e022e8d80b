"""A view that follows the case: while it is seen at once, else when it is seen next."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session
from desktop_app.window.views.parts import Part, Parts


class FollowingView(QWidget):
    """What the views of reading share. `question_wanted` tells the path to go to.

    `is_whole` says whether all parts have been made.
    """

    question_wanted = Signal(str)
    at_once = 100
    """How many parts are made at once; a view of many parts makes them in turns."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme, self.sizes = session, theme, theme.sizes
        self._parts = Parts(self.sizes)
        self._stale, self.is_whole = False, False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._parts)
        layout.addStretch(1)
        session.changed.connect(self._changed)
        self._count = 0
        # Not `singleShot`: where the view is left before it comes, it would hold all of the case.
        self._turns = QTimer(self, singleShot=True)
        self._turns.timeout.connect(self._go_on)
        self._go_on()

    def parts(self) -> Iterator[Part]:
        """Yield the parts of the view as the case stands."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Bring the view to the case as it stands."""
        self._stale, self.is_whole = False, True
        self._parts.show_parts(self.parts())

    def _go_on(self) -> None:
        """Show the first parts, the others a few at a time, so that no key waits for all."""
        if self.is_whole:
            return
        self._count += self.at_once
        parts = tuple(self.parts())
        self._parts.show_parts(parts[: self._count])
        self.is_whole = self._count >= len(parts)
        if not self.is_whole:
            self._turns.start(0)

    def ask(self, path: str) -> None:
        """Say that the person wants to go to the question of `path`."""
        self.question_wanted.emit(path)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the view was not seen."""
        if self._stale:
            self.refresh()
        super().showEvent(event)

    def _changed(self, _path: str) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
