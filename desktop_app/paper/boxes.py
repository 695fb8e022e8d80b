"""What stands under one another on a page: boxes, and where a page may end between them.

A box is a line of a paragraph or a row of a table. All lengths are twips.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from desktop_app.paper.lines import Line, lines_of
from desktop_app.paper.model import Block, Paragraph, Table


@dataclass(slots=True)
class Stroke:
    """A straight line of a border, or a tab's leader."""

    x: float
    y: float
    to_x: float
    to_y: float
    width: float
    colour: str
    style: str = "single"


@dataclass(slots=True)
class Fill:
    """A coloured rectangle behind text."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(slots=True)
class Placed:
    """A line at its place: `x` of the text's left edge, `y` of the line's top."""

    line: Line
    x: float
    y: float


@dataclass(slots=True)
class Drawn:
    """What one page shows, in the order of painting."""

    fills: list[Fill] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    lines: list[Placed] = field(default_factory=list)


class Content(Protocol):
    """A line or a row that can be put on a page, and perhaps be cut in two."""

    def put(self, x: float, y: float, on: Drawn) -> None:
        """Add what is seen to the page."""

    def cut(self, height: float) -> "tuple[Box, Box] | None":
        """Return what fits into `height` and the rest, or nothing when it can't be cut there."""


@dataclass(slots=True)
class Box:
    """`gap` is the space above it, `together` forbids a page to end above it.

    `block` numbers the paragraph or table it belongs to; when `follows` is
    true, the block above is to stay on the same page as this one.
    """

    content: Content
    height: float
    gap: float = 0.0
    together: bool = False
    block: int = 0
    follows: bool = False
    new_page: bool = False
    ends_page: bool = False


@dataclass(slots=True)
class TextBox:
    """A line as the content of a box."""

    line: Line

    def put(self, x: float, y: float, on: Drawn) -> None:
        """Add the line."""
        on.lines.append(Placed(self.line, x, y))

    def cut(self, height: float) -> tuple[Box, Box] | None:
        """Return nothing: a line is never cut."""
        return None


@dataclass(frozen=True, slots=True)
class Setting:
    """What stacking needs to know of the file: its default tab, the fields of the page, tables."""

    default_tab: int
    fields: dict[str, str]
    rows_of: "Callable[[Table, float, Setting], list[Box]]"


def stacked(blocks: Sequence[Block], width: float, setting: Setting) -> tuple[list[Box], float]:
    """Return the boxes of blocks in a column of `width`, and the space after the last one."""
    found: list[Box] = []
    after = 0.0
    before: Block | None = None
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            boxes = _text_boxes(block, width, setting)
            gap = _gap(before, block, after)
            after = float(block.shape.after)
            boxes[0].new_page = block.shape.page_break_before
        else:
            boxes = setting.rows_of(block, width, setting)
            gap, after = after, 0.0
        for box in boxes:
            box.block = number
        if boxes:
            boxes[0].gap = gap
            boxes[0].follows = _kept(before)
            before = block
        found.extend(boxes)
    return found, after


def _gap(before: Block | None, block: Paragraph, after: float) -> float:
    shape = block.shape
    above, below = after, float(shape.before)
    if isinstance(before, Paragraph) and before.style == block.style:
        above = 0.0 if before.shape.contextual else above
        below = 0.0 if shape.contextual else below
    return max(above, below)


def _kept(block: Block | None) -> bool:
    """Return whether a block is to stay with the next one; a table by its last row."""
    if isinstance(block, Paragraph):
        return block.shape.keep_next
    return block is not None and all(row_kept(row.cells) for row in block.rows)


def row_kept(cells: Sequence[object]) -> bool:
    """Return whether a row is to stay with the next: its first paragraph says so."""
    blocks = getattr(cells[0], "blocks", ()) if cells else ()
    first = blocks[0] if blocks else None
    return isinstance(first, Paragraph) and first.shape.keep_next


def _text_boxes(paragraph: Paragraph, width: float, setting: Setting) -> list[Box]:
    lines = lines_of(paragraph, int(width), setting.default_tab, setting.fields)
    count = len(lines)
    shape = paragraph.shape
    boxes = []
    for at, line in enumerate(lines):
        lonely = shape.widow_control and (at == 1 or at == count - 1)
        boxes.append(
            Box(
                TextBox(line),
                float(line.height),
                together=at > 0 and (shape.keep_lines or lonely),
                ends_page=line.ends_page,
            )
        )
    return boxes


def height_of(boxes: Sequence[Box]) -> float:
    """Return the height of boxes under one another, the first one's gap included."""
    return sum(box.gap + box.height for box in boxes)


def room_for(boxes: Sequence[Box], height: float) -> int:
    """Return how many of the boxes a page of `height` takes by height and page breaks alone."""
    used = 0.0
    for at, box in enumerate(boxes):
        used += box.gap + box.height
        if used > height + 0.5:
            return at
        if box.ends_page:
            return at + 1
        if at + 1 < len(boxes) and boxes[at + 1].new_page:
            return at + 1
    return len(boxes)


def page_end(boxes: Sequence[Box], fits: int) -> int:
    """Return how many boxes stay when `fits` of them have room: none when no cut is allowed."""
    at = fits
    while 0 < at < len(boxes):
        box, above = boxes[at], boxes[at - 1]
        if above.ends_page or box.new_page:
            return at
        if box.together:
            at -= 1
        elif box.follows:
            at = _start_of_block(boxes, at - 1)
        else:
            return at
    return at


def _start_of_block(boxes: Sequence[Box], at: int) -> int:
    """Return the first box of the block of `at`; of a table only its last row and what it holds."""
    if not isinstance(boxes[at].content, TextBox):
        return at
    while at > 0 and boxes[at - 1].block == boxes[at].block:
        at -= 1
    return at
