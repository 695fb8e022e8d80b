"""One step: its pages one after another, the check on «Продолжить», the way back."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.interview.check import Problem, check_page
from desktop_app.interview.flow import asked_on, pages_of
from desktop_app.interview.form import Place
from desktop_app.interview.question import Page, Question, Step, ValueKind
from desktop_app.window.editors.wrapped_link import WrappedLink
from desktop_app.window.question_row import QuestionRow
from desktop_app.window.rows_view import RowsView
from desktop_app.window.session import Session
from desktop_app.window.step_views import view_named
from desktop_app.window.theme import Theme


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
        self._doubted: set[str] = set()
        self._summary = QFrame()
        self._summary.setProperty("role", "bad")
        self._lines = QVBoxLayout(self._summary)
        self._summary.hide()
        self._view = view_named(step.view, session, theme) if self._is_first() else None
        self.lead = _label(self._lead(), "lead")
        self._arrange()
        self.lead.setVisible(bool(self.lead.text()))
        session.changed.connect(self._changed)
        self._show_asked()

    def focus_on(self, path: str) -> None:
        """Put the cursor into the question of `path`; without one into the first of the page."""
        row = self.rows.get(path) or next(iter(self.rows.values()), None)
        if row is not None:
            row.focus_editor()
        else:
            self.continue_button.setFocus()

    def go_on(self) -> None:
        """Check the page: leave it, or say what is to be looked at and go to the first."""
        self._session.settle()
        problems = self._problems()
        stopping = [problem for problem in problems if problem.kind != "risk"]
        # A doubt is shown once; who goes on all the same has seen it.
        doubts = {problem.sentence for problem in problems} - self._doubted
        self._show_problems(problems)
        if stopping or doubts:
            self._doubted |= doubts
            self._to((stopping or list(problems))[0].path)
            return
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

    def _problems(self) -> tuple[Problem, ...]:
        if self.page is None:
            return ()
        session = self._session
        return check_page(session.case, self.step, self.page, session.findings, session.today)

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        for row in self.rows.values():
            row.show_problem(None)
        _empty(self._lines)
        self._summary.setVisible(bool(problems))
        if not problems:
            return
        stops = any(problem.kind != "risk" for problem in problems)
        self._summary.setProperty("role", "bad" if stops else "care")
        self._summary.style().polish(self._summary)
        title = QLabel("Посмотрите, пожалуйста:" if stops else "Проверьте, всё ли верно:")
        title.setProperty("role", "label")
        self._lines.addWidget(title)
        for problem in problems:
            self._lines.addLayout(self._line_of(problem))
            asked = self.rows.get(problem.path)
            if asked is not None:
                asked.show_problem(problem.sentence, problem.finding)

    def _line_of(self, problem: Problem) -> QHBoxLayout:
        line = QHBoxLayout()
        link = WrappedLink(problem.sentence, self._summary)
        link.clicked.connect(partial(self._to, problem.path))
        line.addWidget(link, 1)
        if problem.kind == "risk" and problem.finding is not None:
            agree = QPushButton("Всё верно")
            agree.clicked.connect(partial(self._accept, problem))
            line.addWidget(agree)
        return line

    def _accept(self, problem: Problem) -> None:
        if problem.finding is not None:
            self._session.accept_risk(problem.finding)
        # The button that was pressed goes away with the summary: not within its own signal.
        QTimer.singleShot(0, self._recheck)

    def _recheck(self) -> None:
        self._show_problems(self._problems())

    def _to(self, path: str) -> None:
        if path in self.rows:
            self.focus_on(path)
        else:
            self.question_wanted.emit(path)

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
        column.addWidget(self._summary)
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
            return table
        row = QuestionRow(self._session, question, None, self._theme)
        row.help_wanted.connect(self.help_wanted)
        return row

    def _ways(self) -> QHBoxLayout:
        on, back = QPushButton("Продолжить"), QPushButton("Назад")
        on.setProperty("role", "main")
        on.clicked.connect(self.go_on)
        back.clicked.connect(self.go_back)
        self.continue_button = on
        line = QHBoxLayout()
        line.addWidget(on)
        line.addWidget(back)
        line.addStretch()
        return line


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setProperty("role", role)
    return label


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            _empty(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
