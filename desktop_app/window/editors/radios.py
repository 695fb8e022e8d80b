"""Radio buttons, each with its words and what they mean for the person."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.interview.question import Choice
from desktop_app.window.editors.parts import text_label, without_margins
from desktop_app.window.look.theme import Theme


class RadioLine(QWidget):
    """One answer: a radio button, its words, which wrap, and below them its meaning.

    A press anywhere on the line chooses it.
    """

    def __init__(self, choice: Choice, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        self.radio = QRadioButton(self)
        self.radio.setAccessibleName(choice.label)
        self.radio.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = QVBoxLayout()
        without_margins(words, 1)
        top = round(theme.sizes.hair + 2)
        words.setContentsMargins(0, top, 0, 0)
        words.addWidget(text_label("choice", choice.label, self))
        if choice.meaning:
            words.addWidget(text_label("small", choice.meaning, self))
        line = QHBoxLayout(self)
        without_margins(line, theme.sizes.hair)
        line.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.click()


class Radios(QWidget):
    """A column of radio lines; up and down go through them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        without_margins(self._column, theme.sizes.hair)
        self.group = QButtonGroup(self)
        self.lines: list[RadioLine] = []

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is offered."""
        return tuple(line.choice for line in self.lines)

    def offer(self, choices: tuple[Choice, ...]) -> None:
        """Offer these answers; those that are offered already stay as they are."""
        if choices == self.choices:
            return
        for line in self.lines:
            self.group.removeButton(line.radio)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [RadioLine(choice, self._theme, self) for choice in choices]
        for number, line in enumerate(self.lines):
            self.group.addButton(line.radio, number)
            self._column.addWidget(line)

    def mark(self, index: int | None) -> None:
        """Show which answer stands, None for none."""
        if index is not None:
            self.lines[index].radio.setChecked(True)
            return
        self.group.setExclusive(False)
        for line in self.lines:
            line.radio.setChecked(False)
        self.group.setExclusive(True)

    def marked(self) -> RadioLine | None:
        """Return the line that is marked."""
        return next((line for line in self.lines if line.radio.isChecked()), None)
