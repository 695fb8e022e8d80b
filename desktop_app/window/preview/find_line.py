"""Searching the letter: a field, where one is of how many, on and back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from desktop_app.packet.preview import Preview, Stretch
from desktop_app.russian.typography import tidy
from desktop_app.window.editors.parts import button, text_label
from desktop_app.window.look.announce import announce
from desktop_app.window.look.flow_layout import FlowLayout
from desktop_app.window.look.theme import Theme
from desktop_app.window.preview.sheets import Sheets

_SPACES = str.maketrans("\u00a0\u202f\u2011", "  -")


def found_in(preview: Preview, text: str) -> list[tuple[Stretch, ...]]:
    """Return where `text` stands, place by place; large and small letters, ё and е are alike."""
    wanted = _plain(text).strip()
    if not wanted:
        return []
    found = []
    for told in preview.paragraphs:
        plain, at = _plain(told.text), -1
        while (at := plain.find(wanted, at + 1)) >= 0:
            found.append(preview.stretches_in(told, at, at + len(wanted)))
    return [places for places in found if places]


def _plain(text: str) -> str:
    """Return as many letters as `text` has: a few capitals have two small ones."""
    small = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return small.translate(_SPACES).replace("ё", "е")


class FindLine(QFrame):
    """Enter goes on, Shift+Enter back, Esc closes. `wanted` carries the place to show."""

    wanted = Signal(object)
    closed = Signal()

    def __init__(self, sheets: Sheets, theme: Theme) -> None:
        super().__init__()
        self._sheets, self._at = sheets, 0
        self._places: list[tuple[Stretch, ...]] = []
        self.field = QLineEdit()
        self.field.setPlaceholderText("Найти в письме")
        self.field.setAccessibleName("Найти в письме")
        self.field.setAccessibleDescription(tidy("Enter — дальше, Shift+Enter — назад, Esc — всё."))
        self.field.textChanged.connect(self._search)
        self.back = button("plain", "Назад", self, tidy("К предыдущему месту в письме."))
        self.on = button("plain", "Дальше", self, tidy("К следующему месту в письме."))
        self.count = text_label("small", "", self)
        self.back.clicked.connect(self._go_back)
        self.on.clicked.connect(self._go_on)
        flow = FlowLayout(self, theme.sizes.near)
        for part in (self.field, self.back, self.on, self.count):
            flow.addWidget(part)
        self.hide()

    def open(self) -> None:
        """Show the line and put the cursor there."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def search_again(self) -> None:
        """Search what is shown now; the place stays, if it is still there."""
        if not self.isHidden():
            self._mark(go=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._go(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        self.hide()
        self._sheets.marks.found = self._sheets.marks.here = ()
        self._sheets.update()
        self.closed.emit()

    def _search(self) -> None:
        self._at = 0
        self._mark(go=True)

    def _mark(self, go: bool) -> None:
        preview = self._sheets.preview
        self._places = found_in(preview, self.field.text()) if preview else []
        self._at = min(self._at, max(0, len(self._places) - 1))
        self._show(go)

    def _go_on(self) -> None:
        self._go(1)

    def _go_back(self) -> None:
        self._go(-1)

    def _go(self, by: int) -> None:
        if self._places:
            self._at = (self._at + by) % len(self._places)
            self._show(go=True)

    def _show(self, go: bool) -> None:
        here = self._places[self._at] if self._places else ()
        self._sheets.marks.found = tuple(one for places in self._places for one in places)
        self._sheets.marks.here = here
        self._sheets.update()
        for way in (self.back, self.on):
            way.setEnabled(len(self._places) > 1)
        text = f"{self._at + 1} из {len(self._places)}" if self._places else "Не найдено"
        self.count.setText(text if self.field.text().strip() else "")
        announce(self.count, self.count.text())
        if here and go:
            self.wanted.emit(here[0])
