"""Counting of months, years and days as the Civil Code does (articles 191–193).

Meant for days of the years 1990–2199 with spans of up to some centuries; within them nothing
here raises. Only beyond the year 9999, which no claim reaches, Python's own dates end.
"""

from datetime import date, timedelta
from typing import cast

from dateutil.relativedelta import relativedelta

from desktop_app.law.calendar import Calendar


def add_months(day: date, months: int) -> date:
    """Return the same number of the month `months` later, or that month's last day.

    Source: art. 192 para. 3 of the Civil Code: where the month lacks the number,
    the term ends on its last day (31 January and one month: 28 or 29 February).
    """
    later = day + relativedelta(months=months)  # type: ignore[no-untyped-call]
    return cast(date, later)


def add_years(day: date, years: int) -> date:
    """Return the same number and month `years` later; 29 February becomes 28 in a common year.

    Source: art. 192 paras. 1 and 3 of the Civil Code.
    """
    later = day + relativedelta(years=years)  # type: ignore[no-untyped-call]
    return cast(date, later)


def last_day(start: date, days: int, calendar: Calendar) -> date:
    """Return the last day of a term in calendar days, moved off a non-working day.

    `start` is day 0 (art. 191 of the Civil Code: the term runs from the next day); a last day
    that does not work gives way to the nearest following working day (art. 193). What is due
    may be done until midnight of the day returned (art. 194).
    """
    return calendar.next_working(start + timedelta(days=days))
