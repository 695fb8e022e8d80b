"""The tables of the register and their versions.

A file says in its header that it is ours (`application_id`) and of which
version its tables are (`user_version`). Each version is brought to the next by
one function, inside the transaction that also writes the new number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.register.faults import foreign, newer

if TYPE_CHECKING:
    from apsw import Connection

APPLICATION_ID = int.from_bytes(b"PRTZ")
CURRENT = 1

Upgrade = Callable[["Connection"], None]
UPGRADES: Mapping[int, Upgrade] = {}

# `number` stays the same for the life of a case, so that a full-text index and
# kept versions can refer to it. What the list of cases shows stands before
# `content`: SQLite reads a row from its start and leaves the rest on the disk.
# Moments are UTC text of fixed width, which sorts as time does.
_TABLES = """
CREATE TABLE cases (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT,
    buyer TEXT,
    item TEXT,
    seller TEXT,
    step TEXT,
    created_on TEXT NOT NULL,
    changed_on TEXT NOT NULL,
    basket_on TEXT,
    content TEXT NOT NULL
) STRICT;
CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


def prepare(
    connection: Connection,
    path: Path,
    current: int = CURRENT,
    upgrades: Mapping[int, Upgrade] = UPGRADES,
) -> None:
    """Make the tables in an empty file, or bring those of an older version to `current`.

    `upgrades[n]` turns version n into n + 1. Raises UserError for a file that is
    not ours or of a newer version. All of it happens, or nothing.
    """
    if _version(connection, path, current) == current:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked anew: another program may have done it while this one waited.
        version = _version(connection, path, current)
        if version == 0:
            connection.execute(_TABLES)
            connection.pragma("application_id", APPLICATION_ID)
            version = 1
        for step in range(version, current):
            upgrades[step](connection)
        connection.pragma("user_version", current)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: Connection, path: Path, current: int) -> int:
    """Return the version of the tables, 0 for an empty file."""
    application, version = connection.pragma("application_id"), connection.pragma("user_version")
    if connection.execute("SELECT count(*) FROM sqlite_schema").get == 0 and not application:
        return 0
    if application != APPLICATION_ID or version < 1:
        raise foreign(path)
    if version > current:
        raise newer(path)
    return int(version)
