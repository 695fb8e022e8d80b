"""A scan of a document as PDF pages with its mark: «Приложение № 3, лист 1 из 2».

A PDF keeps its own pages, a picture gets a sheet of A4. Everything is bounded in size, for a scan
comes from anywhere. Importing this module is cheap; Qt and pypdf are loaded when needed.
"""

import io
import logging
import stat
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desktop_app.errors import UserError
from desktop_app.paper.qt import ready
from desktop_app.paper.scan_drawing import Drawing

if TYPE_CHECKING:
    pass

LARGEST: Final = 100 * 1024 * 1024
MOST_PAGES: Final = 300
_MOST_PIXELS: Final = 60_000_000  # 240 MB as Qt holds them
_MOST_PIXELS_IN_ALL: Final = 600_000_000
_FORMATS: Final = (b"jpeg", b"png", b"tiff", b"webp")
_A4: Final = (595.276, 841.89)
_LEAST, _MOST = 72.0, 14400.0  # a page's side in points, as PDF allows
_ACTIVE: Final = ("/AA", "/A", "/JS", "/OpenAction")


@dataclass(frozen=True, slots=True)
class Scan:
    """A file that shows an annex: what is stamped on it («Приложение № 3») and where it lies.

    `kept` gives its bytes where they are kept elsewhere than on the disk; else the disk has them.
    """

    mark: str
    path: Path
    kept: Callable[[], bytes | None] | None = None


def scan_pdf(scan: Scan) -> bytes:
    """Return a scan as PDF pages, each stamped.

    Raises UserError where the file is not there, locked, too large, or neither PDF nor picture.
    """
    data = _bytes_of(scan)
    ready()
    if b"%PDF-" not in data[:1024]:
        return _pictures_pdf(data, scan)
    # Its own reader tells of every fault in English on standard error.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    from pypdf.errors import DependencyError

    try:
        return _stamped(_pdf_pages(data), scan)
    except UserError as error:
        raise UserError(f"{_named(scan)} {error}") from None
    except DependencyError as error:
        raise UserError(
            f"{_named(scan)} зашифрован. Откройте его, «напечатайте» в PDF и выберите новый файл."
        ) from error
    except Exception as error:
        # pypdf raises whatever it stumbles over, down to a recursion that is too deep.
        raise UserError(
            f"{_named(scan)} не читается: PDF повреждён или слишком сложен. Сохраните его страницы "
            "снимками и выберите их."
        ) from error


def _named(scan: Scan) -> str:
    return f"{scan.mark}: файл «{scan.path.name}»"


def _bytes_of(scan: Scan) -> bytes:
    kept = scan.kept() if scan.kept is not None else None
    return _read(scan) if kept is None else _bounded(kept, scan)


def _read(scan: Scan) -> bytes:
    try:
        path = _as_written(scan.path)
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError("not a file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise UserError(
            f"{_named(scan)} не читается: проверьте, что он на месте, и выберите его снова."
        ) from error
    return _bounded(data, scan)


def _bounded(data: bytes, scan: Scan) -> bytes:
    if not data:
        raise UserError(f"{_named(scan)} пуст. Выберите его снова.")
    if len(data) > LARGEST:
        raise UserError(f"{_named(scan)} больше 100 МБ. Уменьшите его или уберите из дела.")
    return data


def _as_written(path: Path) -> Path:
    """Return the path as the disk has it: some keep «й» as one letter, some as two."""
    for form in ("NFC", "NFD"):
        written = Path(unicodedata.normalize(form, str(path)))
        if written.exists():
            return written
    return path


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
    from pypdf import PdfReader, PdfWriter

    sizes = [_seen_size(page) for page in pages]
    with Drawing() as drawing:
        for number, size in enumerate(sizes, start=1):
            drawing.add(size, None, _mark(scan, number, len(pages)))
    marks = PdfReader(io.BytesIO(drawing.pdf))
    writer = PdfWriter()
    for page, mark in zip(pages, marks.pages, strict=True):
        page.merge_transformed_page(mark, _upright(page))
        writer.add_page(page)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _seen_size(page: Any) -> tuple[float, float]:
    """Return the width and height of what a viewer shows of a page."""
    wide, high = _side(page.cropbox.width), _side(page.cropbox.height)
    return (high, wide) if page.rotation % 180 else (wide, high)


def _upright(page: Any) -> Any:
    """Return how a mark is turned and moved to stand upright in the corner that is seen."""
    from pypdf import Transformation

    box, turned = page.cropbox, page.rotation % 360
    wide, high = float(box.width), float(box.height)
    moved = {0: (0.0, 0.0), 90: (wide, 0.0), 180: (wide, high), 270: (0.0, high)}
    x, y = moved.get(turned, (0.0, 0.0))
    turn = Transformation().rotate(turned if turned in moved else 0)
    return turn.translate(x + float(box.left), y + float(box.bottom))


def _side(length: Any) -> float:
    return min(max(float(length), _LEAST), _MOST)


def _pictures_pdf(data: bytes, scan: Scan) -> bytes:
    """Return the pictures of a file (a TIFF may hold several), each on a sheet of its own."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImageReader

    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    # Not what Qt can read besides: an SVG reads files of this machine and can be endless.
    if bytes(reader.format().data()) not in _FORMATS or _is_cut_off(data):
        raise UserError(_no_picture(scan))
    reader.setAutoTransform(True)
    count = max(1, reader.imageCount())
    if count > MOST_PAGES:
        raise UserError(f"{_named(scan)} слишком длинный: страниц {count}.")
    budget = _MOST_PIXELS_IN_ALL
    with Drawing() as drawing:
        for number in range(1, count + 1):
            size = reader.size()
            pixels = size.width() * size.height()
            budget -= pixels
            if pixels > _MOST_PIXELS or budget < 0:
                raise UserError(f"{_named(scan)} слишком большой. Уменьшите снимок.")
            picture = reader.read()
            if picture.isNull():
                raise UserError(_no_picture(scan))
            across = picture.width() > picture.height()
            sheet = (_A4[1], _A4[0]) if across else _A4
            drawing.add(sheet, picture, _mark(scan, number, count))
    return drawing.pdf


def _no_picture(scan: Scan) -> str:
    return (
        f"{_named(scan)} не читается: это не целый PDF, JPEG или PNG. Сохраните документ в одном "
        "из этих видов и выберите снова."
    )


def _is_cut_off(data: bytes) -> bool:
    """Whether a JPEG ends before its picture does: half a sheet would be grey."""
    begin = data.find(b"\xff\xda")
    return data.startswith(b"\xff\xd8") and (begin < 0 or data.find(b"\xff\xd9", begin) < 0)


def _mark(scan: Scan, number: int, count: int) -> str:
    return f"{scan.mark}, лист {number} из {count}" if count > 1 else scan.mark
