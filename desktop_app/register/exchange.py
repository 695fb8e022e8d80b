"""Another file in the place of the register in one step, while nobody else writes to it.

SQLite's own `PRAGMA rekey` changes the file where it lies: killed in the middle it would leave
pages of two keys, and which of them the person remembers is not known. A whole file that takes
the name is the old register or the new one at every moment.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.atomic import put
from desktop_app.errors import UserError
from desktop_app.register.drafts import connect, new_draft, remove, sync
from desktop_app.register.faults import busy, damaged, not_writable, told

if TYPE_CHECKING:
    from apsw import Connection

    from desktop_app.register.password import Key
    from desktop_app.register.register import Register

_TRIES = 3
_PIECE = 1 << 20


def exchange(register: Register, make: Callable[[Path], None], key: Key | None) -> None:
    """Put what `make` writes into an empty draft, with this key, in the place of the register.

    `make` is called again where another program has changed the register meanwhile. Another
    program that has the register open is told at its next step (MovedError). Raises UserError,
    and nothing has changed.
    """
    with told(register.path):
        for _ in range(_TRIES):
            if _exchanged(register, make, key):
                register.reopen(key)
                return
    raise busy()


def _exchanged(register: Register, make: Callable[[Path], None], key: Key | None) -> bool:
    connection, path = register.connection, register.path
    draft = _draft_for(path)
    try:
        seen = connection.pragma("data_version")
        make(draft)
        assert_sound(draft, key, path)
        sync(draft)
        connection.execute("BEGIN EXCLUSIVE")
        try:
            if connection.pragma("data_version") != seen:
                return False
            _take_place(connection, draft, path)
        finally:
            _let_go(connection)
    except OSError as error:
        if os.name == "nt":
            register.reopen(register.key)
        raise UserError(
            f"Файл «{path}» не удалось заменить: нет места или доступа, либо он открыт в другой "
            "программе. Он остался прежним. Закройте другие окна программы, проверьте место на "
            "диске и повторите."
        ) from error
    finally:
        remove(draft)
    return True


def _draft_for(path: Path) -> Path:
    try:
        return new_draft(path)
    except OSError as error:
        raise not_writable(path) from error


def assert_sound(draft: Path, key: Key | None, path: Path) -> None:
    """Raise UserError where what was written is not sound: then the register at `path` is not."""
    connection = connect(draft, key)
    try:
        with told(path):
            if connection.pragma("quick_check") != "ok":
                raise damaged(path)
    finally:
        connection.close()


def _take_place(connection: Connection, draft: Path, path: Path) -> None:
    """Give the draft the name while the connection keeps all others out of the former file."""
    if os.name == "nt":
        # There an open file keeps its name: whoever else has it open makes this fail.
        _let_go(connection)
        connection.close()
        put(draft, path, replace=True)
        return
    former = os.open(path, os.O_RDWR)
    try:
        put(draft, path, replace=True)
        wipe(former)
        # Before the file is closed once: closing it lets go of every lock of this program.
        connection.close()
    finally:
        os.close(former)


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


def _let_go(connection: Connection) -> None:
    import apsw

    with suppress(apsw.ConnectionClosedError):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
