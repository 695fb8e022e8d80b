"""A number as typed, with points, commas and spaces: every value that it may stand for.

A point and a comma may both set thousands apart or begin the decimals. Where only one of them
stands before exactly three figures, both are possible and both are given.
"""

import re
from decimal import Decimal
from itertools import pairwise

_NUMBER = re.compile(r"[0-9][0-9 .,']*|[.,][0-9]+")
_GROUP = 3
# So many figures, times a million, are still exact decimals; no sum has more.
_LONGEST = 20


def possible_numbers(typed: str) -> tuple[Decimal, ...]:
    """Return the values of a number without a sign, the likeliest first; none if it is none."""
    number = typed.strip().rstrip(".,")
    if len(number) > _LONGEST or not _NUMBER.fullmatch(number):
        return ()
    signs = {sign for sign in ".," if sign in number}
    if not signs:
        return _spaced(number)
    last = max(number.rfind("."), number.rfind(","))
    whole, decimals = number[:last], number[last + 1 :]
    if not decimals.isdecimal():
        return ()
    readings = []
    thousands = _joined(number)
    if len(signs) == 1 and len(decimals) == _GROUP and thousands and not whole.startswith("0"):
        readings.append(Decimal(thousands))
    before = _joined(whole or "0")
    if before and number[last] not in whole:
        readings.append(Decimal(f"{before}.{decimals}"))
    return tuple(readings)


def _joined(number: str) -> str | None:
    """Return the figures without the signs between thousands; None if one stands elsewhere."""
    groups = re.split("[ .,']", number)
    if len({sign for sign in number if not sign.isdecimal()}) > 1:
        return None
    if len(groups) > 1 and not (1 <= len(groups[0]) <= _GROUP):
        return None
    return "".join(groups) if all(len(group) == _GROUP for group in groups[1:]) else None


def _spaced(number: str) -> tuple[Decimal, ...]:
    """Return the value of figures with spaces; of «54990 50» also that with kopecks after it."""
    joined = _joined(number)
    if joined is not None:
        return (Decimal(joined),)
    groups = number.replace("'", " ").split()
    together = Decimal("".join(groups))
    if all(len(one) == len(other) == 1 for one, other in pairwise(groups)):
        return (together,)
    before = _joined(" ".join(groups[:-1]))
    if len(groups[-1]) == 2 and before is not None:
        return Decimal(f"{before}.{groups[-1]}"), together
    # «1000 2000», a telephone number, a date: two numbers are no sum.
    return ()
