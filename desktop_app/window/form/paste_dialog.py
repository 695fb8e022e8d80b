"""Repairs pasted as text: the lines, and beside them what was read, before they are taken."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.russian.numbers import counted
from desktop_app.russian.reading.repair_lines import MOST_LINES, RepairLine, read_repair_lines
from desktop_app.russian.typography import tidy
from desktop_app.window import dialogs
from desktop_app.window.editors.long_text import TextField
from desktop_app.window.editors.parts import (
    button,
    show_text,
    text_label,
    without_margins,
)
from desktop_app.window.form.row_lines import pasted_words
from desktop_app.window.look.announce import announce
from desktop_app.window.look.flow_layout import FlowLayout
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session


class PasteDialog(QDialog):
    """A field for the lines; below it each line read back.

    `taken` carries the text; whoever takes it ends the dialog with `accept`, or says with
    `say_problem` why it can't be taken: the text stays.
    """

    taken = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.setWindowTitle(tidy("Вставить ремонты"))
        label = text_label("label", tidy("Ремонты, по одному в строке"), self)
        hint = tidy(
            "Скопируйте строки из таблицы или впишите, например: 10.06.25–29.06.25 не заряжается."
        )
        hint_label = text_label("hint", hint, self)
        self.field = TextField(self)
        self.field.setAccessibleName(label.text())
        self.field.setAccessibleDescription(hint)
        label.setBuddy(self.field)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName(tidy("Что прочитано"))
        self._area.setProperty("role", "reading")
        self.problem = text_label("problem", "", self)
        self.problem.hide()
        self._offered = ""
        self.take = button("main", "Вставить", self)
        self.cancel = button("plain", "Отмена", self)
        self.take.clicked.connect(self._take)
        self.cancel.clicked.connect(self.reject)
        self.field.textChanged.connect(self._read_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[round(theme.sizes.wide)] * 4)
        column.setSpacing(round(theme.sizes.near))
        for part in (label, hint_label, self.problem, self.field):
            column.addWidget(part)
        column.addWidget(self._area, 1)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, theme.sizes.near)
        flow.addWidget(self.take)
        flow.addWidget(self.cancel)
        column.addWidget(buttons)
        self.resize(round(42 * theme.sizes.text), round(36 * theme.sizes.text))
        self._read_back()

    def take_clipboard(self) -> None:
        """Put the text of the clipboard into the field if most of its lines tell of a repair."""
        text = QGuiApplication.clipboard().text()
        lines = self._lines(text)
        if 2 * sum(line.handed_over is not None for line in lines) > len(lines):
            self._offered = text
            self.field.setPlainText(text)

    def say_problem(self, sentence: str) -> None:
        """Say why the lines can't be taken; they stay."""
        show_text(self.problem, sentence)
        self.problem.show()
        announce(self.problem)
        self.field.setFocus()

    def reject(self) -> None:
        """Close without taking anything; text that was typed here is asked about."""
        text = self.field.toPlainText()
        typed = text.strip() and text != self._offered
        if not typed or dialogs.ask(
            self, "Закрыть без вставки?", "Вписанные здесь строки пропадут.", "Закрыть", "Остаться"
        ):
            super().reject()

    def read_lines(self) -> list[str]:
        """Return what the dialog says of the lines."""
        return [label.accessibleName() for label in self._area.findChildren(QLabel)]

    def _lines(self, text: str) -> tuple[RepairLine, ...]:
        return read_repair_lines(text, self._session.today)

    def _read_back(self) -> None:
        text = self.field.toPlainText()
        lines = self._lines(text)
        shown = QWidget()
        shown.setProperty("role", "page")
        column = QVBoxLayout(shown)
        without_margins(column, self._theme.sizes.hair)
        for line in lines:
            column.addWidget(text_label("said", pasted_words(line), shown))
            for problem in line.problems:
                column.addWidget(text_label("problem", problem, shown))
        if any(line.problems for line in lines):
            words = tidy("Вставить можно и так: о красном программа спросит в каждом ремонте.")
            column.addWidget(text_label("hint", words, shown))
        more = sum(bool(line.strip()) for line in text.splitlines()) - MOST_LINES
        if more > 0:
            words = tidy(f"Прочитаны первые {MOST_LINES} строк, ещё {more} — нет.")
            column.addWidget(text_label("problem", words, shown))
        if not lines:
            words = tidy("Здесь появится, что программа прочитала в каждой строке.")
            column.addWidget(text_label("hint", words, shown))
        column.addStretch()
        self._area.setWidget(shown)
        repairs = counted(len(lines), "ремонт", "ремонта", "ремонтов")
        words = tidy(f"Вставить {repairs}") if lines else "Вставить"
        self.take.setText(words)
        self.take.setAccessibleName(words)

    def _take(self) -> None:
        """Take what was read; with nothing to take the cursor goes back into the field."""
        text = self.field.toPlainText()
        if not self._lines(text):
            self.field.setFocus()
            return
        self.taken.emit(text)
