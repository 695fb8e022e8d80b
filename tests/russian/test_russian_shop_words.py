"""A word for a shop in every case of its own: only the nominative and the dative make a line."""

import pytest

from desktop_app.russian.forms import Certainty
from desktop_app.russian.organisations import addressee


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("магазин «Х»", "Продавец: магазин «Х»"),
        ("компания «Х»", "Продавец: компания «Х»"),
        ("Организация «Х»", "Продавец: Организация «Х»"),
        ("аптека «Х»", "Продавец: аптека «Х»"),
        ("ФИРМА «Х»", "Продавец: ФИРМА «Х»"),
        # So a chain of shops may be called.
        ("Фирмы «Х»", "Продавец: Фирмы «Х»"),
        ("Аптеки «Х»", "Продавец: Аптеки «Х»"),
    ],
)
def test_a_name_in_the_nominative_needs_no_look(typed: str, text: str) -> None:
    assert (addressee(typed).text, addressee(typed).certainty) == (text, Certainty.certain)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("салону «Х»", "Салону «Х»"),
        ("компании «Х»", "Компании «Х»"),
        ("аптеке «Х»", "Аптеке «Х»"),
        ("СЕРВИСУ «Х»", "СЕРВИСУ «Х»"),
    ],
)
def test_a_name_in_the_dative_is_the_line(typed: str, text: str) -> None:
    assert (addressee(typed).text, addressee(typed).certainty) == (text, Certainty.likely)


@pytest.mark.parametrize(
    ("typed", "nominative"),
    [
        ("салона «Х»", "салон «Х»"),
        ("салоном «Х»", "салон «Х»"),
        ("салоне «Х»", "салон «Х»"),
        ("в салоне «Х»", "салон «Х»"),
        ("для салону «Х»", "салон «Х»"),
        ("к компании «Х»", "компания «Х»"),
        ("компанию «Х»", "компания «Х»"),
        ("компанией «Х»", "компания «Х»"),
        ("от компания «Х»", "компания «Х»"),
        ("фирмы «Х»", "фирма «Х»"),
        ("аптеки «Х»", "аптека «Х»"),
        ("от Аптеки «Х»", "Аптека «Х»"),
        ("аптеку «Х»", "аптека «Х»"),
        ("аптекой «Х»", "аптека «Х»"),
    ],
)
def test_a_name_in_another_case_is_asked_in_the_nominative(typed: str, nominative: str) -> None:
    found = addressee(typed)
    assert (found.text, found.certainty) == (f"Продавец: {nominative}", Certainty.ask)
    assert found.variants == ()


@pytest.mark.parametrize(
    ("typed", "nominative"), [("аптеку «Х»", "аптека «Х»"), ("компанию «Х»", "компания «Х»")]
)
def test_into_a_shop_is_a_line_beside_its_nominative(typed: str, nominative: str) -> None:
    found = addressee(f"во {typed}")
    assert (found.text, found.certainty) == (f"В {typed}", Certainty.ask)
    assert found.variants == (f"Продавец: {nominative}",)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("магазину Техно Плюс", "Магазину Техно Плюс"),
        ("в магазин «Х»", "Продавец: магазин «Х»"),
        ("во салон «Х»", "Продавец: салон «Х»"),
        ("в Wildberries", "Продавец: Wildberries"),
        ("к директору ООО «Х»", "Директору ООО «Х»"),
        ("ко всему руководству ООО «Х»", "Всему руководству ООО «Х»"),
    ],
)
def test_what_was_typed_with_a_preposition_is_a_line_without_it(typed: str, text: str) -> None:
    assert (addressee(typed).text, addressee(typed).certainty) == (text, Certainty.likely)


@pytest.mark.parametrize("typed", ["Директору", "Директору, Иванову И. И.", "ООО «Х», ООО«У»"])
def test_a_post_without_its_firm_and_two_firms_are_asked(typed: str) -> None:
    assert addressee(typed).text == f"Продавец: {typed}"
    assert addressee(typed).certainty is Certainty.ask


def test_a_sign_that_begins_like_a_post_is_a_name() -> None:
    assert addressee("Президентура").certainty is Certainty.certain
    assert addressee("Директорус").certainty is Certainty.certain
