"""What Qt does not write into a PDF: its language, its outline, spaces that are spaces.

Tags (the structure for screen readers) neither Qt nor pypdf can write; the outline is what
they can.
"""

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop_app.paper.pages import Heading

LANGUAGE = "ru-RU"
_LETTERS = re.compile(rb"beginbfrange.*?endbfrange|beginbfchar.*?endbfchar", re.DOTALL)


def with_outline(data: bytes, headings: "Sequence[Heading]") -> bytes:
    """Return the PDF with its language and a bookmark for each heading."""
    from pypdf import PdfReader, PdfWriter

    reader = PdfReader(io.BytesIO(_with_spaces(data)))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    add_outline(writer, headings)
    tell_language(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _with_spaces(data: bytes) -> bytes:
    """Say that a space is one: Qt calls it a tab, which then is copied, and not found.

    The tables of a font's letters are not compressed, and their lengths stay.
    """
    return _LETTERS.sub(lambda found: found.group().replace(b"<0009>", b"<0020>"), data)


def add_outline(
    writer: Any, headings: "Sequence[Heading]", first_page: int = 0, above: Any = None
) -> None:
    """Add a bookmark for each heading, under those of a lower level, all under `above`."""
    from pypdf.generic import Fit

    open_at: list[tuple[int, Any]] = []
    for heading in headings:
        while open_at and open_at[-1][0] >= heading.level:
            open_at.pop()
        parent = open_at[-1][1] if open_at else above
        number = first_page + heading.page
        top = float(writer.pages[number].mediabox.top) - heading.y
        item = writer.add_outline_item(
            title=heading.text, page_number=number, parent=parent, fit=Fit.xyz(top=top)
        )
        open_at.append((heading.level, item))


def tell_language(writer: Any) -> None:
    """Say that the text is Russian, and that a viewer shows the title, not the file's name."""
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

    shown = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    writer.root_object[NameObject("/Lang")] = TextStringObject(LANGUAGE)
    writer.root_object[NameObject("/ViewerPreferences")] = shown
