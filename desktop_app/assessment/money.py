"""Sums: what is to be given back, what it cost, the penalty and its cap.

Everything is computed exactly and rounded half up once, at the end. A total is
the sum of the rounded demands, so that the letter adds up for its reader.
"""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from desktop_app.assessment.demanded import MainSums
from desktop_app.assessment.model import Amounts, RepairDelay
from desktop_app.assessment.situation import Situation
from desktop_app.case.model import Case
from desktop_app.russian.money import KOPECK, ZERO


def rounded(amount: Decimal) -> Decimal:
    """Return roubles and kopecks, half a kopeck up."""
    return amount.quantize(KOPECK, ROUND_HALF_UP)


def amounts(situation: Situation, main: MainSums, delay_day: date) -> Amounts:
    """Return every sum of the claim; `main` are those of its kind.

    `delay_day` is the day whose law gives the cap.
    """
    price = situation.case.purchase.price
    losses = rounded(sum((loss.amount or ZERO for loss in situation.case.losses), ZERO))
    late = repair_delay(situation)
    claimed = [main.fee, main.interest, main.other_payments, losses, main.price_difference]
    cap = penalty_cap(situation, delay_day)
    return Amounts(
        price=None if price is None else rounded(price),
        principal=main.principal,
        fee=main.fee,
        interest=main.interest,
        other_payments=main.other_payments,
        losses=losses,
        price_difference=main.price_difference,
        total=None if main.principal is None else sum([*claimed, late.demanded], main.principal),
        penalty_per_day=penalty_per_day(situation, delay_day),
        penalty_cap=None if cap is None else rounded(cap),
        capped=has_cap(situation, delay_day),
        cap_left=None if cap is None else max(ZERO, rounded(cap) - late.demanded),
        repair_delay=late,
    )


def paid_to_seller(situation: Situation) -> Decimal | None:
    """Return what the seller has of the price: all of it, or the instalments paid so far.

    A bank's loan pays the seller the whole price (п. 6 ст. 24); of the shop's
    own instalments only what was paid is given back (п. 5 ст. 24).
    """
    payment = situation.case.payment
    if payment.method == "installment":
        return payment.installment.paid if payment.installment else None
    return situation.case.purchase.price


def owes_the_shop(case: Case) -> bool:
    """Whether the shop's own instalments are not all paid yet."""
    plan, price = case.payment.installment, case.purchase.price
    if case.payment.method != "installment":
        return False
    return plan is None or plan.paid is None or price is None or plan.paid < price


def owes_the_bank(case: Case) -> bool:
    """Whether a loan for the goods is still being paid."""
    loan = case.payment.loan
    return case.payment.method == "consumer_loan" and not (loan and loan.repaid_on)


def loan_share(situation: Situation) -> Decimal:
    """Return the part of the loan that went into the goods, 1 where the loan is not larger."""
    loan, price = situation.case.payment.loan, situation.case.purchase.price
    if not loan or not loan.amount or not price:
        return Decimal(1)
    return min(Decimal(1), price / loan.amount)


def penalty_per_day(situation: Situation, day: date) -> Decimal | None:
    """Return the penalty for one day of delay, exact (п. 1 ст. 23)."""
    price = situation.case.purchase.price
    if price is None:
        return None
    rate = situation.law.number("penalty_percent_per_day", delay_day=day)
    return penalty_for_a_day(price, rate)


def penalty_for_a_day(amount: Decimal, rate: Decimal) -> Decimal:
    """Return so many per cent of a sum, exact."""
    return amount * rate / 100


def penalty_cap(situation: Situation, day: date) -> Decimal | None:
    """Return the most that the penalty can come to by the law of `day`, None where none."""
    return paid_to_seller(situation) if has_cap(situation, day) else None


def has_cap(situation: Situation, day: date) -> bool:
    """Whether the law of `day` caps the penalty (since 01.02.2026: by what was paid)."""
    return situation.law.provision("penalty_cap", delay_day=day).value is not None


def cap_left(situation: Situation) -> Decimal | None:
    """Return what the cap leaves for this delay: it is common with a late repair's penalty."""
    cap = paid_to_seller(situation)
    return None if cap is None else max(Decimal(0), cap - repair_delay(situation).demanded)


def capped(situation: Situation, penalty: Decimal, day: date) -> Decimal | None:
    """Return what of a penalty the law of `day` leaves; None where its cap is not known."""
    if not has_cap(situation, day):
        return penalty
    cap = cap_left(situation)
    return None if cap is None else min(penalty, cap)


def repair_delay(situation: Situation) -> RepairDelay:
    """Return the days after the terms of late repairs up to their return or the claim.

    The law of the last day of delay decides whether the penalty for them is capped.
    """
    periods, penalty = [], Decimal(0)
    for stay in situation.facts.stays:
        term = situation.repair_term(stay)
        if not situation.late(stay) or term is None or stay.ended is None:
            continue
        first, last = term + timedelta(days=1), min(stay.ended, situation.as_of)
        if first <= last:
            periods.append((first, last))
            penalty += (penalty_per_day(situation, first) or 0) * ((last - term).days)
    days = sum((last - first).days + 1 for first, last in periods)
    if situation.case.purchase.price is None or not periods:
        none = None if situation.case.purchase.price is None else ZERO
        return RepairDelay(days, none, periods=tuple(periods))
    cap = penalty_cap(situation, max(last for _, last in periods))
    began = min(first for first, _ in periods)
    disputed = cap is not None and penalty > cap and not has_cap(situation, began)
    due = rounded(penalty if cap is None else min(penalty, cap))
    demanded = due if situation.case.demands.repair_delay_penalty else ZERO
    return RepairDelay(days, due, rounded(penalty), disputed, tuple(periods), demanded)
