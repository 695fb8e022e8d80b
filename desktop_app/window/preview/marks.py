"""What is marked on the pages, each kind in a look of its own; the paper is light in any theme."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.packet.preview import Stretch
from desktop_app.window.look.theme import LIGHT

_EDGE, _ROUND = 1.5, 2.5


@dataclass(slots=True)
class Marks:
    """Stretches by kind. Colour is never alone: an outline, a bar, a ground differ in form too."""

    blanks: tuple[Stretch, ...] = ()
    changed: tuple[Stretch, ...] = ()
    selected: tuple[Stretch, ...] = ()
    found: tuple[Stretch, ...] = ()
    here: tuple[Stretch, ...] = ()
    """The one of `found` that was gone to."""
    answer: tuple[Stretch, ...] = ()
    current: tuple[Stretch, ...] = ()

    def paint_under(self, page: int, painter: QPainter) -> None:
        """Paint the grounds of a page, below its text; a unit is a point."""
        for stretches, colour in (
            (self.blanks, LIGHT.care_soft),
            (self.changed, LIGHT.good_soft),
            (self.found, LIGHT.care_soft),
            (self.selected, "#c9d9fb"),
            (self.here, "#ffd76a"),
        ):
            for stretch in stretches:
                if stretch.page == page:
                    painter.fillRect(_area(stretch), QColor(colour))

    def paint_over(self, page: int, painter: QPainter) -> None:
        """Outline the answer that has the focus, and set a bar beside the current paragraph."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(LIGHT.accent), _EDGE))
        for stretch in self.answer:
            if stretch.page == page:
                painter.drawRoundedRect(_area(stretch).adjusted(-2, -0.5, 2, 0.5), _ROUND, _ROUND)
        bars = [_area(stretch) for stretch in self.current if stretch.page == page]
        if bars:
            left = min(bar.left() for bar in bars) - 8
            top, bottom = min(b.top() for b in bars), max(b.bottom() for b in bars)
            painter.fillRect(QRectF(left, top, 2.5, bottom - top), QColor(LIGHT.accent))


def _area(stretch: Stretch) -> QRectF:
    area = stretch.area
    return QRectF(area.x, area.y, area.width, area.height)
