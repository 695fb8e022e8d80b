"""Rates in percent a year as people type them: «19,9», «19.9 %», «19,9% годовых»."""

import re
from decimal import Decimal

from desktop_app.russian.money import percent
from desktop_app.russian.reading.result import BLANK, Read, Reading, plain, quoted, unreadable

_RATE = re.compile(
    r"([0-9]{1,4})(?:[.,]([0-9]{1,6}))?\s*(?:%|проц\.?|процент(?:а|ов)?)?"
    r"\s*(?:годовых|в год|годовая)?"
)
_NOT_A_YEAR = re.compile(r"в день|в мес|за день|ежемес|ежедн")


def read_percent(text: str) -> Reading[Decimal]:
    """Read a rate a year, 0 to 9999 with at most six decimals."""
    typed = plain(text)
    if not typed:
        return BLANK
    if _NOT_A_YEAR.search(typed):
        return unreadable(
            "Нужна ставка за год: она указана в договоре как «процентов годовых», например 19,9."
        )
    rate = _RATE.fullmatch(typed)
    if rate is None:
        return unreadable(
            f"Не похоже на ставку: {quoted(text)}. Впишите проценты годовых, например 19,9."
        )
    value = Decimal(f"{rate[1]}.{rate[2] or 0}")
    return Read(value, said_percent(value))


def editable_percent(rate: Decimal) -> str:
    """Return the rate as it stands in its field: 19,9. Reading it gives the same rate."""
    return f"{rate.normalize():f}".replace(".", ",")


def said_percent(rate: Decimal) -> str:
    """Return the rate said back: 19,9 % годовых."""
    return f"{percent(rate)} годовых"
