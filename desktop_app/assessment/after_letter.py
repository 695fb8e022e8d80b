"""After the letter: the last day of the answer, and the penalty from the day after it."""

from datetime import date, timedelta
from decimal import Decimal
from math import ceil

from desktop_app.assessment.facts import possible
from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Deadlines, Delay
from desktop_app.assessment.money import capped, paid_to_seller, penalty_cap, penalty_per_day
from desktop_app.assessment.situation import Situation
from desktop_app.law.terms import last_day

# A hundred years of delay: beyond it the price is a slip of the keyboard.
_MOST_DAYS = 36_525


def answer_by(situation: Situation, kind: Kind, handed_on: date) -> date:
    """Return the last day of the answer: the day of handing over is day 0 (ст. 191, 193 ГК)."""
    days = situation.law.whole(kind.answer_days)
    return last_day(handed_on, days, situation.law.calendar)


def first_delay_day(situation: Situation, kind: Kind) -> date:
    """Return the first day of a possible delay: were the claim handed over today, if not told."""
    handed_on = _handed_on(situation) or situation.as_of
    return answer_by(situation, kind, handed_on) + timedelta(days=1)


def deadlines(situation: Situation, kind: Kind) -> Deadlines:
    """Return the days after the claim was handed over; empty before it."""
    handed_on = _handed_on(situation)
    if handed_on is None:
        return Deadlines()
    by = answer_by(situation, kind, handed_on)
    starts = by + timedelta(days=1)
    return Deadlines(by, starts, _cap_reached_on(situation, starts))


def delay(situation: Situation, kind: Kind, on: date) -> Delay:
    """Return how late the seller is on the day `on`; empty before the claim was handed over.

    Both end days of the delay count. A payment in full ends it.
    """
    handed_on = _handed_on(situation)
    if handed_on is None:
        return Delay()
    by = answer_by(situation, kind, handed_on)
    ends = min(on, _paid_on(situation) or on)
    days = max(0, (ends - by).days)
    per_day = penalty_per_day(situation, by + timedelta(days=1))
    if per_day is None:
        return Delay(on=on, days=days)
    uncapped, cap = per_day * days, penalty_cap(situation, ends)
    uncapped_start = penalty_cap_absent(situation, by + timedelta(days=1))
    return Delay(
        on=on,
        days=days,
        penalty=capped(uncapped, cap),
        uncapped=capped(uncapped, None),
        disputed=bool(uncapped_start and cap is not None and uncapped > cap),
    )


def penalty_cap_absent(situation: Situation, day: date) -> bool:
    """Whether the law of `day` had no cap for the penalty."""
    return situation.law.provision("penalty_cap", delay_day=day).value is None


def _handed_on(situation: Situation) -> date | None:
    delivery = situation.case.delivery
    return possible(delivery.handed_on) if delivery else None


def _paid_on(situation: Situation) -> date | None:
    delivery = situation.case.delivery
    response = delivery.response if delivery else None
    return possible(response.on) if response and response.kind == "paid" else None


def _cap_reached_on(situation: Situation, starts: date) -> date | None:
    cap, per_day = paid_to_seller(situation), penalty_per_day(situation, starts)
    if not cap or not per_day:
        return None
    days = ceil(Decimal(cap) / per_day)
    if days > _MOST_DAYS:
        return None
    reached = starts + timedelta(days=days - 1)
    provision = situation.law.provision("penalty_cap", delay_day=reached)
    return None if provision.value is None else max(reached, provision.since)
