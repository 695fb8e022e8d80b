"""Small pieces that several blocks of the letter use."""

from datetime import date
from decimal import Decimal

from desktop_app.letter.engine.marks import Phrase, Text
from desktop_app.letter.matter import Matter
from desktop_app.russian.dates import full, short
from desktop_app.russian.money import LARGEST_IN_WORDS, in_words, rub
from desktop_app.russian.numbers import in_year

_ENDINGS = (".", "!", "?", "…")


def day(value: date | None, path: str) -> Text | None:
    """Return «14 декабря 2025 года»."""
    return Text(full(value).replace(" ", "\u00a0"), path) if value else None


def short_day(value: date | None, path: str) -> Text | None:
    """Return «14.12.2025»."""
    return Text(short(value), path) if value else None


def money(value: Decimal | None, path: str) -> Text | None:
    """Return «44 091,00 руб.»."""
    return None if value is None else Text(rub(value), path)


def words(value: Decimal | None, path: str | None = None) -> Text | None:
    """Return the sum in words; None also beyond what a sum of the contract can be."""
    if value is None or value > LARGEST_IN_WORDS:
        return None
    return Text(_kopecks_kept(in_words(value)), path)


def _kopecks_kept(words: str) -> str:
    """Keep «рублей 00 копеек» on one line."""
    *first, roubles, kopecks, unit = words.split(" ")
    return " ".join([*first, "\u00a0".join([roubles, kopecks, unit])])


def year_in_words(number: int) -> str:
    """Return «в 1-м году», which no line end breaks."""
    return f"{in_year(number)}\u00a0году".replace(" ", "\u00a0").replace("-", "\u2011")


def loan_costs(interest: Decimal | None, other: Decimal | None) -> Phrase:
    """Return «проценты — 4 520,15 руб. и иные платежи — 300,00 руб.», what there is of it."""
    named = (
        ("проценты\u00a0— ", interest, "payment.loan.interest_paid"),
        ("иные платежи\u00a0— ", other, "payment.loan.other_payments"),
    )
    parts = [Phrase([name, Text(rub(sum_), path)]) for name, sum_, path in named if sum_]
    return Phrase([parts[0], " и ", parts[1]]) if len(parts) == 2 else Phrase(parts)


def sentence_end(text: str | None) -> str:
    """Return the full stop that typed text still needs at the end of a sentence."""
    return "" if text and text.rstrip().rstrip('»"”)').endswith(_ENDINGS) else "."


def in_brackets(matter: Matter, path: str) -> Phrase | None:
    """Return « (приложение № 3)» with its leading space, None where there is no annex."""
    annex = matter.annex(path)
    return Phrase([" (", annex, ")"]) if annex else None
