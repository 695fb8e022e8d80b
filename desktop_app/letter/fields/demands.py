"""The demands, numbered, each with its sum; nothing twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from desktop_app.letter.fields.payment import demands_unknown_costs
from desktop_app.letter.matter import Matter

DemandKind = Literal[
    "price",
    "installment",
    "fee",
    "loan",
    "loan_unknown",
    "loss",
    "difference",
    "repair_penalty",
    "answer",
]


@dataclass(frozen=True)
class Demand:
    """One demand: what, how much, and the answer that it comes from."""

    matter: Matter
    number: int
    kind: DemandKind
    amount: Decimal | None = None
    path: str = ""
    index: int = 0


def demands(matter: Matter) -> list[Demand]:
    """Return the demands in the order of the letter; the last one asks for an answer."""
    return [
        Demand(matter, number, kind, amount, path, index)
        for number, (kind, amount, path, index) in enumerate(_chosen(matter), start=1)
    ]


def _chosen(matter: Matter) -> Iterator[tuple[DemandKind, Decimal | None, str, int]]:
    amounts, case = matter.assessment.amounts, matter.case
    if case.payment.method == "installment":
        yield "installment", amounts.principal, "payment.installment.paid", 0
    else:
        yield "price", amounts.principal, "purchase.price", 0
    if amounts.fee:
        yield "fee", amounts.fee, "payment.installment.fee", 0
    if amounts.interest or amounts.other_payments:
        yield "loan", amounts.interest + amounts.other_payments, "payment.loan.interest_paid", 0
    elif demands_unknown_costs(matter):
        yield "loan_unknown", None, "", 0
    for index, loss in enumerate(case.losses):
        if loss.amount:
            yield "loss", loss.amount, f"losses[{index}].amount", index
    if amounts.price_difference:
        yield "difference", amounts.price_difference, "demands.price_difference.amount", 0
    if amounts.repair_delay.demanded:
        penalty = amounts.repair_delay.demanded
        yield "repair_penalty", penalty, "demands.repair_delay_penalty", 0
    yield "answer", None, "", 0


def money_demands(matter: Matter) -> int:
    """Return how many demands are for a sum."""
    return sum(1 for demand in demands(matter) if demand.kind not in ("answer", "loan_unknown"))
