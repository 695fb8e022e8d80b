"""The copies that are made by themselves: where they lie, how many stay, and none readable
beside a locked register."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.register.backup import Copying, copy_to
from desktop_app.register.header import Kind, kind_of
from desktop_app.register.places import (
    BEFORE,
    FOLDER,
    aside,
    before_restoring,
    copy_names,
    daily,
    daily_names,
    folder_of,
)
from desktop_app.register.wiping import remove_wiped

if TYPE_CHECKING:
    from desktop_app.register.register import Register

__all__ = ["FOLDER", "KEPT", "aside", "before_restoring", "daily", "folder_of"]

KEPT = 10


@dataclass(frozen=True, slots=True)
class Renewed:
    """What became of the former copies: how many are gone, how many need the former password.

    `readable` are files beside a locked register that anybody can read.
    """

    removed: int
    older: int
    readable: tuple[Path, ...]


def copies_of(path: Path) -> tuple[Path, ...]:
    """Return the copies beside a register, the newest day first."""
    found = {}
    with suppress(OSError):
        ours = copy_names(path)
        for one in folder_of(path).iterdir():
            matched = ours.fullmatch(one.name)
            if matched and one.is_file() and _is_day(matched[1][:10]):
                found[one] = matched[1]
    return tuple(sorted(found, key=found.__getitem__, reverse=True))


def made_on(copy: Path) -> tuple[date, bool]:
    """Return the day of a copy of `copies_of`, and whether it was made before restoring."""
    found = re.search(r"\d{4}-\d\d-\d\d", copy.stem)
    if found is None:
        raise ValueError(copy.name)
    return date.fromisoformat(found[0]), BEFORE in copy.stem


def is_due(register: Register, day: date) -> bool:
    """Whether the copy of this day is still to be made; a register without cases needs none."""
    target = daily(register.path, day)
    wanted = Kind.locked if register.locked else Kind.readable
    with suppress(OSError):
        if target.exists() and kind_of(target) is wanted:
            return False
    return bool(register.select("SELECT 1 FROM cases LIMIT 1"))


def begin_daily(register: Register, day: date) -> Copying:
    """Begin the copy of this day; `tidy` is for its end."""
    return Copying(register, daily(register.path, day), replace=True)


def tidy(register: Register, made: date | None = None) -> int:
    """Leave the last ten days; return how many readable copies of a locked register are gone.

    `made` is the day of the copy that was just made, which always stays. Copies of later days
    come from a clock that was wrong then or is now: they are taken for the oldest.
    """
    dated = daily_names(register.path)
    days = {one: day[1] for one in copies_of(register.path) if (day := dated.fullmatch(one.name))}
    today = made.isoformat() if made else days[max(days, key=_written_on)] if days else ""
    last = sorted(days, key=lambda one: (days[one] <= today, days[one]), reverse=True)
    for one in last[KEPT:]:
        remove_wiped(one)
    readable = _readable(copies_of(register.path)) if register.locked else ()
    return sum(remove_wiped(one) for one in readable)


def renewed(register: Register, day: date) -> Renewed:
    """After the password was set, changed or removed: a copy with it, and no readable former one.

    Raises UserError where no copy could be made; then those that can be read are gone all the
    same where the register is locked now.
    """
    target = daily(register.path, day)
    try:
        copy_to(register, target, replace=True)
    finally:
        removed = tidy(register, day)
    older = sum(_is_locked(one) for one in copies_of(register.path) if one != target)
    return Renewed(removed, older, _readable(_beside(register.path)) if register.locked else ())


def _beside(path: Path) -> tuple[Path, ...]:
    """Return the files in the register's own folder that may hold its answers."""
    with suppress(OSError):
        found = (one for one in path.parent.iterdir() if one != path and one.is_file())
        return (*found, *copies_of(path))
    return ()


def _readable(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    found = []
    for one in paths:
        with suppress(OSError):
            if kind_of(one) is Kind.readable:
                found.append(one)
    return tuple(sorted(found))


def _is_locked(copy: Path) -> bool:
    with suppress(OSError):
        return kind_of(copy) is Kind.locked
    return False


def _written_on(copy: Path) -> tuple[int, str]:
    with suppress(OSError):
        return copy.stat().st_mtime_ns, copy.name
    return 0, copy.name


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False
