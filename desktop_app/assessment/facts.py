"""The facts of a case as the rules read them: dates that can be, defaults filled in.

The contract's defaults are applied here and nowhere else: the transfer is the
contract's day unless told, the hand-over is the request's day and the other
way round, a running repair lasts until the day of the claim.
"""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct

from desktop_app.assessment.defects import Defects
from desktop_app.case.model import Case, Outcome, Repair

FIRST_DAY = date(1970, 1, 1)
LAST_DAY = date(2199, 12, 31)

_REPAIRING: tuple[Outcome, ...] = ("repaired", "in_repair")

WHY_NOT_COUNTED: Mapping[Outcome | None, str] = {
    "no_defect_found": "недостатка не нашли",
    "paid_repair": "ремонт был платным",
    "refused": "в ремонте отказали",
}
"""Why the 30-day rule passes over a repair that ended so."""


def possible(day: date | None) -> date | None:
    """Return `day` if a purchase of our time can have it, else None (a finding says so)."""
    return day if day is not None and FIRST_DAY <= day <= LAST_DAY else None


class Stay(Struct, frozen=True):
    """One repair: the goods are away from `handed_over` until `ended`.

    `ended` is the day of return, or the day of the claim while the repair is
    `running`. `in_order` is false where a day is missing or the order can't be.
    """

    index: int
    requested: date | None
    handed_over: date | None
    ready_notice: date | None
    ended: date | None
    running: bool
    outcome: Outcome | None
    in_order: bool

    @property
    def number(self) -> int:
        """The number that a person sees, from 1."""
        return self.index + 1

    @property
    def repaired(self) -> bool:
        """Whether a defect was removed, or is being removed, free of charge."""
        return self.outcome in _REPAIRING

    @property
    def finished(self) -> bool:
        """Whether the defect was removed and the goods came back."""
        return self.repaired and not self.running


class Facts:
    """A case seen by the rules, as of one day."""

    def __init__(self, case: Case, as_of: date) -> None:
        self.case = case
        self.as_of = as_of
        purchase = case.purchase
        self.contract = possible(purchase.contract_date)
        self.transfer = possible(purchase.transfer_date) or self.contract
        self.repairs = case.repairs or ()
        self.stays = tuple(_stay(i, repair, as_of) for i, repair in enumerate(self.repairs))
        self.defects = Defects(self.repairs, case.current_defect)

    @property
    def repairs_told(self) -> bool:
        """Whether the person said which repairs there were (an empty list says: none)."""
        return self.case.repairs is not None

    @property
    def technically_complex(self) -> bool | None:
        """Whether the goods stand in the List of technically complex goods; None: not told."""
        category = self.case.purchase.category
        return None if category is None else category != "other"

    @property
    def defect_now(self) -> bool:
        """Whether something is said to be wrong on the day of the claim."""
        current = self.case.current_defect
        return current is not None and bool(current.description or current.same_defect_as)

    @cached_property
    def noticed_on(self) -> date:
        """The day on which the present defect was noticed; not told: the day of the claim."""
        current = self.case.current_defect
        return (possible(current.noticed_on) if current else None) or self.as_of

    @property
    def incomplete(self) -> tuple[Stay, ...]:
        """The repairs whose days are not all told: with them more might be due."""
        return tuple(
            stay
            for stay in self.stays
            if (stay.repaired or stay.outcome is None)
            and (stay.handed_over is None or stay.ended is None)
        )

    @property
    def running(self) -> tuple[Stay, ...]:
        """The repairs from which the goods have not come back."""
        return tuple(stay for stay in self.stays if stay.running)


def _stay(index: int, repair: Repair, as_of: date) -> Stay:
    requested = possible(repair.requested) or possible(repair.handed_over)
    handed_over = possible(repair.handed_over) or requested
    returned = possible(repair.returned)
    running = repair.outcome == "in_repair" and returned is None
    ended = as_of if running else returned
    outcome = repair.outcome or ("repaired" if returned else None)
    in_order = bool(requested and handed_over and ended and requested <= handed_over <= ended)
    return Stay(
        index=index,
        requested=requested,
        handed_over=handed_over,
        ready_notice=possible(repair.ready_notice),
        ended=ended,
        running=running,
        outcome=outcome,
        in_order=in_order,
    )
