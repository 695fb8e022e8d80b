"""A person who has all the papers before them and types a whole case, page after page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from window_hands import focus, type_text

from desktop_app.interview.entry import current_choice, editable
from desktop_app.interview.flow import pages_of
from desktop_app.interview.question import ValueKind
from desktop_app.interview.steps import STEPS
from desktop_app.interview.told import (
    rows_of,
    said_no_document,
    said_none,
    said_unknown,
    value_of,
)
from desktop_app.window.editors.choice import UNKNOWN
from desktop_app.window.form.rows_view import RowsView

CHOSEN = (ValueKind.choice, ValueKind.yes_no, ValueKind.presence, ValueKind.earlier_repair)
WORD_OF_GOODS = {"appliances": "стиралка", "computers": "ноут", "phones": "айфон"}
NO_SUCH = "Нет"


class Typist:
    """Types the answers of `full` into an open window; `told` are the paths that were answered."""

    def __init__(self, hands, full):
        self.hands, self.full = hands, full
        self.told = []

    def tell_everything(self, on_page):
        """Go from the page that is shown to the last one by «Продолжить» alone.

        `on_page` is called with the id of each page before anything is typed there.
        """
        seen = []
        while True:
            page = self.hands.view.page
            seen.append(page.page.id if page.page else page.step.id)
            on_page(seen[-1])
            self.tell_page()
            if self._is_the_end(page):
                return seen
            self.hands.go_on()
            assert self.hands.view.page is not page, (seen, self._problems(page))

    def tell_page(self):
        """Answer what the page asks, in its order, until it asks nothing more."""
        rows = self.hands.rows
        while True:
            waiting = [p for p, row in rows.items() if not row.isHidden() and p not in self.told]
            if not waiting:
                return
            self.told.append(waiting[0])
            row = rows[waiting[0]]
            self._tell_rows(row) if isinstance(row, RowsView) else self.tell(row)
            QApplication.processEvents()

    def tell(self, row):
        """Answer one question as the papers have it; leave it where they are silent."""
        question, number, full = row.question, row.row, self.full
        if said_unknown(full, question, number):
            self._say_unknown(row)
        elif said_no_document(full, question, number):
            self.hands.press(row.no_document)
        elif question.kind in CHOSEN:
            self._choose(row)
        elif value_of(full, question, number) is None:
            return
        elif question.kind is ValueKind.goods:
            self._search(row)
        else:
            row.focus_editor()
            type_text(editable(full, question, number))

    def _choose(self, row):
        choice = current_choice(self.full, row.question, row.row)
        if choice is not None:
            self.hands.choose(row, choice.label)
        elif row.question.kind is ValueKind.presence:
            self.hands.choose(row, NO_SUCH)

    def _say_unknown(self, row):
        if row.editor.offers_unknown:
            self.hands.choose(row, UNKNOWN)
        else:
            self.hands.press(row.unknown)

    def _search(self, row):
        row.focus_editor()
        type_text(WORD_OF_GOODS[self.full.purchase.category])
        self.hands.qtbot.keyClick(focus(), Qt.Key.Key_Down)
        self.hands.qtbot.keyClick(focus(), Qt.Key.Key_Return)

    def _tell_rows(self, table):
        view, count = self.hands.view, len(rows_of(self.full, table.path))
        if said_none(self.full, table.question) or not count:
            self.hands.press(table.none)
        for _ in range(count):
            self.hands.press(view.page.rows[table.path].add)
            QApplication.processEvents()
            while view.row_form is not None:
                page = view.row_form.page
                self.tell_page()
                self.hands.press(view.row_form.go_on)
                QApplication.processEvents()
                still = view.row_form is not None and view.row_form.page is page
                assert not still, self._problems(view.row_form)

    def _is_the_end(self, page):
        return page.step is STEPS[-1] and page.page is pages_of(self.case, page.step)[-1]

    @property
    def case(self):
        return self.hands.window.session.case

    def _problems(self, page):
        return [(problem.path, problem.sentence) for problem in page.found()]
