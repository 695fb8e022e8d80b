"""One step: its pages one after another, the check on «Продолжить», the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.interview.check import Problem, check_page
from desktop_app.interview.flow import asked_on, pages_of
from desktop_app.interview.form import Place
from desktop_app.interview.question import Page, Question, Step, ValueKind
from desktop_app.russian.typography import tidy
from desktop_app.window.editors.parts import controls_in
from desktop_app.window.form.page_check import PageCheck
from desktop_app.window.form.question_row import QuestionRow
from desktop_app.window.form.rows_view import RowsView
from desktop_app.window.form.step_views import view_named
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.reading import hold
from desktop_app.window.opened.session import Session


class StepPage(QWidget):
    """The middle of the window. `left` says -1 for the step before, 1 for the one after."""

    left = Signal(int)
    row_wanted = Signal(str, int)
    question_wanted = Signal(str)
    help_wanted = Signal(object)

    def __init__(
        self, session: Session, step: Step, theme: Theme, page: Page | None = None
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session, self.step, self._theme = session, step, theme
        pages = pages_of(session.case, step)
        self.page = page if page in pages else (pages[0] if pages else None)
        self.rows: dict[str, QuestionRow | RowsView] = {}
        self.check = PageCheck(self, session, theme, self)
        self.summary = self.check.summary
        self.check.wanted.connect(self.question_wanted)
        self.check.passed.connect(self._pass)
        self._view = view_named(step.view, session, theme) if self._is_first() else None
        self.lead = _label(self._lead(), "lead")
        self._arrange()
        self.lead.setVisible(bool(self.lead.text()))
        session.changed.connect(self._changed)
        self._show_asked()

    def focus_on(self, path: str) -> None:
        """Put the cursor into the question of `path`; without one into the first of the page.

        A question that is not asked at present is passed over.
        """
        asked = [place.path for place in self._places()]
        row = self.rows.get(path if path in asked or not asked else asked[0])
        if row is not None:
            row.focus_editor()
        else:
            self.continue_button.setFocus()

    @property
    def shown(self) -> dict[str, QuestionRow | RowsView]:
        """The questions of the page, by path."""
        return self.rows

    def found(self) -> tuple[Problem, ...]:
        """Return what is to be looked at on the page."""
        if self.page is None:
            return ()
        session = self._session
        return check_page(session.case, self.step, self.page, session.findings, session.today)

    def own_controls(self) -> list[QWidget]:
        """Return what Tab reaches below the summary: the fields, the view, the buttons."""
        fields = [control for row in self.rows.values() for control in row.controls()]
        view = controls_in(self._view) if self._view is not None else []
        return [*fields, *view, self.continue_button, self.back_button]

    def _pass(self) -> None:
        """Go to the next page, or leave the step."""
        pages = pages_of(self._session.case, self.step)
        if self.page in pages and pages.index(self.page) + 1 < len(pages):
            self.question_wanted.emit(f"page:{pages[pages.index(self.page) + 1].id}")
        else:
            self.left.emit(1)

    def go_back(self) -> None:
        """Go to the page before, or to the step before; nothing is checked or lost."""
        pages = pages_of(self._session.case, self.step)
        index = pages.index(self.page) if self.page in pages else 0
        if index > 0:
            self.question_wanted.emit(f"page:{pages[index - 1].id}")
        else:
            self.left.emit(-1)

    def _is_first(self) -> bool:
        """Whether this is the first page; the view of a step stands under it, or alone."""
        pages = pages_of(self._session.case, self.step)
        return not pages or self.page == pages[0]

    def _changed(self, _path: str) -> None:
        self.lead.setText(self._lead())
        self._show_asked()

    def _show_asked(self) -> None:
        if self.page is None:
            return
        asked = {place.path for place in self._places()}
        for path, row in self.rows.items():
            row.setVisible(path in asked)

    def _places(self) -> tuple[Place, ...]:
        if self.page is None:
            return ()
        return tuple(asked_on(self._session.case, self.step, self.page))

    def _arrange(self) -> None:
        s = self._theme.sizes
        column = QVBoxLayout()
        column.setSpacing(round(s.gap))
        column.addWidget(_label(self._title(), "title"))
        column.addWidget(self.lead)
        column.addWidget(self.summary)
        if self.page is not None and self.page.questions:
            column.addWidget(self._card())
        if self._view is not None:
            column.addWidget(self._view)
            for name in ("question_wanted", "row_wanted"):
                if hasattr(self._view, name):
                    getattr(self._view, name).connect(getattr(self, name))
        column.addLayout(self._ways())
        column.addStretch()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(round(s.wide), round(s.wide), round(s.wide), round(s.wide))
        body = QWidget()
        body.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        body.setMaximumWidth(round(s.reading_width))
        outer.addWidget(body, 1, Qt.AlignmentFlag.AlignTop)
        outer.addStretch(0)

    def _title(self) -> str:
        later = self.page is not None and not self._is_first()
        return self.page.title if later and self.page else self.step.title

    def _lead(self) -> str:
        lead = getattr(self._view, "lead", None)
        if lead is not None and lead():
            return str(lead())
        return self.page.lead if self.page is not None else ""

    def _card(self) -> QFrame:
        s = self._theme.sizes
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(*[round(s.wide)] * 4)
        column.setSpacing(round(s.wide))
        for question in self.page.questions if self.page else ():
            row = self._row_of(question)
            self.rows[question.path] = row
            column.addWidget(row)
        return card

    def _row_of(self, question: Question) -> QuestionRow | RowsView:
        if question.kind is ValueKind.rows:
            table = RowsView(self._session, question, self._theme)
            table.row_wanted.connect(self.row_wanted)
            table.help_wanted.connect(self.help_wanted)
            hold(table, self._session)
            return table
        row = QuestionRow(self._session, question, None, self._theme)
        row.help_wanted.connect(self.help_wanted)
        hold(row, self._session)
        return row

    def _ways(self) -> QHBoxLayout:
        on, back = QPushButton("Продолжить"), QPushButton("Назад")
        on.setProperty("role", "main")
        on.clicked.connect(self.check.leave)
        back.clicked.connect(self.go_back)
        on.setAccessibleName(on.text())
        back.setAccessibleName(back.text())
        on.setAccessibleDescription(tidy("Проверить ответы этой страницы и пойти дальше."))
        back.setAccessibleDescription(tidy("К предыдущей странице. Ответы сохранены."))
        self.continue_button, self.back_button = on, back
        line = QHBoxLayout()
        line.addWidget(on)
        line.addWidget(back)
        line.addStretch()
        return line


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label
