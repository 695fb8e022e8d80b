"""Setting, changing and removing the password of a register."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.register.drafts import Fullness, copy_into, fullness, sweep_all
from desktop_app.register.exchange import exchange
from desktop_app.register.faults import WrongPasswordError, not_writable
from desktop_app.register.password import Key, key_of

if TYPE_CHECKING:
    from desktop_app.register.register import Register


def set_password(register: Register, old: str | None, new: str | None) -> None:
    """Lock the register with `new`, or with None make it readable for everybody.

    Killed at any moment it leaves the register with the old password or with the new one. A
    locked register asks for the old one: WrongPasswordError. Raises UserError, and nothing has
    changed. Copies made before are another matter: `copies.renewed`.
    """
    if register.key is not None:
        given = None if old is None else key_of(old, register.key.salt)
        if given is None or not given.opens_as(register.key):
            raise WrongPasswordError
    if register.key is None and new is None:
        return
    key = None if new is None else key_of(new)
    if register.key is None:
        _refuse_second_name(register.path)
    exchange(register, partial(_copied, register, key), key)
    # What killed programs left may be readable.
    sweep_all(register.path)


def _copied(register: Register, key: Key | None, draft: Path) -> Fullness:
    # Before: another program's change in between makes `exchange` begin anew.
    wanted = fullness(register.connection)
    copy_into(register.connection, draft, key)
    return wanted


def _refuse_second_name(path: Path) -> None:
    """Raise UserError where the readable file would stay under another name after locking."""
    try:
        names = path.stat().st_nlink
    except OSError as error:
        raise not_writable(path) from error
    if names > 1:
        raise UserError(
            f"У файла «{path}» есть ещё одно имя на этом диске (жёсткая ссылка): под ним дела "
            "остались бы без пароля. Пароль не установлен. Удалите файл с тем именем; если его не "
            "найти, положите на место хранилища его копию, а этот файл удалите. Затем повторите."
        )
