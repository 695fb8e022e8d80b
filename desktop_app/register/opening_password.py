"""The password that opens the register: what a new one must be. A shorter one of before holds."""

import unicodedata
from typing import Final

from desktop_app.register.password_length import too_short

GOOD: Final = "четыре–пять слов, не связанных между собой: их легко записать и трудно угадать."
"""What a good one is made of."""


def refusal(password: str) -> str | None:
    """Return why a new password is not good enough, None if it is.

    Counted as it is used, in the form NFC; spaces at its ends make it no harder to guess.
    """
    reason = too_short(unicodedata.normalize("NFC", password).strip())
    return f"{reason} Хороший пароль — {GOOD}" if reason else None
