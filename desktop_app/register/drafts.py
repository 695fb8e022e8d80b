"""Unfinished files beside a register: whole copies on their way to a name, and what is left of
them when the program was killed."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from desktop_app.register import holding
from desktop_app.register.header import journal_of
from desktop_app.register.password import Key, turn
from desktop_app.register.places import copy_names, drafted, folder_of
from desktop_app.register.wiping import remove_wiped

if TYPE_CHECKING:
    from apsw import Connection

_NUMBER = re.compile(r"\.(.+)\.[0-9a-f]{32}\.(?:tmp|lock)", re.DOTALL)
Fullness = tuple[int, str | None]
"""How many cases a file holds, those in the basket too, and when the newest change was."""


def new_draft(path: Path) -> Path:
    """Make an empty file beside `path`, readable by this user only, that no sweep takes away.

    It is held until `remove`, which is also for the end of one that has got its name.
    """
    while True:
        draft = path.with_name(f".{drafted(path.name)}.{uuid4().hex}.tmp")
        if holding.hold(draft):
            break
    try:
        draft.touch(mode=0o600, exist_ok=False)
    except BaseException:
        holding.let_go(draft)
        raise
    return draft


def remove(draft: Path) -> None:
    """Remove a draft that is not wanted any more, and its journal; let go of it."""
    for leftover in (draft, journal_of(draft)):
        with suppress(OSError):
            leftover.unlink(missing_ok=True)
    holding.let_go(draft)


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
    """Write the whole database into an empty draft, encrypted with another key from the start.

    The draft must be there: SQLite would make one that others may read.
    """
    raw = "key=" if key is None else f"cipher=chacha20&key={key.raw}"
    connection.execute("VACUUM INTO ?", (f"{draft.as_uri()}?mode=rw&{raw}",))


def fullness(connection: Connection) -> Fullness:
    """Return how full a register or a draft is; an empty file holds nothing."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'cases'").get:
        return 0, None
    cases: int = connection.execute("SELECT count(*) FROM cases").get
    newest: str | None = connection.execute("SELECT max(changed_on) FROM cases").get
    return cases, newest


def sync(draft: Path) -> None:
    """Make sure that the draft is on the disk, readable by this user only."""
    with draft.open("rb+") as file:
        if hasattr(os, "fchmod"):
            os.fchmod(file.fileno(), 0o600)
        os.fsync(file.fileno())


def sweep(path: Path) -> None:
    """Remove the drafts that killed programs have left for `path`; one being made is held.

    Also while the register is locked: a draft may be of the time without a password. What they
    held is overwritten.
    """
    _sweep(path.parent, re.compile(re.escape(drafted(path.name))))


def sweep_all(path: Path) -> None:
    """The same for the register at `path` and for its copies of whatever day."""
    sweep(path)
    _sweep(folder_of(path), copy_names(path))


def _sweep(folder: Path, names: re.Pattern[str]) -> None:
    with suppress(OSError):
        for found in list(folder.iterdir()):
            numbered = _NUMBER.fullmatch(found.name)
            if numbered and names.fullmatch(numbered[1]):
                _remove_left(found.with_suffix(".tmp"))


def _remove_left(draft: Path) -> None:
    held = holding.is_held(draft)
    if held is None:
        held = _is_used(draft)
    if not held:
        remove_wiped(journal_of(draft))
        remove_wiped(draft)
        remove(draft)
        with suppress(OSError):
            holding.lock_of(draft).unlink(missing_ok=True)


def _is_used(draft: Path) -> bool:
    """Say whether SQLite has the draft open for writing; for drafts without a file that is held."""
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
