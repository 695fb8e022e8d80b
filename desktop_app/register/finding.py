"""Finding cases: by words anywhere in them, in an order, a page at a time; and what is due.

In what a case is known by (buyer, goods, shop, status) also the middle of a word is found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from desktop_app.register.asked import terms
from desktop_app.register.faults import understood
from desktop_app.register.register import Register
from desktop_app.register.rows import Row
from desktop_app.register.statements import COLUMNS, LINES, row_of

if TYPE_CHECKING:
    from apsw import SQLiteValue

Order = Literal["changed", "buyer", "item", "seller", "status", "next_day"]
_KNOWN_BY = """
    folded(coalesce(buyer, '') || ' ' || coalesce(item, '') || ' ' || coalesce(seller, '')
        || ' ' || coalesce(status, '')
        || CASE WHEN (buyer, item, seller) = (:buyer, :item, :seller) THEN ' пример' ELSE '' END)"""
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
    where, bindings = _where(query)
    order = "basket_on DESC, number DESC" if query.basket else _ORDERS[query.order]
    statement = (
        f"SELECT {COLUMNS} FROM {LINES} WHERE {where} ORDER BY {order} LIMIT :most OFFSET :start"
    )
    rows = register.select(statement, bindings | {"most": most, "start": start})
    with understood(register.path):
        return tuple(row_of(found) for found in rows)


def count(register: Register, query: Query) -> int:
    """Return how many cases the query finds."""
    where, bindings = _where(query)
    return int(register.select(f"SELECT count(*) FROM {LINES} WHERE {where}", bindings)[0][0])


def due(register: Register, first: date, last: date) -> tuple[Due, ...]:
    """Return the days from `first` to `last` of the cases that are not in the basket, in order."""
    statement = (
        f"SELECT {COLUMNS}, day, title, text FROM {LINES}"
        " JOIN (SELECT number, day, title, text FROM days WHERE day BETWEEN ? AND ?)"
        " USING (number) WHERE basket_on IS NULL ORDER BY day, changed_on DESC, number DESC"
    )
    rows = register.select(statement, (first.isoformat(), last.isoformat()))
    with understood(register.path):
        return tuple(
            Due(row_of(tuple(row)), date.fromisoformat(day), title, text)
            for *row, day, title, text in rows
        )


def days_of(register: Register, case_id: UUID) -> tuple[Due, ...]:
    """Return the days of one case in order; none of a closed one. Raises GoneError."""
    row = register.row(case_id)
    found = register.select(
        "SELECT day, title, text FROM days WHERE number = (SELECT number FROM cases WHERE id = ?)"
        " ORDER BY day",
        (str(case_id),),
    )
    with understood(register.path):
        return tuple(Due(row, date.fromisoformat(day), title, text) for day, title, text in found)


def _where(query: Query) -> tuple[str, dict[str, SQLiteValue]]:
    parts = [f"basket_on IS {'NOT ' if query.basket else ''}NULL"]
    bindings: dict[str, SQLiteValue] = {}
    if query.state:
        parts.append("state = :state")
        bindings["state"] = query.state
    if query.text.strip():
        bindings |= dict(zip(("buyer", "item", "seller"), query.example, strict=True))
        asked = terms(query.text)
        for number, term in enumerate(asked):
            bindings |= {f"w{number}": term.match, f"m{number}": term.within}
            parts.append(
                "(number IN (SELECT rowid FROM words WHERE words MATCH"
                f" :w{number}) OR instr({_KNOWN_BY}, :m{number}))"
            )
        if not asked:
            parts.append("0")  # Signs alone are in no case.
    return " AND ".join(parts), bindings
