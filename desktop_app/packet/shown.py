"""What a field prints in the specimens: an example, and where it is empty."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from desktop_app.letter.check.check import Checked, check
from desktop_app.letter.document import Document
from desktop_app.letter.vocabulary import Condition, Field, Rows
from desktop_app.packet.specimens import Specimen, specimens_of

NEVER = "—"
_LONGEST = 90
_FEW = 3


@dataclass(frozen=True)
class _Print:
    """One print of a field: its text, where, and the named conditions that hold there."""

    text: str
    specimen: str
    holding: frozenset[str]


@cache
def shipped_words(document: Document) -> Checked:
    """Return what the shipped template of a document says."""
    return check(document.shipped.read_bytes(), document.template, document.vocabulary)


class Shown:
    """The fields of a document as its specimens fill them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._specimens: Sequence[Specimen] = specimens_of(document)

    @cached_property
    def template(self) -> Checked:
        """What the shipped template says."""
        return shipped_words(self._document)

    def field(self, field: Field[Any]) -> tuple[str, str]:
        """Return an example of a field and where it is empty."""
        prints = [
            _Print(_text(field, specimen.matter), specimen.title, holding)
            for specimen, holding in zip(self._specimens, self._holding, strict=True)
        ]
        return _example(prints), self._empty(field.name, prints, in_rows=False)

    def row_field(self, rows: Rows[Any, Any], field: Field[Any]) -> tuple[str, str]:
        """Return an example of a field of a list's rows and where it is empty."""
        prints = [
            _Print(_text(field, row), specimen.title, around | _names(rows, row))
            for specimen, around in zip(self._specimens, self._holding, strict=True)
            for row in rows.of(specimen.matter)
        ]
        return _example(prints), self._empty(f"{rows.name}[].{field.name}", prints, in_rows=True)

    @cached_property
    def _holding(self) -> list[frozenset[str]]:
        conditions = self._document.vocabulary.conditions
        return [_that_hold(conditions, specimen.matter) for specimen in self._specimens]

    def _empty(self, name: str, prints: Sequence[_Print], *, in_rows: bool) -> str:
        """Say where a field is empty: without a condition of the template, or in which specimens.

        A condition is named where no specimen leaves the field empty though the condition holds.
        """
        empty = [one for one in prints if not one.text]
        if not empty:
            return NEVER
        if len(empty) == len(prints):
            return "во всех образцах"
        if condition := self._guard(name, prints, in_rows=in_rows):
            return f"без {self._typed([condition])}"
        if not in_rows:
            return _in_specimens(empty, prints)
        instead = _explaining(prints)
        return f"при {self._typed(instead)}" if instead else "не в каждой строке"

    def _guard(self, name: str, prints: Sequence[_Print], *, in_rows: bool) -> str | None:
        """Return the condition of the shipped template that tells a filled field from an empty one.

        Outside of rows one will do under which the field is always filled.
        """
        guards = [g for around in self.template.guards.get(name, []) for g in reversed(around)]
        fit = [g for g in guards if not g.startswith("не ") and (in_rows or "[]." not in g)]
        exact = (g for g in fit if all(bool(one.text) == (g in one.holding) for one in prints))
        enough = (g for g in fit if all(one.text or g not in one.holding for one in prints))
        return next(exact, None) or (None if in_rows else next(enough, None))

    def _typed(self, conditions: Sequence[str]) -> str:
        return ", ".join(f"`{condition_as_typed(one, self.template.rows)}`" for one in conditions)


def _explaining(prints: Sequence[_Print]) -> list[str]:
    """Return the conditions of rows that hold where a field is empty, and nowhere else."""
    filled = frozenset().union(*(one.holding for one in prints if one.text))
    left = [one for one in prints if not one.text]
    found: list[str] = []
    while left and len(found) < _FEW:
        names = Counter(n for one in left for n in one.holding - filled if "[]." in n)
        if not names:
            return []
        best = max(sorted(names), key=lambda name: names[name])
        found.append(best)
        left = [one for one in left if best not in one.holding]
    return [] if left else found


def _text(field: Field[Any], source: Any) -> str:
    return " ".join(str(field.of(source) or "").split())


def _that_hold(conditions: Sequence[Condition[Any]], source: Any) -> frozenset[str]:
    return frozenset(condition.name for condition in conditions if condition.holds(source))


def _names(rows: Rows[Any, Any], row: Any) -> frozenset[str]:
    return frozenset(f"{rows.name}[].{name}" for name in _that_hold(rows.conditions, row))


def _example(prints: Sequence[_Print]) -> str:
    text = next((one.text for one in prints if one.text), NEVER)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _in_specimens(empty: Sequence[_Print], prints: Sequence[_Print]) -> str:
    filled = [one.specimen for one in prints if one.text]
    if len(filled) <= _FEW:
        return f"везде, кроме: {'; '.join(filled)}"
    told = [one.specimen for one in empty]
    if len(told) == 1:
        return f"в образце: {told[0]}"
    more = " и в других" if len(told) > _FEW else ""
    return f"в образцах: {'; '.join(told[:_FEW])}{more}"


def condition_as_typed(name: str, rows: Mapping[str, str]) -> str:
    """Return «есть.модель», of a row «ремонт.есть.место»; `rows` has what a row is called."""
    source, mark, own = name.partition("[].")
    return f"{rows.get(source, 'строка')}.есть.{own}" if mark else f"есть.{name}"


def field_as_typed(name: str, rows: Mapping[str, str]) -> str:
    """Return «товар.модель», of a row «ремонт.место»; `rows` has what a row is called."""
    source, mark, own = name.partition("[].")
    return f"{rows.get(source, 'строка')}.{own}" if mark else name
