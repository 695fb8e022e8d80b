"""Where the files of the annexes are: in a case file beside it, in the register as full paths.

A case file names a scan relative to itself, so that the folder with both can be moved or
carried elsewhere.
"""

import os
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from desktop_app.case.edit import replaced
from desktop_app.case.model import Case


def found_from(case: Case, folder: Path) -> Case:
    """Return the case with full paths, for names that were relative to `folder`."""
    for index, annex in enumerate(case.attachments):
        if annex.file and not Path(annex.file).is_absolute():
            full = os.path.normpath(folder.resolve() / annex.file)
            case = replaced(case, f"attachments[{index}].file", full)
    return case


def named_from(case: Case, folder: Path) -> Case:
    """Return the case with names relative to `folder`; on another drive the full path stays."""
    for index, annex in enumerate(case.attachments):
        if annex.file and Path(annex.file).is_absolute():
            case = replaced(case, f"attachments[{index}].file", _relative(annex.file, folder))
    return case


def files_of(case: Case) -> tuple[str, ...]:
    """Return the files that a case names, each once."""
    return tuple(dict.fromkeys(annex.file for annex in case.attachments if annex.file))


def renamed(case: Case, names: Mapping[str, str | None]) -> Case:
    """Return the case with other names of its files; those that are not in `names` stay."""
    for index, annex in enumerate(case.attachments):
        if annex.file and annex.file in names:
            case = replaced(case, f"attachments[{index}].file", names[annex.file])
    return case


def is_there(file: str) -> bool:
    """Say whether a scan lies where the case says, also if its name is written in other marks."""
    return place_of(file) is not None


def place_of(file: str) -> Path | None:
    """Return where a file lies as the disk writes its name, None if it does not.

    A case keeps «й» as one letter; some disks keep it as «и» with a mark.
    """
    written = (unicodedata.normalize(form, file) for form in ("NFC", "NFD"))
    return next((Path(path) for path in (file, *written) if os.path.lexists(path)), None)


def _relative(file: str, folder: Path) -> str:
    try:
        return Path(os.path.relpath(file, folder.resolve())).as_posix()
    except ValueError:  # Windows: there is no way from one drive to another.
        return file
