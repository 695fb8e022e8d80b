"""Which system libraries Qt still needs on this machine, and the command that installs them.

PySide6 brings Qt itself; on Debian and Ubuntu a few libraries of the system
are not there on a fresh machine. Qt would end with an English line or abort,
so they are looked for first. Standard library only: it runs before Qt.
"""

import ctypes
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""What QtGui links to, even without a display: library → Debian package."""

X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What a window on an X server needs besides."""


def missing_packages(window: bool) -> list[str]:
    """Return the Debian packages whose libraries are not there; none outside Linux."""
    if not sys.platform.startswith("linux"):
        return []
    needed = DRAWING | X11 if window else DRAWING
    return [package for library, package in needed.items() if not _loads(library)]


def platforms(folders: Iterable[str]) -> set[str]:
    """Return the kinds of display for which a part of Qt lies in `folders`, those of its plugins.

    Qt aborts the whole program where it is told to take one that is not there.
    """
    found: set[str] = set()
    for folder in folders:
        for place in (Path(folder, "platforms"), Path(folder)):
            if place.is_dir():
                names = (one.name.split(".")[0].removeprefix("lib") for one in place.iterdir())
                found |= {name.removeprefix("q") for name in names if name.startswith("q")}
    return found


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let Ctrl+C wait while PySide6 is loaded: there it would end the process with a dump."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def install_command(packages: list[str]) -> str:
    """Return the exact command that installs `packages`."""
    return f"sudo apt-get update && sudo apt-get install -y {' '.join(packages)}"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
