"""«Пароль хранилища»: setting one, or changing and removing the one that is set."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.register.opening_password import GOOD, refusal
from desktop_app.register.password_length import LENGTH
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
from desktop_app.window.safety.unlock_dialog import show
from desktop_app.window.views.pieces import Card, button, row, words

TITLE = "Пароль хранилища"
_WHAT = (
    "С паролем все дела на диске зашифрованы: без него их не прочтёт ни другой человек, ни другая "
    "программа. Программа будет спрашивать его при каждом запуске."
)
_FORGOTTEN = (
    "Забытый пароль нельзя ни узнать, ни сбросить: дела останутся запертыми навсегда, помочь не "
    "сможет никто. Запишите пароль на бумаге и храните её отдельно от компьютера."
)
_ADVICE = f"{LENGTH.capitalize()}. Лучше всего {GOOD}"
_REMOVED = "Без пароля дела на диске сможет прочесть каждый, кто сядет за этот компьютер."


class PasswordDialog(QDialog):
    """Asks for a new password twice, and where one is set for the present one.

    `wanted` carries the present password and the new one (None: none at all); whoever takes it
    ends the dialog with `accept`, or says with `say_problem` why nothing has changed.
    """

    wanted = Signal(object, object)

    def __init__(self, locked: bool, sizes: Sizes, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.present = PasswordField("Пароль, который действует сейчас", sizes)
        self.new = PasswordField("Новый пароль", sizes)
        self.again = PasswordField("Новый пароль ещё раз", sizes)
        self.present.setVisible(locked)
        self._locked = locked
        self.letters = letters_box(self.present, self.new, self.again)
        self.problem = words("", "problem")
        self.problem.hide()
        self.set_button = button(
            "Сменить пароль" if locked else "Запереть паролем",
            self._set,
            "main",
            says="Зашифровать хранилище новым паролем.",
        )
        self.remove = button("Убрать пароль", self._remove, "danger", says=_REMOVED)
        self.remove.setVisible(locked)
        self.cancel = button("Отмена", self.reject, says="Ничего не менять.")
        page = page_of(self, sizes, row(sizes, self.set_button, self.remove, self.cancel))
        warning = Card("care", sizes, "Забытый пароль не вернуть")
        warning.add(words(tidy(_FORGOTTEN)))
        for piece in (
            *(words(TITLE, "title"), words(tidy(_WHAT)), warning, self.problem),
            *(self.present, self.new, self.again, self.letters, words(tidy(_ADVICE), "hint")),
        ):
            page.addWidget(piece)
        page.addStretch(1)
        self.set_button.setDefault(True)
        (self.present if locked else self.new).setFocus()
        self._sizes = sizes

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self, self._sizes)
        bring(self, self.present if self._locked else self.new)

    def done(self, result: int) -> None:
        """Forget what was typed, however the dialog ends."""
        for field in (self.present, self.new, self.again):
            field.line.clear()
        super().done(result)

    def say_problem(self, sentence: str, field: PasswordField | None = None) -> None:
        """Say why nothing has changed, and go to the field that is meant."""
        show(self.problem, sentence)
        announce(self.problem, self.problem.accessibleName())
        for one in (self.present, self.new, self.again):
            one.mark(one is field)
        (field or self.set_button).setFocus()
        grow(self)
        bring(self, *filter(None, (field, self.problem)))

    def _set(self) -> None:
        if self._locked and not self.present.text():
            self.say_problem("Впишите пароль, который действует сейчас.", self.present)
        elif not self.new.text():
            self.say_problem("Впишите новый пароль.", self.new)
        elif self.new.text() != self.again.text():
            self.say_problem("Два раза вписано разное. Впишите новый пароль снова.", self.again)
        elif (wrong := refusal(self.new.text())) is not None:
            self.say_problem(wrong, self.new)
        else:
            self.wanted.emit(self._present_typed(), self.new.text())

    def _remove(self) -> None:
        if not self.present.text():
            self.say_problem("Впишите пароль, который действует сейчас.", self.present)
        else:
            self.wanted.emit(self._present_typed(), None)

    def _present_typed(self) -> str | None:
        return self.present.text() if self._locked else None
