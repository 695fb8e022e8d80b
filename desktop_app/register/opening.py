"""Opening the file of a register: never harming what lies there, ours or not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Any

from desktop_app.errors import UserError
from desktop_app.register.faults import (
    LockedError,
    MovedError,
    WrongPasswordError,
    damaged,
    foreign,
    has_moved,
    not_writable,
    told,
)
from desktop_app.register.folding import folded_if_any
from desktop_app.register.header import Kind, is_unfinished, kind_of, salt_of
from desktop_app.register.password import Key, key_of, turn
from desktop_app.register.places import has_copies, set_lone_journal_aside
from desktop_app.register.schema import CURRENT, UPGRADES, Upgrade, prepare

if TYPE_CHECKING:
    from apsw import Connection, Cursor

# How often, and after how many seconds, a first page that another program may just be writing is
# read again.
_READINGS, _PAUSE = 5, 0.05


def key_to(path: Path, password: str | None) -> Key | None:
    """Return the key to the register at `path`, None where it is not locked.

    Raises LockedError where a password is needed, UserError for one that can't be any.
    """
    try:
        locked = kind_of(path) is Kind.locked
        salt = salt_of(path) if locked else b""
    except (OSError, ValueError):
        return None  # Opening says what is wrong there.
    if not locked:
        return None
    if password is None:
        raise LockedError(path)
    return key_of(password, salt)


def open_connection(
    path: Path,
    wait_ms: int,
    current: int = CURRENT,
    upgrades: Mapping[int, Upgrade] = UPGRADES,
    key: Key | None = None,
    make: bool = True,
) -> Connection:
    """Return a connection to the register at `path`, made with its folder if absent and `make`.

    `wait_ms` is how long a statement waits for another program; `key` opens a locked register.
    A register whose last change was interrupted is looked through. Raises UserError
    for a file that is not ours, newer, damaged, held by another program, or in a
    place that can't be used; LockedError and WrongPasswordError; such a file keeps its bytes.
    MovedError where it was replaced at this very moment: the other one may be opened.
    """
    path = path.absolute()
    try:
        str(path).encode()
        if make:
            _refuse_emptied(path)
            _make_place(path)
        elif not path.exists():
            raise MovedError(path)
        unfinished = is_unfinished(path)
        _refuse_foreign(path, unfinished, key)
    except (OSError, ValueError) as error:
        raise not_writable(path) from error
    with told(path):
        if key is not None:
            refuse_wrong(path, key)
        connection = _connect(path, wait_ms, current, upgrades, key)
        if unfinished:
            _refuse_unsound(connection, path)
        return connection


def _refuse_emptied(path: Path) -> None:
    """Raise UserError for an empty file that has copies: it held cases once."""
    if path.is_file() and not path.stat().st_size and has_copies(path):
        raise damaged(path)


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
        set_lone_journal_aside(path)
        path.touch(mode=0o600)
    if not path.is_file():
        raise UserError(
            f"«{path}» — не файл, а устройство или канал. Укажите для дел имя обычного файла."
        )


def _refuse_foreign(path: Path, unfinished: bool, key: Key | None) -> None:
    """Raise UserError for a file that is no register, before SQLite touches it.

    SQLite itself would finish what another program left undone in its file.
    """
    kind = kind_of(path)
    if kind is Kind.locked and key is None:
        raise LockedError(path)
    if unfinished:
        # An interrupted change, perhaps of the header too: SQLite first takes it back.
        return
    if kind is Kind.cut:
        raise damaged(path)
    if kind is Kind.other:
        raise foreign(path)


def refuse_wrong(path: Path, key: Key) -> None:
    """Raise WrongPasswordError where the first page does not open.

    Read as a file that nobody changes: with the wrong key SQLite is not to take back an
    interrupted change, nor to take its pages for damaged ones.
    """
    import apsw

    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    for _ in range(_READINGS):
        connection = apsw.Connection(f"{path.as_uri()}?immutable=1", flags=flags)
        try:
            turn(connection, key)
            connection.execute("SELECT count(*) FROM sqlite_schema").get  # noqa: B018
            return
        except apsw.CorruptError:
            return  # Page one opens, others are missing: opening says so.
        except apsw.NotADBError:
            sleep(_PAUSE if is_unfinished(path) else 0)
        finally:
            connection.close()
    raise WrongPasswordError


def _refuse_unsound(connection: Connection, path: Path) -> None:
    """Raise UserError where an interrupted change has left pages that do not fit together."""
    try:
        with told(path, connection):
            sound = connection.pragma("quick_check") == "ok"
    except BaseException:
        connection.close()
        raise
    if not sound:
        connection.close()
        raise damaged(path)


def _refuse_moved(at: Cursor | Connection, _statement: str, _bindings: Any) -> bool:
    """Raise MovedError before a statement on a file that is no longer at its place.

    Such a file would take the answers with it; and its journal would be taken for that of the
    file that lies there now. Windows lets nobody move an open file.
    """
    import apsw

    connection = at if isinstance(at, apsw.Connection) else at.connection
    if has_moved(connection):
        raise MovedError(Path(connection.filename))
    return True


def _refuse_cut(connection: Connection, path: Path) -> None:
    """Raise UserError for a file that is shorter than its header says.

    SQLite notices whole missing pages only, and takes zeros for half a page.
    """
    connection.execute("BEGIN")
    try:
        # The first reading takes the lock under which no other program changes the size.
        pages, page_bytes = connection.pragma("page_count"), connection.pragma("page_size")
        if path.stat().st_size < pages * page_bytes:
            raise MovedError(path) if has_moved(connection) else damaged(path)
    finally:
        connection.execute("ROLLBACK")


def _connect(
    path: Path, wait_ms: int, current: int, upgrades: Mapping[int, Upgrade], key: Key | None
) -> Connection:
    import apsw

    # A whole path never reads as an address; `VACUUM INTO` needs one for its key.
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_URI
    connection = apsw.Connection(str(path), flags=flags)
    try:
        turn(connection, key)
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
        with told(path, connection):
            _refuse_cut(connection, path)
            connection.exec_trace = _refuse_moved
            prepare(connection, path, current, upgrades)
    except BaseException:
        connection.close()
        raise
    return connection
