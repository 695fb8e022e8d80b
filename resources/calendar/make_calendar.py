"""Writes `ru.toml` beside this file: the non-working weekdays and the working weekends of Russia.

Run at development time: `python resources/calendar/make_calendar.py 2026-11-20`; the argument is
the day of the check, and the same library and day always give the same bytes. The program itself
reads only the table, because importing the library costs it a noticeable part of its start.
"""

import sys
from collections.abc import Iterable
from datetime import date
from importlib.metadata import version
from pathlib import Path

import holidays

YEARS = range(2016, 2028)
_SATURDAY = 5

_HEADER = """\
# Производственный календарь России: нерабочие будни и рабочие выходные дни.
# Написан программой resources/calendar/make_calendar.py, руками не править.
# Источник: библиотека holidays {version}, страна RU.
# Проверено: {checked_on}
"""


def calendar_text(checked_on: date) -> str:
    """Return the whole file for the years 2016–2027."""
    russia = holidays.country_holidays("RU", years=YEARS, language="ru")
    parts = [_HEADER.format(version=version("holidays"), checked_on=checked_on.isoformat())]
    for year in YEARS:
        closed = (day for day in russia if day.year == year and day.weekday() < _SATURDAY)
        open_ = (day for day in russia.weekend_workdays if day.year == year)
        parts.append(
            f"\n[{year}]\n{_days('non_working_weekdays', closed)}{_days('working_weekends', open_)}"
        )
    return "".join(parts)


def _days(key: str, days: Iterable[date]) -> str:
    rows = [f"    {day.isoformat()},\n" for day in sorted(days)]
    return f"{key} = [\n{''.join(rows)}]\n" if rows else f"{key} = []\n"


if __name__ == "__main__":
    Path(__file__).with_name("ru.toml").write_text(
        calendar_text(date.fromisoformat(sys.argv[1])), encoding="utf-8", newline="\n"
    )
