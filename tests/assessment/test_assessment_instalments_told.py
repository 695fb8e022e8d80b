"""What is told of the shop's instalments: not the whole price, and whose schedule it is."""

from typing import Any

import pytest
from assessment_situations import assessed, found

PLAN = {"method": "installment", "installment": {"paid": "20000"}}


def case(amount: str, **more: Any) -> dict[str, Any]:
    losses = [
        {"description": "чехол", "amount": "990", "document": "чек № 16"},
        {"description": "остаток", "amount": amount, "document": "договор"},
    ]
    return {"payment": PLAN, "losses": losses, **more}


@pytest.mark.parametrize(
    ("amount", "raised"),
    [("54990", True), ("34990", True), ("34989.99", False), ("34990.01", False), ("20000", False)],
    ids=["the whole price", "what is not paid", "a kopeck less", "a kopeck more", "what is paid"],
)
def test_the_unpaid_part_of_the_price_is_no_loss(amount: str, raised: bool) -> None:
    """П. 5 ст. 24: what was paid is given back; the rest nobody has lost."""
    told = found(assessed(case(amount)), "installment_whole_price")
    assert [finding.field for finding in told] == (["losses[1].amount"] if raised else [])
    assert all("20 000,00 ₽" in f.message.replace("\u00a0", " ") for f in told)


def test_without_a_price_no_loss_is_taken_for_it() -> None:
    told = assessed(case("34990", **{"purchase.price": None}))
    assert found(told, "installment_whole_price") == []


@pytest.mark.parametrize(
    ("more", "bank"),
    [
        ({}, False),
        ({"loan": {"bank": "АО «Банк»"}}, True),
        ({"loan": {"certificate": "справка"}}, True),
        ({"loan": {"amount": "54990"}}, False),
    ],
)
def test_a_schedule_that_a_bank_runs_is_a_loan(more: dict[str, Any], bank: bool) -> None:
    told = assessed({"payment": PLAN | more})
    code = "installment_run_by_bank" if bank else "check_who_runs_installment"
    other = "check_who_runs_installment" if bank else "installment_run_by_bank"
    assert [finding.field for finding in found(told, code)] == ["payment.method"]
    assert found(told, other) == []
