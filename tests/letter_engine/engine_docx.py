"""Small Word templates made in memory, and letters read back, for the tests of the engine."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any

import docx
from lxml import etree

from desktop_app.letter.engine.parts import W_P, paragraph_text
from desktop_app.letter.engine.template import Filled, Properties, Template, compile_template

PROPERTIES = Properties("Претензия", "Кузнецова О. И.", date(2025, 6, 14))
NAME = "проба.docx"
DOCUMENT = "word/document.xml"


def saved(document: Any) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def docx_of(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def table_of(*rows: tuple[str, ...]) -> bytes:
    """A table; a cell's lines are its paragraphs."""
    document = docx.Document()
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            cell = table.cell(row, column)
            first, *others = text.split("\n")
            cell.text = first
            for other in others:
                cell.add_paragraph(other)
    document.add_paragraph("конец")
    return saved(document)


def template_of(*paragraphs: str) -> Template:
    return compile_template(docx_of(*paragraphs), NAME)


def filled(context: Mapping[str, object], *paragraphs: str) -> Filled:
    return template_of(*paragraphs).fill(context, PROPERTIES)


def part_of(data: bytes, part: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(part)


def texts_of(data: bytes, part: str = DOCUMENT) -> list[str]:
    root = etree.fromstring(part_of(data, part))
    return [paragraph_text(paragraph) for paragraph in root.iter(W_P)]


def with_part(data: bytes, name: str, old: str, new: str) -> bytes:
    """The file with `old` replaced by `new` in one of its parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as copy:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == name:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            copy.writestr(entry.filename, content)
    return target.getvalue()
