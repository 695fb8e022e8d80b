"""What happens when the program errs: one dialog, a report to copy, no answers in it.

The text of an exception and the local variables may hold what a person told, so
neither is shown, printed or kept. Of Qt's own messages only the number is kept,
by category.
"""

import contextlib
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtWidgets import QWidget

from desktop_app import __version__
from desktop_app.errors import UserError

if TYPE_CHECKING:
    from desktop_app.window.error_dialog import ErrorDialog

_PACKAGE = Path(__file__).resolve().parent.parent
_MOST_FRAMES = 40
_QUIET_SECONDS = 2.0
_qt_messages: Counter[str] = Counter()
_hook: "ErrorHook | None" = None


def install(parent_getter: Callable[[], QWidget | None]) -> None:
    """Show errors from now on, over the window that `parent_getter` returns then."""
    global _hook
    _hook = ErrorHook(parent_getter)
    sys.excepthook = _hook.caught
    qInstallMessageHandler(_count_message)


def uninstall() -> None:
    """Take the hook out again, as tests need it."""
    global _hook
    sys.excepthook = sys.__excepthook__
    qInstallMessageHandler(None)
    _hook = None


def report_of(error: BaseException) -> str:
    """Return what a developer needs: versions, the kinds of error, our own lines of code."""
    import platform

    lines = [
        f"Претензия {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"PySide6 {pyside_version}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    ]
    if _qt_messages:
        counted = ", ".join(f"{name}: {number}" for name, number in sorted(_qt_messages.items()))
        lines.append(f"Сообщения Qt — {counted}")
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines += ["", _kind(cause), *_frames(cause.__traceback__)]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\n".join(lines)


def _kind(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _frames(trace: TracebackType | None) -> list[str]:
    """Return the lines inside the package, outermost first; of others not even the name."""
    frames = []
    for frame, number in traceback.walk_tb(trace):
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(_PACKAGE):
            name = path.relative_to(_PACKAGE.parent).as_posix()
            frames.append(f"  {name}:{number} {frame.f_code.co_qualname}")
    return frames[-_MOST_FRAMES:]


def _count_message(kind: QtMsgType, context: QMessageLogContext, _text: str) -> None:
    """Count a message of Qt; its text may hold a path or an answer and goes nowhere."""
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        _qt_messages[context.category or "default"] += 1


class ErrorHook(QObject):
    """Takes every exception nobody caught, on whichever thread, and shows one at a time."""

    _came = Signal(object)

    def __init__(self, parent_getter: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self._parent_getter = parent_getter
        self._dialog: ErrorDialog | None = None
        self._last: tuple[str, str] = ("", "")
        self._closed_at = 0.0
        # Queued: the error may come from the midst of painting, or from another thread.
        self._came.connect(self._show, Qt.ConnectionType.QueuedConnection)

    @property
    def dialog(self) -> "ErrorDialog | None":
        """The dialog that is open now."""
        return self._dialog

    def caught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Stand in for `sys.excepthook`; it never raises."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        try:
            self._came.emit((report_of(error), str(error) if isinstance(error, UserError) else ""))
        except Exception as second:
            self._print(f"{_kind(error)}, then {_kind(second)}")

    def _show(self, came: tuple[str, str]) -> None:
        """Show the dialog, unless one is open or this very error was closed a moment ago."""
        report, said = came
        self._print(report)
        again = came == self._last and monotonic() - self._closed_at < _QUIET_SECONDS
        if self._dialog is not None or again:
            return
        try:
            from desktop_app.window.error_dialog import ErrorDialog

            parent = self._parent_getter()
            sizes = getattr(parent, "sizes", None)
            self._dialog = ErrorDialog(parent, report, said, sizes)
            self._last = came
            self._dialog.finished.connect(self._closed)
            self._dialog.open()
        except Exception as second:
            self._dialog = None
            self._print(_kind(second))

    def _closed(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog, self._closed_at = None, monotonic()

    def _print(self, report: str) -> None:
        """Tell a developer at a terminal; a window without a terminal has no such stream."""
        with contextlib.suppress(Exception):
            print(report, file=sys.__stderr__)
