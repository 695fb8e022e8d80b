"""Every form that is given for a part of a name: the best one, its certainty, and the others.

The table beside this file has one row for each way in which a rule or a dictionary decides. A
form that use does not settle stands among what is asked, also where a guess may look odd: Рысь as
a man's surname is declined by the norm, and its bearer says if it is not.
"""

from pathlib import Path

import pytest

from desktop_app.russian.forms import (
    Case,
    Certainty,
    Gender,
    adjective,
    feminine_adjective,
    least,
    masculine_noun,
    noun_in_a,
    recased,
)
from desktop_app.russian.given_names import decline_given_name
from desktop_app.russian.surnames import decline_surname

DECLINE = {"surname": decline_surname, "given": decline_given_name}


def _rows() -> list[list[str]]:
    table = Path(__file__).parent / "names_forms.txt"
    return [line.split("|") for line in table.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: " ".join(row[:3]))
def test_the_forms_of_a_name_in_both_cases(row: list[str]) -> None:
    part, sex, name, genitive, certainty, others, dative, dative_others = row
    gender: Gender = "male" if sex == "male" else "female"
    sure = (certainty.split("/") * 2)[:2]
    cases: list[tuple[Case, str, str, str]] = [
        ("genitive", genitive, sure[0], others),
        ("dative", dative, sure[1], dative_others),
    ]
    for case, form, certain, variants in cases:
        found = DECLINE[part](name, case, gender)
        assert (found.text, found.certainty) == (form, certain)
        assert ", ".join(found.variants) == variants


@pytest.mark.parametrize(
    ("typed", "form", "printed"),
    [
        ("МакДональд", "макдональда", "МакДональда"),
        ("ИМ", "има", "ИМА"),
        ("ЛЕВ", "льва", "ЛЬВА"),
        ("Ёж", "ежа", "Ежа"),
    ],
)
def test_the_capitals_of_a_name_stay_where_they_were(typed: str, form: str, printed: str) -> None:
    assert recased(typed, form) == printed


def test_endings_after_each_kind_of_consonant() -> None:
    assert feminine_adjective("крайняя") == "крайней"
    assert feminine_adjective("хожая") == "хожей"
    adjectives = {"строгий": "строгого", "тихий": "тихого", "зимний": "зимнего"}
    assert {word: adjective(word, "genitive") for word in adjectives} == adjectives
    assert masculine_noun("мышь", "genitive") == "мыша"
    assert masculine_noun("рысь", "dative") == "рысю"
    nouns = {"карга": "карги", "сорока": "сороки", "муха": "мухи", "лоша": "лоши"}
    assert {word: noun_in_a(word, "genitive") for word in nouns} == nouns


def test_no_parts_leave_no_doubt() -> None:
    assert least([]) is Certainty.certain
    assert least([Certainty.likely, Certainty.ask, Certainty.certain]) is Certainty.ask
