"""«Хранилище заперто»: the password, and a wait that grows with every wrong one."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.errors import UserError
from desktop_app.register.faults import WrongPasswordError
from desktop_app.russian.numbers import counted
from desktop_app.window.password_field import PasswordField, letters_box
from desktop_app.window.plain_dialog import PlainDialog

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


class UnlockDialog(PlainDialog):
    """Asks until `try_open` takes a password. It raises WrongPasswordError for a wrong one.

    Another UserError ends the dialog too and is left in `error`. What was typed is not kept.
    With `copies` it offers them after some wrong passwords; `copy_wanted` says whether it was
    ended so.
    """

    def __init__(
        self,
        try_open: Callable[[str], None],
        what: str,
        title: str = TITLE,
        parent: QWidget | None = None,
        copies: bool = False,
    ) -> None:
        super().__init__(parent, title, "title")
        self.error: UserError | None = None
        self.wrong = 0
        self.copy_wanted = False
        self._copies = copies
        self._left = 0
        self._try_open = try_open
        self.say("", what)
        self.field = PasswordField("Пароль")
        self.letters = letters_box(self.field)
        for piece in (self.problem, self.field, self.letters):
            self.parts.addWidget(piece)
        self.hint = self.say("hint", f"{_OFTEN} {_COPIES}" if copies else _OFTEN)
        self.hint.hide()
        self.parts.addStretch()
        self.open_button = self.add_button(
            "main", "Открыть", self._open, "Открыть хранилище этим паролем."
        )
        self.open_button.setDefault(True)
        self.restore = self.add_button(
            "plain",
            "Восстановить из копии…",
            self._want_copy,
            "Показать копии, к которым можно вернуться.",
        )
        self.restore.hide()
        self.close_button = self.add_cancel("Закрыть", "Ничего не открывать.")
        self._timer = QTimer(self, interval=_SECOND_MS)
        self._timer.timeout.connect(self._wait)
        self.field.setFocus()

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
        self._say(self._told())
        if self._left:
            self.open_button.setEnabled(False)
            self._timer.start()

    def _wait(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._timer.stop()
            self.open_button.setEnabled(True)
        self.show_problem(self._told())

    def _told(self) -> str:
        if not self._left:
            return self._sentence
        seconds = counted(self._left, "секунду", "секунды", "секунд")
        return f"{self._sentence} Снова попробовать можно через {seconds}."

    def _say(self, sentence: str) -> None:
        self.field.mark(True)
        self.say_problem(sentence, self.field)
