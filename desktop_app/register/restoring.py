"""A copy in the place of the register: looked through first, in one step, nothing thrown away."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.atomic import put
from desktop_app.errors import UserError
from desktop_app.register import copies
from desktop_app.register.backup import copy_to
from desktop_app.register.checking import looks_sound
from desktop_app.register.drafts import connect, copy_into, new_draft, remove, sync
from desktop_app.register.exchange import exchange
from desktop_app.register.faults import (
    DamagedError,
    LockedError,
    busy,
    foreign,
    newer,
    not_writable,
    told,
)
from desktop_app.register.header import Kind, journal_of, kind_of, salt_of
from desktop_app.register.opening import open_connection, refuse_wrong
from desktop_app.register.password import Key, key_of
from desktop_app.register.rows import moment
from desktop_app.register.schema import APPLICATION_ID, CURRENT
from desktop_app.russian.dates import full
from desktop_app.russian.numbers import counted

if TYPE_CHECKING:
    from apsw import Connection

    from desktop_app.register.register import Register


@dataclass(frozen=True, slots=True)
class Contents:
    """What a register or a copy holds: cases without those in the basket, the newest change."""

    path: Path
    cases: int
    changed_on: datetime | None
    key: Key | None = field(repr=False)

    @property
    def locked(self) -> bool:
        """Whether a password is needed to read it."""
        return self.key is not None


def said(found: Contents) -> str:
    """Return what a register or a copy holds, in words."""
    cases = counted(found.cases, "дело", "дела", "дел")
    if found.changed_on is None:
        return cases
    at = found.changed_on.astimezone()
    return f"{cases}, последнее изменение {full(at.date())} в {at:%H:%M}"


def contents_of(register: Register) -> Contents:
    """Return what the open register holds."""
    with told(register.path):
        return _counted(register.connection, register.path, register.key)


def look_into(
    copy: Path, password: str | None = None, key: Key | None = None, whole: bool = True
) -> Contents:
    """Return what a copy holds; with `whole` every page of it is looked through.

    `key` is that of the register, tried where no password is given. Raises LockedError where
    another password is needed, WrongPasswordError, UserError for what is no sound copy.
    """
    copy = copy.absolute()
    key = _key_to(copy, password, key)
    connection = connect(copy, key)
    try:
        with told(copy):
            _refuse_other(connection, copy)
            if whole and not looks_sound(connection, copy):
                raise _unsound(copy)
            return _counted(connection, copy, key)
    except DamagedError as error:
        raise _unsound(copy) from error
    finally:
        connection.close()


def restore(register: Register, copy: Contents, now: datetime) -> Path:
    """Put the copy in the place of the open register; return where the former one is copied to.

    The password stays that of the register. Killed at any moment it leaves the former register
    or the copy. Raises UserError, and nothing has changed.
    """
    _refuse_same(register.path, copy)
    made: list[Path] = []

    def make(draft: Path) -> None:
        for former in made:
            former.unlink()
        made[:] = [copies.before_restoring(register.path, now)]
        copy_to(register, made[0])
        _prepare(copy, draft, register.key)

    try:
        exchange(register, make, register.key)
    except BaseException:
        for former in made:
            former.unlink(missing_ok=True)
        raise
    return made[0]


def restore_damaged(path: Path, copy: Contents, now: datetime) -> Path | None:
    """Put the copy in the place of a register that can't be opened; return where that one is now.

    The password is that of the copy. Where there was no file, None.
    """
    path = path.absolute()
    _refuse_same(path, copy)
    try:
        draft = new_draft(path)
    except OSError as error:
        raise not_writable(path) from error
    try:
        with told(path):
            _prepare(copy, draft, copy.key)
            _refuse_held(path)
        kept = _set_aside(path, now)
        put(draft, path, replace=True)
    except OSError as error:
        raise not_writable(path) from error
    finally:
        remove(draft)
    return kept


def _refuse_same(path: Path, copy: Contents) -> None:
    if path.exists() and copy.path.samefile(path):
        raise UserError("Это само хранилище дел, а не его копия. Выберите другой файл.")


def _key_to(copy: Path, password: str | None, key: Key | None) -> Key | None:
    """Return the key to a copy, proven."""
    try:
        kind = kind_of(copy)
        salt = salt_of(copy)
    except (OSError, ValueError) as error:
        raise UserError(f"Копия «{copy}» не читается. Проверьте имя и доступ к ней.") from error
    if kind is Kind.cut:
        raise _unsound(copy)
    if kind in (Kind.empty, Kind.other):
        raise foreign(copy)
    if kind is Kind.readable:
        return None
    if password is not None:
        key = key_of(password, salt)
    elif key is None or key.salt != salt:
        raise LockedError(copy)
    with told(copy):
        refuse_wrong(copy, key)
    return key


def _refuse_other(connection: Connection, copy: Path) -> None:
    if connection.pragma("application_id") != APPLICATION_ID:
        raise foreign(copy)
    if connection.pragma("user_version") > CURRENT:
        raise newer(copy)


def _counted(connection: Connection, path: Path, key: Key | None) -> Contents:
    cases = connection.execute("SELECT count(*) FROM cases WHERE basket_on IS NULL").get
    newest = connection.execute("SELECT max(changed_on) FROM cases").get
    return Contents(path, cases, newest and moment(newest), key)


def _prepare(copy: Contents, draft: Path, key: Key | None) -> None:
    """Write the copy into the draft with another key, brought to the tables of this program."""
    connection = connect(copy.path, copy.key)
    try:
        copy_into(connection, draft, key)
    finally:
        connection.close()
    upgraded = open_connection(draft, 0, key=key)
    try:
        if not looks_sound(upgraded, copy.path):
            raise _unsound(copy.path)
    finally:
        upgraded.close()
    with suppress(OSError):
        journal_of(draft).unlink(missing_ok=True)
    sync(draft)


def _refuse_held(path: Path) -> None:
    """Raise UserError where another program is using a file that may be no database at all."""
    import apsw

    if not path.exists():
        return
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except (apsw.BusyError, apsw.LockedError) as error:
        raise busy() from error
    except apsw.Error:
        return
    finally:
        connection.close()


def _set_aside(path: Path, now: datetime) -> Path | None:
    """Give the damaged register a second name, and its journal too: it belongs to no other."""
    if not path.exists():
        return None
    kept = copies.aside(path, now)
    _second_name(path, kept)
    journal = journal_of(path)
    if journal.exists():
        journal.replace(journal_of(kept))
    return kept


def _second_name(path: Path, kept: Path) -> None:
    try:
        os.link(path, kept)
    except FileExistsError:
        raise
    except OSError:
        shutil.copy2(path, kept)  # A stick without links.


def _unsound(copy: Path) -> DamagedError:
    return DamagedError(
        f"Копия «{copy}» повреждена, восстанавливать из неё нельзя. Ничего не изменено. Возьмите "
        "другую копию."
    )
