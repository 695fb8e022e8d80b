"""One open case: what was told, what the law says of it, every change kept at once.

The only place of the window where a case changes. Views ask it and listen to
`changed`; they hold no answers of their own.
"""

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
from desktop_app.atomic import write_whole
from desktop_app.case.edit import moved_row, replaced, value_at, with_row, without_row
from desktop_app.case.model import Case
from desktop_app.claims import kind_of
from desktop_app.interview import entry, flow, remember
from desktop_app.interview.check import StepState, step_states
from desktop_app.interview.obstacles import Obstacle, obstacles
from desktop_app.interview.pasted import with_pasted_repairs
from desktop_app.interview.question import Question
from desktop_app.interview.steps import STEPS
from desktop_app.law.book import load_law_book
from desktop_app.register.contents import content_of, for_file
from desktop_app.register.faults import ChangedError
from desktop_app.register.history import Undo
from desktop_app.register.register import Register
from desktop_app.russian.reading.repair_lines import RepairLine
from desktop_app.russian.reading.result import Reading
from desktop_app.window.clock import now
from desktop_app.window.keeping import Keeping

if TYPE_CHECKING:
    from desktop_app.window.views.saving import Saving


class Session(QObject):
    """A case of the register while it is open in the window.

    `changed` tells the path of the answer that changed, "" for anything; `replaced`
    that another window's answers stand here now. `parted` comes when another window
    has changed or removed the case while answers of this one are not kept: then
    `take_kept`, or `keeping.keep_as_new`. `today` is the day
    of the opening until `look_at_calendar`.
    `saving` is the last saving of its documents, running or ended.
    """

    changed = Signal(str)
    replaced = Signal()
    parted = Signal()

    def __init__(self, register: Register, case_id: UUID, parent: QObject | None = None) -> None:
        super().__init__(parent)
        stored = register.read(case_id)
        self.register = register
        self.keeping = Keeping(register, case_id, stored, self)
        self.keeping.parted.connect(self._parted)
        self.today = now().date()
        self.step = stored.step
        self.saving: Saving | None = None
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
        """What there is no letter without; with none it can be signed."""
        return obstacles(*self.told)

    @cached_property
    def states(self) -> dict[str, StepState]:
        """How far each step is."""
        return step_states(self.case, STEPS, self.findings, self.today)

    def type(self, question: Question, row: int | None, text: str) -> Reading[Any]:
        """Take what was typed; what can't be read is kept as typed. Return how it was read."""
        case, reading = entry.typed(self.case, question, row, text, self.today)
        self._take(case, question.label, question.path_at(row))
        return reading

    def choose(self, question: Question, row: int | None, value: Any) -> None:
        """Take a choice (yes or no, a radio button, the goods)."""
        case = entry.chosen(self.case, question, row, value)
        self._take(case, question.label, question.path_at(row))

    def choose_goods(self, category: str, name: str) -> None:
        """Take a category of goods, and the name it was found by where none is told yet."""
        case = replaced(self.case, "purchase.category", category)
        if name and not case.purchase.item:
            case = replaced(case, "purchase.item", name)
        self._take(case, "Товар выбран", "purchase.category")

    def say_unknown(self, question: Question, row: int | None) -> None:
        """Take «не знаю»."""
        path = question.path_at(row)
        self._take(remember.say_unknown(self.case, path), question.label, path)

    def say_no_document(self, question: Question, row: int | None) -> None:
        """Take «документа нет»."""
        path = question.path_at(row)
        self._take(remember.say_no_document(self.case, path), question.label, path)

    def take_back(self, question: Question, row: int | None) -> None:
        """Take back «не знаю» or «документа нет»."""
        path = question.path_at(row)
        self._take(remember.forget(self.case, path), question.label, path)

    def say_none(self, question: Question) -> None:
        """Take that there is none of a whole list or group."""
        self._take(remember.say_none(self.case, question), question.label, question.path)

    def say_there_is(self, question: Question) -> None:
        """Take that there is such a list or group after all."""
        self._take(remember.say_there_is(self.case, question), question.label, question.path)

    def add_row(self, path: str, row: Any = None, at: int | None = None) -> int:
        """Add a row and return its index; that there were none is no longer said."""
        case = with_row(remember.with_rows_wanted(self.case, path), path, row, at)
        self._take(case, "Новая строка", path)
        return len(value_at(case, path)) - 1 if at is None else at

    def remove_row(self, path: str, index: int) -> None:
        """Take a row out; undo brings it back. That the last one went does not say: none."""
        case = without_row(self.case, path, index)
        self._take(remember.with_rows_wanted(case, path), "Строка убрана", path)

    def move_row(self, path: str, index: int, to: int) -> None:
        """Move a row to another place."""
        self._take(moved_row(self.case, path, index, to), "Строка перенесена", path)

    def paste_repairs(self, text: str) -> tuple[RepairLine, ...]:
        """Add the repairs that pasted text tells; return what was read line by line."""
        case, lines = with_pasted_repairs(self.case, text, self.today)
        self._take(case, "Ремонты вставлены", "repairs")
        return lines

    def accept_risk(self, finding: Finding) -> None:
        """Take a risk knowingly, until its facts change."""
        self._take(remember.accept_risk(self.case, finding), "Риск принят", finding.field or "")

    def withdraw_acceptance(self, finding: Finding) -> None:
        """Ask about a risk again."""
        case = remember.withdraw_acceptance(self.case, finding)
        self._take(case, "Риск снова открыт", finding.field or "")

    def export_file(self, path: Path) -> None:
        """Write the case as it stands here as a case file, over one that is there.

        Raises UserError where it can't be written.
        """
        content = content_of(self.id, self.case).encode()
        write_whole(path, for_file(content, path.parent), replace=True)

    def keep_step(self, step_id: str) -> None:
        """Remember the step where one stopped."""
        self.step = step_id
        self.save()

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
        return self.keeping.keep(self.case, self.step)

    def take_kept(self) -> None:
        """Show the case as another window has kept it. Undo brings back what stood here."""
        case = self.keeping.follow()
        self._undo.settle()
        self._undo.push(case, "Изменения другого окна", "", now())
        self._undo.settle()
        self._forget_derived()
        self.replaced.emit()

    def _parted(self) -> None:
        """Follow the other window where nothing of this one is lost by it."""
        if isinstance(self.keeping.parting, ChangedError) and not self.keeping.lacks:
            self.take_kept()
        else:
            self.parted.emit()

    def _forget_derived(self) -> None:
        for name in ("asked_case", "kind", "assessment", "obstacles", "states"):
            self.__dict__.pop(name, None)
