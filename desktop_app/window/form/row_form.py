"""The pages on which one row of a list is told, one after another."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.interview.check import Problem, check_page
from desktop_app.interview.flow import asked_on
from desktop_app.interview.form import question_at, row_pages
from desktop_app.interview.question import Page, Question
from desktop_app.interview.rows import ONE
from desktop_app.interview.told import rows_of
from desktop_app.russian.typography import tidy
from desktop_app.window.editors.parts import (
    button,
    show_text,
    text_label,
    without_margins,
)
from desktop_app.window.form.page_check import PageCheck
from desktop_app.window.form.question_row import QuestionRow
from desktop_app.window.look.flow_layout import FlowLayout
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.reading import hold
from desktop_app.window.opened.session import Session

_TO_PAGE = tidy("К предыдущей странице. Ответы сохранены.")
_TO_LIST = tidy("Ответы сохранены.")


class RowForm(QWidget):
    """One row. `done` comes when the list is wanted back, or when the row is gone."""

    done = Signal()
    help_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        question: Question,
        index: int,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        place = question_at(question.path)
        if place is None:
            raise ValueError(question.path)
        self.session, self.question, self.index = session, question, index
        self._theme, self._step = theme, place.step
        self.pages = row_pages(question.path)
        self.page = self.pages[0]
        self._left = False
        self.rows: dict[str, QuestionRow] = {}
        self._body = QWidget(self)
        self.where = text_label("small", "", self._body)
        self.title = text_label("title", "", self._body)
        self.lead = text_label("lead", "", self._body)
        self.check = PageCheck(self, session, theme, self._body)
        self.problems = self.check.summary
        self._card = QFrame(self._body)
        self._card.setProperty("role", "card")
        self._questions = QVBoxLayout(self._card)
        self._buttons = QWidget(self._body)
        self.go_on = button("main", "Дальше", self._buttons)
        self.go_back = button("plain", "Назад", self._buttons, _TO_PAGE)
        self.to_list = button("plain", "Назад к списку", self._buttons, _TO_LIST)
        self._arrange()
        self._connect()
        self.show_page(self.page)

    def show_page(self, page: Page) -> None:
        """Show a page of the row."""
        self.page = page
        number = self.pages.index(page) + 1
        where = f"{ONE[self.question.path]} № {self.index + 1}"
        show_text(self.where, tidy(f"{where}, страница {number} из {len(self.pages)}"))
        show_text(self.title, page.title)
        show_text(self.lead, page.lead)
        self.check.clear()
        self._make_rows()
        self.go_back.setVisible(number > 1)
        last = number == len(self.pages)
        self.go_on.setText("Готово" if last else "Дальше")
        self.go_on.setAccessibleName(self.go_on.text())
        self.go_on.setAccessibleDescription(tidy("Проверить ответы этой страницы и пойти дальше."))
        self.refresh()

    def show_path(self, path: str) -> bool:
        """Go to the question of a path; return whether this row has it."""
        for page in self.pages:
            if any(q.path_at(self.index) == path for q in page.questions):
                if page is not self.page:
                    self.show_page(page)
                self.rows[path].focus_editor()
                return True
        return False

    def focus_first(self) -> None:
        """Put the cursor into the first field of the page."""
        shown = (row for row in self.rows.values() if not row.isHidden())
        next(shown, self.go_on).setFocus()

    def refresh(self) -> None:
        """Show what is asked of the row as it stands; leave when it is gone."""
        case = self.session.case
        if self.index >= len(rows_of(case, self.question.path)):
            if not self._left:
                self.done.emit()
            return
        asked = {place.path for place in asked_on(case, self._step, self.page, self.index)}
        for path, row in self.rows.items():
            row.setVisible(path in asked)

    def _make_rows(self) -> None:
        for row in self.rows.values():
            self._questions.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for question in self.page.questions:
            row = QuestionRow(self.session, question, self.index, self._theme, self._card)
            row.help_wanted.connect(self.help_wanted)
            hold(row, self.session)
            self._questions.addWidget(row)
            self.rows[row.path] = row
        self.check.chain()

    @property
    def shown(self) -> dict[str, QuestionRow]:
        """The questions of the page, by path."""
        return self.rows

    def found(self) -> tuple[Problem, ...]:
        """Return what is to be looked at on the page."""
        session = self.session
        if self.index >= len(rows_of(session.case, self.question.path)):
            return ()
        return check_page(
            session.case, self._step, self.page, session.findings, session.today, self.index
        )

    def own_controls(self) -> list[QWidget]:
        """Return what Tab reaches below the summary: the fields, then the buttons."""
        fields = [control for row in self.rows.values() for control in row.controls()]
        return [*fields, self.go_on, self.go_back, self.to_list]

    def _turn(self, by: int) -> None:
        number = self.pages.index(self.page) + by
        if number >= len(self.pages):
            self.done.emit()
            return
        self.show_page(self.pages[number])
        self.focus_first()

    def leave(self) -> None:
        """Go back to the list. A row of which nothing was told is not kept."""
        self.session.settle()
        self.drop_empty()
        self.done.emit()

    def drop_empty(self) -> None:
        """Take the row out again if nothing at all was told of it."""
        self._left = True
        if not self.session.reading and self.session.is_untold(self.question.path, self.index):
            self.session.take_row_back(self.question.path, self.index)

    def _case_changed(self, _path: str) -> None:
        self.refresh()

    def _connect(self) -> None:
        self.go_on.clicked.connect(self.check.leave)
        self.go_back.clicked.connect(partial(self._turn, -1))
        self.to_list.clicked.connect(self.leave)
        self.check.passed.connect(partial(self._turn, 1))
        self.session.changed.connect(self._case_changed)

    def _arrange(self) -> None:
        s = self._theme.sizes
        self._questions.setContentsMargins(*[round(s.wide)] * 4)
        self._questions.setSpacing(round(s.wide))
        flow = FlowLayout(self._buttons, s.near)
        for part in (self.go_on, self.go_back, self.to_list):
            flow.addWidget(part)
        column = QVBoxLayout(self._body)
        without_margins(column, s.gap)
        for widget in (self.where, self.title, self.lead, self.problems, self._card, self._buttons):
            column.addWidget(widget)
        column.addStretch()
        self._body.setMaximumWidth(round(s.reading_width))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(round(s.far), round(s.far), round(s.far), round(s.wide))
        outer.addWidget(self._body, 1, Qt.AlignmentFlag.AlignTop)
        outer.addStretch(0)
