"""What of a template's look is worth a remark: heads of pages, and what pages can't show."""

from collections.abc import Iterator
from typing import Any, Final

from desktop_app.letter.document import Document
from desktop_app.letter.engine.package import DOCUMENT, read_package
from desktop_app.letter.engine.parts import W, parse
from desktop_app.paper.reading import read_docx

_RELS: Final = "word/_rels/document.xml.rels"
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_KINDS: Final = {"header": "верхнем", "footer": "нижнем"}
_PAGES: Final = {"default": "обычных страниц", "first": "первой страницы", "even": "чётных страниц"}


def unseen(docx: bytes) -> Iterator[str]:
    """Yield what the pages, the print and the PDF leave out of a filled document."""
    for what in read_docx(docx).not_shown:
        yield f"В просмотре, на печати и в PDF этого не будет видно: {what}."


def bare_heads(document: Document, data: bytes) -> Iterator[str]:
    """Yield the headers and footers that are used and lack a tag that the shipped ones have.

    A first page with a head of its own, as letterheads have it, has none of the others' words.
    """
    shipped = read_package(document.shipped.read_bytes())
    own = read_package(data)
    for kind, name in _KINDS.items():
        wanted = {tag for text in _heads(shipped, kind).values() for tag in _marks(text)}
        for pages, text in _heads(own, kind).items():
            gone = sorted(wanted - _marks(text))
            if gone:
                told = ", ".join(f"«{tag}»" for tag in gone)
                yield f"В {name} колонтитуле {_PAGES[pages]} нет {told}."


def _marks(text: str) -> set[str]:
    return {tag for tag in ("есть.черновик", "экземпляр", "комплект.метка") if tag in text}


def _heads(parts: dict[str, bytes], kind: str) -> dict[str, str]:
    """Return the text of each head that is used: of ordinary, first and even pages."""
    targets = {str(n.get("Id")): f"word/{n.get('Target')}" for n in parse(parts[_RELS])}
    root = parse(parts[DOCUMENT])
    section = next(iter(list(root.iter(W + "sectPr"))[-1:]), None)
    if section is None:
        return {}
    used = ["default", *(["first"] if _is_on(section, "titlePg") else [])]
    settings = parts.get("word/settings.xml")
    if settings is not None and _is_on(parse(settings), "evenAndOddHeaders"):
        used.append("even")
    named = {
        str(one.get(W + "type")): targets.get(str(one.get(_ID)), "")
        for one in section.iter(f"{W}{kind}Reference")
    }
    return {pages: _text(parts.get(named.get(pages, ""))) for pages in used}


def _is_on(root: Any, name: str) -> bool:
    found = next(root.iter(W + name), None)
    return found is not None and found.get(W + "val") not in ("0", "false", "off")


def _text(part: bytes | None) -> str:
    return "" if part is None else "".join(parse(part).itertext())
