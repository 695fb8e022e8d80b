"""What there is no finished letter without: errors, and what would make it say something else."""

from datetime import date

import pytest

from desktop_app import paths
from desktop_app.assessment.assess import assess
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.case.model import Case, Repair
from desktop_app.claims import kind_of
from desktop_app.interview.check import StepState, step_states
from desktop_app.interview.flow import pruned
from desktop_app.interview.obstacles import WHOLE_CASE, obstacles, open_questions
from desktop_app.interview.remember import put_unreadable
from desktop_app.interview.steps import STEPS
from desktop_app.law.book import load_law_book

EXAMPLE = read_case(paths.resource("examples", "refund.json"))
TODAY = date(2026, 10, 5)
END_DAYS = (
    Repair(handed_over=date(2026, 3, 2), returned=date(2026, 3, 17), defect="не сливает воду"),
    Repair(handed_over=date(2026, 5, 4), returned=date(2026, 5, 19), defect="не греет"),
)


def told(case):
    asked = pruned(case)
    return case, assess(asked, kind_of(case), load_law_book(), TODAY), TODAY


def paths_of(found):
    return [obstacle.path for obstacle in found]


def test_nothing_is_in_the_way_of_the_example():
    assert obstacles(*told(EXAMPLE)) == () == open_questions(*told(EXAMPLE))


@pytest.mark.parametrize(
    "path", ["purchase.transfer_date", "bank_details.account", "repairs[1].agreed_days"]
)
def test_an_answer_that_was_not_understood_is_in_the_way(path):
    case = put_unreadable(replaced(EXAMPLE, path, None), path, "спросить у мужа")
    assert path in paths_of(obstacles(*told(case)))
    assert told(case)[1].can_be_made


def test_what_is_not_asked_is_not_in_the_way():
    case = put_unreadable(EXAMPLE, "payment.loan.interest_paid", "четыре")
    assert obstacles(*told(case)) == ()


def test_the_count_of_days_is_to_be_chosen_where_the_claim_hangs_on_it():
    case = replaced(replaced(EXAMPLE, "repairs", END_DAYS), "current_defect", None)
    assert paths_of(obstacles(*told(case))) == ["answers.day_count"]
    chosen = replaced(case, "answers.day_count", "inclusive")
    assert obstacles(*told(chosen)) == ()


@pytest.mark.parametrize(
    ("path", "value"), [("country", "KZ"), ("repairs", ())], ids=["another country", "no ground"]
)
def test_where_no_answer_helps_only_that_is_said(path, value):
    case = replaced(replaced(EXAMPLE, "current_defect", None), path, value)
    case = replaced(case, "buyer.address", None)
    found = obstacles(*told(case))
    assert all(obstacle.stops for obstacle in found)
    assert "buyer.address" not in paths_of(found)
    assert open_questions(*told(case)) == ()


def test_an_empty_case_waits_for_answers_and_stops_nobody():
    found = obstacles(*told(Case(kind="refund")))
    assert "purchase.item" in paths_of(found) and WHOLE_CASE not in paths_of(found)
    assert not any(obstacle.stops for obstacle in found)


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({}, StepState.done),
        ({"payment.method": None}, StepState.has_questions),
        ({"repairs[0].outcome": None}, StepState.has_questions),
        ({"seller.name": None, "seller.address": None, "seller.inn": None},
         StepState.has_questions),
    ],
    ids=["nothing", "payment", "a repair", "a step untouched"],
)  # fmt: skip
def test_the_review_is_done_when_nothing_is_left_to_ask(change, state):
    case = EXAMPLE
    for path, value in change.items():
        case = replaced(case, path, value)
    _, assessment, today = told(case)
    assert step_states(case, STEPS, assessment.findings, today)["review"] is state
