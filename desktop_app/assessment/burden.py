"""When the defects showed themselves: it decides who has to prove (п. 6 ст. 18, п. 5 ст. 19)."""

from collections.abc import Iterable

from desktop_app.assessment.model import DefectPeriod, Ground
from desktop_app.assessment.situation import Situation


def defect_period(situation: Situation, relied: Iterable[Ground]) -> DefectPeriod | None:
    """Return when the defects showed themselves on which the claim rests.

    A claim that rests on repairs, or on a defect that came back after one, looks at
    those: asked for within the warranty, as extended, is enough. One that rests on the
    present defect looks at the day on which that was noticed. None where the transfer or
    the warranty is not told.
    """
    term, facts = situation.warranty, situation.facts
    if facts.transfer is None or term.months is None:
        return None
    if term.months == 0:
        return "no_warranty"
    covered = any(term.covers(stay) and stay.repaired for stay in facts.stays)
    noticed = facts.defect_now and term.lasts_on(facts.noticed_on)
    if noticed or (covered and (not facts.defect_now or any(map(_rests_on_repairs, relied)))):
        return "warranty"
    return "after_warranty" if facts.defect_now or facts.stays else None


def _rests_on_repairs(ground: Ground) -> bool:
    return ground.id in ("unusable_over_30_days", "repair_deadline_missed") or (
        ground.id == "substantial_defect" and ground.basis in ("came_back", "alike")
    )
