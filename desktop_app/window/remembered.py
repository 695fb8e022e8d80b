"""How the window stood and looked last time. None of it is worth a question or an error."""

from contextlib import suppress

from desktop_app.errors import UserError
from desktop_app.register.register import Register
from desktop_app.window.opened.holds import holds_of


def remember(register: Register, key: str, value: str) -> None:
    """Keep a choice of the window; where the register can't be written it is for this time."""
    with suppress(UserError):
        holds_of(register).require()
        register.set_setting(key, value)


def remembered(register: Register, key: str) -> str:
    """Return what was remembered, "" for nothing."""
    with suppress(UserError):
        return register.setting(key) or ""
    return ""


def remembered_number(register: Register, key: str, otherwise: int) -> int:
    """Return the whole number that was remembered, `otherwise` where there is none."""
    kept = remembered(register, key)
    return int(kept) if kept.isascii() and kept.isdecimal() and len(kept) < 6 else otherwise
