"""Text of a letter chosen with the mouse: from one letter to another, as lines and as text."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.packet.preview import Preview, Stretch
from desktop_app.paper.pages import TextLine


@dataclass(frozen=True, slots=True, order=True)
class Caret:
    """A place before a letter: the number of the line in the whole letter, the letter in it."""

    line: int
    place: int


def caret_at(preview: Preview, page: int, x: float, y: float) -> Caret | None:
    """Return the place nearest to a point of a page, None on an empty page."""
    near = (
        (line.area.away(x, y), number)
        for number, (on, line) in enumerate(preview.lines)
        if on == page
    )
    found = min(near, default=None)
    if found is None:
        return None
    number = found[1]
    return Caret(number, _place(preview, page, preview.lines[number][1], x))


def chosen(preview: Preview, one: Caret, other: Caret) -> tuple[Stretch, ...]:
    """Return where the text between two places stands."""
    return tuple(
        Stretch(page, area)
        for page, line, start, end in _lines(preview, one, other)
        for at, area in preview.pages.areas(line.part, line.paragraph, start, end)
        if at == page and _overlaps(area.y, line)
    )


def text_of(preview: Preview, one: Caret, other: Caret) -> str:
    """Return the text between two places, a paragraph a line."""
    text, before, spaced = "", None, False
    for _, line, start, end in _lines(preview, one, other):
        piece = line.text[start - line.start : end - line.start].strip("\n")
        owner = line.part, line.paragraph
        between = "" if before is None else "\n" if owner != before else " " if spaced else ""
        text += between + piece.strip()
        before, spaced = owner, line.spaced
    return text


def _lines(preview: Preview, one: Caret, other: Caret) -> Iterator[tuple[int, TextLine, int, int]]:
    first, last = min(one, other), max(one, other)
    owners = {preview.lines[end.line][1].part for end in (first, last)}
    for number in range(first.line, last.line + 1):
        page, line = preview.lines[number]
        if line.part not in owners:
            continue  # A header between two pages of the text.
        start = max(line.start, first.place) if number == first.line else line.start
        end = min(line.end, last.place) if number == last.line else line.end
        if start < end:
            yield page, line, start, end


def _place(preview: Preview, page: int, line: TextLine, x: float) -> int:
    if x <= line.area.x:
        return line.start
    if x >= line.area.x + line.area.width:
        return line.end
    found = preview.pages.at(page, x, line.area.y + line.area.height / 2)
    return found[2] if found and found[:2] == (line.part, line.paragraph) else line.end


def _overlaps(y: float, line: TextLine) -> bool:
    return line.area.y - 1 <= y <= line.area.y + line.area.height
