"""More ways in which people type days, sums and numbers of telephones."""

from datetime import date
from decimal import Decimal

import pytest

from desktop_app.russian.reading.day import read_day
from desktop_app.russian.reading.money import read_money
from desktop_app.russian.reading.phone import read_phone
from desktop_app.russian.reading.result import Ambiguous, Read, Unreadable

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Вчера.", date(2026, 11, 19)),
        ("два дня назад", date(2026, 11, 18)),
        ("три дня назад", date(2026, 11, 17)),
        ("день назад", date(2026, 11, 19)),
        ("2 недели назад", date(2026, 11, 6)),
        ("две недели назад", date(2026, 11, 6)),
        ("1 неделю назад", date(2026, 11, 13)),
        ("от 01.03.2025", date(2025, 3, 1)),
        ("с 1 марта 2025", date(2025, 3, 1)),
        ("1 марта этого года", date(2026, 3, 1)),
        ("1 марта прошлого года", date(2025, 3, 1)),
        ("31 декабря прошлого года", date(2025, 12, 31)),
        ("1.III.2025", date(2025, 3, 1)),
        ("1/XII/25", date(2025, 12, 1)),
        ("01.03.2025 12:30", date(2025, 3, 1)),
        ("01.03.2025 в 9:05", date(2025, 3, 1)),
    ],
)
def test_days(text, day):
    reading = read_day(text, TODAY)
    assert isinstance(reading, Read), reading
    assert reading.value == day


@pytest.mark.parametrize(
    "text",
    ["месяц назад", "год назад", "1.XX.2025", "29 февраля прошлого года", "много дней назад"],
)
def test_days_that_are_not_one_day_are_not_guessed(text):
    assert isinstance(read_day(text, TODAY), Unreadable)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("55т", "55000"),
        ("55 т", "55000"),
        ("₽54990", "54990"),
        ("руб. 54990", "54990"),
        ("54990=50", "54990.50"),
        ("54’990", "54990"),
        ("54`990", "54990"),
        ("55000 (пятьдесят пять тысяч) рублей", "55000"),
        ("55 000,00 (Пятьдесят пять тысяч) руб. 00 коп.", "55000"),
    ],
)
def test_sums(text, amount):
    reading = read_money(text)
    assert isinstance(reading, Read), reading
    assert reading.value == Decimal(amount)


@pytest.mark.parametrize("text", ["54990-50", "54990=5", "5-10-15", "(тысяча)", "руб.", "₽"])
def test_what_is_no_sum_is_not_one(text):
    assert isinstance(read_money(text), Unreadable)


def test_a_sum_that_may_be_two_is_still_asked_after_its_sign():
    assert isinstance(read_money("₽ 54.990"), Ambiguous)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("(495) 123-45-67", "+7 495 123-45-67"),
        ("(8-495) 123-45-67", "+7 495 123-45-67"),
        ("тел.: (812) 123 45 67", "+7 812 123-45-67"),
        ("+7(911)5000000", "+7 911 500-00-00"),
        ("(12) 34-56", "(12) 34-56"),
    ],
)
def test_telephones(text, number):
    reading = read_phone(text)
    assert isinstance(reading, Read)
    assert reading.said == number
