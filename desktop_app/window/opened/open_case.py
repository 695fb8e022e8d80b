"""A case while it is open: how it stands, what follows from it, the way back, its keeping."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop_app.assessment.assess import assess
from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Assessment, Finding
from desktop_app.case.model import Case
from desktop_app.claims import kind_of
from desktop_app.clock import now
from desktop_app.errors import UserError
from desktop_app.interview import flow
from desktop_app.interview.check import StepState, step_states
from desktop_app.interview.obstacles import Obstacle, obstacles, open_questions
from desktop_app.interview.steps import STEPS
from desktop_app.law.book import load_law_book
from desktop_app.register.carried_out import give_out
from desktop_app.register.contents import content_of
from desktop_app.register.faults import ChangedError, ReadingError
from desktop_app.register.history import Undo
from desktop_app.register.register import Register
from desktop_app.window.opened.keeping import Keeping

if TYPE_CHECKING:
    from desktop_app.window.views.saving import Saving


class OpenCase(QObject):
    """A case of the register while it is open in the window.

    `changed` tells the path of the answer that changed, "" for anything; `replaced`
    that another window's answers stand here now. `parted` comes when another window
    has changed or removed the case while answers of this one are not kept: then
    `take_kept`, or `keeping.keep_as_new`. `today` is the day
    of the opening until `look_at_calendar`.
    `saving` is the last saving of its documents, running or ended; `sheets_touched` are the sheets
    that the person ticked or not, whatever the way of delivery.
    While another window edits the case, it is `reading` (and `reading_all` where that window keeps
    the whole register): every change is refused. `edit_wanted` asks for the end of it, with True
    by force; `editing_refused` answers that it can't be, with the name of the other computer.
    """

    changed = Signal(str)
    replaced = Signal()
    parted = Signal()
    edit_wanted = Signal(bool)
    editing_refused = Signal(str)

    def __init__(self, register: Register, case_id: UUID, parent: QObject | None = None) -> None:
        super().__init__(parent)
        stored = register.read(case_id)
        self.register = register
        self.keeping = Keeping(register, case_id, stored, self)
        self.keeping.parted.connect(self._parted)
        self.today = now().date()
        self.step = stored.step
        self.reading = self.reading_all = False
        self.saving: Saving | None = None
        self.sheets_touched: dict[str, bool] = {}
        self._undo = Undo(stored.case)

    @property
    def id(self) -> UUID:
        """The id under which the case is kept."""
        return self.keeping.id

    @property
    def case(self) -> Case:
        """The whole case, also the answers that are not asked at present."""
        return self._undo.case

    @cached_property
    def asked_case(self) -> Case:
        """The case without the answers that are not asked: what is assessed and printed."""
        return flow.pruned(self.case)

    @cached_property
    def kind(self) -> Kind:
        """The kind of the claim."""
        return kind_of(self.case)

    @cached_property
    def assessment(self) -> Assessment:
        """What the law says of the case as it stands."""
        return assess(self.asked_case, self.kind, load_law_book(), self.today)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of the assessment."""
        return self.assessment.findings

    @property
    def told(self) -> tuple[Case, Assessment, date]:
        """What the interview asks of: the whole case, what the law says of it, today."""
        return self.case, self.assessment, self.today

    @cached_property
    def obstacles(self) -> tuple[Obstacle, ...]:
        """What there is no letter without, and needed answers; with none it can be signed."""
        return obstacles(*self.told) + open_questions(*self.told)

    @cached_property
    def states(self) -> dict[str, StepState]:
        """How far each step is."""
        return step_states(self.case, STEPS, self.findings, self.today)

    def export_file(self, path: Path) -> None:
        """Write the case as it stands here as a case file with its scans, over one that is there.

        Raises UserError where it can't be written.
        """
        content = content_of(self.id, self.case).encode()
        give_out(self.register, self.id, content, path, replace=True)

    def keep_step(self, step_id: str) -> None:
        """Remember the step where one stopped; while reading only here."""
        self.step = step_id
        self.save()

    def begin_reading(self, whole: bool = False) -> None:
        """Refuse changes from now on: another window edits the case, or the `whole` register."""
        self.reading, self.reading_all = True, whole
        self._undo = Undo(self.case)

    def begin_editing(self) -> None:
        """Take changes again: the case is this window's now, as it stands."""
        self.reading = self.reading_all = False
        self.replaced.emit()

    def refuse_editing(self, host: str) -> None:
        """Say that the case is still edited elsewhere, on another computer if `host` names one."""
        self.editing_refused.emit(host)

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, None if nothing."""
        change = self._undo.next_undo
        return change.label if change else None

    @property
    def redo_label(self) -> str | None:
        """What redo would bring back, None if nothing."""
        change = self._undo.next_redo
        return change.label if change else None

    def undo(self) -> str | None:
        """Take the last change back and return the path it was about."""
        return self._step_through(self._undo.undo)

    def redo(self) -> str | None:
        """Bring back the change that was taken back and return its path."""
        return self._step_through(self._undo.redo)

    def look_at_calendar(self) -> None:
        """See whether a new day has begun: what is counted as of today is counted anew."""
        today = now().date()
        if today != self.today:
            self.today = today
            self._forget_derived()
            self.changed.emit("")

    def settle(self) -> None:
        """A field was left: the next change stands alone in the undo list."""
        self._undo.settle()

    def _step_through(self, move: Callable[[], Any]) -> str | None:
        change = move()
        if change is None:
            return None
        self._kept(change.path)
        return str(change.path)

    def _take(self, case: Case, label: str, path: str) -> None:
        if case == self.case:
            return
        if self.reading:
            raise ReadingError
        self.look_at_calendar()
        self._undo.push(case, label, path, now())
        self._kept(path)

    def _kept(self, path: str) -> None:
        """Put the case as it stands into the register, then tell everybody."""
        self._forget_derived()
        self.save()
        self.changed.emit(path)

    def save(self) -> bool:
        """Put the case into the register; where that fails it is tried again by itself."""
        return self.reading or self.keeping.keep(self.case, self.step)

    def take_kept(self) -> None:
        """Show the case as another window has kept it. Undo brings back what stood here."""
        case = self.keeping.follow()
        if self.reading:
            self._undo = Undo(case)
            self._forget_derived()
            self.changed.emit("")
            return
        self._undo.settle()
        self._undo.push(case, "Изменения другого окна", "", now())
        self._undo.settle()
        self._forget_derived()
        self.replaced.emit()

    def _parted(self) -> None:
        """Follow the other window where nothing of this one is lost by it."""
        if not isinstance(self.keeping.parting, ChangedError) or self.keeping.lacks:
            self.parted.emit()
            return
        try:
            self.take_kept()
        except UserError:
            self.keeping.look_later()

    def _forget_derived(self) -> None:
        for name in ("asked_case", "kind", "assessment", "obstacles", "states"):
            self.__dict__.pop(name, None)
