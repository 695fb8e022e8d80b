"""Facts that no paper shows: where a document could be named and none is."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.case.model import Case
from desktop_app.interview.flow import asked
from desktop_app.interview.form import question_at
from desktop_app.interview.rows import row_name
from desktop_app.interview.told import said_no_document, value_of
from desktop_app.letter.annexes import CALCULATED

_NO_ANNEX = "purchase.serial_number"
_NAMED_BY = {
    "purchase.receipt": "Покупка",
    "current_defect.diagnostic_act": "Что не работает сейчас",
    "payment.loan.certificate": "Кредит",
    "representative.document": "Представитель",
    CALCULATED: "Ремонты",
}


@dataclass(frozen=True, slots=True)
class Unproved:
    """A fact without a document: its question, what it is about, and what helps instead.

    `said` tells whether the person answered that there is none.
    """

    path: str
    label: str
    about: str
    said: bool
    instead: str


def unproved(case: Case) -> Iterator[Unproved]:
    """Yield the facts of the case that no document shows, in the order of the form."""
    for place in asked(case):
        question = place.question
        if not question.no_document or question.path == _NO_ANNEX:
            continue
        if value_of(case, question, place.row) is None:
            said = said_no_document(case, question, place.row)
            about = named_by(place.path)
            yield Unproved(place.path, question.label, about, said, question.no_document)


def named_by(path: str) -> str:
    """Return the short name of the answer that names a document: «Ремонт № 2», «Покупка»."""
    place = question_at(path)
    if place is not None and place.row is not None:
        return row_name(place)
    return _NAMED_BY.get(path, "Ответ")
