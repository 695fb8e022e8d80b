"""What there is no finished letter without, and which needed answers are still wanting."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop_app.assessment.model import Assessment, Finding
from desktop_app.case.model import Case
from desktop_app.interview.check import Problem, check_step
from desktop_app.interview.form import question_at
from desktop_app.interview.rows import label_of
from desktop_app.interview.steps import STEPS

WHOLE_CASE = "step:law"
"""Where one goes from a finding about the whole case: to the step «Что говорит закон»."""

# Facts that no other answer mends: the law gives nothing here, or not yet, or not this law.
STOPPING = ("country_not_russia", "two_years_over", "no_ground")
# The contract lets such a letter go out; here the person is there to be asked.
_TO_CHOOSE = "day_count_to_choose"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something without which there is no letter, or an answer that is still wanting.

    `stops`: no answer is lacking, the facts as told give no claim.
    """

    path: str
    label: str
    sentence: str
    stops: bool = False


def obstacles(case: Case, assessment: Assessment, today: date) -> tuple[Obstacle, ...]:
    """Return what there is no letter without, each answer once.

    Where the facts as told give no claim, only that is said: no answer would help. An answer
    that was not understood is always in the way: without it the letter would say something else
    than the person does.
    """
    errors = tuple(_errors(assessment))
    stopping = tuple(obstacle for obstacle in errors if obstacle.stops)
    if stopping:
        return stopping
    unread = {o.path: o for o in _wanting(case, assessment, today, "unreadable")}
    found: dict[str, Obstacle] = {}
    for obstacle in errors:
        found.setdefault(obstacle.path, unread.get(obstacle.path, obstacle))
    return tuple((found | unread).values())


def open_questions(case: Case, assessment: Assessment, today: date) -> tuple[Obstacle, ...]:
    """Return needed answers that are absent, without what `obstacles` tells."""
    found = obstacles(case, assessment, today)
    if any(obstacle.stops for obstacle in found):
        return ()
    known = {obstacle.path for obstacle in found}
    wanting = _wanting(case, assessment, today, "missing")
    return tuple(obstacle for obstacle in wanting if obstacle.path not in known)


def _wanting(case: Case, assessment: Assessment, today: date, kind: str) -> Iterator[Obstacle]:
    for step in STEPS:
        for problem in check_step(case, step, assessment.findings, today):
            if problem.kind == kind:
                yield _of_problem(problem)


def _of_problem(problem: Problem) -> Obstacle:
    return Obstacle(problem.path, problem.label, problem.sentence)


def _errors(assessment: Assessment) -> Iterator[Obstacle]:
    for finding in assessment.findings:
        if finding.code == "no_ground":
            yield from _without_ground(assessment, finding)
        elif finding.severity == "error" or finding.code == _TO_CHOOSE:
            yield _obstacle(finding.field, finding.message, finding.code in STOPPING)


def _without_ground(assessment: Assessment, finding: Finding) -> Iterator[Obstacle]:
    """Tell what the grounds wait for; where all is told, that there is none."""
    waiting = [ground for ground in assessment.grounds if ground.needs]
    for ground in waiting:
        yield _obstacle(ground.needs, ground.reason, False)
    if not waiting:
        yield _obstacle(None, finding.message, True)


def _obstacle(path: str | None, sentence: str, stops: bool) -> Obstacle:
    place = question_at(path) if path else None
    if place is None:
        return Obstacle(WHOLE_CASE, "Основание претензии", sentence, stops)
    return Obstacle(place.path, label_of(place), sentence, stops)
