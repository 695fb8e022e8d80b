"""Why a letter says what it says: the named conditions and the answers behind its words.

Read from the spans and sections of the filling alone, so it holds for any template.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from desktop_app.letter.engine.scan import Section, Span
from desktop_app.letter.engine.template import Filled
from desktop_app.letter.vocabulary import Condition, Vocabulary

_NOT = "не "
_ROW = re.compile(r"^(\w+)\[\d+\]")


@dataclass(frozen=True, slots=True)
class Reason:
    """One condition that decides about words: `holds` as it is, in `words`; from `answers`.

    `name` is the condition's in templates, `citation` the article behind it, if any, `rule` what
    it is about, in words.
    """

    name: str
    holds: bool
    words: str
    answers: tuple[str, ...]
    citation: str | None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Letters `start` to `end` of paragraph `paragraph` of a part of the package."""

    part: str
    paragraph: int
    start: int
    end: int


WHOLE = 1_000_000
"""An end beyond any paragraph."""


class Why:
    """The reasons of one filled letter; `vocabulary` declares what its template may say."""

    def __init__(self, filled: Filled, vocabulary: Vocabulary[Any]) -> None:
        self._filled, self._vocabulary = filled, vocabulary

    def answers_at(self, part: str, paragraph: int, place: int) -> tuple[str, ...]:
        """Return the paths behind a letter: its value's, then its conditions', inner first."""
        spans = [
            span
            for span in self._spans(part, paragraph)
            if span.path and span.start <= place < span.end
        ]
        found = [span.path for span in sorted(spans, key=lambda span: span.end - span.start)]
        inside = [s for s in self._sections(part, paragraph) if _holds_place(s, paragraph, place)]
        for section in sorted(inside, key=_length):
            reason = self._reason(section, part, paragraph)
            found += reason.answers if reason is not None else ()
        return tuple(dict.fromkeys(found))

    def places_of(self, path: str) -> tuple[Place, ...]:
        """Return where an answer stands; where it is not printed, what is there for it."""
        spans = [span for span in self._filled.spans if span.path == path and span.end > span.start]
        if spans:
            return tuple(Place(s.part, s.paragraph, s.start, s.end) for s in spans)
        plain = _without_row(path)
        found = []
        for section in self._filled.sections:
            condition, _ = self._condition(section.condition)
            if condition is None or plain not in condition.answers:
                continue
            for paragraph in range(section.first, section.last + 1):
                reason = self._reason(section, section.part, paragraph)
                if reason is not None and path in (*reason.answers, plain):
                    found.append(_place(section, paragraph))
        return tuple(found)

    def reasons(self, part: str, paragraph: int) -> tuple[Reason, ...]:
        """Return the conditions of a paragraph, the one that lets it stand first.

        That something did *not* hold is told only where the whole paragraph stands for it.
        """
        found: dict[str, Reason] = {}
        for section in sorted(self._sections(part, paragraph), key=lambda s: s.inline):
            reason = self._reason(section, part, paragraph)
            if reason is not None and (reason.holds or not section.inline):
                found.setdefault(section.condition, reason)
        return tuple(found.values())

    def answers(self, part: str, paragraph: int) -> tuple[str, ...]:
        """Return the paths of the answers whose words stand in a paragraph, each once."""
        paths = (span.path for span in self._spans(part, paragraph) if span.path)
        return tuple(dict.fromkeys(paths))

    @cached_property
    def absent(self) -> tuple[Reason, ...]:
        """The conditions of the template that do not hold here, though they could."""
        holding = self._filled.holding
        return tuple(
            Reason(one.name, False, one.absent, one.answers, one.citation, one.rule)
            for one in self._vocabulary.conditions
            if one.name in self._filled.conditions
            and one.name not in holding
            and one.answers
            and (not one.within or one.within in holding)
        )

    @cached_property
    def _conditions(self) -> dict[str, Condition[Any]]:
        named: dict[str, Condition[Any]] = {c.name: c for c in self._vocabulary.conditions}
        for rows in self._vocabulary.rows:
            named |= {f"{rows.name}[].{c.name}": c for c in rows.conditions}
        return named

    def _condition(self, name: str) -> tuple[Condition[Any] | None, bool]:
        """Return the declared condition of a section, and whether it holds there."""
        holds = not name.startswith(_NOT)
        return self._conditions.get(name.removeprefix(_NOT)), holds

    def _reason(self, section: Section, part: str, paragraph: int) -> Reason | None:
        condition, holds = self._condition(section.condition)
        if condition is None:
            return None
        words = condition.rule if holds else condition.absent
        rows = {
            row[1]: row[0] for path in self.answers(part, paragraph) if (row := _ROW.match(path))
        }
        answers = tuple(_in_row(path, rows) for path in condition.answers)
        citation = condition.citation if holds else None
        return Reason(condition.name, holds, words, answers, citation, condition.rule)

    def _spans(self, part: str, paragraph: int) -> Iterable[Span]:
        return (s for s in self._filled.spans if s.part == part and s.paragraph == paragraph)

    def _sections(self, part: str, paragraph: int) -> list[Section]:
        return [
            section
            for section in self._filled.sections
            if section.part == part and section.first <= paragraph <= section.last
        ]


def _holds_place(section: Section, paragraph: int, place: int) -> bool:
    area = _place(section, paragraph)
    return area.start <= place < area.end


def _place(section: Section, paragraph: int) -> Place:
    whole = Place(section.part, paragraph, 0, WHOLE)
    return replace(whole, start=section.start, end=section.end) if section.inline else whole


def _length(section: Section) -> int:
    if section.inline:
        return section.end - section.start
    return (section.last - section.first + 1) * WHOLE


def _without_row(path: str) -> str:
    return _ROW.sub(r"\1[]", path)


def _in_row(path: str, rows: dict[str, str]) -> str:
    """Return a declared path with the row that its paragraph is about, or that of the list."""
    group, row, _ = path.partition("[]")
    if not row:
        return path
    return path.replace(f"{group}[]", rows[group], 1) if group in rows else group
