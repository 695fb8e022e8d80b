"""Tables of a Word file: grid, margins and lines settled cell by cell."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from desktop_app.paper.missing import NotShown
from desktop_app.paper.model import NO_EDGE, Align, Block, Cell, Edge, Edges, Row, Sides, Table
from desktop_app.paper.package import W
from desktop_app.paper.styles import Styles
from desktop_app.paper.values import attribute, child, colour, number, switched_on, val

ReadBlocks = Callable[[Any, str], tuple[Block, ...]]
Lines = dict[str, Edge]

_MOST_COLUMNS: Final = 63
_SIDES: Final = ("top", "left", "bottom", "right")
_ALIGNS: Final[dict[str, Align]] = {"center": "center", "right": "right", "end": "right"}
_NAMES: Final = {"start": "left", "end": "right"}


class _Settings:
    """What a table's style and its own properties say, settled."""

    def __init__(self, table: Any, styles: Styles, missing: NotShown) -> None:
        own = child(table, "tblPr")
        self.style = val(own, "tblStyle") or styles.default("table")
        named = styles.chain(self.style)
        if any(style.find(W + "tblStylePr") is not None for style in named):
            missing.add("tblStylePr")
        chain = [child(style, "tblPr") for style in reversed(named)]
        self.lines: Lines = {}
        self.margins = Sides()
        for element in (*chain, own):
            self.lines |= _lines(child(element, "tblBorders"))
            self.margins = _margins(child(element, "tblCellMar"), self.margins)
        self.indent = number(attribute(child(own, "tblInd"), "w"))
        self.align = _ALIGNS.get(val(own, "jc") or "", "left")
        if child(own, "tblpPr") is not None:
            missing.add("tblpPr")


def read_table(table: Any, styles: Styles, missing: NotShown, blocks: ReadBlocks) -> Table:
    """Return a `w:tbl`. `blocks` reads the blocks of a cell, told the table's style."""
    settings = _Settings(table, styles, missing)
    elements = [row for row in _rows(table) if row.find(W + "tc") is not None or _cells(row)]
    columns = _columns(table, elements)
    last = len(elements) - 1
    rows = [
        _row(row, columns, settings, missing, blocks, (at == 0, at == last))
        for at, row in enumerate(elements)
    ]
    return Table(columns, _spanned(rows), settings.indent, settings.align)


def _rows(table: Any) -> list[Any]:
    return [row for row in _flat(table) if row.tag == W + "tr"]


def _cells(row: Any) -> list[Any]:
    return [cell for cell in _flat(row) if cell.tag == W + "tc"]


def _flat(element: Any) -> list[Any]:
    found: list[Any] = []
    for item in element:
        if item.tag == W + "sdt":
            content = child(item, "sdtContent")
            found.extend(() if content is None else content)
        else:
            found.append(item)
    return found


def _columns(table: Any, rows: list[Any]) -> tuple[int, ...]:
    grid = child(table, "tblGrid")
    widths = [
        max(0, number(attribute(column, "w")))
        for column in (() if grid is None else grid.iterchildren(W + "gridCol"))
    ][:_MOST_COLUMNS]
    needed = min(
        _MOST_COLUMNS, max((sum(_span(c) for c in _cells(row)) for row in rows), default=1)
    )
    if sum(widths) and len(widths) >= needed:
        return tuple(widths)
    own = [number(attribute(child(c, "tcPr/tcW"), "w")) for c in (_cells(rows[0]) if rows else ())]
    if len(own) == needed and all(width > 0 for width in own):
        return tuple(own)
    return tuple([9000 // needed] * needed)


def _span(cell: Any) -> int:
    return max(1, min(_MOST_COLUMNS, number(val(cell, "tcPr/gridSpan"), 1)))


def _row(
    row: Any,
    columns: tuple[int, ...],
    settings: _Settings,
    missing: NotShown,
    blocks: ReadBlocks,
    outer: tuple[bool, bool],
) -> Row:
    properties = child(row, "trPr")
    at = max(0, number(val(properties, "gridBefore")))
    cells = []
    for cell in _cells(row):
        span = min(_span(cell), len(columns) - at)
        if span <= 0:
            break
        inside = (outer[0], at == 0, outer[1], at + span == len(columns))
        cells.append(_cell(cell, at, span, settings, missing, blocks, inside))
        at += span
    height = child(properties, "trHeight")
    return Row(
        cells=tuple(cells),
        whole=_has(properties, "cantSplit"),
        header=_has(properties, "tblHeader"),
        height=max(0, number(attribute(height, "val"))),
        height_rule=attribute(height, "hRule") or "atLeast",
    )


def _has(properties: Any, name: str) -> bool:
    element = child(properties, name)
    return element is not None and switched_on(element)


def _cell(
    cell: Any,
    at: int,
    span: int,
    settings: _Settings,
    missing: NotShown,
    blocks: ReadBlocks,
    outer: tuple[bool, bool, bool, bool],
) -> Cell:
    properties = child(cell, "tcPr")
    if child(properties, "textDirection") is not None:
        missing.add("textDirection")
    lines = _lines(child(properties, "tcBorders"))
    found = []
    for side, edge in zip(_SIDES, outer, strict=True):
        inner = "insideV" if side in ("left", "right") else "insideH"
        found.append(lines.get(side, settings.lines.get(side if edge else inner, NO_EDGE)))
    merge = child(properties, "vMerge")
    return Cell(
        column=at,
        columns=span,
        blocks=blocks(cell, settings.style),
        margins=_margins(child(properties, "tcMar"), settings.margins),
        edges=Edges(*found),
        fill=colour(attribute(child(properties, "shd"), "fill")),
        valign=val(properties, "vAlign") or "top",
        continued=merge is not None and attribute(merge, "val") != "restart",
    )


def _lines(element: Any) -> Lines:
    found: Lines = {}
    for line in () if element is None else element:
        name = line.tag.removeprefix(W)
        style = attribute(line, "val") or "single"
        eighths = max(2, min(96, number(attribute(line, "sz"), 4)))
        width = 0 if style in ("none", "nil") else round(eighths * 20 / 8)
        tint = colour(attribute(line, "color")) or "000000"
        found[_NAMES.get(name, name)] = Edge(width, tint, style)
    return found


def _margins(element: Any, under: Sides) -> Sides:
    said = {}
    for side in () if element is None else element:
        name = side.tag.removeprefix(W)
        if _NAMES.get(name, name) in _SIDES:
            said[_NAMES.get(name, name)] = max(0, number(attribute(side, "w")))
    return replace(under, **said)


def _spanned(rows: list[Row]) -> tuple[Row, ...]:
    """Give each cell the number of rows it runs down."""
    found: list[Row] = []
    for at, row in enumerate(rows):
        cells = [
            cell if cell.continued else replace(cell, rows=_run_down(rows, at, cell.column))
            for cell in row.cells
        ]
        found.append(replace(row, cells=tuple(cells)))
    return tuple(found)


def _run_down(rows: list[Row], at: int, column: int) -> int:
    count = 1
    for row in rows[at + 1 :]:
        if not any(cell.continued and cell.column == column for cell in row.cells):
            break
        count += 1
    return count
