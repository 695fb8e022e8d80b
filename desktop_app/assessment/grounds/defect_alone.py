"""Grounds for which any defect will do: the first 15 days, and goods outside the List."""

from datetime import timedelta

from desktop_app.assessment.grounds.words import (
    CATEGORY,
    DEFECT,
    NOT_NEEDED,
    TRANSFER,
    unknown,
)
from desktop_app.assessment.model import Ground, Status
from desktop_app.assessment.situation import Situation
from desktop_app.russian.dates import short
from desktop_app.russian.numbers import days
from desktop_app.russian.typography import tidy

CITATION_15_DAYS = "абз. 8 п. 1 ст. 18"
CITATION_ANY_DEFECT = "п. 1 ст. 18"


def within_15_days(situation: Situation) -> Ground:
    """Any defect of technically complex goods, demanded within 15 days of the transfer.

    The day on which the demand is sent decides (ст. 194 ГК).
    """
    facts = situation.facts
    if facts.technically_complex is False:
        return _within_15("not_met", NOT_NEEDED)
    if facts.transfer is None:
        return unknown("within_15_days", CITATION_15_DAYS, TRANSFER)
    free = situation.limits.any_defect
    last = facts.transfer + timedelta(days=free)
    if situation.claimed_on > last:
        return _within_15("not_met", f"{days(free)} со дня передачи закончились {short(last)}.")
    if not facts.defect_now or facts.technically_complex is None:
        lack = CATEGORY if facts.defect_now else DEFECT
        return unknown("within_15_days", CITATION_15_DAYS, lack)
    return _within_15(
        "met", f"Идут первые {days(free)} со дня передачи: по {short(last)} включительно."
    )


def _within_15(status: Status, reason: str) -> Ground:
    return Ground(
        id="within_15_days", status=status, citation=CITATION_15_DAYS, reason=tidy(reason)
    )


def not_technically_complex(situation: Situation) -> Ground:
    """Goods outside the List: any defect in the warranty or, without it, in two years."""
    facts = situation.facts
    if facts.technically_complex:
        return _any_defect("not_met", "Товар стоит в перечне технически сложных.")
    if facts.technically_complex is None:
        return unknown("not_technically_complex", CITATION_ANY_DEFECT, CATEGORY)
    if facts.transfer is None:
        return unknown("not_technically_complex", CITATION_ANY_DEFECT, TRANSFER)
    if not facts.defect_now and not facts.running:
        return unknown("not_technically_complex", CITATION_ANY_DEFECT, DEFECT)
    if not _noticed_in_time(situation):
        return _any_defect("not_met", "Гарантия и два года со дня передачи прошли.")
    return _any_defect(
        "met", "Товара нет в перечне технически сложных: достаточно любого недостатка."
    )


def _any_defect(status: Status, reason: str) -> Ground:
    return Ground(
        id="not_technically_complex",
        status=status,
        citation=CITATION_ANY_DEFECT,
        reason=tidy(reason),
    )


def _noticed_in_time(situation: Situation) -> bool:
    """Whether the defect is the seller's by its day; a running repair was asked for on its own."""
    facts = situation.facts
    days = [stay.requested for stay in facts.running if stay.requested]
    if facts.defect_now:
        days.append(facts.noticed_on)
    return any(situation.in_claim_period(day) is not False for day in days)
