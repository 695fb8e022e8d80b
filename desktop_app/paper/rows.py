"""Tables as rows under one another: cells side by side, lines around them, cuts between pages."""

from dataclasses import dataclass, replace
from typing import Final

from desktop_app.paper.boxes import (
    Box,
    Drawn,
    Fill,
    Setting,
    Stroke,
    height_of,
    page_end,
    room_for,
    row_kept,
    stacked,
)
from desktop_app.paper.model import Cell, Edge, Row, Table

_MOST_HEADERS: Final = 20


@dataclass(slots=True)
class CellBox:
    """A cell with its boxes; `x` and `width` span its grid columns, `after` follows its text."""

    cell: Cell
    x: float
    width: float
    boxes: list[Box]
    after: float
    height: float = 0.0

    @property
    def needed(self) -> float:
        """Return the height of the text with the cell's margins."""
        margins = self.cell.margins
        return margins.top + height_of(self.boxes) + self.after + margins.bottom


@dataclass(slots=True)
class RowBox:
    """A row as the content of a box: `line` is the border above it, `below` the one under it."""

    row: Row
    cells: list[CellBox]
    line: float
    below: float
    height: float
    headers: tuple[Box, ...] = ()

    def put(self, x: float, y: float, on: Drawn) -> None:
        """Add fills, text and lines of every cell."""
        for box in self.cells:
            self._put_cell(box, x + box.x, y, on)

    def _put_cell(self, box: CellBox, x: float, y: float, on: Drawn) -> None:
        if box.cell.continued:
            return
        top = y + self.line
        height = max(box.height, self.height - self.line - self.below)
        if box.cell.fill:
            on.fills.append(
                Fill(x, y + self.line / 2, box.width, height + self.line, box.cell.fill)
            )
        free = max(0.0, height - box.needed)
        down = {"center": free / 2, "bottom": free}.get(box.cell.valign, 0.0)
        at = top + box.cell.margins.top + down
        for line in box.boxes:
            at += line.gap
            line.content.put(x + box.cell.margins.left, at, on)
            at += line.height
        self._put_edges(box, x, y, height, on)

    def _put_edges(self, box: CellBox, x: float, y: float, height: float, on: Drawn) -> None:
        edges = box.cell.edges
        top = y + edges.top.width / 2
        bottom = y + self.line + height + edges.bottom.width / 2
        right = x + box.width
        _stroke(edges.top, x, top, right, top, on)
        _stroke(edges.bottom, x, bottom, right, bottom, on)
        _stroke(edges.left, x, top, x, bottom, on)
        _stroke(edges.right, right, top, right, bottom, on)

    def cut(self, height: float) -> tuple[Box, Box] | None:
        """Return the row in two, every cell with a line at least on either side that has text."""
        if (
            self.row.whole
            or self.row.height_rule == "exact"
            or any(box.cell.rows > 1 or box.cell.continued for box in self.cells)
        ):
            return None
        heads, tails = [], []
        closing = max((box.cell.edges.bottom.width for box in self.cells), default=0)
        for box in self.cells:
            margins = box.cell.margins
            room = height - self.line - margins.top - margins.bottom - closing
            stay = page_end(box.boxes, room_for(box.boxes, room))
            if box.boxes and stay == 0:
                return None
            rest = stay == len(box.boxes)
            heads.append(replace(box, boxes=box.boxes[:stay], after=0.0))
            tails.append(replace(box, boxes=box.boxes[stay:], after=0.0 if rest else box.after))
        if not any(box.boxes for box in tails):
            return None
        row = replace(self.row, height=0)
        head = _settled(row, heads, self.line, self.below)
        tail = _settled(row, tails, self.line, self.below, self.headers)
        return head, tail


def _stroke(edge: Edge, x: float, y: float, to_x: float, to_y: float, on: Drawn) -> None:
    if edge.width:
        on.strokes.append(Stroke(x, y, to_x, to_y, edge.width, edge.colour, edge.style))


def rows_of(table: Table, width: float, setting: Setting) -> list[Box]:
    """Return the rows of a table as boxes; a row is kept with the next as its text says."""
    lefts = [0.0]
    for column in table.columns:
        lefts.append(lefts[-1] + column)
    shift = _shift(table, lefts[-1], width)
    found: list[Box] = []
    headers = header_rows(table)
    for at, row in enumerate(table.rows):
        cells = [_cell_box(cell, lefts, shift, setting) for cell in row.cells]
        line = max((cell.edges.top.width for cell in row.cells), default=0)
        below = max((cell.edges.bottom.width for cell in row.cells), default=0)
        last = at == len(table.rows) - 1
        repeated = tuple(found[:headers]) if at > headers else ()
        box = _settled(row, cells, float(line), float(below) if last else 0.0, repeated)
        joined = any(cell.continued for cell in row.cells)
        above = table.rows[at - 1]
        box.together = at > 0 and (joined or row_kept(above.cells) or _heads(table, at))
        found.append(box)
    _spread(found)
    return found


def _heads(table: Table, at: int) -> bool:
    """Return whether only header rows stand above row `at`: they don't stay behind alone."""
    return at <= _MOST_HEADERS and all(row.header for row in table.rows[:at])


def headers_above(box: Box) -> tuple[Box, ...]:
    """Return the header rows that a page starting with this box shows above it."""
    return box.content.headers if isinstance(box.content, RowBox) else ()


def header_rows(table: Table) -> int:
    """Return how many rows are repeated on every page; none when all of them are headers."""
    for count, row in enumerate(table.rows):
        if not row.header:
            return count
    return 0


def _shift(table: Table, wide: float, width: float) -> float:
    if table.align == "center":
        return (width - wide) / 2
    if table.align == "right":
        return width - wide
    edge = max((row.cells[0].edges.left.width for row in table.rows if row.cells), default=0)
    return table.indent + edge / 2


def _cell_box(cell: Cell, lefts: list[float], shift: float, setting: Setting) -> CellBox:
    x = lefts[cell.column]
    width = lefts[cell.column + cell.columns] - x
    inner = max(200.0, width - cell.margins.left - cell.margins.right)
    boxes, after = ([], 0.0) if cell.continued else stacked(cell.blocks, inner, setting)
    for box in boxes:
        # A page break inside a cell means nothing to Word, and LibreOffice cuts
        # a cell between any two lines.
        box.new_page = box.ends_page = box.together = box.follows = False
    return CellBox(cell, x + shift, width, boxes, after)


def _settled(
    row: Row, cells: list[CellBox], line: float, below: float, headers: tuple[Box, ...] = ()
) -> Box:
    """Return the row's box with the height that its text, or its own height, asks for."""
    single = [box.needed for box in cells if box.cell.rows == 1 and not box.cell.continued]
    inner = max(single, default=0.0)
    asked = max(0.0, row.height - line)
    inner = asked if row.height_rule == "exact" and row.height else max(inner, asked)
    height = inner + line + below
    return Box(RowBox(row, cells, line, below, height, headers), height)


def _spread(boxes: list[Box]) -> None:
    """Make room for cells that run down several rows, in the last of them."""
    rows = [box.content for box in boxes if isinstance(box.content, RowBox)]
    for at, row in enumerate(rows):
        for cell in row.cells:
            if cell.cell.rows == 1:
                continue
            last = at + cell.cell.rows - 1
            lacking = cell.needed + row.line - sum(each.height for each in rows[at : last + 1])
            if lacking > 0:
                rows[last].height += lacking
                boxes[last].height += lacking
            cell.height = sum(each.height for each in rows[at : last + 1]) - row.line
