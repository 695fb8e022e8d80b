"""What the assessment says of a case; the window, the commands and the letter only show it."""

from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from desktop_app.assessment.settled import Settled

GroundId = Literal[
    "unusable_over_30_days",
    "substantial_defect",
    "repair_deadline_missed",
    "within_15_days",
    "not_technically_complex",
]
Status = Literal["met", "disputed", "not_met", "unknown"]
Why = Literal["end_days", "after_ready_notice", "same_defect", "accepted_late"]
Basis = Literal["came_back", "again_and_again", "alike"]
DefectPeriod = Literal["warranty", "after_warranty", "no_warranty"]
Severity = Literal["error", "risk", "note"]


class RepairDays(Struct, frozen=True):
    """Days of one repair by both counts.

    `days` leaves out the day of handing over and includes the day of return
    (ст. 191 ГК); `days_inclusive` includes both. `days_after_ready` are those
    of `days` after the notice that the goods are ready. `counted` is false for
    a repair that the 30-day rule passes over. `by_year` splits `days` by
    warranty year: (number, days), `by_year_inclusive` the other count.
    `running` says that it is not finished; `term` is its last day (п. 1 ст. 20),
    of `longest` days where nothing shorter was agreed in writing; `late` says that
    it ended, or still runs, after it.
    """

    days: int
    days_inclusive: int
    days_after_ready: int
    counted: bool
    by_year: tuple[tuple[int, int], ...] = ()
    by_year_inclusive: tuple[tuple[int, int], ...] = ()
    running: bool = False
    term: date | None = None
    longest: int | None = None
    late: bool = False


class Limits(Struct, frozen=True):
    """The law's limits for this case, in days.

    More than `out_of_use` of a warranty year (абз. 11 п. 1 ст. 18), with so many
    repairs and different defects at least; the first `any_defect` days after the
    transfer (абз. 8).
    """

    out_of_use: int
    repairs: int
    defects: int
    any_defect: int


class Warranty(Struct, frozen=True):
    """The warranty: it runs from `starts` (the transfer) and is extended by repairs.

    `ends` and `extended_until` are None where no warranty term was told or given.
    """

    starts: date | None = None
    ends: date | None = None
    extended_until: date | None = None


class WarrantyYear(Struct, frozen=True):
    """A year of the warranty, both end days included, with the days out of use in it."""

    number: int
    first: date
    last: date
    days: int
    days_inclusive: int


class Ground(Struct, frozen=True):
    """One of the five grounds with the arithmetic that carries it or does not.

    `why` names the readings on which a disputed ground depends; `year` is the
    warranty year that decides the 30-day ground, `years` are all that carry it
    on the same reading, `some_years` says that the warranty has others too;
    `repairs` are the numbers (from 1) of the repairs that it rests on; `basis`
    tells a substantial defect that came back from one that is the next of many;
    `different` are the first of them with each of their different defects;
    `needs` is the path of the answer that an unknown ground waits for first.
    """

    id: GroundId
    status: Status
    citation: str
    reason: str
    why: tuple[Why, ...] = ()
    missing_days: int | None = None
    year: int | None = None
    years: tuple[int, ...] = ()
    some_years: bool = False
    repairs: tuple[int, ...] = ()
    different: tuple[int, ...] = ()
    basis: Basis | None = None
    needs: str | None = None

    @property
    def carries(self) -> bool:
        """Whether a claim can rest on it, be it on a disputed reading."""
        return self.status in ("met", "disputed")


class Finding(Struct, frozen=True):
    """Something that a person should know: what, why, what to do.

    `field` is the path of the answer that it is about, None for the whole case.
    """

    severity: Severity
    code: str
    field: str | None
    message: str
    citation: str | None = None


class RepairDelay(Struct, frozen=True):
    """Days by which repairs were late, and the penalty for them, in roubles.

    `uncapped` is the penalty as if there were no cap; `disputed` says that the
    delay began before the cap came into force and is above it. `periods` are
    the days of delay (first, last) of each late repair, both included. `demanded`
    is what the claim asks for: the penalty, or nothing where it is not demanded.
    """

    days: int = 0
    penalty: Decimal | None = None
    uncapped: Decimal | None = None
    disputed: bool = False
    periods: tuple[tuple[date, date], ...] = ()
    demanded: Decimal = Decimal(0)


class Amounts(Struct, frozen=True):
    """Sums in roubles, each rounded half up once; None where the facts are missing.

    `penalty_per_day` is exact. `penalty_cap` is None also where the law has no cap
    (`capped` is false then) or where what was paid is not told; `cap_left` is what of it the
    penalty demanded for late repairs leaves.
    """

    price: Decimal | None
    principal: Decimal | None
    fee: Decimal
    interest: Decimal
    other_payments: Decimal
    losses: Decimal
    price_difference: Decimal
    total: Decimal | None
    penalty_per_day: Decimal | None
    penalty_cap: Decimal | None
    capped: bool
    cap_left: Decimal | None
    repair_delay: RepairDelay


class Demanded(Struct, frozen=True):
    """One demand: its name, its sum in roubles if it has one, the answer it comes from.

    `index` is the row of the answer where it is one of a list; `in_money` says that a sum is
    demanded, also where it is not told yet.
    """

    kind: str
    amount: Decimal | None = None
    path: str = ""
    index: int = 0
    in_money: bool = True


class Deadlines(Struct, frozen=True):
    """Last day of the answer, first day of the penalty, day on which it reaches the cap."""

    answer_by: date | None = None
    penalty_from: date | None = None
    cap_reached_on: date | None = None


class Delay(Struct, frozen=True):
    """How late the seller is on the day `on`, and the penalty by then in roubles.

    `uncapped` is the penalty as if there were no cap; `disputed` says that the
    delay began before the cap came into force and is now above it.
    """

    on: date | None = None
    days: int | None = None
    penalty: Decimal | None = None
    uncapped: Decimal | None = None
    disputed: bool | None = None


class Assessment(Struct, frozen=True):
    """Everything that the law says of a case, as of one day.

    `demands` are those of the letter, in its order; the last one asks for an answer.
    `list_item` is the number of the goods in the List of technically complex
    goods; `in_warranty` says that the warranty, as extended, still runs;
    `defect_period` when the defects showed themselves; `current_same_as` are the
    numbers of the repairs that were about the present defect, `current_removed_in`
    those of them that had removed it before it was noticed; `claims_until` is the last day on
    which a defect that shows itself is the seller's; `settled` is what the seller gave, None
    where nothing was given.
    """

    law_as_of: date
    limits: Limits
    repairs: tuple[RepairDays, ...]
    warranty: Warranty
    warranty_years: tuple[WarrantyYear, ...]
    grounds: tuple[Ground, ...]
    findings: tuple[Finding, ...]
    amounts: Amounts
    deadlines: Deadlines
    delay: Delay
    demands: tuple[Demanded, ...] = ()
    list_item: int | None = None
    in_warranty: bool = False
    defect_period: DefectPeriod | None = None
    current_same_as: tuple[int, ...] = ()
    current_removed_in: tuple[int, ...] = ()
    claims_until: date | None = None
    settled: Settled | None = None

    @property
    def can_be_made(self) -> bool:
        """Whether the claim can go out: no error among the findings."""
        return all(finding.severity != "error" for finding in self.findings)

    def ground(self, ground_id: GroundId) -> Ground:
        """Return the ground of that name."""
        return next(ground for ground in self.grounds if ground.id == ground_id)
