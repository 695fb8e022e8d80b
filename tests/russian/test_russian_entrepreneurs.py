"""How people write an entrepreneur's name, and the line of the addressee that follows from it."""

import pytest

from desktop_app.russian.forms import Certainty
from desktop_app.russian.organisations import addressee

SOLE = "Индивидуальному предпринимателю"


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("ИП: Иванов Иван Иванович", "Иванову Ивану Ивановичу"),
        ("ИП — Иванов Иван Иванович", "Иванову Ивану Ивановичу"),
        ("И.П. Иванов Иван Иванович", "Иванову Ивану Ивановичу"),
        ("И. П. Черных Лев Фомич", "Черных Льву Фомичу"),
        ("ИП фон Берг Анна Карловна", "фон Берг Анне Карловне"),
        ("ИП Алиев Рашид Ильхам оглы", "Алиеву Рашиду Ильхам оглы"),
        ("ИП Иванова Анна Ивановна (магазин «Луч»)", "Ивановой Анне Ивановне (магазин «Луч»)"),
        ("ИП Ткач Анна Ивановна, ИНН 1234", "Ткач Анне Ивановне, ИНН 1234"),
        ("ИП ИВАНОВ ЛЕВ ИЛЬИЧ", "ИВАНОВУ ЛЬВУ ИЛЬИЧУ"),
    ],
)
def test_the_owner_is_in_the_dative_and_the_rest_as_typed(name, owner):
    declined = addressee(name)
    assert declined.text == f"{SOLE} {owner}"
    assert declined.certainty is not Certainty.ask


@pytest.mark.parametrize(
    ("owner", "offered"),
    [
        ("Иванов И. И.", ["Иванову И. И.", "Иванов И. И."]),
        ("Иванова А.И.", ["Ивановой А.И."]),
        ("Анна Игоревна Соловей", ["Анне Игоревне Соловей"]),
        ("Пётр Ильич Черных", ["Петру Ильичу Черных"]),
        ("«Иванов Иван Иванович»", ["Иванову Ивану Ивановичу"]),
    ],
)
def test_an_owner_named_otherwise_is_asked_with_the_datives(owner, offered):
    declined = addressee(f"ИП {owner}")
    assert declined.text == f"Продавец: индивидуальный предприниматель {owner}"
    assert declined.certainty is Certainty.ask
    assert {f"{SOLE} {form}" for form in offered} <= set(declined.variants)


@pytest.mark.parametrize(
    "name",
    [
        "ООО «Торговый дом «Ромашка»»",
        'ООО "Торговый дом "Ромашка""',
        "ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ «РОМАШКА»",
        "Муниципальное казённое учреждение «Быт»",
        "Государственное бюджетное учреждение «Быт»",
    ],
)
def test_quotes_and_capitals_of_an_organisation_stay(name):
    assert addressee(f" {name}  ").text == f"В {name}"
