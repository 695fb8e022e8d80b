"""A scan of a document as PDF pages with its mark: «Приложение № 3, лист 1 из 2».

A PDF keeps its own pages, a picture gets a sheet of A4. Everything is bounded in size, for a scan
comes from anywhere. Importing this module is cheap; Qt and pypdf are loaded when needed.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desktop_app.errors import UserError
from desktop_app.paper.qt import ready

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPainter

LARGEST: Final = 100 * 1024 * 1024
MOST_PAGES: Final = 300
_MOST_PIXELS: Final = 100_000_000
_A4: Final = (595.276, 841.89)
_EDGE: Final = 28.35  # a centimetre
_LEAST, _MOST = 72.0, 14400.0  # a page's side in points, as PDF allows
_ACTIVE: Final = ("/AA", "/A", "/JS", "/OpenAction")


@dataclass(frozen=True, slots=True)
class Scan:
    """A file that shows an annex: what is stamped on it («Приложение № 3») and where it lies."""

    mark: str
    path: Path


def scan_pdf(scan: Scan) -> bytes:
    """Return a scan as PDF pages, each stamped.

    Raises UserError where the file is not there, locked, too large, or neither PDF nor picture.
    """
    data = _bytes_of(scan)
    ready()
    try:
        pages = _pdf_pages(data) if b"%PDF-" in data[:1024] else None
    except UserError as error:
        raise UserError(f"{_named(scan)} {error}") from None
    except Exception as error:
        # pypdf raises whatever it stumbles over, down to a recursion that is too deep.
        raise UserError(f"{_named(scan)} не читается: PDF повреждён.") from error
    if pages is not None:
        return _stamped(pages, scan)
    return _pictures_pdf(_pictures(data, scan), scan)


def _named(scan: Scan) -> str:
    return f"{scan.mark}: файл «{scan.path.name}»"


def _bytes_of(scan: Scan) -> bytes:
    try:
        if scan.path.stat().st_size > LARGEST:
            raise UserError(f"{_named(scan)} больше 100 МБ. Уменьшите его или уберите из дела.")
        return scan.path.read_bytes()
    except OSError as error:
        raise UserError(
            f"{_named(scan)} не читается: проверьте, что он на месте, и выберите его снова."
        ) from error


def _pdf_pages(data: bytes) -> list[Any]:
    """Return the pages of a PDF, without anything that acts when they are opened."""
    from pypdf import PdfReader, PdfWriter

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UserError("закрыт паролем. Сохраните его без пароля и выберите снова.")
    count = len(reader.pages)
    if not count:
        raise UserError("пуст: в нём нет страниц.")
    if count > MOST_PAGES:
        raise UserError(f"слишком длинный: страниц {count}, можно не больше {MOST_PAGES}.")
    writer = PdfWriter()
    for page in reader.pages:
        writer.add_page(page)
    for page in writer.pages:
        page.transfer_rotation_to_content()
        _disarm(page)
    return list(writer.pages)


def _disarm(page: Any) -> None:
    page.pop("/AA", None)
    annotations = page.get("/Annots")
    for reference in annotations.get_object() if annotations is not None else ():
        annotation = reference.get_object()
        for key in _ACTIVE:
            annotation.pop(key, None)


def _stamped(pages: Sequence[Any], scan: Scan) -> bytes:
    from pypdf import PdfReader, PdfWriter, Transformation

    sizes = [(_side(page.mediabox.width), _side(page.mediabox.height)) for page in pages]
    marks = PdfReader(io.BytesIO(_drawn(sizes, [None] * len(pages), scan)))
    writer = PdfWriter()
    for page, mark in zip(pages, marks.pages, strict=True):
        corner = Transformation().translate(float(page.mediabox.left), float(page.mediabox.bottom))
        page.merge_transformed_page(mark, corner)
        writer.add_page(page)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _side(length: Any) -> float:
    return min(max(float(length), _LEAST), _MOST)


def _pictures(data: bytes, scan: Scan) -> list["QImage"]:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImageReader

    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > _MOST_PIXELS:
        raise UserError(f"{_named(scan)} слишком большой снимок. Уменьшите его.")
    found: list[QImage] = []
    while len(found) < MOST_PAGES and (not found or reader.canRead()):
        image = reader.read()
        if image.isNull():
            break
        found.append(image)
    if not found:
        raise UserError(
            f"{_named(scan)} не читается: это не PDF, не JPEG и не PNG. Сохраните документ "
            "в одном из этих видов и выберите снова."
        )
    return found


def _pictures_pdf(pictures: Sequence["QImage"], scan: Scan) -> bytes:
    width, height = _A4
    sizes = [
        (height, width) if picture.width() > picture.height() else (width, height)
        for picture in pictures
    ]
    return _drawn(sizes, pictures, scan)


def _drawn(
    sizes: Sequence[tuple[float, float]], pictures: Sequence["QImage | None"], scan: Scan
) -> bytes:
    """Return pages of these sizes with the pictures, if any, and the mark."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QPainter, QPdfWriter

    from desktop_app.paper.pdf import set_sheet

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(720)
    set_sheet(writer, *sizes[0])
    painter = QPainter(writer)
    painter.scale(10, 10)
    for number, (size, picture) in enumerate(zip(sizes, pictures, strict=True), start=1):
        if number > 1:
            set_sheet(writer, *size)
            writer.newPage()
        if picture is not None:
            _put(picture, size, painter)
        several = f", лист {number} из {len(sizes)}" if len(sizes) > 1 else ""
        _stamp(f"{scan.mark}{several}", size, painter)
    painter.end()
    return bytes(buffer.data().data())


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
