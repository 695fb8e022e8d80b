"""The law as one value: its numbers by day, the List of goods, the working calendar."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from desktop_app.law.calendar import Calendar, load_calendar
from desktop_app.law.goods import Goods, load_goods
from desktop_app.law.parameters import Law
from desktop_app.law.reader import load_law
from desktop_app.law.toml_file import LawFileError

# What the rules ask for by name, with the unit they count in and the most it can sensibly be.
NEEDED = {
    "complex_goods_free_refund_days": ("calendar_days", 366),
    "unusable_days_threshold": ("calendar_days", 366),
    "unusable_repairs_at_least": ("count", 366),
    "unusable_defects_at_least": ("count", 366),
    "repair_max_days": ("calendar_days", 366),
    "claim_without_warranty_years": ("years", 50),
    "limitation_years": ("years", 50),
    "refund_answer_days": ("calendar_days", 366),
    "replacement_days": ("calendar_days", 366),
    "replacement_with_check_days": ("calendar_days", 366),
    "replacement_not_in_stock_months": ("months", 12),
    "penalty_percent_per_day": ("percent_per_day", 100),
    "penalty_cap": ("text", None),
}


@dataclass(frozen=True, slots=True)
class LawBook:
    """Everything that the rules read of the law."""

    law: Law
    goods: Goods
    calendar: Calendar


@cache
def load_law_book() -> LawBook:
    """Return the shipped law, read once.

    Raises LawFileError when a shipped file is broken or lacks what the rules need.
    """
    return law_book(load_law(), load_goods(), load_calendar())


def law_book(law: Law, goods: Goods, calendar: Calendar) -> LawBook:
    """Return the three as one; LawFileError when they lack what the rules need."""
    for name, (unit, most) in NEEDED.items():
        _check(law, name, unit, most)
    if not calendar.knows(2026):
        raise LawFileError("calendar/ru.toml", "2026", "в календаре нет рабочих дней этого года")
    return LawBook(law=law, goods=goods, calendar=calendar)


def _check(law: Law, name: str, unit: str, most: int | None) -> None:
    values = [value for value in law.all() if value.name == name]
    if not values:
        raise LawFileError("law/ru", name, "этого значения нет, а без него закон не применить")
    for value in values:
        if value.unit != unit:
            raise LawFileError("law/ru", name, f"ожидается единица «{unit}»")
        number = value.value
        if most is not None and not (isinstance(number, int | Decimal) and 0 < number <= most):
            raise LawFileError("law/ru", name, f"ожидается число больше 0 и не больше {most}")
