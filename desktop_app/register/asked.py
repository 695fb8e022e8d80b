"""What a person looks for, as the terms by which a case is found.

A word is sought by its stem and by what it begins with; a telephone, a day and a sum are each one
term, however they are written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop_app.register.folding import day_word, folded
from desktop_app.russian.dates import MONTHS_GENITIVE

_MOST = 12
_WORD = re.compile(r"\w+")
_PHONE = re.compile(r"(?<!\d)(?:\+?7|8)?[ (-]*(\d{3})[ )-]*(\d{3})[ -]?(\d{2})[ -]?(\d{2})(?!\d)")
_YEAR_WORD = r"(?:\s?г(?:ода|\.)?)?"
_DAY = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})" + _YEAR_WORD + r"(?!\w)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_MONTHS = "|".join(MONTHS_GENITIVE)
_IN_WORDS = re.compile(rf"(?<!\d)(\d{{1,2}}) ({_MONTHS}) (\d{{4}}){_YEAR_WORD}")
# Words that stand beside what is meant.
_LEFT_OUT = frozenset(("руб", "рублей", "рубля", "р"))
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that has to be in a case.

    `match` is its expression for the full-text index, `within` what else it may be a part of.
    """

    match: str
    within: str


def terms(text: str) -> tuple[Term, ...]:
    """Return what is asked for, at most a dozen terms; none where only signs were typed."""
    rest, found = folded(text), []
    for pattern, made in ((_ISO, _iso), (_DAY, _day), (_IN_WORDS, _in_words), (_PHONE, _phone)):
        for one in pattern.finditer(rest):
            term = made(one)
            if term is not None:
                found.append(term)
                rest = rest.replace(one[0], " ", 1)
    words = _WORD.findall(rest)
    meant = [word for word in words if word not in _LEFT_OUT] or words
    return (*found, *map(_word, meant))[:_MOST]


def days_in(text: str) -> Iterator[date]:
    """Yield the days that stand in a text as a case file writes them."""
    for one in _ISO.finditer(text):
        day = _date(one[1], one[2], one[3])
        if day is not None:
            yield day


def _word(word: str) -> Term:
    stem = _stem(word)
    return Term(f'"{stem}" *', stem)


def _phone(found: re.Match[str]) -> Term:
    figures = "".join(found.groups())
    return Term(f'"{figures}" *', figures)


def _iso(found: re.Match[str]) -> Term | None:
    return _of_day(_date(found[1], found[2], found[3]))


def _day(found: re.Match[str]) -> Term | None:
    year = found[3] if len(found[3]) == 4 else f"20{found[3]}"
    return _of_day(_date(year, found[2], found[1]))


def _in_words(found: re.Match[str]) -> Term | None:
    month = MONTHS_GENITIVE.index(found[2]) + 1
    return _of_day(_date(found[3], str(month), found[1]))


def _of_day(day: date | None) -> Term | None:
    return None if day is None else Term(f'"{day_word(day)}"', f"{day:%d.%m.%Y}")


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _stem(word: str) -> str:
    """Return what most forms of a Russian word have in common; other words as they are."""
    if len(word) < _SHORTEST_STEM or not ("а" <= word[0] <= "я"):
        return word
    from snowballstemmer import stemmer

    return str(stemmer("russian").stemWord(word))
