"""The names and sums of a case in words; the only place of the room that declines names.

It stands apart from `assess` because the dictionary behind it takes a third of
a second to load.
"""

from typing import Literal

from msgspec import Struct

from desktop_app.case.model import Buyer, Case, Representative
from desktop_app.russian.money import in_words
from desktop_app.russian.names import Certainty, Declined, Gender, decline, gender_of, initials


class Wording(Struct, frozen=True):
    """Forms of the contract's `wording`; None where the facts are missing."""

    buyer_genitive: str | None
    buyer_genitive_certainty: str | None
    buyer_initials: str | None
    price_in_words: str | None


def acting_for(case: Case) -> Representative | None:
    """Return who acts for the buyer; one without a name acts for nobody (a finding says so)."""
    who = case.representative
    return who if who is not None and (who.surname or who.given_name) else None


def wording(case: Case) -> Wording:
    """Return the forms of names and sums that a program or a person may want to check."""
    genitive = name_in(case.buyer, "genitive")
    price = case.purchase.price
    return Wording(
        buyer_genitive=genitive.text if genitive else None,
        buyer_genitive_certainty=str(genitive.certainty) if genitive else None,
        buyer_initials=name_initials(case.buyer),
        price_in_words=in_words(price) if price is not None else None,
    )


def name_in(person: Buyer | Representative, case: Literal["genitive", "dative"]) -> Declined | None:
    """Return the full name in a case; the person's own genitive always wins."""
    if case == "genitive" and person.genitive:
        return Declined(person.genitive, Certainty.certain)
    if not (person.surname or person.given_name):
        return None
    return decline(
        person.surname, person.given_name, person.patronymic, case, gender_of_person(person)
    )


def gender_of_person(person: Buyer | Representative) -> Gender | None:
    """Return the gender as told, else as the patronymic or the given name shows it."""
    told = person.gender if isinstance(person, Buyer) else None
    return told or gender_of(person.surname, person.given_name, person.patronymic)


def name_initials(person: Buyer | Representative) -> str | None:
    """Return «О. И. Кузнецова», None without a name."""
    if not (person.surname or person.given_name):
        return None
    return initials(person.surname, person.given_name, person.patronymic)
