"""Ctrl+C in the terminal and the system's wish that the program end: the window closes as by hand.

Else Qt would not let Python hear of Ctrl+C before the next key, and then with an English traceback.
"""

import os
import signal
from types import FrameType
from typing import Self

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

INTERRUPTED = 130
_ENDS = (signal.SIGINT, signal.SIGTERM)


class Ending(QObject):
    """Listens between `with` and its end; `code` is the exit code of a program that is ended so."""

    def __init__(self) -> None:
        super().__init__()
        self.code = 0
        self._pipe: tuple[int, ...] = ()

    def __enter__(self) -> Self:
        self._before = [signal.getsignal(one) for one in _ENDS]
        if os.name == "nt":
            # There Qt can't wait for a pipe. All that was typed is kept, so the end may be hard.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            return self
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        self._woken = signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._close)
        for one in _ENDS:
            signal.signal(one, self._note)
        return self

    def __exit__(self, *_: object) -> None:
        for one, before in zip(_ENDS, self._before, strict=True):
            signal.signal(one, before)
        if self._pipe:
            self._notifier.setEnabled(False)
            signal.set_wakeup_fd(self._woken)
            for end in self._pipe:
                os.close(end)

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self.code = INTERRUPTED if number == signal.SIGINT else 0

    def _close(self) -> None:
        os.read(self._pipe[0], 100)
        QApplication.closeAllWindows()
