"""What there is no letter without, and the card that says it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from desktop_app.assessment.model import Finding
from desktop_app.interview.check import check_step
from desktop_app.interview.form import question_at
from desktop_app.interview.steps import STEPS
from desktop_app.russian.typography import tidy
from desktop_app.window.session import Session
from desktop_app.window.theme import Sizes
from desktop_app.window.views.answers import row_name
from desktop_app.window.views.pieces import Card, beside, column, link, words

WHOLE_CASE = "step:law"
"""Where one goes from a finding about the whole case: to the step «Что говорит закон»."""

# Facts that no other answer mends: the law gives nothing here, or not yet, or not this law.
_STOPPING = ("country_not_russia", "two_years_over", "no_ground")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something without which there is no letter, or an answer that is still wanting.

    `stops`: no answer is lacking, the facts as told give no claim.
    """

    path: str
    label: str
    sentence: str
    stops: bool = False


def obstacles(session: Session) -> tuple[Obstacle, ...]:
    """Return what there is no letter without, each answer once, in the order of the findings."""
    unread = {o.path: o for o in _wanting(session, "unreadable")}
    found: dict[str, Obstacle] = {}
    for obstacle in _errors(session):
        found.setdefault(obstacle.path, unread.get(obstacle.path, obstacle))
    return tuple(found.values())


def open_questions(session: Session) -> tuple[Obstacle, ...]:
    """Return needed answers that are absent or not understood, without what `obstacles` tells."""
    known = {obstacle.path for obstacle in obstacles(session)}
    wanting = _wanting(session, "unreadable", "missing")
    return tuple(obstacle for obstacle in wanting if obstacle.path not in known)


def _wanting(session: Session, *kinds: str) -> Iterator[Obstacle]:
    for step in STEPS:
        for problem in check_step(session.case, step, session.findings, session.today):
            if problem.kind in kinds:
                yield Obstacle(problem.path, problem.label, problem.sentence)


def _errors(session: Session) -> Iterator[Obstacle]:
    for finding in session.findings:
        if finding.severity != "error":
            continue
        if finding.code == "no_ground":
            yield from _without_ground(session, finding)
        else:
            yield _obstacle(finding.field, finding.message, finding.code in _STOPPING)


def _without_ground(session: Session, finding: Finding) -> Iterator[Obstacle]:
    """Tell what the grounds wait for; where all is told, that there is none."""
    waiting = [ground for ground in session.assessment.grounds if ground.needs]
    for ground in waiting:
        yield _obstacle(ground.needs, ground.reason, False)
    if not waiting:
        yield _obstacle(None, finding.message, True)


def _obstacle(path: str | None, sentence: str, stops: bool) -> Obstacle:
    place = question_at(path) if path else None
    if place is None:
        return Obstacle(WHOLE_CASE, "Основание претензии", sentence, stops)
    row = row_name(place)
    label = f"{row}. {place.question.label}" if row else place.question.label
    return Obstacle(place.path, label, sentence, stops)


class ObstacleCard(Card):
    """Obstacles one below the other, each with a link that leads to its answer."""

    def __init__(
        self,
        role: str,
        sizes: Sizes,
        title: str,
        found: tuple[Obstacle, ...],
        verb: str,
        ask: Callable[[str], None],
    ) -> None:
        super().__init__(role, sizes, title)
        for obstacle in found:
            text = column(sizes, words(obstacle.label, "label"), words(tidy(obstacle.sentence)))
            go = link(verb, partial(ask, obstacle.path), f"{verb}: {obstacle.label}")
            self.add(beside(sizes, text, go))
