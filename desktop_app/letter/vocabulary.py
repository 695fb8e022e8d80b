"""What a template may say: fields, named conditions and rows, each declared once.

A declaration carries its meaning for the people who edit templates, and how it
follows from a matter. A condition also tells why a paragraph is absent.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from desktop_app.letter.engine.marks import Phrase, Text

T = TypeVar("T")
R = TypeVar("R")
Printable = Text | Phrase | str | None


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """A value that a template can print; empty text where the facts are absent."""

    name: str
    meaning: str
    of: Callable[[T], Printable]


@dataclass(frozen=True, slots=True)
class Condition(Generic[T]):
    """A named reason for a paragraph to be there.

    `rule` says in plain words when it is, `absent` why it is not, `answers` are
    the paths it rests on, `citation` the article behind it, if any. `within` names the
    condition without which this one is no matter: no bank's rate where no bank has lent.
    """

    name: str
    rule: str
    absent: str
    answers: tuple[str, ...]
    holds: Callable[[T], bool]
    citation: str | None = None
    within: str = ""


@dataclass(frozen=True, slots=True)
class Rows(Generic[T, R]):
    """A list that a template repeats; the names of its fields are those of one row."""

    name: str
    meaning: str
    of: Callable[[T], Sequence[R]]
    fields: tuple[Field[R], ...]
    conditions: tuple[Condition[R], ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary(Generic[T]):
    """All words of one kind of document."""

    fields: tuple[Field[T], ...] = ()
    conditions: tuple[Condition[T], ...] = ()
    rows: tuple[Rows[T, Any], ...] = ()

    def __add__(self, other: "Vocabulary[T]") -> "Vocabulary[T]":
        return Vocabulary(
            self.fields + other.fields,
            self.conditions + other.conditions,
            self.rows + other.rows,
        )

    @property
    def names(self) -> frozenset[str]:
        """Every name of a field or list, as a template's `names` spell it."""
        rows = {f"{r.name}[].{field.name}" for r in self.rows for field in r.fields}
        return frozenset({f.name for f in self.fields} | {r.name for r in self.rows} | rows)

    @property
    def condition_names(self) -> frozenset[str]:
        """Every named condition, as a template's `conditions` spell it."""
        rows = {f"{r.name}[].{c.name}" for r in self.rows for c in r.conditions}
        return frozenset({condition.name for condition in self.conditions} | rows)

    def context(self, matter: T) -> dict[str, object]:
        """Return the values for a template: nested dicts by the parts of the names."""
        context = _values(self.fields, self.conditions, matter)
        for rows in self.rows:
            _put(
                context,
                rows.name,
                [_values(rows.fields, rows.conditions, row) for row in rows.of(matter)],
            )
        return context


def _values(
    fields: Iterable[Field[R]], conditions: Iterable[Condition[R]], source: R
) -> dict[str, object]:
    values: dict[str, object] = {}
    for field in fields:
        value = field.of(source)
        _put(values, field.name, Text("") if value is None else value)
    values["есть"] = {condition.name: condition.holds(source) for condition in conditions}
    return values


def _put(values: dict[str, object], name: str, value: object) -> None:
    *groups, last = name.split(".")
    for group in groups:
        inner = values.setdefault(group, {})
        if not isinstance(inner, dict):
            raise TypeError(f"{name}: {group} is both a value and a group")
        values = inner
    values[last] = value
