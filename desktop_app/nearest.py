"""The known word that a mistyped one was probably meant to be."""

import difflib
from collections.abc import Iterable

_LEAST_ALIKE = 0.5


def nearest(word: str, known: Iterable[str], alike: float = _LEAST_ALIKE) -> str | None:
    """Return the known word most like `word`, whatever the case of its letters; None if none is.

    `alike` is the least measure, from 0 to 1, at which two words are taken for alike.
    """
    by_letters = {one.casefold(): one for one in known}
    found = difflib.get_close_matches(word.casefold(), list(by_letters), n=1, cutoff=alike)
    return by_letters[found[0]] if found else None


def perhaps(guess: str) -> str:
    """Return the sentence that offers a guess."""
    return f"Возможно, вы имели в виду «{guess}»."
