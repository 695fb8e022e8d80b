"""Who is at work on a draft: a small file beside it, held as long as the program lives.

SQLite's own locks don't tell: nobody has them between two steps, and whoever closes a file of his
own program lets go of them all.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

_LOCK = ".lock"
_held: dict[Path, int] = {}


def lock_of(draft: Path) -> Path:
    """Return the file that is held while `draft` is being made."""
    return draft.with_suffix(_LOCK)


def hold(draft: Path) -> bool:
    """Hold a draft that is to be made; False where another program swept at this very moment."""
    place = lock_of(draft)
    held = os.open(place, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    if _is_free(held) is not False and place.exists():
        _held[draft] = held
        return True
    os.close(held)
    return False


def let_go(draft: Path) -> None:
    """Let go of a draft that has got its name or is gone. A second call does nothing."""
    held = _held.pop(draft, None)
    if held is None:
        return
    if sys.platform == "win32":  # There nobody removes an open file.
        os.close(held)
    with suppress(OSError):
        lock_of(draft).unlink()
    if sys.platform != "win32":
        os.close(held)


def is_held(draft: Path) -> bool | None:
    """Say whether somebody is at work on a draft, None where there is nothing to tell it by.

    What a killed program held is gone afterwards.
    """
    if draft in _held:
        return True
    place = lock_of(draft)
    if sys.platform == "win32":  # There nobody removes what another program has open.
        try:
            place.unlink()
        except FileNotFoundError:
            return None
        except OSError:
            return True
        return False
    try:
        found = os.open(place, os.O_RDWR)
    except FileNotFoundError:
        return None
    except OSError:
        return True
    try:
        free = _is_free(found)
        if free:
            place.unlink(missing_ok=True)
        return None if free is None else not free
    finally:
        os.close(found)


def _is_free(opened: int) -> bool | None:
    """Take the lock if nobody has it; None on a disk without such locks."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        # Not SQLite's kind of lock: this one belongs to the opened file, not to the program.
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True
