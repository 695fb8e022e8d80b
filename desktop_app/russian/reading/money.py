"""Sums in roubles as people type them: «54990», «54.990,50», «55 тыс», «54990 руб 50 коп»."""

import re
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise, product

from desktop_app.russian.money import KOPECK, LARGEST_IN_WORDS, figures, roubles
from desktop_app.russian.reading.amount import possible_numbers
from desktop_app.russian.reading.result import (
    BLANK,
    Read,
    Reading,
    ambiguous,
    plain,
    quoted,
    unreadable,
)

_EXAMPLE = "Впишите сумму в рублях цифрами, например 54 990,50."
_LONGEST = 80
_UNITS: tuple[tuple[str, Decimal], ...] = (
    (r"млн\.?|миллион(?:а|ов)?|лям(?:а|ов)?", Decimal(1_000_000)),
    (r"тыс\.?|тысяч[аи]?|т\.? ?р\.?|т\.?|к|k", Decimal(1_000)),
    (r"₽|р\.?|руб\.?|рубл(?:ь|я|ей)|rub|rur", Decimal(1)),
    (r"к\.|коп\.?|копе(?:йка|йки|ек)", KOPECK),
)
_MILLION, _THOUSAND = _UNITS[0][1], _UNITS[1][1]
_ALL_UNITS = "|".join(f"(?P<u{n}>{pattern})" for n, (pattern, _) in enumerate(_UNITS))
_ROUBLES = r"(?:₽|р\.?|руб\.?|рубл(?:ь|я|ей)|rub|rur)(?![а-яa-z])"
_TERM = re.compile(
    rf"(?P<number>[0-9.,][0-9 .,']*?)\s*(?:{_ALL_UNITS})(?![а-яa-z])\s*(?:{_ROUBLES})?[\s,]*"
)
_WORDS_IN_BRACKETS = re.compile(r"(?<=[0-9]) *\([^()0-9]+\) *")
_SIGN_FIRST = re.compile(rf"^{_ROUBLES}\s*(?=[0-9])")
_KOPECKS_AFTER = re.compile(r"(?<=[0-9])=([0-9]{2})$")
_APOSTROPHES = str.maketrans("’ʼ`´", "'" * 4)
_LAST_NUMBER = re.compile(r"[0-9.,][0-9 .,']*")
_PRICE_TAG = re.compile(r"\s*[.,]?\s*[-=]+$")
_OTHER_CURRENCY = re.compile(r"[$€£¥₸₴]|долл|евро|тенге|\busd\b|\beur\b|\bkzt\b|юан")


def read_money(text: str) -> Reading[Decimal]:
    """Read a sum in roubles with two decimals, from 0 to 999 999 999,99.

    «1.234» is asked: one thousand or one rouble with kopecks.
    """
    typed = _without_decoration(plain(text))
    if not typed:
        return BLANK
    if _OTHER_CURRENCY.search(typed):
        return unreadable("Нужна сумма в рублях: впишите, сколько рублей было уплачено.")
    if any(sign.isdigit() and not sign.isdecimal() for sign in text):
        return unreadable(f"Не похоже на сумму: {quoted(text)}. {_EXAMPLE}")
    if typed.startswith("-"):
        return unreadable("Впишите сумму без минуса, например 54 990,50.")
    sums = _possible_sums(_PRICE_TAG.sub("", typed)) if len(typed) <= _LONGEST else ()
    fitting = [amount for amount in sums if amount <= LARGEST_IN_WORDS]
    if sums and not fitting:
        return unreadable("Сумма больше миллиарда рублей: проверьте, нет ли лишних цифр.")
    if not fitting:
        return unreadable(f"Не похоже на сумму: {quoted(text)}. {_EXAMPLE}")
    choices = tuple(Read(amount, said_money(amount)) for amount in dict.fromkeys(fitting))
    return choices[0] if len(choices) == 1 else ambiguous(choices)


def editable_money(amount: Decimal) -> str:
    """Return the sum as it stands in its field: 54 990,50. Reading it gives the same sum."""
    return figures(amount)


def said_money(amount: Decimal) -> str:
    """Return the sum said back: 54 990,50 ₽."""
    return roubles(amount)


def _without_decoration(typed: str) -> str:
    """The sum without its words in brackets and the sign before it; «=50» at its end is kopecks."""
    typed = _WORDS_IN_BRACKETS.sub(" ", typed.translate(_APOSTROPHES))
    return _KOPECKS_AFTER.sub(r",\1", _SIGN_FIRST.sub("", typed.strip()))


def _possible_sums(typed: str) -> tuple[Decimal, ...]:
    """Return the sums that the terms («1 млн 200 тыс», «54 990 руб. 50 коп.») may come to."""
    terms = _terms(typed)
    units = [unit for _, unit in terms]
    if not terms or any(larger <= smaller for larger, smaller in pairwise(units)):
        return ()
    alone = len(terms) == 1
    values = [_values(number, unit, alone) for number, unit in terms]
    if len(terms) > 1 and typed.rstrip(" .,")[-1].isdecimal():
        values[-1] = _without_unit(len(terms[-1][0].strip(" .,'")), values[-1], units[-2])
    sums = (sum(choice, Decimal(0)) for choice in product(*values))
    return tuple(s.quantize(KOPECK, ROUND_HALF_UP) for s in sums)


def _without_unit(length: int, values: tuple[Decimal, ...], before: Decimal) -> tuple[Decimal, ...]:
    """Return what a last number without a unit may be worth after the unit `before`.

    «1 млн 200» is more often 1 200 000 than 1 000 200, «2 млн 5» may be two and a half, «12к5» is
    12 500 or 12 005, «1500 р 5» has five kopecks or fifty: all are offered.
    """
    if before == _MILLION:
        thousands = tuple(v * 1000 for v in values)
        parts = tuple(v * {1: 100_000, 2: 10_000}.get(length, 1000) for v in values)
        first = parts + thousands if length == 1 else thousands + parts
        return (*(v for v in first if v < _MILLION), *values)
    if length == 1:
        return (*(v * (100 if before == _THOUSAND else 10) for v in values), *values)
    return values


def _terms(typed: str) -> list[tuple[str, Decimal]]:
    """Split into numbers with their units; none if words remain.

    A last number without a unit is roubles, after roubles kopecks.
    """
    terms, at = [], 0
    while match := _TERM.match(typed, at):
        index = next(n for n in range(len(_UNITS)) if match[f"u{n}"])
        terms.append((match["number"], _UNITS[index][1]))
        at = match.end()
    rest = typed[at:].strip()
    if rest and not _LAST_NUMBER.fullmatch(rest):
        return []
    if rest:
        after_roubles = bool(terms) and terms[-1][1] == 1
        terms.append((rest, KOPECK if after_roubles else Decimal(1)))
    return terms


def _values(number: str, unit: Decimal, alone: bool) -> tuple[Decimal, ...]:
    """Return what a term may be worth.

    Beside other terms roubles and kopecks are whole. A part of a kopeck is given only where
    the number may be read otherwise: it was not meant then, but the person is shown both.
    """
    values = possible_numbers(number)
    if unit == KOPECK or (unit == 1 and not alone):
        values = tuple(v for v in values if v == int(v))
    if unit == KOPECK:
        values = tuple(v for v in values if alone or v < 100)
    amounts = tuple(v * unit for v in values)
    return tuple(a for a in amounts if len(amounts) > 1 or a == a.quantize(KOPECK, ROUND_HALF_UP))
