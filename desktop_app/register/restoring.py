"""A copy in the place of the register: looked through first, in one step, nothing thrown away."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from os.path import samestat
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
    foreign,
    newer,
    not_writable,
    told,
    understood,
)
from desktop_app.register.header import Kind, journal_of, kind_of, salt_of
from desktop_app.register.opening import open_connection, refuse_wrong
from desktop_app.register.password import Key, key_of
from desktop_app.register.restore_aside import bring_back, refuse_held, set_aside
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
    """Put the copy in the place of the open register; return where the former one is kept.

    The password stays that of the register. A sound one is copied first; a damaged one is set
    aside as it is (`is_aside`). Killed at any moment it leaves the former register or the copy.
    Raises UserError, and nothing has changed; a damaged register may be closed then.
    """
    _refuse_same(register.path, copy)
    try:
        return _exchanged(register, copy, now)
    except DamagedError:
        # Or the copy is: preparing it comes first here too, and says so.
        return _restored_unread(register, copy, now)


def restore_damaged(path: Path, copy: Contents, now: datetime) -> Path | None:
    """Put the copy in the place of a register that can't be opened; return where that one is now.

    The password is that of the copy. Where there was no file, None.
    """
    path = path.absolute()
    there, kept = path.exists(), copies.aside(path, now)
    _put_unread(path, copy, copy.key, kept)
    return kept if there else None


def restore_locked(path: Path, copy: Contents, now: datetime) -> Path:
    """Put the copy in the place of a register that no password opens; return where that one is.

    It becomes one of the copies: should the password be found, one can return to it. The
    password is that of the copy.
    """
    path = path.absolute()
    kept = copies.before_restoring(path, now)
    _put_unread(path, copy, copy.key, kept)
    return kept


def is_aside(path: Path, kept: Path) -> bool:
    """Say whether what `restore` has kept is a damaged file rather than a copy."""
    return kept.parent != copies.folder_of(path)


def _exchanged(register: Register, copy: Contents, now: datetime) -> Path:
    made: list[Path] = []
    former_file = register.path.stat()

    def make(draft: Path) -> None:
        for former in made:
            former.unlink()
        made[:] = [copies.before_restoring(register.path, now)]
        copy_to(register, made[0])
        _prepare(copy, draft, register.key)

    try:
        exchange(register, make, register.key)
    except BaseException:
        if samestat(former_file, register.path.stat()):
            for former in made:
                former.unlink(missing_ok=True)
        raise
    return made[0]


def _restored_unread(register: Register, copy: Contents, now: datetime) -> Path:
    kept, key = copies.aside(register.path, now), register.key
    register.close()  # Windows lets nobody move an open file.
    try:
        _put_unread(register.path, copy, key, kept)
    except BaseException:
        with suppress(UserError):
            register.reopen(key)
        raise
    register.reopen(key)
    return kept


def _put_unread(path: Path, copy: Contents, key: Key | None, kept: Path) -> None:
    """Put the copy in the place of a file that is not read; that one gets a second name."""
    _refuse_same(path, copy)
    try:
        draft = new_draft(path)
    except OSError as error:
        raise not_writable(path) from error
    try:
        with told(path):
            _prepare(copy, draft, key)
            refuse_held(path)
        set_aside(path, kept)
        try:
            put(draft, path, replace=True)
        except BaseException:
            bring_back(path, kept)
            raise
    except OSError as error:
        raise not_writable(path) from error
    finally:
        remove(draft)


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
    with understood(path):
        return Contents(path, cases, newest and moment(newest), key)


def _prepare(copy: Contents, draft: Path, key: Key | None) -> None:
    """Write the copy into the draft with another key, brought to the tables of this program."""
    import apsw

    connection = connect(copy.path, copy.key)
    try:
        copy_into(connection, draft, key)
    except (apsw.CorruptError, apsw.NotADBError) as error:
        raise _unsound(copy.path) from error
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


def _unsound(copy: Path) -> DamagedError:
    return DamagedError(
        f"Копия «{copy}» повреждена, восстанавливать из неё нельзя. Ничего не изменено. Возьмите "
        "другую копию."
    )
