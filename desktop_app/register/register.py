"""The register: cases that are kept, each change of an answer one transaction.

When a method returns, what it did is on the disk; when it raises UserError,
nothing has changed. Moments come from the caller.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from desktop_app.errors import UserError
from desktop_app.register.faults import ChangedError, GoneError, told, understood
from desktop_app.register.rows import Conflict, Imported, Row, Stored, moment, written
from desktop_app.register.statements import (
    COLUMNS,
    LINES,
    LIST,
    NEW,
    SAVE,
    bindings_of,
    row_of,
)
from desktop_app.register.store import Store

if TYPE_CHECKING:
    from apsw import SQLiteValue

    from desktop_app.case.model import Case
    from desktop_app.register.kept_scans import Scans


class Register(Store):
    """The kept cases. Moments come from the caller."""

    def cases(self, basket: bool = False) -> tuple[Row, ...]:
        """Return the kept cases, or those in the basket, newest change (or removal) first.

        For a page of them, or for a search, see `finding.py`.
        """
        return self.found(LIST[basket], (), row_of)

    def row(self, case_id: UUID) -> Row:
        """Return the line of one case, from the basket too. Raises GoneError."""
        statement = f"SELECT {COLUMNS} FROM {LINES} WHERE id = ?"
        rows = self.found(statement, (str(case_id),), row_of)
        if not rows:
            raise GoneError
        return rows[0]

    def new(self, case: Case, now: datetime, step: str | None = None) -> UUID:
        """Keep a case that is not here yet and return its id.

        A case without an id, or with one that is taken, is kept under a fresh
        one; the stored case bears the id returned.
        """
        case_id = case.id or uuid4()
        while not self.write(NEW, bindings_of(case_id, case, now, step)):
            case_id = uuid4()
        return case_id

    def read(self, case_id: UUID) -> Stored:
        """Return the kept case, from the basket too.

        Raises GoneError when there is none, UserError when a newer program wrote it.
        """
        from desktop_app.register.contents import case_in

        kept = self._one(
            "SELECT step, created_on, changed_on, basket_on, content FROM cases WHERE id = ?",
            case_id,
        )
        step, created_on, changed_on, basket_on, content = kept
        with understood(self.path):
            moments = moment(created_on), moment(changed_on), basket_on and moment(basket_on)
            written_case = content.encode()
        return Stored(case_in(written_case), step, *moments)

    def save(
        self,
        case_id: UUID,
        case: Case,
        now: datetime,
        step: str | None = None,
        seen: datetime | None = None,
    ) -> datetime:
        """Keep the case as it is now, and the step where the person is (None: as before).

        Returns since when the kept case has been what it is: `now`, or earlier where the same
        was kept already and nothing is written again. A new step alone does not make the case
        a newer one. `seen` is that moment as the caller last knew it: if other answers were
        kept since, nothing changes and ChangedError is raised. New answers take a case out of
        the basket. Raises GoneError when the case was removed meanwhile.
        """
        if case.id not in (None, case_id):
            raise ValueError(f"the case {case.id} is not to be kept as {case_id}")
        bindings = bindings_of(case_id, case, now, step)
        changed_on = self._saved(bindings | {"seen": seen and written(seen)})
        if changed_on is None:
            changed_on, kept = self._one(
                "SELECT changed_on, content FROM cases WHERE id = ?", case_id
            )
            if kept != bindings["content"]:
                raise ChangedError
        with understood(self.path):
            return moment(changed_on)

    def to_basket(self, case_id: UUID, now: datetime) -> None:
        """Put a case into the basket; one that is there keeps its day. Raises GoneError."""
        self._change(
            "UPDATE cases SET basket_on = coalesce(basket_on, ?) WHERE id = ?",
            (written(now), str(case_id)),
        )

    def from_basket(self, case_id: UUID) -> None:
        """Take a case out of the basket; elsewhere it stays where it is. Raises GoneError."""
        self._change("UPDATE cases SET basket_on = NULL WHERE id = ?", (str(case_id),))

    def remove(self, case_id: UUID) -> None:
        """Remove a case for ever, from the basket only. Raises GoneError, elsewhere UserError."""
        gone = "DELETE FROM cases WHERE id = ? AND basket_on IS NOT NULL"
        if not self.write(gone, (str(case_id),)):
            self._one("SELECT 1 FROM cases WHERE id = ?", case_id)
            raise UserError("Дела нет в корзине: его вернули в другом окне. Оно не удалено.")

    def remove_unchanged(self, case_id: UUID, seen: datetime) -> bool:
        """Remove a case for ever if it is still what it was at `seen`; say whether it was."""
        gone = "DELETE FROM cases WHERE id = ? AND changed_on = ?"
        return bool(self.write(gone, (str(case_id), written(seen))))

    def import_file(self, path: Path, now: datetime) -> Imported | Conflict:
        """Keep the case of a case file, as `import_case` does. Raises UserError for no case.

        Files of annexes, which the case file names relative to itself, are kept as full paths,
        and what they hold is kept inside.
        """
        from desktop_app.register.brought import case_with_scans

        case, scans = case_with_scans(path)
        return self.import_case(case, now, scans)

    def import_case(
        self, case: Case, now: datetime, scans: Scans | None = None
    ) -> Imported | Conflict:
        """Keep a case and its scans; where its id is taken by another case, change nothing.

        A case that is here with the same answers is not kept twice; it comes
        back from the basket, with the scans that it lacked.
        """
        from desktop_app.register.brought import lacking
        from desktop_app.register.kept_scans import keep

        if case.id is None or not self._has(case.id):
            return Imported(self._new_with(case, now, scans or {}), new=True)
        lacked = lacking(self, case, scans or {})
        if lacked is None:
            return Conflict(case.id, case, self.row(case.id), scans or {})
        with self.transaction():
            self.from_basket(case.id)
            keep(self, case.id, lacked)
        return Imported(case.id, new=False)

    def keep_both(self, conflict: Conflict, now: datetime) -> UUID:
        """Keep the imported case beside the other, under a fresh id; return that id."""
        from desktop_app.register.contents import under

        return self._new_with(under(None, conflict.case), now, conflict.scans)

    def replace(self, conflict: Conflict, now: datetime) -> UUID:
        """Put the imported case in the place of the other, out of the basket; return its id.

        Scans that an earlier version names stay with it.
        """
        from desktop_app.register.kept_scans import forget_unnamed, keep

        bindings = bindings_of(conflict.id, conflict.case, now, None) | {"restore": True}
        with self.transaction():
            if self._saved(bindings) is None and not self._has(conflict.id):
                return self._new_with(conflict.case, now, conflict.scans)
            keep(self, conflict.id, conflict.scans)
            forget_unnamed(self, conflict.id)
        return conflict.id

    def export_file(self, case_id: UUID, path: Path, replace: bool = False) -> None:
        """Write the case as a case file to `path`, whole or not at all.

        Kept scans go into a folder beside it; files of annexes are named relative to it. What a
        newer program wrote goes out as it is. Raises UserError when a file is there already,
        unless `replace`; GoneError.
        """
        from desktop_app.register.carried_out import give_out

        content = self._one("SELECT content FROM cases WHERE id = ?", case_id)[0].encode()
        give_out(self, case_id, content, path, replace)

    def _new_with(self, case: Case, now: datetime, scans: Scans) -> UUID:
        """Keep a case that is not here yet with its scans, or nothing of both."""
        from desktop_app.register.kept_scans import keep

        with self.transaction():
            case_id = self.new(case, now)
            keep(self, case_id, scans)
        return case_id

    def _saved(self, bindings: dict[str, SQLiteValue]) -> str | None:
        """Do `SAVE` as a transaction; return since when the case is so, None for no change."""
        with told(self.path, self._connection):
            saved: str | None = self._do(SAVE, bindings).get
        return saved
