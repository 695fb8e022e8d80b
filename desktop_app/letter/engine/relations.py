"""What a part of a Word file points to: within the letter only, links for the reader aside.

Each letter would load a picture or a template from elsewhere on each computer it is opened on;
an object of another program would come along unseen.
"""

import posixpath
import re
from collections.abc import Mapping
from typing import Any, Final

from desktop_app.letter.engine.faults import TemplateError
from desktop_app.letter.engine.parts import W, parse

RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_IDS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_VML: Final = "{urn:schemas-microsoft-com:vml}"
# The kinds of relation that a letter keeps, each with the parts that may be at its end.
_KEPT: Final = re.compile(
    r"officeDocument word/document\.xml"
    r"|(styles|settings|webSettings|fontTable|numbering|footnotes|endnotes) word/\1\.xml"
    r"|(header|footer) word/\2\d*\.xml"
    r"|theme word/theme/\w+\.xml|(?:image|hdphoto) word/media/[\w.-]+|font word/fonts/[\w.-]+"
)
_LINKS: Final = ("hyperlink", "hlinkClick", "hlinkHover")
# Word's own settings of templates and printers: what they point to is left out without harm.
_SETTINGS: Final = "word/settings.xml"
_PRINTER: Final = W + "printerSettings"
_OUTSIDE: Final = (
    "в файле есть ссылка на внешний файл (рисунок или объект). Вставьте его в сам документ."
)
_OBJECT: Final = (
    "в файле есть диаграмма, вставленный файл (например, таблица Excel) или другой объект: в "
    "письмо он не войдёт. Замените его рисунком или текстом."
)


def is_unwanted(relation: Any) -> bool:
    """Say whether a relation is to be left out of a letter.

    Raises TemplateError where it leads to something elsewhere that Word would load by itself.
    """
    kind = _kind(relation)
    if kind in ("attachedTemplate", "mailMergeSource"):
        return True
    if _is_external(relation):
        if kind != "hyperlink":
            raise TemplateError(_OUTSIDE)
        return False
    target = str(relation.get("Target", ""))
    whole = target.lstrip("/") if target.startswith("/") else f"word/{target}"
    return not any(_KEPT.fullmatch(f"{kind} {part}") for part in (whole, target))


def require_inside(parts: Mapping[str, bytes]) -> None:
    """Raise TemplateError where a part shows what is elsewhere, or what a letter does not keep.

    `parts` are those that a letter may have.
    """
    for name, data in parts.items():
        if name.startswith("word/") and name.endswith(".xml") and name != _SETTINGS:
            _require_inside(parse(data), _external_by_id(parts, name))


def _external_by_id(parts: Mapping[str, bytes], name: str) -> dict[str, bool]:
    """Return the ids of the relations that a part keeps, and whether each leads elsewhere."""
    folder, file = posixpath.split(name)
    found = parts.get(f"{folder}/_rels/{file}.rels")
    return {
        str(relation.get("Id")): _is_external(relation)
        for relation in (() if found is None else parse(found))
        if not is_unwanted(relation)
    }


def _require_inside(root: Any, external: Mapping[str, bool]) -> None:
    for element in root.iter():
        if element.get("src") and element.tag.startswith(_VML):
            raise TemplateError(_OUTSIDE)
        for key, value in element.attrib.items():
            if not value or not key.startswith(_IDS) or element.tag == _PRINTER:
                continue
            if value not in external:
                raise TemplateError(_OBJECT)
            if external[value] and element.tag.rpartition("}")[2] not in _LINKS:
                raise TemplateError(_OUTSIDE)


def _kind(relation: Any) -> str:
    return str(relation.get("Type", "")).rsplit("/", 1)[-1]


def _is_external(relation: Any) -> bool:
    return str(relation.get("TargetMode", "Internal")) != "Internal"
