"""Setting, changing and removing the password of a register."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.register.drafts import copy_into
from desktop_app.register.exchange import exchange
from desktop_app.register.faults import WrongPasswordError
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
    exchange(register, partial(_copied, register, key), key)


def _copied(register: Register, key: Key | None, draft: Path) -> None:
    copy_into(register.connection, draft, key)
