"""The list of the law's values for a person."""

import re
from datetime import date
from decimal import Decimal

import pytest

from desktop_app.law.listing import law_listing
from desktop_app.law.parameters import Law, OpenItem, Provision, Trust
from desktop_app.law.reader import load_law

ANSWER = Provision(
    name="answer_days",
    title="Срок ответа",
    unit="calendar_days",
    chosen_by="letter",
    since=date(2000, 1, 1),
    value=10,
    citation="ст. 22",
    source="Закон № 2300-1",
    checked_on=date(2026, 11, 20),
    trust=Trust.confirmed,
    note=None,
)


def listed(law: Law) -> list[str]:
    return law_listing(law).replace("\u00a0", " ").splitlines()


def provision(**changed: object) -> Provision:
    names = {name: getattr(ANSWER, name) for name in Provision.__dataclass_fields__}
    return Provision(**(names | changed))  # type: ignore[arg-type]


def test_numbers_agree_with_their_units():
    text = law_listing(load_law()).replace("\u00a0", " ")
    assert text.count(": 2 года\n") == 2
    assert text.count(": 3 календарных дня\n") == 3
    assert "45 календарных дней" in text
    assert not re.search(r": [234] (лет|календарных дней)\n", text)


def test_a_value_is_told_with_its_day_article_source_and_trust():
    assert listed(Law({"answer_days": (ANSWER,)}, ())) == [
        "Срок ответа: 10 календарных дней",
        "    answer_days · с 01.01.2000 · ст. 22 · подтверждено · проверено 20.11.2026",
        "    Закон № 2300-1 · значение выбирает день претензии",
        "",
        "Сверить с официальным текстом:",
    ]


def test_a_value_of_any_day_names_none_and_a_note_follows():
    any_day = provision(chosen_by="any", note="Спорно.")
    assert listed(Law({"answer_days": (any_day,)}, ()))[2:4] == [
        "    Закон № 2300-1",
        "    Спорно.",
    ]


def test_open_items_and_what_is_known_from_memory_are_to_be_verified():
    law = Law(
        {"answer_days": (provision(trust=Trust.memory),)},
        (OpenItem("Износ", "сверить слова", "п. 4 ст. 24"),),
    )
    assert "по памяти, сверить" in listed(law)[1]
    assert listed(law)[-3:] == [
        "Сверить с официальным текстом:",
        "  • Износ (п. 4 ст. 24): сверить слова",
        "  • Срок ответа (ст. 22)",
    ]


@pytest.mark.parametrize(
    ("unit", "value", "told"),
    [
        ("calendar_days", None, "такого правила нет"),
        ("flag", True, "да"),
        ("flag", False, "нет"),
        ("calendar_days", 1, "1 календарный день"),
        ("years", 2, "2 года"),
        ("months", 1, "1 мес."),
        ("roubles", 100_000, "100 000 ₽"),
        ("percent", 50, "50 %"),
        ("percent_per_day", Decimal("0.5"), "0,5 % в день"),
        ("kilograms", 5, "5 кг"),
        ("count", 2, "2"),
        ("text", "Деньги возвращают.", "Деньги возвращают."),
    ],
)
def test_a_value_is_told_in_its_unit(unit, value, told):
    assert listed(Law({"x": (provision(unit=unit, value=value),)}, ()))[0] == f"Срок ответа: {told}"
