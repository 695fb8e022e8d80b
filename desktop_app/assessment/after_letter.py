"""After the letter: the last day of the answer, and the penalty from the day after it."""

from datetime import date, timedelta
from decimal import Decimal
from math import ceil

from desktop_app.assessment.facts import LAST_DAY, possible
from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Deadlines, Delay
from desktop_app.assessment.money import (
    cap_left,
    capped,
    has_cap,
    penalty_per_day,
    rounded,
)
from desktop_app.assessment.settled import Settled
from desktop_app.assessment.situation import Situation

# A hundred years of delay: beyond it the price is a slip of the keyboard.
_MOST_DAYS = 36_525


def delay_day(situation: Situation, kind: Kind, today: date) -> date:
    """Return the day of delay whose law holds: `today` while it lasts, else its first day.

    A claim not handed over yet is taken as handed over on its own day.
    """
    handed_on = _handed_on(situation)
    first = kind.answer_by(situation, handed_on or situation.as_of) + timedelta(days=1)
    return max(first, today) if handed_on else first


def deadlines(situation: Situation, kind: Kind) -> Deadlines:
    """Return the days after the claim was handed over; empty before it."""
    handed_on = _handed_on(situation)
    if handed_on is None:
        return Deadlines()
    by = kind.answer_by(situation, handed_on)
    starts = by + timedelta(days=1)
    return Deadlines(by, starts, _cap_reached_on(situation, starts))


def delay(situation: Situation, kind: Kind, on: date, told: Settled | None = None) -> Delay:
    """Return how late the seller is on the day `on`; empty before the claim was handed over.

    Both end days of the delay count. The day on which all demands were met ends it; where that
    day is not told, the days can't be counted.
    """
    handed_on = _handed_on(situation)
    if handed_on is None:
        return Delay()
    by = kind.answer_by(situation, handed_on)
    ends = on
    if told is not None and told.fulfilled:
        if told.on is None and on > by:
            return Delay(on=on)
        ends = min(on, told.on or on)
    days = max(0, (ends - by).days)
    per_day = penalty_per_day(situation, by + timedelta(days=1))
    if per_day is None:
        return Delay(on=on, days=days)
    uncapped = per_day * days
    penalty = capped(situation, uncapped, ends)
    if penalty is None:
        return Delay(on=on, days=days, uncapped=rounded(uncapped))
    began_without = not has_cap(situation, by + timedelta(days=1))
    return Delay(
        on=on,
        days=days,
        penalty=rounded(penalty),
        uncapped=rounded(uncapped),
        disputed=began_without and uncapped > penalty,
    )


def _handed_on(situation: Situation) -> date | None:
    delivery = situation.case.delivery
    return possible(delivery.handed_on) if delivery else None


def _cap_reached_on(situation: Situation, starts: date) -> date | None:
    cap, per_day = cap_left(situation), penalty_per_day(situation, starts)
    if not cap or not per_day:
        return None
    days = ceil(Decimal(cap) / per_day)
    if days > _MOST_DAYS:
        return None
    reached = starts + timedelta(days=days - 1)
    latest = situation.law.provision("penalty_cap", delay_day=LAST_DAY)
    return None if latest.value is None else max(reached, latest.since)
