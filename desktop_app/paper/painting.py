"""One page drawn with a QPainter, on whatever the painter paints: a screen, a printer, a PDF."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPen

from desktop_app.paper.boxes import Drawn, Placed, Stroke
from desktop_app.paper.lines import Run
from desktop_app.paper.model import Picture

TWIPS_IN_POINT: Final = 20
_MOST_PIXELS: Final = 40_000_000
_DASHES: Final = {
    "dotted": Qt.PenStyle.DotLine,
    "dot": Qt.PenStyle.DotLine,
    "dashed": Qt.PenStyle.DashLine,
    "dashSmallGap": Qt.PenStyle.DashLine,
    "hyphen": Qt.PenStyle.DashLine,
}
_LINE_SHARE: Final = 0.05  # thickness of an underline, of the size of the letters


class Images:
    """Pictures decoded once; what can't be decoded is nothing."""

    def __init__(self) -> None:
        self._known: dict[bytes, QImage | None] = {}

    def image(self, picture: Picture) -> QImage | None:
        """Return the picture's image, or nothing when it is no picture or far too large."""
        if picture.data not in self._known:
            self._known[picture.data] = _decoded(picture.data)
        return self._known[picture.data]


def _decoded(data: bytes) -> QImage | None:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return None
    image = reader.read()
    return None if image.isNull() else image


def paint(drawn: Drawn, painter: QPainter, images: Images) -> None:
    """Draw a page; one unit of the painter is a point, (0, 0) the paper's top left corner."""
    painter.save()
    painter.scale(1 / TWIPS_IN_POINT, 1 / TWIPS_IN_POINT)
    for fill in drawn.fills:
        painter.fillRect(QRectF(fill.x, fill.y, fill.width, fill.height), _colour(fill.colour))
    for placed in drawn.lines:
        _paint_line(placed, painter, images)
    for stroke in drawn.strokes:
        _paint_stroke(stroke, painter)
    painter.restore()


def _paint_line(placed: Placed, painter: QPainter, images: Images) -> None:
    baseline, ink = placed.y + placed.line.baseline, ""
    for run in placed.line.runs:
        x = placed.x + run.x
        face = run.type.face
        if face.background and run.width > 0:
            top = baseline - run.type.ascent
            area = QRectF(x, top, run.width, run.type.ascent + run.type.descent)
            painter.fillRect(area, _colour(face.background))
        picture = run.word.piece.picture
        if picture is not None:
            image = images.image(picture)
            if image is not None:
                top = baseline - picture.height
                painter.drawImage(QRectF(x, top, picture.width, picture.height), image)
        elif run.text:
            if face.colour != ink:
                ink = face.colour
                painter.setPen(_colour(ink))
            painter.setFont(run.type.spaced(0.0 if face.spacing else run.stretch))
            _paint_text(run, x, baseline - run.type.shift, painter)
        if _paint_ornaments(run, x, baseline, painter):
            ink = ""


def _paint_text(run: Run, x: float, y: float, painter: QPainter) -> None:
    if not run.type.face.spacing:
        painter.drawText(QPointF(x, y), run.text)
        return
    # Qt's own letter spacing grows with the resolution of what is painted on.
    for sign in run.text:
        painter.drawText(QPointF(x, y), sign)
        x += run.type.width(sign) + (run.stretch if sign == " " else 0.0)


def _paint_ornaments(run: Run, x: float, baseline: float, painter: QPainter) -> bool:
    """Draw the lines of a run: a tab's leader, under, through; say whether there was one."""
    face = run.type.face
    leads = run.word.kind == "tab" and run.word.leader != "none"
    if not (leads or face.underline or face.strike):
        return False
    size = face.size * 10
    thick = max(8.0, size * _LINE_SHARE)
    to_x = x + run.width
    if leads:
        style = {"underscore": "single", "middleDot": "dot"}.get(run.word.leader, run.word.leader)
        leader = Stroke(x, baseline, to_x, baseline, thick, face.colour, style)
        _paint_stroke(leader, painter)
    if face.underline and run.width > 0:
        under = baseline + size * 0.12
        _paint_stroke(Stroke(x, under, to_x, under, thick, face.colour), painter)
    if face.strike and run.width > 0:
        through = baseline - size * 0.26
        _paint_stroke(Stroke(x, through, to_x, through, thick, face.colour), painter)
    return True


def _paint_stroke(stroke: Stroke, painter: QPainter) -> None:
    pen = QPen(_colour(stroke.colour), stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setStyle(_DASHES.get(stroke.style, Qt.PenStyle.SolidLine))
    painter.setPen(pen)
    painter.drawLine(QPointF(stroke.x, stroke.y), QPointF(stroke.to_x, stroke.to_y))


def _colour(digits: str) -> QColor:
    return QColor("#" + digits)
