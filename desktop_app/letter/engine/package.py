"""The zip that a Word file is: reading a template within bounds, writing a letter quickly.

Most of a letter's parts are those of its template. They are cleaned of what
tells about a machine or a user, deflated once, and copied into each letter.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from lxml import etree
from markupsafe import escape

from desktop_app.hostile_zip import entries_in
from desktop_app.letter.engine.faults import TemplateError
from desktop_app.letter.engine.marks import folded
from desktop_app.letter.engine.parts import W, parse
from desktop_app.letter.engine.relations import RELATIONS, is_unwanted

LARGEST_FILE: Final = 20_000_000
LARGEST_UNZIPPED: Final = 100_000_000
LARGEST_XML: Final = 8_000_000
MOST_PARTS: Final = 2_000
# Measured: as quick as 1 within the noise and smaller; 6 costs a fifth of the whole fill more.
LEVEL: Final = 3

DOCUMENT: Final = "word/document.xml"
CONTENT_TYPES: Final = "[Content_Types].xml"
CORE: Final = "docProps/core.xml"
_TOO_MANY: Final = "файл повреждён: части в нём повторяются, или их слишком много."
_UNUSUAL: Final = "это не обычный документ Word. Сохраните его как .docx, без макросов."
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ROOT_RELS: Final = "_rels/.rels"
_SETTINGS: Final = "word/settings.xml"
# What a letter takes over from its template; comments, macros, custom data and the like stay out.
_TAKEN: Final = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels"
    r"|word/(?:document|styles|settings|webSettings|fontTable|numbering|footnotes|endnotes)\.xml"
    r"|word/(?:header|footer)\d*\.xml|word/theme/\w+\.xml|word/_rels/\w+\.xml\.rels"
    r"|word/(?:media|fonts)/[\w.-]+"
)
_TRACES: Final = tuple(W + name for name in ("attachedTemplate", "rsids", "mailMerge", "docVars"))
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"
_FILLED: Final = ("header", "footer", "footnotes", "endnotes")
_FILLED_NAME: Final = re.compile(r"word/(?:(?:header|footer)\d*|footnotes|endnotes)\.xml")
_TYPES_NS: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_REL: Final = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
_BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(EOFError, OSError, ValueError, OverflowError, NotImplementedError),
)
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE_XML: Final = (
    _DECLARATION
    + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject>"
    "<dc:creator>{author}</dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified>'
    "<dc:language>ru-RU</dc:language></cp:coreProperties>"
)


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself. Of `created` the day alone is kept, at midnight UTC."""

    title: str
    author: str
    created: date | datetime
    subject: str = ""


def read_package(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name; raises TemplateError when it is none."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise TemplateError(
            "файл защищён паролем или сохранён в старом формате .doc. "
            "Снимите пароль и сохраните его как .docx."
        )
    if len(data) > LARGEST_FILE:
        raise TemplateError("файл больше 20 МБ. Уберите из него большие рисунки.")
    if entries_in(data) > MOST_PARTS:
        raise TemplateError(_TOO_MANY)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _read_all(archive)
    except _BROKEN as error:
        raise TemplateError("это не документ Word (.docx), или файл повреждён.") from error
    except RuntimeError as error:
        raise TemplateError("файл зашифрован. Снимите пароль.") from error
    if DOCUMENT not in parts or CONTENT_TYPES not in parts or _ROOT_RELS not in parts:
        raise TemplateError("это не документ Word (.docx): в нём нет текста документа.")
    return parts


def _read_all(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    names = {entry.filename.casefold() for entry in entries}
    total = sum(entry.file_size for entry in entries)
    if len(names) != len(entries) or len(entries) > MOST_PARTS:
        raise TemplateError(_TOO_MANY)
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise TemplateError("файл сжат необычным способом; сохраните его в Word заново.")
    if total > LARGEST_UNZIPPED:
        raise TemplateError("в распакованном виде файл больше 100 МБ.")
    if any(e.file_size > LARGEST_XML for e in entries if e.filename.endswith((".xml", ".rels"))):
        raise TemplateError("текст шаблона слишком велик.")
    return {entry.filename: _read(archive, entry) for entry in entries}


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return what an entry holds, of the size that it declares and with its sum.

    Asked for all of it, zipfile unpacks up to 2 GB before it looks at that size.
    """
    with archive.open(entry) as part:
        return part.read(entry.file_size + 1)


def text_parts(parts: Mapping[str, bytes]) -> list[str]:
    """Return the names of the parts that may hold tags, the document first."""
    types = {
        str(node.get("PartName", "")).lstrip("/"): node.get("ContentType")
        for node in parse(parts[CONTENT_TYPES]).iter(_TYPES_NS + "Override")
    }
    if types.get(DOCUMENT) != _MAIN % "document.main":
        raise TemplateError(_UNUSUAL)
    wanted = {_MAIN % kind for kind in _FILLED}
    typed = {name for name, kind in types.items() if kind in wanted and name in parts}
    # Also those that get their type in another way: they go into the letter as well.
    return [DOCUMENT, *sorted(typed | set(filter(_FILLED_NAME.fullmatch, parts)))]


def taken(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts that a letter takes over from its template."""
    return {name: data for name, data in parts.items() if _TAKEN.fullmatch(name)}


def cleaned(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts without the template's own properties, its traces and outward links.

    Raises TemplateError when the template loads something from elsewhere: the
    letter would do so on each computer it is opened on.
    """
    kept = taken(parts)
    for name in [name for name in kept if name.endswith(".rels")]:
        root = parse(kept[name])
        for node in list(root):
            if is_unwanted(node):
                root.remove(node)
        if name == _ROOT_RELS:
            if not len(root):  # Its main part is another than the one that was read.
                raise TemplateError(_UNUSUAL)
            etree.SubElement(
                root, RELATIONS + "Relationship", Id="rIdCore", Type=_CORE_REL, Target=CORE
            )
        kept[name] = _bytes(root)
    if _SETTINGS in kept:
        root = parse(kept[_SETTINGS])
        for node in list(root.iter(*_TRACES)):
            node.getparent().remove(node)
        kept[_SETTINGS] = _bytes(root)
    root = parse(kept[CONTENT_TYPES])
    for node in list(root):
        part = str(node.get("PartName", "")).lstrip("/")
        if part and not _TAKEN.fullmatch(part):
            root.remove(node)
    etree.SubElement(root, _TYPES_NS + "Override", PartName=f"/{CORE}", ContentType=_CORE_TYPE)
    kept[CONTENT_TYPES] = _bytes(root)
    return kept


def _bytes(root: Any) -> bytes:
    xml: bytes = etree.tostring(root)  # ASCII, with character references
    return _DECLARATION.encode() + xml


class Shell:
    """The parts of a template that no letter changes, already deflated."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        first = [CONTENT_TYPES, _ROOT_RELS]
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name in [*first, *sorted(set(parts) - set(first))]:
                _write(archive, name, parts[name], 9)
        self._start = target.getvalue()

    def with_parts(
        self, parts: Mapping[str, str], properties: Properties, media: Mapping[str, bytes]
    ) -> bytes:
        """Return a Word file: the constant parts, `parts` and `media` by name, the properties.

        The same arguments give the same bytes on any machine.
        """
        target = io.BytesIO()
        target.write(self._start)
        with zipfile.ZipFile(target, "a") as archive:
            for name, xml in parts.items():
                _write(archive, name, (_DECLARATION + xml).encode(), LEVEL)
            for name, data in media.items():
                _write(archive, name, data, 0)
            _write(archive, CORE, _core_xml(properties).encode(), LEVEL)
        return target.getvalue()


def _write(archive: zipfile.ZipFile, name: str, data: bytes, level: int) -> None:
    entry = zipfile.ZipInfo(name)
    entry.create_system = 0
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data, compresslevel=level)


def _core_xml(properties: Properties) -> str:
    day = properties.created
    return _CORE_XML.format(
        title=escape(folded(properties.title)),
        subject=escape(folded(properties.subject)),
        author=escape(folded(properties.author)),
        day=f"{day.year:04}-{day.month:02}-{day.day:02}",
    )
