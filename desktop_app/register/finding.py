"""Finding cases: by words anywhere in them, in an order, a page at a time; and what is due.

In what a case is known by (buyer, goods, shop, status) also the middle of a word is found.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal, TypeVar
from uuid import UUID

from desktop_app.register.faults import DamagedError
from desktop_app.register.register import Register
from desktop_app.register.rows import Row
from desktop_app.register.statements import COLUMNS, LINES, row_of

if TYPE_CHECKING:
    from apsw import SQLiteValue

T = TypeVar("T")
Order = Literal["changed", "buyer", "item", "seller", "status", "next_day"]
# Folded anew only where the digest is not of now: that is a call for each case.
_KNOWN_BY = """
    (CASE made_of WHEN changed_on THEN known_by
        ELSE folded(concat_ws(' ', buyer, item, seller, status)) END
    || CASE (buyer, item, seller) WHEN (:buyer, :item, :seller) THEN ' пример' ELSE '' END)"""
_STATES = ("overdue", "refused", "paid_late", "handed_over", "sent", "ready", "draft", "closed")
_RANKS = " ".join(f"WHEN '{state}' THEN {rank}" for rank, state in enumerate(_STATES))
_NEWEST = "changed_on DESC, number DESC"
_ORDERS: dict[Order, str] = {
    "changed": _NEWEST,
    "buyer": f"buyer IS NULL, folded(buyer), {_NEWEST}",
    "item": f"item IS NULL, folded(item), {_NEWEST}",
    "seller": f"seller IS NULL, folded(seller), {_NEWEST}",
    "status": f"CASE state {_RANKS} ELSE 9 END, next_day IS NULL, next_day, {_NEWEST}",
    "next_day": f"next_day IS NULL, next_day, {_NEWEST}",
}
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: words, an order, whether in the basket, a state (as in a digest).

    `example` is the buyer, the goods and the shop of the example, which is also found as one.
    """

    text: str = ""
    order: Order = "changed"
    basket: bool = False
    state: str = ""
    example: tuple[str, str, str] = ("", "", "")


@dataclass(frozen=True, slots=True)
class Due:
    """A day of a case: whose it is, the day, what it is, what to do."""

    row: Row
    day: date
    title: str
    text: str


def page(register: Register, query: Query, start: int = 0, most: int = -1) -> tuple[Row, ...]:
    """Return rows of the list from the place `start`, at most `most` (-1: all)."""
    order = "basket_on DESC, number DESC" if query.basket else _ORDERS[query.order]
    statement = (
        f"SELECT {COLUMNS} FROM {LINES} WHERE {{}} ORDER BY {order} LIMIT :most OFFSET :start"
    )
    return _asked(register, query, statement, {"most": most, "start": start}, row_of)


def count(register: Register, query: Query) -> int:
    """Return how many cases the query finds."""
    statement = f"SELECT count(*) FROM {LINES} WHERE {{}}"
    return _asked(register, query, statement, {}, lambda found: int(found[0]))[0]


def beginning(register: Register, typed: str) -> tuple[UUID, ...]:
    """Return the ids, from the basket too, that begin so."""
    # The index alone is read, not the cases: a damaged one among them is not in the way.
    statement = f"SELECT id FROM {LINES} WHERE id >= ? AND id < ?"
    return register.found(statement, (typed, typed + "\U0010ffff"), lambda row: UUID(row[0]))


def due(register: Register, first: date, last: date) -> tuple[Due, ...]:
    """Return the days from `first` to `last` of the cases that are not in the basket, in order."""
    statement = (
        f"SELECT {COLUMNS}, day, title, text FROM {LINES}"
        " JOIN (SELECT number, day, title, text FROM days WHERE day BETWEEN ? AND ?)"
        " USING (number) WHERE basket_on IS NULL ORDER BY day, changed_on DESC, number DESC"
    )
    between = (first.isoformat(), last.isoformat())
    return register.found(statement, between, lambda one: _due(row_of(one[:-3]), *one[-3:]))


def days_of(register: Register, case_id: UUID) -> tuple[Due, ...]:
    """Return the days of one case in order; none of a closed one. Raises GoneError."""
    row = register.row(case_id)
    statement = (
        f"SELECT day, title, text FROM {LINES} JOIN (SELECT number, day, title, text FROM days)"
        " USING (number) WHERE id = ? ORDER BY day"
    )
    return register.found(statement, (str(case_id),), lambda one: _due(row, *one))


def _due(row: Row, day: str, title: str, text: str) -> Due:
    return Due(row, date.fromisoformat(day), title, text)


def _asked(
    register: Register,
    query: Query,
    statement: str,
    bindings: dict[str, SQLiteValue],
    made: Callable[[tuple[Any, ...]], T],
) -> tuple[T, ...]:
    where, asked = _where(query)
    try:
        return register.found(statement.format(where), bindings | asked, made)
    except DamagedError:
        if not query.text.strip():
            raise
    # The words of the cases can't be read: what each is known by can.
    where, asked = _where(query, by_words=False)
    return register.found(statement.format(where), bindings | asked, made)


def _where(query: Query, by_words: bool = True) -> tuple[str, dict[str, SQLiteValue]]:
    parts = [f"basket_on IS {'NOT ' if query.basket else ''}NULL"]
    bindings: dict[str, SQLiteValue] = {}
    if query.state:
        parts.append("state = :state")
        bindings["state"] = query.state
    if query.text.strip():
        bindings |= dict(zip(("buyer", "item", "seller"), query.example, strict=True))
        from desktop_app.register.asked import terms

        asked = terms(query.text)
        for number, term in enumerate(asked):
            bindings |= {f"w{number}": term.match, f"m{number}": term.within}
            in_words = f"number IN (SELECT rowid FROM words WHERE words MATCH :w{number})"
            parts.append(
                f"({in_words if by_words else f':w{number} IS NULL'}"
                f" OR instr({_KNOWN_BY}, :m{number}))"
            )
        if not asked:
            parts.append("0")  # Signs alone are in no case.
    return " AND ".join(parts), bindings
