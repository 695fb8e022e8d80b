"""Files that go for good: what they held is overwritten, as far as a disk lets one."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_PIECE = 1 << 20


def wipe(former: int) -> None:
    """Overwrite an open file that has lost its name and may hold readable answers.

    One with another name stays. It is no database then, for a program that was just about to
    write to it.
    """
    with suppress(OSError):
        found = os.fstat(former)
        if found.st_nlink:
            return
        for start in range(0, found.st_size, _PIECE):
            os.pwrite(former, bytes(min(_PIECE, found.st_size - start)), start)
        os.fsync(former)


def remove_wiped(path: Path) -> bool:
    """Remove a file and overwrite what it held; say whether it is gone."""
    with suppress(OSError):
        if os.name == "nt":  # There an open file keeps its name.
            path.unlink()
            return True
        held = os.open(path, os.O_RDWR)
        try:
            path.unlink()
            wipe(held)
        finally:
            os.close(held)
        return True
    return False
