"""What can be demanded on the same facts, and what each claim means in days and money."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop_app.assessment.assess import assess
from desktop_app.case.edit import replaced
from desktop_app.case.model import Case
from desktop_app.claims import KINDS, kind_of
from desktop_app.interview.flow import pruned
from desktop_app.law.book import load_law_book
from desktop_app.russian.typography import tidy


@dataclass(frozen=True, slots=True)
class Offer:
    """One kind of claim: `title`, what it means in `sentences`, whether it is the one chosen."""

    id: str
    title: str
    sentences: tuple[str, ...]
    chosen: bool


def offers(case: Case, today: date) -> tuple[Offer, ...]:
    """Return every kind of claim as it is, or would be if the letter were handed over today."""
    return tuple(_offers(case, today))


def _offers(case: Case, today: date) -> Iterator[Offer]:
    chosen = kind_of(case)
    for kind in KINDS.values():
        taken = pruned(replaced(case, "kind", kind.id))
        told = taken.delivery.handed_on if taken.delivery else None
        handed = taken if told else replaced(taken, "delivery.handed_on", today)
        assessment = assess(handed, kind, load_law_book(), today)
        sentences = tuple(tidy(one) for one in kind.means(handed, assessment, told is None))
        yield Offer(kind.id, tidy(kind.title), sentences, kind is chosen)
