"""Opening the file of a register: never harming what lies there, ours or not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.register.faults import damaged, foreign, not_writable, told
from desktop_app.register.folding import folded_if_any
from desktop_app.register.schema import APPLICATION_ID, CURRENT, UPGRADES, Upgrade, prepare

if TYPE_CHECKING:
    from apsw import Connection

_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID = slice(68, 72)


def open_connection(
    path: Path,
    wait_ms: int,
    current: int = CURRENT,
    upgrades: Mapping[int, Upgrade] = UPGRADES,
) -> Connection:
    """Return a connection to the register at `path`, made with its folder if absent.

    `wait_ms` is how long a statement waits for another program. Raises UserError
    for a file that is not ours, newer, damaged, held by another program, or in a
    place that can't be used; such a file keeps its bytes.
    """
    path = path.absolute()
    try:
        str(path).encode()
        _make_place(path)
        _refuse_foreign(path)
    except (OSError, ValueError) as error:
        raise not_writable(path) from error
    with told(path):
        return _connect(path, wait_ms, current, upgrades)


def _make_place(path: Path) -> None:
    """Make folder and file where absent, readable by this user only."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"Не удалось создать папку «{path.parent}» для дел. Проверьте доступ или укажите "
            "другое место."
        ) from error
    if path.is_dir():
        raise UserError(f"«{path}» — папка, а нужен файл для дел. Укажите имя файла в ней.")
    if not path.exists():
        path.touch(mode=0o600)


def _refuse_foreign(path: Path) -> None:
    """Raise UserError for a file that is no register, before SQLite touches it.

    SQLite itself would finish what another program left undone in its file.
    """
    journal = path.with_name(path.name + "-journal")
    if journal.exists() and journal.stat().st_size:
        # An interrupted change, perhaps of the header too: SQLite first takes it back.
        return
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if not header:
        return
    if not header.startswith(_MAGIC[: len(header)]):
        raise foreign(path)
    if len(header) < _HEADER_BYTES:
        raise damaged(path)
    if header[_APPLICATION_ID] != APPLICATION_ID.to_bytes(4):
        raise foreign(path)


def _refuse_cut(connection: Connection, path: Path) -> None:
    """Raise UserError for a file that is shorter than its header says.

    SQLite notices whole missing pages only, and takes zeros for half a page.
    """
    connection.execute("BEGIN")
    try:
        # The first reading takes the lock under which no other program changes the size.
        pages, page_bytes = connection.pragma("page_count"), connection.pragma("page_size")
        if path.stat().st_size < pages * page_bytes:
            raise damaged(path)
    finally:
        connection.execute("ROLLBACK")


def _connect(path: Path, wait_ms: int, current: int, upgrades: Mapping[int, Upgrade]) -> Connection:
    import apsw

    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        connection.set_busy_timeout(wait_ms)
        for option in (apsw.SQLITE_DBCONFIG_DQS_DDL, apsw.SQLITE_DBCONFIG_DQS_DML):
            connection.config(option, 0)
        connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
        connection.pragma("trusted_schema", "OFF")
        connection.pragma("foreign_keys", "ON")
        # A rollback journal also holds on network drives. Emptied rather than deleted, it is as
        # safe with one sync less; FULL and nothing lower, or a power cut may lose a commit.
        connection.pragma("journal_mode", "TRUNCATE")
        connection.pragma("synchronous", "FULL")
        # What a person removed is not to stay readable in unused pages.
        connection.pragma("secure_delete", "ON")
        connection.pragma("temp_store", "MEMORY")
        connection.create_scalar_function("folded", folded_if_any, 1, deterministic=True)
        _refuse_cut(connection, path)
        prepare(connection, path, current, upgrades)
    except BaseException:
        connection.close()
        raise
    return connection
