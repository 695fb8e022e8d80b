"""What is said back of a code, an answer, a text; and cells of a table that must not get lost."""

from datetime import date

import pytest

from desktop_app.russian.reading.choice import read_choice
from desktop_app.russian.reading.day import read_day
from desktop_app.russian.reading.digits import read_serial, said_digits
from desktop_app.russian.reading.phone import read_phone
from desktop_app.russian.reading.repair_lines import RepairLine, read_repair_lines
from desktop_app.russian.reading.result import Ambiguous, Read, Reading, Unreadable
from desktop_app.russian.reading.spans import read_span
from desktop_app.russian.reading.text import read_email, read_text

TODAY = date(2026, 11, 20)
JUNE = (date(2025, 6, 10), date(2025, 6, 29))


def sentence(reading: Reading[str]) -> str:
    assert isinstance(reading, Unreadable | Ambiguous)
    return reading.sentence.replace("\u00a0", " ")


def test_an_imei_is_said_back_with_its_length_and_another_number_as_typed() -> None:
    assert read_serial("IMEI: 35 693803 564380 9") == Read(
        "IMEI 356938035643809", "IMEI 356938035643809 (15\u00a0цифр)"
    )
    assert read_serial("NX-123  abc") == Read("NX-123 abc", "NX-123 abc")


def test_a_whole_answer_is_no_beginning_of_another() -> None:
    choices = [("yes", "Да."), ("at_once", "Да, сразу.")]
    assert read_choice("да", choices) == Read("yes", "Да.")
    assert read_choice("да.", choices) == Read("yes", "Да.")


def test_the_answers_that_may_be_meant_are_listed() -> None:
    choices = [("shop", "Магазину"), ("lab", "Магазин сам")]
    assert sentence(read_choice("магаз", choices)) == (
        "Это можно понять по-разному: Магазину или Магазин сам. Выберите, что вы имели в виду."
    )
    assert sentence(read_choice("банк", choices)) == (
        "Такого ответа нет: «банк». Выберите один из этих: «Магазину», «Магазин сам»."
    )


@pytest.mark.parametrize("text", ["+911 500-00-00", "+9115000000"])
def test_a_number_with_its_plus_is_not_made_russian(text: str) -> None:
    assert read_phone(text) == Read(text, text)


def test_a_telephone_in_words_is_asked_for_in_figures() -> None:
    assert sentence(read_phone("у соседей")).startswith("Впишите номер цифрами")


@pytest.mark.parametrize(("over", "words"), [(1, "1 знак."), (5, "5 знаков."), (22, "22 знака.")])
def test_how_much_too_long_a_text_is_agrees_with_its_number(over: int, words: str) -> None:
    assert sentence(read_text("а" * (9 + over), 9)).endswith(f"сократите на {words}")


def test_a_text_is_one_line_unless_lines_are_wanted() -> None:
    assert read_text("гаснет\nшумит", 20) == Read("гаснет шумит", "гаснет шумит")


def test_an_address_of_mail_keeps_its_first_letter() -> None:
    assert read_email("Xenia@example.org") == Read(*("Xenia@example.org",) * 2)


def one(text: str) -> RepairLine:
    (line,) = read_repair_lines(text, TODAY)
    return line


@pytest.mark.parametrize("number", ["1", "1.", "999", "1000", "1000."])
def test_the_number_of_a_row_is_no_day(number: str) -> None:
    line = one(f"{number}\t10.06.2025\t29.06.2025\tгаснет")
    assert ((line.handed_over, line.returned), line.defect) == (JUNE, "гаснет")
    assert line.problems == ()


def test_a_day_as_a_spreadsheet_counts_it_is_not_taken_for_the_number_of_a_row() -> None:
    line = one("45818\t45837\tгаснет")
    assert line.unread == (("handed_over", "45818"),)
    assert line.handed_over is None


def test_a_short_word_in_the_first_cell_does_not_get_lost() -> None:
    line = one("звук\t10.06.2025\t29.06.2025")
    assert line.defect == "звук"
    assert "не видно дней" in line.problems[0].replace("\u00a0", " ")


@pytest.mark.parametrize(
    "text",
    [
        "10.06.2025–29.06.2025: гаснет\tакт № 1",
        "10.06.2025–29.06.2025\tгаснет\tакт № 1",
        "10.06.2025\t29.06.2025;\tгаснет\tакт № 1",
        "10.06.2025\t29.06.2025 —\tгаснет\tакт № 1",
    ],
)
def test_signs_around_the_days_are_no_words_of_the_repair(text: str) -> None:
    line = one(text)
    assert ((line.handed_over, line.returned), line.defect) == (JUNE, "гаснет")
    assert (line.act, line.problems) == ("акт № 1", ())


@pytest.mark.parametrize(
    ("text", "defect"),
    [
        ('10.06.2025–29.06.2025\t""', None),
        ('10.06.2025–29.06.2025;"";', None),
        ('"10.06.2025–29.06.2025 гаснет"\t\t', "гаснет"),
    ],
)
def test_quotes_of_a_spreadsheet_are_no_words_where_one_cell_alone_is_filled(
    text: str, defect: str | None
) -> None:
    line = one(text)
    assert ((line.handed_over, line.returned), line.defect) == (JUNE, defect)
    assert bool(line.problems) == (defect is None)


def test_quotes_that_a_person_types_stay() -> None:
    assert one('10.06.2025–29.06.2025 "гаснет"').defect == '"гаснет"'


def test_a_day_of_handing_over_without_a_year_is_the_latest() -> None:
    line = one("10.06\tгаснет\tакт № 1")
    assert (line.handed_over, line.returned) == (date(2026, 6, 10), None)
    assert (line.defect, line.act) == ("гаснет", "акт № 1")


def test_a_number_of_the_month_before_is_said_back_whole() -> None:
    span, rest = read_span("с 25 по 3.07.2025", TODAY)
    assert span.handed_over == Read(date(2025, 6, 25), "25\u00a0июня 2025\u00a0года, среда")
    assert (span.handed_over_text, span.returned_text, rest) == ("25", "3.07.2025", "")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("1", "1 (1 цифра)"),
        ("1234", "123 4 (4 цифры)"),
        ("044999123", "044 999 123 (9 цифр)"),
        ("123456789012345", "123 456 789 012 345 (15 цифр)"),
        ("1234567890123456", "12345 67890 12345 6 (16 цифр)"),
        ("40817810500000000042", "40817 81050 00000 00042 (20 цифр)"),
    ],
)
def test_a_code_is_said_in_groups_with_its_length(number: str, said: str) -> None:
    assert said_digits(number).replace("\u00a0", " ") == said
    assert " " not in said_digits(number).partition(" (")[0]


@pytest.mark.parametrize("text", ["10.06.2025!", "10 июня 2025!"])
def test_a_day_with_an_exclamation_mark_is_a_day(text: str) -> None:
    reading = read_day(text, TODAY)
    assert isinstance(reading, Read) and reading.value == JUNE[0]
