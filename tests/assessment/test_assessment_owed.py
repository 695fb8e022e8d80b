"""Who is still owed on a credit, and in what words the penalty of a day is told."""

from decimal import Decimal
from typing import Any

import pytest
from assessment_situations import answers, assessed, case_of, case_with, repair

from desktop_app.assessment.demanded import daily, penalty
from desktop_app.assessment.money import owes_the_bank, owes_the_shop


def plan(paid: str | None, method: str = "installment", **more: Any) -> dict[str, Any]:
    return {"payment": {"method": method, "installment": {"paid": paid}}, **more}


@pytest.mark.parametrize(
    ("told", "owes"),
    [
        (plan("54989.99"), True),
        (plan("54990.00"), False),
        (plan("60000.00"), False),
        (plan(None), True),
        (plan("54990.00", **{"purchase.price": None}), True),
        ({"payment": {"method": "installment"}}, True),
        ({"payment": {"method": "own_funds"}}, False),
        ({"payment": {"method": None}}, False),
        (plan("100.00", "own_funds"), False),
    ],
)
def test_the_shop_is_owed_until_its_instalments_make_up_the_price(
    told: dict[str, Any], owes: bool
) -> None:
    assert owes_the_shop(case_with(told)) is owes


@pytest.mark.parametrize(
    ("payment", "owes"),
    [
        ({"method": "consumer_loan", "loan": {"bank": "АО «Банк»"}}, True),
        ({"method": "consumer_loan"}, True),
        ({"method": "consumer_loan", "loan": {"repaid_on": "2026-10-01"}}, False),
        ({"method": "own_funds", "loan": {"bank": "АО «Банк»"}}, False),
        ({"method": "own_funds"}, False),
    ],
)
def test_the_bank_is_owed_until_the_loan_is_paid_back(payment: dict[str, Any], owes: bool) -> None:
    assert owes_the_bank(case_of(answers() | {"payment": payment})) is owes


@pytest.mark.parametrize(
    ("per_day", "told"),
    [
        ("549.90", "549,90 ₽"),
        ("549.9", "549,90 ₽"),
        ("724.905", "около 724,91 ₽"),
        ("724.904", "около 724,90 ₽"),
        ("0.125", "около 0,13 ₽"),
    ],
)
def test_a_day_is_told_to_the_kopeck_and_what_was_rounded_is_about(per_day: str, told: str) -> None:
    assert daily(Decimal(per_day)).replace("\u00a0", " ") == told


def told_penalty(changes: dict[str, Any]) -> list[str]:
    return [line.replace("\u00a0", " ") for line in penalty(assessed(changes))]


LATE = {"repairs": [repair("2026-02-02", None)], "demands.repair_delay_penalty": True}


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({}, ["За каждый день опоздания — 549,90 ₽, но не больше 54 990,00 ₽."]),
        # 45 days from 02.02.2026 end on 19.03.2026; the claim of 27.03.2026 is on the eighth day.
        (
            LATE | {"letter_date": "2026-03-27"},
            ["За каждый день опоздания — 549,90 ₽, но не больше 50 590,80 ₽."],
        ),
        (
            LATE,
            ["Неустойки за опоздание не будет: потолок исчерпала неустойка за ремонт."],
        ),
        ({"letter_date": "2026-01-20"}, ["За каждый день опоздания — 549,90 ₽."]),
        ({"purchase.price": None}, []),
        (plan(None), ["За каждый день опоздания — 549,90 ₽."]),
    ],
    ids=[
        "the cap is the price",
        "a late repair has taken of the cap",
        "a late repair has taken all of it",
        "the delay begins before the cap of 01.02.2026",
        "no price",
        "what was paid is not told",
    ],
)
def test_the_price_of_a_days_delay_is_told_with_what_the_cap_leaves(
    changes: dict[str, Any], lines: list[str]
) -> None:
    assert told_penalty(changes) == lines
