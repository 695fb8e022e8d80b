"""Values that nobody meant: refused, kept as typed, or asked."""

from datetime import date
from decimal import Decimal

import pytest

from desktop_app.russian.names import gender_of
from desktop_app.russian.reading.money import read_money
from desktop_app.russian.reading.phone import read_phone
from desktop_app.russian.reading.result import Ambiguous, Read, Unreadable
from desktop_app.russian.reading.spans import read_span
from desktop_app.russian.reading.whole import read_whole


@pytest.mark.parametrize(
    "typed",
    [
        *("1000 2000", "10000 5000", "5 000 7 000", "54990 500", "5000 5", "54990 1", "12 12 2025"),
        *("8 911 500 00 00", "5²", "½"),
    ],
)
def test_two_numbers_are_no_sum(typed):
    assert isinstance(read_money(typed), Unreadable)


@pytest.mark.parametrize("typed", ["54 990", "1 000 000", "54990", "5 4 9 9 0", "1 млн 200 тыс"])
def test_sums_that_are_meant_are_read(typed):
    assert isinstance(read_money(typed), Read)


def test_a_number_after_millions_is_asked():
    found = read_money("1 млн 200")
    assert isinstance(found, Ambiguous)
    values = [choice.value for choice in found.choices]
    assert values == [Decimal("1200000.00"), Decimal("1000200.00")]
    assert read_money("1 млн 200 руб").value == Decimal("1000200.00")
    assert read_money("5 тыс 500").value == Decimal("5500.00")


@pytest.mark.parametrize("typed", ["8911500000", "3805012345", "3751234567", "9989012345"])
def test_a_number_cut_short_is_not_made_another_persons(typed):
    assert read_phone(typed).value == typed


def test_whole_numbers_are_said_in_the_standard_form():
    assert read_phone("9115000000").value == read_phone("89115000000").value == "+7 911 500-00-00"


@pytest.mark.parametrize("name", ["Айнур", "Марьян", "Ника", "Сима", "Карен", "Амаль", "Ким"])
def test_a_name_of_men_and_women_shows_no_gender(name):
    assert gender_of("Ткач", name, None) is None
    assert gender_of("Ткач", name, "Ильич") == "male"
    assert gender_of("Ткач", name, "Ильинична") == "female"


@pytest.mark.parametrize(
    ("typed", "handed_over", "returned"),
    [
        ("с 25 по 3.07.2025", date(2025, 6, 25), date(2025, 7, 3)),
        ("с 28 по 5 января 2026", date(2025, 12, 28), date(2026, 1, 5)),
        ("с 3 по 25.07.2025", date(2025, 7, 3), date(2025, 7, 25)),
        ("25-25.07.2025", date(2025, 7, 25), date(2025, 7, 25)),
    ],
)
def test_a_greater_number_belongs_to_the_month_before(typed, handed_over, returned):
    span, _ = read_span(typed, date(2026, 11, 21))
    assert (span.handed_over.value, span.returned.value) == (handed_over, returned)


def test_a_number_that_the_month_before_has_not_is_refused():
    span, _ = read_span("30-2.03.2026", date(2026, 11, 21))
    assert isinstance(span.handed_over, Unreadable)


@pytest.mark.parametrize(
    "typed",
    ["3.5 часа чинили", "2-3 недели ждал", "1.5 месяца", "10-12 дней шумит", "2.5 т.р. заплатил"],
)
def test_a_number_of_something_else_is_no_day_of_a_repair(typed):
    span, rest = read_span(typed, date(2026, 3, 1))
    assert (span.handed_over, span.returned) == (None, None)
    assert rest == typed


@pytest.mark.parametrize("typed", ["лет", "г", "года", "г."])
def test_years_without_their_number_are_no_warranty(typed):
    assert isinstance(read_whole(typed, "months"), Unreadable)
    assert read_whole("год", "months").value == 12
