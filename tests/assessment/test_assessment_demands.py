"""What is demanded, in order: each demand with its sum and the answer that it comes from."""

from decimal import Decimal
from typing import Any

from assessment_situations import assessed, repair

ANSWER = ("answer", None, "")


def demanded(changes: dict[str, Any]) -> list[tuple[str, Decimal | None, str]]:
    return [(one.kind, one.amount, one.path) for one in assessed(changes).demands]


def test_the_money_and_an_answer_are_always_demanded() -> None:
    assert demanded({}) == [("price", Decimal("54990.00"), "purchase.price"), ANSWER]
    *money, answer = assessed().demands
    assert all(one.in_money for one in money) and not answer.in_money


def test_each_loss_with_a_sum_is_a_demand_of_its_own_row() -> None:
    losses = [
        {"description": "чехол", "amount": "990.5", "document": "чек"},
        {"description": "без суммы"},
        {"description": "плёнка", "amount": "300", "document": "чек"},
    ]
    found = [one for one in assessed({"losses": losses}).demands if one.kind == "loss"]
    assert [(one.amount, one.path, one.index) for one in found] == [
        (Decimal("990.50"), "losses[0].amount", 0),
        (Decimal("300.00"), "losses[2].amount", 2),
    ]


def test_what_stands_beside_the_money_comes_in_order() -> None:
    changes = {
        "losses": [{"description": "чехол", "amount": "990", "document": "чек"}],
        "demands.price_difference": {"amount": "5000", "source": "сайт магазина"},
        "repairs": [repair("2026-06-01", "2026-07-26")],
        "demands.repair_delay_penalty": True,
    }
    assert demanded(changes) == [
        ("price", Decimal("54990.00"), "purchase.price"),
        ("loss", Decimal("990.00"), "losses[0].amount"),
        ("difference", Decimal("5000.00"), "demands.price_difference.amount"),
        ("repair_penalty", Decimal("5499.00"), "demands.repair_delay_penalty"),
        ANSWER,
    ]
    total = sum(amount for _, amount, _ in demanded(changes) if amount is not None)
    assert assessed(changes).amounts.total == total
