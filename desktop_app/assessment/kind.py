"""What a kind of claim is; the kinds themselves are instances in `claims/`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from desktop_app.assessment.demanded import MainSums
from desktop_app.assessment.model import Amounts, Assessment, Demanded, Finding, GroundId
from desktop_app.assessment.situation import Situation
from desktop_app.case.model import Case, KindId


@dataclass(frozen=True, slots=True)
class Term:
    """What is waited for: `awaited` in the genitive, its `citation`, why it may take `longer`."""

    awaited: str
    citation: str
    longer: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of claim: what is demanded, what carries it, how long the seller has.

    `demand` says in the infinitive what is demanded, `done` that it was given. `grounds` are
    the grounds that carry it. `answer_by` gives the last day of the answer from the day of
    handing over, `term` the words for it. `sums` and `demands` are the main demand; what stands
    beside any is added.
    `leaves_out` are the paths of answers that its letter has no use for. `checks` are findings
    beside the common ones, functions of `Examined`. `means` tells in sentences what the
    claim means in days and money, given a case assessed as handed over,
    and whether that is only supposed.
    """

    id: KindId
    title: str
    demand: str
    done: str
    grounds: tuple[GroundId, ...]
    answer_by: Callable[[Situation, date], date]
    term: Callable[[Case], Term]
    sums: Callable[[Situation], MainSums]
    demands: Callable[[Situation, Amounts], Iterator[Demanded]]
    leaves_out: tuple[str, ...]
    checks: tuple[Callable[..., Iterator[Finding]], ...]
    means: Callable[[Case, Assessment, bool], tuple[str, ...]]
