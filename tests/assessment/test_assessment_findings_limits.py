"""What a finding must and must not take for granted: the answers not told, the order of days."""

from typing import Any

import pytest
from assessment_findings_raised import BANK_LOAN, CHECKED_SOUND, LOAN, LOSS, OVER_30, SHOP_CREDIT
from assessment_situations import (
    BASE,
    SCREEN,
    SOUND,
    assessed,
    bought,
    codes,
    found,
    repair,
    sentences_of,
)

LONG = "one_year_of_a_long_warranty"


@pytest.mark.parametrize(
    "changes",
    [
        bought("2025-01-10", 24, repairs=OVER_30),
        bought("2026-01-10", 24),
        bought("2026-01-10", 13),
        bought("2026-01-10", 24, current_defect=CHECKED_SOUND),
    ],
    ids=["the second year runs", "the first year runs", "13 months", "another ground holds too"],
)
def test_with_a_warranty_above_a_year_the_risk_of_each_year_is_told(changes: dict) -> None:
    """law.md, 2: «при гарантии больше 12 месяцев сказать о риске»."""
    assert [f.severity for f in found(assessed(changes), LONG)] == ["risk"]


def test_with_a_warranty_of_a_year_or_another_ground_alone_there_is_no_such_risk() -> None:
    assert LONG not in codes(assessed(bought("2026-01-10", 12)))
    alone = bought("2026-01-10", 24, current_defect=CHECKED_SOUND) | {
        "repairs": [repair("2026-04-01", "2026-04-20", SOUND)]
    }
    assert LONG not in codes(assessed(alone))


def test_repairs_that_are_not_told_are_not_called_none() -> None:
    """case-file.md: null is an absent answer, an empty list says that there were none."""
    told = {"repairs": None}
    assert "no_repairs" not in codes(assessed(told))
    assert not any("Ремонтов нет" in text for text in sentences_of(told))


@pytest.mark.parametrize("outcome", ["no_defect_found", "paid_repair", "refused"])
def test_one_counted_repair_is_not_all_repairs_of_one_defect(outcome: str) -> None:
    assert "all_same_defect" not in codes(assessed({"repairs[1].outcome": outcome}))


def test_a_third_repair_inside_the_first_overlaps_it() -> None:
    repairs = [
        repair("2026-02-02", "2026-05-04", SCREEN),
        repair("2026-02-10", "2026-02-15", SOUND),
        repair("2026-03-02", "2026-03-05", "не заряжается"),
    ]
    fields = {f.field for f in found(assessed({"repairs": repairs}), "repairs_overlap")}
    assert fields == {"repairs[1].handed_over", "repairs[2].handed_over"}


def test_a_fact_after_today_is_doubted_whatever_the_letter_is_dated() -> None:
    """The day of the claim decides what is an error; a letter dated ahead leaves a risk."""
    told = {"letter_date": "2026-12-20", "repairs[1].returned": "2026-12-10"}
    (doubt,) = found(assessed(told), "date_after_today")
    assert (doubt.severity, doubt.field) == ("risk", "repairs[1].returned")
    assert found(assessed(told | {"letter_date": "2026-12-09"}), "date_in_future")


@pytest.mark.parametrize(
    ("delivery", "field"),
    [
        ({"handed_on": "2026-11-21"}, "delivery.handed_on"),
        ({"sent_on": "2026-11-20", "handed_on": "2026-11-19"}, "delivery.handed_on"),
        (
            {"handed_on": "2026-11-20", "response": {"kind": "paid", "on": "2026-11-19"}},
            "delivery.response.on",
        ),
    ],
    ids=["handed over tomorrow", "handed over before it was sent", "answered before it came"],
)
def test_impossible_days_of_delivery_are_told(delivery: dict, field: str) -> None:
    told = {"letter_date": "2026-11-10", "delivery": delivery}
    assert field in {finding.field for finding in assessed(told).findings}


def test_a_handing_over_today_is_in_order() -> None:
    on_time = {"sent_on": "2026-11-20", "handed_on": "2026-11-20"}
    assert codes(assessed({"delivery": on_time})) == codes(assessed())


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"purchase.category": None}, "purchase.category"),
        ({"repairs": None}, "repairs"),
        ({"repairs[1].outcome": None}, "repairs[1].outcome"),
        (BANK_LOAN | {"payment": LOAN | {"loan": LOAN["loan"] | {"amount": None}}},
         "payment.loan.amount"),
        (BANK_LOAN | {"payment": LOAN | {"loan": LOAN["loan"] | {"interest_paid": None}}},
         "payment.loan.interest_paid"),
        ({"payment": {"method": "consumer_loan"}}, "payment.loan.bank"),
        ({"purchase.warranty_months": None}, "purchase.warranty_months"),
        ({"payment.method": None}, "payment.method"),
    ],
)  # fmt: skip
def test_what_decides_and_is_not_told_is_named(changes: dict, field: str) -> None:
    """case-file.md: «the review says what is still missing»."""
    assert field in {finding.field for finding in assessed(changes).findings}


@pytest.mark.parametrize(
    "paper",
    ["договор с АО «Банк»", "кредитный договор с ПАО Сбербанк", "график Совкомбанка",
     "договор займа с МФО", "договор с Т-Банком"],
)  # fmt: skip
def test_instalments_with_a_banks_paper_are_doubted(paper: str) -> None:
    told = SHOP_CREDIT | {"attachments": [{"title": paper, "sheets": 1}]}
    assert "installment_run_by_bank" in codes(assessed(told))


def test_a_bank_card_does_not_make_a_bank_loan() -> None:
    told = SHOP_CREDIT | {"purchase.receipt": "чек № 15, оплата банковской картой"}
    assert "installment_run_by_bank" not in codes(assessed(told))


def test_the_price_is_not_demanded_twice_where_the_instalments_are_paid_up() -> None:
    told = {
        "payment": {"method": "installment", "installment": {"paid": "54990"}},
        "losses": [LOSS | {"amount": "54990"}],
    }
    assert {"installment_whole_price", "loss_repeats_price"} & codes(assessed(told))


@pytest.mark.parametrize(
    "changes",
    [
        {"purchase.receipt": None},
        {"repairs[0].act": None, "repairs[1].act": None},
        {"bank_details": None},
        {"seller.inn": "1", "seller.ogrn": "1"},
        {"bank_details": {"bic": "1", "account": "1", "correspondent_account": "1"}},
        {"purchase.price": "999999999.99"},
        {"purchase.price": "0.01"},
        {"repairs[0].returned": "2026-04-10"},
        {"repairs[0].ready_notice": "2026-03-20"},
        {"repairs[1].returned": "2026-04-13"},
        {"payment.method": None},
        {"buyer.gender": None, "buyer.phone": None, "buyer.email": None},
        {"purchase.item": "Смарт-часы", "purchase.category": "watches"},
        {"delivery": {"handed_on": "2026-11-19"}},
        {"losses": [{"description": "чехол"}, {"amount": "54990"}]},
        {"current_defect": {"description": SCREEN, "noticed_on": "2026-01-01"}},
    ],
)
def test_what_is_only_improbable_formal_or_unlucky_is_never_an_error(changes: Any) -> None:
    assessment = assessed(changes)
    assert assessment.can_be_made
    assert codes(assessment)


def test_a_right_account_number_raises_nothing() -> None:
    """law.md, 5, names these as right."""
    for bic, account in (
        ("044525225", "30101810400000000225"),
        ("044525974", "30101810145250000974"),
    ):
        told = {"bank_details": BASE["bank_details"] | {"bic": bic, "account": None}}
        told["bank_details"]["correspondent_account"] = account
        assert "correspondent_account_improbable" not in codes(assessed(told))


def test_no_ground_is_an_error_of_the_whole_case() -> None:
    (finding,) = found(assessed({"repairs": []}), "no_ground")
    assert (finding.severity, finding.field) == ("error", None)
    assert "no_ground" not in codes(assessed({"repairs": [], "current_defect": CHECKED_SOUND,
                                              "purchase.category": "other",
                                              "purchase.item": "Чайник"}))  # fmt: skip
