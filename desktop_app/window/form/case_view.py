"""An open case: steps at the left, one step in the middle, the letter at the right."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop_app.interview.form import Place, question_at, step_named
from desktop_app.interview.question import Page, Step
from desktop_app.interview.steps import STEPS
from desktop_app.interview.told import rows_of
from desktop_app.window.form.page_area import PageArea
from desktop_app.window.form.row_form import RowForm
from desktop_app.window.form.step_list import StepList
from desktop_app.window.form.step_page import StepPage
from desktop_app.window.form.steps_button import StepsButton
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.reading import ReadingBanner, show_unfocused
from desktop_app.window.opened.session import Session
from desktop_app.window.preview.pane import LetterPane
from desktop_app.window.remembered import remember, remembered_number

# Narrower than this the letter folds away: the form needs the room.
_LETTER_FROM = 1000
_SHARE = "form_share_percent"


class CaseView(QWidget):
    """Shows one step at a time; any path of an answer leads to its question."""

    help_wanted = Signal(object)
    list_wanted = Signal()

    def __init__(self, session: Session, theme: Theme, percent: int) -> None:
        super().__init__()
        self.session, self._theme = session, theme
        self._fold_at = _LETTER_FROM * max(percent, 100) / 100
        self.steps = StepList(session, theme)
        self.steps.step_wanted.connect(self.visit)
        self.steps_button = StepsButton(session, theme)
        self.steps_button.hide()
        self.steps_button.step_wanted.connect(self.visit)
        self._middle = PageArea(theme, self._shown)
        self.letter = LetterPane(session, theme)
        self.letter.answer_wanted.connect(self.go_to)
        self._middle.question_focused.connect(self.letter.show_answer)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self._middle)
        self.splitter.addWidget(self.letter)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.splitterMoved.connect(self._keep_share)
        self._arrange()
        self.page: StepPage | None = None
        self.row_form: RowForm | None = None
        self._focus = ""
        self._return_to = ""
        self._list_first = False
        # Whether one came to the question for its sake: then what is wrong there is said.
        self._asked_for = False
        self.show_step(_known(session.step))

    def visit(self, step_id: str) -> None:
        """Open a step that the person chose: the way back to the review is given up."""
        self._return_to = ""
        self.show_step(step_id)

    def show_step(self, step_id: str, page: Page | None = None, focus: str = "") -> None:
        """Open a step, at a page of it if one is given, and focus the question of `focus`."""
        if self.row_form is not None:
            self.row_form.drop_empty()
        self._asked_for = False
        step = step_named(step_id)
        shown = StepPage(self.session, step, self._theme, page)
        shown.left.connect(self._leave)
        shown.question_wanted.connect(self.go_to)
        shown.row_wanted.connect(self._open_row)
        shown.help_wanted.connect(self.help_wanted)
        self.page, self.row_form = shown, None
        self._middle.put(shown)
        self.letter.show_answer("")
        self.steps.show_current(step_id)
        self.steps_button.show_current(step_id)
        if self.session.step != step_id:
            self.session.keep_step(step_id)
        # Once the page is laid out: a hidden widget takes no focus.
        QTimer.singleShot(0, self._focus_later)
        self._focus = focus

    def stand_as(self, other: "CaseView") -> None:
        """Show what another view of the same case shows: the same page, the same question."""
        if other.page is None:
            return
        self._return_to = other._return_to
        focused, form = other._middle.focused, other.row_form
        self.show_step(other.page.step.id, other.page.page, focused)
        if form is not None and form.index < len(rows_of(self.session.case, form.question.path)):
            first = form.page.questions[0].path_at(form.index)
            self.show_row(form.question.path, form.index, focused or first)
            if self.row_form is not None:
                self.row_form.check.take_up(form.check)
        elif self.page is not None:
            self.page.check.take_up(other.page.check)

    def go_to(self, target: str) -> None:
        """Go to the question of a path, to «page:ID», or to «step:ID»."""
        here = self.page.step.id if self.page else ""
        if target.startswith("page:") and self._return_to:
            self._return()
        elif here == "review":
            # «Изменить» leads back to the review once the answer is there.
            self._return_to = here
            self._open(target)
        else:
            self._open(target)

    def _open(self, target: str) -> None:
        kind, _, name = target.partition(":")
        if kind == "step":
            self.visit(name)
        elif kind == "page":
            step, page = _page(name)
            self.show_step(step.id, page)
        else:
            self._to_place(question_at(target), target)

    def _open_row(self, path: str, index: int) -> None:
        """Open a row from its list, to which one comes back."""
        self._list_first = True
        self.show_row(path, index)

    def show_row(self, path: str, index: int, focus: str = "") -> None:
        """Open the form of one row of a list, at the question of `focus` if one is given."""
        if self.page is None:
            return
        place = question_at(path)
        if place is None:
            return
        form = RowForm(self.session, place.question, index, self._theme)
        form.done.connect(self._back_to_list)
        form.help_wanted.connect(self.help_wanted)
        self.row_form = form
        self._middle.put(form)
        if focus:
            form.show_path(focus)
        QTimer.singleShot(0, self._focus_later)
        self._focus = focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.row_form is not None:
            self.row_form.leave()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        s = self._theme.sizes
        narrow = self.width() < s.steps_width + 0.85 * s.reading_width
        self.steps.setVisible(not narrow)
        self.steps_button.setVisible(narrow)
        self.letter.setVisible(self.width() >= self._fold_at)
        if event.oldSize().width() != event.size().width():
            self._share()
        super().resizeEvent(event)

    def _share(self) -> None:
        """Give the form the width it reads well at and the letter the rest, or as one chose."""
        s = self._theme.sizes
        chosen = remembered_number(self.session.register, _SHARE, 0)
        form = round(s.reading_width + 2 * s.far + s.gap)
        room = max(0, self.width() - (0 if self.steps.isHidden() else round(s.steps_width)))
        form = min(form, max(room - round(s.reading_width / 2), room // 2))
        form = round(room * chosen / 100) if chosen else form
        self.splitter.setSizes([form, max(0, room - form)])

    def _keep_share(self) -> None:
        """Keep the share of the form, in percent: the next window and the next case have it too."""
        form, letter = self.splitter.sizes()
        if form and letter:
            share = round(100 * form / (form + letter))
            remember(self.session.register, _SHARE, str(share))

    def _to_place(self, place: Place | None, path: str) -> None:
        if place is None:
            self.show_step(STEPS[0].id)
        elif place.row is not None:
            self.show_step(place.step.id, _page_of_rows(place.step, path.split("[")[0]))
            self._list_first = False
            self.show_row(path.split("[")[0], place.row, path)
        else:
            page = None if place.page.by_view else place.page
            self.show_step(place.step.id, page, place.path)
        self._asked_for = True

    def _return(self) -> None:
        step_id, self._return_to = self._return_to, ""
        self.show_step(step_id)

    def _leave(self, direction: int) -> None:
        if self._return_to:
            self._return()
            return
        ids = [step.id for step in STEPS]
        there = (ids.index(self.page.step.id) if self.page else 0) + direction
        if 0 <= there < len(ids):
            self.show_step(ids[there])
        else:
            # Before the first step and after the last there is the list of cases.
            QTimer.singleShot(0, self.list_wanted.emit)

    def _back_to_list(self) -> None:
        if self._return_to and not self._list_first:
            self._return()
        elif self.page is not None:
            self.show_step(self.page.step.id, self.page.page)

    def _shown(self) -> Mapping[str, QWidget]:
        """Return the questions that are shown, by path."""
        return self.row_form.rows if self.row_form else self.page.rows if self.page else {}

    def _focus_later(self) -> None:
        if self.row_form is not None:
            if not self.row_form.show_path(self._focus):
                self.row_form.focus_first()
            if self._asked_for:
                self.row_form.check.tell(self._focus)
        elif self.page is not None:
            self.page.focus_on(self._focus)
            if self._asked_for:
                self.page.check.tell(self._focus)
        if self.session.reading and self.page is not None:
            way_on = self.row_form.go_on if self.row_form else self.page.continue_button
            show_unfocused(self._middle, self._shown().get(self._focus), way_on)

    def _arrange(self) -> None:
        row = QSplitter(Qt.Orientation.Horizontal)
        row.addWidget(self.steps)
        row.addWidget(self.splitter)
        row.setHandleWidth(0)
        row.setStretchFactor(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(ReadingBanner(self.session, self._theme.sizes))
        box.addWidget(self.steps_button)
        box.addWidget(row, 1)


def _known(step_id: str | None) -> str:
    """Return the step where one stopped, the first one where it is not known."""
    return next((step.id for step in STEPS if step.id == step_id), STEPS[0].id)


def _page(page_id: str) -> tuple[Step, Page]:
    return next((step, page) for step in STEPS for page in step.pages if page.id == page_id)


def _page_of_rows(step: Step, path: str) -> Page | None:
    return next((p for p in step.pages if any(q.path == path for q in p.questions)), None)
