"""What a case was before: its kept versions, the newest first. The register makes them itself."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop_app.case.model import Case
from desktop_app.register.contents import case_in
from desktop_app.register.faults import GoneError, understood
from desktop_app.register.register import Register
from desktop_app.register.rows import moment

_OF_CASE = "SELECT number FROM cases WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a case: its number, and since when (in UTC) the case was so."""

    number: int
    since: datetime


def versions_of(register: Register, case_id: UUID) -> tuple[Version, ...]:
    """Return the earlier versions of a case, the newest first; not what it is now."""
    rows = register.select(
        f"SELECT number, since FROM versions WHERE case_number = ({_OF_CASE}) ORDER BY number DESC",
        (str(case_id),),
    )
    with understood(register.path):
        return tuple(Version(number, moment(since)) for number, since in rows)


def version(register: Register, case_id: UUID, number: int) -> Case:
    """Return what a case was. Raises GoneError where the version is no longer kept."""
    rows = register.select(
        f"SELECT content FROM versions WHERE number = ? AND case_number = ({_OF_CASE})",
        (number, str(case_id)),
    )
    if not rows:
        raise GoneError
    with understood(register.path):
        content = rows[0][0].encode()
    return case_in(content)
