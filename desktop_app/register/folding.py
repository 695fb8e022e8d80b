"""How text is compared in a search, and how days stand among the words of a case."""

import re
from datetime import date
from typing import Any

# «54 990» is also 54990: no space stands between the figures of one number.
_GROUPED = re.compile(r"(?<![\d+])(\d{1,3}(?: \d{3})+)(?![\d-])")
_APART = re.compile(r"\d \d")
_SPACES = ("\u00a0", "\u202f", "\u2007", "\t", "\n")


def folded(text: str) -> str:
    """Return text as it is compared: small letters, «ё» as «е», plain spaces, whole numbers."""
    plain = text.casefold().replace("ё", "е")
    for space in _SPACES:
        plain = plain.replace(space, " ")
    if not _APART.search(plain):
        return plain  # Called for each case where cases are put in order by their words.
    return _GROUPED.sub(lambda number: number[1].replace(" ", ""), plain)


def folded_if_any(*texts: Any) -> Any:
    """Return `folded` text for SQLite, which hands it over alone; nothing for nothing."""
    return folded(texts[0]) if isinstance(texts[0], str) else None


def day_word(day: date) -> str:
    """Return the one word by which a day is found: d20261123."""
    return f"d{day:%Y%m%d}"
