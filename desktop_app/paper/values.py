"""Word's attribute values as Python's: never an error, a wrong value is an absent one."""

import re
from typing import Any, Final

from desktop_app.paper.package import W

LIMIT: Final = 31680  # 22 inches: Word's own largest length
_NUMBER: Final = re.compile(r"[-+]?\d{1,9}(?:\.\d{1,6})?")
_UNITS: Final = {"pt": 20.0, "in": 1440.0, "cm": 566.929, "mm": 56.6929, "pc": 240.0, "pi": 240.0}
_COLOUR: Final = re.compile(r"[0-9A-Fa-f]{6}")
_OFF: Final = ("0", "false", "off", "none")


def number(text: str | None, default: int = 0) -> int:
    """Return a whole number of twips, points with a unit turned into twips, kept within LIMIT."""
    found = _NUMBER.match(text) if text else None
    if text is None or found is None:
        return default
    value = float(found.group()) * _UNITS.get(text[found.end() :].strip(), 1.0)
    return max(-LIMIT, min(LIMIT, round(value)))


def attribute(element: Any, name: str) -> str | None:
    """Return the attribute `w:name`, or nothing."""
    value = None if element is None else element.get(W + name)
    return None if value is None else str(value)


def child(element: Any, path: str) -> Any:
    """Return the first child by a path of local names such as "rPr/rStyle", or nothing."""
    for name in path.split("/"):
        if element is None:
            return None
        element = element.find(W + name)
    return element


def val(element: Any, path: str) -> str | None:
    """Return `w:val` of the child at `path`, or nothing."""
    return attribute(child(element, path), "val")


def switched_on(element: Any) -> bool:
    """Return what a toggle such as `<w:b/>` or `<w:b w:val="0"/>` says."""
    return (attribute(element, "val") or "1").lower() not in _OFF


def colour(text: str | None) -> str | None:
    """Return six hexadecimal digits, or nothing for auto and nonsense."""
    return text.upper() if text and _COLOUR.fullmatch(text) else None
