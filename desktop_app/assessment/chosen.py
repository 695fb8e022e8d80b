"""The law of a case: each value by the day that chooses it.

The data of the law say which day chooses a value (the contract, the request
for repair, the day of delay, the letter); the rules give the days and never
pick one themselves.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from desktop_app.assessment.facts import Facts
from desktop_app.law.book import LawBook
from desktop_app.law.parameters import Provision


class LawOfCase:
    """Values of the law for one case; a day that is not known falls back to the letter's."""

    def __init__(self, book: LawBook, facts: Facts) -> None:
        self.calendar = book.calendar
        self.goods = book.goods
        self._law = book.law
        self._letter = facts.as_of
        self._days = {
            "contract": facts.contract or facts.as_of,
            "transfer": facts.transfer or facts.as_of,
        }

    def provision(self, name: str, **days: date | None) -> Provision:
        """Return the value of `name`; `days` adds days such as `repair_request=…`."""
        return self._law.on(name, self._day(name, days))

    def whole(self, name: str, **days: date | None) -> int:
        """Return a whole number of days, months or years."""
        return self._law.whole(name, self._day(name, days))

    def number(self, name: str, **days: date | None) -> Decimal:
        """Return a number: percent, roubles."""
        return self._law.number(name, self._day(name, days))

    def _day(self, name: str, days: Mapping[str, date | None]) -> date:
        chosen_by = self._law.on(name, self._letter).chosen_by
        return days.get(chosen_by) or self._days.get(chosen_by, self._letter)
