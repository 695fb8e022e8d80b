"""The small parts that editors and tables are made of: labels, buttons, spoken notices."""

import itertools
import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QSizePolicy, QWidget

from desktop_app.russian.typography import tidy

_LONG_WORD = re.compile(r"\S{25,}")
_PIECE = re.compile(r"\S{8}(?=\S)")
_ZERO_WIDTH_SPACE = "\u200b"


def text_label(role: str, text: str, parent: QWidget) -> QLabel:
    """Return a label that wraps its lines and shows text as it is, never as mark-up."""
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    show_text(label, text)
    return label


def show_text(label: QLabel, text: str) -> None:
    """Show text in a label; a word too long for a narrow column may break anywhere."""
    breakable = _LONG_WORD.sub(_in_pieces, text)
    if label.text() != breakable:
        label.setText(breakable)
        label.setAccessibleName(text)


def _in_pieces(word: re.Match[str]) -> str:
    return _PIECE.sub(rf"\g<0>{_ZERO_WIDTH_SPACE}", word.group())


def button(role: str, text: str, parent: QWidget, description: str = "") -> QPushButton:
    """Return a button whose words are its accessible name."""
    made = QPushButton(tidy(text), parent)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    made.setAccessibleName(tidy(text))
    made.setAccessibleDescription(description)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def mark_problem(widget: QWidget, wrong: bool) -> None:
    """Give a field the look of a field with a problem, or take it away."""
    if bool(widget.property("problem")) is wrong:
        return
    widget.setProperty("problem", wrong)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def without_margins(layout: QLayout, spacing: float) -> None:
    """Let a layout fill its widget, its parts `spacing` apart."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(round(spacing))


def chain_tab_order(widgets: list[QWidget]) -> None:
    """Make Tab go through the widgets in this order; those made late would come last."""
    for before, after in itertools.pairwise(widgets):
        QWidget.setTabOrder(before, after)


def controls_in(page: QWidget) -> list[QWidget]:
    """Return the controls inside a page that Tab reaches, in the order in which they were made."""
    taken = Qt.FocusPolicy.TabFocus.value
    return [c for c in page.findChildren(QWidget) if c.focusPolicy().value & taken]
