"""A case as a file, with its scans in a folder beside it: nothing of others written over."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desktop_app.atomic import write_whole
from desktop_app.case.file import dump_case, parse_case
from desktop_app.errors import UserError
from desktop_app.register import kept_scans
from desktop_app.register.file_names import compared, safe_name, shortened
from desktop_app.register.scans import named_from, renamed

if TYPE_CHECKING:
    from desktop_app.register.store import Store

FOLDER = re.compile(r" — приложения( \(\d+\))?$")
"""How the name of a folder with the scans of a case ends."""
_LONGEST_STEM = 60


def give_out(
    register: Store, case_id: UUID, content: bytes, path: Path, replace: bool = False
) -> None:
    """Write a case as a file to `path`, and its scans beside it.

    Scans that can't be read are named where they lay. What a newer program wrote goes out as it
    is. Raises UserError when a file is there already, unless `replace`; what was made until then
    is taken back.
    """
    try:
        case = parse_case(content)
    except UserError:
        write_whole(path, content, replace)
        return
    made: list[Path] = []
    try:
        if not replace and os.path.lexists(path):
            raise UserError(f"Файл «{path}» уже есть. Выберите другое имя.")
        names = _scans_beside(path, kept_scans.found_scans(register, case_id, case), made)
        case = named_from(renamed(case, names), path.parent)
        write_whole(path, dump_case(case), replace)
    except BaseException:
        for one in reversed(made):
            with contextlib.suppress(OSError):
                one.rmdir() if one.is_dir() else one.unlink()
        raise


def _scans_beside(path: Path, scans: kept_scans.Scans, made: list[Path]) -> dict[str, str]:
    """Write the scans into the folder of this case file; return how the file names them."""
    if not scans:
        return {}
    folder = _folder(path, made)
    names = {}
    taken: set[str] = set()
    for file, content in scans.items():
        name = _free(folder, safe_name(content.name, taken), content.data, taken)
        taken.add(compared(name))
        names[file] = f"{folder.name}/{name}"
        place = folder / name
        if not os.path.lexists(place):
            write_whole(place, content.data, replace=False)
            made.append(place)
    return names


def _folder(path: Path, made: list[Path]) -> Path:
    """Return the folder for the scans, made if absent; one that is there is used as it is.

    A link is left alone: it may lead anywhere.
    """
    name = f"{shortened(path.stem, _LONGEST_STEM)} — приложения"
    taken: set[str] = set()
    while True:
        folder = path.with_name(safe_name(name, taken))
        try:
            folder.mkdir()
        except FileExistsError:
            if folder.is_dir() and not folder.is_symlink():
                return folder
            taken.add(compared(folder.name))
        except (OSError, ValueError) as error:
            raise UserError(
                f"Не удалось создать папку «{folder}» для приложений. Проверьте доступ и место на "
                "диске; дело сохранено в программе."
            ) from error
        else:
            made.append(folder)
            return folder


def _free(folder: Path, name: str, data: bytes, taken: set[str]) -> str:
    """Return a name that is free in the folder, or under which the same bytes lie already."""
    taken = set(taken)
    wanted = name
    while os.path.lexists(folder / name) and not _holds(folder / name, data):
        taken.add(compared(name))
        name = safe_name(wanted, taken)
    return name


def _holds(place: Path, data: bytes) -> bool:
    try:
        return (
            place.is_file()
            and not place.is_symlink()
            and place.stat().st_size == len(data)
            and place.read_bytes() == data
        )
    except OSError:
        return False
