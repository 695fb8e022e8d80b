"""One answer of several, named by its words: whole, or by a beginning that only it has."""

from collections.abc import Sequence

from desktop_app.russian.reading.result import (
    BLANK,
    Read,
    Reading,
    ambiguous,
    plain,
    quoted,
    unreadable,
)


def read_choice(text: str, choices: Sequence[tuple[str, str]]) -> Reading[str]:
    """Read one of `choices` (value, words); the value itself is understood too.

    A beginning that several answers share is asked.
    """
    typed = plain(text).rstrip(".")
    if not typed:
        return BLANK
    reads = [Read(value, words) for value, words in choices]
    for read in reads:
        if typed in (plain(read.said).rstrip("."), read.value.lower()):
            return read
    begun = tuple(read for read in reads if plain(read.said).startswith(typed))
    if len(begun) == 1:
        return begun[0]
    if begun:
        return ambiguous(begun)
    listed = ", ".join(f"«{words}»" for _, words in choices)
    return unreadable(f"Такого ответа нет: {quoted(text)}. Выберите один из этих: {listed}.")
