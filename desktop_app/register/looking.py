"""What a register or a copy holds: read without trust, and told in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.register.checking import looks_sound
from desktop_app.register.drafts import connect
from desktop_app.register.faults import (
    DamagedError,
    LockedError,
    foreign,
    newer,
    told,
    understood,
)
from desktop_app.register.header import Kind, is_unfinished, journal_of, kind_of, salt_of
from desktop_app.register.opening import refuse_wrong
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
    with told(register.path, register.connection):
        return held(register.connection, register.path, register.key)


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
        with told(copy), _told_of_journal(copy):
            _refuse_other(connection, copy)
            if whole and not looks_sound(connection, copy):
                raise unsound(copy)
            return held(connection, copy, key)
    except DamagedError as error:
        raise unsound(copy) from error
    finally:
        connection.close()


def _key_to(copy: Path, password: str | None, key: Key | None) -> Key | None:
    """Return the key to a copy, proven."""
    try:
        kind = kind_of(copy)
        salt = salt_of(copy)
    except (OSError, ValueError) as error:
        raise UserError(f"Копия «{copy}» не читается. Проверьте имя и доступ к ней.") from error
    if kind is Kind.cut:
        raise unsound(copy)
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


@contextmanager
def _told_of_journal(copy: Path) -> Iterator[None]:
    """Raise UserError for a copy whose interrupted change is still to be taken back."""
    import apsw

    try:
        yield
    except (apsw.ReadOnlyError, apsw.CantOpenError) as error:
        if is_unfinished(copy):
            raise _unclosed(copy) from error
        raise


def _refuse_other(connection: Connection, copy: Path) -> None:
    if connection.pragma("application_id") != APPLICATION_ID:
        raise foreign(copy)
    if connection.pragma("user_version") > CURRENT:
        raise newer(copy)


def held(connection: Connection, path: Path, key: Key | None) -> Contents:
    """Return what an open file holds."""
    cases = connection.execute("SELECT count(*) FROM cases WHERE basket_on IS NULL").get
    newest = connection.execute("SELECT max(changed_on) FROM cases").get
    with understood(path):
        return Contents(path, cases, newest and moment(newest), key)


def _unclosed(copy: Path) -> UserError:
    return UserError(
        f"Копия «{copy}» не была закрыта как следует: её последнее изменение осталось в файле "
        f"«{journal_of(copy).name}» рядом. Ничего не изменено. Положите оба файла в папку, в "
        "которую можно писать, откройте копию командой «pretenziya cases check --register КОПИЯ», "
        "тогда изменение закончится, и повторите."
    )


def unsound(copy: Path) -> DamagedError:
    """Return the error for a copy that is damaged."""
    return DamagedError(
        f"Копия «{copy}» повреждена, восстанавливать из неё нельзя. Ничего не изменено. Возьмите "
        "другую копию."
    )
