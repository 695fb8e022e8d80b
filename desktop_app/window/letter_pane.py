"""The letter at the right: the pages of the very file that will be saved, following the answers."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.errors import UserError
from desktop_app.packet.make import make_packet
from desktop_app.paper.pages import Pages, lay_out
from desktop_app.window.session import Session
from desktop_app.window.theme import PAPER, Theme

_PAUSE_MS = 60


class LetterPane(QFrame):
    """The seller's copy as pages; until it is complete a draft with ruled blanks."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "desk")
        self._session = session
        self._count = QLabel("Письмо", textFormat=Qt.TextFormat.PlainText)
        self._count.setProperty("role", "small")
        self._sheets = _Sheets(theme)
        scroll = self._scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self._sheets)
        scroll.setProperty("role", "reading")
        scroll.viewport().setStyleSheet(f"background: {theme.colours.desk};")
        scroll.setAccessibleName("Письмо")
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box = QVBoxLayout(self)
        gap = round(theme.sizes.gap)
        box.setContentsMargins(gap, gap, gap, 0)
        box.addWidget(self._count)
        box.addWidget(scroll)
        # A pause in typing is awaited, so that keys never queue up behind the pages.
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.refresh)
        session.changed.connect(self._changed)
        session.replaced.connect(self._changed)
        self._stale = True

    def take_focus(self) -> None:
        """Take the keyboard: the arrows and the page keys scroll."""
        self._scroll.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._timer.start()

    def refresh(self) -> None:
        """Fill the letter anew and lay out its pages."""
        self._stale = False
        session = self._session
        try:
            draft = bool(session.obstacles)
            sheets = make_packet(
                session.asked_case, session.kind, session.assessment, draft, copies=1
            )
            pages = lay_out(sheets[0].filled.docx)
        except UserError as error:
            self._count.setText(str(error))
            return
        state = "черновик" if draft else "готово к подписи"
        self._count.setText(f"Письмо · страниц: {pages.count} · {state}")
        self._sheets.show_pages(pages)

    def _changed(self, _path: str = "") -> None:
        """A letter that is folded away is filled when it is seen again."""
        self._stale = True
        if self.isVisible():
            self._timer.start()


class _Sheets(QWidget):
    """Pages under one another, each as wide as there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pages: Pages | None = None

    def show_pages(self, pages: Pages) -> None:
        self._pages = pages
        text = "\n".join(line.text for page in range(pages.count) for line in pages.lines(page))
        self.setAccessibleName("Текст письма")
        self.setAccessibleDescription(text)
        self._fit()
        self.update()

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def _scale(self) -> float:
        if self._pages is None:
            return 1.0
        width, _ = self._pages.size(0)
        return max(0.2, (self.width() - 2) / width)

    def _fit(self) -> None:
        if self._pages is None:
            return
        gap = self._theme.sizes.gap
        heights = (self._pages.size(page)[1] for page in range(self._pages.count))
        height = sum(height * self._scale() + gap for height in heights)
        self.setMinimumHeight(round(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._pages is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, top = self._scale(), 0.0
        for page in range(self._pages.count):
            width, height = self._pages.size(page)
            area = QRectF(0, top, width * scale, height * scale)
            if area.intersects(QRectF(event.rect())):
                painter.fillRect(area, QColor(PAPER))
                painter.save()
                painter.translate(0, top)
                painter.scale(scale, scale)
                self._pages.paint(page, painter)
                painter.restore()
            top += height * scale + self._theme.sizes.gap
        painter.end()
