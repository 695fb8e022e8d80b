"""Two days in running text: «10.06.25–29.06.25 …», «с 10 по 29 июня 2025 …»."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.russian.dates import MONTHS_GENITIVE
from desktop_app.russian.reading.day import read_day, said_day
from desktop_app.russian.reading.months import month_number
from desktop_app.russian.reading.result import (
    Ambiguous,
    Read,
    Reading,
    Unreadable,
    plain,
    quoted,
    unreadable,
)

_MONTHS = "|".join(sorted({name[:3] for name in MONTHS_GENITIVE}))
# After these words a number was no day: «3.5 часа», «2-3 недели».
_NO_UNIT = (
    r"(?!\s*(?:т\.|[%₽°º]|(?:ч(?:ас(?:а|ов|ы)?)?|мин(?:ут[аыу]?)?|сек(?:унд[аыу]?)?|дн(?:я|ей|и)?"
    r"|день|сут(?:ки|ок)?|нед(?:ел[яиюь])?|мес(?:яц(?:а|ев|ы)?)?|лет|раза?|шт(?:ук[аи]?)?"
    r"|р(?:уб(?:л(?:ь|я|ей))?)?|тыс(?:яч[аиу]?)?|проц(?:ент(?:а|ов)?)?|гр(?:адус(?:а|ов)?)?|град"
    r"|вольт|к?вт|ватт|[ксм]м|кг|л)(?![а-я]))"
    r")"
)
# Years are counted too, but «10 июня 25 года» is a day: only where a day has no year.
_NO_YEARS = r"(?!\s*год(?:а|ы|ов)?(?![а-я]))"
_BETWEEN = r"\s*(?:[-–—]+|\.{2,}|…|,?\s*по|,?\s*до|,|\s)\s*(?:выда\w+:?\s*)?"
_BEFORE = r"^\W*(?:сдан\w*:?\s*)?(?:с|со|от)?\s*"


def _day(name: str) -> str:
    """Return the pattern of a day, as a group of that name.

    The same sign stands on both sides of the month: «10.06-29.06.2025» is two days.
    """
    iso = rf"[0-9]{{4}}(?P<{name}_iso>[-./])[0-9]{{1,2}}(?P={name}_iso)[0-9]{{1,2}}"
    year = rf"(?P={name}_sign)(?:[0-9]{{4}}|[0-9]{{2}})(?![0-9])"
    no_year = rf"(?![0-9]){_NO_UNIT}{_NO_YEARS}"
    figures = rf"[0-9]{{1,2}}(?P<{name}_sign>[-./])[0-9]{{1,2}}(?:{year}|{no_year})"
    after_month = rf"(?:[0-9]{{4}}(?![0-9])|[0-9]{{2}}(?![0-9./])){_NO_UNIT}"
    words = rf"[0-9]{{1,2}}\s*(?:{_MONTHS})[а-я]*\.?(?:\s*{after_month})?"
    return rf"(?P<{name}>(?:{iso}|{figures}|{words})(?:\s*(?:года|год|г\.|г(?![а-я])))?)"


_BOTH = re.compile(rf"{_BEFORE}{_day('first')}{_BETWEEN}{_day('second')}", re.IGNORECASE)
_NUMBER_FIRST = re.compile(
    rf"{_BEFORE}(?P<first>[0-9]{{1,2}})\s*(?:[-–—]|по|до)\s*{_day('second')}", re.IGNORECASE
)
_ONE = re.compile(rf"{_BEFORE}{_day('first')}", re.IGNORECASE)
_STILL = re.compile(
    r"^\s*[-–—]*\s*(?:по|до)?\s*(?:настоящее время|наст\. ?вр\.?|сих пор|сегодня|"
    r"н\. ?в\.?)(?!\w)",
    re.IGNORECASE,
)
_LIKE_A_DAY = re.compile(
    rf"^\W*(?:с|со|от)?\s*([0-9][0-9./-]{{3,}}(?![0-9./-]){_NO_UNIT}{_NO_YEARS})"
)


@dataclass(frozen=True, slots=True)
class TypedSpan:
    """The day of handing over and that of return as far as they are there, with their texts."""

    handed_over: Read[date] | Unreadable | None = None
    returned: Read[date] | Unreadable | None = None
    handed_over_text: str = ""
    returned_text: str = ""
    running: bool = False


def read_span(text: str, today: date) -> tuple[TypedSpan, str]:
    """Return the days at the beginning of the text, and the words after them."""
    if two := _BOTH.search(text) or _NUMBER_FIRST.search(text):
        return _span(two["first"], two["second"], today), text[two.end() :]
    if one := _ONE.search(text):
        rest = text[one.end() :]
        still = _STILL.search(rest)
        span = TypedSpan(_read(one["first"], today), None, one["first"], running=still is not None)
        return span, rest[still.end() :] if still else rest
    if wrong := _LIKE_A_DAY.search(text):
        return TypedSpan(_read(wrong[1], today), None, wrong[1]), text[wrong.end() :]
    return TypedSpan(), text


def _read(text: str, today: date) -> Read[date] | Unreadable:
    return _told(read_day(text, today))


def _told(reading: Reading[date]) -> Read[date] | Unreadable:
    """Return a day that may be two as one that could not be read, with its question."""
    if isinstance(reading, Ambiguous):
        return Unreadable(reading.sentence)
    return reading if isinstance(reading, Read | Unreadable) else Unreadable("")


def _span(first: str, second: str, today: date) -> TypedSpan:
    """Read both; what one of them lacks of month and year it takes from the other.

    If that other does not exist, it stays unread: a month or a year of today would be a guess.
    """
    if _has_year(first) and not _has_year(second):
        handed_over = _read(first, today)
        if isinstance(handed_over, Read):
            ahead = _told(read_day(second, handed_over.value, ahead=True))
        else:
            ahead = _incomplete(second)
        return TypedSpan(handed_over, ahead, first, second)
    returned = _read(second, today)
    until = returned.value if isinstance(returned, Read) else today
    if not isinstance(returned, Read) and _has_year(second) and not _has_year(first):
        return TypedSpan(_incomplete(first), returned, first, second)
    if first.isdecimal():
        return TypedSpan(_number_before(int(first), until), returned, first, second)
    return TypedSpan(_read(first, until), returned, first, second)


def _incomplete(text: str) -> Unreadable:
    return unreadable(f"День {quoted(text)} записан не весь. Впишите его с месяцем и годом.")


def _number_before(number: int, until: date) -> Read[date] | Unreadable:
    """Return the latest day of that number not after `until`: «с 25 по 3.07» begins in June."""
    month = until if number <= until.day else until.replace(day=1) - timedelta(days=1)
    try:
        day = month.replace(day=number)
    except ValueError:
        return _read(f"{number}.{month.month}.{month.year}", until)
    return Read(day, said_day(day))


def _has_year(text: str) -> bool:
    figures = re.findall("[0-9]+", text)
    words = re.findall("[а-я]+", plain(text))
    return len(figures) > 2 or (len(figures) == 2 and any(month_number(w) for w in words))
