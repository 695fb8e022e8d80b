"""What the law says by day: every number and short norm with its article, source and trust.

The values are data (`resources/law/ru`); which day to ask for is the caller's matter, and
`Provision.chosen_by` names it. Conclusions from the values belong to `assessment`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import chain


class Trust(StrEnum):
    """How well a value is founded."""

    confirmed = "confirmed"
    """Two or more independent sources."""
    single = "single"
    """One source."""
    memory = "memory"
    """From memory: to be compared with the official text."""


@dataclass(frozen=True, slots=True)
class Provision:
    """One value of the law from one day on.

    `value` None means that from `since` on the law has no such rule: no cap, no term.
    `unit` and `chosen_by` are words of the closed sets in `reader`; spans are in whole units,
    sums in roubles, shares in percent. `chosen_by` names the day that picks the value: of the
    contract, the transfer, the request for repair, the day of delay, the letter, or any.
    """

    name: str
    title: str
    unit: str
    chosen_by: str
    since: date
    value: int | Decimal | str | bool | None
    citation: str
    source: str
    checked_on: date
    trust: Trust
    note: str | None


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A place of the law that a lawyer must still compare with the official text."""

    title: str
    what_to_check: str
    citation: str


NORM_PREFIX = "norm_"
"""Parameters of this prefix tell an article in plain words."""


class Law:
    """The values of the law, asked by name and day."""

    def __init__(
        self, provisions: Mapping[str, tuple[Provision, ...]], open_items: tuple[OpenItem, ...]
    ) -> None:
        self._by_name = dict(provisions)
        self.open_items = open_items

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parameters in alphabetical order."""
        return tuple(sorted(self._by_name))

    def on(self, name: str, day: date) -> Provision:
        """Return the value that holds on a day; a day before the first value gives the first.

        Raises KeyError for a name that the data does not have: a bug of the caller.
        """
        try:
            values = self._by_name[name]
        except KeyError:
            raise KeyError(f"no parameter of the law is called {name!r}") from None
        held = values[0]
        for provision in values[1:]:
            if provision.since > day:
                break
            held = provision
        return held

    def whole(self, name: str, day: date) -> int:
        """Return a whole number; TypeError when the value on that day is none."""
        value = self.on(name, day).value
        if type(value) is not int:
            raise TypeError(f"{name} is no whole number on {day}: {value!r}")
        return value

    def number(self, name: str, day: date) -> Decimal:
        """Return an exact number; TypeError when the value on that day is none."""
        value = self.on(name, day).value
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise TypeError(f"{name} is no number on {day}: {value!r}")
        return Decimal(value)

    def text(self, name: str, day: date) -> str:
        """Return a text; TypeError when the value on that day is none."""
        value = self.on(name, day).value
        if not isinstance(value, str):
            raise TypeError(f"{name} is no text on {day}: {value!r}")
        return value

    def flag(self, name: str, day: date) -> bool:
        """Return a yes or no; TypeError when the value on that day is none."""
        value = self.on(name, day).value
        if not isinstance(value, bool):
            raise TypeError(f"{name} is no flag on {day}: {value!r}")
        return value

    def explained(self, citation: str, day: date) -> Provision | None:
        """Return the norm of exactly this citation in plain words, or None."""
        for name, values in self._by_name.items():
            if name.startswith(NORM_PREFIX) and any(v.citation == citation for v in values):
                return self.on(name, day)
        return None

    def all(self) -> tuple[Provision, ...]:
        """Return every value, the one checked longest ago first, then by name and day."""
        every = chain.from_iterable(self._by_name.values())
        return tuple(sorted(every, key=lambda p: (p.checked_on, p.name, p.since)))

    @property
    def to_verify(self) -> tuple[Provision, ...]:
        """The values known only from memory, in the order of `all`."""
        return tuple(p for p in self.all() if p.trust is Trust.memory)
