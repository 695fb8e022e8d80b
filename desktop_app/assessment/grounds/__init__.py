"""The five grounds: each a function from the situation to a `Ground`, in the order of strength."""

from desktop_app.assessment.grounds.deadline import repair_deadline_missed
from desktop_app.assessment.grounds.defect_alone import not_technically_complex, within_15_days
from desktop_app.assessment.grounds.substantial import substantial_defect
from desktop_app.assessment.grounds.unusable import unusable_over_30_days
from desktop_app.assessment.model import Ground
from desktop_app.assessment.situation import Situation

RULES = (
    unusable_over_30_days,
    substantial_defect,
    repair_deadline_missed,
    within_15_days,
    not_technically_complex,
)
_RANK = {"met": 0, "disputed": 1, "unknown": 2, "not_met": 3}


def all_grounds(situation: Situation) -> tuple[Ground, ...]:
    """Return all five grounds, the strongest first."""
    return tuple(sorted((rule(situation) for rule in RULES), key=lambda g: _RANK[g.status]))
