"""The passwords of transfer files: chosen for one that goes, typed for one that came."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.errors import UserError
from desktop_app.register import transfer
from desktop_app.register.password_length import LENGTH
from desktop_app.register.transfer_password import as_key, new_password, refusal
from desktop_app.window.password_field import PasswordField, letters_box
from desktop_app.window.plain_dialog import PlainDialog

if TYPE_CHECKING:
    from desktop_app.case.model import Case
    from desktop_app.register.kept_scans import Scans

_SEND = (
    "Получится один файл под паролем: ответы и приложения, без прежних версий дела. "
    "Скажите пароль по телефону или при встрече, не в одном письме с файлом."
)


class SendDialog(PlainDialog):
    """Asks for the password twice, or makes one that is easy to tell."""

    def __init__(self, parent: QWidget, left_out: Sequence[str] = ()) -> None:
        super().__init__(parent, "Передать дело")
        self.say("soft", _SEND)
        for name in left_out:
            self.say("problem", f"Не войдёт файл «{name}»: в дело он не взят.")
        self.first = PasswordField(f"Пароль, {LENGTH}")
        self.second = PasswordField("Пароль ещё раз")
        self.letters = letters_box(self.first, self.second)
        for piece in (self.problem, self.first, self.second, self.letters):
            self.parts.addWidget(piece)
        for field in (self.first, self.second):
            field.line.textChanged.connect(self.take_problem_back)
        self.parts.addStretch()
        self.go_on = self.add_button("main", "Сохранить файл…", self._accept)
        self.go_on.setDefault(True)
        self.make = self.add_button("plain", "Придумать пароль", self._make)
        self.add_cancel()
        self.first.setFocus()

    @property
    def password(self) -> str:
        """The password."""
        return self.first.text()

    def _make(self) -> None:
        password = new_password()
        self.first.line.setText(password)
        self.second.line.setText(password)
        self.letters.setChecked(True)
        self.first.setFocus()

    def _accept(self) -> None:
        reason = refusal(self.first.text())
        if reason is not None:
            self.say_problem(reason, self.first)
        elif self.first.text() != self.second.text():
            self.say_problem("Пароли разные. Впишите второй ещё раз.", self.second)
            self.second.line.selectAll()
        else:
            self.accept()


class OpenDialog(PlainDialog):
    """Asks for the password of a file until it opens; `found` is what it holds then."""

    def __init__(self, parent: QWidget, path: Path) -> None:
        super().__init__(parent, "Дело под паролем")
        self._path = path
        self.found: tuple[Case, Scans] | None = None
        self.say("soft", f"Файл «{path.name}» закрыт паролем. Пароль знает тот, кто передал дело.")
        self.field = PasswordField("Пароль")
        self.letters = letters_box(self.field)
        for piece in (self.problem, self.field, self.letters):
            self.parts.addWidget(piece)
        self.field.line.textChanged.connect(self.take_problem_back)
        self.parts.addStretch()
        self.open_button = self.add_button("main", "Открыть", self._open)
        self.open_button.setDefault(True)
        self.add_cancel()
        self.field.setFocus()

    def _open(self) -> None:
        if not as_key(self.field.text()):
            self.say_problem("Впишите пароль.", self.field)
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.found = transfer.read(self._path, self.field.text())
        except UserError as error:
            self.say_problem(str(error), self.field)
            self.field.line.selectAll()
        else:
            self.accept()
        finally:
            QApplication.restoreOverrideCursor()
