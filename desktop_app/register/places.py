"""Where a register lies, and the names of what belongs to it: copies, drafts, what is set aside."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from desktop_app.register.file_names import compared
from desktop_app.register.header import is_unfinished, journal_of

FOLDER = "копии"
SUFFIX = ".sqlite"
BEFORE = "перед восстановлением"
_ASIDE = "повреждено"
_LONE = "журнал без хранилища"
# Disks take 255 bytes or signs. What is added to a copy's name takes less than the difference to
# a draft's, and what is added to a draft's (dot, number, «.tmp-journal») less than the rest.
_LONGEST, _LONGEST_DRAFTED = 128, 200
_TOLD_APART = 8


def real_place(path: Path) -> Path:
    """Return the file that a link leads to: locks, journals and copies belong beside that one.

    Only the file's own link is followed: the folder stays as it was named. Raises OSError.
    """
    path = path.absolute()
    try:
        return path.resolve() if path.is_symlink() else path
    except RuntimeError as error:  # Before Python 3.13, for links in a ring.
        raise OSError(str(error)) from error


def name_of(path: Path) -> str:
    """Return how the copies of a register begin, another beginning for each name of a file."""
    name = real_place(path).name
    stem = name.removesuffix(SUFFIX)
    if stem and stem != name and len(_bytes(stem)) <= _LONGEST:
        return stem
    return _shortened(name, _LONGEST)


def drafted(name: str) -> str:
    """Return the part of a draft's name that tells of which file it is."""
    return name if len(_bytes(name)) <= _LONGEST_DRAFTED else _shortened(name, _LONGEST_DRAFTED)


def folder_of(path: Path) -> Path:
    """Return the folder beside a register in which its copies lie."""
    return real_place(path).parent / FOLDER


def daily(path: Path, day: date) -> Path:
    """Return the place of the copy of a day."""
    return folder_of(path) / f"{name_of(path)} {day.isoformat()}{SUFFIX}"


def before_restoring(path: Path, now: datetime) -> Path:
    """Return a place for the copy that is made before another takes the register's place."""
    return _free(folder_of(path), f"{name_of(path)} {BEFORE} {_at(now)}")


def aside(path: Path, now: datetime) -> Path:
    """Return a place beside the register for a damaged one; none is ever written over."""
    return _free(real_place(path).parent, f"{name_of(path)} {_ASIDE} {_at(now)}")


def copy_names(path: Path) -> re.Pattern[str]:
    """Return what the names of a register's copies match; the first group begins with a day."""
    return re.compile(
        rf"{re.escape(name_of(path))} (?:{BEFORE} )?(\d{{4}}-\d\d-\d\d.*){re.escape(SUFFIX)}"
    )


def daily_names(path: Path) -> re.Pattern[str]:
    """Return what the names of the copies of a day match; the first group is the day."""
    return re.compile(rf"{re.escape(name_of(path))} (\d{{4}}-\d\d-\d\d){re.escape(SUFFIX)}")


def has_copies(path: Path) -> bool:
    """Whether a register has copies that were made by themselves."""
    names, folder = daily_names(path), folder_of(path)
    return folder.is_dir() and any(names.fullmatch(one.name) for one in folder.iterdir())


def has_leftovers(path: Path) -> bool:
    """Whether unfinished files lie beside a register or its copies, anybody's and of any age."""
    for folder in (path.parent, folder_of(path)):
        with suppress(OSError):
            if any(one.name.startswith(".") for one in folder.iterdir()):
                return True
    return False


def set_journal_aside(path: Path) -> None:
    """Give the journal of a former file another name: SQLite would play it into the next one.

    Raises OSError.
    """
    if is_unfinished(path):
        kept = _free(path.parent, f"{name_of(path)} {_LONE}")
        journal_of(path).replace(journal_of(kept))


def set_lone_journal_aside(path: Path) -> None:
    """The same where there is no file: it was moved away without its journal."""
    # The journal is looked for first: a register that is just being made has none before it.
    if is_unfinished(path) and not path.exists():
        set_journal_aside(path)


def _at(now: datetime) -> str:
    return now.strftime("%Y-%m-%d %H-%M-%S")


def _shortened(name: str, most: int) -> str:
    from hashlib import sha256  # Only for names that are too long or without their ending.

    told_apart = sha256(_bytes(compared(name))).hexdigest()[:_TOLD_APART]
    short = name
    while len(_bytes(short)) > most - _TOLD_APART - 1:
        short = short[:-1]
    return f"{short.rstrip()} {told_apart}"


def _bytes(name: str) -> bytes:
    return name.encode(errors="surrogatepass")


def _free(folder: Path, stem: str) -> Path:
    """Return a name that neither a file nor a journal has."""
    found, number = folder / f"{stem}{SUFFIX}", 2
    while found.exists() or journal_of(found).exists():
        found, number = folder / f"{stem} {number}{SUFFIX}", number + 1
    return found
