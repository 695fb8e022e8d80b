"""What the list of cases shows of a case and finds it by, without reading the case again."""

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop_app.advice.status import Milestone, Status, milestones, status_of
from desktop_app.assessment.assess import assess
from desktop_app.case.file import dump_case
from desktop_app.case.model import Case
from desktop_app.claims import kind_of
from desktop_app.interview.flow import pruned
from desktop_app.interview.obstacles import obstacles, open_questions
from desktop_app.law.book import load_law_book

_NOT_TOLD = frozenset(
    (
        *("format", "version", "id", "kind", "country", "gender", "category", "method", "outcome"),
        *("unknown", "no_document", "accepted_risks", "day_count", "channel"),
    )
)
_NO_FIGURE = re.compile(r"\D")
# «+7 911 500-00-00» is also found as 9115000000 and 89115000000.
_PHONE_FIGURES = 10


@dataclass(frozen=True, slots=True)
class Digest:
    """The status of a case, the days a calendar should know, and all its words for the search.

    `daily`: the status says something else on another day.
    """

    status: Status
    days: tuple[Milestone, ...]
    words: str
    daily: bool


def digest_of(case: Case, today: date) -> Digest:
    """Return the digest of a case as it stands on `today`."""
    asked, kind = pruned(case), kind_of(case)
    assessment = assess(asked, kind, load_law_book(), today)
    told = (case, assessment, today)
    ready = not (obstacles(*told) or open_questions(*told))
    status = status_of(asked, kind, assessment, ready, today)
    days = () if status.state == "closed" else milestones(asked, kind, assessment, today)
    return Digest(status, days, words_of(case), daily=bool(days))


def words_of(case: Case) -> str:
    """Return all that was told in a case as one text, what could not be read included."""
    return "\n".join(_texts(json.loads(dump_case(case))))


def _texts(value: Any, key: str = "") -> list[str]:
    if isinstance(value, dict):
        return [t for k, v in value.items() if k not in _NOT_TOLD for t in _texts(v, k)]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    if value is None or isinstance(value, bool):
        return []
    text = str(value)
    figures = _NO_FIGURE.sub("", text)[-_PHONE_FIGURES:] if key == "phone" else ""
    return [text, figures, f"8{figures}"] if figures else [text]
