"""The demands, numbered, each with its sum."""

from dataclasses import dataclass
from decimal import Decimal

from desktop_app.assessment.model import Demanded
from desktop_app.letter.matter import Matter


@dataclass(frozen=True)
class Demand:
    """One demand of a letter with its number."""

    matter: Matter
    number: int
    demanded: Demanded

    @property
    def kind(self) -> str:
        """Its name."""
        return self.demanded.kind

    @property
    def amount(self) -> Decimal | None:
        """Its sum in roubles, if it has one."""
        return self.demanded.amount

    @property
    def path(self) -> str:
        """The answer that it comes from."""
        return self.demanded.path

    @property
    def index(self) -> int:
        """The row of that answer."""
        return self.demanded.index


def demands(matter: Matter) -> list[Demand]:
    """Return the demands in the order of the letter; the last one asks for an answer."""
    told = enumerate(matter.assessment.demands, start=1)
    return [Demand(matter, number, demanded) for number, demanded in told]


def money_demands(matter: Matter) -> int:
    """Return how many demands are for a sum."""
    return sum(demanded.in_money for demanded in matter.assessment.demands)
