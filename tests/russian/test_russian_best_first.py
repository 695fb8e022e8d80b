"""Where it is asked, the form that the norm prefers stands first; what it settles is not asked."""

import pytest

from desktop_app.russian.forms import Certainty
from desktop_app.russian.names import decline
from desktop_app.russian.organisations import addressee

WOMAN, MAN = ("Анна", "Ивановна"), ("Пётр", "Ильич")


@pytest.mark.parametrize(
    ("surname", "of_whom", "genitive"),
    [
        ("Чужая", WOMAN, "Чужой Анны Ивановны"),
        ("Меньший", MAN, "Меньшего Петра Ильича"),
        ("Голова", MAN, "Головы Петра Ильича"),
        # Polish women's surnames decline as adjectives: Розенталь, § 149 (Опольска – Опольской).
        ("Ковальска", WOMAN, "Ковальской Анны Ивановны"),
        ("Новицка", WOMAN, "Новицкой Анны Ивановны"),
        ("Ласка", WOMAN, "Ласки Анны Ивановны"),
    ],
)
def test_the_best_form_of_a_surname(surname, of_whom, genitive):
    assert decline(surname, *of_whom, "genitive", None).text == genitive


@pytest.mark.parametrize(
    ("given_name", "patronymic", "dative"),
    [("Николя", None, "Иванову Николя"), ("Касым-Жомарт", "Ильич", "Иванову Касым-Жомарту Ильичу")],
)
def test_the_best_form_of_a_given_name(given_name, patronymic, dative):
    declined = decline("Иванов", given_name, patronymic, "dative", "male")
    assert (declined.text, declined.certainty) == (dative, Certainty.ask)


@pytest.mark.parametrize(
    ("surname", "certainty"),
    [("Галанина", "likely"), ("Уланина", "likely"), ("Солонина", "ask"), ("Вербина", "ask")],
)
def test_a_womans_surname_in_nina_is_asked_only_where_it_is_a_noun(surname, certainty):
    declined = decline(surname, *WOMAN, "genitive", "female")
    assert declined.certainty is Certainty[certainty]
    assert f"{surname[:-1]}ой Анны Ивановны" in (declined.text, *declined.variants)


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("ИП Иван Иванов", "Индивидуальному предпринимателю Ивану Иванову"),
        ("ИП Анна Ткач", "Индивидуальному предпринимателю Анне Ткач"),
        ("КФХ Иванов Иван Иванович", "Главе КФХ Иванову Ивану Ивановичу"),
        ("Глава КФХ Иванова Анна Ильинична", "Главе КФХ Ивановой Анне Ильиничне"),
        (
            "ИП глава КФХ Иванов Иван Иванович",
            "Индивидуальному предпринимателю главе КФХ Иванову Ивану Ивановичу",
        ),
        (
            "ИП — глава крестьянского (фермерского) хозяйства Иванов Иван Иванович",
            "Индивидуальному предпринимателю главе крестьянского (фермерского) хозяйства "
            "Иванову Ивану Ивановичу",
        ),
    ],
)
def test_an_owner_in_the_nominative_is_asked_with_the_dative(name, offered):
    declined = addressee(name)
    assert declined.certainty is Certainty.ask
    assert declined.text.startswith("Продавец: ") and name.split()[-1] in declined.text
    assert offered in declined.variants


@pytest.mark.parametrize("name", ["КФХ «Рассвет»", "КФХ Иванова И. И.", "КФХ Рассвет"])
def test_a_farm_with_a_name_of_its_own_is_an_organisation(name):
    assert addressee(name).text == f"В {name}"


@pytest.mark.parametrize(
    ("surname", "of_whom", "genitive"),
    [
        ("Куцая", WOMAN, "Куцей Анны Ивановны"),
        ("Тонколицая", WOMAN, "Тонколицей Анны Ивановны"),
        ("Отдых", MAN, "Отдыха Петра Ильича"),
        ("Генрых", MAN, "Генрыха Петра Ильича"),
        # Finnish surnames in an unstressed «а» keep their form: Розенталь, § 149 (Куусела).
        ("Сипиля", MAN, "Сипиля Петра Ильича"),
        ("Хонка", WOMAN, "Хонка Анны Ивановны"),
    ],
)
def test_the_best_form_of_a_rarer_surname(surname, of_whom, genitive):
    assert decline(surname, *of_whom, "genitive", None).text == genitive


@pytest.mark.parametrize("surname", ["Пётр", "ПЁТР", "Ёж"])
def test_a_vowel_that_the_noun_has_not_is_nowhere_offered(surname):
    declined = decline(surname, *MAN, "genitive", None)
    forms = [form.split(" ")[0] for form in (declined.text, *declined.variants)]
    assert forms[0] == {"Пётр": "Петра", "ПЁТР": "ПЕТРА", "Ёж": "Ежа"}[surname]
    assert not any("ё" in form.lower() for form in forms if form != surname)


@pytest.mark.parametrize(
    ("name", "genitive"),
    [("Петро", "Петра"), ("Левко", "Левка"), ("Данило", "Данилы"), ("Сашко", "Сашка")],
)
def test_a_slavic_name_in_o_declines_first_and_is_asked(name, genitive):
    declined = decline("Иванов", name, "Ильич", "genitive", None)
    assert declined.text == f"Иванова {genitive} Ильича"
    assert declined.certainty is Certainty.ask
    assert f"Иванова {name} Ильича" in declined.variants


@pytest.mark.parametrize(
    "name", ["Вано", "Сандро", "Марио", "Отто", "Энрико", "Франческо", "Вейко"]
)
def test_a_foreign_name_in_o_is_not_asked(name):
    declined = decline("Иванов", name, "Ильич", "genitive", None)
    assert declined.text == f"Иванова {name} Ильича"
    assert declined.certainty is not Certainty.ask


@pytest.mark.parametrize("surname", ["Черных", "Фоминых", "Кузнецовых", "Гуреных", "Щербатых"])
def test_an_adjective_in_ykh_is_not_asked(surname):
    declined = decline(surname, *MAN, "genitive", None)
    assert declined.text == f"{surname} Петра Ильича"
    assert declined.certainty is Certainty.certain
