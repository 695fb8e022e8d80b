"""Days out of use: by both counts, with and without the days after the notice of readiness.

Neither the law nor the Supreme Court says whether the day of handing over and
the day of return count. Count A leaves out the first (ст. 191 ГК), count B
takes both. Courts are split on days after «можно забирать» too. The claim
rests on A; the other readings show what is disputed.
"""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct

from desktop_app.assessment.days import Interval, after_first, count, united, with_both_ends
from desktop_app.assessment.facts import Facts, Stay
from desktop_app.assessment.model import RepairDays, WarrantyYear
from desktop_app.assessment.warranty import WarrantyTerm


class Reading(Struct, frozen=True):
    """One way of counting days: both end days or not, days after the notice or not."""

    both_ends: bool
    after_ready: bool


A = Reading(both_ends=False, after_ready=True)
B = Reading(both_ends=True, after_ready=True)


class YearCount(Struct, frozen=True):
    """What falls on one warranty year by one reading.

    `repairs` are the indexes of the counted repairs with days in the year,
    `defects` how many different defects they removed, `unnamed` how many of
    them name none.
    """

    days: int
    repairs: tuple[int, ...]
    defects: int
    unnamed: int


class OutOfUse:
    """The repairs of a case as days out of use."""

    def __init__(self, facts: Facts, term: WarrantyTerm) -> None:
        self._facts = facts
        self._term = term
        self.counted = tuple(stay for stay in facts.stays if self.counts(stay))
        self._intervals: dict[Reading, list[Interval]] = {}

    def counts(self, stay: Stay) -> bool:
        """Whether the 30-day rule takes the repair in.

        Passed over: outcomes that removed no defect at the shop's expense, repairs
        before the transfer, and those asked for after the extended warranty.
        """
        if not (stay.in_order and stay.repaired and stay.requested):
            return False
        if self._term.span.ends is not None:
            return self._term.covers(stay)
        return self._facts.transfer is None or stay.requested >= self._facts.transfer

    @cached_property
    def repairs(self) -> tuple[RepairDays, ...]:
        """The days of each repair, counted or not."""
        return tuple(self._repair(stay) for stay in self._facts.stays)

    @cached_property
    def years(self) -> tuple[WarrantyYear, ...]:
        """Every warranty year with its days by both counts."""
        return tuple(
            WarrantyYear(
                number=number,
                first=first,
                last=last,
                days=self.days(A, first, last),
                days_inclusive=self.days(B, first, last),
            )
            for number, first, last in self._term.years
        )

    def days(self, reading: Reading, first: date, last: date) -> int:
        """Return the days out of use from `first` to `last`, each day once."""
        return count(self._united(reading), first, last)

    def days_of(self, stay: Stay, reading: Reading, first: date, last: date) -> int:
        """Return the days of one repair from `first` to `last`."""
        return count([_interval(stay, reading)], first, last)

    def in_year(self, reading: Reading, first: date, last: date) -> YearCount:
        """Return what falls on the year from `first` to `last` by one reading."""
        present = [s.index for s in self.counted if self.days_of(s, reading, first, last) > 0]
        groups = [self._facts.defects.group(index) for index in present]
        return YearCount(
            days=self.days(reading, first, last),
            repairs=tuple(present),
            defects=len({group for group in groups if group is not None}),
            unnamed=groups.count(None),
        )

    def _united(self, reading: Reading) -> Sequence[Interval]:
        if reading not in self._intervals:
            self._intervals[reading] = united(_interval(stay, reading) for stay in self.counted)
        return self._intervals[reading]

    def _repair(self, stay: Stay) -> RepairDays:
        days, inclusive = count([_interval(stay, A)]), count([_interval(stay, B)])
        before_ready = count([_interval(stay, Reading(both_ends=False, after_ready=False))])
        return RepairDays(
            days=days,
            days_inclusive=inclusive,
            days_after_ready=days - before_ready,
            counted=stay in self.counted,
            by_year=self._by_year(stay, A),
            by_year_inclusive=self._by_year(stay, B),
        )

    def _by_year(self, stay: Stay, reading: Reading) -> tuple[tuple[int, int], ...]:
        return tuple(
            (number, part)
            for number, first, last in self._term.years
            if (part := self.days_of(stay, reading, first, last))
        )


def _interval(stay: Stay, reading: Reading) -> Interval:
    """Return the days of a repair by a reading; none where its days can't be."""
    if not stay.in_order or stay.handed_over is None or stay.ended is None:
        return (1, 0)
    last = stay.ended
    if not reading.after_ready and stay.ready_notice is not None:
        last = min(last, max(stay.ready_notice, stay.handed_over))
    spread = with_both_ends if reading.both_ends else after_first
    return spread(stay.handed_over, last)
