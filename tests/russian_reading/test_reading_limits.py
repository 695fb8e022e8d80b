"""Both sides of what a reader takes for one thing and for two, or for nothing."""

from datetime import date
from decimal import Decimal

import pytest

from desktop_app.russian.reading.day import read_day
from desktop_app.russian.reading.money import read_money
from desktop_app.russian.reading.months import month_number
from desktop_app.russian.reading.percent import editable_percent
from desktop_app.russian.reading.result import Ambiguous, Read, Unreadable
from desktop_app.russian.reading.whole import read_whole, said_whole


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("1 234 567 50", ["1234567.50", "123456750.00"]),
        ("1,5 млн 200 тыс", ["1700000.00"]),
        ("1,5 тыс 200 руб", ["1700.00"]),
        ("1 млн 1000", ["1001000.00"]),
        ("1 млн 999", ["1999000.00", "1000999.00"]),
    ],
)
def test_sums_of_several_parts(text: str, amounts: list[str]) -> None:
    reading = read_money(text)
    found = reading.choices if isinstance(reading, Ambiguous) else (reading,)
    assert [one.value for one in found if isinstance(one, Read)] == [Decimal(a) for a in amounts]


@pytest.mark.parametrize("text", ["50,5 коп", "2 тыс 10,50 руб", "10,50 руб 20 коп"])
def test_parts_beside_others_are_whole(text: str) -> None:
    assert isinstance(read_money(text), Unreadable)


@pytest.mark.parametrize(
    ("text", "today", "days"),
    [
        ("25-03-26", date(2026, 3, 25), [date(2026, 3, 25)]),
        ("25-03-26", date(2026, 3, 24), [date(2026, 3, 25), date(2025, 3, 26)]),
        ("25-03-16", date(2026, 11, 20), [date(2016, 3, 25)]),
        ("25-03-15", date(2026, 11, 20), [date(2015, 3, 25), date(2025, 3, 15)]),
    ],
    ids=["today", "tomorrow", "ten years ago", "eleven years ago"],
)
def test_a_year_first_is_asked_about_where_the_other_day_is_far(
    text: str, today: date, days: list[date]
) -> None:
    reading = read_day(text, today)
    found = reading.choices if isinstance(reading, Ambiguous) else (reading,)
    assert [one.value for one in found if isinstance(one, Read)] == days


@pytest.mark.parametrize(
    ("word", "month"),
    [("маря", None), ("июня", 6), ("сентебря", 9), ("фивраля", 2), ("авуста", 8), ("июле", None)],
)
def test_a_slip_of_one_letter_names_the_month_if_it_may_be_no_other(
    word: str, month: int | None
) -> None:
    assert month_number(word) == month


@pytest.mark.parametrize(("text", "unit"), [("2 года", "days"), ("полгода", "sheets")])
def test_only_months_are_read_from_years(text: str, unit) -> None:
    assert isinstance(read_whole(text, unit), Unreadable)


def test_a_number_without_a_unit_is_said_alone() -> None:
    assert said_whole(1000).replace("\u00a0", " ") == "1 000"
    reading = read_whole("1 000")
    assert isinstance(reading, Read) and reading.value == 1000


def test_a_rate_stands_in_its_field_with_a_comma() -> None:
    assert editable_percent(Decimal("19.90")) == "19,9"
