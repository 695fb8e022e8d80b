"""The copy of the day, made by itself in steps between which keys are answered."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.clock import now
from desktop_app.errors import UserError
from desktop_app.register.faults import BusyError, DamagedError, MovedError
from desktop_app.register.register import Register

if TYPE_CHECKING:
    from desktop_app.register.backup import Copying

# After the first painting and the loading that follows it; then for a window open over midnight,
# and for a copy that failed: it is tried again, and told once a day.
FIRST_MS, AGAIN_MS = 3000, 600_000
_STEP_MS = 10


class DailyCopy(QObject):
    """Lives as long as its parent; `stop` leaves nothing half-made.

    `damaged` and `failed` tell with a sentence, each once a day, why there is no copy; a file
    that is only held for the moment is no matter for anybody.
    """

    damaged = Signal(str)
    failed = Signal(str)
    made = Signal()

    def __init__(self, register: Register, parent: QObject, first_ms: int = FIRST_MS) -> None:
        super().__init__(parent)
        self._register = register
        self._copying: Copying | None = None
        self._day = now().date()
        self._told: tuple[type[UserError], date] | None = None
        self._look = QTimer(self, singleShot=True, interval=first_ms)
        self._look.timeout.connect(self._begin)
        self._next = QTimer(self, interval=_STEP_MS)
        self._next.timeout.connect(self._step)
        self._look.start()

    def stop(self) -> None:
        """End: the register is going to be closed."""
        self._look.stop()
        self._end()

    def _begin(self) -> None:
        from desktop_app.register import copies

        day = self._day = now().date()
        self._look.start(AGAIN_MS)
        try:
            if copies.is_due(self._register, day):
                self._copying = copies.begin_daily(self._register, day)
                self._next.start()
        except UserError as error:
            self._fail(error)

    def _step(self) -> None:
        from desktop_app.register import copies

        try:
            if self._copying is not None and self._copying.step():
                self._end()
                copies.tidy(self._register, self._day)
                self.made.emit()
        except UserError as error:
            self._fail(error)

    def _fail(self, error: UserError) -> None:
        self._end()
        now_told = type(error), now().date()
        if isinstance(error, BusyError | MovedError) or now_told == self._told:
            return
        self._told = now_told
        (self.damaged if isinstance(error, DamagedError) else self.failed).emit(str(error))

    def _end(self) -> None:
        self._next.stop()
        if self._copying is not None:
            self._copying.abandon()
        self._copying = None
