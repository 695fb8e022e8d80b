"""«Хранилище заперто»: the password, and a wait that grows with every wrong one."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from desktop_app.errors import UserError
from desktop_app.register.faults import WrongPasswordError
from desktop_app.russian.numbers import counted
from desktop_app.russian.typography import tidy
from desktop_app.window.look.announce import announce
from desktop_app.window.look.theme import Sizes
from desktop_app.window.safety.password_field import (
    PasswordField,
    bring,
    fit,
    grow,
    letters_box,
    page_of,
)
from desktop_app.window.views.pieces import button, row, words

TITLE = "Хранилище заперто"
_FREE_TRIES = 3
_LONGEST = 60
_SECOND_MS = 1000
_OFTEN = (
    "Если пароль точно верный, возможно, повреждён сам файл: тогда поможет его копия. Забытый "
    "пароль восстановить нельзя."
)
_COPIES = (
    "Если есть копия, которую вы можете открыть, вернитесь к ней. Запертый файл не удалится: он "
    "останется среди копий."
)


def wait_after(wrong: int) -> int:
    """Return for how many seconds the next try waits after so many wrong ones."""
    return 0 if wrong < _FREE_TRIES else min(2 ** (wrong - _FREE_TRIES + 1), _LONGEST)


class UnlockDialog(QDialog):
    """Asks until `try_open` takes a password. It raises WrongPasswordError for a wrong one.

    Another UserError ends the dialog too and is left in `error`. What was typed is not kept.
    With `copies` it offers them after some wrong passwords; `copy_wanted` says whether it was
    ended so.
    """

    def __init__(
        self,
        try_open: Callable[[str], None],
        sizes: Sizes,
        what: str,
        title: str = TITLE,
        parent: QWidget | None = None,
        copies: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tidy(title))
        self.setAccessibleName(tidy(title))
        self.error: UserError | None = None
        self.wrong = 0
        self.copy_wanted = False
        self._copies, self._sizes = copies, sizes
        self._left = 0
        self._try_open = try_open
        self.field = PasswordField("Пароль", sizes)
        self.letters = letters_box(self.field)
        self.problem = words("", "problem")
        self.hint = words(tidy(f"{_OFTEN} {_COPIES}" if copies else _OFTEN), "hint")
        self.open_button = button(
            "Открыть", self._open, "main", says="Открыть хранилище этим паролем."
        )
        self.close_button = button("Закрыть", self.reject, says="Ничего не открывать.")
        self.restore = button(
            "Восстановить из копии…",
            self._want_copy,
            says="Показать копии, к которым можно вернуться.",
        )
        foot = row(sizes, self.open_button, self.restore, self.close_button)
        page = page_of(self, sizes, foot)
        heading = words(tidy(title), "title"), words(tidy(what))
        for piece in (*heading, self.problem, self.field, self.letters, self.hint):
            page.addWidget(piece)
        page.addStretch(1)
        self.problem.hide()
        self.hint.hide()
        self.restore.hide()
        self.open_button.setDefault(True)
        self._timer = QTimer(self, interval=_SECOND_MS)
        self._timer.timeout.connect(self._wait)
        self.field.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self, self._sizes)
        bring(self, self.field)

    def done(self, result: int) -> None:
        """Forget what was typed, however the dialog ends."""
        self.field.line.clear()
        self._timer.stop()
        super().done(result)

    def _open(self) -> None:
        if self._left:
            return
        try:
            self._try_open(self.field.text())
        except WrongPasswordError as error:
            self._refused(str(error))
        except UserError as error:
            if not self.field.text():
                self._say(str(error))
                return
            self.error = error
            self.reject()
        else:
            self.accept()

    def _want_copy(self) -> None:
        self.copy_wanted = True
        self.reject()

    def _refused(self, sentence: str) -> None:
        self.wrong += 1
        self._left = wait_after(self.wrong)
        self._sentence = sentence
        self.hint.setVisible(self.wrong >= _FREE_TRIES)
        self.restore.setVisible(self._copies and self.wrong >= _FREE_TRIES)
        self.field.line.selectAll()
        self._tell()
        announce(self.problem, self.problem.accessibleName())
        if self._left:
            self.open_button.setEnabled(False)
            self._timer.start()

    def _wait(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._timer.stop()
            self.open_button.setEnabled(True)
        self._tell()

    def _tell(self) -> None:
        pause = ""
        if self._left:
            seconds = counted(self._left, "секунду", "секунды", "секунд")
            pause = f" Снова попробовать можно через {seconds}."
        self._say(self._sentence + pause)

    def _say(self, sentence: str) -> None:
        show(self.problem, sentence)
        self.field.mark(True)
        self.field.setFocus()
        grow(self)
        bring(self, self.problem, self.field)


def show(label: QLabel, sentence: str) -> None:
    """Show a sentence in a label that was hidden."""
    label.setText(tidy(sentence))
    label.setAccessibleName(tidy(sentence))
    label.show()
