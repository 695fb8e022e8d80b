"""Days as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.russian.dates import full, long, short, signed
from desktop_app.russian.reading.day import editable_day, full_year, read_day, said_day
from desktop_app.russian.reading.months import month_number
from desktop_app.russian.reading.result import BLANK, Read, Unreadable

TODAY = date(2026, 11, 20)
FIRST_OF_MARCH = date(2025, 3, 1)


def value(text, **kwargs):
    reading = read_day(text, TODAY, **kwargs)
    assert isinstance(reading, Read), (text, reading)
    assert reading.said == said_day(reading.value)
    return reading.value


def sentence(text):
    reading = read_day(text, TODAY)
    assert isinstance(reading, Unreadable), (text, reading)
    return reading.sentence.replace("\xa0", " ")


@pytest.mark.parametrize(
    "text",
    [
        "1.3.25", "01.03.25", "01.03.2025", "1.03.2025", "01/03/2025", "1/3/25", "01-03-2025",
        "1,3,2025", "1 3 2025", "01 03 25", "01.03.2025 г.", "01.03.2025г", " 01.03.2025 ",
        "01. 03. 2025", "01.03.2025.", "01032025", "010325", "20250301",
        "1 марта 25 г.", "1 марта 2025", "1 марта 2025 г.", "1 марта 2025 года", "1 МАРТА 2025",
        "1 мар 2025", "1 мар. 25", "1-го марта 2025", "1марта2025", "1 март 2025", "01 марта 2025",
        "1.марта.2025", "1 марта 2025 года, суббота", "суббота, 1 марта 2025", "1.3.25 (суббота)",
        "2025-03-01", "2025.03.01", "2025/3/1", "1\u20133\u20132025", "1\u00a0марта\u00a02025",
        "\uff11.\uff13.2025", "1 мапта 2025",
    ],
)  # fmt: skip
def test_the_first_of_march_in_every_way(text):
    assert value(text) == FIRST_OF_MARCH


@pytest.mark.parametrize(
    ("text", "days_ago"),
    [
        ("сегодня", 0), ("Сегодня", 0), ("вчера", 1), ("позавчера", 2), ("завтра", -1),
        ("5 дней назад", 5), ("1 день назад", 1), ("неделю назад", 7),
    ],
)  # fmt: skip
def test_days_near_today(text, days_ago):
    assert value(text) == TODAY - timedelta(days=days_ago)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 марта", date(2026, 3, 3)),
        ("20.11", TODAY),
        ("20 ноября", TODAY),
        ("21.11", date(2025, 11, 21)),
        ("3 декабря", date(2025, 12, 3)),
        ("29 февраля", date(2024, 2, 29)),
        ("31/12", date(2025, 12, 31)),
    ],
)
def test_without_a_year_it_is_the_latest_one_not_after_today(text, day):
    assert value(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20.11", TODAY),
        ("19.11", date(2027, 11, 19)),
        ("29 февраля", date(2028, 2, 29)),
        ("1 марта 2025", FIRST_OF_MARCH),
    ],
)
def test_ahead_it_is_the_next_one(text, day):
    assert value(text, ahead=True) == day


@pytest.mark.parametrize(
    ("text", "year"), [("00", 2000), ("26", 2026), ("56", 2056), ("57", 1957), ("99", 1999)]
)
def test_a_year_of_two_figures_is_not_far_ahead(text, year):
    assert full_year(text, TODAY) == year
    assert value(f"1.3.{text}").year == year


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("13.25.2026", "Месяца с номером 25 не бывает. Проверьте месяц"),
        ("03.25.2026", "Сначала пишут число, потом месяц: 25.03"),
        ("1.0.2025", "Месяца с номером 0 не бывает"),
        ("32.01.2025", "Числа 32 не бывает"),
        ("0.3.25", "Числа 0 не бывает"),
        ("31.06.2025", "31 июня не бывает. Проверьте число и месяц."),
        ("30 февраля", "30 февраля не бывает"),
        ("29.02.2025", "29 февраля 2025 года не бывает"),
        ("1.3.202", "Непонятен год «202»"),
        ("1.3.20255", "Непонятен год «20255»"),
        ("1.3.0000", "Непонятен год"),
        ("1.3.5", "Непонятен год «5»"),
        ("1 мартобря 2025", "Нет такого месяца: «мартобря»"),
        ("март 2025", "Не хватает числа"),
        ("03.2025", "Не хватает числа"),
        ("2025", "Не хватает числа"),
        ("январь", "Не хватает числа"),
        ("1 марта 2025, пятница", "это суббота, а написано «пятница»"),
        ("12", "Не похоже на день: «12»"),
        ("не помню", "Не похоже на день: «не помню»"),
        ("10.06.25–29.06.25", "Не похоже на день"),
        ("999 дней назад назад", "Не похоже на день"),
        ("1" * 200, "Слишком длинно"),
    ],
)
def test_what_can_not_be_a_day_says_which_part_is_wrong(text, words):
    assert words in sentence(text)


@pytest.mark.parametrize("text", ["", " ", "\t\n", "\u00a0", "\u200b"])
def test_nothing_typed_is_nothing(text):
    assert read_day(text, TODAY) is BLANK


@given(st.dates(min_value=date(1000, 1, 1)))
def test_there_and_back(day):
    assert value(editable_day(day)) == day
    assert value(said_day(day)) == day
    for form in (short, long, full):
        assert value(form(day)) == day
    assert value(day.isoformat()) == day
    assert "«" in signed(day)


@given(st.dates())
def test_the_field_gives_back_any_day_of_a_case(day):
    assert value(editable_day(day)) == day


@given(st.text(max_size=60), st.dates(), st.booleans())
def test_any_text_on_any_day_is_read_without_a_crash(text, today, ahead):
    reading = read_day(text, today, ahead=ahead)
    if isinstance(reading, Read):
        assert read_day(editable_day(reading.value), today) == reading


@given(
    st.from_regex(
        r"[0-9]{0,4}[ ./\-]{0,2}([0-9]{0,4}|[а-я]{3,8})[ ./\-]{0,2}[0-9]{0,5}", fullmatch=True
    )
)
def test_anything_like_a_day_is_read_or_told_what_is_wrong(text):
    reading = read_day(text, TODAY)
    if isinstance(reading, Unreadable):
        assert reading.sentence.endswith(".")
    elif isinstance(reading, Read) and not any(word.isalpha() for word in text):
        assert isinstance(reading.value, date)


@pytest.mark.parametrize(
    ("word", "number"),
    [("янв", 1), ("февраля", 2), ("мая", 5), ("май", 5), ("июн", 6), ("июля", 7), ("сент", 9),
     ("дек", 12), ("ма", None), ("ию", None), ("июлб", None), ("числа", None), ("", None)],
)  # fmt: skip
def test_names_of_months(word, number):
    assert month_number(word) == number
