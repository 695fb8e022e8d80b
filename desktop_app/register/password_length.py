"""How long a new password must be, one that opens the register or one of a transfer file."""

from typing import Final

from desktop_app.russian.numbers import NBSP

SHORTEST: Final = 8
LENGTH: Final = f"не меньше {SHORTEST}{NBSP}знаков"
"""How long it must be, said everywhere in these words."""


def too_short(counted: str) -> str | None:
    """Return why a password is refused for its length, None if it is not; given as it counts."""
    return f"Пароль короткий: нужно {LENGTH}." if len(counted) < SHORTEST else None
