"""Names and sums in words: who acts, whose genitive is taken, which gender is believed."""

from typing import Any

import pytest
from assessment_situations import case_with

from desktop_app.assessment.wording import acting_for, gender_of_person, name_in, wording
from desktop_app.case.model import Buyer, Representative

PROXY = {"document": "доверенность"}


@pytest.mark.parametrize(
    ("who", "acts"),
    [
        (None, False),
        (PROXY, False),
        (PROXY | {"patronymic": "Ильич"}, False),
        (PROXY | {"surname": "Ким"}, True),
        (PROXY | {"given_name": "Пётр"}, True),
        (PROXY | {"surname": "Ким", "given_name": "Пётр"}, True),
    ],
)
def test_a_representative_with_any_name_acts(who: dict[str, Any] | None, acts: bool) -> None:
    case = case_with({"representative": who})
    assert acting_for(case) is (case.representative if acts else None)


def test_without_a_name_or_a_price_there_are_no_words() -> None:
    told = wording(case_with({"buyer.surname": None, "buyer.given_name": None,
                              "purchase.price": None}))  # fmt: skip
    assert told.buyer_genitive is told.buyer_genitive_certainty is None
    assert told.buyer_initials is told.price_in_words is None


def test_a_price_of_nothing_has_words_too() -> None:
    assert wording(case_with({"purchase.price": "0"})).price_in_words == "Ноль рублей 00 копеек"


def test_the_persons_own_genitive_wins_and_is_certain() -> None:
    told = wording(case_with({"buyer.genitive": "Кузнецовой О. И."}))
    assert (told.buyer_genitive, told.buyer_genitive_certainty) == ("Кузнецовой О. И.", "certain")


def test_the_own_genitive_stands_without_a_name_but_gives_no_dative() -> None:
    buyer = Buyer(genitive="Кузнецовой О. И.")
    genitive = name_in(buyer, "genitive")
    assert genitive is not None
    assert genitive.text == "Кузнецовой О. И."
    assert name_in(buyer, "dative") is None


def test_the_own_genitive_is_no_dative() -> None:
    buyer = Buyer(surname="Кузнецова", given_name="Ольга", gender="female", genitive="Кузнецовой")
    dative = name_in(buyer, "dative")
    assert dative is not None
    assert dative.text == "Кузнецовой Ольге"


@pytest.mark.parametrize(
    ("person", "gender"),
    [
        (Buyer(surname="Ким", given_name="Саша", gender="female"), "female"),
        (Buyer(surname="Ким", given_name="Пётр", gender="female"), "female"),
        (Buyer(surname="Ким", patronymic="Ильич"), "male"),
        (Buyer(given_name="Ольга"), "female"),
        (Buyer(surname="Кузнецова"), None),
        (Representative(surname="Ким", patronymic="Ильинична"), "female"),
        (Representative(surname="Ким"), None),
    ],
)
def test_the_gender_is_the_one_told_or_shown_by_the_name(
    person: Buyer | Representative, gender: str | None
) -> None:
    assert gender_of_person(person) == gender


@pytest.mark.parametrize(
    ("person", "genitive"),
    [
        (Buyer(surname="Ким", given_name="Саша", gender="female"), "Ким Саши"),
        (Buyer(surname="Кузнецова", gender="female"), "Кузнецовой"),
        (Buyer(given_name="Ольга", patronymic="Ильинична"), "Ольги Ильиничны"),
        (Representative(surname="Кузнецов", patronymic="Ильич"), "Кузнецова Ильича"),
    ],
)
def test_what_is_told_of_a_name_is_declined(person: Buyer | Representative, genitive: str) -> None:
    declined = name_in(person, "genitive")
    assert declined is not None
    assert declined.text == genitive


@pytest.mark.parametrize(
    ("changes", "initials"),
    [
        ({}, "О. И. Кузнецова"),
        ({"buyer.patronymic": None}, "О. Кузнецова"),
        ({"buyer.given_name": None, "buyer.patronymic": None}, "Кузнецова"),
        ({"buyer.surname": None}, "О. И."),
    ],
)
def test_the_initials_are_of_what_is_told(changes: dict[str, Any], initials: str) -> None:
    told = wording(case_with(changes)).buyer_initials
    assert told is not None
    assert told.replace("\u00a0", " ") == initials
