"""Which questions a case is asked, in which order; what is left of it without the others."""

from collections.abc import Iterator

from desktop_app.case.edit import replaced
from desktop_app.case.model import Case
from desktop_app.interview.form import Place, row_pages
from desktop_app.interview.question import Page, Question, Step
from desktop_app.interview.steps import STEPS
from desktop_app.interview.told import rows_of, said_none, value_of


def is_asked(case: Case, question: Question, row: int | None = None) -> bool:
    """Whether this question matters for the case as told so far."""
    return question.when.holds(case, row)


def asked(case: Case) -> tuple[Place, ...]:
    """Return the questions that the case is asked, in order; of a list, row by row.

    Pages that a view decides on are left out.
    """
    return tuple(place for step in STEPS for place in asked_in(case, step))


def asked_in(case: Case, step: Step) -> Iterator[Place]:
    """Yield the questions that the case is asked in one step."""
    for page in pages_of(case, step):
        yield from asked_on(case, step, page)
        for question in page.questions:
            yield from _asked_in_rows(case, step, question.path)


def asked_on(case: Case, step: Step, page: Page, row: int | None = None) -> Iterator[Place]:
    """Yield the questions seen on a page, for one row if it is a row's page."""
    for question in page.questions:
        if is_asked(case, question, row):
            yield Place(step, page, question, row)


def pages_of(case: Case, step: Step) -> tuple[Page, ...]:
    """Return the pages of a step that are gone through in turn.

    Not those of rows, which are reached from their table, and not those that a view decides on.
    """
    return tuple(
        page
        for page in step.pages
        if not page.rows and not page.by_view and page.when.holds(case, None)
    )


def _asked_in_rows(case: Case, step: Step, path: str) -> Iterator[Place]:
    pages = row_pages(path)
    for row in range(len(rows_of(case, path)) if pages else 0):
        for page in pages:
            yield from asked_on(case, step, page, row)


def pruned(case: Case) -> Case:
    """Return the case that is assessed and printed: without the answers no longer asked.

    This is the one place where answers are left out. The full case keeps them, so that they are
    there again when the question comes back. What the form remembers stays whole; of it only
    «нет» about a whole group or list («представителя нет») leaves out what was told of it.
    """
    result = case
    for step in STEPS:
        for question in step.questions():
            result = _without_unasked(case, result, question)
    return result


def _without_unasked(case: Case, result: Case, question: Question) -> Case:
    if not question.in_row:
        if said_none(case, question):
            return replaced(result, question.path, () if question.none_label else None)
        return _left_out(case, result, question, None)
    path = question.path.split("[]")[0]
    for row in range(len(rows_of(case, path))):
        result = _left_out(case, result, question, row)
    return result


def _left_out(case: Case, result: Case, question: Question, row: int | None) -> Case:
    if value_of(case, question, row) is None:
        return result
    if is_asked(case, question, row):
        return result
    path = question.path_at(row)
    return result if _is_gone(result, path) else replaced(result, path, None)


def _is_gone(case: Case, path: str) -> bool:
    """Whether the group of the answer has been left out already; it is not to be made anew."""
    value: object = case
    for key in path.split(".")[:-1]:
        if "[" in key:
            return False
        value = getattr(value, key)
        if value is None:
            return True
    return False
