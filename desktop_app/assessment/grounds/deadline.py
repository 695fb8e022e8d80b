"""The term of a repair was missed (абз. 10 п. 1 ст. 18, п. 1 ст. 20)."""

from desktop_app.assessment.facts import Stay
from desktop_app.assessment.grounds.words import (
    CATEGORY,
    NOT_NEEDED,
    REPAIRS,
    days_of,
    unknown,
)
from desktop_app.assessment.model import Ground, GroundId, Status
from desktop_app.assessment.situation import Situation
from desktop_app.russian.dates import short
from desktop_app.russian.typography import tidy

_ID: GroundId = "repair_deadline_missed"
CITATION = "абз. 8, 10 п. 1 ст. 18"


def repair_deadline_missed(situation: Situation) -> Ground:
    """A repair not finished in its term: the agreed days, at most 45.

    Met while the goods are still not given back; disputed once they were taken
    back late without objection. The repair must have been asked for within the
    warranty or, without it or after it, two years (ст. 19).
    """
    facts = situation.facts
    if facts.technically_complex is False:
        return _ground("not_met", NOT_NEEDED)
    late = [stay for stay in facts.stays if situation.late(stay) and _in_time(situation, stay)]
    if late and facts.technically_complex is None:
        return unknown(_ID, CITATION, CATEGORY)
    for stay in late:
        if stay.running:
            reason = f"{_term(situation, stay)}, а товар до сих пор не отдан."
            return _ground("met", reason, stay)
    if late:
        return _ground(
            "disputed",
            f"{_term(situation, late[0])}, а товар выдан позже и принят: суды спорят, можно ли "
            "после этого ссылаться на просрочку.",
            late[0],
        )
    if not facts.repairs_told:
        return unknown(_ID, CITATION, REPAIRS)
    if facts.incomplete:
        return unknown(_ID, CITATION, days_of(facts.incomplete[0]))
    return _ground("not_met", _not_late(situation))


def _in_time(situation: Situation, stay: Stay) -> bool:
    return stay.requested is not None and situation.in_claim_period(stay.requested) is not False


def _term(situation: Situation, stay: Stay) -> str:
    term = situation.repair_term(stay)
    day = short(term) if term else "?"
    return f"Ремонт № {stay.number} должны были закончить до {day} включительно"


def _not_late(situation: Situation) -> str:
    for stay in situation.facts.running:
        term = situation.repair_term(stay)
        if term is not None:
            return f"Срок ремонта № {stay.number} ещё идёт: до {short(term)} включительно."
    return "Все ремонты закончены в срок." if situation.facts.stays else "Ремонтов не было."


def _ground(status: Status, reason: str, stay: Stay | None = None) -> Ground:
    return Ground(
        id=_ID,
        status=status,
        citation=CITATION,
        reason=tidy(reason),
        why=("accepted_late",) if status == "disputed" else (),
        repairs=(stay.number,) if stay else (),
    )
