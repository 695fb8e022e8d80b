"""What could not be read, or in several ways: the sentence, and a button for each meaning."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop_app.russian.reading.result import Read
from desktop_app.window.editors.parts import button, show_text, text_label
from desktop_app.window.look.announce import announce
from desktop_app.window.look.flow_layout import FlowLayout
from desktop_app.window.look.theme import Theme
from desktop_app.window.look.wrapped_link import WrappedLink

# A button's words stand in one line: longer ones are links that wrap.
_LONGEST_BUTTON = 40


class Doubt(QFrame):
    """A frame of care below the field; `meant` carries the value that was meant."""

    meant = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "care")
        self._label = text_label("text", "", self)
        self._line = QWidget(self)
        self._flow = FlowLayout(self._line, theme.sizes.near)
        self._long = QVBoxLayout()
        self._long.setSpacing(0)
        self._choices: tuple[Read[Any], ...] = ()
        self.buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(*[round(theme.sizes.near)] * 4)
        column.setSpacing(round(theme.sizes.near))
        column.addWidget(self._label)
        column.addWidget(self._line)
        column.addLayout(self._long)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said at present, empty for nothing."""
        return "" if self.isHidden() else self._label.accessibleName()

    def settle(self) -> None:
        """Nothing is in doubt."""
        self.hide()

    def say(self, sentence: str) -> None:
        """Say why the text could not be read."""
        self.ask(sentence, ())

    def ask(self, sentence: str, choices: tuple[Read[Any], ...]) -> bool:
        """Ask which is meant; return whether new buttons were made for it."""
        new = self.isHidden() or sentence != self._label.accessibleName()
        show_text(self._label, sentence)
        self._label.setVisible(bool(sentence))
        self._line.setVisible(bool(choices))
        made = choices != self._choices
        if made:
            self._make_buttons(choices)
        self.show()
        if new:
            announce(self._label)
        return made

    def _make_buttons(self, choices: tuple[Read[Any], ...]) -> None:
        for old in self.buttons:
            self._flow.removeWidget(old)
            self._long.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._choices, self.buttons = choices, []
        long = any(len(choice.said) > _LONGEST_BUTTON for choice in choices)
        for choice in choices:
            made = WrappedLink(choice.said, self) if long else button("plain", choice.said, self)
            (self._long if long else self._flow).addWidget(made)
            made.clicked.connect(partial(self._mean, choice.value))
            self.buttons.append(made)

    def _mean(self, value: object, _checked: bool = False) -> None:
        self.meant.emit(value)
