"""A person at the window: goes from step to step, presses keys, never sets a value."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton

from desktop_app.interview.form import question_at
from desktop_app.interview.question import ValueKind
from desktop_app.russian.typography import tidy

NONE = Qt.KeyboardModifier.NoModifier


def focus():
    return QApplication.focusWidget()


def type_text(text):
    """Press and release a key for each letter, at whatever has the focus then."""
    for letter in text:
        key = ord(letter.upper())
        assert focus() is not None, "nothing has the keyboard"
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus(), QKeyEvent(kind, key, NONE, letter))


class Hands:
    """The keyboard on one window."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window = qtbot, window

    @property
    def view(self):
        return self.window.case_view

    @property
    def rows(self):
        """The questions on the page that is shown, by path."""
        return self.view.row_form.rows if self.view.row_form else self.view.page.rows

    def press(self, button):
        button.setFocus()
        self.qtbot.keyClick(button, Qt.Key.Key_Space)

    def go_on(self):
        """Press «Продолжить» and let the next page take the focus."""
        self.press(self.view.page.continue_button)
        QApplication.processEvents()

    def answer(self, path, text):
        """Go to the question by its path and type; a radio button is chosen by its words."""
        if self.view.row_form is None and path not in self.rows:
            self.view.go_to(path)
        QApplication.processEvents()
        if self.view.row_form is not None:
            path = path.replace("[]", f"[{self.view.row_form.index}]")
            if path not in self.rows:
                self.view.row_form.show_path(path)
        place = question_at(path)
        row = self.rows[path]
        if place.question.kind in (
            ValueKind.choice,
            ValueKind.yes_no,
            ValueKind.presence,
            ValueKind.earlier_repair,
        ):
            self.choose(row, text)
            return
        row.focus_editor()
        type_text(text)
        QApplication.processEvents()

    def choose(self, row, words):
        buttons = row.findChildren(QRadioButton)
        wanted = tidy(words)
        (button,) = [
            b for b in buttons if wanted in (tidy(b.text()), tidy(b.accessibleName()))
        ] or [b for b in buttons if tidy(b.accessibleName() or b.text()).startswith(wanted)]
        self.press(button)

    def link(self, words):
        """Press the button of the page whose words begin so."""
        buttons = self.window.centralWidget().findChildren(QPushButton)
        (button,) = [b for b in buttons if b.isVisible() and b.text().startswith(words)][:1]
        self.press(button)
        QApplication.processEvents()
