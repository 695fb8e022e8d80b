"""The pages under one another: painted, pointed at, marked, chosen from with mouse and keys."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from desktop_app.advice.why import first_asked
from desktop_app.interview.form import question_at
from desktop_app.packet.preview import Preview, Stretch, Told
from desktop_app.packet.selection import Caret, caret_at, chosen, text_of
from desktop_app.russian.typography import tidy
from desktop_app.window.look.theme import PAPER, Theme
from desktop_app.window.preview.marks import Marks

_LEAST_SCALE = 0.2


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page as it lies on the desk, in pixels."""

    number: int
    area: QRectF


class Sheets(QWidget):
    """`answer_wanted` carries the path behind the phrase that was pressed.

    `paragraph_wanted` says that the current paragraph is to be explained, `moved` that it is
    another one.
    """

    answer_wanted = Signal(str)
    paragraph_wanted = Signal()
    moved = Signal()
    laid = Signal()
    """The pages lie elsewhere, or are others."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._gap = theme.sizes.gap
        self.preview: Preview | None = None
        self.marks = Marks()
        self.current: Told | None = None
        self.zoom: float | None = None
        self._from: Caret | None = None
        self._to: Caret | None = None
        self._pressed_at = QPointF()
        self._dragged = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_preview(self, preview: Preview) -> None:
        """Show other pages; what was chosen on the old ones is given up."""
        if self.current is not None:
            self.current = _same(self.current, preview)
        self.marks.current = self.current.stretches if self.current else ()
        self.preview = preview
        self._from = self._to = None
        self.marks.selected = ()
        self.fit()
        self.update()
        self.laid.emit()

    def fit(self) -> None:
        """Take the size that the pages need at the zoom in force."""
        if self.preview is None:
            return
        sheets = list(self._sheets())
        self.setMinimumHeight(round(sheets[-1].area.bottom() + self._gap))
        width = max(sheet.area.width() for sheet in sheets)
        self.setMinimumWidth(round(width) + 2 if self.zoom else 0)

    @property
    def scale(self) -> float:
        """Pixels for a point: the zoom that was chosen, else what fills the width."""
        if self.zoom is not None or self.preview is None:
            return self.zoom or 1.0
        width, _ = self.preview.pages.size(0)
        return max(_LEAST_SCALE, (self.width() - 2) / width)

    @property
    def selected_text(self) -> str:
        """The text chosen with the mouse."""
        if self.preview is None or self._from is None or self._to is None:
            return ""
        return text_of(self.preview, self._from, self._to)

    def on_desk(self, stretch: Stretch) -> QRectF:
        """Return where a stretch of a page lies, in pixels of this widget."""
        area, scale = stretch.area, self.scale
        for sheet in self._sheets():
            if sheet.number == stretch.page:
                at = sheet.area.topLeft()
                return QRectF(
                    at.x() + area.x * scale,
                    at.y() + area.y * scale,
                    area.width * scale,
                    area.height * scale,
                )
        return QRectF()

    def choose(self, told: Told | None) -> None:
        """Make a paragraph the current one."""
        self.current = told
        self.marks.current = told.stretches if told else ()
        self.update()
        self.moved.emit()

    def step(self, by: int) -> None:
        """Go to the next paragraph, or the one before."""
        paragraphs = self.preview.paragraphs if self.preview else ()
        if not paragraphs:
            return
        keys = [told.key for told in paragraphs]
        here = keys.index(self.current.key) if self.current and self.current.key in keys else -by
        at = min(max(here + by, 0), len(paragraphs) - 1) if self.current else 0
        self.choose(paragraphs[at])

    def resizeEvent(self, _event: object) -> None:
        self.fit()
        self.laid.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.preview is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for sheet in self._sheets():
            if sheet.area.intersects(QRectF(event.rect())):
                painter.fillRect(sheet.area, QColor(PAPER))
                painter.save()
                painter.translate(sheet.area.topLeft())
                painter.scale(self.scale, self.scale)
                self.marks.paint_under(sheet.number, painter)
                self.preview.pages.paint(sheet.number, painter)
                self.marks.paint_over(sheet.number, painter)
                painter.restore()
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()
            self._from, self._to = self._caret(event.position()), None
            self._dragged = False
            self._mark_selected()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            far = (event.position() - self._pressed_at).manhattanLength()
            if self._dragged or far >= QApplication.startDragDistance():
                self._dragged = True
                self._to = self._caret(event.position())
                self._mark_selected()
            return
        pointing = Qt.CursorShape.PointingHandCursor
        self.setCursor(pointing if self._answer(event.position()) else Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # The pages may have been made anew meanwhile: then nothing is chosen, and nothing pressed.
        if event.button() != Qt.MouseButton.LeftButton or self._dragged or self._from is None:
            return
        found = self._on_page(event.position())
        if self.preview is not None and found is not None:
            self.choose(self.preview.paragraph_at(*found))
        path = self._answer(event.position())
        if path:
            self.answer_wanted.emit(path)

    def event(self, event: QEvent) -> bool:
        """Say where a press leads; take the search and the copy before the window's menu does."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            path = self._answer(QPointF(event.pos()))
            place = question_at(path) if path else None
            text = tidy(f"К вопросу: {place.question.label}") if place else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = (QKeySequence.StandardKey.Find, QKeySequence.StandardKey.Copy)
            if any(event.matches(key) for key in keys):
                event.accept()
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let arrows walk the paragraphs; Enter explains one, Ctrl+Enter goes to its question."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._go_to_answer()
            else:
                self.paragraph_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _go_to_answer(self) -> None:
        if self.preview is None or self.current is None:
            return
        why, key = self.preview.why, self.current.key
        behind = (*why.answers(*key), *(path for one in why.reasons(*key) for path in one.answers))
        path = first_asked(behind, self.preview.case)
        if path:
            self.answer_wanted.emit(path)

    def _sheets(self) -> Iterator[_Sheet]:
        top = 0.0
        if self.preview is None:
            return
        scale = self.scale
        for number in range(self.preview.pages.count):
            width, height = self.preview.pages.size(number)
            left = max(0.0, (self.width() - width * scale) / 2)
            yield _Sheet(number, QRectF(left, top, width * scale, height * scale))
            top += height * scale + self._gap

    def _on_page(self, point: QPointF) -> tuple[int, float, float] | None:
        """Return the page at a point of this widget, and the point on it."""
        for sheet in self._sheets():
            if sheet.area.top() <= point.y() < sheet.area.bottom() + self._gap:
                at = (point - sheet.area.topLeft()) / self.scale
                return sheet.number, at.x(), at.y()
        return None

    def _answer(self, point: QPointF) -> str:
        found = self._on_page(point)
        if self.preview is None or found is None:
            return ""
        return first_asked(self.preview.answers_at(*found), self.preview.case)

    def _caret(self, point: QPointF) -> Caret | None:
        found = self._on_page(point)
        if self.preview is None or found is None:
            return self._to
        return caret_at(self.preview, *found)

    def _mark_selected(self) -> None:
        selected: tuple[Stretch, ...] = ()
        if self.preview is not None and self._from is not None and self._to is not None:
            selected = chosen(self.preview, self._from, self._to)
        self.marks.selected = selected
        self.update()


def _same(told: Told, after: Preview) -> Told | None:
    """Return the paragraph of a new letter that is the current one of the old: by its text."""
    alike = [one for one in after.paragraphs if one.text == told.text]
    by_key = [one for one in after.paragraphs if one.key == told.key]
    return next(iter(alike or by_key), None)
