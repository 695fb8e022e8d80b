"""What is wanted in place of the bad goods, as the case tells it."""

from decimal import Decimal

from desktop_app.case.model import Case

# Of the List in ПП РФ от 31.12.2020 № 2463 the contract's categories show only these.
_NOTHING_MEANWHILE = ("cars", "boats", "snowmobiles")
WORTH_TELLING = Decimal(100)
"""A difference of prices below this many roubles is none to speak of."""


def wants_other(case: Case) -> bool:
    """Whether another model is wanted; not told: the same."""
    replacement = case.demands.replacement
    return replacement is not None and replacement.same is False


def meanwhile(case: Case) -> bool:
    """Whether goods for the time of waiting are demanded (п. 1 ст. 21); not told: yes."""
    replacement = case.demands.replacement
    refused = replacement is not None and replacement.meanwhile is False
    return not refused and may_have_meanwhile(case)


def may_have_meanwhile(case: Case) -> bool:
    """Whether the law gives goods for the time of waiting in place of these."""
    return case.purchase.category not in _NOTHING_MEANWHILE


def difference(case: Case) -> Decimal | None:
    """Return the price of the other goods less that of the contract; None where one is not told.

    It only shows the way: the law recalculates by the prices of the day of replacement
    (п. 2 ст. 24), which nobody knows yet.
    """
    replacement, price = case.demands.replacement, case.purchase.price
    if not wants_other(case) or replacement is None or replacement.price is None or price is None:
        return None
    return replacement.price - price
