"""Pasted repairs: which day stays unread beside one that does not exist, and what cells hold."""

from datetime import date

import pytest

from desktop_app.russian.reading.repair_lines import RepairLine, read_repair_lines

TODAY = date(2026, 11, 20)
JUNE = (date(2025, 6, 10), date(2025, 6, 29))


def one(text: str) -> RepairLine:
    (line,) = read_repair_lines(text, TODAY)
    return line


def problems(text: str) -> list[str]:
    return [problem.replace("\u00a0", " ") for problem in one(text).problems]


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("31.06.2025 шумит", (("handed_over", "31.06.2025"),)),
        ("31.06.2025–29.07 шумит", (("handed_over", "31.06.2025"), ("returned", "29.07"))),
        ("31.06.2025–31.09 шумит", (("handed_over", "31.06.2025"), ("returned", "31.09"))),
        ("с 31 по 31.06.2025 шумит", (("handed_over", "31"), ("returned", "31.06.2025"))),
        ("10.05–31.06.2025 шумит", (("handed_over", "10.05"), ("returned", "31.06.2025"))),
        ("с 30 по 15.03.2025 шумит", (("handed_over", "30"),)),
    ],
)
def test_a_day_that_hangs_on_one_that_does_not_exist_is_not_guessed(
    text: str, unread: tuple[tuple[str, str], ...]
) -> None:
    line = one(text)
    assert line.unread == unread
    assert line.handed_over is None
    assert line.returned in (None, date(2025, 3, 15))
    assert line.defect == "шумит"


def test_why_such_a_day_is_not_read_is_said() -> None:
    assert problems("31.06.2025–29.07 шумит") == [
        "Строка 1: 31 июня не бывает. Проверьте число и месяц.",
        "Строка 1: День «29.07» записан не весь. Впишите его с месяцем и годом.",
    ]


def test_two_days_without_a_year_are_both_past() -> None:
    line = one("10.06–29.11 шумит")
    assert (line.handed_over, line.returned) == (date(2025, 6, 10), date(2025, 11, 29))


def test_an_empty_cell_in_quotes_is_no_word() -> None:
    line = one('"10.06.2025";"29.06.2025";"гаснет";""')
    assert ((line.handed_over, line.returned), line.defect) == (JUNE, "гаснет")
    assert (line.work_done, line.problems) == (None, ())


@pytest.mark.parametrize(
    ("text", "defect"),
    [
        ("10.06.2025–29.06.2025\tгаснет после акта 5", "гаснет после акта 5"),
        ("10.06.2025–29.06.2025 гаснет; шумит", "гаснет; шумит"),
        ('10.06.2025\t29.06.2025\t"экран 15"" гаснет"', 'экран 15" гаснет'),
    ],
)
def test_the_words_of_a_cell_stay_together(text: str, defect: str) -> None:
    assert one(text).defect == defect
    assert one(text).act is None


def test_a_heading_names_two_things_and_one_word_is_a_defect() -> None:
    (line,) = read_repair_lines("Дата сдачи\tДата выдачи\n10.06.25\t29.06.25\tгаснет", TODAY)
    assert (line.number, line.defect) == (2, "гаснет")
    assert one("поломка экрана").defect == "поломка экрана"


def test_a_full_stop_after_in_repair_changes_nothing() -> None:
    line = one("10.06.2025\tгаснет\tв ремонте.")
    assert (line.running, line.defect, line.problems) == (True, "гаснет", ())


def test_what_is_missing_in_a_line_is_said_with_what_to_do() -> None:
    assert problems("экран мигает") == [
        "Строка 1: не видно дней. Впишите день сдачи и день выдачи."
    ]
    assert problems("10.06.2025 шумит") == [
        "Строка 1: не видно дня выдачи. Впишите его или отметьте, что ремонт идёт."
    ]
    assert problems("10.06.25–29.06.25") == [
        "Строка 1: не сказано, что чинили. Впишите недостаток из акта."
    ]
    assert problems("10.06.25\t29.06.25\tа\tб\t" + "в" * 70) == [
        f"Строка 1: непонятно, куда отнести «{'в' * 60}». Впишите это сами."
    ]
