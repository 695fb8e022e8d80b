"""Ticks for the sheets beside the claim; they follow the way of delivery till one is touched."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.russian.typography import tidy
from desktop_app.window.look.theme import Sizes
from desktop_app.window.opened.session import Session
from desktop_app.window.views.pieces import column, words

if TYPE_CHECKING:
    from desktop_app.letter.document import Document


def offered_and_wanted(session: Session) -> "tuple[tuple[Document, ...], frozenset[str]]":
    """Return the sheets that could be of use, and the ids of those wanted.

    Wanted is what the case calls for, where the person has not ticked otherwise.
    """
    from desktop_app.packet.make import documents_for, documents_offered

    told = session.asked_case, session.kind, session.assessment
    offered, called_for = documents_offered(*told), documents_for(*told)
    touched = session.sheets_touched
    wanted = (one.id for one in offered if touched.get(one.id, one in called_for))
    return offered, frozenset(wanted)


class TickLine(QWidget):
    """A tick, its words, which wrap, and below them what it is for. A press anywhere turns it."""

    def __init__(self, title: str, purpose: str, sizes: Sizes) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(tidy(title))
        self.box.setAccessibleDescription(tidy(f"Сделать вместе с письмом: {purpose}."))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        text = column(sizes, words(tidy(title)), words(tidy(purpose), "small"), spacing=0)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(round(sizes.near))
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(text, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn the tick."""
        if event.button() == Qt.MouseButton.LeftButton and self.box.isEnabled():
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.click()


class SheetTicks(QWidget):
    """One tick for each sheet that could be of use; those that the case calls for are set."""

    def __init__(self, session: Session, sizes: Sizes) -> None:
        super().__init__()
        self._session, self._sizes = session, sizes
        self.lines: dict[str, TickLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(round(sizes.near))
        session.changed.connect(self._follow)
        self._follow("")

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the sheets that are ticked."""
        return tuple(name for name, line in self.lines.items() if line.box.isChecked())

    def _follow(self, _path: str) -> None:
        offered, wanted = offered_and_wanted(self._session)
        if tuple(self.lines) != tuple(one.id for one in offered):
            self._make_anew(offered)
        for name, line in self.lines.items():
            line.box.setChecked(name in wanted)

    def _make_anew(self, offered: "Iterable[Document]") -> None:
        for line in self.lines.values():
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = {one.id: TickLine(one.name, one.purpose, self._sizes) for one in offered}
        for name, line in self.lines.items():
            line.box.clicked.connect(partial(self._touch, name))
            self._column.addWidget(line)

    def _touch(self, name: str, _checked: bool = False) -> None:
        """Remember what a person has chosen: the way of delivery no longer decides it."""
        self._session.sheets_touched[name] = self.lines[name].box.isChecked()
