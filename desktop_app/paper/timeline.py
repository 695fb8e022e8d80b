"""The picture that answers «хватает ли дней?» at a glance, for the window and for the letter.

Drawn with QtGui alone. What it shows comes as a `Timeline` with ready words; where it stands is
`timeline_layout`'s matter.
"""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPen, QPolygonF

from desktop_app.paper.qt import ready
from desktop_app.paper.timeline_labels import Text, faces
from desktop_app.paper.timeline_layout import Band, Bar, Drawing, Gauge, drawing_of
from desktop_app.paper.timeline_model import PRINT, Palette, Timeline, as_text

__all__ = ["as_png", "as_svg", "as_text", "height_for", "hit", "paint", "size_of"]

_TARGET: Final = 24.0
_MARGIN: Final = 1.0  # of the text's size, round an exported picture


def height_for(width: float, model: Timeline, palette: Palette = PRINT) -> float:
    """Return how high the picture is in `width`."""
    return drawing_of(float(width), model, palette).height


def paint(
    painter: QPainter,
    rect: QRectF,
    model: Timeline,
    palette: Palette = PRINT,
    marked: int | None = None,
) -> None:
    """Draw the picture into `rect`; the repair numbered `marked` gets a frame."""
    drawing = drawing_of(rect.width(), model, palette)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    brush = _Brush(painter, palette)
    for band in drawing.bands:
        brush.band(band)
    for bar in drawing.bars:
        brush.bar(bar)
        if bar.stay.number == marked:
            brush.frame(bar.rect)
    brush.mark(drawing)
    for gauge in drawing.gauges:
        brush.gauge(gauge)
    for text in drawing.texts:
        brush.text(text)
    painter.restore()


def hit(point: QPointF, rect: QRectF, model: Timeline, palette: Palette = PRINT) -> int | None:
    """Return the number of the repair at `point`, with a target of at least 24 px, or None."""
    drawing = drawing_of(rect.width(), model, palette)
    here = point - rect.topLeft()
    near = [
        (abs(bar.rect.center().x() - here.x()) - bar.rect.width() / 2, bar.stay.number)
        for bar in drawing.bars
        if _target(bar, palette).contains(here)
    ]
    return min(near)[1] if near else None


def _target(bar: Bar, palette: Palette) -> QRectF:
    wider = max(0.0, (_TARGET - bar.rect.width()) / 2)
    return bar.rect.adjusted(-wider, 0, wider, palette.text * 1.7)


def as_png(
    model: Timeline, width: float = 640, scale: float = 2, palette: Palette = PRINT
) -> bytes:
    """Return the picture as PNG, `width` times `scale` pixels wide.

    Raises UserError where nothing can be drawn.
    """
    ready()
    area, size = _page(model, width, palette)
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.ground))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint(painter, area, model, palette)
    painter.end()
    buffer = _opened()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def size_of(model: Timeline, width: float, palette: Palette = PRINT) -> tuple[int, int]:
    """Return the width and height of an exported picture."""
    size = _page(model, width, palette)[1]
    return size.width(), size.height()


def as_svg(model: Timeline, width: float = 640, palette: Palette = PRINT) -> bytes:
    """Return the picture as SVG, its text equivalent as the description.

    Raises UserError where nothing can be drawn.
    """
    ready()
    from PySide6.QtSvg import QSvgGenerator

    area, size = _page(model, width, palette)
    buffer = _opened()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(model.words.title)
    generator.setDescription(as_text(model))
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(palette.ground))
    paint(painter, area, model, palette)
    painter.end()
    return bytes(buffer.data().data())


def _page(model: Timeline, width: float, palette: Palette) -> tuple[QRectF, QSize]:
    margin = palette.text * _MARGIN
    inner = width - 2 * margin
    height = height_for(inner, model, palette)
    area = QRectF(margin, margin, inner, height)
    return area, QSize(round(width), round(height + 2 * margin))


def _opened() -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


class _Brush:
    """Draws each kind of thing with a painter in the colours of a palette."""

    def __init__(self, painter: QPainter, palette: Palette) -> None:
        self.painter, self.palette, self.unit = painter, palette, palette.text

    def band(self, band: Band) -> None:
        colour = self.palette.folded if band.folded else self.palette.band
        self._fill(band.rect, colour, self.unit * 0.3)
        self._pen(self.palette.line, 1)
        for x in band.months:
            foot = band.rect.bottom()
            self.painter.drawLine(QLineF(x, foot - self.unit * 0.3, x, foot))

    def bar(self, bar: Bar) -> None:
        if not bar.stay.counted:
            self._hatched(bar.rect, self.palette.soft)
            return
        self._fill(bar.rect, self.palette.accent, self.unit * 0.22)
        if bar.open_end:
            self._arrow(bar.rect)
        name, face = str(bar.stay.number), faces(self.palette)
        if face.width(name) + 4 <= bar.rect.width() and face.line() <= bar.rect.height():
            self.painter.setFont(face.font(small=True))
            self._pen(self.palette.on_accent, 1)
            self.painter.drawText(bar.rect, Qt.AlignmentFlag.AlignCenter, name)

    def _arrow(self, rect: QRectF) -> None:
        """Point on from the end of a repair that is not over."""
        x, y, half = rect.right() + self.unit * 0.15, rect.center().y(), self.unit * 0.45
        tip = QPointF(x + half, y)
        self.painter.drawPolygon(QPolygonF([QPointF(x, y - half), tip, QPointF(x, y + half)]))

    def frame(self, rect: QRectF) -> None:
        away = self.unit * 0.22
        self._pen(self.palette.ink, max(2.0, self.unit * 0.15))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = rect.adjusted(-away, -away, away, away)
        self.painter.drawRoundedRect(ring, self.unit * 0.35, self.unit * 0.35)

    def mark(self, drawing: Drawing) -> None:
        if drawing.today is not None:
            line = drawing.today
            self._pen(self.palette.ink, max(1.0, self.unit * 0.09), Qt.PenStyle.DashLine)
            self.painter.drawLine(QLineF(line.left(), line.top(), line.left(), line.bottom()))

    def gauge(self, gauge: Gauge) -> None:
        track, tick = gauge.track, gauge.tick
        radius = track.height() / 2
        self._fill(track, self.palette.track, radius)
        tone = gauge.tone if gauge.tone in ("good", "care") else "accent"
        if gauge.more > gauge.sure:
            start = track.left() + gauge.sure
            more = QRectF(start, track.top(), gauge.more - gauge.sure, track.height())
            self._hatched(more, self.palette.care)
        if gauge.sure > tick:
            over = QRectF(track.left(), track.top(), gauge.sure, track.height())
            self._fill(over, self.palette.colour(tone), radius)
        sure = QRectF(track.left(), track.top(), min(gauge.sure, tick), track.height())
        self._fill(sure, self.palette.accent, radius)
        if gauge.sure > tick:
            self._fill(sure.adjusted(sure.width() / 2, 0, 0, 0), self.palette.accent, 0)
        self._pen(self.palette.ink, max(2.0, self.unit * 0.15))
        x, over_edge = track.left() + tick, self.unit * 0.25
        self.painter.drawLine(QLineF(x, track.top() - over_edge, x, track.bottom() + over_edge))

    def text(self, text: Text) -> None:
        self.painter.setFont(faces(self.palette).font(text.small, text.bold))
        self._pen(self.palette.colour(text.tone), 1)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        how = Qt.TextFlag.TextWordWrap if text.wrapped else Qt.TextFlag.TextSingleLine
        self.painter.drawText(text.rect, int(flags) | int(how), text.text)

    def _hatched(self, rect: QRectF, colour: str) -> None:
        """Outline and strike through: what does not count, or only perhaps.

        The strokes are cut off by reckoning, for clipping does not reach an SVG.
        """
        self._pen(colour, max(1.0, self.unit * 0.08))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        x = rect.left() - rect.height()
        while x < rect.right():
            start, end = max(x, rect.left()), min(x + rect.height(), rect.right())
            low, high = rect.bottom() - (start - x), rect.bottom() - (end - x)
            self.painter.drawLine(QLineF(start, low, end, high))
            x += self.unit * 0.45
        corner = min(self.unit * 0.22, rect.width() / 2)
        self.painter.drawRoundedRect(rect, corner, corner)

    def _fill(self, rect: QRectF, colour: str, corner: float) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(colour))
        corner = min(corner, rect.width() / 2)
        self.painter.drawRoundedRect(rect, corner, corner)

    def _pen(self, colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        self.painter.setPen(QPen(QColor(colour), width, style))
