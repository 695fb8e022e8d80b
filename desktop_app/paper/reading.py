"""A filled .docx, and nothing else → `Document`: the one place where Word's XML ends."""

from typing import Any, Final

from desktop_app.paper.missing import NotShown
from desktop_app.paper.model import Block, Document, Paragraph, Piece, Running, Section, Sheet
from desktop_app.paper.numbering import Numbering
from desktop_app.paper.package import Package, R, W, broken
from desktop_app.paper.properties import (
    Said,
    ThemeFonts,
    paragraph_properties,
    run_properties,
)
from desktop_app.paper.runs import Pieces, Reader
from desktop_app.paper.styles import Styles, even_pages, over
from desktop_app.paper.tables import read_table
from desktop_app.paper.values import attribute, child, number, switched_on, val

MOST_PARAGRAPHS: Final = 20_000
MOST_LETTERS: Final = 1_000_000
_DEEPEST: Final = 12
_SILENT: Final = frozenset(
    W + name
    for name in (
        *("sectPr", "tcPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd"),
        *("commentRangeStart", "commentRangeEnd", "moveFromRangeStart", "moveFromRangeEnd"),
        *("moveToRangeStart", "moveToRangeEnd"),
    )
)
_INSIDE: Final = frozenset(W + name for name in ("customXml", "ins", "moveTo"))
_CREATED: Final = "{http://purl.org/dc/terms/}created"


def read_docx(data: bytes) -> Document:
    """Return the model of a .docx.

    Raises UserError for bytes that are no Word file, are locked, or are beyond
    the bounds of size. Unknown elements raise nothing, they are named in `not_shown`.
    """
    return _File(Package(data)).document()


class _File:
    """One file while it is read: what its parts share."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main_part
        self._related = package.relations(self._main)
        self._missing = NotShown()
        self._settings = self._side("/settings")
        self._fonts = ThemeFonts(self._side("/theme"))
        self._styles = Styles(self._side("/styles"), self._fonts, self._missing)
        self._numbering = Numbering(self._side("/numbering"))

    def _side(self, kind: str) -> Any:
        for found, name in self._related.values():
            if found.endswith(kind) and name in self._package:
                return self._package.xml(name)
        return None

    def document(self) -> Document:
        root = self._package.xml(self._main)
        body = child(root, "body")
        if body is None:
            raise broken("в нём нет текста документа")
        part = self._part(root, self._main)
        sections: list[Section] = []
        blocks: list[Block] = []
        for element in body:
            blocks.extend(part.blocks_of(element))
            end = child(element, "pPr/sectPr") if element.tag == W + "p" else None
            if end is not None:
                sections.append(self._section(end, blocks, sections))
                blocks = []
        if blocks or not sections:
            sections.append(self._section(child(body, "sectPr"), blocks, sections))
        tab = number(val(self._settings, "defaultTabStop"), 720)
        return Document(tuple(sections), max(100, tab), self._missing.all(), self._created())

    def _part(self, root: Any, name: str) -> "_Part":
        reader = Reader(self._package, name, self._styles, self._fonts, self._missing)
        return _Part(root, reader, self._numbering)

    def _section(self, element: Any, blocks: list[Block], before: list[Section]) -> Section:
        for name in ("lnNumType", "pgBorders"):
            if child(element, name) is not None:
                self._missing.add(name)
        if attribute(child(element, "pgNumType"), "start") not in (None, "1"):
            self._missing.add("pgNumType")
        if number(attribute(child(element, "cols"), "num"), 1) > 1:
            self._missing.add("cols")
        last = before[-1] if before else None
        return Section(
            sheet=_sheet(element),
            blocks=tuple(blocks),
            header=self._running(element, "header", last.header if last else Running()),
            footer=self._running(element, "footer", last.footer if last else Running()),
            new_page=val(element, "type") != "continuous",
        )

    def _running(self, section: Any, kind: str, inherited: Running) -> Running:
        found: dict[str, tuple[Block, ...]] = {}
        references = () if section is None else section.iterchildren(W + kind + "Reference")
        for reference in references:
            _, name = self._related.get(reference.get(R + "id") or "", ("", ""))
            if name in self._package:
                root = self._package.xml(name)
                found[attribute(reference, "type") or "default"] = self._part(root, name).blocks(
                    root, ""
                )
        title = child(section, "titlePg")
        first = found.get("first", inherited.first or ())
        even = found.get("even", inherited.even or ())
        return Running(
            default=found.get("default", inherited.default),
            first=first if title is not None and switched_on(title) else None,
            even=even if even_pages(self._settings) else None,
        )

    def _created(self) -> str:
        if "docProps/core.xml" not in self._package:
            return ""
        return self._package.xml("docProps/core.xml").findtext(_CREATED) or ""


class _Part:
    """The blocks of one part of the file."""

    def __init__(self, root: Any, reader: Reader, numbering: Numbering) -> None:
        self._reader = reader
        self._styles = reader.styles
        self._numbering = numbering
        self._index = {element: at for at, element in enumerate(root.iter(W + "p"))}
        if len(self._index) > MOST_PARAGRAPHS:
            raise broken("в нём слишком много абзацев")
        if sum(len(text.text or "") for text in root.iter(W + "t")) > MOST_LETTERS:
            raise broken("в нём слишком много текста")

    def blocks(self, element: Any, table_style: str, depth: int = 0) -> tuple[Block, ...]:
        """Return the blocks inside `element`; `table_style` is that of the table around it."""
        found: list[Block] = []
        for item in element:
            found.extend(self.blocks_of(item, table_style, depth))
        return tuple(found)

    def blocks_of(self, item: Any, table_style: str = "", depth: int = 0) -> tuple[Block, ...]:
        """Return the blocks that one child of a body, a cell or a header makes."""
        if item.tag == W + "p":
            return (self._paragraph(item, table_style),)
        if item.tag in _SILENT:
            return ()
        if depth >= _DEEPEST:
            self._reader.missing.element(item)
            return ()
        if item.tag == W + "tbl":
            return self._table(item, depth)
        if item.tag == W + "sdt":
            content = child(item, "sdtContent")
            return () if content is None else self.blocks(content, table_style, depth + 1)
        if item.tag in _INSIDE:
            return self.blocks(item, table_style, depth + 1)
        self._reader.missing.element(item)
        return ()

    def _table(self, item: Any, depth: int) -> tuple[Block, ...]:
        def cell(element: Any, style: str) -> tuple[Block, ...]:
            return self.blocks(element, style, depth + 1)

        table = read_table(item, self._styles, self._reader.missing, cell)
        return (table,) if table.rows else ()

    def _paragraph(self, element: Any, table_style: str) -> Paragraph:
        properties = child(element, "pPr")
        style = val(properties, "pStyle") or self._styles.default("paragraph")
        own = paragraph_properties(properties, self._reader.missing)
        named, named_face = self._styles.said(style)
        around, around_face = self._styles.said(table_style)
        layers = (around, *self._with_list(named, own), own)
        faces = (around_face, named_face)
        pieces = Pieces(self._reader, faces).of(element)
        mark = run_properties(child(properties, "rPr"), self._reader.fonts, self._reader.missing)
        number_piece = self._number(over(named, own), faces, mark)
        return Paragraph(
            part=self._reader.part,
            index=self._index[element],
            style=style,
            shape=self._styles.shape(*layers),
            mark=self._styles.face(*faces, mark),
            pieces=(*number_piece, *pieces),
        )

    def _with_list(self, named: Said, own: Said) -> tuple[Said, ...]:
        """Return the style and its list's indents in the order in which they count."""
        said = over(named, own)
        indents = self._numbering.indents(said.get("list", "0"), said.get("level", 0))
        return (named, indents) if "list" in own else (indents, named)

    def _number(self, said: Said, faces: tuple[Said, ...], mark: Said) -> tuple[Piece, ...]:
        name, level = said.get("list", "0"), said.get("level", 0)
        text = self._numbering.next(name, level)
        if not text:
            return ()
        own = run_properties(
            self._numbering.run_properties(name, level), self._reader.fonts, self._reader.missing
        )
        if own.get("family") in ("Symbol", "Wingdings"):
            del own["family"]
        face = self._styles.face(*faces, mark, own)
        sign = Piece("label", text.removesuffix("\t"), face, 0, 0)
        behind = (Piece("tab", "\t", face, 0, 0),) if text.endswith("\t") else ()
        return (sign, *behind)


def _sheet(section: Any) -> Sheet:
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    plain = Sheet()
    width = number(attribute(size, "w"), plain.width)
    height = number(attribute(size, "h"), plain.height)
    if width < 1440 or height < 1440:
        width, height = plain.width, plain.height
    sides = {
        name: abs(number(attribute(margins, name), getattr(plain, name)))
        for name in ("top", "right", "bottom", "left", "header", "footer")
    }
    if (
        sides["left"] + sides["right"] > width - 720
        or sides["top"] + sides["bottom"] > height - 720
    ):
        return Sheet(width, height)
    return Sheet(width, height, **sides)
