"""Both sides of what a reader takes for one thing and for two, or for nothing."""

from datetime import date
from decimal import Decimal

import pytest

from desktop_app.russian.reading.day import read_day, without_year
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
        ("1,234,567", ["1234567.00"]),
        ("1.225", ["1225.00", "1.23"]),
    ],
)
def test_sums_of_several_parts(text: str, amounts: list[str]) -> None:
    reading = read_money(text)
    found = reading.choices if isinstance(reading, Ambiguous) else (reading,)
    assert [one.value for one in found if isinstance(one, Read)] == [Decimal(a) for a in amounts]


@pytest.mark.parametrize("text", ["50,5 коп", "2 тыс 10,50 руб", "1.234 567,50"])
def test_what_is_no_way_to_write_a_sum_is_not_read(text: str) -> None:
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


def test_where_a_day_lies_ahead_a_coming_year_may_stand_first() -> None:
    reading = read_day("27-03-05", date(2026, 11, 20), ahead=True)
    assert isinstance(reading, Ambiguous)
    assert [one.value for one in reading.choices] == [date(2005, 3, 27), date(2027, 3, 5)]
    assert isinstance(read_day("27-03-05", date(2026, 11, 20)), Read)


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


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("30.02", "30 февраля не бывает"),
        ("30.02.2025", "30 февраля не бывает"),
        ("29.02.2025", "29 февраля 2025 года не бывает"),
        ("31.04", "31 апреля не бывает"),
        ("31.04.2025", "31 апреля не бывает"),
        ("31.06.2025", "31 июня не бывает"),
        ("31.09.2025", "31 сентября не бывает"),
        ("31.11.2025", "31 ноября не бывает"),
        ("32.01.2025", "Числа 32 не бывает. Проверьте число: оно от 1 до 31."),
        ("0.01.2025", "Числа 0 не бывает. Проверьте число: оно от 1 до 31."),
        ("01.13.2025", "Месяца с номером 13 не бывает. Сначала пишут число, потом месяц: 13.01."),
        ("12.31.2025", "Месяца с номером 31 не бывает. Сначала пишут число, потом месяц: 31.12."),
        ("13.13.2025", "Месяца с номером 13 не бывает. Проверьте месяц: он от 1 до 12."),
        ("05.32.2025", "Месяца с номером 32 не бывает. Проверьте месяц: он от 1 до 12."),
        ("05.00.2025", "Месяца с номером 0 не бывает. Проверьте месяц: он от 1 до 12."),
        ("00.13.2025", "Месяца с номером 13 не бывает. Проверьте месяц: он от 1 до 12."),
    ],
)
def test_a_day_that_does_not_exist_is_told_with_what_is_wrong(text: str, sentence: str) -> None:
    reading = read_day(text, date(2026, 11, 20))
    assert isinstance(reading, Unreadable)
    assert reading.sentence.replace("\u00a0", " ").startswith(sentence)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31.05", date(2026, 5, 31)),
        ("30.04", date(2026, 4, 30)),
        ("31.10", date(2026, 10, 31)),
        ("29.02", date(2024, 2, 29)),
        ("20.11", date(2026, 11, 20)),
        ("21.11", date(2025, 11, 21)),
    ],
)
def test_a_day_without_a_year_is_the_latest_one(text: str, day: date) -> None:
    reading = read_day(text, date(2026, 11, 20))
    assert isinstance(reading, Read) and reading.value == day


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("март 2025", "Не хватает числа"),
        ("марте", "Не хватает числа"),
        ("2025", "Не хватает числа"),
        ("весна 2025", "Не похоже на день"),
        ("весна", "Не похоже на день"),
    ],
)
def test_a_month_without_a_number_lacks_it_and_another_word_is_no_day(
    text: str, sentence: str
) -> None:
    reading = read_day(text, date(2026, 11, 20))
    assert isinstance(reading, Unreadable)
    assert reading.sentence.replace("\u00a0", " ").startswith(sentence)


def test_a_day_outside_all_years_is_told_so() -> None:
    before = read_day("вчера", date.min)
    assert isinstance(before, Unreadable)
    assert before.sentence.replace("\u00a0", " ").startswith("Такого дня не бывает")
    never = without_year(30, 2, date(2026, 11, 20), ahead=False)
    assert isinstance(never, Unreadable)
    assert never.sentence.replace("\u00a0", " ").startswith("30 февраля не бывает")
