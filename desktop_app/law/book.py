"""The law as one value: its numbers by day, the List of goods, the working calendar."""

from dataclasses import dataclass
from functools import cache

from desktop_app.law.calendar import Calendar, load_calendar
from desktop_app.law.goods import Goods, load_goods
from desktop_app.law.parameters import Law
from desktop_app.law.reader import load_law


@dataclass(frozen=True, slots=True)
class LawBook:
    """Everything that the rules read of the law."""

    law: Law
    goods: Goods
    calendar: Calendar


@cache
def load_law_book() -> LawBook:
    """Return the shipped law, read once.

    Raises LawFileError when a shipped file is broken.
    """
    return LawBook(law=load_law(), goods=load_goods(), calendar=load_calendar())
