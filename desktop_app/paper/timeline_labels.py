"""Where the words of the picture stand, so that none lies on another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from desktop_app.paper.timeline_model import Palette, Tone

LINES = 2
"""Lines on which labels under the bars may be staggered."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words in their place; `wrapped` ones may take several lines of it."""

    rect: QRectF
    text: str
    tone: Tone = "soft"
    small: bool = True
    bold: bool = False
    wrapped: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that wants to stand under `centre`: in full, or at least its number."""

    centre: float
    full: str
    number: str
    tone: Tone


class Faces:
    """The fonts of a palette, and how much room words take in them."""

    def __init__(self, palette: Palette) -> None:
        self.unit = palette.text
        self._fonts = {
            (small, bold): _font(palette, small, bold)
            for small in (False, True)
            for bold in (False, True)
        }
        self._metrics = {key: QFontMetricsF(font) for key, font in self._fonts.items()}

    def font(self, small: bool, bold: bool = False) -> QFont:
        """Return the font."""
        return self._fonts[small, bold]

    def width(self, text: str, small: bool = True, bold: bool = False) -> float:
        """Return the width of a line, with a pixel to spare."""
        return self._metrics[small, bold].horizontalAdvance(text) + 1

    def line(self, small: bool = True, bold: bool = False) -> float:
        """Return the height of a line."""
        return self._metrics[small, bold].height()

    def wrapped_height(self, text: str, width: float, bold: bool) -> float:
        """Return the height of words broken to lines of `width`."""
        room = QRectF(0, 0, width, 10_000)
        return self._metrics[False, bold].boundingRect(room, 0x1000, text).height()


def _font(palette: Palette, small: bool, bold: bool) -> QFont:
    font = QFont(palette.family) if palette.family else QFont()
    font.setPixelSize(max(1, round(palette.small if small else palette.text)))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


@lru_cache(maxsize=8)
def faces(palette: Palette) -> Faces:
    """Return the fonts of a palette; the same object for equal palettes."""
    return Faces(palette)


def under_bars(
    wishes: Sequence[Wish], left: float, right: float, top: float, face: Faces
) -> list[Text]:
    """Return labels that do not overlap: all in one line, else staggered, else numbers.

    Numbers that have no room even so are left out: pointing at the bar tells them.
    """
    for lines, full in ((1, True), (LINES, True), (LINES, False)):
        placed, all_fit = _staggered(wishes, (left, right), top, face, lines, full)
        if all_fit:
            break
    return placed


def _staggered(
    wishes: Sequence[Wish],
    room: tuple[float, float],
    top: float,
    face: Faces,
    lines: int,
    full: bool,
) -> tuple[list[Text], bool]:
    gap, height = face.unit * (0.45 if full else 0.25), face.line()
    ends = [float("-inf")] * lines
    placed: list[Text] = []
    for wish in sorted(wishes, key=lambda wish: wish.centre):
        text = wish.full if full else wish.number
        width = face.width(text)
        x = min(max(wish.centre - width / 2, room[0]), room[1] - width)
        line = next((n for n, end in enumerate(ends) if end + gap <= x), None)
        if line is None:
            continue
        ends[line] = x + width
        rect = QRectF(x, top + line * height, width, height)
        placed.append(Text(rect, text, wish.tone))
    return placed, len(placed) == len(wishes)


def beside(
    x: float, room: QRectF, text: str, face: Faces, taken: Iterable[QRectF]
) -> QRectF | None:
    """Return a place for `text` in `room` left or right of the line at `x`, None if all is taken.

    Above the middle and below it are tried as well.
    """
    width, height, gap = face.width(text), face.line(), face.unit * 0.4
    obstacles = list(taken)
    for y in (room.center().y() - height / 2, room.top(), room.bottom() - height):
        for left in (x - gap - width, x + gap):
            rect = QRectF(left, y, width, height)
            inside = room.left() <= rect.left() and rect.right() <= room.right()
            if inside and not any(rect.intersects(other) for other in obstacles):
                return rect
    return None
