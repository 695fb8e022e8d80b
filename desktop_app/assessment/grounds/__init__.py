"""The five grounds: each a function from the situation to a `Ground`, in the order of strength."""

from collections.abc import Collection, Iterable

from desktop_app.assessment.grounds.deadline import repair_deadline_missed
from desktop_app.assessment.grounds.defect_alone import not_technically_complex, within_15_days
from desktop_app.assessment.grounds.substantial import substantial_defect
from desktop_app.assessment.grounds.unusable import unusable_over_30_days
from desktop_app.assessment.model import Ground
from desktop_app.assessment.situation import Situation
from desktop_app.case.model import DayCount

RULES = (
    unusable_over_30_days,
    substantial_defect,
    repair_deadline_missed,
    within_15_days,
    not_technically_complex,
)
_RANK = {"met": 0, "disputed": 1, "unknown": 2, "not_met": 3}


def relied_on(
    grounds: Iterable[Ground], wanted: Collection[str], day_count: DayCount
) -> tuple[Ground, ...]:
    """Return the grounds that a claim rests on: those met, else the disputed ones.

    `wanted` are the ids of those that carry this kind of claim. One that needs both end
    days counted stands back where another carries it, unless the person chose that count.
    """
    carrying = [ground for ground in grounds if ground.carries and ground.id in wanted]
    met = [ground for ground in carrying if ground.status == "met"]
    if day_count == "exclusive":
        carrying = [g for g in carrying if "end_days" not in g.why] or carrying
    return tuple(met or carrying)


def all_grounds(situation: Situation) -> tuple[Ground, ...]:
    """Return all five grounds, the strongest first."""
    return tuple(sorted((rule(situation) for rule in RULES), key=lambda g: _RANK[g.status]))
