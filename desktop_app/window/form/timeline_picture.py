"""The painted picture of the days: pointed at with the mouse, walked through by keys."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.paper import timeline
from desktop_app.paper.timeline_model import Palette, Timeline
from desktop_app.window.look.theme import Theme

_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def palette_of(theme: Theme) -> Palette:
    """Return the colours and sizes of the picture in a theme."""
    c = theme.colours
    return Palette(
        ground=c.card,
        band=c.accent_soft,
        folded=c.ground,
        line=c.line,
        ink=c.ink,
        soft=c.soft,
        accent=c.accent,
        on_accent=c.on_accent,
        good=c.good,
        care=c.care,
        track=c.line,
        text=theme.sizes.text,
        small=theme.sizes.small,
    )


class Picture(QWidget):
    """The painted part. `pointed` tells the number of a repair, 0 for none; `opened` likewise."""

    pointed = Signal(int)
    opened = Signal(int)

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._model: Timeline | None = None
        self._marked: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def marked(self) -> int | None:
        """The number of the repair that is framed."""
        return self._marked

    def show_model(self, model: Timeline | None) -> None:
        """Show another picture; the frame stays where its repair is still there."""
        self._model = model
        if self._marked not in self._numbers():
            self._mark(None)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._model is None:
            return 0
        inner = max(1, width - 2 * self.edge)
        return round(timeline.height_for(inner, self._model, self._palette)) + 2 * self.edge

    def sizeHint(self) -> QSize:
        width = round(self._palette.text * 40)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._palette.text * 12), self.heightForWidth(max(self.width(), 120)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._model is None:
            return
        painter = QPainter(self)
        timeline.paint(painter, self._area(), self._model, self._palette, self._marked)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mark(self._at(event.position()))

    def leaveEvent(self, event: object) -> None:
        if not self.hasFocus():
            self._mark(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        number = self._at(event.position())
        self._mark(number)
        if number is not None:
            self.opened.emit(number)

    def focusInEvent(self, event: QFocusEvent) -> None:
        numbers = self._numbers()
        if self._marked is None and numbers and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._mark(numbers[0])
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._mark(None)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        numbers = self._numbers()
        key = Qt.Key(event.key())
        at = numbers.index(self._marked) if self._marked in numbers else -1
        if numbers and key in _KEYS:
            last = len(numbers) - 1
            self._mark(numbers[min(max(at + _KEYS[key], 0), last)])
        elif numbers and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._mark(numbers[0 if key == Qt.Key.Key_Home else -1])
        elif self._marked and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._marked)
        else:
            super().keyPressEvent(event)

    @property
    def edge(self) -> int:
        """Room for the frame of a repair at the edge of the picture."""
        return round(self._palette.text * 0.4)

    def _area(self) -> QRectF:
        edge = self.edge
        return QRectF(edge, edge, max(1, self.width() - 2 * edge), max(1, self.height() - 2 * edge))

    def _at(self, point: QPointF) -> int | None:
        if self._model is None:
            return None
        return timeline.hit(point, self._area(), self._model, self._palette)

    def _numbers(self) -> list[int]:
        """The repairs in the order of their days, as the arrow keys walk them."""
        stays = self._model.stays if self._model else ()
        return [stay.number for stay in sorted(stays, key=lambda s: (s.first, s.number))]

    def _mark(self, number: int | None) -> None:
        if number == self._marked:
            return
        self._marked = number
        shape = Qt.CursorShape.ArrowCursor if number is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        self.update()
        self.pointed.emit(number or 0)
