"""The transfer file: one case with its scans under a password, to mail or to carry.

An encrypted SQLite file of two tables. It holds what the case is now, not what it was before:
versions may tell what the sender does not mean to pass on. Nothing of it is readable on the disk
at any time. A file that comes in may be anybody's: it is read without trust.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desktop_app.atomic import draft_in, put, sweep_older
from desktop_app.case.file import MAX_BYTES, dump_case, parse_case
from desktop_app.errors import UserError
from desktop_app.register.file_names import compared, safe_name
from desktop_app.register.kept_scans import Scans
from desktop_app.register.scan_content import LARGEST, MOST_IN_ALL, Content, too_much
from desktop_app.register.scans import files_of, renamed
from desktop_app.register.transfer_password import as_key, refusal

if TYPE_CHECKING:
    from apsw import Connection

    from desktop_app.case.model import Case

SUFFIX: Final = ".pretenziya"
_APPLICATION_ID: Final = int.from_bytes(b"PRTX")
_VERSION: Final = 1
_ROUNDS: Final = 600_000
_MOST_BYTES: Final = MOST_IN_ALL + 64 * 1024 * 1024
_MOST_SCANS: Final = 1000
_TABLES: Final = """
CREATE TABLE claim (content TEXT NOT NULL) STRICT;
CREATE TABLE scans (
    file TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
"""
_SCHEMA: Final = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"


class WrongPasswordError(UserError):
    """The password does not open the file, or the file is no transfer file at all."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Файл «{path.name}» не открылся: пароль не подходит, либо это не файл передачи дела, "
            "либо он повреждён. Проверьте пароль или попросите прислать файл снова."
        )


def write(case: Case, scans: Scans, path: Path, password: str, replace: bool = False) -> None:
    """Write the case and these scans of it to `path`, encrypted from the first byte.

    Raises UserError when the password is too short, a file is there already (unless `replace`)
    or it can't be written; then nothing has changed.
    """
    reason = refusal(password)
    if reason is not None:
        raise UserError(reason)
    own, carried = _with_plain_names(case, scans)
    if sum(len(content.data) for content in carried.values()) > MOST_IN_ALL:
        raise too_much(next(reversed(carried.values())).name)
    draft = draft_in(path.parent)
    try:
        with _writing(path):
            draft.touch(mode=0o600, exist_ok=False)
            _fill(draft, own, carried, password)
            sweep_older(draft)
            put(draft, path, replace)
    finally:
        with contextlib.suppress(OSError, ValueError):
            draft.unlink(missing_ok=True)


def refuse_place(path: Path) -> None:
    """Raise UserError where no new file can be written: to be asked before any password."""
    if os.path.lexists(path):
        raise _taken(path)
    if not path.parent.is_dir():
        raise UserError(f"Папки «{path.parent}» нет. Создайте её или назовите другую.")


def read(path: Path, password: str) -> tuple[Case, dict[str, Content]]:
    """Return the case of a transfer file and its scans by their names in the case.

    Raises WrongPasswordError, or UserError where the file is none of ours or spoiled.
    """
    _refuse_unfit(path)
    if not as_key(password):
        raise WrongPasswordError(path)
    import apsw

    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    try:
        connection = apsw.Connection(f"{path.absolute().as_uri()}?immutable=1", flags=flags)
        with contextlib.closing(connection):
            _secure(connection)
            _unlock(connection, password)
            try:
                connection.pragma("schema_version")
            except apsw.NotADBError as error:
                raise WrongPasswordError(path) from error
            return _contents(connection, path)
    except (apsw.Error, UnicodeDecodeError) as error:
        raise _spoiled(path) from error
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error


def _with_plain_names(case: Case, scans: Scans) -> tuple[Case, dict[str, Content]]:
    """Return both with names that tell nothing of a folder and reach no file of this computer."""
    taken: set[str] = set()
    names: dict[str, str | None] = {}
    for file in files_of(case):
        told = scans[file].name if file in scans else re.split(r"[\\/]", file)[-1]
        name = safe_name(told, taken)
        taken.add(compared(name))
        names[file] = name
    carried = {
        str(name): Content(safe_name(scans[file].name), scans[file].data)
        for file, name in names.items()
        if file in scans
    }
    return renamed(case, names), carried


def _fill(draft: Path, case: Case, scans: Scans, password: str) -> None:
    import apsw

    with contextlib.closing(apsw.Connection(str(draft))) as connection:
        _unlock(connection, password)
        # No journal beside it: an unfinished file is thrown away.
        connection.pragma("journal_mode", "OFF")
        connection.pragma("temp_store", "MEMORY")
        connection.pragma("synchronous", "FULL")
        with connection:
            connection.execute(_TABLES)
            connection.pragma("application_id", _APPLICATION_ID)
            connection.pragma("user_version", _VERSION)
            connection.execute("INSERT INTO claim VALUES (?)", (dump_case(case).decode(),))
            for file, content in scans.items():
                row = (file, content.name, content.sha256, content.data)
                connection.execute("INSERT INTO scans VALUES (?, ?, ?, ?)", row)


def _secure(connection: Connection) -> None:
    import apsw

    for option in (apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, apsw.SQLITE_DBCONFIG_ENABLE_VIEW):
        connection.config(option, 0)
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    connection.limit(apsw.SQLITE_LIMIT_LENGTH, LARGEST + MAX_BYTES)
    connection.limit(apsw.SQLITE_LIMIT_ATTACHED, 0)
    for name, value in (("trusted_schema", "OFF"), ("cell_size_check", "ON"), ("mmap_size", 0)):
        connection.pragma(name, value)


def _unlock(connection: Connection, password: str) -> None:
    connection.pragma("cipher", "chacha20")
    connection.pragma("kdf_iter", _ROUNDS)
    # As hexadecimal digits it needs no quoting, whatever was typed.
    connection.execute(f"PRAGMA hexkey = '{as_key(password).encode().hex()}'")


def _contents(connection: Connection, path: Path) -> tuple[Case, dict[str, Content]]:
    ours = connection.pragma("application_id") == _APPLICATION_ID
    if ours and connection.pragma("user_version") > _VERSION:
        raise UserError(
            f"Файл «{path.name}» записан более новой программой. Обновите эту программу."
        )
    if not ours or _rows(connection, _SCHEMA) != _own_schema():
        raise _spoiled(path)
    if connection.pragma("integrity_check") != "ok":
        raise _spoiled(path)
    found = _rows(connection, "SELECT length(CAST(content AS BLOB)) FROM claim")
    if len(found) != 1 or not 0 < found[0][0] <= MAX_BYTES:
        raise _spoiled(path)
    content = connection.execute("SELECT content FROM claim").get
    try:
        case = parse_case(str(content).encode())
    except UserError as error:
        raise UserError(f"Файл «{path.name}»: {error}") from error
    return _with_plain_names(case, _scans(connection, path, set(files_of(case))))


def _scans(connection: Connection, path: Path, named: set[str]) -> dict[str, Content]:
    sizes = _rows(connection, "SELECT file, length(bytes) FROM scans")
    too_large = any(not 0 < size <= LARGEST for _, size in sizes)
    if len(sizes) > _MOST_SCANS or too_large or sum(size for _, size in sizes) > MOST_IN_ALL:
        raise _spoiled(path)
    scans = {}
    for file, _ in sizes:
        if file not in named:
            continue
        where = "SELECT name, sha256, bytes FROM scans WHERE file = ?"
        ((name, hashed, data),) = _rows(connection, where, (file,))
        scans[file] = Content(name, data)
        if scans[file].sha256 != hashed:
            raise _spoiled(path)
    return scans


def _rows(
    connection: Connection, statement: str, bindings: tuple[str, ...] = ()
) -> list[tuple[Any, ...]]:
    return connection.execute(statement, bindings).fetchall()


def _own_schema() -> list[tuple[Any, ...]]:
    import apsw

    with contextlib.closing(apsw.Connection(":memory:")) as connection:
        connection.execute(_TABLES)
        return _rows(connection, _SCHEMA)


def _refuse_unfit(path: Path) -> None:
    """Raise UserError for a file that can't be a transfer file, before SQLite touches it."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise OSError("not a file")
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error
    if found.st_size > _MOST_BYTES:
        raise UserError(f"Файл «{path.name}» слишком большой для файла передачи дела.")


@contextlib.contextmanager
def _writing(path: Path) -> Iterator[None]:
    import apsw

    try:
        yield
    except FileExistsError as error:
        raise _taken(path) from error
    except (OSError, ValueError, apsw.Error) as error:
        raise UserError(
            f"Не удалось записать файл «{path}». Проверьте имя, доступ к папке и место на диске; "
            "дело сохранено в программе."
        ) from error


def _taken(path: Path) -> UserError:
    return UserError(f"Файл «{path}» уже есть. Выберите другое имя.")


def _unreadable(path: Path) -> UserError:
    return UserError(f"Файл «{path.name}» не читается. Проверьте имя файла и диск.")


def _spoiled(path: Path) -> UserError:
    return UserError(
        f"Файл «{path.name}» повреждён или записан не этой программой. Ничего не изменено. "
        "Попросите прислать его снова."
    )
