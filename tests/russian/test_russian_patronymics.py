"""What a patronymic shows, and what stands in its field without being one."""

import pytest

from desktop_app.russian.names import Certainty, Gender, decline, gender_of, initials


@pytest.mark.parametrize(
    ("patronymic", "gender"),
    [
        ("Юрич", "male"),
        ("Саныч", "male"),
        ("Яновна", "female"),
        # Kazakh and Azerbaijani ones, with a short name of the father.
        ("Алиулы", "male"),
        ("Ер улы", "male"),
        ("Ер-улы", "male"),
        ("Али кызы", "female"),
        ("Аликызы", "female"),
        # No patronymic: a surname or the father's bare name in its field.
        ("Зыч", None),
        ("Вовна", None),
        ("Мухаммад", None),
        ("Абдуррахман", None),
    ],
)
def test_the_ending_of_a_patronymic_shows_the_gender(
    patronymic: str, gender: Gender | None
) -> None:
    assert gender_of("Ким", "Саша", patronymic) == gender


@pytest.mark.parametrize("none", ["-", "—", "нет"])
def test_a_sign_for_no_patronymic_leaves_the_gender_to_the_given_name(none: str) -> None:
    assert gender_of("Ким", "Анна", none) == "female"
    assert gender_of("Ким", "Лев", none) == "male"


@pytest.mark.parametrize(
    ("given_name", "gender"),
    [
        ("Анна Мария", "female"),
        ("Иван Павел", "male"),
        # Borne by both, though the dictionary knows one gender of each.
        ("Карен", None),
        ("Адель", None),
        ("КИМ", None),
        ("Мишель-Анна", None),
    ],
)
def test_the_first_given_name_shows_the_gender_if_it_has_one(
    given_name: str, gender: Gender | None
) -> None:
    assert gender_of("Ким", given_name, None) == gender


def test_a_patronymic_written_as_one_word_does_not_change() -> None:
    declined = decline("Ахметов", "Ержан", "Алиулы", "genitive", None)
    assert declined.text == "Ахметова Ержана Алиулы"
    assert declined.certainty is not Certainty.certain


@pytest.mark.parametrize(
    ("patronymic", "gender"),
    [("Рашид кызы", "male"), ("Рашид оглы", "female"), ("оглы", "male"), ("ОГЛЫ", "male")],
)
def test_a_daughters_word_for_a_son_and_a_word_alone_are_asked(
    patronymic: str, gender: Gender
) -> None:
    declined = decline(None, None, patronymic, "genitive", gender)
    assert (declined.text, declined.certainty) == (patronymic, Certainty.ask)


def test_a_double_patronymic_has_two_initials_and_one_of_two_words_has_one() -> None:
    assert initials("Ткач", "Анна", "Жан-Жаковна") == "А. Ж.-Ж. Ткач"
    assert initials("Алиева", "Лейла", "Рашид-кызы") == "Л. Р. Алиева"


def test_nothing_typed_is_asked_as_nothing() -> None:
    declined = decline(None, "", " ", "dative", None)
    assert (declined.text, declined.certainty, declined.variants) == ("", Certainty.ask, ())


def test_a_person_of_unknown_gender_keeps_the_patronymic_in_every_form() -> None:
    declined = decline("Ким", "Саша", "Мухаммад", "genitive", None)
    assert declined.text == "Ким Саша Мухаммад"
    assert declined.variants == ("Кима Саши Мухаммад", "Ким Саши Мухаммад")
