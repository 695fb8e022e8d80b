"""What the form must remember in the case's `answers`: each change makes a new case."""

from desktop_app.assessment.model import Finding
from desktop_app.case.edit import replaced, value_at
from desktop_app.case.model import AcceptedRisk, Case
from desktop_app.interview.form import question_at
from desktop_app.interview.question import Question, ValueKind
from desktop_app.interview.told import value_of


def cleared(case: Case, path: str) -> Case:
    """Return the case without the answer at `path`, and without groups that this leaves empty.

    A group stays where the person said that it is there (a representative, a present defect).
    """
    if value_at(case, path) is None:
        return case
    case = replaced(case, path, None)
    group = path.rpartition(".")[0]
    while group and "[" not in group:
        place = question_at(group)
        said_there = place is not None and place.question.path == group
        value = value_at(case, group)
        if said_there or value != type(value)():
            break
        case = replaced(case, group, None)
        group = group.rpartition(".")[0]
    return case


def put_unreadable(case: Case, path: str, text: str) -> Case:
    """Return the case that remembers `text` as typed at `path` and not understood."""
    case = forget(case, path)
    return replaced(case, "answers.unreadable", case.answers.unreadable | {path: text})


def forget(case: Case, path: str) -> Case:
    """Return the case that remembers nothing about `path`: no text, no «не знаю», no «нет»."""
    answers = case.answers
    if path in answers.unreadable:
        rest = {key: text for key, text in answers.unreadable.items() if key != path}
        case = replaced(case, "answers.unreadable", rest)
    if path in answers.unknown:
        case = replaced(case, "answers.unknown", _without(answers.unknown, path))
    if path in answers.no_document:
        case = replaced(case, "answers.no_document", _without(answers.no_document, path))
    return case


def say_unknown(case: Case, path: str) -> Case:
    """Return the case with «не знаю» as the answer at `path`; a value there goes."""
    case = forget(cleared(case, path), path)
    return replaced(case, "answers.unknown", (*case.answers.unknown, path))


def say_no_document(case: Case, path: str) -> Case:
    """Return the case with «документа нет» as the answer at `path`; a value there goes."""
    case = forget(cleared(case, path), path)
    return replaced(case, "answers.no_document", (*case.answers.no_document, path))


def say_none(case: Case, question: Question) -> Case:
    """Return the case whose person said that there is no such group, or no row at all.

    What had been told stays in the case, left out by `pruned`, and comes back with
    `say_there_is`. Raises ValueError for a question of another kind.
    """
    _require_group(question)
    case = forget(case, question.path)
    return replaced(case, "answers.no_document", (*case.answers.no_document, question.path))


def say_there_is(case: Case, question: Question) -> Case:
    """Return the case with the group there (made empty if it was not), or with rows wanted.

    Raises ValueError for a question of another kind.
    """
    _require_group(question)
    case = forget(case, question.path)
    if question.kind is ValueKind.presence and value_of(case, question) is None:
        return replaced(case, question.path, {})
    if question.kind is ValueKind.rows and not value_of(case, question):
        return replaced(case, question.path, None)
    return case


def with_rows_wanted(case: Case, path: str) -> Case:
    """Return the case in which nobody said that the list at `path` has no rows."""
    case = forget(case, path)
    return replaced(case, path, None) if value_at(case, path) == () else case


def accept_risk(case: Case, finding: Finding) -> Case:
    """Return the case in which the person said «всё верно» to this finding."""
    case = withdraw_acceptance(case, finding)
    risk = AcceptedRisk(code=finding.code, facts=_facts(case, finding))
    return replaced(case, "answers.accepted_risks", (*case.answers.accepted_risks, risk))


def withdraw_acceptance(case: Case, finding: Finding) -> Case:
    """Return the case in which this finding is to be looked at again."""
    rest = tuple(
        risk
        for risk in case.answers.accepted_risks
        if (risk.code, risk.facts.get("field")) != (finding.code, finding.field)
    )
    return replaced(case, "answers.accepted_risks", rest)


def is_accepted(case: Case, finding: Finding) -> bool:
    """Whether «всё верно» was said to this finding, and its facts are still the same."""
    facts = _facts(case, finding)
    return any(
        risk.code == finding.code and risk.facts == facts for risk in case.answers.accepted_risks
    )


def _facts(case: Case, finding: Finding) -> dict[str, str | None]:
    """Return what an acceptance rests on: the answer, and the sentence with all its figures."""
    return {
        "field": finding.field,
        "value": _value(case, finding.field),
        "message": finding.message,
    }


def _value(case: Case, field: str | None) -> str | None:
    place = question_at(field) if field else None
    if place is None:
        return None
    try:
        value = value_of(case, place.question, place.row)
    except IndexError:
        return None
    return None if value is None or isinstance(value, tuple) else str(value)


def _without(paths: tuple[str, ...], path: str) -> tuple[str, ...]:
    return tuple(other for other in paths if other != path)


def _require_group(question: Question) -> None:
    if question.kind not in (ValueKind.presence, ValueKind.rows):
        raise ValueError(f"{question.path} is neither a group nor a list")
