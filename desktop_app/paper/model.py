"""A Word file as this room sees it: plain values, no XML, no Qt.

Lengths are twips (1/20 of a point) unless a name says otherwise. What a value
means is Word's meaning (ECMA-376, part 1, section 17); nothing here is drawn.
"""

from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "right", "center", "both"]
LineRule = Literal["auto", "exact", "atLeast"]
TabAlign = Literal["left", "right", "center", "decimal"]
PieceKind = Literal["text", "tab", "line", "page", "picture", "field", "label"]


@dataclass(frozen=True, slots=True)
class Face:
    """How letters look: `size` in half-points, `spacing` added after each letter.

    `colour` and `background` are six hexadecimal digits; `raised` is 1 for
    superscript, -1 for subscript.
    """

    family: str
    size: int
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    caps: bool = False
    colour: str = "000000"
    background: str | None = None
    spacing: int = 0
    raised: int = 0


@dataclass(frozen=True, slots=True)
class TabStop:
    """A place that a tab runs to, counted from the text margin."""

    at: int
    align: TabAlign = "left"
    leader: str = "none"


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph is set. `first` is added to `left` in the first line, negative to hang.

    `line` is 240ths of a line for "auto", else twips. `level` is a heading's, from 0.
    """

    align: Align = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    contextual: bool = False
    line: int = 240
    line_rule: LineRule = "auto"
    tabs: tuple[TabStop, ...] = ()
    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = True
    page_break_before: bool = False
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """An encoded picture in the line: its bytes as they are in the file, its size on paper."""

    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one face, or one sign, of a paragraph.

    `start` and `end` count characters of the paragraph's own text, the one
    that spans of the filling count in; what Word shows without holding it as
    text (a number of a list, a picture) has `start == end`. The text of a
    `field` is the stored result, `name` is PAGE or NUMPAGES.
    """

    kind: PieceKind
    text: str
    face: Face
    start: int
    end: int
    name: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One `w:p`: `part` is its file's name in the package, `index` its number there, from 0."""

    part: str
    index: int
    style: str
    shape: Shape
    mark: Face
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Return what is read on paper, with stored results of fields and list numbers."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Edge:
    """One line of a border: `width` in twips, 0 for no line."""

    width: int = 0
    colour: str = "000000"
    style: str = "single"


NO_EDGE = Edge()


@dataclass(frozen=True, slots=True)
class Sides:
    """The four margins of a table cell."""

    top: int = 0
    left: int = 108
    bottom: int = 0
    right: int = 108


@dataclass(frozen=True, slots=True)
class Edges:
    """The four lines around a table cell."""

    top: Edge = NO_EDGE
    left: Edge = NO_EDGE
    bottom: Edge = NO_EDGE
    right: Edge = NO_EDGE


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `column` is its first grid column, `rows` how many rows it runs down."""

    column: int
    columns: int
    blocks: "tuple[Block, ...]"
    margins: Sides
    edges: Edges
    fill: str | None = None
    valign: str = "top"
    rows: int = 1
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; `height` 0 means as high as its text, `height_rule` exact or atLeast."""

    cells: tuple[Cell, ...]
    whole: bool = False
    header: bool = False
    height: int = 0
    height_rule: str = "atLeast"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: widths of its grid columns, and where it stands in the width it has."""

    columns: tuple[int, ...]
    rows: tuple[Row, ...]
    indent: int = 0
    align: Align = "left"


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper and its margins; `header` and `footer` are distances from the paper's edge."""

    width: int = 11906
    height: int = 16838
    top: int = 1134
    right: int = 850
    bottom: int = 1134
    left: int = 1701
    header: int = 709
    footer: int = 709


@dataclass(frozen=True, slots=True)
class Running:
    """The blocks of a header or a footer: on the first page, on even pages, on the others."""

    default: tuple[Block, ...] = ()
    first: tuple[Block, ...] | None = None
    even: tuple[Block, ...] | None = None

    def on(self, page: int) -> tuple[Block, ...]:
        """Return the blocks for the section's page number `page`, from 1."""
        if page == 1 and self.first is not None:
            return self.first
        if page % 2 == 0 and self.even is not None:
            return self.even
        return self.default


@dataclass(frozen=True, slots=True)
class Section:
    """Consecutive blocks on the same paper with the same header and footer."""

    sheet: Sheet
    blocks: tuple[Block, ...]
    header: Running = field(default_factory=Running)
    footer: Running = field(default_factory=Running)
    new_page: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file. `not_shown` names, in Russian, what the model leaves out."""

    sections: tuple[Section, ...]
    default_tab: int
    not_shown: tuple[str, ...]
    created: str = ""
