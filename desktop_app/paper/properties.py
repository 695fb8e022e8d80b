"""`w:pPr` and `w:rPr` read into plain mappings of what they say, and of nothing else.

The keys are the fields of `Shape` and `Face`; styles are laid over one another
by `dict.update`, so a key that is absent is inherited.
"""

from typing import Any, Final

from desktop_app.paper.missing import NotShown
from desktop_app.paper.model import TabStop
from desktop_app.paper.package import W
from desktop_app.paper.values import attribute, child, colour, number, switched_on, val

Said = dict[str, Any]

_ALIGN: Final = {
    "left": "left",
    "start": "left",
    "right": "right",
    "end": "right",
    "center": "center",
    "both": "both",
    "distribute": "both",
}
_PARAGRAPH_TOGGLES: Final = {
    W + "keepNext": "keep_next",
    W + "keepLines": "keep_lines",
    W + "widowControl": "widow_control",
    W + "pageBreakBefore": "page_break_before",
    W + "contextualSpacing": "contextual",
}
_RUN_TOGGLES: Final = {
    W + "b": "bold",
    W + "i": "italic",
    W + "strike": "strike",
    W + "dstrike": "strike",
    W + "caps": "caps",
    W + "vanish": "vanish",
}
_NAMED: Final = ("pBdr", "framePr", "bidi")
_HIGHLIGHTS: Final = {
    "yellow": "FFFF00",
    "green": "00FF00",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "red": "FF0000",
    "blue": "0000FF",
    "lightGray": "C0C0C0",
    "darkGray": "808080",
    "black": "000000",
    "darkYellow": "808000",
    "darkGreen": "008000",
    "darkCyan": "008080",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkBlue": "000080",
}
_AUTO_SPACING: Final = 280
_BODY_TEXT: Final = 9


def _level(item: Any) -> int | None:
    """Return the level of a heading from 0; Word's 9 is body text."""
    level = number(attribute(item, "val"), _BODY_TEXT)
    return level if 0 <= level < _BODY_TEXT else None


def paragraph_properties(element: Any, missing: NotShown) -> Said:
    """Return what a `w:pPr` says; an absent element says nothing."""
    said: Said = {}
    for item in () if element is None else element:
        key = _PARAGRAPH_TOGGLES.get(item.tag)
        if key is not None:
            said[key] = switched_on(item)
        elif item.tag == W + "jc":
            said["align"] = _ALIGN.get(attribute(item, "val") or "", "left")
        elif item.tag == W + "ind":
            said |= indents(item)
        elif item.tag == W + "spacing":
            said |= _spacing(item)
        elif item.tag == W + "outlineLvl":
            said["level"] = _level(item)
        elif item.tag == W + "tabs":
            said["tabs"] = _tabs(item)
        elif item.tag == W + "numPr":
            said |= _numbering(item)
        elif item.tag in [W + name for name in _NAMED] and switched_on(item):
            missing.element(item)
    return said


def indents(element: Any) -> Said:
    """Return the indents of a `w:ind`."""
    said: Said = {}
    for key, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        for name in names:
            if attribute(element, name) is not None:
                said[key] = number(attribute(element, name))
    if attribute(element, "hanging") is not None:
        said["first"] = -number(attribute(element, "hanging"))
    elif attribute(element, "firstLine") is not None:
        said["first"] = number(attribute(element, "firstLine"))
    return said


def _spacing(element: Any) -> Said:
    said: Said = {}
    for key in ("before", "after"):
        if attribute(element, key) is not None:
            said[key] = max(0, number(attribute(element, key)))
        if (attribute(element, key + "Autospacing") or "0").lower() not in ("0", "false", "off"):
            said[key] = _AUTO_SPACING
    if attribute(element, "line") is not None:
        said["line"] = abs(number(attribute(element, "line"), 240)) or 240
        said["line_rule"] = "auto"
    if attribute(element, "lineRule") in ("auto", "exact", "atLeast"):
        said["line_rule"] = attribute(element, "lineRule")
    return said


def _tabs(element: Any) -> dict[int, TabStop | None]:
    found: dict[int, TabStop | None] = {}
    for tab in element.iterchildren(W + "tab"):
        at = number(attribute(tab, "pos"))
        align = attribute(tab, "val") or "left"
        if align in ("right", "end", "center", "decimal"):
            kind: Any = "right" if align == "end" else align
            found[at] = TabStop(at, kind, attribute(tab, "leader") or "none")
        elif align == "clear":
            found[at] = None
        elif align != "bar":
            found[at] = TabStop(at, "left", attribute(tab, "leader") or "none")
    return found


def _numbering(element: Any) -> Said:
    said: Said = {}
    if val(element, "numId") is not None:
        said["list"] = val(element, "numId")
    if val(element, "ilvl") is not None:
        said["level"] = max(0, min(8, number(val(element, "ilvl"))))
    return said


def run_properties(element: Any, fonts: "ThemeFonts", missing: NotShown) -> Said:
    """Return what a `w:rPr` says; an absent element says nothing."""
    said: Said = {}
    for item in () if element is None else element:
        key = _RUN_TOGGLES.get(item.tag)
        if key is not None:
            said[key] = switched_on(item)
        else:
            said |= _run_property(item, fonts, missing)
    return said


def _run_property(item: Any, fonts: "ThemeFonts", missing: NotShown) -> Said:
    value = attribute(item, "val")
    match item.tag.removeprefix(W):
        case "rFonts":
            family = fonts.family(item)
            return {"family": family} if family else {}
        case "sz":
            return {"size": max(2, min(3276, number(value, 24)))}
        case "u":
            return {"underline": value not in ("none", None)}
        case "color":
            return {"colour": colour(value) or "000000"}
        case "spacing":
            return {"spacing": number(value)}
        case "vertAlign":
            return {"raised": {"superscript": 1, "subscript": -1}.get(value or "", 0)}
        case "highlight":
            return {"background": _HIGHLIGHTS.get(value or "")}
        case "shd":
            return {"background": colour(attribute(item, "fill"))}
        case "smallCaps" if switched_on(item):
            missing.element(item)
    return {}


class ThemeFonts:
    """The fonts that a theme gives to its names, such as minorHAnsi."""

    def __init__(self, theme: Any = None) -> None:
        self._latin: dict[str, str] = {}
        for kind in ("major", "minor"):
            for element in () if theme is None else theme.iter("{*}" + kind + "Font"):
                latin = element.find("{*}latin")
                if latin is not None and latin.get("typeface"):
                    self._latin[kind] = latin.get("typeface")

    def family(self, fonts: Any) -> str | None:
        """Return the family that a `w:rFonts` names for Latin and Cyrillic letters."""
        for name in ("hAnsi", "ascii"):
            theme = attribute(fonts, name + "Theme")
            if theme:
                found = self._latin.get("major" if theme.startswith("major") else "minor")
                if found:
                    return found
            if attribute(fonts, name):
                return attribute(fonts, name)
        return None


def element_properties(element: Any, fonts: ThemeFonts, missing: NotShown) -> tuple[Said, Said]:
    """Return what the `w:pPr` and the `w:rPr` inside `element` say."""
    return (
        paragraph_properties(child(element, "pPr"), missing),
        run_properties(child(element, "rPr"), fonts, missing),
    )
