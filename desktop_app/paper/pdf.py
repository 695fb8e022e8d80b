"""The pages as a PDF: text that can be selected and searched, fonts inside, nothing private.

Importing this module is cheap; Qt is loaded when a PDF is made.
"""

import re
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.errors import UserError
from desktop_app.paper.pdf_outline import with_outline
from desktop_app.paper.qt import qt_missing, ready

if TYPE_CHECKING:
    from PySide6.QtGui import QPdfWriter

    from desktop_app.paper.pages import Pages

__all__ = ["pdf", "pdf_of", "qt_missing", "write_pdf"]

_TWIPS_IN_INCH: Final = 1440
_CREATOR: Final = "Претензия"
_NO_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)
_DATE: Final = re.compile(rb"/(CreationDate|ModDate) \(D:[0-9]{14}[^)]*\)")
# Qt 6.8 ends the object with the title by a 2; as long as before, or all places would be wrong.
_UNENDED: Final = (b"/Trapped /False\n2\nendobj", b"/Trapped/False\n>>\nendobj")
_XMP_DATE: Final = re.compile(rb'(Date=")[0-9]{4}-[0-9]{2}-[0-9]{2}T[^"]*(")')
_NAMESPACE: Final = uuid.UUID("6f0f3f0e-7b0a-5a39-9d5c-0d8a3a4c2b11")


def pdf(docx: bytes, title: str) -> bytes:
    """Return the PDF of a .docx, with `title` as its title.

    Its date is the day the docx names as created, not the clock's: the same
    docx gives the same bytes on one machine. Raises UserError as `lay_out` does.
    """
    ready()
    from desktop_app.paper.pages import lay_out

    return pdf_of(lay_out(docx), title)


def write_pdf(docx: bytes, title: str, path: Path) -> None:
    """Write the PDF of a .docx to `path`; UserError when the place can't be written to."""
    data = pdf(docx, title)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UserError(
            f"Не удалось записать файл «{path.name}»: {error.strerror or error}. "
            "Проверьте, что папка есть, на диске есть место и файл не открыт."
        ) from error


def pdf_of(pages: "Pages", title: str) -> bytes:
    """Return pages that are laid out already as a PDF."""
    from PySide6.QtCore import QBuffer, QIODevice, QUuid
    from PySide6.QtGui import QPainter, QPdfWriter

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_TWIPS_IN_INCH)
    writer.setTitle(title)
    writer.setCreator(_CREATOR)
    name = uuid.uuid5(_NAMESPACE, f"{title} {pages.created} {pages.count}")
    writer.setDocumentId(QUuid(str(name)))
    set_sheet(writer, *pages.size(0))
    painter = QPainter(writer)
    painter.scale(_TWIPS_IN_INCH / 72, _TWIPS_IN_INCH / 72)
    for page in range(pages.count):
        if page:
            set_sheet(writer, *pages.size(page))
            writer.newPage()
        pages.paint(page, painter)
    painter.end()
    dated = _dated(bytes(buffer.data().data()), _moment(pages.created))
    return with_outline(dated, pages.headings())


def set_sheet(writer: "QPdfWriter", width: float, height: float) -> None:
    """Give the page that comes next its size in points, without margins."""
    from PySide6.QtCore import QMarginsF, QSizeF
    from PySide6.QtGui import QPageLayout, QPageSize

    unit = QPageSize.Unit.Point
    match = QPageSize.SizeMatchPolicy.FuzzyOrientationMatch
    size = QPageSize(QSizeF(min(width, height), max(width, height)), unit, "", match)
    wide = width > height
    turn = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, turn, QMarginsF()))


def _moment(created: str) -> datetime:
    try:
        moment = datetime.fromisoformat(created)
    except ValueError:
        return _NO_DAY
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _dated(data: bytes, moment: datetime) -> bytes:
    """Return the PDF with its own date for the clock's, byte for byte in the same places."""

    def plain(found: re.Match[bytes]) -> bytes:
        date = b"/" + found.group(1) + b" (D:" + moment.strftime("%Y%m%d%H%M%S").encode() + b"Z)"
        return date.ljust(len(found.group()))

    def xmp(found: re.Match[bytes]) -> bytes:
        date = moment.strftime("%Y-%m-%dT%H:%M:%S").encode()
        room = len(found.group()) - len(found.group(1)) - 1
        return found.group(1) + (date + b"+00:00")[:room].ljust(room) + found.group(2)

    # The clock stands in the first and the last object, never inside the compressed pages.
    return _XMP_DATE.sub(xmp, _DATE.sub(plain, data.replace(*_UNENDED, 1)))
