"""Fonts by the names a docx uses: which one stands in, its line height, widths of words.

One unit of a font here is one twip: a font of 12 pt has 240 pixels. Kerning
and hinting are off, as Word and LibreOffice leave them off unless told.
"""

import math
import struct
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont

from desktop_app.paper.model import Face

_SERIF: Final = ("Times New Roman", "Liberation Serif", "Tinos", "PT Serif", "DejaVu Serif")
_SANS: Final = ("Arial", "Liberation Sans", "Arimo", "Helvetica", "PT Sans", "DejaVu Sans")
_MONO: Final = ("Courier New", "Liberation Mono", "Cousine", "Courier", "DejaVu Sans Mono")
_STAND_INS: Final = {
    "arial": _SANS,
    "helvetica": _SANS,
    "verdana": ("DejaVu Sans", *_SANS),
    "tahoma": ("DejaVu Sans", *_SANS),
    "segoe ui": _SANS,
    "aptos": ("Carlito", *_SANS),
    "calibri": ("Carlito", *_SANS),
    "calibri light": ("Carlito", *_SANS),
    "cambria": ("Caladea", *_SERIF),
    "courier new": _MONO,
    "consolas": _MONO,
    "lucida console": _MONO,
}
_SMALL: Final = 0.58  # LibreOffice's size of raised and lowered letters
_RAISED: Final = 0.33
_LOWERED: Final = 0.08
_KEPT_WIDTHS: Final = 40_000
_KEPT_LENGTH: Final = 60
_STEP: Final = 1.2  # twips in 1/1200 inch
_USE_TYPO: Final = 1 << 7


@lru_cache(maxsize=256)
def stand_in(family: str) -> str:
    """Return the installed family that letters of `family` are set in."""
    names = (family, *_STAND_INS.get(family.lower(), _SERIF))
    for name in names:
        if QFontDatabase.hasFamily(name):
            return name
    return str(QFontDatabase.families(QFontDatabase.WritingSystem.Cyrillic)[0])


class Type:
    """A face with its font: `ascent` and `descent` of a line of it, in twips.

    The two add up to LibreOffice's single line: the leading between lines that
    the font asks for is part of the ascent.
    """

    def __init__(self, face: Face) -> None:
        self.face = face
        size = face.size * 10
        if face.raised:
            size = round(size * _SMALL)
        self.shift = {1: _RAISED, -1: -_LOWERED}.get(face.raised, 0.0) * face.size * 10
        self.font = _font(face, size)
        raw = QRawFont.fromFont(self.font)
        ascent, descent = line_heights(size, *line_metrics(raw))
        self.ascent = ascent + round(max(0.0, self.shift))
        self.descent = descent
        self._metrics = QFontMetricsF(self.font)
        self._has_hyphen = raw.supportsCharacter("\u2011")
        self._widths: dict[str, float] = {}
        self.space = self.width(" ")

    def width(self, text: str) -> float:
        """Return how far the pen moves over `text`, in twips."""
        known = self._widths.get(text)
        if known is None:
            if len(self._widths) > _KEPT_WIDTHS:
                self._widths.clear()
            known = self._metrics.horizontalAdvance(text) + len(text) * self.face.spacing
            if len(text) < _KEPT_LENGTH:
                self._widths[text] = known
        return known

    def spaced(self, extra: float) -> QFont:
        """Return the font with every space wider by `extra` twips."""
        if not extra:
            return self.font
        font = QFont(self.font)
        font.setWordSpacing(extra)
        return font

    def readable(self, text: str) -> str:
        """Return `text` as it is drawn: capitals, and a hyphen that the font has."""
        if not self._has_hyphen and "\u2011" in text:
            text = text.replace("\u2011", "-")
        if self.face.caps:
            text = "".join(sign if len(sign.upper()) > 1 else sign.upper() for sign in text)
        return text


@lru_cache(maxsize=512)
def type_of(face: Face) -> Type:
    """Return the font of a face; the same object for equal faces."""
    return Type(face)


def _font(face: Face, size: int) -> QFont:
    font = QFont(stand_in(face.family))
    font.setPixelSize(max(1, size))
    font.setBold(face.bold)
    font.setItalic(face.italic)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def line_heights(size: int, ascent: float, descent: float, gap: float) -> tuple[int, int]:
    """Return a single line's whole twips above the baseline, and below it.

    The ascent is rounded to 1/1200 inch before the parts are added: found by
    measuring LibreOffice's lines from 7 to 24.5 pt, where this is right for 31
    of 36 sizes and one twip off for the others.
    """
    steps = size / _STEP
    above = math.floor(ascent * steps + 0.5)
    whole = round((above + (descent + gap) * steps) * _STEP)
    upper = round((above + gap * steps) * _STEP)
    return upper, whole - upper


def line_metrics(raw: QRawFont) -> tuple[float, float, float]:
    """Return ascent, descent and the gap between lines, in parts of the font's size.

    Read from the font's own tables in LibreOffice's order (hhea, else OS/2), for
    Qt's figures leave the gap out and differ between systems.
    """
    units = raw.unitsPerEm()
    horizontal = raw.fontTable("hhea").data()
    if units <= 0 or len(horizontal) < 10:
        size = raw.pixelSize() or 1.0
        return raw.ascent() / size, raw.descent() / size, raw.leading() / size
    ascent, descent, gap = struct.unpack(">hhh", horizontal[4:10])
    windows = raw.fontTable("OS/2").data()
    if len(windows) >= 78:
        (flags,) = struct.unpack(">H", windows[62:64])
        typographic = struct.unpack(">hhh", windows[68:74])
        if flags & _USE_TYPO and any(typographic):
            ascent, descent, gap = typographic
        elif not ascent and not descent:
            high, low = struct.unpack(">HH", windows[74:78])
            ascent, descent, gap = high, -low, 0
    return ascent / units, -descent / units, max(0, gap) / units
