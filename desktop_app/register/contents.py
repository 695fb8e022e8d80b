"""The cases themselves, as the register keeps them and as case files hold them.

Loaded with the first case that is opened: the list of cases does without.
"""

from pathlib import Path
from uuid import UUID

from desktop_app.case.edit import replaced
from desktop_app.case.file import dump_case, parse_case, read_case
from desktop_app.case.model import Case
from desktop_app.errors import UserError
from desktop_app.register import scans


def content_of(case_id: UUID, case: Case) -> str:
    """Return the case as it is kept; it bears the id under which it is kept."""
    return dump_case(under(case_id, case)).decode()


def under(case_id: UUID | None, case: Case) -> Case:
    """Return the case with this id, or without one."""
    return case if case.id == case_id else replaced(case, "id", case_id)


def case_in(content: bytes) -> Case:
    """Return the kept case. Raises UserError when a newer program wrote it."""
    try:
        return parse_case(content)
    except UserError as error:
        raise UserError(
            f"Дело сохранено, но эта программа его не читает: {error} "
            "Его можно выгрузить в файл как есть."
        ) from error


def from_file(path: Path) -> Case:
    """Return the case of a case file, with full paths of its scans. Raises UserError."""
    return scans.found_from(read_case(path), path.parent)
