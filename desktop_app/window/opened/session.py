"""One open case: what was told, what the law says of it, every change kept at once.

The only place of the window where a case changes. Views ask it and listen to
`changed`; they hold no answers of their own.
"""

from typing import Any

from desktop_app.assessment.model import Finding
from desktop_app.case.edit import moved_row, replaced, value_at, with_row, without_row
from desktop_app.case.model import Case
from desktop_app.clock import now
from desktop_app.errors import UserError
from desktop_app.interview import entry, remember
from desktop_app.interview.pasted import with_pasted_repairs
from desktop_app.interview.question import Question
from desktop_app.interview.same_defect import rooted
from desktop_app.register import versions
from desktop_app.register.contents import under
from desktop_app.register.faults import ReadingError
from desktop_app.russian.reading.repair_lines import RepairLine
from desktop_app.russian.reading.result import Reading
from desktop_app.window.opened.open_case import OpenCase

_NEW_ROW = "Новая строка"


class Session(OpenCase):
    """What a person can do to an open case: each way of answering is one change, kept at once."""

    def type(self, question: Question, row: int | None, text: str) -> Reading[Any]:
        """Take what was typed; what can't be read is kept as typed. Return how it was read."""
        case, reading = entry.typed(self.case, question, row, text, self.today)
        self._take(case, question.label, question.path_at(row))
        return reading

    def choose(self, question: Question, row: int | None, value: Any) -> None:
        """Take a choice (yes or no, a radio button, the goods)."""
        case = entry.chosen(self.case, question, row, value)
        self._take(case, question.label, question.path_at(row))

    def choose_goods(self, question: Question, category: str, name: str, before: str) -> None:
        """Take a category of goods, and the name it was found by where none is told yet.

        `before` is the name that such a choice gave last: it gives way to the new one.
        """
        case = entry.chosen(self.case, question, None, category)
        if name and case.purchase.item in (None, before):
            case = replaced(case, "purchase.item", name)
        self._take(case, question.label, question.path)

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
        self._take(case, _NEW_ROW, path)
        return len(value_at(case, path)) - 1 if at is None else at

    def remove_row(self, path: str, index: int) -> None:
        """Take a row out; undo brings it back. That the last one went does not say: none."""
        case = without_row(self.case, path, index)
        self._take(remember.with_rows_wanted(case, path), "Строка убрана", path)

    def is_untold(self, path: str, index: int) -> bool:
        """Whether nothing was told of a row: no answer, no unread text, no «не знаю»."""
        rows, memory = value_at(self.case, path) or (), self.case.answers
        told = (*memory.unreadable, *memory.unknown, *memory.no_document)
        return (
            index < len(rows)
            and rows[index] == type(rows[index])()
            and not any(one.startswith(f"{path}[{index}]") for one in told)
        )

    def take_row_back(self, path: str, index: int) -> None:
        """Take out a row; one that was only just added goes as if it had not been."""
        last, rows = self._undo.next_undo, value_at(self.case, path) or ()
        rest = (*rows[:index], *rows[index + 1 :])
        just_added = last is not None and (last.label, last.path) == (_NEW_ROW, path)
        if last is not None and just_added and (value_at(last.before, path) or ()) == rest:
            self.undo()
        else:
            self.remove_row(path, index)

    def move_row(self, path: str, index: int, to: int) -> None:
        """Move a row to another place."""
        self._take(rooted(moved_row(self.case, path, index, to)), "Строка перенесена", path)

    def paste_repairs(self, text: str) -> tuple[RepairLine, ...]:
        """Add the repairs that pasted text tells; return what was read line by line."""
        case, lines = with_pasted_repairs(self.case, text, self.today)
        self._take(case, "Ремонты вставлены", "repairs")
        return lines

    def bring_back(self, version: Case, label: str) -> None:
        """Make an earlier version what stands here; what stood stays among the versions.

        Raises UserError where what stands here can't be kept first: then nothing has changed.
        """
        if self.reading:
            raise ReadingError
        if not self.save():
            raise UserError(self.keeping.trouble)
        versions.keep_now(self.register, self.id, now())
        self.settle()
        self._take(under(self.id, version), label, "")
        self.settle()
        self.replaced.emit()

    def accept_risk(self, finding: Finding) -> None:
        """Take a risk knowingly, until its facts change."""
        self._take(remember.accept_risk(self.case, finding), "Риск принят", finding.field or "")

    def withdraw_acceptance(self, finding: Finding) -> None:
        """Ask about a risk again."""
        case = remember.withdraw_acceptance(self.case, finding)
        self._take(case, "Риск снова открыт", finding.field or "")
