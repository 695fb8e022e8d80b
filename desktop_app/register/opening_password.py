"""The password that opens the register: what a new one must be. A shorter one of before holds."""

import unicodedata
from typing import Final

SHORTEST: Final = 8


def refusal(password: str) -> str | None:
    """Return why a new password is not good enough, None if it is.

    Counted as it is used, in the form NFC; spaces at its ends make it no harder to guess.
    """
    if len(unicodedata.normalize("NFC", password).strip()) >= SHORTEST:
        return None
    return (
        f"Пароль короткий: нужно не меньше {SHORTEST} знаков. Хороший пароль — четыре–пять слов, "
        "не связанных между собой: их легко записать и трудно угадать."
    )
