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
from desktop_app.register.tables import mend
from desktop_app.register.transactions import whole

if TYPE_CHECKING:
    from apsw import Connection

APPLICATION_ID = int.from_bytes(b"PRTZ")
CURRENT = 2

Upgrade = Callable[["Connection"], None]

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


# A version is what a case was before a burst of typing began: after a pause of ten seconds, or
# five minutes after the last version. Beyond the newest hundred one a day stays.
# `digests` and `words` follow from the content and can be made anew at any time; `made_of` says
# of which content, by its moment. `known_by` are buyer, goods, shop and status, folded.
_TO_2 = """
CREATE INDEX cases_by_change ON cases (changed_on DESC, number DESC) WHERE basket_on IS NULL;
CREATE TABLE versions (
    number INTEGER PRIMARY KEY,
    case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,
    since TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;
CREATE INDEX versions_of_case ON versions (case_number, number, since);
CREATE TRIGGER keep_version BEFORE UPDATE OF content ON cases
WHEN old.content <> new.content AND (
    unixepoch(new.changed_on) - unixepoch(old.changed_on) NOT BETWEEN 0 AND 9
    OR unixepoch(new.changed_on) - unixepoch(coalesce(
        (SELECT since FROM versions WHERE case_number = old.number ORDER BY number DESC LIMIT 1),
        old.created_on)) >= 300)
BEGIN
    INSERT INTO versions (case_number, since, content)
        VALUES (old.number, old.changed_on, old.content);
    DELETE FROM versions WHERE case_number = old.number
        AND number < (SELECT number FROM versions WHERE case_number = old.number
            ORDER BY number DESC LIMIT 1 OFFSET 99)
        AND EXISTS (SELECT 1 FROM versions AS later WHERE later.case_number = old.number
            AND later.number > versions.number
            AND substr(later.since, 1, 10) = substr(versions.since, 1, 10));
END;
CREATE TABLE scans (
    number INTEGER PRIMARY KEY,
    case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,
    file TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (case_number, file)
) STRICT;
CREATE TABLE digests (
    number INTEGER PRIMARY KEY REFERENCES cases (number) ON DELETE CASCADE,
    made_of TEXT NOT NULL,
    made_by TEXT NOT NULL,
    as_of TEXT,
    state TEXT NOT NULL,
    status TEXT NOT NULL,
    next_day TEXT,
    known_by TEXT NOT NULL
) STRICT;
CREATE TABLE days (
    number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    day TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (number, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX days_by_day ON days (day);
CREATE VIRTUAL TABLE words USING fts5(
    text, content='', contentless_delete=1, detail=none, prefix='2 3 4');
CREATE TRIGGER forget_words AFTER DELETE ON cases BEGIN
    DELETE FROM words WHERE rowid = old.number;
END;
"""


def _to_2(connection: Connection) -> None:
    """Add versions, scans, digests of the cases and the words in them."""
    connection.execute(_TO_2)
    connection.execute("INSERT INTO words (words, rank) VALUES ('secure-delete', 1)")


UPGRADES: Mapping[int, Upgrade] = {1: _to_2}


def _statements(*scripts: str) -> tuple[str, ...]:
    """Return the statements of which scripts consist: each begins a line with CREATE."""
    return tuple(
        f"CREATE{part}".strip().rstrip(";")
        for script in scripts
        for part in script.split("\nCREATE")[1:]
    )


STATEMENTS = _statements(_TABLES, _TO_2)
"""What makes each table, index and trigger of this version."""


def prepare(
    connection: Connection,
    path: Path,
    current: int = CURRENT,
    upgrades: Mapping[int, Upgrade] = UPGRADES,
) -> None:
    """Make the tables in an empty file, or bring those of an older version to `current`.

    `upgrades[n]` turns version n into n + 1. Raises UserError for a file that is
    not ours or of a newer version. All of it happens, or nothing. What lacks in a
    file of this version is made, and what is not ours is dropped (see `tables.py`).
    """
    if _version(connection, path, current) != current:
        _bring(connection, path, current, upgrades)
    if upgrades is UPGRADES:
        mend(connection, path)


def _bring(
    connection: Connection, path: Path, current: int, upgrades: Mapping[int, Upgrade]
) -> None:
    with whole(connection):
        # Asked anew: another program may have done it while this one waited.
        version = _version(connection, path, current)
        if version == 0:
            connection.execute(_TABLES)
            connection.pragma("application_id", APPLICATION_ID)
            version = 1
        for step in range(version, current):
            upgrades[step](connection)
        connection.pragma("user_version", current)


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
