"""Months, years and days of terms: ends of months, 29 February, non-working last days."""

import calendar as month_lengths
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.law.calendar import load_calendar
from desktop_app.law.reader import load_law
from desktop_app.law.terms import add_months, add_years, last_day

CALENDAR = load_calendar()
LIVED = st.dates(date(1990, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 3, 31), 1, date(2026, 4, 30)),
        (date(2026, 11, 20), 1, date(2026, 12, 20)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_months_end_on_the_same_number_or_the_last_day(start: date, months: int, end: date) -> None:
    assert add_months(start, months) == end


@pytest.mark.parametrize(
    ("start", "years", "end"),
    [
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 2, date(2026, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2025, 2, 28), 3, date(2028, 2, 28)),
        (date(2025, 12, 31), 1, date(2026, 12, 31)),
        (date(2025, 3, 15), 1, date(2026, 3, 15)),
    ],
)
def test_years_end_on_the_same_day_and_29_february_on_28(
    start: date, years: int, end: date
) -> None:
    assert add_years(start, years) == end


@pytest.mark.parametrize(
    ("handed_over", "last"),
    [
        (date(2026, 11, 20), date(2026, 11, 30)),
        (date(2026, 11, 25), date(2026, 12, 7)),
        (date(2026, 12, 21), date(2027, 1, 11)),
        (date(2026, 12, 25), date(2027, 1, 11)),
        (date(2026, 4, 29), date(2026, 5, 12)),
        (date(2027, 2, 10), date(2027, 2, 20)),
        (date(2024, 2, 19), date(2024, 2, 29)),
    ],
)
def test_the_answer_is_due_on_the_tenth_day_or_the_next_working_one(
    handed_over: date, last: date
) -> None:
    days = load_law().whole("refund_answer_days", handed_over)
    assert last_day(handed_over, days, CALENDAR) == last


def test_the_fifteenth_day_after_the_transfer() -> None:
    days = load_law().whole("complex_goods_free_refund_days", date(2026, 11, 5))
    assert last_day(date(2026, 11, 5), days, CALENDAR) == date(2026, 11, 20)


def test_the_start_is_day_nought() -> None:
    assert last_day(date(2026, 11, 20), 0, CALENDAR) == date(2026, 11, 20)
    assert last_day(date(2026, 11, 23), 1, CALENDAR) == date(2026, 11, 24)


@given(LIVED, st.integers(0, 1200))
def test_months_move_the_month_and_keep_the_number_where_it_exists(day: date, months: int) -> None:
    end = add_months(day, months)
    assert end.year * 12 + end.month == day.year * 12 + day.month + months
    assert end.day == min(day.day, month_lengths.monthrange(end.year, end.month)[1])


@given(LIVED, st.integers(0, 100))
def test_a_year_is_twelve_months(day: date, years: int) -> None:
    assert add_years(day, years) == add_months(day, 12 * years)


@given(LIVED, st.integers(0, 36_500))
def test_a_term_ends_on_a_working_day_and_never_early(day: date, days: int) -> None:
    end = last_day(day, days, CALENDAR)
    assert CALENDAR.is_working(end)
    assert timedelta(0) <= end - (day + timedelta(days=days)) <= timedelta(days=12)
