"""What became different between two states of one case, in words.

Every answer that changed is told, asked at present or not: it stands in the case. Left out is
what nobody answered: the id and the format of the file. What changed without any answer reading
differently (a group without answers, a mark beside an answer that outweighs it) is told in one
sentence, and only where nothing else is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop_app.case.edit import replaced
from desktop_app.case.model import AcceptedRisk, Case
from desktop_app.interview.entry import current_choice, said_answer
from desktop_app.interview.form import Place, places
from desktop_app.interview.matched_rows import Matched, matched
from desktop_app.interview.question import Question, ValueKind
from desktop_app.interview.rows import FORMS, ONE, label_of, row_name
from desktop_app.interview.told import said_none, said_unknown, unread, value_of
from desktop_app.russian.dates import full
from desktop_app.russian.reading.result import quoted
from desktop_app.russian.typography import tidy

_MAIN = {
    "repairs": ("handed_over", "defect"),
    "losses": ("description", "amount"),
    "attachments": ("title",),
}
_UNSEEN = tidy("Ответы те же; иначе только пометки, которые программа делает для себя.")
_RISK = tidy("Замечание программы")
_OPEN, _ACCEPTED = tidy("открыто"), tidy("принято")


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer that changed. `before` and `after` are its words, empty where there was none.

    `path` is that of the answer as it stands after, or stood before where its row is gone.
    """

    path: str
    label: str
    before: str
    after: str
    sentence: str


def differences(before: Case, after: Case) -> tuple[Difference, ...]:
    """Return what changed from one case to the other, in the order of the form."""
    before, after = replaced(before, "id", None), replaced(after, "id", None)
    if before == after:
        return ()
    rows = {path: matched(before, after, path) for path in ONE}
    found = [*_found(before, after, rows), *_risks(before, after)]
    return tuple(found) or (Difference("", "", "", "", _UNSEEN),)


def _found(before: Case, after: Case, rows: dict[str, Matched]) -> Iterator[Difference]:
    for place in places():
        if not place.question.in_row:
            yield from _changed(before, after, place, place, rows["repairs"])
        if place.question.kind is ValueKind.rows:
            yield from _rows(before, after, place.question.path, rows)


def _rows(before: Case, after: Case, path: str, rows: dict[str, Matched]) -> Iterator[Difference]:
    match = rows[path]
    asked = [place for place in places() if place.question.path.startswith(f"{path}[].")]
    for index in match.removed:
        yield _came_or_went(before, path, index, "Убран", asked)
    for was, now in match.pairs:
        for place in asked:
            old = Place(place.step, place.page, place.question, was)
            new = Place(place.step, place.page, place.question, now)
            yield from _changed(before, after, old, new, rows["repairs"])
    for index in match.added:
        yield _came_or_went(after, path, index, "Добавлен", asked)
    if match.moved:
        yield _reordered(path, match)


def _changed(
    before: Case, after: Case, old: Place, new: Place, repairs: Matched
) -> Iterator[Difference]:
    question = new.question
    was, now = _state(before, old), _state(after, new)
    if question.kind is ValueKind.earlier_repair and was[0] is not None:
        was = (repairs.became(was[0]), *was[1:])
    if was == now:
        return
    words = _words(before, old), _words(after, new)
    if words[0] == words[1]:
        raw = _exact(before, old), _exact(after, new)
        words = raw if raw[0] != raw[1] else words
    if words[0] != words[1]:
        label = label_of(new)
        told = (_phrase(question, one) for one in words)
        yield Difference(new.path, label, *words, _sentence(label, *told))


def _state(case: Case, place: Place) -> tuple[Any, ...]:
    """Return all that is told to a question, «не знаю» and unread text too."""
    question, memory = place.question, case.answers
    value = value_of(case, question, place.row)
    if question.kind is ValueKind.presence:
        value = value is not None
    elif question.kind is ValueKind.rows:
        # Rows themselves are compared one by one.
        value = value == () and question.path == "repairs"
    path = place.path
    marks = path in memory.unknown, path in memory.no_document
    return (value, memory.unreadable.get(path), *marks)


def _words(case: Case, place: Place) -> str:
    question, row = place.question, place.row
    text = unread(case, question, row)
    if text is not None:
        return tidy(f"{quoted(text, len(text))} (программа не поняла)")
    if question.kind is ValueKind.earlier_repair:
        return _earlier(case, question, row)
    value = value_of(case, question, row)
    said = said_answer(case, question, row)
    if isinstance(value, date):
        return full(value)
    if value == () and question.path == "repairs":
        return f"«{question.none_label}»"
    if not said:
        return ""
    chosen = current_choice(case, question, row) is not None
    marked = said_unknown(case, question, row) or said_none(case, question)
    return f"«{said}»" if chosen or marked else " ".join(said.split())


def _earlier(case: Case, question: Question, row: int | None) -> str:
    number = value_of(case, question, row)
    if number is not None:
        return tidy(f"тот же, что в ремонте № {number}")
    said = question.path_at(row) in case.answers.no_document
    return tidy("другой недостаток") if said else ""


def _exact(case: Case, place: Place) -> str:
    """Return the answer to the letter: several may be said in the same words."""
    value = value_of(case, place.question, place.row)
    if not isinstance(value, str) or unread(case, place.question, place.row) is not None:
        return _words(case, place)
    chosen = current_choice(case, place.question, place.row) is not None
    return f"{_words(case, place)} ({value})" if chosen else value


def _phrase(question: Question, words: str) -> str:
    """Return typed words set apart from the sentence around them; names stand as they are."""
    typed = question.kind in (ValueKind.text, ValueKind.long_text) and words[:1].islower()
    return quoted(words, len(words)) if typed else words


def _sentence(label: str, before: str, after: str) -> str:
    if not before:
        told = f"не было, стало {after}"
    elif not after:
        told = f"было {before}, теперь пусто"
    else:
        told = f"было {before}, стало {after}"
    if label.endswith("?"):
        told = told[0].upper() + told[1:]
        return f"{label} {told}"
    return f"{label}: {told}"


def _came_or_went(case: Case, path: str, index: int, verb: str, asked: list[Place]) -> Difference:
    words = []
    for place in asked:
        if place.question.path.partition("[].")[2] in _MAIN[path]:
            words.append(_words(case, Place(place.step, place.page, place.question, index)))
    told = ", ".join(word for word in words if word)
    name = row_name(Place(asked[0].step, asked[0].page, asked[0].question, index))
    sentence = f"{tidy(verb)} {name[0].lower()}{name[1:]}" + (f": {told}" if told else "")
    before, after = (told, "") if verb == "Убран" else ("", told)
    return Difference(f"{path}[{index}]", name, before, after, sentence)


def _reordered(path: str, match: Matched) -> Difference:
    order = [before + 1 for before, _ in match.pairs]
    before, after = (", ".join(map(str, some)) for some in (sorted(order), order))
    label = tidy(f"Порядок {FORMS[path][2]}")
    return Difference(path, label, before, after, tidy(f"{label}: был {before}, стал {after}"))


def _risks(before: Case, after: Case) -> Iterator[Difference]:
    """Yield what was said «всё верно» to, and what it was taken back from."""
    old, new = before.answers.accepted_risks, after.answers.accepted_risks
    for risk in (one for one in old if one not in new):
        yield _risk(risk, _ACCEPTED, _OPEN, "Замечание снова открыто")
    for risk in (one for one in new if one not in old):
        yield _risk(risk, _OPEN, _ACCEPTED, "На замечание сказано «всё верно»")


def _risk(risk: AcceptedRisk, before: str, after: str, told: str) -> Difference:
    message = str(risk.facts.get("message") or risk.code or "").strip()
    sentence = tidy(told) + (f": {message}" if message else "")
    return Difference("answers.accepted_risks", _RISK, before, after, sentence)
