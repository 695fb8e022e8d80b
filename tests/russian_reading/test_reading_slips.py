"""Slips and shorthand that stand for more than one value: asked, refused, or kept as typed."""

from datetime import date
from decimal import Decimal

import pytest

from desktop_app.russian.reading.day import read_day
from desktop_app.russian.reading.digits import read_digits, read_serial
from desktop_app.russian.reading.money import read_money
from desktop_app.russian.reading.months import month_number
from desktop_app.russian.reading.phone import read_phone
from desktop_app.russian.reading.repair_lines import read_repair_lines
from desktop_app.russian.reading.result import Ambiguous, Read, Unreadable
from desktop_app.russian.reading.whole import read_whole

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("word", ["маря", "марй", "маят", "мат"])
def test_a_month_one_letter_from_two_months_is_none(word):
    assert month_number(word) is None
    assert isinstance(read_day(f"5 {word}", TODAY), Unreadable)


@pytest.mark.parametrize(
    ("word", "number"),
    [("мапта", 3), ("мрта", 3), ("мартя", 3), ("юня", 6), ("юля", 7), ("апрела", 4), ("мая", 5),
     ("мар", 3), ("декобря", 12)],
)  # fmt: skip
def test_a_month_one_letter_from_one_month_is_that_month(word, number):
    assert month_number(word) == number


@pytest.mark.parametrize(
    ("text", "defect"),
    [
        ("5 июня 10 раз выключался", "10 раз выключался"),
        ("5 мая 20 мин работает", "20 мин работает"),
        ("5 мая 20 минут работает", "20 минут работает"),
        ("5 мая 15% заряда", "15% заряда"),
        ("5 мая 20 °C не держит", "20 °C не держит"),
        ("5 мая 1500 руб. взяли", "1500 руб. взяли"),
        ("5 мая 12 вольт нет", "12 вольт нет"),
    ],
)
def test_a_number_before_a_unit_is_no_year(text, defect):
    (line,) = read_repair_lines(text, TODAY)
    assert line.defect == defect
    assert line.handed_over.year == 2026


@pytest.mark.parametrize(
    ("text", "defect"),
    [
        ("10.06.25–29.06.25 разбит экран", "разбит экран"),
        ("10.06.25–29.06.25 частично не работает", "частично не работает"),
        ("10.06–29.06.25 место царапины", "место царапины"),
        ("10 июня 25 — 29 июня 25 разряжается", "разряжается"),
        ("10 июня 25 года — 29 июня 25 года годами гас", "годами гас"),
        ("10 июня 2025 г. — 29 июня 2025 г. штекер", "штекер"),
    ],
)
def test_a_word_that_only_begins_like_a_unit_is_none(text, defect):
    (line,) = read_repair_lines(text, TODAY)
    assert (line.handed_over, line.returned) == (date(2025, 6, 10), date(2025, 6, 29))
    assert (line.defect, line.problems) == (defect, ())


@pytest.mark.parametrize(
    "text",
    [
        "IMEI1 352099001761481",
        "IMEI 1 352099001761481",
        "IMEI 2 352099001761481",
        "IMEI1: 35 209900 176148 1",
        "IMEI2:352099001761481",
        "IMEI 1: 352099001761481",
        "IMEI (1) 352099001761481",
        "imei 352099001761481",
    ],
)
def test_the_number_of_the_slot_is_no_part_of_the_imei(text):
    assert read_serial(text).value == "IMEI 352099001761481"
    assert read_digits(text.replace("(1)", "1"), "IMEI").value == "352099001761481"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # The figures alone are an IMEI by their check digit.
        ("IMEI 1 35209900176145", "IMEI 135209900176145"),
        ("IMEI 1 35209900176148", "IMEI 35209900176148"),
        ("IMEI 1234567890123456", "IMEI 1234567890123456"),
        ("IMEI 12 345678 901234 7", "IMEI 123456789012347"),
        ("IMEI 2 1", "IMEI 2 1"),
    ],
)
def test_an_imei_that_begins_with_one_or_two_stays_whole(text, value):
    assert read_serial(text).value == value


@pytest.mark.parametrize(
    "text",
    [
        *("3701234567", "3711234567", "3721234567", "3731234567", "3741234567", "3751234567"),
        *("3761234567", "3771234567", "4930123456", "4901234567", "4401234567"),
        *("3301234567", "3101234567", "3212345678", "8801234567", "8101234567", "4801234567"),
    ],
)
def test_ten_figures_without_a_russian_code_stay_as_typed(text):
    assert read_phone(text).value == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3432345678", "+7 343 234-56-78"),
        ("3652123456", "+7 365 212-34-56"),
        ("4951234567", "+7 495 123-45-67"),
        ("4912345678", "+7 491 234-56-78"),
        ("8001234567", "+7 800 123-45-67"),
        ("8121234567", "+7 812 123-45-67"),
        ("9001234567", "+7 900 123-45-67"),
        ("83432345678", "+7 343 234-56-78"),
    ],
)
def test_ten_figures_with_a_russian_code_are_russian(text, value):
    assert read_phone(text).value == value


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("12к5", ["12500", "12005"]),
        ("12к5.", ["12500", "12005"]),
        ("12 тыс 5", ["12500", "12005"]),
        ("1 млн 200 тыс 5", ["1200500", "1200005"]),
        ("2 млн 5", ["2500000", "2005000", "2000005"]),
        ("2 млн 25", ["2025000", "2250000", "2000025"]),
        ("1500 р 5", ["1500.50", "1500.05"]),
        ("1500 руб. 5", ["1500.50", "1500.05"]),
    ],
)
def test_a_short_number_after_a_larger_unit_is_asked(text, amounts):
    reading = read_money(text)
    assert isinstance(reading, Ambiguous), reading
    assert [choice.value for choice in reading.choices] == [Decimal(a) for a in amounts]


@pytest.mark.parametrize(
    ("text", "amount"),
    [("12к500", "12500"), ("1500 р 50", "1500.50"), ("1500 р 05", "1500.05"), ("12к 0", "12000"),
     ("1500 руб 5 коп", "1500.05"), ("2 млн 5 руб", "2000005"), ("12 тыс 50", "12050")],
)  # fmt: skip
def test_what_says_its_unit_or_is_whole_is_read(text, amount):
    reading = read_money(text)
    assert isinstance(reading, Read), reading
    assert reading.value == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("25-03-01", [date(2001, 3, 25), date(2025, 3, 1)]),
        ("24-12-31", [date(2031, 12, 24), date(2024, 12, 31)]),
    ],
)
def test_a_day_with_dashes_that_may_begin_with_the_year_is_asked(text, days):
    reading = read_day(text, TODAY)
    assert isinstance(reading, Ambiguous), reading
    assert [choice.value for choice in reading.choices] == days
    (line,) = read_repair_lines(f"{text} — 29.06.25 гаснет", TODAY)
    assert line.handed_over is None
    assert line.unread == (("handed_over", text),)
    assert "по-разному" in line.problems[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10-06-25", date(2025, 6, 10)),
        ("25-06-24", date(2024, 6, 25)),
        ("05-03-12", date(2012, 3, 5)),
        # With points the year never comes first in Russian; the day is said back.
        ("24.12.31", date(2031, 12, 24)),
        ("25-03-2001", date(2001, 3, 25)),
    ],
)
def test_a_day_that_hardly_begins_with_the_year_is_read(text, day):
    assert read_day(text, TODAY).value == day


def test_a_weekday_tells_which_way_the_figures_go():
    assert read_day("25-03-01, воскресенье", TODAY).value == date(2001, 3, 25)
    assert isinstance(read_day("25-03-01, суббота", TODAY), Unreadable)


def test_a_day_ahead_may_be_in_the_future():
    assert read_day("24-12-31", TODAY, ahead=True).value == date(2031, 12, 24)
    assert isinstance(read_day("25-03-01", TODAY, ahead=True), Ambiguous)


@pytest.mark.parametrize("text", ["1.000", "1,000 дней", "10,000", "10.0000"])
def test_three_noughts_after_a_sign_are_no_count(text):
    assert isinstance(read_whole(text, "days"), Unreadable)
    assert read_whole("3,0", "days").value == read_whole("3,00", "days").value == 3
