"""Word's automatic numbers as the text that is read on paper."""

from typing import Any, Final

from desktop_app.paper.package import W
from desktop_app.paper.properties import Said, indents
from desktop_app.paper.values import attribute, child, number, val

_ROMAN: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_BULLETS: Final = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "o": "o"}


class Numbering:
    """The lists of one file and how far each has counted."""

    def __init__(self, root: Any) -> None:
        self._levels: dict[str, dict[int, Any]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._of: dict[str, str] = {}
        abstract = {}
        for element in () if root is None else root.iterchildren(W + "abstractNum"):
            abstract[attribute(element, "abstractNumId")] = element
        for element in () if root is None else root.iterchildren(W + "num"):
            self._read(element, abstract)

    def _read(self, element: Any, abstract: dict[str | None, Any]) -> None:
        name = attribute(element, "numId") or ""
        base = abstract.get(val(element, "abstractNumId"))
        levels = {} if base is None else _levels(base)
        for override in element.iterchildren(W + "lvlOverride"):
            levels |= _levels(override)
            start = val(override, "startOverride")
            if start is not None:
                self._starts.setdefault(name, {})[number(attribute(override, "ilvl"))] = number(
                    start
                )
        self._levels[name] = levels
        shared = val(element, "abstractNumId") or name
        self._of[name] = name if name in self._starts else "abstract " + shared

    def indents(self, name: str, level: int) -> Said:
        """Return the indents that a list gives to its paragraphs."""
        element = child(self._levels.get(name, {}).get(level), "pPr/ind")
        return {} if element is None else indents(element)

    def run_properties(self, name: str, level: int) -> Any:
        """Return the `w:rPr` of a list's numbers, or nothing."""
        return child(self._levels.get(name, {}).get(level), "rPr")

    def next(self, name: str, level: int) -> str | None:
        """Count one paragraph further; return its number with the sign behind it, or nothing."""
        levels = self._levels.get(name, {})
        if level not in levels:
            return None
        counts = self._counts.setdefault(self._of[name], {})
        counts[level] = counts.get(level, self._start(name, level) - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        text = val(levels[level], "lvlText") or ""
        if val(levels[level], "numFmt") == "bullet":
            text = "".join(_BULLETS.get(sign, _bullet(sign)) for sign in text)
        else:
            text = self._filled(name, text, counts)
        behind = {"space": " ", "nothing": ""}.get(val(levels[level], "suff") or "", "\t")
        return text + behind if text else None

    def _filled(self, name: str, text: str, counts: dict[int, int]) -> str:
        for level, element in self._levels[name].items():
            place = f"%{level + 1}"
            if place in text:
                count = counts.get(level, self._start(name, level))
                text = text.replace(place, written(count, val(element, "numFmt") or "decimal"))
        return text

    def _start(self, name: str, level: int) -> int:
        own = self._starts.get(name, {}).get(level)
        return own if own is not None else number(val(self._levels[name][level], "start"), 1)


def _levels(element: Any) -> dict[int, Any]:
    found = element.iterchildren(W + "lvl")
    return {number(attribute(level, "ilvl")): level for level in found}


def _bullet(sign: str) -> str:
    return "•" if "\ue000" <= sign <= "\uf8ff" else sign


def written(count: int, style: str) -> str:
    """Return a number in one of Word's styles; a style unknown here is decimal."""
    match style:
        case "none":
            return ""
        case "lowerRoman" | "upperRoman" if 0 < count < 4000:
            text = _roman(count)
            return text if style == "upperRoman" else text.lower()
        case "russianLower" | "russianUpper" if count > 0:
            text = _letters(count, _RUSSIAN)
            return text if style == "russianLower" else text.upper()
        case "lowerLetter" | "upperLetter" if count > 0:
            text = _letters(count, _LATIN)
            return text if style == "lowerLetter" else text.upper()
        case "decimalZero":
            return f"{count:02d}"
    return str(count)


def _roman(count: int) -> str:
    text = ""
    for value, signs in _ROMAN:
        text += signs * (count // value)
        count %= value
    return text


def _letters(count: int, alphabet: str) -> str:
    times, place = divmod(count - 1, len(alphabet))
    return alphabet[place] * min(times + 1, 20)
