"""Sets of calendar days as intervals: united, clipped, counted.

A day is its ordinal. An interval (a, b) holds the days a…b, both included;
a > b holds none.
"""

from collections.abc import Iterable, Sequence
from datetime import date

Interval = tuple[int, int]


def after_first(first: date, last: date) -> Interval:
    """Return the days after `first` up to `last`: the first end day is left out (ст. 191 ГК)."""
    return first.toordinal() + 1, last.toordinal()


def with_both_ends(first: date, last: date) -> Interval:
    """Return the days from `first` to `last`, both included."""
    return first.toordinal(), last.toordinal()


def united(intervals: Iterable[Interval]) -> list[Interval]:
    """Return the same days as disjoint intervals in order."""
    result: list[Interval] = []
    for start, end in sorted(i for i in intervals if i[0] <= i[1]):
        if result and start <= result[-1][1] + 1:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return result


def count(disjoint: Sequence[Interval], first: date | None = None, last: date | None = None) -> int:
    """Return how many days the disjoint intervals have from `first` to `last`, both included."""
    low = first.toordinal() if first else 0
    high = last.toordinal() if last else date.max.toordinal()
    return sum(max(0, min(end, high) - max(start, low) + 1) for start, end in disjoint)
