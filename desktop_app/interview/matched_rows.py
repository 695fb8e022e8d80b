"""Which row of a list is which row of the same list later, when rows came, went and moved.

A row is known by what is told of it, not by its number: equal rows belong together first, then
those that are mostly alike, then what is left over at the same place.
"""

from dataclasses import dataclass
from typing import Any

from desktop_app.case.model import Case

_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Matched:
    """`pairs` are (before, after) in the order after; the others have no counterpart."""

    pairs: tuple[tuple[int, int], ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]

    @property
    def moved(self) -> bool:
        """Whether rows that stayed stand in another order."""
        order = [before for before, _ in self.pairs]
        return order != sorted(order)

    def became(self, number: int | None) -> int | None:
        """Return the number from 1 that the row `number` bears now; None where it is gone.

        A number that no row had stays what it is.
        """
        if number is None or number - 1 in self.removed:
            return None
        return next((after + 1 for before, after in self.pairs if before + 1 == number), number)


def matched(before: Case, after: Case, path: str) -> Matched:
    """Return how the rows of the list at `path` belong together."""
    old, new = _told(before, path), _told(after, path)
    pairs: dict[int, int] = {}
    _pair_equal(old, new, pairs)
    _pair_alike(old, new, pairs)
    for index in range(min(len(old), len(new))):
        if index not in pairs and index not in pairs.values():
            pairs[index] = index
    return Matched(
        tuple(sorted(pairs.items(), key=lambda pair: pair[1])),
        tuple(index for index in range(len(old)) if index not in pairs),
        tuple(index for index in range(len(new)) if index not in pairs.values()),
    )


def _told(case: Case, path: str) -> list[frozenset[tuple[str, Any]]]:
    """Return what is told of each row; not the number of another row, which moves with that."""
    memory = case.answers
    rows: list[set[tuple[str, Any]]] = []
    for row in getattr(case, path) or ():
        told = {(key, getattr(row, key)) for key in row.__struct_fields__}
        rows.append({(k, v) for k, v in told if v is not None and k != "same_defect_as"})
    marks: list[tuple[str, Any]] = [*memory.unreadable.items()]
    marks += [(one, "unknown") for one in memory.unknown]
    marks += [(one, "no document") for one in memory.no_document]
    for mark, value in marks:
        start, _, rest = mark.partition("].")
        index = start.removeprefix(f"{path}[")
        if start != index and index.isdecimal() and int(index) < len(rows):
            rows[int(index)].add((f"typed {rest}", value))
    return [frozenset(row) for row in rows]


def _pair_equal(
    old: list[frozenset[tuple[str, Any]]],
    new: list[frozenset[tuple[str, Any]]],
    pairs: dict[int, int],
) -> None:
    free: dict[frozenset[tuple[str, Any]], list[int]] = {}
    for index, row in enumerate(new):
        free.setdefault(row, []).append(index)
    for index, row in enumerate(old):
        same = free.get(row)
        if same:
            pairs[index] = same.pop(0)


def _pair_alike(
    old: list[frozenset[tuple[str, Any]]],
    new: list[frozenset[tuple[str, Any]]],
    pairs: dict[int, int],
) -> None:
    """Pair rows of which at least half was told before and after, the most alike first."""
    taken = set(pairs.values())
    rest = [index for index in range(len(new)) if index not in taken]
    likely = []
    for index, row in enumerate(old):
        for other in rest if index not in pairs else ():
            likeness = len(row & new[other]) / max(len(row), len(new[other]), 1)
            if likeness >= _HALF:
                likely.append((-likeness, abs(index - other), index, other))
    for _, _, index, other in sorted(likely):
        if index not in pairs and other not in taken:
            pairs[index] = other
            taken.add(other)
