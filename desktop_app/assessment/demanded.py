"""What is demanded, in order: the main demand of a kind of claim, then what stands beside it."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from desktop_app.assessment.model import Amounts, Assessment, Demanded
from desktop_app.assessment.situation import Situation
from desktop_app.russian.money import KOPECK, ZERO, roubles


class MainSums(Struct, frozen=True):
    """The sums that a kind of claim demands, in roubles, rounded; None where a fact is missing.

    `principal` is what is to be given back for the goods themselves.
    """

    principal: Decimal | None = ZERO
    fee: Decimal = ZERO
    interest: Decimal = ZERO
    other_payments: Decimal = ZERO
    price_difference: Decimal = ZERO


def beside(situation: Situation, amounts: Amounts) -> Iterator[Demanded]:
    """Yield the demands that any kind of claim may have: losses, penalty, the answer."""
    for index, loss in enumerate(situation.case.losses):
        if loss.amount:
            amount = loss.amount.quantize(KOPECK)
            yield Demanded("loss", amount, f"losses[{index}].amount", index)
    if amounts.price_difference:
        path = "demands.price_difference.amount"
        yield Demanded("difference", amounts.price_difference, path)
    if amounts.repair_delay.demanded:
        path = "demands.repair_delay_penalty"
        yield Demanded("repair_penalty", amounts.repair_delay.demanded, path)
    yield Demanded("answer", in_money=False)


def penalty(assessment: Assessment) -> Iterator[str]:
    """Yield in words what a day of delay costs the seller, and where that ends."""
    amounts = assessment.amounts
    if amounts.cap_left == 0:
        yield "Неустойки за опоздание не будет: потолок исчерпала неустойка за ремонт."
    elif amounts.penalty_per_day:
        cap = f", но не больше {roubles(amounts.cap_left)}" if amounts.cap_left else ""
        yield f"За каждый день опоздания — {daily(amounts.penalty_per_day)}{cap}."


def daily(per_day: Decimal) -> str:
    """Return the penalty of one day in words: «около» where it is not a whole kopeck."""
    about = "" if per_day == per_day.quantize(KOPECK) else "около "
    return f"{about}{roubles(per_day.quantize(KOPECK, ROUND_HALF_UP))}"
