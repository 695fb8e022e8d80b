"""Bringing the digests of the register up to date: the one place that knows advice and register."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from desktop_app.errors import UserError
from desktop_app.register.asked import days_in
from desktop_app.register.digests import Kept, Stale, keep, stale
from desktop_app.register.faults import DamagedError
from desktop_app.register.folding import day_word, folded
from desktop_app.register.register import Register
from desktop_app.register.salvage import mend
from desktop_app.russian.dates import long

# What a digest holds: another number, and all are made anew.
_SHAPE = 3
_UNREADABLE = Kept("draft", "не читается этой программой", None, None, (), "")


def bring_up_to_date(register: Register, today: date, most: int = 100) -> bool:
    """Make the digests that are out of date, at most `most`; say whether there may be more.

    Damaged ones are made anew. Raises UserError where the register can't be read or written.
    """
    try:
        return _brought(register, today, most)
    except DamagedError:
        if not mend(register):
            raise
    return _brought(register, today, most)


def _brought(register: Register, today: date, most: int) -> bool:
    made_by = _maker()
    found = stale(register, made_by, today, most)
    if found:
        keep(register, made_by, [(one, _digest(one, today)) for one in found])
    return len(found) == most


def _digest(one: Stale, today: date) -> Kept:
    # The interview and the law are loaded with the first digest, not with the list.
    from desktop_app.advice.digest import digest_of
    from desktop_app.register.contents import case_in

    try:
        made = digest_of(case_in(one.content), today)
    except UserError:
        return _UNREADABLE
    return Kept(
        made.status.state,
        made.status.words,
        made.status.next_day,
        today if made.daily else None,
        tuple((day.id, day.day, day.title, day.text) for day in made.days),
        _indexed(made.words, (day.day for day in made.days)),
    )


def _indexed(words: str, days: Iterable[date]) -> str:
    """Return all words of a case for the index; each day also as one word, and said in words."""
    known = sorted({*days_in(words), *days})
    return "\n".join((folded(words), *map(day_word, known), *map(long, known)))


@cache
def _maker() -> str:
    """Return what digests rest on: this program's version and the bytes of the law's files."""
    from hashlib import sha256

    from desktop_app import __version__, paths

    found = sha256()
    for file in sorted(paths.resource("law").rglob("*.toml")):
        found.update(file.read_bytes())
    return f"{__version__} {_SHAPE} {found.hexdigest()[:16]}"
