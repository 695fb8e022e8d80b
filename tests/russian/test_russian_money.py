import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.russian import money
from desktop_app.russian.numbers import NBSP, whole_in_words

sums = st.decimals(min_value="0", max_value="999999999.99", places=2)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("44091", "44 091,00"),
        ("2990", "2 990,00"),
        ("0", "0,00"),
        ("0.5", "0,50"),
        ("0.005", "0,01"),
        ("0.004", "0,00"),
        ("1.995", "2,00"),
        ("1E+3", "1 000,00"),
        ("1234567.891", "1 234 567,89"),
        ("-0.5", "-0,50"),
        ("-1000", "-1 000,00"),
    ],
)
def test_figures(amount: str, text: str) -> None:
    assert money.figures(Decimal(amount)) == text.replace(" ", NBSP)


def test_signs_of_the_rouble() -> None:
    assert money.roubles(Decimal("44091")) == f"44{NBSP}091,00{NBSP}₽"
    assert money.roubles_short(Decimal("44091.00")) == f"44{NBSP}091{NBSP}₽"
    assert money.roubles_short(Decimal("44091.5")) == f"44{NBSP}091,50{NBSP}₽"
    assert money.roubles_short(Decimal("44090.999")) == f"44{NBSP}091{NBSP}₽"
    assert money.rub(Decimal("44091")) == f"44{NBSP}091,00{NBSP}руб."


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("44091", "Сорок четыре тысячи девяносто один рубль 00 копеек"),
        ("0.5", "Ноль рублей 50 копеек"),
        ("0.01", "Ноль рублей 01 копейка"),
        ("1.02", "Один рубль 02 копейки"),
        ("2.15", "Два рубля 15 копеек"),
        ("5", "Пять рублей 00 копеек"),
        ("11.11", "Одиннадцать рублей 11 копеек"),
        ("21.21", "Двадцать один рубль 21 копейка"),
        ("1000", "Одна тысяча рублей 00 копеек"),
        ("2001", "Две тысячи один рубль 00 копеек"),
        ("41000", "Сорок одна тысяча рублей 00 копеек"),
        ("89990", "Восемьдесят девять тысяч девятьсот девяносто рублей 00 копеек"),
        ("1000000", "Один миллион рублей 00 копеек"),
        (
            "999999999.99",
            "Девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч "
            "девятьсот девяносто девять рублей 99 копеек",
        ),
    ],
)
def test_sums_in_words(amount: str, words: str) -> None:
    assert money.in_words(Decimal(amount)) == words


@pytest.mark.parametrize("amount", ["-0.01", "1000000000", "999999999.995", "NaN", "Infinity"])
def test_a_sum_that_no_claim_has_is_refused(amount: str) -> None:
    with pytest.raises(ValueError):
        money.in_words(Decimal(amount))


@given(sums)
def test_words_carry_the_same_sum_as_the_figures(amount: Decimal) -> None:
    words = money.in_words(amount)
    found = re.fullmatch(r"([А-Я][а-я ]+) рубл(?:ь|я|ей) (\d\d) копе(?:йка|йки|ек)", words)
    assert found is not None
    assert found[1].lower() == whole_in_words(int(amount))
    assert int(found[2]) == int(amount * 100) % 100


@given(sums)
def test_figures_can_be_read_back(amount: Decimal) -> None:
    text = money.figures(amount).replace(NBSP, "").replace(",", ".")
    assert Decimal(text) == amount


@pytest.mark.parametrize(
    ("rate", "text"),
    [("19.9", "19,9"), ("19.90", "19,9"), ("20", "20"), ("100.00", "100"), ("0.00", "0")],
)
def test_rates_have_no_trailing_zeros(rate: str, text: str) -> None:
    assert money.percent(Decimal(rate)) == f"{text}{NBSP}%"


@pytest.mark.parametrize("amount", ["1000000000.00", "1000000000.01", "999999999.995", "-0.01"])
def test_a_sum_that_no_claim_reaches_has_no_words(amount: str) -> None:
    with pytest.raises(ValueError, match="between 0 and"):
        money.in_words(Decimal(amount))
