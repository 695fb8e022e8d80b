"""Names of months as people write and misspell them."""

from difflib import get_close_matches

from desktop_app.russian.dates import MONTHS_GENITIVE

_NOMINATIVE = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
_NAMES = {name: n for names in (MONTHS_GENITIVE, _NOMINATIVE) for n, name in enumerate(names, 1)}
_SHORTEST = 3
_LIKENESS = 0.8


def month_number(word: str) -> int | None:
    """Return 1 to 12 for a name of a month in lower case, shortened or slightly misspelt.

    None for any other word, for a beginning that several months share, and for a slip of one
    letter that may be meant for two: «маря» is near «мая» and «март».
    """
    if len(word) < _SHORTEST:
        return None
    begun = {n for name, n in _NAMES.items() if name.startswith(word)}
    if len(begun) == 1:
        return begun.pop()
    near = {_NAMES[name] for name in get_close_matches(word, _NAMES, cutoff=_LIKENESS)}
    slips = {n for name, n in _NAMES.items() if _one_letter_differs(word, name)}
    return near.pop() if len(near) == 1 and slips <= near else None


def _one_letter_differs(word: str, name: str) -> bool:
    """True if another letter makes the difference; one too many or too few is near enough."""
    letters = zip(word, name, strict=False)
    return len(word) == len(name) and sum(one != other for one, other in letters) == 1
