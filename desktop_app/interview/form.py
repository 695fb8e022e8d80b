"""The whole form as one: where a path is asked, and what may be answered there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from desktop_app.case.model import Case
from desktop_app.interview.question import Choice, Page, Question, Step, ValueKind
from desktop_app.interview.same_defect import OTHER_DEFECT
from desktop_app.interview.steps import STEPS
from desktop_app.law.goods import OTHER, load_goods

_ROW = re.compile(r"\[(\d+)\]")
_ELSEWHERE = "ZZ"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is asked; `row` from 0 where the answer is one of a row."""

    step: Step
    page: Page
    question: Question
    row: int | None = None

    @property
    def path(self) -> str:
        """The path of the answer in the case."""
        return self.question.path_at(self.row)


@cache
def places() -> tuple[Place, ...]:
    """Return every place of the form in order, without rows."""
    return tuple(
        Place(step, page, question)
        for step in STEPS
        for page in step.pages
        for question in page.questions
    )


@cache
def _by_path() -> dict[str, Place]:
    return {place.question.path: place for place in places()}


def question_at(path: str) -> Place | None:
    """Return where the answer at `path` is asked, None for what the form does not ask.

    Of a group («seller», «losses[0]») it is the first question. Whether it is asked in this
    case is another matter: see `flow.is_asked`.
    """
    row = _ROW.search(path)
    declared = _ROW.sub("[]", path)
    place = _by_path().get(declared) or next(_inside(declared), None)
    if place is None:
        return None
    return Place(place.step, place.page, place.question, _row(place.question, row))


def _inside(group: str) -> Iterator[Place]:
    for place in places():
        if group and place.question.path.startswith((f"{group}.", f"{group}[")):
            yield place


def _row(question: Question, row: re.Match[str] | None) -> int | None:
    if not question.in_row:
        return None
    return int(row[1]) if row else 0


def step_named(step_id: str) -> Step:
    """Return the step with that id; raises KeyError if there is none."""
    for step in STEPS:
        if step.id == step_id:
            return step
    raise KeyError(step_id)


@cache
def row_pages(rows: str) -> tuple[Page, ...]:
    """Return the pages on which one row of the list at `rows` is told."""
    return tuple(page for step in STEPS for page in step.pages if page.rows == rows)


def choices_of(question: Question, case: Case, row: int | None = None) -> tuple[Choice, ...]:
    """Return what may be chosen: fixed answers, the List of goods, or the earlier repairs."""
    if question.kind is ValueKind.goods:
        return _goods()
    if question.kind is ValueKind.earlier_repair:
        return tuple(_earlier(case, row))
    return question.choices


def choice_of(
    question: Question, case: Case, value: object, row: int | None = None
) -> Choice | None:
    """Return the choice that stands for `value`, None for none; a country not listed is another."""
    choices = choices_of(question, case, row)
    found = next((c for c in choices if c.value == value and type(c.value) is type(value)), None)
    if found is None and value is not None:
        return next((choice for choice in choices if choice.value == _ELSEWHERE), None)
    return found


@cache
def _goods() -> tuple[Choice, ...]:
    listed = tuple(
        Choice(
            item.category, item.title, f"Это п. {item.number} перечня технически сложных товаров."
        )
        for item in load_goods().items
    )
    other = Choice(
        OTHER,
        "Другой товар",
        "Его нет в перечне технически сложных: деньги или замену требуют при любом недостатке.",
    )
    return (*listed, other)


def _earlier(case: Case, row: int | None) -> Iterator[Choice]:
    yield Choice(OTHER_DEFECT, "Нет, это другой недостаток", "Раньше этот недостаток не чинили.")
    repairs = case.repairs or ()
    for number, repair in enumerate(repairs[:row], start=1):
        what = f": {' '.join(repair.defect.split())[:80]}" if repair.defect else ""
        yield Choice(
            number,
            f"Да, его чинили при ремонте № {number}{what}",
            "Недостаток вернулся после ремонта, он считается существенным.",
        )
