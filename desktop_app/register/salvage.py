"""Reading what can be read of a damaged register: one bad page hides its own cases, not all.

The list, a search and a case by its id come here when their statement meets what is damaged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from desktop_app.errors import UserError
from desktop_app.register import tables
from desktop_app.register.faults import RESTORE, DamagedError, told, understood
from desktop_app.register.statements import LINES, SEARCHED, row_of
from desktop_app.russian.numbers import counted

if TYPE_CHECKING:
    from apsw import SQLiteValue

    from desktop_app.register.store import Store

    Bindings = dict[str, SQLiteValue] | tuple[SQLiteValue, ...]

T = TypeVar("T")
# Of the cases that can be read, in memory: `LINES` without what is damaged.
_APART = "temp.readable"
_WITHOUT_DIGEST = SEARCHED.replace(
    "state, status, next_day, made_of, known_by",
    "NULL AS state, NULL AS status, NULL AS next_day, NULL AS made_of, NULL AS known_by",
)
# Each from both ends: a walk stops where a page is damaged.
_WALKS = (
    "SELECT number FROM cases INDEXED BY sqlite_autoindex_cases_1 ORDER BY id",
    "SELECT number FROM cases INDEXED BY sqlite_autoindex_cases_1 ORDER BY id DESC",
    "SELECT number FROM cases NOT INDEXED ORDER BY number",
    "SELECT number FROM cases NOT INDEXED ORDER BY number DESC",
    "SELECT number FROM digests ORDER BY number",
)
# Numbers that no walk has found are tried one by one, no more than so many.
_MOST = 200_000
_GONE = {
    "versions": "прежних версий дел",
    "scans": "приложений, взятых в дела",
    "settings": "настроек окна",
}


def found_apart(
    register: Store, statement: str, bindings: Bindings, made: Callable[[tuple[Any, ...]], T]
) -> tuple[T, ...]:
    """Return what `Store.found` does of a register of which something can't be read."""

    def read(text: str) -> tuple[T, ...]:
        with understood(register.path):
            return tuple(made(row) for row in register.select(text, bindings))

    if mend(register):
        with suppress(DamagedError):
            return read(statement)
    _read_apart(register)
    return read(statement.replace(LINES, _APART))


def number_of(register: Store, case_id: UUID) -> int | None:
    """Return the number of a case that its index does not give, None for one that is not found."""
    _read_apart(register)
    rows = register.select(f"SELECT number FROM {_APART} WHERE id = ?", (str(case_id),))
    return int(rows[0][0]) if rows else None


def mend(register: Store) -> bool:
    """Make statuses, days and words anew, empty, where they are what is damaged; say whether so.

    Tried once: where it fails, the cases themselves or the disk are in the way.
    """
    if register.mending_tried:
        return False
    register.mending_tried = True
    with suppress(UserError), told(register.path, register.connection):
        if not tables.derived_are_sound(register.connection):
            tables.remake_derived(register.connection)
            register.mending_tried = False
            return True
    return False


def made_anew(register: Store, derived: bool = False) -> str:
    """Return in a sentence what was missing and has been made anew, and tell it no more.

    Of what follows from the cases only where `derived` is asked for. Empty where nothing was.
    """
    with told(register.path, register.connection):
        missed = tables.missed(register.connection)
    if not set(missed) & set(tables.LOSSY) and not (derived and missed):
        return ""
    register.set_setting(tables.NOTE, None)
    return lost_said(register, missed)


def lost_said(register: Store, missed: Sequence[str]) -> str:
    """Return in words which tables were missing, and what of the cases is gone with them."""
    lacked = f"В хранилище «{register.path}» не хватало таблиц: {', '.join(missed)}."
    gone = " и ".join(_GONE[name] for name in missed if name in _GONE)
    if not gone:
        return f"{lacked} Статусы, сроки и слова для поиска составлены заново; дела на месте."
    return (
        f"{lacked} Они созданы заново, пустыми: {gone} здесь больше нет, сами дела на месте. "
        f"Если есть копия, восстановите её: {RESTORE}."
    )


def told_once(register: Store) -> str:
    """Return what a person has to know of this file and was not told yet, empty for nothing."""
    told_now = register.damage if not register.damage_told else ""
    register.damage_told = bool(register.damage)
    with suppress(UserError):
        told_now = " ".join(filter(None, (made_anew(register), told_now)))
    return told_now


def _read_apart(register: Store) -> None:
    """Read each case by itself, as far as that goes, into a table in memory."""
    with told(register.path, register.connection):
        connection = register.connection
        state = (connection.pragma("data_version"), connection.total_changes())
        if register.apart == state:
            return
        connection.execute(f"DROP TABLE IF EXISTS {_APART}")
        connection.execute(f"CREATE TABLE {_APART} (number INTEGER PRIMARY KEY, {SEARCHED})")
    known, whole = _numbers(register)
    lost = 0
    for number in sorted(known) if whole else range(1, min(max(known, default=0), _MOST) + 1):
        row = _row(register, number)
        if row is not None:
            marks = ", ".join("?" * len(row))
            register.write(f"INSERT INTO {_APART} VALUES ({marks})", row)
        elif number in known:
            lost += 1
    register.damage = damage_said(register, lost)
    register.apart = (connection.pragma("data_version"), connection.total_changes())


def _row(register: Store, number: int) -> tuple[Any, ...] | None:
    for columns, lines in ((SEARCHED, LINES), (_WITHOUT_DIGEST, "cases")):
        with suppress(DamagedError), understood(register.path):
            rows = register.select(
                f"SELECT number, {columns} FROM {lines} WHERE number = ?", (number,)
            )
            if rows:
                row_of(rows[0][1:-2])
                return rows[0]
    return None


def _numbers(register: Store) -> tuple[set[int], bool]:
    """Return the numbers of the cases that are known of; and whether they are all."""
    known: set[int] = set()
    for walk in _WALKS:
        try:
            known.update(_walked(register, walk))
        except DamagedError:
            continue
        return known, True
    return known, False


def _walked(register: Store, walk: str) -> Iterator[int]:
    with told(register.path, register.connection):
        for (number,) in register.connection.execute(walk):
            yield number


def damage_said(register: Store, lost: int) -> str:
    """Return in words that a register is damaged, how many cases are lost, and what to do."""
    what = (
        f"нельзя прочитать {counted(lost, 'дело', 'дела', 'дел')}, остальные на месте"
        if lost
        else "но все дела читаются"
    )
    return (
        f"Хранилище «{register.path}» повреждено: {what}. Сохраните дела файлами (в окне, меню "
        "«Хранилище», или командой «pretenziya cases export --all»), затем восстановите копию: "
        f"{RESTORE}. Испорченный файл останется рядом."
    )
