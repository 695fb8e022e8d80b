"""The warranty: from the transfer, by months, extended by the days of repair."""

from datetime import date, timedelta

from desktop_app.assessment.facts import Facts, Stay
from desktop_app.assessment.model import Warranty
from desktop_app.law.terms import add_months, add_years

Year = tuple[int, date, date]
"""A warranty year: its number from 1, its first and its last day, both included."""


class WarrantyTerm:
    """The warranty of a case, its years, and which repairs were asked for within it.

    Source: п. 2 ст. 19 (from the transfer), п. 3 ст. 20 (extended by the time
    of repair, from the request to the return). Overlapping repairs extend it
    by their common time once: the law adds the time in which the goods were
    not used.
    """

    def __init__(self, facts: Facts) -> None:
        self.months = facts.case.purchase.warranty_months
        starts = facts.transfer
        ends = add_months(starts, self.months) if starts and self.months else None
        self._covered: set[int] = set()
        extended_until = self._extend(facts, starts, ends) if starts and ends else None
        self.span = Warranty(starts=starts, ends=ends, extended_until=extended_until)
        self.years = years(starts, extended_until) if starts and extended_until else []

    def covers(self, stay: Stay) -> bool:
        """Whether the repair was asked for within the warranty as extended by then."""
        return stay.index in self._covered

    def lasts_on(self, day: date) -> bool:
        """Whether the warranty, as extended, still runs on `day`."""
        return self.span.extended_until is not None and day <= self.span.extended_until

    def _extend(self, facts: Facts, starts: date, ends: date) -> date:
        """Return the extended end, noting which repairs were asked for before it."""
        extended, away_until = ends, starts
        for stay in sorted(facts.stays, key=lambda stay: stay.requested or date.max):
            if not (stay.in_order and stay.requested and stay.ended):
                continue
            if starts <= stay.requested <= extended:
                self._covered.add(stay.index)
                if stay.repaired:
                    newly_away = stay.ended - max(stay.requested, away_until)
                    extended += max(newly_away, timedelta())
                    away_until = max(away_until, stay.ended)
        return extended


def years(starts: date, ends: date) -> list[Year]:
    """Return the warranty years from the transfer to the end, the last one cut there.

    Year 1 begins on the day after the transfer (ст. 191, 192 ГК).
    """
    result: list[Year] = []
    last = starts
    while last < ends:
        number = len(result) + 1
        first, last = last + timedelta(days=1), add_years(starts, number)
        result.append((number, first, min(last, ends)))
    return result
