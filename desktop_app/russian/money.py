"""Sums of money and rates as a letter prints them. Sums are exact decimals, in roubles."""

from decimal import ROUND_HALF_UP, Decimal

from desktop_app.russian.numbers import NBSP, grouped, plural, whole_in_words

KOPECK = Decimal("0.01")
ZERO = Decimal("0.00")
LARGEST_IN_WORDS = Decimal("999999999.99")


def figures(amount: Decimal) -> str:
    """A sum with kopecks and grouped thousands: 44 091,00. Half a kopeck goes up.

    Raises ValueError for an infinite sum or one that is not a number.
    """
    whole, kopecks, sign = _split(amount)
    return f"{sign}{grouped(whole)},{kopecks:02d}"


def roubles(amount: Decimal) -> str:
    """A sum with the rouble sign: 44 091,00 ₽."""
    return f"{figures(amount)}{NBSP}₽"


def roubles_short(amount: Decimal) -> str:
    """A sum with the rouble sign, kopecks only where there are any: 44 091 ₽."""
    whole, kopecks, sign = _split(amount)
    return roubles(amount) if kopecks else f"{sign}{grouped(whole)}{NBSP}₽"


def rub(amount: Decimal) -> str:
    """A sum as tables and forms want it: 44 091,00 руб."""
    return f"{figures(amount)}{NBSP}руб."


def in_words(amount: Decimal) -> str:
    """A sum in words, kopecks in two figures: «Сорок четыре тысячи девяносто один рубль 00 копеек».

    Spaces are ordinary, so that a long sum breaks where it needs to.
    Raises ValueError below zero and above 999 999 999,99: no claim of a consumer goes there.
    """
    whole, kopecks, sign = _split(amount)
    if sign or whole + kopecks * KOPECK > LARGEST_IN_WORDS:
        raise ValueError(f"a sum in words lies between 0 and {LARGEST_IN_WORDS}: {amount}")
    words = whole_in_words(whole)
    rouble = plural(whole, "рубль", "рубля", "рублей")
    kopeck = plural(kopecks, "копейка", "копейки", "копеек")
    return f"{words[0].upper()}{words[1:]} {rouble} {kopecks:02d} {kopeck}"


def percent(rate: Decimal) -> str:
    """A rate in per cent, as few decimals as it has: 19,9 %."""
    return f"{rate.normalize():f}".replace(".", ",") + f"{NBSP}%"


def _split(amount: Decimal) -> tuple[int, int, str]:
    """Whole roubles, kopecks and the sign of a sum."""
    if not amount.is_finite():
        raise ValueError(f"not a sum: {amount}")
    total = int(amount.quantize(KOPECK, ROUND_HALF_UP).scaleb(2))
    whole, kopecks = divmod(abs(total), 100)
    return whole, kopecks, "-" if total < 0 else ""
