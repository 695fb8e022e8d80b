"""The copies that are made by themselves: where they lie, how many stay, and none readable
beside a locked register."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.register.backup import Copying, copy_to
from desktop_app.register.exchange import wipe
from desktop_app.register.header import Kind, kind_of

if TYPE_CHECKING:
    from desktop_app.register.register import Register

FOLDER = "копии"
KEPT = 10
_SUFFIX = ".sqlite"
_BEFORE = "перед восстановлением"
_ASIDE = "повреждено"


@dataclass(frozen=True, slots=True)
class Renewed:
    """What became of the former copies: how many are gone, how many need the former password.

    `readable` are files beside a locked register that anybody can read.
    """

    removed: int
    older: int
    readable: tuple[Path, ...]


def folder_of(path: Path) -> Path:
    """Return the folder beside a register in which its copies lie."""
    return path.parent / FOLDER


def daily(path: Path, day: date) -> Path:
    """Return the place of the copy of a day."""
    return folder_of(path) / f"{_name(path)} {day.isoformat()}{_SUFFIX}"


def before_restoring(path: Path, now: datetime) -> Path:
    """Return a place for the copy that is made before another takes the register's place."""
    stem = f"{_name(path)} {_BEFORE} {now.strftime('%Y-%m-%d %H-%M-%S')}"
    return _free(folder_of(path), stem)


def aside(path: Path, now: datetime) -> Path:
    """Return a place beside the register for a damaged one; none is ever written over."""
    return _free(path.parent, f"{_name(path)} {_ASIDE} {now.strftime('%Y-%m-%d %H-%M-%S')}")


def copies_of(path: Path) -> tuple[Path, ...]:
    """Return the copies beside a register, the newest day first."""
    ours = re.compile(rf"{re.escape(_name(path))} (?:{_BEFORE} )?(\d{{4}}-\d\d-\d\d.*)\.sqlite")
    found = {}
    with suppress(OSError):
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
    return date.fromisoformat(found[0]), _BEFORE in copy.stem


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


def tidy(register: Register) -> int:
    """Leave the last ten days; return how many readable copies of a locked register are gone."""
    dated = re.compile(rf"{re.escape(_name(register.path))} \d{{4}}-\d\d-\d\d\.sqlite")
    days = [one for one in copies_of(register.path) if dated.fullmatch(one.name)]
    for one in days[KEPT:]:
        _remove(one)
    readable = _readable(copies_of(register.path)) if register.locked else ()
    return sum(_remove(one) for one in readable)


def renewed(register: Register, day: date) -> Renewed:
    """After the password was set, changed or removed: a copy with it, and no readable former one.

    Raises UserError where no copy could be made; then those that can be read are gone all the
    same where the register is locked now.
    """
    target = daily(register.path, day)
    try:
        copy_to(register, target, replace=True)
    finally:
        removed = tidy(register)
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


def _remove(copy: Path) -> bool:
    """Remove a copy and overwrite what it held; say whether it is gone."""
    with suppress(OSError):
        if os.name == "nt":  # There an open file keeps its name.
            copy.unlink()
            return True
        held = os.open(copy, os.O_RDWR)
        try:
            copy.unlink()
            wipe(held)
        finally:
            os.close(held)
        return True
    return False


def _name(path: Path) -> str:
    return path.stem if path.suffix == _SUFFIX else path.name


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _free(folder: Path, stem: str) -> Path:
    """Return a name that is not taken."""
    found, number = folder / f"{stem}{_SUFFIX}", 2
    while found.exists():
        found, number = folder / f"{stem} {number}{_SUFFIX}", number + 1
    return found
