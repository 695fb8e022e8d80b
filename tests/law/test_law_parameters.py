"""The shipped law: every number of the design by its name, and both sides of each change day."""

import re
import time
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import paths
from desktop_app.law.parameters import NORM_PREFIX, Provision, Trust
from desktop_app.law.reader import CHOSEN_BY, UNITS, load_law, read_law

LAW = load_law()
TODAY = date(2026, 11, 20)

NUMBERS = {
    "complex_goods_free_refund_days": 15,
    "unusable_days_threshold": 30,
    "unusable_repairs_at_least": 2,
    "unusable_defects_at_least": 2,
    "repair_max_days": 45,
    "claim_without_warranty_years": 2,
    "limitation_years": 3,
    "substantial_defect_to_manufacturer_after_years": 2,
    "refund_answer_days": 10,
    "price_reduction_days": 10,
    "replacement_days": 7,
    "replacement_with_check_days": 20,
    "replacement_not_in_stock_months": 1,
    "loan_of_similar_goods_days": 3,
    "penalty_percent_per_day": 1,
    "heavy_goods_kilograms": 5,
    "consumer_fine_percent": 50,
    "court_fee_free_up_to": 1_000_000,
    "magistrate_up_to": 100_000,
    "administrative_fine_from": 100_000,
    "administrative_fine_up_to": 300_000,
    "imposed_services_refund_days": 3,
    "prepayment_refund_days": 10,
    "services_penalty_percent_per_day": 3,
    "services_refund_days": 10,
    "distance_refusal_days": 7,
    "distance_without_memo_months": 3,
    "distance_refund_days": 10,
    "exchange_days": 14,
    "exchange_refund_days": 3,
    "kazakhstan_answer_days": 10,
    "manufacturer_answer_days": 20,
    "copies_by_hand": 2,
    "refusal_witnesses": 2,
    "inventory_copies": 2,
}


@pytest.mark.parametrize(("name", "number"), NUMBERS.items())
def test_each_number_of_the_law_is_a_parameter(name: str, number: int) -> None:
    assert LAW.whole(name, TODAY) == number
    assert LAW.number(name, TODAY) == Decimal(number)


def test_every_whole_number_of_the_data_is_in_the_table() -> None:
    found = {p.name for p in LAW.all() if type(p.value) is int}
    assert found == set(NUMBERS)


def test_half_a_percent_is_exact() -> None:
    share = LAW.number("prepayment_penalty_percent_per_day", TODAY)
    assert share == Decimal("0.5") and type(share) is Decimal


CHANGES = [
    ("penalty_cap", date(2026, 2, 1), None, "paid"),
    ("imposed_services_refund_days", date(2025, 9, 1), None, 3),
    ("consumer_fine_has_exceptions", date(2026, 2, 1), False, True),
    ("wear_counted_in_price_difference", date(2026, 2, 1), False, True),
    ("marketplace_rules_in_force", date(2026, 10, 1), False, True),
    ("loan_exemptions_in_force", date(2027, 1, 1), True, False),
]


@pytest.mark.parametrize(("name", "day", "before", "after"), CHANGES)
def test_a_change_holds_from_its_day_and_not_a_day_earlier(
    name: str, day: date, before: object, after: object
) -> None:
    assert LAW.on(name, day - timedelta(days=1)).value == before
    assert LAW.on(name, day).value == after
    assert LAW.on(name, day + timedelta(days=1)).value == after


def test_norms_change_with_the_law_they_explain() -> None:
    for name, day in [
        ("norm_23_1", date(2026, 2, 1)),
        ("norm_13_7", date(2026, 2, 1)),
        ("norm_24_4", date(2026, 2, 1)),
        ("norm_16", date(2025, 9, 1)),
    ]:
        assert LAW.text(name, day - timedelta(days=1)) != LAW.text(name, day)


def test_every_change_of_the_data_is_in_the_table() -> None:
    """A change of the law is one line of data and one line here."""
    counted: dict[str, int] = {}
    for p in LAW.all():
        counted[p.name] = counted.get(p.name, 0) + 1
    changed = {name for name, n in counted.items() if n > 1 and not name.startswith(NORM_PREFIX)}
    assert changed == {name for name, *_ in CHANGES}


def test_a_day_before_the_first_value_gives_the_first() -> None:
    assert LAW.on("refund_answer_days", date(1900, 1, 1)).value == 10
    assert LAW.on("penalty_cap", date.min).value is None


@given(st.sampled_from(LAW.names), st.dates())
def test_the_value_of_any_day_is_the_latest_that_has_begun(name: str, day: date) -> None:
    values = sorted((p for p in LAW.all() if p.name == name), key=lambda p: p.since)
    begun = [p for p in values if p.since <= day]
    assert LAW.on(name, day) == (begun[-1] if begun else values[0])


def test_an_unknown_name_is_a_bug_of_the_caller() -> None:
    with pytest.raises(KeyError, match="no_such_thing"):
        LAW.on("no_such_thing", TODAY)


def test_a_value_of_another_kind_is_a_bug_of_the_caller() -> None:
    before_cap = date(2026, 1, 31)
    with pytest.raises(TypeError, match="penalty_cap"):
        LAW.text("penalty_cap", before_cap)
    with pytest.raises(TypeError, match="imposed_services_refund_days"):
        LAW.whole("imposed_services_refund_days", date(2025, 8, 31))
    with pytest.raises(TypeError, match="law_in_force"):
        LAW.number("law_in_force", TODAY)
    with pytest.raises(TypeError, match="law_in_force"):
        LAW.whole("law_in_force", TODAY)
    with pytest.raises(TypeError, match="refund_answer_days"):
        LAW.flag("refund_answer_days", TODAY)
    assert LAW.text("penalty_cap", date(2026, 2, 1)) == "paid"
    assert LAW.flag("law_in_force", TODAY) is True
    assert LAW.flag("loan_exemptions_in_force", date(2026, 12, 31)) is True
    assert LAW.flag("loan_exemptions_in_force", date(2027, 1, 1)) is False


@pytest.mark.parametrize(
    ("name", "chosen_by"),
    [
        ("refund_answer_days", "letter"),
        ("repair_max_days", "repair_request"),
        ("penalty_cap", "delay_day"),
        ("complex_goods_free_refund_days", "transfer"),
    ],
)
def test_the_day_that_chooses_the_value_is_told(name: str, chosen_by: str) -> None:
    assert LAW.on(name, TODAY).chosen_by == chosen_by


def test_the_shape_of_every_provision() -> None:
    for p in LAW.all():
        assert isinstance(p, Provision)
        assert p.unit in UNITS and p.chosen_by in CHOSEN_BY
        assert date(1992, 4, 7) <= p.since <= date(2027, 1, 1), p
        assert p.checked_on <= date(2030, 1, 1)


def test_texts_are_typeset() -> None:
    texts = [t for p in LAW.all() for t in (p.title, p.note, p.citation, p.source, p.value)]
    texts += [t for i in LAW.open_items for t in (i.title, i.what_to_check, i.citation)]
    for text in texts:
        if isinstance(text, str):
            assert not re.search(r'["\n\t]|  | -|- ', text), text
            assert text == text.strip()


def test_plain_words_end_as_sentences_and_are_short() -> None:
    for p in LAW.all():
        if p.name.startswith(NORM_PREFIX):
            assert isinstance(p.value, str)
            assert p.value.endswith(".") and 30 <= len(p.value) <= 420, p.name


CITED = [
    *(f"абз. {n} п. 1 ст. 18" for n in range(2, 12)),
    *(f"п. {n} ст. 18" for n in (2, 3, 5, 6, 7)),
    "преамбула",
    *(f"п. {n} ст. 19" for n in (1, 2, 5, 6)),
    *(f"п. {n} ст. 20" for n in (1, 2, 3)),
    *(f"п. {n} ст. 21" for n in (1, 2)),
    "ст. 22",
    "п. 1 ст. 23",
    "ст. 23.1",
    *(f"п. {n} ст. 24" for n in (1, 2, 3, 4, 5, 6)),
    "п. 6 ст. 13",
    "п. 7 ст. 13",
    *(f"ст. {n}" for n in ("15", "16", "17", "25", "26.1", "28", "29", "30", "31", "32")),
    *(f"ст. {n} ГК РФ" for n in ("165.1", "191", "192", "193", "194")),
    "п. 13 Пленума ВС РФ № 17",
    "ст. 14.8 КоАП РФ",
    "ст. 42-4 Закона РК",
    "ч. 7 ст. 29 ГПК РФ",
]


@pytest.mark.parametrize("citation", CITED)
def test_each_cited_article_is_explained_in_plain_words(citation: str) -> None:
    norm = LAW.explained(citation, TODAY)
    assert norm is not None
    assert norm.citation == citation and norm.unit == "text"


def test_an_article_that_is_not_told_has_no_explanation() -> None:
    assert LAW.explained("ст. 999", TODAY) is None


def test_an_article_has_one_explanation() -> None:
    norms = {(p.citation, p.name) for p in LAW.all() if p.name.startswith(NORM_PREFIX)}
    assert len(norms) == len({citation for citation, _ in norms})


@pytest.mark.parametrize(
    ("name", "trust"),
    [
        ("refund_answer_days", Trust.confirmed),
        ("penalty_cap", Trust.confirmed),
        ("heavy_goods_kilograms", Trust.single),
        ("loan_of_similar_goods_days", Trust.single),
        ("administrative_fine_up_to", Trust.single),
        ("manufacturer_answer_days", Trust.memory),
        ("norm_18_1_7", Trust.memory),
        ("norm_18_2", Trust.memory),
        ("norm_18_3", Trust.memory),
        ("norm_24_5", Trust.memory),
        ("norm_plenum_17_13", Trust.memory),
        ("norm_24_6", Trust.confirmed),
    ],
)
def test_trust_is_marked_as_the_design_marks_it(name: str, trust: Trust) -> None:
    assert LAW.on(name, TODAY).trust is trust


def test_what_is_known_from_memory_is_to_be_verified() -> None:
    to_verify = LAW.to_verify
    assert {p.trust for p in to_verify} == {Trust.memory}
    assert set(to_verify) == {p for p in LAW.all() if p.trust is Trust.memory}
    assert {"norm_24_5", "marketplace_rules_in_force"} <= {p.name for p in to_verify}


def test_open_items_name_what_the_design_leaves_open() -> None:
    cited = " ".join(item.citation for item in LAW.open_items)
    for place in (
        "п. 4 ст. 24",
        "п. 5 ст. 24",
        "290-ФЗ",
        "2463",
        "п. 8 ",
        "п. 12",
        "п. 13",
        "п. 14",
    ):
        assert place in cited
    assert any("2027" in item.title for item in LAW.open_items)


def test_all_gives_every_value_the_oldest_check_first() -> None:
    order = [(p.checked_on, p.name, p.since) for p in LAW.all()]
    assert order == sorted(order) and len(order) == len(set(order))
    assert {p.name for p in LAW.all()} == set(LAW.names)


def test_the_law_is_read_once() -> None:
    assert load_law() is LAW


def test_the_whole_law_is_read_in_a_moment() -> None:
    """Some 9 ms on a desktop; the limit only catches a reader that became slow by far."""
    folder = paths.resource("law", "ru")
    spans = []
    for _ in range(5):
        start = time.perf_counter()
        read_law(folder)
        spans.append(time.perf_counter() - start)
    assert min(spans) < 0.1
