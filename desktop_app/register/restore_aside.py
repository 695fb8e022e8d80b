"""A register that makes room for a copy without being opened: it gets a second name and keeps its
bytes and its journal."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from desktop_app.register.faults import busy
from desktop_app.register.header import is_unfinished, journal_of

# Where SQLite's locks lie in every file: sqlite.org/fileformat2.html, "The Lock-Byte Page".
_LOCK_AT, _LOCK_BYTES = 1 << 30, 512


def refuse_held(path: Path) -> None:
    """Raise UserError where another program is using a file that may be no database at all."""
    import apsw

    if not path.exists():
        return
    if is_unfinished(path):
        # SQLite would take the change back first, perhaps without the key that it needs.
        _refuse_locked(path)
        return
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except (apsw.BusyError, apsw.LockedError) as error:
        raise busy() from error
    except apsw.Error:
        return
    finally:
        connection.close()


def _refuse_locked(path: Path) -> None:
    """Raise UserError where SQLite's lock is held. Windows moves no file that is open anyway."""
    if sys.platform == "win32":
        return
    import fcntl

    with path.open("rb+") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCK_BYTES, _LOCK_AT)
        except BlockingIOError as error:
            raise busy() from error


def set_aside(path: Path, kept: Path) -> None:
    """Give the file a second name, and its journal that name alone: it belongs to no other.

    A journal without its file, too: SQLite would play it into what takes the place.
    """
    there, journal = path.exists(), journal_of(path)
    if not there and not is_unfinished(path):
        return
    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if there:
        _second_name(path, kept)
    try:
        if journal.exists():
            journal.replace(journal_of(kept))
    except OSError:
        kept.unlink(missing_ok=True)
        raise


def bring_back(path: Path, kept: Path) -> None:
    """Undo `set_aside` where nothing has taken the place of the file."""
    with suppress(OSError):
        if journal_of(kept).exists():
            journal_of(kept).replace(journal_of(path))
        kept.unlink(missing_ok=True)


def _second_name(path: Path, kept: Path) -> None:
    try:
        os.link(path, kept)
    except FileExistsError:
        raise
    except OSError:
        shutil.copy2(path, kept)  # A stick without links.
