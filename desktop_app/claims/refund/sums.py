"""The sums of a refund: what was paid, the costs of a credit, the price difference."""

from collections.abc import Iterator
from decimal import Decimal

from desktop_app.assessment.demanded import MainSums
from desktop_app.assessment.model import Amounts, Demanded
from desktop_app.assessment.money import paid_to_seller, rounded
from desktop_app.assessment.situation import Situation
from desktop_app.russian.money import ZERO


def sums(situation: Situation) -> MainSums:
    """Return what is to be given back and what belongs to it (п. 4–6 ст. 24)."""
    paid = paid_to_seller(situation)
    interest, other = loan_costs(situation)
    difference = situation.case.demands.price_difference
    return MainSums(
        principal=None if paid is None else rounded(paid),
        fee=_fee(situation),
        interest=interest,
        other_payments=other,
        price_difference=rounded((difference.amount if difference else None) or ZERO),
    )


def loan_costs(situation: Situation) -> tuple[Decimal, Decimal]:
    """Return the interest and other payments demanded: the share of the goods (п. 6 ст. 24)."""
    payment = situation.case.payment
    wanted = situation.case.demands.reimburse_loan_costs
    if payment.method != "consumer_loan" or payment.loan is None or not wanted:
        return ZERO, ZERO
    price, amount = situation.case.purchase.price, payment.loan.amount
    interest, other = payment.loan.interest_paid or ZERO, payment.loan.other_payments or ZERO
    if price and amount and amount > price:
        # Multiplied before divided: the quotient alone would not be exact.
        interest, other = interest * price / amount, other * price / amount
    return rounded(interest), rounded(other)


def demands(situation: Situation, amounts: Amounts) -> Iterator[Demanded]:
    """Yield the money for the goods, then what a credit cost."""
    case = situation.case
    if case.payment.method == "installment":
        yield Demanded("installment", amounts.principal, "payment.installment.paid")
    else:
        yield Demanded("price", amounts.principal, "purchase.price")
    if amounts.fee:
        yield Demanded("fee", amounts.fee, "payment.installment.fee")
    costs = amounts.interest + amounts.other_payments
    if costs:
        yield Demanded("loan", costs, "payment.loan.interest_paid")
    elif _costs_unknown(situation):
        yield Demanded("loan_unknown", in_money=False)


def _costs_unknown(situation: Situation) -> bool:
    """Whether the costs of the loan are demanded though the interest is not known yet."""
    payment, wanted = situation.case.payment, situation.case.demands.reimburse_loan_costs
    if payment.method != "consumer_loan" or not wanted:
        return False
    return payment.loan is None or payment.loan.interest_paid is None


def _fee(situation: Situation) -> Decimal:
    plan = situation.case.payment.installment
    if situation.case.payment.method != "installment" or plan is None:
        return ZERO
    return rounded(plan.fee or ZERO)
