"""Where the files of the annexes are: in a case file beside it, in the register as full paths.

A case file names a scan relative to itself, so that the folder with both can be moved or
carried elsewhere.
"""

import os
import unicodedata
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


def is_there(file: str) -> bool:
    """Say whether a scan lies where the case says, also if its name is written in other marks.

    A case keeps «й» as one letter; some disks keep it as «и» with a mark.
    """
    return any(os.path.lexists(unicodedata.normalize(form, file)) for form in ("NFC", "NFD"))


def _relative(file: str, folder: Path) -> str:
    try:
        return Path(os.path.relpath(file, folder.resolve())).as_posix()
    except ValueError:  # Windows: there is no way from one drive to another.
        return file
