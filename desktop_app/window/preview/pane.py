"""The letter at the right: the pages of the very file that will be saved, following the answers."""

import time
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.errors import UserError
from desktop_app.packet.differences import changed
from desktop_app.packet.make import Sheet, make_packet
from desktop_app.packet.preview import Preview
from desktop_app.russian.typography import tidy
from desktop_app.window.look.announce import announce
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session
from desktop_app.window.preview.desk import Desk
from desktop_app.window.preview.explaining import Explaining
from desktop_app.window.preview.find_line import FindLine
from desktop_app.window.preview.outline import Outline
from desktop_app.window.preview.sheets import Sheets
from desktop_app.window.preview.tools import Tools
from desktop_app.window.preview.why_panel import WhyPanel
from desktop_app.window.remembered import remember, remembered_number

_QUICK_S, _SOON_MS, _PAUSE_MS, _CHANGED_MS = 0.06, 15, 150, 1600
_LEAST_DESK = 80
_ZOOM = "letter_zoom"
_ZOOMS = (50, 67, 80, 100, 125, 150, 200, 300)


class LetterPane(QFrame):
    """The seller's copy as pages; until it is complete a draft with ruled blanks.

    `answer_wanted` carries the path of an answer that the person wants to see or change.
    """

    answer_wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "desk")
        self._session = session
        self._count = QLabel("Письмо", textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._count.setProperty("role", "small")
        self.sheets = Sheets(theme)
        self.desk = Desk(self.sheets, theme)
        self.outline = Outline(self.sheets)
        self.tools = Tools(theme)
        self.finder = FindLine(self.sheets, theme)
        self.why = WhyPanel(theme)
        self.explaining = Explaining(session, self.sheets, self.why)
        self._path = ""
        self._stale = True
        self._percent = remembered_number(session.register, _ZOOM, 0)
        self._arrange(theme)
        self._connect()
        # Keys come first: the pages follow a moment later, and a long letter in pauses.
        self._timer = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._timer.timeout.connect(self.refresh)
        self._calm = QTimer(self, singleShot=True, interval=_CHANGED_MS)
        self._calm.timeout.connect(self._forget_changed)
        self._take_zoom()

    @property
    def preview(self) -> Preview | None:
        """What is shown."""
        return self.sheets.preview

    def take_focus(self) -> None:
        """Take the keyboard: arrows walk the paragraphs, the page keys scroll."""
        self.sheets.setFocus()

    def show_answer(self, path: str) -> None:
        """Outline where an answer stands, and bring it into sight."""
        self._path = path
        self._outline_answer()
        stretches = self.sheets.marks.answer
        if stretches and not any(self.desk.sees(stretch) for stretch in stretches):
            self.desk.show_stretch(stretches[0])

    def refresh(self) -> None:
        """Fill the letter anew and lay out its pages."""
        begun = time.monotonic()
        self._stale = False
        before = self.sheets.preview
        try:
            after = Preview(self._sheet(), self._session.asked_case)
        except UserError as error:
            self._count.setText(str(error))
            return
        anchor = self.desk.anchor()
        self.sheets.marks.changed = changed(before, after) if before is not None else ()
        self.sheets.marks.blanks = after.blanks
        self.sheets.show_preview(after)
        self._outline_answer()
        self.finder.search_again()
        self.explaining.again()
        self.desk.keep(anchor)
        self._tell(after)
        self._calm.start()
        self._timer.setInterval(_SOON_MS if time.monotonic() - begun < _QUICK_S else _PAUSE_MS)

    def explain(self) -> None:
        """Show why the current paragraph stands, and keep it in sight above the panel."""
        self._share_room()
        self.explaining.explain()
        QTimer.singleShot(0, self, self._show_current)

    def list_absent(self) -> None:
        """Show what is not in the letter, and let the arrows scroll it."""
        self._share_room()
        self.explaining.list_absent()
        self.why.take_focus()

    def copy(self) -> None:
        """Copy what is chosen with the mouse, else the whole text."""
        preview = self.sheets.preview
        if preview is not None:
            QGuiApplication.clipboard().setText(self.sheets.selected_text or preview.text)
            announce(self._count, tidy("Текст скопирован."))

    def zoom_by(self, direction: int) -> None:
        """Show the pages larger or smaller; 0 fills the width."""
        if direction == 0:
            self._percent = 0
        else:
            now = round(self.sheets.scale * 7200 / self.logicalDpiX())
            larger = [z for z in _ZOOMS if z > now] or [_ZOOMS[-1]]
            smaller = [z for z in _ZOOMS if z < now] or [_ZOOMS[0]]
            self._percent = larger[0] if direction > 0 else smaller[-1]
        remember(self._session.register, _ZOOM, str(self._percent))
        self._take_zoom()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+C and Ctrl+F; the scroll area has the other keys."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.finder.open()
        else:
            super().keyPressEvent(event)

    def _sheet(self) -> Sheet:
        session = self._session
        draft = bool(session.obstacles)
        case, kind = session.asked_case, session.kind
        return make_packet(case, kind, session.assessment, draft, copies=1)[0]

    def _tell(self, preview: Preview) -> None:
        state = "черновик" if self._session.obstacles else "готово к подписи"
        more = " · показано не всё" if preview.pages.not_shown else ""
        self._count.setText(f"Письмо · страниц: {preview.pages.count} · {state}{more}")

    def _outline_answer(self) -> None:
        preview = self.sheets.preview
        known = preview is not None and bool(self._path)
        self.sheets.marks.answer = preview.stretches_of(self._path) if known and preview else ()
        self.sheets.update()

    def _forget_changed(self) -> None:
        self.sheets.marks.changed = ()
        self.sheets.update()

    def _take_zoom(self) -> None:
        scale = self.logicalDpiX() / 72 * self._percent / 100
        self.desk.zoom(scale if self._percent else None)
        self.outline.follow()
        self.tools.show_zoom(self._percent)

    def _changed(self, _path: str = "") -> None:
        """A letter that is folded away is filled when it is seen again."""
        self._stale = True
        # A letter that takes long waits for a pause in typing: keys would queue up behind it.
        is_slow = self._timer.interval() > _SOON_MS
        if self.isVisible() and (is_slow or not self._timer.isActive()):
            self._timer.start()

    def _share_room(self) -> None:
        parts = (self._count, self.tools, self.finder)
        above = sum(part.sizeHint().height() for part in parts if not part.isHidden())
        self.why.set_room(self.height(), above + _LEAST_DESK)

    def _show_current(self) -> None:
        if self.sheets.current is not None:
            self.desk.show_stretch(self.sheets.current.stretches[0])

    def _moved(self) -> None:
        told = self.sheets.current
        if told is None:
            return
        self.desk.show_stretch(told.stretches[0])
        announce(self.sheets, told.text)
        if not self.why.isHidden():
            self.explain()

    def _connect(self) -> None:
        self._session.changed.connect(self._changed)
        self._session.replaced.connect(self._changed)
        self.sheets.answer_wanted.connect(self.answer_wanted)
        self.sheets.paragraph_wanted.connect(self.explain)
        self.sheets.moved.connect(self._moved)
        self.sheets.laid.connect(self.outline.follow)
        self.why.answer_wanted.connect(self.answer_wanted)
        self.why.closed.connect(self.take_focus)
        self.finder.wanted.connect(self.desk.show_stretch)
        self.finder.closed.connect(self.take_focus)
        for signal, do in (
            (self.tools.smaller, partial(self.zoom_by, -1)),
            (self.tools.larger, partial(self.zoom_by, 1)),
            (self.tools.fit, partial(self.zoom_by, 0)),
            (self.tools.search, self.finder.open),
            (self.tools.explain, self.explain),
            (self.tools.absent, self.list_absent),
            (self.tools.copy, self.copy),
            (self.tools.outside, self.explaining.open_outside),
            (self.tools.not_shown, self.explaining.list_not_shown),
        ):
            signal.connect(do)

    def _arrange(self, theme: Theme) -> None:
        self.sheets.setAccessibleName("Письмо")
        keys = "Стрелки — по абзацам, Enter — почему этот абзац, Ctrl+Enter — к вопросу."
        self.sheets.setAccessibleDescription(tidy(keys))
        box = QVBoxLayout(self)
        gap = round(theme.sizes.gap)
        box.setContentsMargins(gap, gap, gap, 0)
        box.setSpacing(round(theme.sizes.near))
        parts: tuple[QWidget, ...] = (self._count, self.tools, self.finder)
        for part in parts:
            box.addWidget(part)
        box.addWidget(self.desk, 1)
        box.addWidget(self.why)
