"""What the register gives out: a line of the list, a kept case, the outcome of an import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from desktop_app.case.model import Case
    from desktop_app.register.scan_content import Content


@dataclass(frozen=True, slots=True)
class Row:
    """A case as the list shows it. Moments are in UTC; absent answers are None.

    `step` is where the person stopped; `basket_on` when it was put into the basket. `state`,
    `status` in words and `next_day` are those of the last digest, None before the first.
    """

    id: UUID
    kind: str | None
    buyer: str | None
    item: str | None
    seller: str | None
    step: str | None
    created_on: datetime
    changed_on: datetime
    basket_on: datetime | None
    state: str | None = None
    status: str | None = None
    next_day: date | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """A kept case with what the register knows of it (as in `Row`)."""

    case: Case
    step: str | None
    created_on: datetime
    changed_on: datetime
    basket_on: datetime | None


@dataclass(frozen=True, slots=True)
class Imported:
    """The case of a file is in the register under `id`; `new`: it was not before."""

    id: UUID
    new: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """The register has another case under the `id` of the file's; nothing was changed.

    `case` and `scans` are the file's, `row` tells of the kept one. The person chooses:
    `Register.keep_both`, `Register.replace`, or neither.
    """

    id: UUID
    case: Case
    row: Row
    scans: Mapping[str, Content] = field(default_factory=dict)


def title_of(case: Case) -> dict[str, str | None]:
    """Return the answers by which a case is known in the list, by column."""
    buyer = case.buyer
    name = " ".join(filter(None, (buyer.surname, buyer.given_name, buyer.patronymic)))
    return {
        "kind": case.kind,
        "buyer": name or None,
        "item": case.purchase.item,
        "seller": case.seller.name,
    }


def written(moment: datetime) -> str:
    """Return a moment as it is stored; one without a zone is of this computer's zone."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(stored: str) -> datetime:
    """Return the moment that `written` stored."""
    return datetime.fromisoformat(stored)
