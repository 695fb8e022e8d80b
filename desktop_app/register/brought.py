"""A case that comes from elsewhere with its scans: read, and compared with what is kept."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.register.carried_out import FOLDER
from desktop_app.register.contents import from_file
from desktop_app.register.kept_scans import Scans, kept, may_be_read
from desktop_app.register.scan_content import MOST_IN_ALL, Content, content_at, is_scan
from desktop_app.register.scans import files_of, renamed

if TYPE_CHECKING:
    from desktop_app.case.model import Case
    from desktop_app.register.register import Register


def case_with_scans(path: Path) -> tuple[Case, dict[str, Content]]:
    """Return the case of a case file and the scans that it names. Raises UserError for no case.

    What an export put beside the case file is taken whatever it is; of other places only scans,
    for the file may have been written by anybody. What can't be read stays where it is.
    """
    case = from_file(path)
    scans: dict[str, Content] = {}
    size = 0
    for file in files_of(case):
        with suppress(UserError):
            content = _read(file, path.parent)
            if content is not None and size + len(content.data) <= MOST_IN_ALL:
                scans[file] = content
                size += len(content.data)
    return case, scans


def lacking(register: Register, case: Case, scans: Scans) -> dict[str, Content] | None:
    """Return what the kept case of the same id and answers lacks of these scans, by its names.

    None where it is another case: other answers, or another scan in the place of one.
    """
    assert case.id is not None
    try:
        here = register.read(case.id).case
    except UserError:
        return None  # A newer program wrote it.
    if _without_files(here) != _without_files(case):
        return None
    hashes, lacked = kept(register, case.id), {}
    for ours, theirs in zip(here.attachments, case.attachments, strict=True):
        brought = scans.get(theirs.file or "")
        if not ours.file or not theirs.file:
            if ours.file != theirs.file:
                return None
        elif ours.file not in hashes:
            if brought is not None:
                lacked[ours.file] = brought
            elif Path(ours.file).name != Path(theirs.file).name:
                return None
        elif brought is not None and brought.sha256 != hashes[ours.file]:
            return None
    return lacked


def _read(file: str, folder: Path) -> Content | None:
    if not may_be_read(file):
        return None
    content = content_at(Path(file))
    return content if is_scan(content) or _was_put_out(Path(file), folder) else None


def _was_put_out(file: Path, folder: Path) -> bool:
    """Say whether a file lies where an export puts it: in a folder of annexes beside the case."""
    try:
        place = file.resolve().parent
        return place.parent == folder.resolve() and bool(FOLDER.search(place.name))
    except (OSError, RuntimeError):
        return False


def _without_files(case: Case) -> Case:
    return renamed(case, dict.fromkeys(files_of(case)))
