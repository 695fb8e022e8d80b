"""The password of a transfer file: easy to tell by telephone, long enough, typed as one can."""

import re
import secrets
import unicodedata
from typing import Final

from desktop_app.register.password_length import too_short

_DIGITS: Final = re.compile(r"[\d\s\u2010-\u2015-]+")


def new_password() -> str:
    """Return a password that is easy to tell by telephone: sixteen digits in four groups."""
    digits = f"{secrets.randbelow(10**16):016}"
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4))


def refusal(password: str) -> str | None:
    """Return why a password is not good enough for a file that goes by mail, None if it is."""
    return too_short(as_key(password))


def as_key(password: str) -> str:
    """Return the password as it is used: one of digits is the same without its dashes."""
    plain = unicodedata.normalize("NFC", password.strip()).encode("utf-8", "replace").decode()
    return re.sub(r"\D", "", plain) if _DIGITS.fullmatch(plain) else plain
