"""Pictures of a letter: where a template keeps a place for one, another is put in.

A place is any picture in the document whose alternative text (its title or description in
Word) is the name of the picture, such as «картинка.дни». A lawyer may move it or make it wider;
its height follows from the picture that is put in.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import escape

from desktop_app.letter.engine.faults import TemplateError
from desktop_app.letter.engine.marks import folded
from desktop_app.letter.engine.package import DOCUMENT
from desktop_app.letter.engine.parts import W as _W
from desktop_app.letter.engine.parts import parse

_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MAIN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMBED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_RELS: Final = "word/_rels/document.xml.rels"
PREFIX: Final = "картинка."
_EXTENT: Final = re.compile(r'(<(?:wp:extent|a:ext) [^>]*?cx=")(\d+)(" cy=")(\d+)(")')
_PNG: Final = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG: its bytes, its width and height in any one unit, what it shows in words."""

    data: bytes
    width: float
    height: float
    text: str


def places(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the places for pictures: name → the part that holds the stand-in.

    Raises TemplateError where a place holds no PNG of its own, or two share one.
    """
    root = parse(parts[DOCUMENT])
    found: dict[str, str] = {}
    targets = _targets(parts)
    for drawing in root.iter(_W + "drawing"):
        name = _name(drawing)
        blip = next(drawing.iter(_MAIN + "blip"), None)
        if not name or blip is None:
            continue
        if name in found:
            raise TemplateError(f"место для рисунка «{name}» может быть только одно.")
        part = targets.get(blip.get(_EMBED, ""), "")
        if not parts.get(part, b"").startswith(_PNG) or part in found.values():
            raise TemplateError(f"на месте рисунка «{name}» должен стоять свой рисунок PNG.")
        found[name] = part
    return found


def _targets(parts: Mapping[str, bytes]) -> dict[str, str]:
    if _RELS not in parts:
        return {}
    return {
        str(node.get("Id")): posixpath.normpath(posixpath.join("word", str(node.get("Target"))))
        for node in parse(parts[_RELS])
        if node.get("TargetMode") != "External"
    }


def _name(drawing: Any) -> str:
    told = next(drawing.iter(_DRAWING + "docPr"), None)
    texts = (
        [str(told.get(key) or "") for key in ("title", "descr", "name")] if told is not None else []
    )
    return next((text for text in texts if text.startswith(PREFIX)), "")


def fitted(xml: str, pictures: Mapping[str, Picture]) -> str:
    """Return the document's XML with each place as high as its picture, told in words."""
    for name, picture in pictures.items():
        for found in re.finditer(r"<w:drawing>.*?</w:drawing>", xml, re.DOTALL):
            if f'"{name}"' in found[0]:
                xml = xml.replace(found[0], _fitted(found[0], picture), 1)
                break
    return xml


def _fitted(drawing: str, picture: Picture) -> str:
    def sized(match: re.Match[str]) -> str:
        height = round(int(match[2]) * picture.height / picture.width)
        return f"{match[1]}{match[2]}{match[3]}{height}{match[5]}"

    told = escape(folded(" ".join(picture.text.split())))
    drawing = _EXTENT.sub(sized, drawing)
    drawing = re.sub(r' descr="[^"]*"', "", drawing)
    return drawing.replace("<wp:docPr ", f'<wp:docPr descr="{told}" ', 1)
