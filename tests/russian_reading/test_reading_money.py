"""Sums and rates as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.russian.money import in_words
from desktop_app.russian.reading.amount import possible_numbers
from desktop_app.russian.reading.money import editable_money, read_money, said_money
from desktop_app.russian.reading.percent import editable_percent, read_percent, said_percent
from desktop_app.russian.reading.result import BLANK, Ambiguous, Read, Unreadable

SUMS = st.decimals(min_value=0, max_value=Decimal("999999999.99"), places=2)
RATES = st.decimals(min_value=0, max_value=9999, places=6)


def sentence(reading):
    assert isinstance(reading, Unreadable), reading
    return reading.sentence.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("54990", "54990"), ("54 990", "54990"), ("54 990,5", "54990.50"), ("54990.5", "54990.50"),
        ("54990,50", "54990.50"), ("54.990,50", "54990.50"), ("54,990.50", "54990.50"),
        ("54 990,50 ₽", "54990.50"), ("54990 р.", "54990"), ("54990р", "54990"),
        ("54990 руб", "54990"), ("54 990 рублей", "54990"), ("54990 руб 50 коп", "54990.50"),
        ("54 990 руб. 50 коп.", "54990.50"), ("54990 рублей 50 копеек", "54990.50"),
        ("54990 руб. 50", "54990.50"), ("54990,-", "54990"), ("54990=", "54990"),
        ("54990,", "54990"), ("54'990", "54990"), ("55 тыс", "55000"), ("55 тыс.", "55000"),
        ("55 тысяч", "55000"), ("55 тыс. руб.", "55000"), ("55т.р.", "55000"),
        ("55 т. р.", "55000"),
        ("55к", "55000"), ("55 k", "55000"), ("55,5 тыс", "55500"), ("1,5 млн", "1500000"),
        ("1.5 млн руб", "1500000"), ("1 миллион", "1000000"), ("1 млн 200 тыс 300 руб", "1200300"),
        ("55 тыс 500", "55500"), ("1.234 млн", "1234000"), ("1.234.567", "1234567"),
        ("1,234,567.89", "1234567.89"), ("1 234 567,8", "1234567.80"), ("0", "0"), ("0,5", "0.50"),
        (",50", "0.50"), ("50 коп", "0.50"), ("54990,500", "54990.50"), ("5 4 9 9 0", "54990"),
        ("999 999 999,99", "999999999.99"), ("54\u00a0990\u202f₽", "54990"), ("007", "7"),
        ("0.500", "0.50"), ("\uff15\uff14990", "54990"),
    ],
)  # fmt: skip
def test_sums(text, amount):
    reading = read_money(text)
    assert isinstance(reading, Read), reading
    assert reading.value == Decimal(amount)
    assert reading.value.as_tuple().exponent == -2
    assert reading.said == said_money(Decimal(amount))


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("1.234", ["1234", "1.23"]),
        ("1,234", ["1234", "1.23"]),
        ("54.990", ["54990", "54.99"]),
        ("54,990 руб", ["54990", "54.99"]),
        ("54990 50", ["54990.50", "5499050"]),
        ("54 99", ["54.99", "5499"]),
        ("1.234 тыс", ["1234000", "1234"]),
    ],
)
def test_what_may_be_two_sums_is_asked(text, amounts):
    reading = read_money(text)
    assert isinstance(reading, Ambiguous)
    assert [choice.value for choice in reading.choices] == [Decimal(a) for a in amounts]
    for choice in reading.choices:
        assert choice.said in reading.sentence
        assert choice.said == said_money(choice.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("-5", "без минуса"), ("\u22125", "без минуса"), ("$5", "в рублях"), ("5 евро", "в рублях"),
        ("100 тенге", "в рублях"), ("пять тысяч", "Не похоже на сумму"), ("1e9", "Не похоже"),
        ("NaN", "Не похоже"), ("1_000", "Не похоже"), ("٥٤", "Не похоже"), ("₽", "Не похоже"),
        ("54990,505", "Не похоже"), ("1.23.4", "Не похоже"), ("1.234,567", "Не похоже"),
        ("1,2345", "Не похоже"), ("5 руб 3 млн", "Не похоже"), ("5 руб 7 руб", "Не похоже"),
        ("5 руб 100 коп", "Не похоже"), ("1000000000", "больше миллиарда"), ("9" * 18, "миллиарда"),
        ("9" * 30, "Не похоже"),
        ("2 млрд", "Не похоже"), ("54990-00", "Не похоже"), ("1" * 100, "Не похоже"),
    ],
)  # fmt: skip
def test_what_is_no_sum_says_what_to_write(text, words):
    assert words in sentence(read_money(text))


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_nothing_typed_is_nothing(text):
    assert read_money(text) is BLANK
    assert read_percent(text) is BLANK


@given(SUMS)
def test_a_sum_there_and_back(amount):
    assert read_money(editable_money(amount)) == Read(amount, said_money(amount))
    assert read_money(said_money(amount)) == Read(amount, said_money(amount))
    assert read_money(f"{amount:f}") == Read(amount, said_money(amount))


# The first example may load the library of numerals.
@settings(deadline=None)
@given(st.text(max_size=60) | st.from_regex(r"[0-9 .,']{1,12}( ?(тыс|руб|р|коп|млн|к)\.?){0,2}"))
def test_any_text_gives_only_sums_that_a_case_can_hold(text):
    reading = read_money(text)
    choices = reading.choices if isinstance(reading, Ambiguous) else ()
    for read in (reading, *choices):
        if isinstance(read, Read):
            assert in_words(read.value)
            assert read_money(editable_money(read.value)).value == read.value


@pytest.mark.parametrize("text", ["", ".", ",", "1..2", "a1", "+1", "1.23.4", "1.2,3.4", "1" * 21])
def test_what_is_no_number_has_no_values(text):
    assert possible_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("19,9", "19.9"), ("19.9", "19.9"), ("19,9%", "19.9"), ("19.9 %", "19.9"), ("0", "0"),
        ("19,9 % годовых", "19.9"), ("20 процентов годовых", "20"), ("5 проц.", "5"),
        ("0,000001", "0.000001"), ("9999", "9999"),
    ],
)  # fmt: skip
def test_rates(text, rate):
    reading = read_percent(text)
    assert reading == Read(Decimal(rate), said_percent(Decimal(rate)))


@pytest.mark.parametrize(
    ("text", "words"),
    [("0,1% в день", "за год"), ("3% в месяц", "за год"), ("сто", "Не похоже на ставку"),
     ("-5", "Не похоже"), ("10000", "Не похоже"), ("1.1234567", "Не похоже"), ("%", "Не похоже")],
)  # fmt: skip
def test_what_is_no_rate_says_what_to_write(text, words):
    assert words in sentence(read_percent(text))


@given(RATES)
def test_a_rate_there_and_back(rate):
    assert read_percent(editable_percent(rate)).value == rate
    assert read_percent(said_percent(rate)).value == rate


@given(st.text(max_size=40))
def test_any_text_is_read_as_a_rate_without_a_crash(text):
    read_percent(text)
