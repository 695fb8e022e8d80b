import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.russian import numbers
from desktop_app.russian.numbers import NBSP


@pytest.mark.parametrize(
    ("n", "word"),
    [
        (0, "дней"),
        (1, "день"),
        (2, "дня"),
        (4, "дня"),
        (5, "дней"),
        (11, "дней"),
        (12, "дней"),
        (14, "дней"),
        (21, "день"),
        (22, "дня"),
        (25, "дней"),
        (101, "день"),
        (111, "дней"),
        (112, "дней"),
        (1001, "день"),
        (-1, "день"),
        (-11, "дней"),
    ],
)
def test_the_word_agrees_with_the_number(n: int, word: str) -> None:
    assert numbers.plural(n, "день", "дня", "дней") == word


@given(st.integers(min_value=0, max_value=10**9))
def test_agreement_depends_on_the_last_two_figures_only(n: int) -> None:
    forms = ("один", "мало", "много")
    assert numbers.plural(n, *forms) == numbers.plural(n % 100, *forms)


def test_numbers_and_words_are_joined_by_a_no_break_space() -> None:
    assert numbers.days(36) == f"36{NBSP}дней"
    assert numbers.months(24) == f"24{NBSP}месяца"
    assert numbers.times(1) == f"1{NBSP}раз"
    assert numbers.times(3) == f"3{NBSP}раза"
    assert numbers.times(5) == f"5{NBSP}раз"
    assert numbers.sheets(1) == f"1{NBSP}лист"
    assert numbers.sheets(2) == f"2{NBSP}листа"
    assert numbers.sheets(11) == f"11{NBSP}листов"
    assert numbers.days(1001) == f"1{NBSP}001{NBSP}день"


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (0, "0"),
        (999, "999"),
        (2990, f"2{NBSP}990"),
        (44091, f"44{NBSP}091"),
        (1234567, f"1{NBSP}234{NBSP}567"),
        (-44091, f"-44{NBSP}091"),
    ],
)
def test_thousands_are_grouped(n: int, text: str) -> None:
    assert numbers.grouped(n) == text


@pytest.mark.parametrize(
    ("n", "text"), [(1, "в 1-м"), (2, "во 2-м"), (3, "в 3-м"), (12, "в 12-м"), (22, "в 22-м")]
)
def test_only_the_second_year_takes_vo(n: int, text: str) -> None:
    assert numbers.in_year(n) == text


def test_ordinals_in_figures() -> None:
    assert numbers.ordinal(2, "й") == "2-й"
    assert numbers.nth_prepositional(1) == "1-м"
    assert numbers.nth_genitive(1) == "1-го"


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "ноль"),
        (1, "один"),
        (2, "два"),
        (5, "пять"),
        (11, "одиннадцать"),
        (21, "двадцать один"),
        (1000, "одна тысяча"),
        (2001, "две тысячи один"),
        (41000, "сорок одна тысяча"),
        (89990, "восемьдесят девять тысяч девятьсот девяносто"),
        (
            999999999,
            "девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч "
            "девятьсот девяносто девять",
        ),
    ],
)
def test_whole_numbers_in_words(n: int, words: str) -> None:
    assert numbers.whole_in_words(n) == words


def test_the_last_word_follows_the_gender() -> None:
    assert numbers.whole_in_words(1, "f") == "одна"
    assert numbers.whole_in_words(2, "f") == "две"
    assert numbers.whole_in_words(21, "n") == "двадцать одно"
    assert numbers.whole_in_words(2001, "f") == "две тысячи одна"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 процентов"),
        (1, "1 процент"),
        (2, "2 процента"),
        (5, "5 процентов"),
        (11, "11 процентов"),
        (21, "21 процент"),
        (111, "111 процентов"),
        (1001, "1\u00a0001 процент"),
    ],
)
def test_percent_in_words(number, words):
    assert numbers.percents(number).replace("\u00a0п", " п") == words


@pytest.mark.parametrize(
    ("counted", "one", "two", "five"),
    [
        (numbers.days, "день", "дня", "дней"),
        (numbers.of_days, "дня", "дней", "дней"),
        (numbers.months, "месяц", "месяца", "месяцев"),
        (numbers.times, "раз", "раза", "раз"),
        (numbers.sheets, "лист", "листа", "листов"),
        (numbers.percents, "процент", "процента", "процентов"),
    ],
)
def test_what_is_counted_stands_in_its_form(counted, one: str, two: str, five: str) -> None:
    told = [counted(n).replace(NBSP, " ") for n in (1, 2, 4, 5, 11, 21, 1000)]
    assert told == [
        f"1 {one}", f"2 {two}", f"4 {two}", f"5 {five}", f"11 {five}", f"21 {one}", f"1 000 {five}",
    ]  # fmt: skip
