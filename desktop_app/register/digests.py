"""What follows from a case and is kept beside it: its status, its days, its words for the search.

The register does not work it out, it only knows which of it is out of date.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.register.register import Register

_STALE = """
    SELECT number, changed_on, content FROM cases LEFT JOIN digests USING (number)
    WHERE made_of IS NULL OR made_of <> changed_on OR made_by <> :made_by OR as_of <> :as_of
    ORDER BY changed_on DESC LIMIT :most"""
_KEEP = """
    INSERT OR REPLACE INTO digests
        (number, made_of, made_by, as_of, state, status, next_day, known_by)
    SELECT number, changed_on, :made_by, :as_of, :state, :status, :next_day,
        folded(concat_ws(' ', buyer, item, seller, :status))
    FROM cases WHERE number = :number AND changed_on = :changed_on"""


@dataclass(frozen=True, slots=True)
class Stale:
    """A case whose digest is out of date: its place, since when it is so, what it holds."""

    number: int
    changed_on: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """A digest as it is kept. `as_of` is None where it is the same on every day.

    `days` are those of a calendar: id, day, title, text.
    """

    state: str
    status: str
    next_day: date | None
    as_of: date | None
    days: tuple[tuple[str, date, str, str], ...]
    words: str


def stale(register: Register, made_by: str, today: date, most: int) -> tuple[Stale, ...]:
    """Return cases whose digest is absent or out of date, the newest first, at most `most`.

    `made_by` names the program and the law that the digests rest on: others are out of date.
    """
    bindings = {"made_by": made_by, "as_of": today.isoformat(), "most": most}
    found = register.select(_STALE, bindings)
    return tuple(Stale(number, at, str(content).encode()) for number, at, content in found)


def keep(register: Register, made_by: str, digests: Iterable[tuple[Stale, Kept]]) -> None:
    """Keep digests, all in one transaction; of a case that has changed since, nothing."""
    with register.transaction():
        for of, made in digests:
            _keep(register, made_by, of, made)


def _keep(register: Register, made_by: str, of: Stale, made: Kept) -> None:
    bindings = {
        "number": of.number,
        "changed_on": of.changed_on,
        "made_by": made_by,
        "as_of": made.as_of and made.as_of.isoformat(),
        "state": made.state,
        "status": made.status,
        "next_day": made.next_day and made.next_day.isoformat(),
    }
    if not register.write(_KEEP, bindings):
        return
    register.write("DELETE FROM days WHERE number = ?", (of.number,))
    for name, day, title, text in made.days:
        row = (of.number, name, day.isoformat(), title, text)
        register.write(
            "INSERT INTO days (number, id, day, title, text) VALUES (?, ?, ?, ?, ?)", row
        )
    register.write(
        "INSERT OR REPLACE INTO words (rowid, text) VALUES (?, ?)", (of.number, made.words)
    )
