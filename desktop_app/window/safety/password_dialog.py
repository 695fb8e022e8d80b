"""«Пароль хранилища»: setting one, or changing and removing the one that is set."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.register.opening_password import GOOD, refusal
from desktop_app.register.password_length import LENGTH
from desktop_app.russian.typography import tidy
from desktop_app.window.look.theme import Sizes
from desktop_app.window.password_field import PasswordField, letters_box
from desktop_app.window.plain_dialog import PlainDialog
from desktop_app.window.views.pieces import Card, words

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


class PasswordDialog(PlainDialog):
    """Asks for a new password twice, and where one is set for the present one.

    `wanted` carries the present password and the new one (None: none at all); whoever takes it
    ends the dialog with `accept`, or says with `say_problem` why nothing has changed.
    """

    wanted = Signal(object, object)

    def __init__(self, locked: bool, sizes: Sizes, parent: QWidget) -> None:
        super().__init__(parent, TITLE, "title")
        self._locked = locked
        self.say("", _WHAT)
        warning = Card("care", sizes, "Забытый пароль не вернуть")
        warning.add(words(tidy(_FORGOTTEN)))
        self.present = PasswordField("Пароль, который действует сейчас")
        self.new = PasswordField("Новый пароль")
        self.again = PasswordField("Новый пароль ещё раз")
        self.letters = letters_box(self.present, self.new, self.again)
        fields = self.present, self.new, self.again
        for piece in (warning, self.problem, *fields, self.letters):
            self.parts.addWidget(piece)
        self.say("hint", _ADVICE)
        self.parts.addStretch()
        self.set_button = self.add_button(
            "main",
            "Сменить пароль" if locked else "Запереть паролем",
            self._set,
            "Зашифровать хранилище новым паролем.",
        )
        self.set_button.setDefault(True)
        self.remove = self.add_button("danger", "Убрать пароль", self._remove, _REMOVED)
        self.cancel = self.add_cancel(says="Ничего не менять.")
        self.present.setVisible(locked)
        self.remove.setVisible(locked)
        (self.present if locked else self.new).setFocus()

    def done(self, result: int) -> None:
        """Forget what was typed, however the dialog ends."""
        for field in (self.present, self.new, self.again):
            field.line.clear()
        super().done(result)

    def say_problem(self, sentence: str, field: QWidget | None = None) -> None:
        """Say why nothing has changed, and go to the field that is meant."""
        for one in (self.present, self.new, self.again):
            one.mark(one is field)
        super().say_problem(sentence, field or self.set_button)

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
