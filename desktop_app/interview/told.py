"""What has been told to a question: its value, «не знаю», «документа нет», text not understood.

Read at every key press for every question, so that paths are walked without the contract's types.
"""

from typing import Any

from desktop_app.case.model import Case
from desktop_app.interview.conditions import told_none
from desktop_app.interview.question import Question, ValueKind


def rows_of(case: Case, path: str) -> tuple[Any, ...]:
    """Return the rows of the list at `path`; none where the person said that there are none."""
    return () if told_none(case, path) else _walked(case, path) or ()


def value_of(case: Case, question: Question, row: int | None = None) -> Any:
    """Return the value in the case, None where there is none.

    Raises IndexError for a row that the case does not have.
    """
    if row is None:
        return _walked(case, question.path)
    rows, key = question.path.split("[].")
    return getattr((_walked(case, rows) or ())[row], key)


def said_unknown(case: Case, question: Question, row: int | None = None) -> bool:
    """Whether the person said «не знаю»; a value told beside it wins."""
    said = bool(question.unknown) and question.path_at(row) in case.answers.unknown
    return said and value_of(case, question, row) is None


def said_no_document(case: Case, question: Question, row: int | None = None) -> bool:
    """Whether the person said «документа нет»; a document told beside it wins."""
    said = bool(question.no_document) and question.path_at(row) in case.answers.no_document
    return said and value_of(case, question, row) is None


def said_none(case: Case, question: Question) -> bool:
    """Whether the person said that there is no such group, or no row at all."""
    return question.kind in (ValueKind.presence, ValueKind.rows) and told_none(case, question.path)


def unread(case: Case, question: Question, row: int | None = None) -> str | None:
    """Return what was typed and not understood, None where there is no such text."""
    return case.answers.unreadable.get(question.path_at(row))


def is_answered(case: Case, question: Question, row: int | None = None) -> bool:
    """Whether there is an answer, «не знаю» and «документа нет» included, but not unread text."""
    if said_unknown(case, question, row) or said_no_document(case, question, row):
        return True
    if row is None and said_none(case, question):
        return True
    value = value_of(case, question, row)
    # An empty list of repairs says that there were none; the other lists are empty from the first.
    return bool(value) if value == () and question.path != "repairs" else value is not None


def _walked(case: Case, path: str) -> Any:
    value: Any = case
    for key in path.split("."):
        if value is None:
            return None
        value = getattr(value, key)
    return value
