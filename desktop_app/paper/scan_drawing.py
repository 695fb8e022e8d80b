"""The pages of a scan as they are drawn: a picture, if there is one, and the mark.

Importing this module is cheap; Qt is loaded when a page is drawn.
"""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPainter

_EDGE: Final = 28.35  # a centimetre


class Drawing:
    """Pages drawn one after another; `pdf` is there when it is left."""

    def __enter__(self) -> "Drawing":
        from PySide6.QtCore import QBuffer, QIODevice
        from PySide6.QtGui import QPainter, QPdfWriter

        self.pdf = b""
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setResolution(720)
        self._painter = QPainter()
        return self

    def __exit__(self, *_: object) -> None:
        if self._painter.isActive():
            self._painter.end()
        self.pdf = bytes(self._buffer.data().data())

    def add(self, size: tuple[float, float], picture: "QImage | None", mark: str) -> None:
        """Add a page of this size in points, with a picture, if any, and the mark."""
        from desktop_app.paper.pdf import set_sheet

        set_sheet(self._writer, *size)
        if self._painter.isActive():
            self._writer.newPage()
        else:
            self._painter.begin(self._writer)
            self._painter.scale(10, 10)
        if picture is not None:
            _put(picture, size, self._painter)
        _stamp(mark, size, self._painter)


def _put(picture: "QImage", size: tuple[float, float], painter: "QPainter") -> None:
    """Paint a picture as large as the sheet below the mark allows; a small one stays small."""
    from PySide6.QtCore import QRectF

    width, height = size[0] - 2 * _EDGE, size[1] - 3 * _EDGE
    scale = min(width / picture.width(), height / picture.height(), 1.0)
    wide, high = picture.width() * scale, picture.height() * scale
    left = (size[0] - wide) / 2
    painter.drawImage(QRectF(left, 2 * _EDGE, wide, high), picture)


def _stamp(text: str, size: tuple[float, float], painter: "QPainter") -> None:
    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QColor, QFont, QFontMetricsF

    from desktop_app.paper.fonts import stand_in

    font = QFont(stand_in("Times New Roman"))
    font.setPixelSize(10)
    measure = QFontMetricsF(font)
    wide, high = measure.horizontalAdvance(text), measure.height()
    left, top = size[0] - _EDGE - wide, _EDGE / 2
    painter.fillRect(QRectF(left - 4, top - 2, wide + 8, high + 4), QColor("white"))
    painter.setFont(font)
    painter.setPen(QColor("black"))
    painter.drawText(QPointF(left, top + measure.ascent()), text)
