"""The pieces that pages of reading are made of: words, links, cards. No answers, no law."""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.russian.typography import tidy
from desktop_app.window.look.flow_layout import FlowLayout
from desktop_app.window.look.theme import Sizes

_LONG_RUN = re.compile(r"[^\s\u00a0\u200b]{24}")
FOCUS_FRAME = 3
_LARGE = 1.4
_ZERO_WIDTH_SPACE = "\u200b"


def breakable(typed: str) -> str:
    """Return typed text in which also a word without an end may break over lines."""
    return _LONG_RUN.sub(rf"\g<0>{_ZERO_WIDTH_SPACE}", typed)


class _Button(QPushButton):
    """A button with room for the frame that the focus draws around its text."""

    def sizeHint(self) -> QSize:
        """Return the size with room for the frame at both sides."""
        return super().sizeHint() + QSize(2 * FOCUS_FRAME, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which the text would be cut."""
        return self.sizeHint()


def words(text: str, role: str = "") -> QLabel:
    """Return text that wraps, is never taken for markup and can be read by keyboard."""
    label = QLabel(breakable(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    label.setAccessibleName(text)
    return label


def button(
    text: str, do: Callable[..., object], role: str = "", name: str = "", *, says: str
) -> QPushButton:
    """Return a button; `name` is what a screen reader says where `text` is too short alone.

    `says` describes what pressing it does, or what it is about.
    """
    made = _Button(tidy(text))
    made.setProperty("role", role)
    made.setAccessibleName(name or made.text())
    made.setAccessibleDescription(tidy(says))
    made.setAutoDefault(False)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    made.clicked.connect(partial(_do, do))
    return made


def link(text: str, do: Callable[..., object], name: str, *, says: str) -> QPushButton:
    """Return a button that looks like a link, at least as high as a finger needs."""
    made = button(text, do, "link", name, says=says)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def _do(do: Callable[..., object], _checked: bool = False) -> None:
    do()


class Card(QFrame):
    """A framed group with a heading; `add` puts a piece below the others."""

    def __init__(self, role: str, sizes: Sizes, title: str = "") -> None:
        super().__init__()
        self.setProperty("role", role)
        self._column = QVBoxLayout(self)
        edge = round(sizes.gap)
        self._column.setContentsMargins(edge + 2, edge, edge + 2, edge)
        self._column.setSpacing(round(sizes.near))
        if title:
            self.add(words(tidy(title), "section"))
            self.setAccessibleName(tidy(title))

    def add(self, piece: QWidget | QLayout) -> None:
        """Put a piece below the others."""
        if isinstance(piece, QWidget):
            self._column.addWidget(piece)
        else:
            self._column.addLayout(piece)


def readable_column(page: QWidget, sizes: Sizes) -> QVBoxLayout:
    """Give a page a scrolled column in its middle, no wider than one reads with ease."""
    ground, middle = QWidget(), QWidget()
    ground.setProperty("role", "page")
    middle.setMaximumWidth(round(sizes.reading_width * 1.4))
    made = QVBoxLayout(middle)
    edge = round(sizes.gap if is_large(sizes) else sizes.far)
    made.setContentsMargins(edge, edge, edge, round(sizes.wide))
    around = QHBoxLayout(ground)
    around.setContentsMargins(0, 0, 0, 0)
    around.addStretch(1)
    around.addWidget(middle, 1000)
    around.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(ground)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(area)
    return made


def column(sizes: Sizes, *pieces: QWidget, spacing: float | None = None) -> QVBoxLayout:
    """Return pieces one below the other."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(round(sizes.hair if spacing is None else spacing))
    for piece in pieces:
        layout.addWidget(piece)
    return layout


def row(sizes: Sizes, *pieces: QWidget) -> QWidget:
    """Return pieces side by side, going on in a next line where the width ends."""
    line = QWidget()
    layout = FlowLayout(line, sizes.gap)
    for piece in pieces:
        layout.addWidget(piece)
    return line


def is_large(sizes: Sizes) -> bool:
    """Whether letters are so large that things go below one another, not side by side."""
    return sizes.text >= Sizes().text * _LARGE


def beside(sizes: Sizes, text: QLayout, control: QWidget) -> QBoxLayout:
    """Return text with a control at its right, in large letters below it."""
    large = is_large(sizes)
    directions = QBoxLayout.Direction
    layout = QBoxLayout(directions.TopToBottom if large else directions.LeftToRight)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0 if large else round(sizes.gap))
    layout.addLayout(text, 0 if large else 1)
    # Without «left» the most that the control may be wide would bind the text above it too, and
    # the height of long text would be that of a narrow column, which is then cut short.
    layout.addWidget(control, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return layout


def rule() -> QFrame:
    """Return a thin line between pieces."""
    line = QFrame()
    line.setProperty("role", "line")
    return line
