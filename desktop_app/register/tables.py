"""The tables of a register held against those of a fresh one: what is not ours goes, what lacks
is made.

A file may come from anybody. Triggers, views and indexes that are not ours are dropped before
anything is read or written. Statuses, days and words follow from the cases and are made anew;
versions, scans and settings that are missing begin empty, and a note of it waits to be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.register.faults import damaged
from desktop_app.register.transactions import whole

if TYPE_CHECKING:
    from apsw import Connection

DERIVED = ("digests", "days", "words")
LOSSY = ("versions", "scans", "settings")
NOTE = "tables_made_anew"
_SHADOWS = ("words_data", "words_idx", "words_docsize", "words_config")
_SOUND = ("digests", "days", "words", *_SHADOWS)
_AFTER_WORDS = "INSERT INTO words (words, rank) VALUES ('secure-delete', 1)"
# Done as one statement, so that a note of before stays.
_KEEP_NOTE = """
    INSERT INTO settings (key, value) VALUES (:key, :value)
    ON CONFLICT (key) DO UPDATE SET value = value || ' ' || excluded.value"""

Parts = Mapping[str, tuple[str, str]]
"""Tables, indexes, triggers by name: what each is, and its statement."""


def mend(connection: Connection, path: Path) -> None:
    """Drop what is not ours and make what lacks. Raises UserError where the cases are missing.

    What can't be made for the moment, on a full disk or in a damaged file, waits.
    """
    import apsw

    found = _found(connection)
    if found == _ours():
        return
    _refuse_others(connection, path, found)
    alien = _alien(found)
    if alien:
        try:
            _drop(connection, alien)
        except apsw.ReadOnlyError:
            # Nothing is ever written there; but a view would be read.
            if any(kind == "view" for kind, _ in alien):
                raise damaged(path) from None
    with suppress(apsw.Error):
        _make(connection)


def is_complete(connection: Connection) -> bool:
    """Say whether all tables, with their triggers and indexes, are those of a fresh register."""
    return _found(connection) == _ours()


def derived_are_sound(connection: Connection) -> bool:
    """Say whether the tables that follow from the cases are there and whole."""
    import apsw

    found = _found(connection)
    if any(found.get(name) != _ours()[name] for name in DERIVED):
        return False
    try:
        return all(
            connection.execute(f"PRAGMA integrity_check({name})").fetchall() == [("ok",)]
            for name in _SOUND
        )
    except apsw.Error:
        return False


def remake_derived(connection: Connection) -> None:
    """Make the tables that follow from the cases anew, empty."""
    import apsw

    try:
        with whole(connection):
            for name in DERIVED:
                connection.execute(f"DROP TABLE IF EXISTS {name}")
            _create(connection)
    except (apsw.CorruptError, apsw.SQLError):
        _unhook(connection)


def missed(connection: Connection) -> tuple[str, ...]:
    """Return the tables that were missing and have been made anew since it was last told."""
    note = connection.execute("SELECT value FROM settings WHERE key = ?", (NOTE,)).get
    noted = str(note or "").split()
    return tuple(name for name in (*LOSSY, *DERIVED) if name in noted)


def _found(connection: Connection) -> Parts:
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {
        name.lower(): (kind, _plain(sql))
        for kind, name, sql in rows
        if not (kind == "table" and (name.lower() in _SHADOWS or name.startswith("sqlite_")))
    }


@cache
def _ours() -> Parts:
    from desktop_app.register.schema import STATEMENTS

    made = {}
    for statement in STATEMENTS:
        words = statement.split()
        kind, name = words[1].lower(), words[2]
        if kind == "virtual":
            kind, name = "table", words[3]
        made[name] = (kind, _plain(statement))
    return made


def _plain(sql: str) -> str:
    return " ".join(sql.split()).rstrip(" ;")


def _alien(found: Parts) -> list[tuple[str, str]]:
    """Return what is not ours and not a table: views first, their triggers go with them."""
    other = [
        (kind, name)
        for name, (kind, sql) in found.items()
        if kind != "table" and _ours().get(name) != (kind, sql)
    ]
    return sorted(other, key=lambda one: ("view", "trigger", "index").index(one[0]))


def _refuse_others(connection: Connection, path: Path, found: Parts) -> None:
    """Raise UserError where what a person wrote is missing, or lies in columns that differ."""
    if found.get("cases", ("", ""))[0] != "table":
        raise damaged(path)
    for name in ("cases", *LOSSY):
        kind, sql = found.get(name, ("", ""))
        if kind != "table" or (kind, sql) == _ours()[name]:
            continue
        is_plain = sql.upper().startswith("CREATE TABLE")
        if not is_plain or _columns(connection, name) != _columns_of_ours(name):
            raise damaged(path)


def _columns(connection: Connection, name: str) -> list[tuple[str, str, int]]:
    """Return names and types of the columns, and whether each is stored."""
    return [
        (str(column[1]), str(column[2]), int(column[6]))
        for column in connection.execute(f"PRAGMA table_xinfo({name})")
    ]


def _columns_of_ours(name: str) -> list[tuple[str, str, int]]:
    import apsw

    fresh = apsw.Connection(":memory:")
    try:
        fresh.execute(_ours()[name][1])
        return _columns(fresh, name)
    finally:
        fresh.close()


def _drop(connection: Connection, alien: Iterable[tuple[str, str]]) -> None:
    import apsw

    with whole(connection):
        for kind, name in alien:
            quoted = name.replace('"', '""')
            try:
                connection.execute(f'DROP {kind} IF EXISTS "{quoted}"')
            except apsw.CorruptError:
                # A damaged index can't be dropped; it can't do anything either.
                if kind != "index":
                    raise


def _make(connection: Connection) -> None:
    """Make what lacks; note which tables it was."""
    found = _found(connection)
    lacks = [name for name in (*LOSSY, *DERIVED) if name not in found]
    if any(found.get(name) != _ours()[name] for name in DERIVED):
        remake_derived(connection)
    with whole(connection):
        _create(connection)
        if lacks:
            connection.execute(_KEEP_NOTE, {"key": NOTE, "value": " ".join(lacks)})


def _create(connection: Connection) -> None:
    """Make what is not there."""
    from desktop_app.register.schema import STATEMENTS

    there = _found(connection)
    for name, statement in zip(_ours(), STATEMENTS, strict=True):
        if name not in there:
            connection.execute(statement)
            if name == "words":
                connection.execute(_AFTER_WORDS)


def _unhook(connection: Connection) -> None:
    """Forget damaged tables without reading them, and make them anew; their pages go, if they can.

    SQLite can't drop what it can't read.
    """
    import apsw

    names = ", ".join(f"'{name}'" for name in _SOUND)
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
    try:
        with whole(connection):
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute(f"DELETE FROM sqlite_schema WHERE tbl_name IN ({names})")
            version = connection.pragma("schema_version")
            connection.pragma("schema_version", version + 1)
            connection.execute("PRAGMA writable_schema = RESET")
            _create(connection)
        with suppress(apsw.Error):
            connection.execute("VACUUM")
    finally:
        connection.execute("PRAGMA writable_schema = RESET")
        connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
