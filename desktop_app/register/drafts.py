"""Unfinished files beside a register: whole copies on their way to a name, and what is left of
them when the program was killed."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from desktop_app.register.header import journal_of
from desktop_app.register.password import Key, turn

if TYPE_CHECKING:
    from apsw import Connection


def new_draft(path: Path) -> Path:
    """Make an empty file beside `path`, readable by this user only."""
    draft = path.with_name(f".{path.name}.{uuid4().hex}.tmp")
    draft.touch(mode=0o600, exist_ok=False)
    return draft


def remove(draft: Path) -> None:
    """Remove a draft that is not wanted any more, and its journal."""
    for leftover in (draft, journal_of(draft)):
        with suppress(OSError):
            leftover.unlink(missing_ok=True)


def connect(path: Path, key: Key | None, write: bool = False) -> Connection:
    """Return a bare connection to a draft or a copy; what is written to it needs no journal."""
    import apsw

    access = apsw.SQLITE_OPEN_READWRITE if write else apsw.SQLITE_OPEN_READONLY
    connection = apsw.Connection(str(path.absolute()), flags=access | apsw.SQLITE_OPEN_URI)
    turn(connection, key)
    connection.pragma("temp_store", "MEMORY")
    if write:
        connection.pragma("journal_mode", "OFF")
    return connection


def copy_into(connection: Connection, draft: Path, key: Key | None) -> None:
    """Write the whole database into an empty draft, encrypted with another key from the start."""
    raw = "" if key is None else f"cipher=chacha20&key={key.raw}"
    connection.execute("VACUUM INTO ?", (f"{draft.as_uri()}?{raw or 'key='}",))


def sync(draft: Path) -> None:
    """Make sure that the draft is on the disk."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def sweep(path: Path) -> None:
    """Remove the drafts that killed programs have left beside `path`; one being made is held.

    Also while the register is locked: a draft may be of the time without a password.
    """
    with suppress(OSError):
        ours = re.compile(rf"\.{re.escape(path.name)}\.[0-9a-f]{{32}}\.tmp")
        for draft in path.parent.iterdir():
            if ours.fullmatch(draft.name) and not _is_held(draft):
                remove(draft)


def _is_held(draft: Path) -> bool:
    import apsw

    try:
        connection = apsw.Connection(str(draft), flags=apsw.SQLITE_OPEN_READWRITE)
    except apsw.Error:
        return False
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except (apsw.BusyError, apsw.LockedError):
        return True
    except apsw.Error:
        return False  # Encrypted or unfinished, and nobody holds it.
    finally:
        connection.close()
    return False
