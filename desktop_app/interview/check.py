"""What is to be looked at on a page, and how far a step is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from desktop_app.assessment.model import Finding
from desktop_app.case.model import Case
from desktop_app.interview.entry import read
from desktop_app.interview.flow import asked, asked_in, asked_on
from desktop_app.interview.form import Place, question_at, row_pages
from desktop_app.interview.question import Page, Step, ValueKind
from desktop_app.interview.remember import is_accepted
from desktop_app.interview.rows import label_of
from desktop_app.interview.steps import STEPS
from desktop_app.interview.told import is_answered, rows_of, unread
from desktop_app.russian.reading.result import Ambiguous, Unreadable, quoted
from desktop_app.russian.typography import tidy

ProblemKind = Literal["missing", "unreadable", "error", "risk"]

DOUBTFUL_VALUES = frozenset(
    {
        "account_improbable", "bic_improbable", "correspondent_account_improbable",
        "inn_improbable", "ogrn_improbable", "price_improbable", "paid_more_than_price",
        "date_after_today", "letter_dated_back", "defect_before_transfer",
        "delivered_before_letter", "delivery_days_doubtful", "ready_after_return",
        "repairs_overlap", "transfer_long_after", "name_letters_unlikely",
        "running_but_returned", "same_defect_reference", "category_unlikely",
        "loss_repeats_price", "similar_defects", "installment_run_by_bank",
    }
)  # fmt: skip
"""Risks that doubt what was typed: asked about at the field itself.

The other risks are what the shop will say; they belong to the review.
"""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to look at. `risk` is improbable, not wrong: «всё верно» settles it.

    `label` is the question's, before it the number of the row where there is one. `finding` is
    what a risk or an error comes from.
    """

    place: Place
    kind: ProblemKind
    label: str
    sentence: str
    finding: Finding | None = None

    @property
    def path(self) -> str:
        """The path of the answer."""
        return self.place.path


class StepState(StrEnum):
    """How far a step is; the value is what the list of steps says."""

    done = "Готово"
    not_started = "Не начато"
    has_questions = "Есть вопросы"


def check_page(
    case: Case,
    step: Step,
    page: Page,
    findings: Iterable[Finding],
    today: date,
    row: int | None = None,
) -> tuple[Problem, ...]:
    """Return the problems of a page in its order; of a table also those of its rows.

    `findings` are those of the assessed case. Of one answer the first kind counts: text that
    could not be read, then an answer that is needed and absent, then what the findings say.
    """
    places = asked_on(case, step, page, row)
    return tuple(_problems(case, _with_rows(case, places), findings, today))


def check_step(
    case: Case, step: Step, findings: Iterable[Finding], today: date
) -> tuple[Problem, ...]:
    """Return the problems of all pages and rows of a step."""
    return tuple(_problems(case, asked_in(case, step), findings, today))


def step_states(
    case: Case, steps: Iterable[Step], findings: Sequence[Finding], today: date
) -> dict[str, StepState]:
    """Return the state of each step by its id; there is nothing to review until all is asked."""
    begun = any(is_answered(case, place.question, place.row) for place in asked(case))
    states: dict[str, StepState] = {}
    for step in steps:
        if step.view == "done":
            handed = case.delivery is not None and case.delivery.handed_on is not None
            states[step.id] = StepState.done if handed else StepState.not_started
        elif step.view in ("verdict", "review") and not begun:
            states[step.id] = StepState.not_started
        elif step.view == "verdict":
            states[step.id] = _state_of_verdict(findings)
        elif step.view == "review":
            states[step.id] = _state_of_review(case, states, findings, today)
        else:
            states[step.id] = _state(case, step, findings, today)
    return states


def _state(case: Case, step: Step, findings: Sequence[Finding], today: date) -> StepState:
    told = [
        is_answered(case, place.question, place.row) or unread(case, place.question, place.row)
        for place in asked_in(case, step)
    ]
    if not any(told):
        return StepState.not_started
    problems = check_step(case, step, findings, today)
    return StepState.has_questions if problems else StepState.done


def _state_of_verdict(findings: Sequence[Finding]) -> StepState:
    wrong = any(
        f.severity == "error" and (_is_for_the_verdict(f) or f.code == "country_not_russia")
        for f in findings
    )
    return StepState.has_questions if wrong else StepState.done


def _state_of_review(
    case: Case, states: Mapping[str, StepState], findings: Sequence[Finding], today: date
) -> StepState:
    if StepState.has_questions in states.values():
        return StepState.has_questions
    untouched = (step for step in STEPS if states.get(step.id) is StepState.not_started)
    wanting = any(check_step(case, step, findings, today) for step in untouched)
    wrong = any(finding.severity == "error" for finding in findings)
    return StepState.has_questions if wanting or wrong else StepState.done


def _is_for_the_verdict(finding: Finding) -> bool:
    return finding.field is None or question_at(finding.field) is None


def _with_rows(case: Case, places: Iterable[Place]) -> Iterator[Place]:
    for place in places:
        yield place
        if place.question.kind is ValueKind.rows:
            path = place.question.path
            for row in range(len(rows_of(case, path))):
                for page in row_pages(path):
                    yield from asked_on(case, place.step, page, row)


def _problems(
    case: Case, places: Iterable[Place], findings: Iterable[Finding], today: date
) -> Iterator[Problem]:
    by_path: dict[str | None, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.field, []).append(finding)
    for place in places:
        yield from _problems_at(case, place, by_path.get(place.path, ()), today)


def _problems_at(
    case: Case, place: Place, findings: Sequence[Finding], today: date
) -> Iterator[Problem]:
    question, label = place.question, label_of(place)
    text = unread(case, question, place.row)
    if text is not None:
        yield Problem(place, "unreadable", label, _why_unread(case, place, text, today))
        return
    if question.needed and not is_answered(case, question, place.row):
        yield Problem(place, "missing", label, question.missing)
        return
    for finding in findings:
        if finding.severity == "error":
            yield Problem(place, "error", label, finding.message, finding)
        elif finding.code in DOUBTFUL_VALUES and not is_accepted(case, finding):
            yield Problem(place, "risk", label, finding.message, finding)


def _why_unread(case: Case, place: Place, text: str, today: date) -> str:
    reading = read(place.question, text, today, case, place.row)
    if isinstance(reading, Unreadable | Ambiguous):
        return reading.sentence
    return tidy(f"Проверьте этот ответ и впишите его ещё раз: {quoted(text)}.")
