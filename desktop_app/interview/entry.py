"""Typed text into the case, and answers back to text: each kind of value once."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from desktop_app.case.amounts import Money, Percent
from desktop_app.case.clean import clean_text
from desktop_app.case.edit import replaced
from desktop_app.case.model import Case
from desktop_app.interview.form import choice_of, choices_of
from desktop_app.interview.question import Answer, Choice, Question, ValueKind
from desktop_app.interview.remember import (
    cleared,
    forget,
    put_unreadable,
    say_no_document,
    say_none,
    say_there_is,
)
from desktop_app.interview.rows import rows_counted
from desktop_app.interview.same_defect import OTHER_DEFECT, same_as
from desktop_app.interview.told import (
    said_no_document,
    said_none,
    said_unknown,
    unread,
    value_of,
)
from desktop_app.russian.reading.choice import read_choice
from desktop_app.russian.reading.day import editable_day, read_day, said_day
from desktop_app.russian.reading.digits import (
    editable_digits,
    read_digits,
    read_serial,
    said_digits,
)
from desktop_app.russian.reading.money import editable_money, read_money, said_money
from desktop_app.russian.reading.percent import editable_percent, read_percent, said_percent
from desktop_app.russian.reading.phone import read_phone
from desktop_app.russian.reading.result import Blank, Read, Reading
from desktop_app.russian.reading.text import read_email, read_text
from desktop_app.russian.reading.whole import editable_whole, read_whole, said_whole

_READERS: dict[ValueKind, Callable[[Question, str, date], Reading[Any]]] = {
    ValueKind.text: lambda q, text, today: read_text(text, q.most),
    ValueKind.long_text: lambda q, text, today: read_text(text, q.most, lines=True),
    ValueKind.file: lambda q, text, today: read_text(text, q.most),
    ValueKind.email: lambda q, text, today: read_email(text),
    ValueKind.phone: lambda q, text, today: read_phone(text),
    ValueKind.digits: lambda q, text, today: read_digits(text, q.code_name),
    ValueKind.serial: lambda q, text, today: read_serial(text),
    ValueKind.day: lambda q, text, today: read_day(text, today, ahead=q.ahead),
    ValueKind.money: lambda q, text, today: read_money(text),
    ValueKind.percent: lambda q, text, today: read_percent(text),
    ValueKind.whole: lambda q, text, today: read_whole(text, q.unit, most=q.most),
}
_NO_READER = (ValueKind.presence, ValueKind.rows)


def read(
    question: Question, text: str, today: date, case: Case | None = None, row: int | None = None
) -> Reading[Any]:
    """Read typed text as an answer to the question.

    `case` and `row` are needed where the choices depend on them. Raises ValueError for a group
    or a list, which nobody types.
    """
    text = clean_text(text)
    reader = _READERS.get(question.kind)
    if reader is not None:
        return reader(question, text, today)
    if question.kind in _NO_READER:
        raise ValueError(f"{question.path} is not typed")
    choices = {str(c.value): c for c in choices_of(question, case or Case(), row)}
    reading = read_choice(text, [(value, choice.label) for value, choice in choices.items()])
    if isinstance(reading, Read):
        return Read(choices[reading.value].value, reading.said)
    return reading


def typed(
    case: Case, question: Question, row: int | None, text: str, today: date
) -> tuple[Case, Reading[Any]]:
    """Return the case after `text` was typed, and how it was read.

    What can't be read, or only in several ways, is kept as typed in the case's `answers`; the
    answer itself is then none. Raises ValueError for a group or a list.
    """
    reading = read(question, text, today, case, row)
    path = question.path_at(row)
    if isinstance(reading, Read) and question.kind is ValueKind.earlier_repair:
        return chosen(case, question, row, reading.value), reading
    if isinstance(reading, Read):
        return replaced(forget(case, path), path, _stored(question, reading.value)), reading
    without = cleared(case, path)
    if isinstance(reading, Blank):
        return forget(without, path), reading
    return put_unreadable(without, path, clean_text(text)), reading


def chosen(case: Case, question: Question, row: int | None, value: Answer | Decimal | date) -> Case:
    """Return the case with a value that was picked, not typed; None takes the answer out.

    Of a group, True and False say whether it is there. Raises ValueError for a value that the
    contract does not allow there.
    """
    if question.kind is ValueKind.presence:
        return say_there_is(case, question) if value else say_none(case, question)
    path = question.path_at(row)
    if value is None:
        return forget(cleared(case, path), path)
    if question.kind is ValueKind.earlier_repair and value == OTHER_DEFECT:
        return say_no_document(case, path)
    return replaced(forget(case, path), path, _stored(question, value))


def editable(case: Case, question: Question, row: int | None = None) -> str:
    """Return the text that stands in the field: what could not be read, else the value."""
    text = unread(case, question, row)
    if text is not None:
        return text
    value = value_of(case, question, row)
    return "" if value is None else _in_field(question, value)


def said_back(question: Question, value: Any) -> str:
    """Return a value as the program says back that it was understood.

    Of choices the value itself: their words are `said_answer`'s, which knows the case.
    """
    match question.kind:
        case ValueKind.day:
            return said_day(value)
        case ValueKind.money:
            return said_money(value)
        case ValueKind.percent:
            return said_percent(value)
        case ValueKind.whole:
            return said_whole(value, question.unit)
        case ValueKind.digits if value.isdecimal():
            return said_digits(value)
        case ValueKind.rows:
            return rows_counted(question.path, len(value))
    return str(value)


def said_answer(case: Case, question: Question, row: int | None = None) -> str:
    """Return the answer in words, as the review shows it; empty where there is none."""
    if said_unknown(case, question, row):
        return "Не знаю"
    if said_no_document(case, question, row):
        return "Документа нет"
    if row is None and said_none(case, question) and question.none_label:
        return question.none_label
    choice = current_choice(case, question, row)
    if choice is not None:
        return choice.label
    value = value_of(case, question, row)
    return "" if value in (None, ()) else said_back(question, value)


def current_choice(case: Case, question: Question, row: int | None = None) -> Choice | None:
    """Return the choice that is marked; None where none is, and for other kinds of value."""
    if question.kind is ValueKind.presence:
        there = value_of(case, question) is not None
        answer = False if said_none(case, question) else there or None
        return choice_of(question, case, answer)
    if question.kind is ValueKind.earlier_repair:
        return choice_of(question, case, same_as(case, question, row), row)
    if not (question.choices or question.kind is ValueKind.goods):
        return None
    return choice_of(question, case, value_of(case, question, row), row)


def _in_field(question: Question, value: Any) -> str:
    match question.kind:
        case ValueKind.day:
            return editable_day(value)
        case ValueKind.money:
            return editable_money(value)
        case ValueKind.percent:
            return editable_percent(value)
        case ValueKind.whole:
            return editable_whole(value)
        case ValueKind.digits if value.isdecimal():
            return editable_digits(value)
    return str(value)


def _stored(question: Question, value: Any) -> Any:
    """Return the value as the case holds it: sums and rates in the contract's own types."""
    if question.kind is ValueKind.money:
        return Money(f"{value:f}")
    if question.kind is ValueKind.percent:
        return Percent(f"{value:f}")
    return value
