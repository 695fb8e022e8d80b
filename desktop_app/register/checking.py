"""Whether every page of a register is sound and every line belongs to a case that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.register.faults import DamagedError, told
from desktop_app.register.tables import is_complete

if TYPE_CHECKING:
    from pathlib import Path

    from apsw import Connection

    from desktop_app.register.register import Register


def is_sound(register: Register) -> bool:
    """Look through the whole register, its tables too.

    Raises UserError where it can't be read for the moment.
    """
    try:
        return is_complete(register.connection) and looks_sound(register.connection, register.path)
    except DamagedError:
        return False


def looks_sound(connection: Connection, path: Path) -> bool:
    """Look through everything that a connection reads; DamagedError where that is impossible."""
    with told(path, connection):
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return whole and not connection.execute("PRAGMA foreign_key_check").fetchall()
