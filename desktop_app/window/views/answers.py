"""What the review says: the answers step by step, and the findings in their groups. No widgets."""

from dataclasses import dataclass
from typing import Literal

from desktop_app.assessment.model import Finding
from desktop_app.case.model import Case
from desktop_app.interview.check import DOUBTFUL_VALUES
from desktop_app.interview.entry import said_answer
from desktop_app.interview.flow import asked_in
from desktop_app.interview.form import Place, question_at
from desktop_app.interview.obstacles import open_questions
from desktop_app.interview.question import Step
from desktop_app.interview.remember import is_accepted
from desktop_app.interview.rows import row_name
from desktop_app.interview.told import is_answered, unread
from desktop_app.russian.reading.result import quoted
from desktop_app.window.opened.session import Session

# The same is said among what there is no letter without.
_TOLD_AS_OBSTACLES = ("answer_unreadable", "day_count_to_choose")


@dataclass(frozen=True, slots=True)
class Told:
    """An answer in words. `row` names the row it belongs to, empty outside of rows."""

    path: str
    label: str
    answer: str
    state: Literal["told", "unread", "missing", "optional"]
    row: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings as the review sorts them.

    `shop` is what the shop will answer, `doubtful` what may be a slip of the keyboard; neither
    holds what the person has accepted.
    """

    doubtful: tuple[Finding, ...] = ()
    shop: tuple[Finding, ...] = ()
    accepted: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()


def told_in(case: Case, step: Step) -> tuple[Told, ...]:
    """Return the answers of a step as a case has them, those of rows row by row."""
    return tuple(_told(case, place) for place in asked_in(case, step))


def _told(case: Case, place: Place) -> Told:
    question = place.question
    row = row_name(place)
    text = unread(case, question, place.row)
    if text is not None:
        answer = f"Программа не поняла: {quoted(text)}"
        return Told(place.path, question.label, answer, "unread", row)
    said = said_answer(case, question, place.row)
    if said:
        return Told(place.path, question.label, said, "told", row)
    if question.needed and not is_answered(case, question, place.row):
        return Told(place.path, question.label, "Ответа нет, а он нужен", "missing", row)
    return Told(place.path, question.label, "Без ответа (необязательно)", "optional", row)


def sorted_findings(session: Session) -> Findings:
    """Return risks and notes as the review shows them."""
    asked_for = {obstacle.path for obstacle in open_questions(*session.told)}
    risks = [
        finding
        for finding in session.findings
        if finding.severity == "risk"
        and finding.code not in _TOLD_AS_OBSTACLES
        and finding.field not in asked_for
    ]
    accepted = tuple(finding for finding in risks if is_accepted(session.case, finding))
    still_open = [finding for finding in risks if finding not in accepted]
    return Findings(
        doubtful=tuple(f for f in still_open if f.code in DOUBTFUL_VALUES),
        shop=tuple(f for f in still_open if f.code not in DOUBTFUL_VALUES),
        accepted=accepted,
        notes=tuple(f for f in session.findings if f.severity == "note"),
    )


def place_of(finding: Finding) -> Place | None:
    """Return where the finding's answer is asked, None for the case as a whole."""
    return question_at(finding.field) if finding.field else None
