"""The inside of one `w:p`: runs, fields and pictures, with the places that spans count in."""

from typing import Any, Final

from desktop_app.paper.missing import NotShown
from desktop_app.paper.model import Face, Picture, Piece, PieceKind
from desktop_app.paper.package import Package, R, W
from desktop_app.paper.properties import Said, ThemeFonts, run_properties
from desktop_app.paper.styles import Styles
from desktop_app.paper.values import attribute, child, val

_DEEPEST: Final = 40
_EMU: Final = 635  # English metric units in a twip
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MAIN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_INSIDE: Final = frozenset(
    W + name for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo")
)
_SILENT: Final = frozenset(
    W + name
    for name in (
        *("pPr", "rPr", "bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak"),
        *("commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "annotationRef"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("instrText", "delInstrText", "fldData", "footnoteRef", "endnoteRef", "separator"),
        *("continuationSeparator", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"),
    )
)
_SIGNS: Final[dict[str, tuple[PieceKind, str]]] = {
    W + "tab": ("tab", "\t"),
    W + "br": ("line", "\n"),
    W + "cr": ("line", "\n"),
    W + "noBreakHyphen": ("text", "\u2011"),
}
_NUMBERS: Final = ("PAGE", "NUMPAGES", "SECTIONPAGES")


class Reader:
    """What reading a part's paragraphs needs: its name, its pictures, styles, the list of gaps."""

    def __init__(
        self, package: Package, part: str, styles: Styles, fonts: ThemeFonts, missing: NotShown
    ) -> None:
        self.part = part
        self.styles = styles
        self.fonts = fonts
        self.missing = missing
        self.page_numbers = part != package.main_part
        self._package = package
        self._relations = package.relations(part)

    def picture(self, drawing: Any) -> Picture | None:
        """Return the picture of a `w:drawing`, or note why there is none."""
        if drawing.find(_DRAWING + "anchor") is not None:
            self.missing.add("anchor")
        extent = next(drawing.iter(_DRAWING + "extent"), None)
        blip = next(drawing.iter(_MAIN + "blip"), None)
        if blip is None or extent is None:
            self.missing.add("AlternateContent")
            return None
        _, name = self._relations.get(blip.get(R + "embed") or "", ("", ""))
        if name not in self._package:
            self.missing.add("noPicture")
            return None
        width, height = (_length(extent.get(key)) for key in ("cx", "cy"))
        return Picture(self._package.read(name), width, height) if width and height else None


class Pieces:
    """Collects the pieces of one paragraph in the order of reading."""

    def __init__(self, reader: Reader, shape_layers: tuple[Said, ...]) -> None:
        self._reader = reader
        self._layers = shape_layers
        self._found: list[Piece] = []
        self._at = 0
        self._field: list[str | None] = []
        self._instruction: list[str] = []

    def of(self, paragraph: Any) -> tuple[Piece, ...]:
        """Return the pieces of a `w:p`."""
        self._children(paragraph, "", 0)
        return tuple(self._found)

    def _children(self, element: Any, field: str, depth: int) -> None:
        if depth > _DEEPEST:
            self._reader.missing.element(element)
            return
        for item in element:
            tag = item.tag
            if tag == W + "r":
                self._run(item, field)
            elif tag in _INSIDE:
                self._children(item, field, depth + 1)
            elif tag == W + "sdt":
                content = child(item, "sdtContent")
                if content is not None:
                    self._children(content, field, depth + 1)
            elif tag == W + "fldSimple":
                name = _field_name(attribute(item, "instr") or "")
                self._children(item, name or field, depth + 1)
            elif tag not in _SILENT:
                self._lost(item)

    def _run(self, run: Any, field: str) -> None:
        properties = child(run, "rPr")
        face, hidden = self._face(properties)
        for item in run:
            tag = item.tag
            if tag == W + "fldChar":
                self._field_sign(attribute(item, "fldCharType"))
            elif tag == W + "instrText":
                self._instruction.append(item.text or "")
            elif hidden:
                self._skip(item)
            elif tag == W + "t":
                self._text(item.text or "", face, field)
            elif tag in _SIGNS:
                self._sign(item, face)
            elif tag == W + "drawing":
                self._drawing(item, face)
            elif tag == W + "softHyphen":
                self._found.append(Piece("text", "\u00ad", face, self._at, self._at))
            elif tag not in _SILENT:
                self._lost(item)

    def _face(self, properties: Any) -> tuple[Face, bool]:
        reader = self._reader
        own = run_properties(properties, reader.fonts, reader.missing)
        named = reader.styles.said(val(properties, "rStyle") or "")[1]
        hidden = {**named, **own}.get("vanish", False)
        if hidden:
            reader.missing.add("vanish")
        return reader.styles.face(*self._layers, named, own), hidden

    def _text(self, text: str, face: Face, field: str) -> None:
        name = field or next((name for name in reversed(self._field) if name), "")
        text = text.replace("\r", " ").replace("\n", " ").replace("\t", " ")
        end = self._at + len(text)
        kind: PieceKind = "field" if name else "text"
        if name and not self._reader.page_numbers:
            self._reader.missing.add("pageField")
            kind, name = "text", ""
        if text:
            self._found.append(Piece(kind, text, face, self._at, end, name))
        self._at = end

    def _sign(self, item: Any, face: Face) -> None:
        kind, text = _SIGNS[item.tag]
        if item.tag == W + "br" and attribute(item, "type") in ("page", "column"):
            kind = "page"
        self._found.append(Piece(kind, text, face, self._at, self._at + 1))
        self._at += 1

    def _drawing(self, item: Any, face: Face) -> None:
        picture = self._reader.picture(item)
        if picture is not None:
            place = self._at
            self._found.append(Piece("picture", "", face, place, place, "", picture))
        self._skip(item)

    def _lost(self, item: Any) -> None:
        self._reader.missing.element(item)
        self._skip(item)

    def _skip(self, item: Any) -> None:
        """Count the text that is not shown, so that later places stay right."""
        self._at += _counted(item)

    def _field_sign(self, sign: str | None) -> None:
        if sign == "begin":
            self._field.append(None)
            self._instruction.clear()
        elif sign == "separate" and self._field:
            self._field[-1] = _field_name("".join(self._instruction))
        elif sign == "end" and self._field:
            self._field.pop()


def _field_name(instruction: str) -> str:
    words = instruction.upper().split()
    return words[0] if words and words[0] in _NUMBERS else ""


def _length(text: str | None) -> int:
    return min(31680, int(text) // _EMU) if text and text.isdecimal() and len(text) < 12 else 0


def _counted(item: Any) -> int:
    """Return how many characters `item` adds to its paragraph's text, without text boxes."""
    if item.tag == W + "p":
        return 0
    if item.tag == W + "t":
        return len(item.text or "")
    if item.tag in _SIGNS:
        return 1 if item.tag != W + "tab" or item.getparent().tag == W + "r" else 0
    return sum(_counted(inside) for inside in item)
