"""Sections into pages: where each page ends, repeated table headers, headers and footers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.paper.boxes import Box, Drawn, Setting, height_of, page_end, room_for, stacked
from desktop_app.paper.model import Block, Document, Section, Sheet
from desktop_app.paper.rows import headers_above, rows_of

MOST_PAGES: Final = 500
_LEAST_ROOM: Final = 600.0  # twips of text that a page keeps however high its header is


@dataclass(slots=True)
class Page:
    """A finished page on its sheet."""

    sheet: Sheet
    drawn: Drawn


@dataclass(slots=True)
class _Body:
    """The text of one page before the number of pages is known."""

    section: Section
    number: int
    boxes: list[Box]
    top: float


def pages_of(document: Document) -> tuple[list[Page], bool]:
    """Return the pages, and whether the bound of pages left some out."""
    setting = Setting(document.default_tab, {}, rows_of)
    bodies: list[_Body] = []
    for section in _joined(document.sections):
        for body in _bodies(section, setting):
            if len(bodies) == MOST_PAGES:
                return _finished(bodies, document.default_tab), True
            bodies.append(body)
    return _finished(bodies, document.default_tab), False


def _joined(sections: Sequence[Section]) -> list[Section]:
    """Return the sections with those that start on the same page as one."""
    found: list[Section] = []
    for section in sections:
        if found and not section.new_page and section.sheet == found[-1].sheet:
            found[-1] = replace(found[-1], blocks=found[-1].blocks + section.blocks)
        else:
            found.append(section)
    return found


def _bodies(section: Section, setting: Setting) -> Iterator[_Body]:
    sheet = section.sheet
    rest, _ = stacked(section.blocks, sheet.width - sheet.left - sheet.right, setting)
    number = 0
    forced = True
    while rest or number == 0:
        number += 1
        top, room = _room(section, number, setting)
        boxes, rest, forced = _taken(rest, room, forced)
        yield _Body(section, number, boxes, top)


def _room(section: Section, number: int, setting: Setting) -> tuple[float, float]:
    """Return where a page's text starts and how high it may be; a high header pushes it down."""
    sheet = section.sheet
    width = sheet.width - sheet.left - sheet.right
    header = _height(section.header.on(number), width, setting)
    footer = _height(section.footer.on(number), width, setting)
    top = max(float(sheet.top), sheet.header + header if header else 0.0)
    bottom = max(float(sheet.bottom), sheet.footer + footer if footer else 0.0)
    return top, max(_LEAST_ROOM, sheet.height - top - bottom)


def _height(blocks: Sequence[Block], width: float, setting: Setting) -> float:
    if not blocks:
        return 0.0
    boxes, after = stacked(blocks, width, setting)
    return height_of(boxes) + after


def _taken(rest: list[Box], room: float, forced: bool) -> tuple[list[Box], list[Box], bool]:
    """Return the boxes of one page, those left, and whether a page break stands between.

    The space above the first paragraph counts only where the page was asked for.
    """
    if not rest:
        return [], [], False
    headers = [replace(box, gap=0.0) for box in headers_above(rest[0])]
    repeated = height_of(headers)
    if repeated > room / 2:
        headers, repeated = [], 0.0
    if not forced:
        rest[0].gap = 0.0
    room -= repeated
    fits = room_for(rest, room)
    stay = page_end(rest, fits)
    page, left = rest[:stay], rest[stay:]
    asked = bool(stay) and stay < len(rest) and (rest[stay - 1].ends_page or rest[stay].new_page)
    if fits < len(rest) and not asked:
        halves = rest[fits].content.cut(room - height_of(rest[:fits]) - rest[fits].gap)
        if halves is not None:
            page, left = _cut(rest, fits, halves)
        elif not stay:
            page, left = rest[: max(1, fits)], rest[max(1, fits) :]
    return headers + page, left, asked


def _cut(rest: list[Box], at: int, halves: tuple[Box, Box]) -> tuple[list[Box], list[Box]]:
    head, tail = halves
    head.gap = rest[at].gap
    head.block = tail.block = rest[at].block
    return [*rest[:at], head], [tail, *rest[at + 1 :]]


def _finished(bodies: list[_Body], default_tab: int) -> list[Page]:
    """Return the pages with headers and footers, now that their number is known."""
    found = []
    for at, body in enumerate(bodies):
        fields = {"PAGE": str(at + 1), "NUMPAGES": str(len(bodies))}
        sheet = body.section.sheet
        drawn = Drawn()
        setting = Setting(default_tab, fields, rows_of)
        width = sheet.width - sheet.left - sheet.right
        boxes, _ = stacked(body.section.header.on(body.number), width, setting)
        _put(boxes, sheet.left, float(sheet.header), drawn)
        _put(body.boxes, sheet.left, body.top, drawn)
        boxes, after = stacked(body.section.footer.on(body.number), width, setting)
        _put(boxes, sheet.left, sheet.height - sheet.footer - height_of(boxes) - after, drawn)
        found.append(Page(sheet, drawn))
    return found


def _put(boxes: Sequence[Box], x: float, y: float, drawn: Drawn) -> None:
    for box in boxes:
        y += box.gap
        box.content.put(x, y, drawn)
        y += box.height
