"""A list of answers (repairs, losses, own annexes): its table and what can be done with a row."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from desktop_app.assessment.model import Finding
from desktop_app.errors import UserError
from desktop_app.interview.question import Question
from desktop_app.interview.told import rows_of, said_none, value_of
from desktop_app.russian.numbers import counted
from desktop_app.russian.typography import tidy
from desktop_app.window.editors.field import asks_help
from desktop_app.window.editors.heading import Heading
from desktop_app.window.editors.parts import (
    button,
    show_text,
    text_label,
    without_margins,
)
from desktop_app.window.form.paste_dialog import PasteDialog
from desktop_app.window.form.row_lines import ROW_WORDS, cells_of
from desktop_app.window.form.rows_table import RowsTable
from desktop_app.window.look.announce import announce
from desktop_app.window.look.flow_layout import FlowLayout
from desktop_app.window.look.icons import dress
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session


class RowsView(QWidget):
    """The table of a list. `row_wanted` carries the path of the list and the number of a row."""

    row_wanted = Signal(str, int)
    help_wanted = Signal(object)

    def __init__(
        self, session: Session, question: Question, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session, self.question, self._theme = session, question, theme
        self.path = question.path
        self._own_change = False
        words = ROW_WORDS[self.path]
        self.heading = Heading(question, theme, self)
        self.table = RowsTable(words, theme, self)
        self.table.setAccessibleName(question.label)
        self.table.setAccessibleDescription(question.hint)
        self.empty = text_label("soft", tidy("Пока ни одной строки."), self)
        self._notice = QWidget(self)
        self.notice = text_label("said", "", self._notice)
        self.bring_back = button("link", "Вернуть", self._notice)
        self._buttons = QWidget(self)
        self.add = button("plain", words.added, self._buttons)
        self.edit = button("plain", "Изменить", self._buttons)
        self.copy = button("plain", "Копировать", self._buttons)
        self.remove = button("plain", "Убрать", self._buttons)
        self.up = button("plain", "Выше", self._buttons)
        self.down = button("plain", "Ниже", self._buttons)
        self.paste = button("plain", "Вставить списком…", self._buttons)
        self.paste.setAccessibleDescription(tidy("Из буфера обмена или из текста."))
        self.paste.setVisible(self.path == "repairs")
        self.none = QCheckBox(question.none_label, self)
        self.none.setAccessibleName(question.none_label)
        self.none.setAccessibleDescription(f"{question.label} {question.none_means}")
        self.none_means = text_label("hint", question.none_means, self)
        self.dialog: PasteDialog | None = None
        for row_button in self._row_buttons():
            said = row_button.accessibleDescription()
            row_button.setAccessibleDescription(f"{question.label} {said}".strip())
        dress(self.add, "add", theme)
        self.bring_back.setAccessibleDescription(question.label)
        self._arrange()
        self._connect()
        self.heading.label.setBuddy(self.add)
        self.refresh()

    def refresh(self) -> None:
        """Show the rows as the session has them."""
        case = self.session.case
        rows = rows_of(case, self.path)
        none = self._said_none()
        self.table.show_rows([cells_of(case, self.path, row) for row in range(len(rows))])
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows and not none)
        for row_button in (self.edit, self.copy, self.remove):
            row_button.setVisible(bool(rows))
        for row_button in (self.up, self.down):
            row_button.setVisible(len(rows) > 1)
        self.none.setChecked(none)
        self.none.setVisible(not rows)
        self.none_means.setVisible(none)
        self.setFocusProxy(self.table if rows else self.add)

    def show_problem(self, sentence: str | None, finding: Finding | None = None) -> None:
        """Show what is to be looked at above the table; None takes it away."""
        self.heading.show_problem(sentence)
        self.table.setAccessibleDescription(" ".join(filter(None, (sentence, self.question.hint))))

    def controls(self) -> list[QWidget]:
        """Return what Tab reaches, in the order of reading."""
        return [self.table, *self._row_buttons(), self.none]

    def _row_buttons(self) -> list[QPushButton]:
        changing = [self.add, self.edit, self.copy, self.remove]
        return [*changing, self.up, self.down, self.paste]

    def focus_editor(self) -> None:
        """Go to the table, or where there is no row to the button that adds one."""
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Take F1 before a shortcut of the window does: it asks about this list."""
        if asks_help(event):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.help_wanted.emit(self.question)
            return True
        return bool(super().event(event))

    def _arrange(self) -> None:
        s = self._theme.sizes
        column = QVBoxLayout(self)
        without_margins(column, s.near)
        notice = FlowLayout(self._notice, s.near)
        notice.addWidget(self.notice)
        notice.addWidget(self.bring_back)
        self._notice.hide()
        buttons = FlowLayout(self._buttons, s.near)
        for part in self._row_buttons():
            buttons.addWidget(part)
        for widget in (self.heading, self.empty, self.table, self._notice, self._buttons):
            column.addWidget(widget)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.none_means)

    def _connect(self) -> None:
        self.heading.help_wanted.connect(self._ask_help)
        self.table.row_wanted.connect(self._want)
        self.table.row_unwanted.connect(self._remove)
        self.table.row_dragged.connect(self._put)
        self.add.clicked.connect(self._add)
        self.edit.clicked.connect(self._edit_current)
        self.copy.clicked.connect(self._copy_current)
        self.remove.clicked.connect(self._remove_current)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.paste.clicked.connect(self._open_paste)
        self.none.clicked.connect(self._say_none)
        self.bring_back.clicked.connect(self._bring_back)
        self.session.changed.connect(self._case_changed)

    def _said_none(self) -> bool:
        case = self.session.case
        # An empty list of repairs is an answer too; the other lists are empty from the first.
        told = self.path == "repairs" and value_of(case, self.question) == ()
        return said_none(case, self.question) or told

    def _case_changed(self, _path: str) -> None:
        if not self._own_change:
            self._notice.hide()
        self.refresh()

    def _want(self, row: int) -> None:
        self.row_wanted.emit(self.path, row)

    def _ask_help(self) -> None:
        self.help_wanted.emit(self.question)

    def _add(self) -> None:
        self._insert(None)

    def _insert(self, row: object, at: int | None = None) -> None:
        """Put a row in and show its form; a full list says so."""
        self.session.settle()
        try:
            index = self.session.add_row(self.path, row, at)
        except UserError as error:
            self.show_problem(str(error))
            return
        self.session.settle()
        self.show_problem(None)
        self.table.setCurrentCell(index, 1)
        self._want(index)

    def _edit_current(self) -> None:
        self._want(self.table.currentRow())

    def _copy_current(self) -> None:
        row = self.table.currentRow()
        self._insert(rows_of(self.session.case, self.path)[row], row + 1)

    def _remove_current(self) -> None:
        self._remove(self.table.currentRow())

    def _remove(self, row: int) -> None:
        self._own_change = True
        self.session.settle()
        self.session.remove_row(self.path, row)
        self.session.settle()
        self._own_change = False
        self._say(tidy("Строка убрана."), "Вернуть")
        self.setFocus()

    def _move(self, by: int) -> None:
        """Move the current row; what refers to it by its number follows."""
        row = self.table.currentRow()
        if 0 <= row + by < len(rows_of(self.session.case, self.path)):
            self._put(row, row + by)

    def _put(self, row: int, to: int) -> None:
        self.session.settle()
        self.session.move_row(self.path, row, to)
        self.session.settle()
        self.table.setCurrentCell(to, 1)

    def _say(self, words: str, take_back: str) -> None:
        show_text(self.notice, words)
        self.bring_back.setText(take_back)
        self.bring_back.setAccessibleName(take_back)
        self.bring_back.setAccessibleDescription(words)
        self._notice.show()
        announce(self.notice)

    def _bring_back(self) -> None:
        self._notice.hide()
        self.session.undo()
        self.setFocus()

    def _open_paste(self) -> None:
        self.dialog = PasteDialog(self.session, self._theme, self)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.taken.connect(self._paste)
        self.dialog.take_clipboard()
        self.dialog.open()
        self.dialog.field.setFocus()

    def _paste(self, text: str) -> None:
        self._own_change = True
        self.session.settle()
        try:
            lines = self.session.paste_repairs(text)
        except UserError as error:
            if self.dialog is not None:
                self.dialog.say_problem(str(error))
            return
        finally:
            self._own_change = False
        if self.dialog is not None:
            self.dialog.accept()
        self.session.settle()
        self.show_problem(None)
        # What pasted text never says is how a repair ended.
        repairs = counted(len(lines), "ремонт", "ремонта", "ремонтов")
        words = tidy(f"Вставлено: {repairs}. Откройте каждый и проверьте, чем он закончился.")
        self._say(words, tidy("Убрать вставленное"))
        self.activateWindow()
        self.setFocus()

    def _say_none(self, said: bool) -> None:
        self.session.settle()
        (self.session.say_none if said else self.session.say_there_is)(self.question)
        self.show_problem(None)
