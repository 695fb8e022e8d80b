"""All sheets and the scans of the annexes as one PDF, in the order of the packet.

Importing this module is cheap; Qt and pypdf are loaded when a file is made.
"""

import io
from collections.abc import Sequence
from pathlib import Path

from desktop_app.case.model import Case
from desktop_app.letter.annexes import annexes
from desktop_app.packet.make import Sheet
from desktop_app.paper.scans import Scan, scan_pdf

NAME = "Претензия со всеми листами"


def scans_of(case: Case) -> tuple[Scan, ...]:
    """Return the scans that the case names, by the numbers of the annexes they show."""
    numbers = {path: annex.number for annex in annexes(case) for path in annex.paths}
    found = []
    for index, own in enumerate(case.attachments):
        number = numbers.get(f"attachments[{index}].title")
        if own.file and number is not None:
            found.append((number, Scan(f"Приложение № {number}", Path(own.file))))
    return tuple(scan for _, scan in sorted(found, key=lambda one: one[0]))


def whole_pdf(sheets: Sequence[Sheet], scans: Sequence[Scan], title: str = NAME) -> bytes:
    """Return the sheets, then the stamped scans, as one PDF with an outline.

    Raises UserError where a scan can't be read, naming it, or Qt's libraries are missing.
    """
    from pypdf import PdfReader, PdfWriter

    from desktop_app.paper.pdf_outline import add_outline, tell_language

    writer = PdfWriter()
    for sheet in sheets:
        first = len(writer.pages)
        reader = PdfReader(io.BytesIO(sheet.as_pdf()))
        writer.append(reader, import_outline=False)
        top = writer.add_outline_item(title=sheet.name, page_number=first)
        add_outline(writer, sheet.pages.headings(), first, top)
    for scan in scans:
        first = len(writer.pages)
        writer.append(PdfReader(io.BytesIO(scan_pdf(scan))), import_outline=False)
        writer.add_outline_item(title=f"{scan.mark}: {scan.path.stem}", page_number=first)
    tell_language(writer)
    writer.metadata = {"/Title": title, "/Creator": "Претензия", "/Producer": "Претензия"}
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
