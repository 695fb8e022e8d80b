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
from desktop_app.register.drafts import Fullness, connect, fullness, new_draft, remove, sync
from desktop_app.register.faults import busy, damaged, not_writable, told
from desktop_app.register.wiping import wipe

if TYPE_CHECKING:
    from apsw import Connection

    from desktop_app.register.password import Key
    from desktop_app.register.register import Register

_TRIES = 3


def exchange(register: Register, make: Callable[[Path], Fullness], key: Key | None) -> None:
    """Put what `make` writes into an empty draft, with this key, in the place of the register.

    `make` is called again where another program has changed the register meanwhile. Another
    program that has the register open is told at its next step (MovedError). `make` returns how
    full the draft is to be. Raises UserError, and nothing has changed.
    """
    with told(register.path, register.connection):
        for _ in range(_TRIES):
            if _exchanged(register, make, key):
                register.reopen(key)
                return
    raise busy()


def _exchanged(register: Register, make: Callable[[Path], Fullness], key: Key | None) -> bool:
    connection, path = register.connection, register.path
    draft = _draft_for(path)
    try:
        seen = connection.pragma("data_version")
        wanted = make(draft)
        written = assert_sound(draft, key, path)
        sync(draft)
        connection.execute("BEGIN EXCLUSIVE")
        try:
            if connection.pragma("data_version") != seen:
                return False
            if written != wanted:
                raise _not_whole(path)
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


def assert_sound(draft: Path, key: Key | None, path: Path) -> Fullness:
    """Return how full a draft is.

    Raises UserError where what was written is not sound: then the register at `path` is not.
    """
    connection = connect(draft, key)
    try:
        with told(path):
            if connection.pragma("quick_check") != "ok":
                raise damaged(path)
            return fullness(connection)
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


def _not_whole(path: Path) -> UserError:
    return UserError(
        f"Файл «{path}» не заменён: в том, что записано на его место, не все дела. Он остался "
        "прежним. Закройте другие программы, которые трогают его папку, и повторите."
    )


def _let_go(connection: Connection) -> None:
    import apsw

    with suppress(apsw.ConnectionClosedError):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
