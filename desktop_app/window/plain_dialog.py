"""A dialog of a few words, fields and buttons, one below the other, at any size of the type."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.russian.typography import tidy
from desktop_app.window.editors.parts import button, show_text, text_label
from desktop_app.window.look.announce import announce
from desktop_app.window.look.flow_layout import FlowLayout

_LETTERS_WIDE = 72
_ROOM = 40
_EDGE = 2
"""How wide the frame is that shows that the keyboard scrolls the words."""


class PlainDialog(QDialog):
    """Its parts are added from the top; the buttons stand at the end and never scroll away."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.setWindowTitle(tidy(title))
        self.ensurePolished()
        letter = self.fontMetrics()
        self._near = letter.height() // 2
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setProperty("role", "reading")
        self._area.setAccessibleName(self.windowTitle())
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = QWidget()
        self.body.setProperty("role", "page")
        self.parts = QVBoxLayout(self.body)
        self.parts.setContentsMargins(0, 0, self._near, 0)
        self.parts.setSpacing(self._near)
        self._area.setWidget(self.body)
        self._buttons = QWidget(self)
        self._flow = FlowLayout(self._buttons, self._near)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(*[letter.height() * 3 // 2] * 4)
        column.setSpacing(2 * self._near)
        column.addWidget(self._area, 1)
        column.addWidget(self._buttons)
        self._wide = _LETTERS_WIDE * letter.averageCharWidth()
        self.problem = text_label("problem", "", self.body)
        self.problem.hide()
        self.say("section", title)

    def say(self, role: str, text: str) -> QLabel:
        """Add words."""
        label = text_label(role, tidy(text), self.body)
        self.parts.addWidget(label)
        return label

    def add_button(self, role: str, text: str) -> QPushButton:
        """Add a button to the row at the end; «Отмена» is added by `add_cancel`."""
        made = button(role, text, self._buttons)
        self._flow.addWidget(made)
        return made

    def add_cancel(self, text: str = "Отмена") -> QPushButton:
        """Add the button that closes the dialog without doing anything."""
        made = self.add_button("plain", text)
        made.clicked.connect(self.reject)
        return made

    def say_problem(self, sentence: str, field: QWidget) -> None:
        """Say what is wrong and go to the field that is meant; the dialog stays."""
        show_text(self.problem, tidy(sentence))
        self.problem.show()
        announce(self.problem)
        self.fit()
        field.setFocus()
        self._bring(self.problem, field)

    def take_problem_back(self) -> None:
        """What was wrong is so no more."""
        self.problem.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now its parts wear the look in force and know how large they are."""
        super().showEvent(event)
        self.fit()
        focus = self.focusWidget()
        if focus is not None and self.body.isAncestorOf(focus):
            self._bring(focus)

    def fit(self) -> None:
        """Be as large as what it holds, and never larger than the screen."""
        self.parts.activate()
        room = self.screen().availableGeometry()
        margins = self._column.contentsMargins()
        beside = margins.left() + margins.right()
        wide = min(self._wide, room.width() - beside - _ROOM)
        # Words that wrap have both: what they need at this width, and what they never go below.
        inside = wide - 2 * _EDGE
        needed = self.parts.heightForWidth(inside), self.body.minimumSizeHint().height()
        high = max(needed) + 2 * _EDGE + self._flow.heightForWidth(wide)
        around = margins.top() + margins.bottom() + self._column.spacing() + self._near
        most = room.height() - _ROOM
        # Words out of sight are reached by the keyboard too.
        scrolls = high + around > most
        policy = Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus
        self._area.setFocusPolicy(policy)
        self.resize(wide + beside, min(high + around, most))

    def _bring(self, *pieces: QWidget) -> None:
        """Scroll so that the pieces can be seen, the last one in any case."""
        # Once what has just been shown is laid out.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        for piece in pieces:
            self._area.ensureWidgetVisible(piece, 0, self._near)
