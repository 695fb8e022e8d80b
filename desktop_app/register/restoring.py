"""A copy in the place of the register: looked through first, in one step, nothing thrown away."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from os.path import samestat
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.atomic import put
from desktop_app.errors import UserError
from desktop_app.register import copies
from desktop_app.register.backup import copy_to
from desktop_app.register.checking import looks_sound
from desktop_app.register.drafts import (
    Fullness,
    connect,
    copy_into,
    fullness,
    new_draft,
    remove,
    sync,
)
from desktop_app.register.exchange import exchange
from desktop_app.register.faults import (
    DamagedError,
    not_writable,
    told,
)
from desktop_app.register.header import journal_of
from desktop_app.register.looking import Contents, contents_of, held, look_into, said, unsound
from desktop_app.register.opening import open_connection
from desktop_app.register.password import Key
from desktop_app.register.places import real_place
from desktop_app.register.restore_aside import bring_back, refuse_held, set_aside

if TYPE_CHECKING:
    from desktop_app.register.register import Register

__all__ = [
    "Contents",
    "contents_of",
    "is_aside",
    "look_into",
    "restore",
    "restore_damaged",
    "restore_locked",
    "said",
]


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
    path = _place(path)
    there, kept = path.exists(), copies.aside(path, now)
    _put_unread(path, copy, copy.key, kept)
    return kept if there else None


def restore_locked(path: Path, copy: Contents, now: datetime) -> Path:
    """Put the copy in the place of a register that no password opens; return where that one is.

    It becomes one of the copies: should the password be found, one can return to it. The
    password is that of the copy.
    """
    path = _place(path)
    kept = copies.before_restoring(path, now)
    _put_unread(path, copy, copy.key, kept)
    return kept


def is_aside(path: Path, kept: Path) -> bool:
    """Say whether what `restore` has kept is a damaged file rather than a copy."""
    return kept.parent != copies.folder_of(path)


def _exchanged(register: Register, copy: Contents, now: datetime) -> Path:
    made: list[Path] = []
    former_file = register.path.stat()

    def make(draft: Path) -> Fullness:
        for former in made:
            former.unlink()
        made[:] = [copies.before_restoring(register.path, now)]
        copy_to(register, made[0])
        return _prepare(copy, draft, register.key)

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


def _place(path: Path) -> Path:
    try:
        return real_place(path)
    except OSError as error:
        raise not_writable(path) from error


def _refuse_same(path: Path, copy: Contents) -> None:
    if path.exists() and copy.path.samefile(path):
        raise UserError("Это само хранилище дел, а не его копия. Выберите другой файл.")


def _prepare(copy: Contents, draft: Path, key: Key | None) -> Fullness:
    """Write the copy into the draft with another key, brought to the tables of this program."""
    import apsw

    connection = connect(copy.path, copy.key)
    try:
        copy_into(connection, draft, key)
    except (apsw.CorruptError, apsw.NotADBError) as error:
        raise unsound(copy.path) from error
    finally:
        connection.close()
    upgraded = open_connection(draft, 0, key=key, make=False)
    try:
        if not looks_sound(upgraded, copy.path):
            raise unsound(copy.path)
        if held(upgraded, copy.path, copy.key) != copy:
            raise _changed(copy.path)
        written = fullness(upgraded)
    finally:
        upgraded.close()
    with suppress(OSError):
        journal_of(draft).unlink(missing_ok=True)
    sync(draft)
    return written


def _changed(copy: Path) -> UserError:
    return UserError(
        f"Из копии «{copy}» прочитано не то, что в ней было сначала: её тем временем изменили, или "
        "другая программа трогает папку с делами. Ничего не изменено. Закройте ту программу и "
        "повторите."
    )
