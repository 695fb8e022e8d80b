"""Days as people type them: «1.3.25», «01/03/2025», «1 марта 25 г.», «2025-03-01», «вчера».

The number of the day always comes before the month, as is usual in Russian. A year that was
left out, and one of two figures, are filled in and said back.
"""

import re
from datetime import date, timedelta

from desktop_app.russian.dates import MONTHS_GENITIVE, WEEKDAYS, short, with_weekday
from desktop_app.russian.reading.day_words import days_ago, plain_figures
from desktop_app.russian.reading.months import month_number
from desktop_app.russian.reading.result import (
    BLANK,
    Read,
    Reading,
    Unreadable,
    ambiguous,
    plain,
    quoted,
    unreadable,
)

_LONGEST = 60
_EXAMPLE = "Впишите день, например 01.03.2025 или 1 марта 2025."
_SEPARATOR = r"\s*[./,\-\s]\s*"
_FIGURES = re.compile(rf"([0-9]{{1,2}}){_SEPARATOR}([0-9]{{1,2}})(?:{_SEPARATOR}([0-9]+))?\.?")
_ISO = re.compile(rf"([0-9]{{4}}){_SEPARATOR}([0-9]{{1,2}}){_SEPARATOR}([0-9]{{1,2}})")
_ISO_TOGETHER = re.compile(r"((?:19|20)[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])")
_TOGETHER = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})")
_IN_WORDS = re.compile(r"([0-9]{1,2})(?:-?(?:го|ое|е))?[\s.\-/]*([а-я]{3,9})\.?[\s,.\-/]*([0-9]+)?")
_NO_DAY = re.compile(rf"(?:[0-9]{{1,2}}{_SEPARATOR}|[а-я]{{3,9}}\.?\s*)?[0-9]{{4}}|[а-я]{{3,9}}")
_YEAR_WORD = re.compile(r"(?<=[0-9])\s*(?:г\.?|год[а-я]?)$")
_WEEKDAY = re.compile(rf"[,\s(]+({'|'.join(WEEKDAYS)})\)?$|^({'|'.join(WEEKDAYS)})[,\s]+")
_TODAY_AND_NEAR = {
    "сегодня": 0,
    "вчера": -1,
    "позавчера": -2,
    "завтра": 1,
    "послезавтра": 2,
}
_YEAR_FIRST = re.compile(r"([0-9]{2})-([0-9]{1,2})-([0-9]{1,2})")
# Nobody claims for what was bought longer ago: such a day makes another order of figures likelier.
_YEARS_OF_USE = 10
# A year of two figures further ahead than this belongs to the last century.
_YEARS_AHEAD = 30


def read_day(text: str, today: date, *, ahead: bool = False) -> Reading[date]:
    """Read a day. Without a year it is the latest one not after `today`, with `ahead` the next.

    What is unreadable says which part is wrong: the number, the month, the year. «25-03-01» is
    asked: it may begin with the year.
    """
    typed = plain(text)
    if not typed:
        return BLANK
    if len(typed) > _LONGEST:
        return unreadable(f"Слишком длинно для одного дня. {_EXAMPLE}")
    typed = plain_figures(typed, today)
    typed, weekday = _without_weekday(_YEAR_WORD.sub("", typed))
    typed = _YEAR_WORD.sub("", typed)
    result = _near(typed, today) or _written(typed, today, ahead)
    if result is None:
        return unreadable(f"Не похоже на день: {quoted(text)}. {_EXAMPLE}")
    if isinstance(result, Unreadable):
        return result
    if weekday and WEEKDAYS[result.weekday()] != weekday:
        return unreadable(
            f"{short(result)} — это {WEEKDAYS[result.weekday()]}, а написано «{weekday}». "
            "Проверьте число и месяц."
        )
    other = None if weekday else _year_first(typed, result, today, ahead)
    days = tuple(Read(day, said_day(day)) for day in (result, other) if day)
    return ambiguous(days) if other else days[0]


def editable_day(day: date) -> str:
    """Return the day as it stands in its field: 01.03.2025. Reading it gives the same day."""
    return short(day)


def said_day(day: date) -> str:
    """Return the day said back: 1 марта 2025 года, суббота."""
    return with_weekday(day)


def _year_first(typed: str, read: date, today: date, ahead: bool) -> date | None:
    """Return the day of «25-03-01» read from its year on, where that is the likelier one.

    With points no one writes so in Russian: «24.12.31» is in 2031, and that is said back.
    """
    figures = _YEAR_FIRST.fullmatch(typed)
    if figures is None or not _is_far(read, today, ahead):
        return None
    try:
        other = date(full_year(figures[1], today), int(figures[2]), int(figures[3]))
    except ValueError:
        return None
    return None if _is_far(other, today, ahead) else other


def _is_far(day: date, today: date, ahead: bool) -> bool:
    return (day > today and not ahead) or abs(day.year - today.year) > _YEARS_OF_USE


def _without_weekday(typed: str) -> tuple[str, str | None]:
    found = _WEEKDAY.search(typed)
    if not found:
        return typed, None
    return (typed[: found.start()] + typed[found.end() :]).strip(), found[1] or found[2]


def _near(typed: str, today: date) -> date | Unreadable | None:
    ago = days_ago(typed)
    days = _TODAY_AND_NEAR.get(typed) if ago is None else -ago
    if days is None:
        return None
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return unreadable(f"Такого дня не бывает. {_EXAMPLE}")


def _written(typed: str, today: date, ahead: bool) -> date | Unreadable | None:
    if iso := _ISO.fullmatch(typed) or _ISO_TOGETHER.fullmatch(typed):
        return _day(iso[3], int(iso[2]), iso[1], today, ahead)
    if figures := _FIGURES.fullmatch(typed) or _TOGETHER.fullmatch(typed):
        return _day(figures[1], int(figures[2]), figures[3], today, ahead)
    if words := _IN_WORDS.fullmatch(typed):
        month = month_number(words[2])
        if month is None:
            return unreadable(f"Нет такого месяца: {quoted(words[2])}. {_EXAMPLE}")
        return _day(words[1], month, words[3], today, ahead)
    return _without_day(typed)


def _without_day(typed: str) -> Unreadable | None:
    letters = re.search("[а-я]+", typed)
    known = letters is None or month_number(letters[0]) is not None
    if _NO_DAY.fullmatch(typed) and known:
        return unreadable("Не хватает числа: напишите день, месяц и год, например 01.03.2025.")
    return None


def _day(number: str, month: int, year: str | None, today: date, ahead: bool) -> date | Unreadable:
    day = int(number)
    wrong = _wrong_part(day, month, year)
    if wrong:
        return unreadable(wrong)
    if year is None:
        return without_year(day, month, today, ahead=ahead)
    whole = full_year(year, today)
    try:
        return date(whole, month, day)
    except ValueError:
        return unreadable(_no_such_day(day, month, whole))


def _wrong_part(day: int, month: int, year: str | None) -> str | None:
    if not 1 <= month <= 12:
        swapped = 1 <= day <= 12 and 1 <= month <= 31
        return f"Месяца с номером {month} не бывает. " + (
            f"Сначала пишут число, потом месяц: {month:02d}.{day:02d}."
            if swapped
            else "Проверьте месяц: он от 1 до 12."
        )
    if not 1 <= day <= 31:
        return f"Числа {day} не бывает. Проверьте число: оно от 1 до 31."
    if year is not None and (len(year) not in (2, 4) or year == "0000"):
        return f"Непонятен год «{year[:9]}». Впишите его четырьмя цифрами, например 2025."
    if day > _longest_month(month):
        return _no_such_day(day, month, None)
    return None


def _longest_month(month: int) -> int:
    return 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def _no_such_day(day: int, month: int, year: int | None) -> str:
    of_year = "" if year is None else f" {year} года"
    return f"{day} {MONTHS_GENITIVE[month - 1]}{of_year} не бывает. Проверьте число и месяц."


def full_year(year: str, today: date) -> int:
    """Return the year of four figures; one of two is of this century if it is not far ahead."""
    if len(year) == 4:
        return int(year)
    this_century = today.year - today.year % 100 + int(year)
    return this_century if this_century <= today.year + _YEARS_AHEAD else this_century - 100


def without_year(day: int, month: int, today: date, *, ahead: bool) -> date | Unreadable:
    """Return the latest such day not after `today`; with `ahead` the first one from it on."""
    for years in range(9):
        try:
            found = date(today.year + (years if ahead else -years), month, day)
        except ValueError:
            continue
        if found >= today if ahead else found <= today:
            return found
    return unreadable(_no_such_day(day, month, None))
