"""Texts of defects that may mean the same fault: the same words in other forms and order."""

import pytest

from desktop_app.assessment.defects import alike, plain, telling_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("вода не сливается", "не сливает воду"),
        ("экран мерцает", "экраны мерцали"),
        ("сильный шум", "сильно шумит"),
        ("не заряжается батарея", "батарею не заряжает"),
        ("МЕРЦАЕТ", "мерцали"),
        ("треснула дверца", "трещина на дверце, треснула"),
    ],
)
def test_other_forms_of_the_words_are_the_same_words(one: str, other: str) -> None:
    assert alike(one, other) and alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("провод", "пробка"),
        ("перегрев", "перестал"),
        ("код", "кот"),
        ("мерцает экран", "хрипит динамик"),
        ("не работает", "не работает"),
        ("", "мерцает экран"),
        ("мерцает экран", "экран треснул и отвалился от корпуса"),
    ],
)
def test_words_that_only_begin_alike_are_other_words(one: str, other: str) -> None:
    assert not alike(one, other) and not alike(other, one)


def test_case_signs_order_and_the_letter_yo_say_nothing() -> None:
    assert plain("Не включается — ЁМКОСТЬ, пуста!") == plain("пуста емкость, не включается")
    assert telling_words("снова не включается экран, экран") == ("включается", "экран")
