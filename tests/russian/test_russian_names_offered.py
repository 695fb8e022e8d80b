"""The forms that are offered where a name is asked: each way in use, the best one first."""

import pytest

from desktop_app.russian.names import Certainty, decline


def forms(surname: str, given_name: str | None, patronymic: str | None = None) -> tuple[str, ...]:
    declined = decline(surname, given_name, patronymic, "genitive", "male")
    assert declined.certainty is Certainty.ask
    return declined.text, *declined.variants


@pytest.mark.parametrize(
    ("surname", "given_name", "expected"),
    [
        ("Ким", "Ир Сен", ("Ким Ир Сена", "Кима Ира Сена", "Ким Ир Сен")),
        ("Дэн", "Сяопин", ("Дэн Сяопина", "Дэна Сяопина", "Дэн Сяопин")),
        ("Нгуен", "Ван Тхань", ("Нгуен Ван Тханя", "Нгуена Вана Тханя", "Нгуен Ван Тхань")),
    ],
)
def test_of_an_east_asian_name_the_last_word_changes_first(
    surname: str, given_name: str, expected: tuple[str, ...]
) -> None:
    assert forms(surname, given_name) == expected


@pytest.mark.parametrize(
    ("surname", "given_name", "expected"),
    [
        ("Попов", "Ван Тхань", ("Попова Вана Тханя", "Попова Ван Тхань")),
        ("ГУСЕВ", "ВАН ТХАНЬ", ("ГУСЕВА ВАНА ТХАНЯ", "ГУСЕВА ВАН ТХАНЬ")),
        ("Фомин", "Ван Тхань", ("Фомина Вана Тханя", "Фомина Ван Тхань")),
        ("Ковальчук", "Ван Тхань", ("Ковальчука Вана Тханя", "Ковальчука Ван Тхань")),
        ("Мельник", "Ленсук", ("Мельника Ленсука", "Мельника Ленсук")),
        ("Кузнецов", "Ленсук", ("Кузнецова Ленсука", "Кузнецова Ленсук")),
    ],
)
def test_a_russian_surname_changes_before_any_given_name(
    surname: str, given_name: str, expected: tuple[str, ...]
) -> None:
    assert forms(surname, given_name) == expected


def test_with_a_patronymic_a_korean_of_russia_is_declined_whole() -> None:
    declined = decline("Ким", "Ленсук", "Иванович", "genitive", None)
    assert declined.text == "Кима Ленсука Ивановича"
    assert declined.certainty is Certainty.likely
    assert forms("Пак", "Чен Су", "Иванович")[0] == "Пака Чена Су Ивановича"


@pytest.mark.parametrize(
    ("surname", "expected"),
    [
        ("Вебер-Иванов", ("Вебера-Иванова", "Вебер-Иванова")),
        ("Шевчук-Иванов", ("Шевчука-Иванова", "Шевчук-Иванова")),
        # As short as a foreign name: Грин-Иванова is met too.
        ("Грин-Иванов", ("Грина-Иванова", "Грин-Иванова")),
        ("Кравец-Иванов", ("Кравца-Иванова", "Кравец-Иванова", "Кравеца-Иванова")),
        ("Де Ла Крус", ("Де Ла Круса", "Де Ла Крус")),
        ("Ван Дамм", ("Ван Дамма", "Ван Дамм")),
        ("Гарсиа Маркес", ("Гарсиа Маркеса", "Гарсиа Маркес")),
        # A vowel may be lost; not where it would leave nothing to stand on.
        ("Рудень", ("Руденя", "Рудня", "Рудень")),
        ("Головень", ("Головеня", "Головня", "Головень")),
        ("Гайдок", ("Гайдока", "Гайдка", "Гайдок")),
        ("Стельмок", ("Стельмока", "Стельмка", "Стельмок")),
        ("Дунаец", ("Дунайца", "Дунаеца", "Дунаец")),
        ("Бокий", ("Бокия", "Бокого", "Бокий")),
    ],
)
def test_every_way_to_decline_a_surname_is_offered(surname: str, expected: tuple[str, ...]) -> None:
    assert forms(surname, None) == expected


def test_a_long_first_half_in_in_is_declined_without_a_question() -> None:
    declined = decline("Фомин-Иванов", "Иван", "Ильич", "genitive", None)
    assert declined.text == "Фомина-Иванова Ивана Ильича"
    assert declined.certainty is Certainty.certain


def test_a_womans_surname_with_a_particle_is_sure_where_nothing_changes() -> None:
    woman = decline("фон Берг", "Анна", "Карловна", "genitive", None)
    assert (woman.text, woman.certainty) == ("фон Берг Анны Карловны", Certainty.certain)
    man = decline("фон Берг", "Отто", "Карлович", "genitive", None)
    assert (man.text, man.certainty) == ("фон Берга Отто Карловича", Certainty.likely)


def test_an_adjective_behind_two_consonants_is_no_question() -> None:
    declined = decline("Лепкий", "Богдан", "Ильич", "genitive", None)
    assert (declined.text, declined.certainty) == ("Лепкого Богдана Ильича", Certainty.likely)
