"""What the names in a tag mean there: the loop variables around it and the words they bring."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop_app.letter.check.reading import Placed
from desktop_app.letter.engine.grammar import CONDITIONS
from desktop_app.letter.vocabulary import Vocabulary
from desktop_app.nearest import nearest

LOOP = re.compile(r"\{%(?:p |tr )?\s*for\s+(\w+)\s+in\s+([\w.]+)\s*%\}")
_ALIKE = 0.75
_ALIKE_IN_GROUP = 0.5


class Words:
    """The words of a vocabulary as a template spells them: "ремонты[].дней", "ремонты[].акт"."""

    def __init__(self, vocabulary: Vocabulary[Any]) -> None:
        self.lists = frozenset(rows.name for rows in vocabulary.rows)
        self.fields = vocabulary.names - self.lists
        self.conditions = vocabulary.condition_names

    def is_known(self, typed: str) -> bool:
        """Whether a name outside of repetitions may be used: of a field, a list or a condition."""
        group, _, name = typed.partition(".")
        in_conditions = group == CONDITIONS and name in self.conditions
        return in_conditions or typed in self.fields or typed in self.lists


@dataclass(frozen=True, slots=True)
class Scope:
    """The loop variables at a place; one over a list that nobody knows stands for None."""

    words: Words
    loops: Mapping[str, str | None] = field(default_factory=dict)

    @classmethod
    def of(cls, words: Words, loops: Iterable[Placed]) -> "Scope":
        """Return the scope inside some repetitions; a mistyped list counts as the one meant."""
        around: dict[str, str | None] = {}
        for placed in loops:
            if found := LOOP.fullmatch(placed.tag.text):
                scope = cls(words, dict(around))
                source = scope.resolved(found[2])
                known = source if source in words.lists else scope.list_like(found[2])
                around[found[1]] = f"{known}[]" if known else None
        return cls(words, around)

    def resolved(self, typed: str) -> str | None:
        """Return a typed name as the vocabulary spells it; None if nobody knows its list."""
        head, *rest = typed.split(".")
        if head not in self.loops:
            return typed
        source = self.loops[head]
        return None if source is None else ".".join([source, *rest])

    def list_like(self, typed: str) -> str | None:
        """Return the list that was probably meant."""
        return _like(typed, sorted(self.words.lists))

    def field_like(self, typed: str) -> str | None:
        """Return the field that was probably meant, as it would be typed here."""
        return _like(typed, list(self._typed(self.words.fields)))

    def condition_like(self, typed: str) -> str | None:
        """Return the condition that was probably meant, as it would be typed here."""
        return _like(typed, [_as_condition(name) for name in self._typed(self.words.conditions)])

    def condition(self, typed: str) -> str | None:
        """Return the name of a typed condition: "есть.акт", "ремонт.есть.акт" → "ремонты[].акт"."""
        head, *rest = typed.split(".")
        if head == CONDITIONS:
            return ".".join(rest)
        resolved = self.resolved(typed)
        return resolved and resolved.replace(f".{CONDITIONS}.", ".", 1)

    def _typed(self, names: Iterable[str]) -> Iterator[str]:
        """Yield the names that can be used here, in the spelling of this place."""
        variables = {source: target for target, source in self.loops.items() if source}
        for name in sorted(names):
            source, mark, rest = name.partition("[].")
            if not mark:
                yield name
            elif f"{source}[]" in variables:
                yield f"{variables[f'{source}[]']}.{rest}"


def _like(typed: str, known: Sequence[str]) -> str | None:
    """Return the known name most like a typed one: in its group, else among all of them."""
    group, _, last = typed.rpartition(".")
    own = {name.rpartition(".")[2]: name for name in known if name.rpartition(".")[0] == group}
    if group and own:
        found = nearest(last, own, _ALIKE_IN_GROUP)
        return own[found] if found else None
    ends = [name for name in known if name.rpartition(".")[2] == typed]
    return ends[-1] if ends else nearest(typed, known, _ALIKE)


def _as_condition(name: str) -> str:
    variable, dot, last = name.rpartition(".")
    return f"{variable}{dot}{CONDITIONS}.{last}"
