"""The shop's answer against the demands: what was paid, what is left, what is owed for the delay.

The readings are those of decision 0015.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from msgspec import structs

from desktop_app.assessment.facts import possible
from desktop_app.assessment.limitation import YEARS, limitation_end
from desktop_app.assessment.model import Amounts, Deadlines, Delay, Demanded
from desktop_app.assessment.money import capped, penalty_for_a_day, rounded
from desktop_app.assessment.settled import Settled
from desktop_app.assessment.situation import Situation
from desktop_app.assessment.so_far import so_far
from desktop_app.case.model import Response
from desktop_app.russian.money import ZERO

# «44 091» for 44 091,15: who says that all came has left the kopecks out.
_KOPECKS_LEFT_OUT = Decimal(1)


def settled(
    situation: Situation, sums: Amounts, demands: Iterable[Demanded], today: date
) -> Settled | None:
    """Return what the answer leaves of the demands; None where nothing was given by `today`."""
    response = so_far(situation.case, today).response
    if response is None or response.kind not in ("paid", "partly"):
        return None
    without_sum = {one.kind for one in demands if not one.in_money} - {"answer"}
    demanded = sums.total if without_sum <= {"loan_unknown"} else None
    paid = None if demanded is None or response.amount is None else rounded(response.amount)
    remainder = _remainder(response, demanded, paid)
    if response.kind == "paid":
        fulfilled = remainder is None or remainder < _KOPECKS_LEFT_OUT
    else:
        fulfilled = remainder == 0 and not without_sum
    on = possible(response.on)
    return Settled(response.kind, fulfilled, on, demanded, paid, remainder)


def _remainder(
    response: Response, demanded: Decimal | None, paid: Decimal | None
) -> Decimal | None:
    if demanded is None:
        return None
    if paid is None:
        return ZERO if response.kind == "paid" else None
    return max(ZERO, demanded - paid)


def with_penalty(
    situation: Situation, told: Settled | None, due: Deadlines, delay: Delay
) -> Settled | None:
    """Return the same with the penalty that is owed, and the last day to sue for it."""
    if told is None or due.answer_by is None:
        return told
    years = situation.law.whole(YEARS)
    if told.fulfilled:
        late = bool(delay.days and told.on)
        claim_by = limitation_end(told.on, years) if late and told.on else None
    else:
        claim_by = limitation_end(due.answer_by, years)
    if delay.penalty is None:
        return structs.replace(told, claim_by=claim_by)
    owed = max(ZERO, delay.penalty - told.over)
    on_remainder = _on_remainder(situation, told, due.answer_by, delay)
    return structs.replace(
        told,
        penalty=owed,
        penalty_on_remainder=on_remainder,
        disputed=on_remainder is not None and on_remainder != owed,
        claim_by=claim_by,
    )


def _on_remainder(
    situation: Situation, told: Settled, answer_by: date, delay: Delay
) -> Decimal | None:
    """Return the penalty with the days after the payment counted from what is left.

    The day of the payment is still one of the whole price. What is left counts up to the
    price: the penalty is a share of it, losses and interest have none.
    """
    price, left = situation.case.purchase.price, told.remainder
    if told.fulfilled or told.on is None or left is None or price is None or delay.on is None:
        return None
    whole = max(0, (told.on - answer_by).days)
    after = (delay.days or 0) - whole
    rate = situation.law.number("penalty_percent_per_day", delay_day=_next(answer_by))
    uncapped = penalty_for_a_day(price, rate) * whole
    uncapped += penalty_for_a_day(min(price, left), rate) * after
    owed = capped(situation, uncapped, delay.on)
    return None if owed is None else rounded(owed)


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
