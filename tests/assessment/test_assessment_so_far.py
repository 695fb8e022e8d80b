"""What has happened to the letter by a day: a day still to come is a plan, not a fact."""

from typing import Any

import pytest
from assessment_situations import case_with, day

from desktop_app.assessment.so_far import so_far
from desktop_app.case.model import Delivery

TOLD = {"channel": "post", "sent_on": "2026-11-20", "handed_on": "2026-11-24"}
ANSWER = {"response": {"kind": "partly", "on": "2026-12-05", "amount": "20000"}}


def by(today: str, told: dict[str, Any] | None = None) -> Delivery:
    return so_far(case_with({"delivery": TOLD | ANSWER if told is None else told}), day(today))


@pytest.mark.parametrize(
    ("today", "sent", "handed", "answered"),
    [
        ("2026-11-19", False, False, False),
        ("2026-11-20", True, False, False),
        ("2026-11-23", True, False, False),
        ("2026-11-24", True, True, False),
        ("2026-12-04", True, True, False),
        ("2026-12-05", True, True, True),
    ],
)
def test_each_step_is_a_fact_from_its_day_on(
    today: str, sent: bool, handed: bool, answered: bool
) -> None:
    told = by(today)
    assert told.sent_on == (day("2026-11-20") if sent else None)
    assert told.handed_on == (day("2026-11-24") if handed else None)
    assert (told.response is not None) is answered
    assert told.channel == "post"


def test_an_answer_without_a_day_has_come() -> None:
    assert by("2026-11-24", TOLD | {"response": {"kind": "refused"}}).response is not None


def test_what_was_not_told_has_not_happened() -> None:
    assert so_far(case_with({"delivery": None}), day("2026-11-20")) == Delivery()
