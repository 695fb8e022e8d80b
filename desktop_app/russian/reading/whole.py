"""Counts as people type them: «24», «45 дней», «2 листа»; a warranty also in years."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from desktop_app.russian.numbers import counted, grouped
from desktop_app.russian.reading.result import BLANK, Read, Reading, plain, quoted, unreadable

Unit = Literal["", "days", "months", "sheets"]


@dataclass(frozen=True, slots=True)
class _Counted:
    """The forms of what is counted, the pattern of its words, what to write."""

    forms: tuple[str, str, str]
    words: str
    example: str


_COUNTED: dict[Unit, _Counted] = {
    "": _Counted(("", "", ""), "", "Впишите число цифрами, например 3."),
    "days": _Counted(
        ("день", "дня", "дней"),
        r"(?:календарн\w* )?(?:день|дня|дней|дн\.?)",
        "Впишите число дней, например 20.",
    ),
    "months": _Counted(
        ("месяц", "месяца", "месяцев"),
        r"месяц\w*|мес\.?|м\.?",
        "Впишите число месяцев, например 24.",
    ),
    "sheets": _Counted(
        ("лист", "листа", "листов"),
        r"лист\w*|л\.?|стр\.?|страниц\w*",
        "Впишите число листов, например 2.",
    ),
}
_WHOLE = re.compile(r"([0-9]{1,3}(?: [0-9]{3})+|[0-9]{1,9})(?:[.,]0{1,2})?")
_YEARS = re.compile(r"([0-9]{1,2})(?:[.,]([0-9]))?\s*(?:год\w*|лет|г\.?)|год")
_YEARS_AND_MONTHS = re.compile(
    r"([0-9]{1,2})\s*(?:год\w*|лет|г\.?)\s*(?:и )?([0-9]{1,2})\s*мес\w*\.?"
)
_WORKING_DAYS = re.compile(r"рабоч|\bр\.? ?д")
_LONGEST = 80
_NONE = frozenset({"нет", "без гарантии", "не было", "нет гарантии"})
_HALVES = {"полгода": 6, "пол года": 6, "полтора года": 18, "полтора": 18}


def read_whole(text: str, unit: Unit = "", *, least: int = 0, most: int = 10_000) -> Reading[int]:
    """Read a count of `unit`; months also from years («2 года», «полгода», «1,5 года»)."""
    typed = plain(text)[:_LONGEST]
    if not typed:
        return BLANK
    kind = _COUNTED[unit]
    if unit == "days" and _WORKING_DAYS.search(typed):
        return unreadable(
            "Нужны календарные дни, с выходными и праздниками: сосчитайте их по календарю."
        )
    value = _months_of_years(typed) if unit == "months" else None
    if value is None:
        number = re.sub(rf"(?<=[0-9])\s*(?:{kind.words})$", "", typed)
        found = _WHOLE.fullmatch(number)
        value = int(found[1].replace(" ", "")) if found else None
    if value is None:
        return unreadable(f"Не похоже на целое число: {quoted(text)}. {kind.example}")
    if not least <= value <= most:
        return unreadable(f"Число должно быть от {least} до {grouped(most)}: проверьте цифры.")
    return Read(value, said_whole(value, unit))


def editable_whole(count: int) -> str:
    """Return the count as it stands in its field: 24. Reading it gives the same count."""
    return str(count)


def said_whole(count: int, unit: Unit = "") -> str:
    """Return the count said back: 24 месяца, 45 дней; without a unit the number alone."""
    return counted(count, *_COUNTED[unit].forms) if unit else grouped(count)


def _months_of_years(typed: str) -> int | None:
    if typed in _NONE:
        return 0
    if typed in _HALVES:
        return _HALVES[typed]
    if both := _YEARS_AND_MONTHS.fullmatch(typed):
        return int(both[1]) * 12 + int(both[2])
    years = _YEARS.fullmatch(typed)
    if years is None:
        return None
    months = Fraction(f"{years[1] or 1}.{years[2] or 0}") * 12
    return int(months) if months.denominator == 1 else None
