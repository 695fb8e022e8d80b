"""Which days work in Russia: holidays, transfers and working Saturdays, as shipped data.

Needed because a term that ends on a non-working day ends on the next working one (art. 193 of
the Civil Code). The days are written by `resources/calendar/make_calendar.py`.
"""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

from desktop_app import paths
from desktop_app.law.toml_file import LawFileError, Table, read_toml

_SATURDAY = 5


class Calendar:
    """The working days of the years it knows; of other years only the days of the week."""

    def __init__(
        self, years: frozenset[int], non_working: frozenset[date], working_weekends: frozenset[date]
    ) -> None:
        self._years = years
        self._non_working = non_working
        self._working_weekends = working_weekends

    def knows(self, year: int) -> bool:
        """Say whether holidays and transfers of a year are known.

        When not, an answer rests on Saturdays and Sundays alone, and the person must be told.
        """
        return year in self._years

    def is_working(self, day: date) -> bool:
        """Say whether a day works; a Saturday made working by a transfer does."""
        if day.weekday() >= _SATURDAY:
            return day in self._working_weekends
        return day not in self._non_working

    def next_working(self, day: date) -> date:
        """Return the day itself if it works, else the nearest following working day.

        Source: art. 193 of the Civil Code.
        """
        while not self.is_working(day):
            day += timedelta(days=1)
        return day


def read_calendar(path: Path) -> Calendar:
    """Return the calendar of a TOML file with one table a year.

    Raises LawFileError for anything but years, and days of their own year: weekdays
    that do not work, weekend days that do.
    """
    years: set[int] = set()
    non_working: set[date] = set()
    working_weekends: set[date] = set()
    for key, content in read_toml(path).items():
        if not (key.isascii() and key.isdecimal() and len(key) == 4):
            raise LawFileError(path.name, key, "допустим год из четырёх цифр, например [2026]")
        table = Table(path.name, key, content)
        years.add(int(key))
        non_working.update(_days(table, "non_working_weekdays", int(key), weekend=False))
        working_weekends.update(_days(table, "working_weekends", int(key), weekend=True))
        table.done()
    return Calendar(frozenset(years), frozenset(non_working), frozenset(working_weekends))


def _days(table: Table, name: str, year: int, *, weekend: bool) -> list[date]:
    days = table.days(name)
    if any(day.year != year or (day.weekday() >= _SATURDAY) is not weekend for day in days):
        kind = "субботы и воскресенья" if weekend else "дни с понедельника по пятницу"
        raise table.error(name, f"допустимы только {kind} года {year}")
    return days


@cache
def load_calendar() -> Calendar:
    """Return the shipped calendar of Russia, read once.

    Raises LawFileError when the file is damaged.
    """
    return read_calendar(paths.resource("calendar", "ru.toml"))
