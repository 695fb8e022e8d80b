"""The grounds that a claim rests on: those met, else the disputed ones with the fewest doubts."""

from typing import Any

import pytest

from desktop_app.assessment.grounds import relied_on
from desktop_app.assessment.model import Ground

UNUSABLE, SUBSTANTIAL = "unusable_over_30_days", "substantial_defect"
DEADLINE, DAYS_15 = "repair_deadline_missed", "within_15_days"
EVERY = (UNUSABLE, SUBSTANTIAL, DEADLINE, DAYS_15, "not_technically_complex")


def judged(ground_id: Any, status: Any, *why: Any) -> Ground:
    return Ground(id=ground_id, status=status, citation="ст. 18", reason="", why=why)


END_DAYS = judged(UNUSABLE, "disputed", "end_days")
ACCEPTED = judged(DEADLINE, "disputed", "accepted_late")
MET = judged(SUBSTANTIAL, "met")


@pytest.mark.parametrize(
    ("grounds", "day_count", "relied"),
    [
        ([MET, judged(DAYS_15, "met")], "exclusive", [SUBSTANTIAL, DAYS_15]),
        ([MET, ACCEPTED, END_DAYS], "exclusive", [SUBSTANTIAL]),
        ([MET, END_DAYS], "inclusive", [SUBSTANTIAL]),
        ([END_DAYS, ACCEPTED], "exclusive", [DEADLINE]),
        ([END_DAYS, ACCEPTED], "inclusive", [UNUSABLE, DEADLINE]),
        ([END_DAYS], "exclusive", [UNUSABLE]),
        ([judged(UNUSABLE, "unknown"), judged(DEADLINE, "not_met")], "exclusive", []),
        ([], "exclusive", []),
    ],
    ids=[
        "all that are met",
        "the disputed stand back where one is met",
        "whatever the count",
        "both end days stand back where another carries",
        "unless the person chose that count",
        "alone it carries",
        "nothing carries",
        "nothing is judged",
    ],
)
def test_what_a_claim_rests_on(grounds: list[Ground], day_count: Any, relied: list[str]) -> None:
    assert [one.id for one in relied_on(grounds, EVERY, day_count)] == relied


def test_a_claim_rests_only_on_grounds_of_its_kind() -> None:
    assert relied_on([MET, ACCEPTED], (DEADLINE,), "exclusive") == (ACCEPTED,)
