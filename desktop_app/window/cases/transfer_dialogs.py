"""The passwords of transfer files: chosen for one that goes, typed for one that came."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget

from desktop_app.errors import UserError
from desktop_app.register import transfer
from desktop_app.register.password_length import LENGTH
from desktop_app.register.transfer_password import as_key, new_password, refusal
from desktop_app.russian.typography import tidy
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
        self.parts.addWidget(self.problem)
        self.first = _field(self, f"Пароль, {LENGTH}")
        self.second = _field(self, "Пароль ещё раз")
        self.shown = _show_box(self)
        self.shown.toggled.connect(self._show)
        for field in (self.first, self.second):
            field.textChanged.connect(self.take_problem_back)
        self.parts.addStretch()
        self.go_on = self.add_button("main", "Сохранить файл…")
        self.go_on.setDefault(True)
        self.make = self.add_button("plain", "Придумать пароль")
        self.add_cancel()
        self.go_on.clicked.connect(self._accept)
        self.make.clicked.connect(self._make)
        self.fit()
        self.first.setFocus()

    @property
    def password(self) -> str:
        """The password."""
        return self.first.text()

    def _make(self) -> None:
        password = new_password()
        self.first.setText(password)
        self.second.setText(password)
        self.shown.setChecked(True)
        self.first.setFocus()

    def _show(self, shown: bool) -> None:
        for field in (self.first, self.second):
            _show_letters(field, shown)

    def _accept(self) -> None:
        reason = refusal(self.first.text())
        if reason is not None:
            self.say_problem(reason, self.first)
        elif self.first.text() != self.second.text():
            self.say_problem("Пароли разные. Впишите второй ещё раз.", self.second)
            self.second.selectAll()
        else:
            self.accept()


class OpenDialog(PlainDialog):
    """Asks for the password of a file until it opens; `found` is what it holds then."""

    def __init__(self, parent: QWidget, path: Path) -> None:
        super().__init__(parent, "Дело под паролем")
        self._path = path
        self.found: tuple[Case, Scans] | None = None
        self.say("soft", f"Файл «{path.name}» закрыт паролем. Пароль знает тот, кто передал дело.")
        self.parts.addWidget(self.problem)
        self.field = _field(self, "Пароль")
        self.shown = _show_box(self)
        self.shown.toggled.connect(self._show)
        self.field.textChanged.connect(self.take_problem_back)
        self.parts.addStretch()
        self.open_button = self.add_button("main", "Открыть")
        self.open_button.setDefault(True)
        self.add_cancel()
        self.open_button.clicked.connect(self._open)
        self.fit()
        self.field.setFocus()

    def _show(self, shown: bool) -> None:
        _show_letters(self.field, shown)

    def _open(self) -> None:
        if not as_key(self.field.text()):
            self.say_problem("Впишите пароль.", self.field)
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.found = transfer.read(self._path, self.field.text())
        except UserError as error:
            self.say_problem(str(error), self.field)
            self.field.selectAll()
        else:
            self.accept()
        finally:
            QApplication.restoreOverrideCursor()


def _field(dialog: PlainDialog, name: str) -> QLineEdit:
    label = dialog.say("label", name)
    field = QLineEdit(dialog.body)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(tidy(name))
    label.setBuddy(field)
    dialog.parts.addWidget(field)
    return field


def _show_box(dialog: PlainDialog) -> QCheckBox:
    box = QCheckBox(tidy("Показать пароль"), dialog.body)
    box.setAccessibleName(box.text())
    dialog.parts.addWidget(box)
    return box


def _show_letters(field: QLineEdit, shown: bool) -> None:
    mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
    field.setEchoMode(mode)
