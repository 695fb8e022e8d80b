"""Many cases out into a folder and in again: each whole or not at all, nothing written over."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from desktop_app.errors import UserError
from desktop_app.register.brought import case_with_scans, lacking
from desktop_app.register.file_names import compared, safe_name
from desktop_app.register.rows import Conflict, Imported, Row, title_of
from desktop_app.register.transfer import SUFFIX as TRANSFER
from desktop_app.register.transfer import read

if TYPE_CHECKING:
    from desktop_app.case.model import Case
    from desktop_app.register.kept_scans import Scans
    from desktop_app.register.register import Register

Outcome = Literal["new", "same", "conflict"]
Answer = Literal["both", "replace", "skip"]
Password = Callable[[Path], str]
Decide = Callable[[Conflict], Answer]
SUFFIX = ".json"
_LONGEST_KNOWN = 48
_SHORT_ID = 8


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the case of a file; `answer` is what was done with a conflict."""

    outcome: Outcome
    id: UUID | None
    answer: Answer | None = None


def files_in(places: Iterable[Path]) -> tuple[Path, ...]:
    """Return the case files that are meant: the files themselves, of a folder those in it.

    Raises UserError where a folder can't be read or holds none.
    """
    found: dict[Path, None] = {}
    for place in places:
        found |= dict.fromkeys(_of_folder(place) if place.is_dir() else (place,))
    return tuple(found)


def case_at(path: Path, password: Password) -> tuple[Case, Scans]:
    """Return the case of a file and its scans. Raises UserError; `password` opens a transfer."""
    if path.suffix.casefold() == TRANSFER:
        return read(path, password(path))
    return case_with_scans(path)


def outcome_of(register: Register, case: Case, scans: Scans, seen: set[UUID]) -> Outcome:
    """Return what taking a case would come to; `seen` are the ids of those before it."""
    if case.id is None:
        return "new"
    came_before = case.id in seen
    seen.add(case.id)
    try:
        register.row(case.id)
    except UserError:
        return "conflict" if came_before else "new"
    return "conflict" if lacking(register, case, scans) is None else "same"


def take(register: Register, case: Case, scans: Scans, now: datetime, decide: Decide) -> Taken:
    """Take a case into the register, all of it or nothing; `decide` says what a conflict ends in.

    Raises UserError where it can't be kept.
    """
    taken = register.import_case(case, now, scans)
    if isinstance(taken, Imported):
        return Taken("new" if taken.new else "same", taken.id)
    answer = decide(taken)
    if answer == "skip":
        return Taken("conflict", None, answer)
    settle = register.keep_both if answer == "both" else register.replace
    return Taken("conflict", settle(taken, now), answer)


def known_as(case: Case) -> str:
    """Return by what a person knows the case: buyer, goods, shop."""
    title = title_of(case)
    return ", ".join(filter(None, (title[name] for name in ("buyer", "item", "seller"))))


def folder_for(folder: Path) -> Path:
    """Return the folder for the case files, made if absent. Raises UserError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise UserError(
            f"Не удалось создать папку «{folder}». Проверьте имя и доступ или выберите другую."
        ) from error
    return folder


def put_out(register: Register, row: Row, folder: Path) -> Path:
    """Write a kept case with its scans into the folder, under a name that is free; return it.

    Raises UserError where it can't be read or written.
    """
    known = safe_name(" ".join(filter(None, (row.buyer, row.item))), instead="Дело")
    stem = f"{known[:_LONGEST_KNOWN].strip(' .')} {str(row.id)[:_SHORT_ID]}"
    taken: set[str] = set()
    while True:
        path = folder / safe_name(f"{stem}{SUFFIX}", taken)
        if not os.path.lexists(path):
            register.export_file(row.id, path)
            return path
        taken.add(compared(path.name))


def _of_folder(folder: Path) -> tuple[Path, ...]:
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise UserError(f"Папка «{folder}» не читается. Проверьте доступ к ней.") from error
    found = tuple(
        path
        for path in files
        if path.suffix.casefold() in (SUFFIX, TRANSFER) and not path.name.startswith(".")
    )
    if not found:
        raise UserError(
            f"В папке «{folder}» файлов дел нет: они кончаются на {SUFFIX} или {TRANSFER}."
        )
    return found
