"""What a case was before: its kept versions, the newest first. The register makes them itself."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop_app.case.file import parse_case
from desktop_app.case.model import Case
from desktop_app.errors import UserError
from desktop_app.register.faults import GoneError, understood
from desktop_app.register.register import Register
from desktop_app.register.rows import moment, written

_OF_CASE = "SELECT number FROM cases WHERE id = ?"
# Not where the trigger of the tables would keep it with the very next change.
_KEEP = """
    INSERT INTO versions (case_number, since, content)
    SELECT number, changed_on, content FROM cases WHERE id = :id
        AND unixepoch(:now) - unixepoch(changed_on) BETWEEN 0 AND 9
        AND unixepoch(:now) - unixepoch(coalesce(
            (SELECT max(since) FROM versions WHERE case_number = cases.number),
            created_on)) < 300"""


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
    """Return what a case was. Raises GoneError where the version is no longer kept.

    Raises UserError where a newer program wrote it.
    """
    rows = register.select(
        f"SELECT content FROM versions WHERE number = ? AND case_number = ({_OF_CASE})",
        (number, str(case_id)),
    )
    if not rows:
        raise GoneError
    with understood(register.path):
        content = rows[0][0].encode()
    try:
        return parse_case(content)
    except UserError as error:
        raise UserError(
            f"Эту версию записала более новая программа, эта её не читает: {error} Обновите "
            "программу; версия останется на месте."
        ) from error


def keep_now(register: Register, case_id: UUID, now: datetime) -> None:
    """Keep the case as it is among its versions, though no pause in typing has come.

    For before a change that is not typing. Raises UserError.
    """
    register.write(_KEEP, {"id": str(case_id), "now": written(now)})
