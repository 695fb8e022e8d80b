"""One print job: the pages of the chosen sheets in order, each copy on paper of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop_app.packet.make import Sheet
from desktop_app.paper.pages import Pages

_POINTS_IN_INCH = 72
_TWO_SIDES = (
    QPrinter.DuplexMode.DuplexLongSide,
    QPrinter.DuplexMode.DuplexShortSide,
    QPrinter.DuplexMode.DuplexAuto,
)


class NoSuchPageError(Exception):
    """None of the pages that were asked for is in the job."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a sheet; `number` is its place in the whole job from 1, `sheet` its sheet's."""

    number: int
    pages: Pages
    index: int
    sheet: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Its width and height in points."""
        return self.pages.size(self.index)


def pages_of(sheets: Sequence[Sheet]) -> tuple[Page, ...]:
    """Return the pages of the sheets in order."""
    found: list[Page] = []
    for place, sheet in enumerate(sheets):
        for index in range(sheet.pages.count):
            found.append(Page(len(found) + 1, sheet.pages, index, place))
    return tuple(found)


def order(pages: Sequence[Page], two_sides: bool) -> Iterator[Page | None]:
    """Yield the pages as they go through the printer, None for an empty side.

    On both sides of the paper each sheet begins on paper of its own: a page of the shop's copy
    is not to stand on the back of the consumer's.
    """
    printed, before = 0, -1
    for page in pages:
        if two_sides and page.sheet != before and printed % 2:
            printed += 1
            yield None
        printed, before = printed + 1, page.sheet
        yield page


def run(sheets: Sequence[Sheet], printer: QPrinter) -> int:
    """Print the sheets, or the pages that were chosen in the dialog; return how many.

    Returns 0 where the printer takes no job. Raises NoSuchPageError where none of the pages
    that were chosen is there.
    """
    chosen = _chosen(pages_of(sheets), printer)
    if not chosen:
        raise NoSuchPageError
    printer.setFullPage(True)
    _set_paper(printer, chosen[0])
    painter = QPainter()
    if not painter.begin(printer):
        return 0
    scale = printer.resolution() / _POINTS_IN_INCH
    paper = chosen[0].size
    for at, page in enumerate(order(chosen, on_both_sides(printer))):
        if at:
            if page is not None and page.size != paper:
                # Not every printer changes the paper within a job; Qt says so then.
                _set_paper(printer, page)
                paper = page.size
            printer.newPage()
        if page is not None:
            painter.save()
            painter.scale(scale, scale)
            page.pages.paint(page.index, painter)
            painter.restore()
    painter.end()
    return len(chosen)


def on_both_sides(printer: QPrinter) -> bool:
    """Whether the printer was told to print on both sides of the paper."""
    return printer.duplex() in _TWO_SIDES


def _chosen(pages: Sequence[Page], printer: QPrinter) -> list[Page]:
    """Return the pages that the dialog names: all, from one to another, or «1,3,5»."""
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return list(pages)
    ranges = printer.pageRanges()
    if not ranges.isEmpty():
        return [page for page in pages if ranges.contains(page.number)]
    first, last = sorted((printer.fromPage(), printer.toPage() or printer.fromPage()))
    return [page for page in pages if not last or first <= page.number <= last]


def _set_paper(printer: QPrinter, page: Page) -> None:
    width, height = page.size
    across = width > height
    turn = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    match = QPageSize.SizeMatchPolicy.FuzzyOrientationMatch
    size = QSizeF(min(width, height), max(width, height))
    paper = QPageSize(size, QPageSize.Unit.Point, "", match)
    printer.setPageLayout(QPageLayout(paper, turn, QMarginsF()))
