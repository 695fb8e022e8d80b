"""Free text and e-mail addresses. What a person wrote is not restyled."""

import re

from desktop_app.russian.numbers import plural
from desktop_app.russian.reading.result import BLANK, Read, Reading, quoted, unreadable

_ADDRESS = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]{2,}")


def read_text(text: str, most: int, *, lines: bool = False) -> Reading[str]:
    """Read text of at most `most` characters; line breaks stay only where `lines` are wanted."""
    typed = text.strip()
    if not lines:
        typed = " ".join(line.strip() for line in typed.splitlines() if line.strip())
    if not typed:
        return BLANK
    if len(typed) > most:
        over = len(typed) - most
        letters = plural(over, "знак", "знака", "знаков")
        return unreadable(
            f"Здесь помещается {most} {plural(most, 'знак', 'знака', 'знаков')}: сократите "
            f"на {over} {letters}."
        )
    return Read(typed, typed)


def read_email(text: str) -> Reading[str]:
    """Read an e-mail address; «mailto:», spaces at the sides and a point at the end go."""
    typed = text.strip().removeprefix("mailto:").strip("<> .")
    if not typed:
        return BLANK
    if "@" not in typed:
        return unreadable(f"В адресе {quoted(typed)} нет знака @. Проверьте адрес почты.")
    if not _ADDRESS.fullmatch(typed):
        return unreadable(
            f"Адрес {quoted(typed)} записан не так, как пишут адреса почты: нужен один адрес без "
            "пробелов и с точкой после знака @."
        )
    return Read(typed, typed)
