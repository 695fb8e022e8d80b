"""Initials typed two in one field, and the capitals of a surname typed small."""

import pytest

from desktop_app.russian.names import initials


@pytest.mark.parametrize(
    "parts",
    [
        ("Иванов", "П.И.", ""),
        ("Иванов", "П. И.", None),
        ("Иванов", "п.и.", ""),
        ("Иванов", "", "П.И."),
        ("Иванов", None, "П. И."),
        ("Иванов", "П.", "И."),
        ("Иванов", "П.И", None),
    ],
)
def test_both_initials_of_one_field_stay(parts):
    assert initials(*parts) == "П. И. Иванов"


def test_a_double_name_and_a_patronymic_of_two_words_are_still_one_initial_each():
    assert initials("Ткач", "А.-М.", None) == "А.-М. Ткач"
    assert initials("Алиева", "Лейла", "Рашид кызы") == "Л. Р. Алиева"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("римский-корсаков", "Римский-Корсаков"),
        ("тер-петросян", "Тер-Петросян"),
        ("фон берг", "фон Берг"),
        ("де ла крус", "де ла Крус"),
        ("аль-рашид", "аль-Рашид"),
        ("турсун-заде", "Турсун-заде"),
        ("гарсиа маркес", "Гарсиа Маркес"),
        ("фон", "Фон"),
        ("Римский-корсаков", "Римский-корсаков"),
    ],
)
def test_each_half_of_a_surname_typed_small_gets_its_capital(typed, printed):
    assert initials(typed, "н", "а") == f"Н. А. {printed}"
