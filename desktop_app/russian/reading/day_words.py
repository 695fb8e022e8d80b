"""Words around a day as people type it, put into figures: «от», «прошлого года», «III», «12:30»."""

import re
from datetime import date

_BEFORE = re.compile(r"^(?:от|с|со) (?=[0-9])")
_TIME = re.compile(r"(?<=[0-9])[,]? (?:в )?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$")
_ROMAN = re.compile(r"(?<=[0-9])([./\- ])([ivx]{1,4})(?=\1[0-9])")
_NUMERALS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_YEARS = {"этого": 0, "сего": 0, "текущего": 0, "прошлого": -1}
_NAMED_YEAR = re.compile(rf"(?<=[а-я]) ({'|'.join(_YEARS)}) года?$")
_AGO = re.compile(r"(?:(?P<number>[0-9]{1,3}|[а-я]+) )?(?P<unit>день|дня|дней|недел[юиь]) назад")
_COUNTS = {"один": 1, "одну": 1, "два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6}
_COUNTS |= {"семь": 7, "восемь": 8, "девять": 9, "десять": 10}


def plain_figures(typed: str, today: date) -> str:
    """Return the day without a word before it and a time after it; months and years in figures."""
    typed = _TIME.sub("", _BEFORE.sub("", typed.rstrip("!")))
    if re.search("[а-я]{5,}\\.$", typed):
        typed = typed.rstrip(".")
    typed = _ROMAN.sub(_month, typed)
    return _NAMED_YEAR.sub(lambda found: f" {today.year + _YEARS[found[1]]}", typed)


def days_ago(typed: str) -> int | None:
    """Return how many days «3 дня назад» or «две недели назад» is; None for any other text.

    A month ago or a year ago is hardly meant to the day: that is not read.
    """
    ago = _AGO.fullmatch(typed)
    if ago is None:
        return None
    number = ago["number"] or "один"
    count = int(number) if number.isdecimal() else _COUNTS.get(number)
    return None if count is None else count * (7 if ago["unit"].startswith("нед") else 1)


def _month(found: re.Match[str]) -> str:
    numeral = found[2]
    number = _NUMERALS.index(numeral) + 1 if numeral in _NUMERALS else numeral
    return f"{found[1]}{number}"
