"""A filled .docx laid out: its pages to paint, its lines to find and to point at.

Importing this module needs Qt's graphics: `desktop_app.paper.qt.qt_missing`
says whether they are there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QPainter

from desktop_app.paper.boxes import Placed
from desktop_app.paper.fonts import stand_in, type_of
from desktop_app.paper.lines import Run
from desktop_app.paper.model import Document
from desktop_app.paper.paging import MOST_PAGES, pages_of
from desktop_app.paper.painting import TWIPS_IN_POINT, Images, paint
from desktop_app.paper.qt import ready
from desktop_app.paper.reading import read_docx

_TOO_MANY = f"страницы после {MOST_PAGES}-й"
_BAD_PICTURE = "рисунки неизвестного вида или слишком большие"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a page in points from the paper's top left corner."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point lies in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height

    def away(self, x: float, y: float) -> tuple[float, float]:
        """Return how far a point lies from it, up or down first, then aside; 0 within."""
        above = max(self.y - y, 0.0, y - self.y - self.height)
        return above, max(self.x - x, 0.0, x - self.x - self.width)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line as it stands on a page.

    `start` and `end` are places in the text of paragraph `paragraph` (its number
    among the part's `w:p`) of the package's part `part`: what spans count in.
    `spaced` says whether a space parts its last word from the next line's first;
    a line may also end behind a hyphen.
    """

    part: str
    paragraph: int
    start: int
    end: int
    text: str
    area: Area
    spaced: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level from 0, its text, its page, how far down it stands in points."""

    level: int
    text: str
    page: int
    y: float


class Pages:
    """The pages of one document; immutable, cheap to keep, painted at any scale.

    `not_shown` names in Russian what the pages leave out; `stand_ins` are the
    fonts of the document that are not installed, with the ones used instead.
    """

    def __init__(self, document: Document) -> None:
        self._pages, cut_off = pages_of(document)
        self._images = Images()
        self.created = document.created
        found = list(document.not_shown)
        if cut_off:
            found.append(_TOO_MANY)
        if not self._pictures_readable():
            found.append(_BAD_PICTURE)
        self.not_shown: tuple[str, ...] = tuple(found)
        self.stand_ins: dict[str, str] = self._stand_ins()

    @property
    def count(self) -> int:
        """Return the number of pages, at least one."""
        return len(self._pages)

    def size(self, page: int) -> tuple[float, float]:
        """Return a page's width and height in points; pages count from 0."""
        sheet = self._pages[page].sheet
        return sheet.width / TWIPS_IN_POINT, sheet.height / TWIPS_IN_POINT

    def paint(self, page: int, painter: QPainter) -> None:
        """Draw a page; a unit of the painter is a point, (0, 0) the paper's top left corner."""
        paint(self._pages[page].drawn, painter, self._images)

    def lines(self, page: int) -> tuple[TextLine, ...]:
        """Return a page's lines: header, text from top to bottom, cells row by row, footer."""
        return tuple(_text_line(placed) for placed in self._pages[page].drawn.lines)

    def headings(self) -> tuple[Heading, ...]:
        """Return the paragraphs that Word's outline names, in order; their first line counts."""
        found: dict[tuple[str, int], Heading] = {}
        for page, placed in self._placed():
            owner = placed.line.paragraph
            level, text = owner.shape.level, owner.text.strip()
            if level is not None and text:
                heading = Heading(level, text, page, placed.y / TWIPS_IN_POINT)
                found.setdefault((owner.part, owner.index), heading)
        return tuple(found.values())

    def areas(self, part: str, paragraph: int, start: int, end: int) -> list[tuple[int, Area]]:
        """Return where a stretch of a paragraph's text stands, as (page, area) line by line."""
        found = []
        for number, placed in self._of_paragraph.get((part, paragraph), ()):
            line = placed.line
            if line.start < end > start:
                area = _stretch(placed, max(start, line.start), min(end, line.end))
                if area is not None:
                    found.append((number, area))
        return found

    def at(self, page: int, x: float, y: float) -> tuple[str, int, int] | None:
        """Return (part, paragraph, place in its text) of the letter at a point, or nothing."""
        for placed in self._pages[page].drawn.lines:
            if not _area(placed).holds(x, y):
                continue
            for run in placed.line.runs:
                from_left = x * TWIPS_IN_POINT - placed.x - run.x
                if 0 <= from_left < run.width:
                    owner = placed.line.paragraph
                    return owner.part, owner.index, _place(run, from_left)
        return None

    @cached_property
    def _of_paragraph(self) -> dict[tuple[str, int], list[tuple[int, Placed]]]:
        found: dict[tuple[str, int], list[tuple[int, Placed]]] = {}
        for number, placed in self._placed():
            owner = placed.line.paragraph
            found.setdefault((owner.part, owner.index), []).append((number, placed))
        return found

    def _placed(self) -> Sequence[tuple[int, Placed]]:
        return [(at, one) for at, page in enumerate(self._pages) for one in page.drawn.lines]

    def _pictures_readable(self) -> bool:
        pictures = [
            run.word.piece.picture for _, placed in self._placed() for run in placed.line.runs
        ]
        return all(self._images.image(one) is not None for one in pictures if one is not None)

    def _stand_ins(self) -> dict[str, str]:
        families = {
            run.type.face.family for _, placed in self._placed() for run in placed.line.runs
        }
        return {name: stand_in(name) for name in sorted(families) if stand_in(name) != name}


def lay_out(docx: bytes) -> Pages:
    """Return the pages of a .docx.

    Raises UserError when the file can't be read, or Qt's libraries or all fonts
    are missing. An application object is made only where there is none yet.
    """
    ready()
    return Pages(read_docx(docx))


def _area(placed: Placed) -> Area:
    runs = placed.line.runs
    left = runs[0].x if runs else 0.0
    right = runs[-1].x + runs[-1].width if runs else 0.0
    return Area(
        (placed.x + left) / TWIPS_IN_POINT,
        placed.y / TWIPS_IN_POINT,
        (right - left) / TWIPS_IN_POINT,
        placed.line.height / TWIPS_IN_POINT,
    )


def _text_line(placed: Placed) -> TextLine:
    line = placed.line
    text = "".join("\t" if run.word.kind == "tab" else run.text for run in line.runs)
    owner = line.paragraph
    last = line.runs[-1].word.kind if line.runs else "text"
    spaced = text.endswith(" ") or last not in ("text", "field", "label")
    return TextLine(owner.part, owner.index, line.start, line.end, text, _area(placed), spaced)


def _stretch(placed: Placed, start: int, end: int) -> Area | None:
    """Return the area of the places from `start` to `end` in one line."""
    edges = [
        placed.x + run.x + _pen(run, place)
        for run in placed.line.runs
        for place in (max(start, run.start), min(end, run.end))
        if run.start < end and start < run.end
    ]
    if not edges:
        return None
    return Area(
        min(edges) / TWIPS_IN_POINT,
        placed.y / TWIPS_IN_POINT,
        (max(edges) - min(edges)) / TWIPS_IN_POINT,
        placed.line.height / TWIPS_IN_POINT,
    )


def _pen(run: Run, place: int) -> float:
    """Return how far into a run the letter at `place` begins, in twips."""
    if run.end <= run.start or place <= run.start:
        return 0.0
    if place >= run.end or len(run.text) != run.end - run.start:
        return run.width
    before = run.text[: place - run.start]
    return type_of(run.type.face).width(before) + before.count(" ") * run.stretch


def _place(run: Run, from_left: float) -> int:
    for place in range(run.start, run.end):
        if from_left < _pen(run, place + 1):
            return place
    return max(run.start, run.end - 1)
