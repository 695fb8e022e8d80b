"""The letter, its calculation and the scans of the annexes as one PDF.

Importing this module is cheap; Qt and pypdf are loaded when a file is made.
"""

import io
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Assessment
from desktop_app.case.model import Case
from desktop_app.letter.annexes import annexes
from desktop_app.packet.make import Sheet
from desktop_app.paper.scans import Scan, scan_pdf

NAME = "Претензия с приложениями"
_MAKER = "Претензия"
Find = Callable[[str], bytes | None]


def scans_of(
    case: Case, kind: Kind, assessment: Assessment, find: Find | None = None
) -> tuple[Scan, ...]:
    """Return the scans that the case names, by the numbers of the annexes they show.

    `find` gives the bytes of a file that is kept, by its name in the case; others are on the disk.
    """
    listed = annexes(case, kind, assessment)
    numbers = {path: annex.number for annex in listed for path in annex.paths}
    found = []
    for index, own in enumerate(case.attachments):
        number = numbers.get(f"attachments[{index}].title")
        if own.file and number is not None:
            kept = partial(find, own.file) if find is not None else None
            found.append((number, Scan(f"Приложение № {number}", Path(own.file), kept)))
    return tuple(scan for _, scan in sorted(found, key=lambda one: one[0]))


class Whole:
    """One PDF that grows piece by piece: the sheets, then the scans."""

    def __init__(self, title: str = NAME) -> None:
        from pypdf import PdfWriter

        self._writer = PdfWriter()
        self._title = title

    def add_sheet(self, sheet: Sheet) -> None:
        """Add a sheet with its outline; raises UserError where Qt's libraries are missing."""
        from desktop_app.paper.pdf_outline import add_outline

        first = self._add(sheet.as_pdf())
        top = self._writer.add_outline_item(title=sheet.name, page_number=first)
        add_outline(self._writer, sheet.pages.headings(), first, top)

    def add_scan(self, scan: Scan) -> None:
        """Add a stamped scan; raises UserError, naming it, where it can't be read."""
        first = self._add(scan_pdf(scan))
        self._writer.add_outline_item(title=f"{scan.mark}: {scan.path.stem}", page_number=first)

    def pdf(self) -> bytes:
        """Return what has been added."""
        from desktop_app.paper.pdf_outline import tell_language

        tell_language(self._writer)
        told = {"/Title": self._title, "/Creator": _MAKER, "/Producer": _MAKER}
        self._writer.metadata = told
        buffer = io.BytesIO()
        self._writer.write(buffer)
        return buffer.getvalue()

    def _add(self, data: bytes) -> int:
        from pypdf import PdfReader

        first = len(self._writer.pages)
        self._writer.append(PdfReader(io.BytesIO(data)), import_outline=False)
        return first


def to_send(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Return the sheets that go to the seller: not those of the post and of the person."""
    return tuple(sheet for sheet in sheets if sheet.document.enclosed)


def whole_pdf(sheets: Sequence[Sheet], scans: Sequence[Scan], title: str = NAME) -> bytes:
    """Return the sheets to be sent, then the stamped scans, as one PDF with an outline.

    Raises UserError where a scan can't be read, naming it, or Qt's libraries are missing.
    """
    whole = Whole(title)
    for sheet in to_send(sheets):
        whole.add_sheet(sheet)
    for scan in scans:
        whole.add_scan(scan)
    return whole.pdf()
