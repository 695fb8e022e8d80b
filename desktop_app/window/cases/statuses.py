"""Keeping what the list of cases shows up to date, in small steps, while nothing else is done."""

import sys
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.clock import now
from desktop_app.errors import UserError
from desktop_app.register.register import Register
from desktop_app.window import dialogs
from desktop_app.window.opened.holds import holds_of

# A step takes some ten milliseconds: a key pressed meanwhile is not kept waiting.
_STEP = 4
_SOON_MS, _LOOK_MS = 150, 60_000
# Showing the list anew costs more than a step.
_TELL_MS = 1500
_NEEDED = "desktop_app.advice.digest"
"""What a digest needs is loaded by `preload`: not here, where it would hold up the window."""


class Watching(QObject):
    """Brings statuses, days and words for the search up to date; `moved` when some are new.

    It goes on by itself when a new day begins. `is_behind`: some are still those of before.
    """

    moved = Signal()

    def __init__(self, register: Register, page: QWidget) -> None:
        super().__init__(page)
        self._register, self._page = register, page
        self._done_for: date | None = None
        self.is_behind = False
        self._told = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)
        self._timer.start(_SOON_MS)

    def catch_up(self) -> None:
        """Bring up to date what a few steps can, at once; the rest follows."""
        if _NEEDED in sys.modules:
            self._bring(5 * _STEP)
        self._timer.start(_SOON_MS)

    def _step(self) -> None:
        if self._page.isVisible():
            self._tell_news()
        # A page that is not seen rests: its register may be closed by now.
        if _NEEDED not in sys.modules or not self._page.isVisible():
            self._timer.start(_SOON_MS)
        elif self._bring(_STEP):
            self.is_behind = True
            if not self._told.isValid() or self._told.elapsed() > _TELL_MS:
                self._told.start()
                self.moved.emit()
            self._timer.start(0)
        else:
            is_news = self.is_behind or self._done_for != now().date()
            self.is_behind, self._done_for = False, now().date()
            self._timer.start(_LOOK_MS)
            if is_news:
                self.moved.emit()

    def _tell_news(self) -> None:
        """Tell once what of the register is damaged or lost."""
        from desktop_app.register.salvage import told_once

        told = told_once(self._register)
        if told:
            dialogs.tell(self._page, "Хранилище дел повреждено", told)

    def _bring(self, most: int) -> bool:
        """Do one step and say whether there is more; a register that can't be written waits."""
        from desktop_app.digests import bring_up_to_date

        with suppress(UserError):
            holds_of(self._register).require()
            return bring_up_to_date(self._register, now().date(), most)
        return False
