"""Grounds for which any defect will do: the first 15 days, and goods outside the List."""

from datetime import timedelta

from desktop_app.assessment.grounds.words import (
    CATEGORY_UNKNOWN,
    DEFECT_UNKNOWN,
    NOT_NEEDED,
    TRANSFER_UNKNOWN,
)
from desktop_app.assessment.model import Ground, Status
from desktop_app.assessment.situation import Situation
from desktop_app.russian.dates import short
from desktop_app.russian.typography import tidy

CITATION_15_DAYS = "абз. 8 п. 1 ст. 18"
CITATION_ANY_DEFECT = "п. 1 ст. 18"


def within_15_days(situation: Situation) -> Ground:
    """Any defect of technically complex goods, demanded within 15 days of the transfer.

    The day on which the demand is sent decides (ст. 194 ГК).
    """
    facts = situation.facts
    status: Status = "met"
    reason = ""
    if facts.technically_complex is False:
        status = "not_met"
        reason = NOT_NEEDED
    elif facts.transfer is None:
        status, reason = "unknown", TRANSFER_UNKNOWN
    else:
        days = situation.law.whole("complex_goods_free_refund_days")
        last = facts.transfer + timedelta(days=days)
        if situation.claimed_on > last:
            status, reason = (
                "not_met",
                f"Пятнадцать дней со дня передачи закончились {short(last)}.",
            )
        elif not facts.defect_now:
            status, reason = "unknown", DEFECT_UNKNOWN
        elif facts.technically_complex is None:
            status, reason = "unknown", CATEGORY_UNKNOWN
        else:
            reason = f"Идут первые {days} дней со дня передачи: по {short(last)} включительно."
    return Ground(
        id="within_15_days",
        status=status,
        citation=CITATION_15_DAYS,
        reason=tidy(reason),
    )


def not_technically_complex(situation: Situation) -> Ground:
    """Goods outside the List: any defect in the warranty or, without it, in two years."""
    facts = situation.facts
    status: Status = "met"
    reason = "Товара нет в перечне технически сложных: довольно любого недостатка."
    if facts.technically_complex is None:
        status, reason = "unknown", CATEGORY_UNKNOWN
    elif facts.technically_complex:
        status, reason = "not_met", "Товар стоит в перечне технически сложных."
    elif facts.transfer is None:
        status, reason = "unknown", TRANSFER_UNKNOWN
    elif not facts.defect_now and not facts.running:
        status, reason = "unknown", DEFECT_UNKNOWN
    elif not _noticed_in_time(situation):
        status, reason = "not_met", "Гарантия и два года со дня передачи прошли."
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
