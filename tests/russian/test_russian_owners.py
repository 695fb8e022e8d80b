"""An entrepreneur as people type one: which line is printed, and which datives are offered."""

import pytest

from desktop_app.russian.forms import Certainty
from desktop_app.russian.organisations import addressee

SOLE = "Индивидуальному предпринимателю"
NOMINATIVE = "Продавец: индивидуальный предприниматель"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Продавец ООО «Х»", "В ООО «Х»"),
        ("Продавец АО «Свет»", "В АО «Свет»"),
        ("Продавец ИП Ткач Анна Ивановна", f"{SOLE} Ткач Анне Ивановне"),
        ("Продавец ковров", "Продавец: Продавец ковров"),
        ("Продавец воздуха «Х»", "Продавец: Продавец воздуха «Х»"),
    ],
)
def test_the_word_seller_is_left_out_where_a_form_of_business_follows(
    typed: str, text: str
) -> None:
    assert addressee(typed).text == text
    assert addressee(typed).certainty is Certainty.certain


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("от ИП Иванова Ивана Ивановича", "Продавец: ИП Иванова Ивана Ивановича"),
        ("для ИП Ткач Марины Ильиничны", "Продавец: ИП Ткач Марины Ильиничны"),
        (
            "Индивидуального предпринимателя Иванова",
            "Продавец: Индивидуального предпринимателя Иванова",
        ),
        ("ИП де ла", f"{NOMINATIVE} де ла"),
        ("ИП Иванов", f"{NOMINATIVE} Иванов"),
        ("ИП Иванов Иван Иванович магазин Луч", f"{NOMINATIVE} Иванов Иван Иванович магазин Луч"),
    ],
)
def test_what_is_no_name_in_the_nominative_is_asked_as_typed(typed: str, text: str) -> None:
    found = addressee(typed)
    assert (found.text, found.certainty, found.variants) == (text, Certainty.ask, ())


@pytest.mark.parametrize(
    ("owner", "datives"),
    [
        ("Пётр Ильич Иванов", ["Петру Ильичу Иванову"]),
        ("Пётр Ильич Толстой", ["Петру Ильичу Толстому"]),
        ("Анна Игоревна Глоба", ["Анне Игоревне Глобе"]),
        ("Анна Игоревна", ["Анне Игоревне"]),
        ("Толстой А. И.", ["Толстому А. И.", "Толстой А. И."]),
        ("Ковтун А. И.", ["Ковтуну А. И.", "Ковтун А. И."]),
        ("Глоба А. И.", ["Глобе А. И."]),
        ("Чайка А.", ["Чайке А."]),
        ("Дитрих А. И.", ["Дитриху А. И.", "Дитрих А. И."]),
        ("Саша Ильич Иванов", ["Саше Ильичу Иванову"]),
        ("Судьбина А. И.", ["Судьбине А. И.", "Судьбиной А. И."]),
        ("Иван Толстой", ["Ивану Толстому"]),
        ("Анна Ковтун", ["Анне Ковтун"]),
        ("Мир Света", ["Мир Свете"]),
        ("Глава Роман Ильич", ["Главе Роману Ильичу"]),
    ],
)
def test_an_owner_who_is_asked_is_offered_in_the_dative(owner: str, datives: list[str]) -> None:
    found = addressee(f"ИП {owner}")
    assert (found.text, found.certainty) == (f"{NOMINATIVE} {owner}", Certainty.ask)
    assert found.variants == tuple(f"{SOLE} {dative}" for dative in datives)


@pytest.mark.parametrize(
    ("owner", "dative"),
    [
        ("Иванов Ленсук Иванович", "Иванову Ленсуку Ивановичу"),
        ("Ким Саша Львович", "Киму Саше Львовичу"),
        ("Ким Саша Львовна", "Ким Саше Львовне"),
    ],
)
def test_a_patronymic_settles_the_gender_and_the_order(owner: str, dative: str) -> None:
    found = addressee(f"ИП {owner}")
    assert found.text == f"{SOLE} {dative}"
    assert found.certainty is not Certainty.ask


def test_a_name_with_a_second_form_in_use_offers_it() -> None:
    found = addressee("ИП Иванова Нинель Ивановна")
    assert (found.text, found.certainty) == (f"{SOLE} Ивановой Нинели Ивановне", Certainty.likely)
    assert found.variants == (f"{SOLE} Ивановой Нинель Ивановне",)
