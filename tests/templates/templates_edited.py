"""Shipped templates edited as a person edits them in Word, with python-docx."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.text.paragraph import Paragraph
from lxml import etree

from desktop_app.letter.document import Document
from desktop_app.letter.engine.parts import W_P, W, paragraph_text

Edit = Callable[[Any], None]


def edited(document: Document, path: Path, *edits: Edit) -> Path:
    """Write the shipped template of a document, edited, to `path`."""
    word = docx.Document(str(document.shipped))
    for edit in edits:
        edit(word)
    path.parent.mkdir(parents=True, exist_ok=True)
    word.save(str(path))
    return path


def paragraph_with(word: Any, text: str) -> Any:
    """The first paragraph, in a table or not, whose text has `text` in it."""
    return next(p for p in word.element.body.iter(W_P) if text in paragraph_text(p))


def written(paragraph: Any, text: str) -> None:
    """Write `text` into a paragraph as one run."""
    Paragraph(paragraph, None).text = text


def instead(old: str, new: str) -> Edit:
    """Write `new` for `old` in the first paragraph that has it."""

    def edit(word: Any) -> None:
        paragraph = paragraph_with(word, old)
        written(paragraph, paragraph_text(paragraph).replace(old, new, 1))

    return edit


def without(text: str) -> Edit:
    """Take out the first paragraph that has `text`."""

    def edit(word: Any) -> None:
        paragraph = paragraph_with(word, text)
        paragraph.getparent().remove(paragraph)

    return edit


def added(*texts: str) -> Edit:
    """Add paragraphs at the end."""

    def edit(word: Any) -> None:
        for text in texts:
            word.add_paragraph(text)

    return edit


def revised(text: str) -> Edit:
    """Put a tracked insertion into the first paragraph that has `text`."""

    def edit(word: Any) -> None:
        insertion = etree.SubElement(paragraph_with(word, text), W + "ins")
        insertion.set(W + "id", "900")
        insertion.set(W + "author", "юрист")
        run = etree.SubElement(insertion, W + "r")
        etree.SubElement(run, W + "t").text = "вставка"

    return edit


def commented(text: str) -> Edit:
    """Put a comment's mark into the first paragraph that has `text`."""

    def edit(word: Any) -> None:
        run = etree.SubElement(paragraph_with(word, text), W + "r")
        etree.SubElement(run, W + "commentReference").set(W + "id", "0")

    return edit


def in_header(text: str) -> Edit:
    """Add a paragraph to the header."""

    def edit(word: Any) -> None:
        word.sections[0].header.add_paragraph(text)

    return edit


def in_row(text: str, cell_text: str) -> Edit:
    """Write `cell_text` into the last cell of the row that has `text`."""

    def edit(word: Any) -> None:
        row = next(paragraph_with(word, text).iterancestors(W + "tr"))
        written(list(row.iter(W_P))[-1], cell_text)

    return edit
