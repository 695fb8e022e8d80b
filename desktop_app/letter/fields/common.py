"""Small pieces that several blocks of the letter use."""

from datetime import date
from decimal import Decimal

from desktop_app.letter.marks import Phrase, Text
from desktop_app.letter.matter import Matter
from desktop_app.russian.dates import full, short
from desktop_app.russian.money import in_words, rub

_ENDINGS = (".", "!", "?", "…")


def day(value: date | None, path: str) -> Text | None:
    """Return «14 декабря 2025 года»."""
    return Text(full(value), path) if value else None


def short_day(value: date | None, path: str) -> Text | None:
    """Return «14.12.2025»."""
    return Text(short(value), path) if value else None


def money(value: Decimal | None, path: str) -> Text | None:
    """Return «44 091,00 руб.»."""
    return None if value is None else Text(rub(value), path)


def words(value: Decimal | None, path: str) -> Text | None:
    """Return the sum in words; None also for nothing at all."""
    return None if value is None else Text(in_words(value), path)


def sentence_end(text: str | None) -> str:
    """Return the full stop that typed text still needs at the end of a sentence."""
    return "" if text and text.rstrip().rstrip('»"”)').endswith(_ENDINGS) else "."


def in_brackets(matter: Matter, path: str) -> Phrase | None:
    """Return « (приложение № 3)» with its leading space, None where there is no annex."""
    annex = matter.annex(path)
    return Phrase([" (", annex, ")"]) if annex else None
