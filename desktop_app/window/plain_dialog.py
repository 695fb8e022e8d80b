"""A dialog of a few words, fields and buttons, one below the other, at any size of the type."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.russian.typography import tidy
from desktop_app.window.editors.parts import show_text, text_label
from desktop_app.window.look.announce import announce
from desktop_app.window.look.flow_layout import FlowLayout
from desktop_app.window.views.pieces import button

_LETTERS_WIDE = 72
_ROOM = 40
_EDGE = 2
"""How wide the frame is that shows that the keyboard scrolls the words."""


class PlainDialog(QDialog):
    """Its parts are added from the top; the buttons stand at the end and never scroll away.

    `heading` is the role of the title; below one of role «title» the parts stand further apart.
    The dialog is at least `least_lines` high where the screen is.
    """

    least_lines = 0

    def __init__(self, parent: QWidget | None, title: str, heading: str = "section") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.setWindowTitle(tidy(title))
        self.setAccessibleName(self.windowTitle())
        self.ensurePolished()
        letter = self.fontMetrics()
        self._near = letter.height() // 2
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setProperty("role", "reading")
        self._area.setAccessibleName(self.windowTitle())
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = QWidget()
        self.body.setProperty("role", "page")
        # By itself the area makes room for the words as high as they are at their narrowest.
        self.body.setMinimumHeight(1)
        self.parts = QVBoxLayout(self.body)
        self.parts.setContentsMargins(0, 0, self._near, 0)
        self.parts.setSpacing(letter.height() * 7 // 8 if heading == "title" else self._near)
        self._area.setWidget(self.body)
        self._buttons = QWidget(self)
        self._buttons.setContentsMargins(_EDGE, 0, _EDGE, 0)
        self._flow = FlowLayout(self._buttons, self._near)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(*[letter.height() * 5 // 4] * 4)
        column.setSpacing(2 * self._near)
        column.addWidget(self._area, 1)
        column.addWidget(self._buttons)
        self._wide = _LETTERS_WIDE * letter.averageCharWidth()
        self.problem = text_label("problem", "", self.body)
        self.problem.hide()
        self.say(heading, title)

    def say(self, role: str, text: str) -> QLabel:
        """Add words."""
        label = text_label(role, tidy(text), self.body)
        self.parts.addWidget(label)
        return label

    def add_button(
        self, role: str, text: str, do: Callable[..., object], says: str = ""
    ) -> QPushButton:
        """Add a button to the row at the end; `says` describes what pressing it does."""
        made = button(text, do, role, says=says)
        self._flow.addWidget(made)
        return made

    def add_cancel(self, text: str = "Отмена", says: str = "") -> QPushButton:
        """Add the button that closes the dialog without doing anything."""
        return self.add_button("plain", text, self.reject, says)

    def say_problem(self, sentence: str, field: QWidget) -> None:
        """Say what is wrong and go to the field that is meant; the dialog stays."""
        self.show_problem(sentence)
        announce(self.problem)
        field.setFocus()
        self.bring(self.problem, field)

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong and no more."""
        show_text(self.problem, tidy(sentence))
        self.problem.show()
        self.grow()

    def take_problem_back(self) -> None:
        """What was wrong is so no more."""
        self.problem.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now its parts wear the look in force and know how large they are."""
        self.fit()
        super().showEvent(event)
        part: QWidget | None = self.focusWidget()
        while part is not None and part.parentWidget() is not self.body:
            part = part.parentWidget()
        if part is not None:
            self.bring(part)

    def fit(self) -> None:
        """Be as large as what it holds, and never larger than the screen."""
        margins = self._column.contentsMargins()
        beside = margins.left() + margins.right()
        most = self.screen().availableGeometry().width() - _ROOM
        self._resize(min(self._wide + beside, most), 0)

    def grow(self) -> None:
        """Make room for what has just been shown, if the screen has it."""
        if self.isVisible():
            self._resize(self.width(), self.height())

    def bring(self, *pieces: QWidget) -> None:
        """Scroll so that the pieces can be seen, the last one in any case; buttons always are."""
        _lay_out()
        for piece in filter(self.body.isAncestorOf, pieces):
            self._scroll_to(piece, piece.rect(), self._near)

    def bring_chosen(self, items: QListWidget) -> None:
        """Scroll a list, and the words above it, so that its chosen line is seen."""
        if items.currentRow() < 0:
            return
        _lay_out()
        items.scrollToItem(items.currentItem())
        self._scroll_to(items.viewport(), items.visualItemRect(items.currentItem()), _EDGE)

    def _scroll_to(self, piece: QWidget, place: QRect, around: int) -> None:
        # The end first: of a place higher than the room its beginning is to stay.
        for end in (place.bottomLeft(), place.topLeft()):
            self._area.ensureVisible(0, piece.mapTo(self.body, end).y(), 0, around)

    def _resize(self, wide: int, least: int) -> None:
        """Be so wide, and as high as all needs; what has no room is scrolled."""
        _lay_out()
        needed = self._needed(wide)
        most = self.screen().availableGeometry().height() - _ROOM
        # Words out of sight are reached by the keyboard too.
        policy = Qt.FocusPolicy.StrongFocus if needed > most else Qt.FocusPolicy.NoFocus
        self._area.setFocusPolicy(policy)
        lines = self.least_lines * self.fontMetrics().height()
        self.resize(wide, max(least, min(max(needed, lines), most)))

    def _needed(self, wide: int) -> int:
        """Return how high the dialog is at a width without scrolling."""
        margins = self._column.contentsMargins()
        inside = wide - margins.left() - margins.right() - 2 * _EDGE
        # A bar that is there goes only where the words fit beside it.
        words = inside - self._area.verticalScrollBar().sizeHint().width()
        around = margins.top() + margins.bottom() + self._column.spacing() + 2 * _EDGE
        return self.parts.heightForWidth(words) + self._flow.heightForWidth(inside) + around


def _lay_out() -> None:
    """Lay out what has just been shown."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
