"""Counts, telephone numbers, codes, free text, choices."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.russian.reading.choice import read_choice
from desktop_app.russian.reading.digits import (
    editable_digits,
    read_digits,
    read_serial,
    said_digits,
)
from desktop_app.russian.reading.phone import read_phone
from desktop_app.russian.reading.result import BLANK, Ambiguous, Read, Unreadable, plain, quoted
from desktop_app.russian.reading.text import read_email, read_text
from desktop_app.russian.reading.whole import editable_whole, read_whole, said_whole

UNITS = ("", "days", "months", "sheets")


def sentence(reading):
    assert isinstance(reading, Unreadable), reading
    assert reading.sentence.endswith(".")
    return reading.sentence.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("text", "unit", "count", "said"),
    [
        ("24", "months", 24, "24 месяца"), ("24 мес.", "months", 24, "24 месяца"),
        ("24м", "months", 24, "24 месяца"), ("12 месяцев", "months", 12, "12 месяцев"),
        ("2 года", "months", 24, "24 месяца"), ("2г", "months", 24, "24 месяца"),
        ("1 год", "months", 12, "12 месяцев"), ("год", "months", 12, "12 месяцев"),
        ("5 лет", "months", 60, "60 месяцев"), ("полгода", "months", 6, "6 месяцев"),
        ("полтора года", "months", 18, "18 месяцев"), ("1,5 года", "months", 18, "18 месяцев"),
        ("1 год 6 мес", "months", 18, "18 месяцев"), ("2 года и 3 месяца", "months", 27,
        "27 месяцев"), ("нет", "months", 0, "0 месяцев"), ("0", "months", 0, "0 месяцев"),
        ("45", "days", 45, "45 дней"), ("21 день", "days", 21, "21 день"),
        ("20 календарных дней", "days", 20, "20 дней"), ("45дн.", "days", 45, "45 дней"),
        ("2 листа", "sheets", 2, "2 листа"), ("1 стр.", "sheets", 1, "1 лист"),
        ("3", "", 3, "3"), ("3,0", "", 3, "3"), ("1 000", "", 1000, "1 000"), ("007", "", 7, "7"),
    ],
)  # fmt: skip
def test_counts(text, unit, count, said):
    reading = read_whole(text, unit)
    assert isinstance(reading, Read), reading
    assert (reading.value, reading.said.replace("\xa0", " ")) == (count, said)


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("два", "months", "Впишите число месяцев"), ("1,5", "", "Не похоже на целое число"),
        ("-3", "days", "Впишите число дней"), ("20 рабочих дней", "days", "календарные дни"),
        ("10001", "", "от 0 до 10 000"), ("1,3 года", "months", "Не похоже"),
        ("5 дней", "months", "Не похоже"), ("9" * 500, "", "Не похоже"), ("лист", "sheets", "Впиш"),
    ],
)  # fmt: skip
def test_what_is_no_count_says_what_to_write(text, unit, words):
    assert words in sentence(read_whole(text, unit))


def test_the_bounds_of_a_count_are_in():
    assert read_whole("1", least=1, most=3).value == 1
    assert read_whole("3", least=1, most=3).value == 3
    assert isinstance(read_whole("0", least=1, most=3), Unreadable)
    assert isinstance(read_whole("4", least=1, most=3), Unreadable)


@given(st.integers(0, 10_000), st.sampled_from(UNITS))
def test_a_count_there_and_back(count, unit):
    assert read_whole(editable_whole(count), unit) == Read(count, said_whole(count, unit))
    assert read_whole(said_whole(count, unit), unit).value == count


@pytest.mark.parametrize(
    "text",
    ["8 (911) 500-00-00", "+79115000000", "+7 911 500-00-00", "89115000000", "9115000000",
     "7 911 500 00 00", "8-911-500-00-00", "тел. 8 911 500 00 00", "Тел: +7(911)5000000",
     "8.911.500.00.00", "моб. 8 911 5000000", "+7\u00a0911\u00a0500\u201300\u201300"],
)  # fmt: skip
def test_a_russian_number_gets_the_standard_form(text):
    assert read_phone(text) == Read("+7 911 500-00-00", "+7 911 500-00-00")


@pytest.mark.parametrize(
    "text",
    ["+375 29 123-45-67", "8 911 500-00-00 доб. 12", "500-00-00", "8 911 500 00 00, 8 912 1",
     "+1 202 555 0100", "112", "+8 911 500 00 00", "8 111 500-00-00"],
)  # fmt: skip
def test_another_number_stays_as_typed(text):
    assert read_phone(f" {text} ") == Read(text, text)


def test_a_telephone_without_figures_is_asked_again():
    assert "цифрами" in sentence(read_phone("нет"))
    assert read_phone("  ") is BLANK


@given(st.text(max_size=60))
def test_a_telephone_in_standard_form_is_read_as_itself(text):
    reading = read_phone(text)
    if isinstance(reading, Read):
        assert read_phone(reading.value) == reading


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("044525225", "044525225"), ("044 525 225", "044525225"), ("БИК 044-525-225", "044525225"),
        ("бик: 044525225", "044525225"), ("40817 810 5 0000 0000042", "40817810500000000042"),
        ("р/с 40817810500000000042", "40817810500000000042"),
        ("Счёт № 40817.810.5.0000.0000042", "40817810500000000042"),
        ("ИНН 7701234567", "7701234567"), ("ОГРНИП 304500116000157", "304500116000157"),
        ("04452522", "04452522"),
    ],
)  # fmt: skip
def test_codes_are_their_figures(text, number):
    reading = read_digits(text, "БИК")
    assert reading == Read(number, said_digits(number))
    assert f"({len(number)}\xa0цифр" in reading.said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("04452522О", "Возможно, это цифра 0"), ("04452522o", "Возможно, это цифра 0"),
        ("04452522x", "Уберите лишнее"), ("Сбербанк", "БИК состоит из одних цифр"),
        ("1" * 41, "Слишком длинно"), ("٠٤٤", "одних цифр"), ("-", "Слишком длинно"),
    ],
)  # fmt: skip
def test_what_is_no_code_says_which_sign_is_wrong(text, words):
    assert words in sentence(read_digits(text, "БИК"))


@given(st.from_regex("[0-9]{1,40}", fullmatch=True))
def test_a_code_there_and_back(number):
    assert read_digits(editable_digits(number), "ИНН").value == number


@given(st.text(max_size=60))
def test_any_text_is_read_as_a_code_without_a_crash(text):
    reading = read_digits(text, "ИНН")
    assert not isinstance(reading, Read) or reading.value.isascii()
    again = read_serial(text)
    if isinstance(again, Read):
        assert read_serial(again.value) == again


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("35 693803 564380 9", "356938035643809"), ("35-693803-564380-9", "356938035643809"),
        ("IMEI: 35 693803 564380 9", "IMEI 356938035643809"),
        ("imei 35693803564380", "IMEI 35693803564380"),
        # The check digit does not fit: nobody said that it is an IMEI.
        ("35 693803 564380 8", "35 693803 564380 8"), ("NX-123  abc", "NX-123 abc"),
        ("1234-5678-9012-34", "1234-5678-9012-34"), ("S/N 12 34", "S/N 12 34"),
    ],
)  # fmt: skip
def test_serial_numbers_stay_and_an_imei_loses_its_spaces(text, value):
    assert read_serial(text).value == value


@pytest.mark.parametrize(
    ("text", "lines", "value"),
    [
        ("  Смартфон ", False, "Смартфон"), ("гаснет\r\n экран ", False, "гаснет экран"),
        ("гаснет\n\nшумит\n", True, "гаснет\n\nшумит"), ("а  б", False, "а  б"),
        ("«ё» -- \"x\"", False, "«ё» -- \"x\""),
    ],
)  # fmt: skip
def test_text_is_not_restyled(text, lines, value):
    assert read_text(text, 100, lines=lines) == Read(value, value)


def test_text_is_as_long_as_it_may_be_and_no_longer():
    assert read_text("а" * 10, 10).value == "а" * 10
    assert sentence(read_text("а" * 12, 10)) == (
        "Здесь помещается 10 знаков: сократите на 2 знака."
    )
    assert read_text(" \n ", 10) is BLANK


@pytest.mark.parametrize(
    ("text", "value"),
    [("olga@example.org", "olga@example.org"), (" <olga@example.org>. ", "olga@example.org"),
     ("mailto:olga@example.org", "olga@example.org"), ("ольга@почта.рф", "ольга@почта.рф")],
)  # fmt: skip
def test_addresses_of_mail(text, value):
    assert read_email(text) == Read(value, value)


@pytest.mark.parametrize(
    ("text", "words"),
    [("olga", "нет знака @"), ("olga@example", "не так"), ("a b@example.org", "не так"),
     ("a@b@c.org", "не так"), ("a@b.ru, c@d.ru", "не так")],
)  # fmt: skip
def test_what_is_no_address_says_what_is_wrong(text, words):
    assert words in sentence(read_email(text))


CHOICES = [("own", "Сразу, своими"), ("shop", "Магазину по графику"), ("lab", "Магазин сам")]


@pytest.mark.parametrize(
    ("text", "value"),
    [("Магазину по графику", "shop"), ("МАГАЗИНУ", "shop"), ("shop", "shop"), ("сраз", "own"),
     ("магазин сам.", "lab")],
)  # fmt: skip
def test_choices_by_their_words(text, value):
    assert read_choice(text, CHOICES) == Read(value, dict(CHOICES)[value])


def test_a_beginning_of_two_choices_is_asked():
    reading = read_choice("магазин", CHOICES)
    assert isinstance(reading, Ambiguous)
    assert [choice.value for choice in reading.choices] == ["shop", "lab"]


def test_what_is_no_choice_lists_the_choices():
    said = sentence(read_choice("банку", CHOICES))
    assert all(f"«{words}»" in said for _, words in CHOICES)
    assert read_choice(" ", CHOICES) is BLANK


def test_typed_text_in_a_sentence_is_one_short_line():
    assert quoted("а\n б") == "«а б»"
    assert len(quoted("я" * 100)) == 42
    assert plain("  Ёлка\u00a0—  ДОМ\u200b ") == "елка - дом"
