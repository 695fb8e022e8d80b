"""Repairs pasted from a spreadsheet or as plain text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.russian.dates import long, short
from desktop_app.russian.reading.repair_lines import MOST_LINES, RepairLine, read_repair_lines

TODAY = date(2026, 11, 20)
JUNE = (date(2025, 6, 10), date(2025, 6, 29))


def one(text):
    (line,) = read_repair_lines(text, TODAY)
    return line


@pytest.mark.parametrize(
    "text",
    [
        "10.06.25–29.06.25 не заряжается",
        "10.06.25-29.06.25 не заряжается",
        "10.06.2025 — 29.06.2025: не заряжается",
        "с 10.06 по 29.06.2025 не заряжается",
        "С 10.06.2025 по 29.06 не заряжается",
        "с 10.06.2025 г. до 29.06.2025 г. не заряжается",
        "с 10 по 29.06.2025 не заряжается",
        "с 10 по 29 июня 2025 года не заряжается",
        "10 июня — 29 июня 2025, не заряжается",
        "10 июня 2025 - 29 июня не заряжается",
        "10.06-29.06.2025 не заряжается",
        "10/06/25 29/06/25 не заряжается",
        "10-06-25 - 29-06-25 не заряжается",
        "2025-06-10 - 2025-06-29 не заряжается",
        "10.06.2025...29.06.2025 не заряжается",
        "1) 10.06.25–29.06.25 не заряжается",
        "1. 10.06.25–29.06.25 не заряжается",
        "№ 1: 10.06.25–29.06.25 не заряжается",
        "Ремонт № 1: с 10.06.25 по 29.06.25 не заряжается",
        "• 10.06.25–29.06.25 не заряжается",
        "- 10.06.25–29.06.25 не заряжается",
        "сдан 10.06.2025, выдан 29.06.2025, не заряжается",
        "10.06.2025\t29.06.2025\tне заряжается",
        "1\t10.06.2025\t29.06.2025\tне заряжается",
        "10.06.2025; 29.06.2025; не заряжается",
        '"10.06.2025"\t"29.06.2025"\t"не заряжается"',
        "10.06.25–29.06.25\tне заряжается",
        "\t10.06.2025\t29.06.2025\tне заряжается\t",
    ],
)
def test_the_days_and_the_defect_in_every_way(text):
    line = one(text)
    assert (line.handed_over, line.returned) == JUNE
    assert line.defect == "не заряжается"
    assert (line.running, line.problems, line.unread) == (False, (), ())
    assert (line.work_done, line.place, line.act) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("10.06.2025\t29.06.2025\tгаснет\tакт 5", {"defect": "гаснет", "act": "акт 5"}),
        (
            "10.06.2025\t29.06.2025\tгаснет\tзамена платы\tСЦ «Мастер»\tакт № 5",
            {"defect": "гаснет", "work_done": "замена платы", "place": "СЦ «Мастер»",
             "act": "акт № 5"},
        ),
        (
            "10.06.25–29.06.25 гаснет, акт № 3 от 29.06.2025",
            {"defect": "гаснет", "act": "акт № 3 от 29.06.2025"},
        ),
        ("10.06.25–29.06.25 гаснет (квитанция 77)", {"defect": "гаснет", "act": "квитанция 77"}),
        ("10.06.25–29.06.25 3 раза гас", {"defect": "3 раза гас"}),
        ('10.06.25–29.06.25 экран 15"', {"defect": 'экран 15"'}),
    ],
)  # fmt: skip
def test_the_words_after_the_days(text, told):
    line = one(text)
    assert (line.handed_over, line.returned) == JUNE
    for key in ("defect", "work_done", "place", "act"):
        assert getattr(line, key) == told.get(key)
    assert line.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "10.06.2025\tв ремонте\tгаснет",
        "10.06.2025\tгаснет\tещё не выдан",
        "10.06.2025 по настоящее время гаснет",
        "с 10.06.2025 до сих пор, гаснет",
        "с 10.06.2025 по н.в. гаснет",
        "10.06.2025 — по сегодня, гаснет",
    ],
)
def test_a_repair_that_still_runs(text):
    line = one(text)
    assert (line.handed_over, line.returned, line.running) == (JUNE[0], None, True)
    assert line.defect == "гаснет"
    assert line.problems == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("31.06.25–29.07.25 шумит", ["31 июня не бывает"]),
        ("10.25.2025–29.07.25 шумит", ["Месяца с номером 25 не бывает"]),
        ("10.06.2025 шумит", ["не видно дня выдачи"]),
        ("экран мигает", ["не видно дней"]),
        ("10.06.25–29.06.25", ["не сказано, что чинили"]),
        ("10.06.25\t29.06.25\tа\tб\tв", ["непонятно, куда отнести «в»"]),
        ("10.06.2025.17 шумит", ["не видно дня выдачи"]),
    ],
)
def test_what_could_not_be_read_is_told_with_the_number_of_the_line(text, words):
    lines = read_repair_lines(f"\n10.06.25–29.06.25 гаснет\n{text}\n", TODAY)
    found = [problem.replace("\xa0", " ") for problem in lines[1].problems]
    assert lines[0].problems == ()
    for problem, expected in zip(found, words, strict=True):
        assert problem.startswith("Строка 3: ") and expected in problem


def test_a_day_that_could_not_be_read_is_kept_as_typed():
    line = one("10.06.25–31.06.25 шумит")
    assert line.unread == (("returned", "31.06.25"),)
    assert line.handed_over == JUNE[0]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("10.12.25 - 15.01 а", (date(2025, 12, 10), date(2026, 1, 15))),
        ("10.12 - 15.01.26 а", (date(2025, 12, 10), date(2026, 1, 15))),
        ("10.12 - 15.01 а", (date(2025, 12, 10), date(2026, 1, 15))),
        ("28.12.2025–10.01.2026 а", (date(2025, 12, 28), date(2026, 1, 10))),
        ("10.06–29.06 а", (date(2026, 6, 10), date(2026, 6, 29))),
    ],
)
def test_a_day_without_a_year_takes_it_from_the_other(text, days):
    assert (one(text).handed_over, one(text).returned) == days


def test_headings_and_blank_lines_are_left_out():
    text = "Дата сдачи\tДата выдачи\tНедостаток\n\n10.06.2025\t29.06.2025\tгаснет\n\n"
    (line,) = read_repair_lines(text, TODAY)
    assert line.number == 3
    assert read_repair_lines("\n \n", TODAY) == ()


def test_not_more_lines_than_a_case_can_hold():
    assert len(read_repair_lines("10.06.25–29.06.25 а\n" * (MOST_LINES + 5), TODAY)) == MOST_LINES


DAYS = st.dates(date(1995, 1, 1), date(2055, 12, 31))
WORDS = st.sampled_from(["не заряжается", "гаснет экран", "шум при работе", "течёт вода"])


@given(DAYS, DAYS, WORDS, st.sampled_from([short, long]))
def test_two_days_there_and_back(first, last, words, form):
    line = one(f"с {form(first)} по {form(last)} {words}")
    assert (line.handed_over, line.returned, line.defect) == (first, last, words)
    line = one(f"{form(first)}\t{form(last)}\t{words}")
    assert (line.handed_over, line.returned, line.defect) == (first, last, words)


@given(st.text(max_size=200), st.dates())
def test_any_pasted_text_is_read_without_a_crash(text, today):
    for line in read_repair_lines(text, today):
        assert isinstance(line, RepairLine)


@given(st.text("0123456789./- \t;пнод,г", max_size=60))
def test_text_like_days_is_read_without_a_crash(text):
    for line in read_repair_lines(text, TODAY):
        told = (line.handed_over, line.returned, line.defect)
        assert line.problems or line.running or None not in told


def test_days_in_the_wrong_order_are_said_and_kept():
    line = one("29.06.25–10.06.25 не заряжается")
    assert (line.handed_over, line.returned) == JUNE[::-1]
    assert line.problems == (
        "Строка 1: день выдачи раньше дня сдачи. Проверьте год и\N{NO-BREAK SPACE}порядок дней.",
    )
    assert one("10.06.25–10.06.25 не заряжается").problems == ()
