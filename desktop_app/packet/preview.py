"""A sheet as it is looked at: its pages, and the way from a point to an answer and back.

Points are the unit of lengths, from the paper's top left corner; pages count from 0.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from desktop_app.case.model import Case
from desktop_app.letter.engine.package import DOCUMENT
from desktop_app.letter.why import Why
from desktop_app.packet.make import Sheet
from desktop_app.paper.pages import Area, Pages, TextLine


@dataclass(frozen=True, slots=True)
class Stretch:
    """A rectangle on a page."""

    page: int
    area: Area


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of a paragraph; its letters begin at `offset` of the paragraph's text."""

    page: int
    line: TextLine
    offset: int

    @property
    def text(self) -> str:
        """The letters without the spaces around them."""
        return self.line.text.strip()


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph as it is read: its part and number in the file, its text and lines.

    A header or a footer has its text once and its lines on every page.
    """

    part: str
    index: int
    text: str
    lines: tuple[ReadLine, ...]

    @property
    def key(self) -> tuple[str, int]:
        """What names the paragraph in its document."""
        return self.part, self.index

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Where it stands, line by line."""
        return tuple(Stretch(read.page, read.line.area) for read in self.lines)


class Preview:
    """One laid out sheet with its reasons, and the case that it was made from.

    Importing this module needs Qt's graphics.
    """

    def __init__(self, sheet: Sheet, case: Case) -> None:
        self.sheet, self.case = sheet, case
        self.pages: Pages = sheet.pages
        self.why = Why(sheet.filled, sheet.document.vocabulary)

    def answers_at(self, page: int, x: float, y: float) -> tuple[str, ...]:
        """Return the paths of the answers behind the letter at a point of a page, nearest first."""
        found = self.pages.at(page, x, y)
        return self.why.answers_at(*found) if found else ()

    def stretches_of(self, path: str) -> tuple[Stretch, ...]:
        """Return where an answer stands, line by line."""
        return tuple(
            Stretch(page, area)
            for place in self.why.places_of(path)
            for page, area in self.pages.areas(place.part, place.paragraph, place.start, place.end)
        )

    @cached_property
    def blanks(self) -> tuple[Stretch, ...]:
        """Where the ruled blanks of a draft stand."""
        return tuple(
            Stretch(page, area)
            for span in self.sheet.filled.spans
            if span.blank
            for page, area in self.pages.areas(span.part, span.paragraph, span.start, span.end)
        )

    def stretches_in(self, told: Told, start: int, end: int) -> tuple[Stretch, ...]:
        """Return where the letters from `start` to `end` of a paragraph's text stand."""
        return tuple(self._stretches_in(told, start, end))

    def _stretches_in(self, told: Told, start: int, end: int) -> Iterator[Stretch]:
        for read in told.lines:
            first = read.line.start - read.offset
            begin = max(start, read.offset) + first
            finish = min(end, read.offset + len(read.text)) + first
            if begin < finish:
                for page, area in self.pages.areas(told.part, told.index, begin, finish):
                    if page == read.page:
                        yield Stretch(page, area)

    def paragraph_at(self, page: int, x: float, y: float) -> Told | None:
        """Return the paragraph nearest to a point of a page, None on an empty page."""
        near = (
            (read.line.area.away(x, y), number)
            for number, told in enumerate(self.paragraphs)
            for read in told.lines
            if read.page == page
        )
        found = min(near, default=None)
        return self.paragraphs[found[1]] if found else None

    @cached_property
    def lines(self) -> tuple[tuple[int, TextLine], ...]:
        """Every line with its page, in the order of reading."""
        pages = range(self.pages.count)
        return tuple((page, line) for page in pages for line in self.pages.lines(page))

    @cached_property
    def paragraphs(self) -> tuple[Told, ...]:
        """The paragraphs that can be read, in the order of the pages."""
        found: dict[tuple[str, int], list[tuple[int, TextLine]]] = {}
        for page, line in self.lines:
            if line.text.strip():
                found.setdefault((line.part, line.paragraph), []).append((page, line))
        return tuple(_told(part, index, lines) for (part, index), lines in found.items())

    @property
    def text(self) -> str:
        """The whole text, a paragraph a line."""
        return "\n".join(told.text for told in self.paragraphs)


def _told(part: str, index: int, lines: list[tuple[int, TextLine]]) -> Told:
    read: list[ReadLine] = []
    texts: list[str] = []
    for page, line in lines:
        repeated = part != DOCUMENT and page != lines[0][0]
        offset = 0 if repeated else sum(map(len, texts))
        read.append(ReadLine(page, line, offset))
        if not repeated:
            texts.append(f"{read[-1].text} " if line.spaced else read[-1].text)
    return Told(part, index, "".join(texts).rstrip(), tuple(read))
