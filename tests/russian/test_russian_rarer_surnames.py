"""Surnames that few bear, each the only witness of a rule: Шенгелая, Рэй, Фрейлих, Костых.

The norm is that of Розенталь, § 149, and Калакуцкая; the best form stands first.
"""

import pytest

from desktop_app.russian.forms import Case, Certainty, Gender
from desktop_app.russian.names import decline


def forms(surname: str, gender: Gender, case: Case = "genitive") -> tuple[str, ...]:
    declined = decline(surname, None, None, case, gender)
    return declined.certainty.value, declined.text, *declined.variants


@pytest.mark.parametrize(
    ("surname", "gender", "expected"),
    [
        # A man with an adjective of a woman: more likely a slip than a surname.
        ("Лысая", "male", ("ask", "Лысая", "Лысаи")),
        # Georgian: a noun for men and women, whatever it looks like.
        ("Шенгелая", "male", ("certain", "Шенгелаи")),
        ("Шенгелая", "female", ("ask", "Шенгелаи", "Шенгелой", "Шенгелая")),
        ("Чантурая", "female", ("ask", "Чантурой", "Чантураи", "Чантурая")),
        # Of Заболотный: the dictionary has the surname and no adjective.
        ("Заболотная", "female", ("certain", "Заболотной")),
        # A name and a surname; a surname of four letters may be that of a man.
        ("Юрина", "female", ("likely", "Юриной")),
        ("Гева", "female", ("ask", "Гевой", "Гевы")),
        ("Вильянуэва", "female", ("ask", "Вильянуэвы", "Вильянуэва")),
        ("Роа", "male", ("likely", "Роа")),
        # The rules by endings leave them, the dictionary does not.
        ("Хемингуэй", "male", ("likely", "Хемингуэя")),
        ("Рэй", "male", ("likely", "Рэя")),
        # The noun keeps its vowel, so the surname does.
        ("Седок", "male", ("likely", "Седока")),
        ("Тюлень", "male", ("likely", "Тюленя")),
        ("Гаер", "male", ("likely", "Гаера")),
        # Журавля and Журавеля: of one that no dictionary has, it is asked.
        ("Меркель", "male", ("ask", "Меркеля", "Меркель")),
        # No adjective is behind them.
        ("Свих", "male", ("ask", "Свиха", "Свих")),
        ("Фрейлих", "male", ("ask", "Фрейлиха", "Фрейлих")),
        ("Волчьих", "male", ("ask", "Волчьих", "Волчьиха")),
        ("Костых", "male", ("ask", "Костых", "Костыха")),
        # A man's surname of a woman is a slip, but for what the dictionary has as a woman's.
        ("Ежов", "female", ("ask", "Ежов")),
        ("Грин", "female", ("likely", "Грин")),
        ("Шин", "female", ("certain", "Шин")),
        # The article is kept, and the whole is offered unchanged.
        ("О'Коннор", "male", ("ask", "О'Коннора", "О'Коннор")),
        # A hyphen too many is a slip: nothing is made of it.
        ("Иванов-", "male", ("ask", "Иванов-")),
        ("Мирза-Ага-заде", "male", ("certain", "Мирза-Ага-заде")),
    ],
)
def test_the_form_and_how_far_it_is_trusted(
    surname: str, gender: Gender, expected: tuple[str, ...]
) -> None:
    assert forms(surname, gender) == expected


@pytest.mark.parametrize(
    ("surname", "gender", "expected"),
    [
        ("Шенгелая", "male", ("certain", "Шенгелае")),
        ("Шенгелая", "female", ("ask", "Шенгелае", "Шенгелой", "Шенгелая")),
        ("Лысая", "male", ("ask", "Лысая", "Лысае")),
    ],
)
def test_the_dative_of_a_surname_in_aya(
    surname: str, gender: Gender, expected: tuple[str, ...]
) -> None:
    assert forms(surname, gender, "dative") == expected


def test_a_woman_keeps_the_irish_surname() -> None:
    declined = decline("О'Коннор", "Анна", "Ивановна", "genitive", None)
    assert declined.text == "О'Коннор Анны Ивановны" and declined.certainty is Certainty.ask
