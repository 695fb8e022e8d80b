"""One XML part of a Word file: reading it safely, its paragraphs, one spelling for `scan`."""

import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from desktop_app.hostile_xml import UnreadableXmlError, read_xml
from desktop_app.letter.engine.faults import TemplateError

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W_P: Final = W + "p"
W_R: Final = W + "r"
W_T: Final = W + "t"
W_TAB: Final = W + "tab"
W_TR: Final = W + "tr"
_SIGNS: Final = {W_TAB: "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}
_READ: Final = (W_P, W_T, *_SIGNS)
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_REVISIONS: Final = tuple(
    W + name
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "delText", "rPrChange", "pPrChange"),
        *("tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "cellIns", "cellDel"),
    )
)
_REVISED: Final = (
    "в файле есть исправления (рецензирование). Примите их все в Word и сохраните файл."
)
_COMMENTED: Final = (
    "в файле есть примечания, они попали бы в письмо. Удалите их в Word и сохраните файл."
)
_NOISE: Final = (W + "proofErr", W + "lastRenderedPageBreak")
_BREAKS: Final = re.compile("[\t\n\r]")


def parse(data: bytes) -> Any:
    """Return the root element; entities, networks and DTDs are refused.

    Raises TemplateError when the bytes are not well-formed XML.
    """
    try:
        return read_xml(data)
    except UnreadableXmlError as error:
        raise TemplateError(f"файл повреждён: {error}.") from error


def paragraph_text(paragraph: Any) -> str:
    """Return the text of a `w:p` in document order, the text that spans count in.

    It is made of `w:t`; a tab is U+0009, a line or page break U+000A, a
    non-breaking hyphen U+2011. Paragraphs inside it (text boxes) are apart.
    """
    found: list[str] = []
    for element in paragraph.iter(*_READ):
        tag = element.tag
        if tag == W_T:
            found.append(element.text or "")
        elif tag == W_P:
            if element is not paragraph:
                return _own_text(paragraph)
        elif tag != W_TAB or element.getparent().tag == W_R:  # w:tabs holds w:tab too
            found.append(_SIGNS[tag])
    return "".join(found)


def _own_text(paragraph: Any) -> str:
    found: list[str] = []
    for element in paragraph:
        tag = element.tag
        if tag == W_T:
            found.append(element.text or "")
        elif tag in _SIGNS and (tag != W_TAB or paragraph.tag == W_R):
            found.append(_SIGNS[tag])
        elif tag != W_P:
            found.append(_own_text(element))
    return "".join(found)


def normalised(root: Any) -> None:
    """Give a template's part the one spelling that `scan` and docxtpl rely on.

    Each `w:t` is `<w:t xml:space="preserve">`, each paragraph `<w:p>` without
    attributes (revision and paragraph ids repeat in loops), no white space
    between elements and no line break anywhere. Raises TemplateError on
    tracked changes, for half of a tag may be hidden in them, and on comments.
    """
    _declare_at_root(root)
    for what, around in unwanted(root):
        raise TemplateError(what, paragraph=paragraph_text(around))
    respell(root)


def _declare_at_root(root: Any) -> None:
    """Move prefixes that a paragraph declares to the root: `<w:p>` is to stand bare."""
    outer = dict(root.nsmap)
    own = {
        prefix: name
        for paragraph in root.iter(W_P)
        if paragraph.nsmap != outer
        for prefix, name in paragraph.nsmap.items()
        if prefix is not None and prefix not in outer
    }
    if own:
        kept = [prefix for prefix in (*outer, *own) if prefix is not None]
        etree.cleanup_namespaces(root, top_nsmap=own, keep_ns_prefixes=kept)


def unwanted(root: Any) -> Iterator[tuple[str, Any]]:
    """Yield tracked changes and comments: what each is, and the paragraph around it.

    A paragraph with many changes is told of once. Raises TemplateError where the part is not
    written as Word writes it.
    """
    if root.nsmap.get("w") != W[1:-1]:
        raise TemplateError("файл сохранён необычной программой; сохраните его в Word заново.")
    for sentence, names in ((_REVISED, _REVISIONS), (_COMMENTED, (W + "commentReference",))):
        told = None
        for element in root.iter(*names):
            paragraph = _around(element)
            if paragraph is not told:
                told = paragraph
                yield sentence, paragraph


def respell(root: Any) -> None:
    """Do what `normalised` does to a part without looking for what is unwanted in it."""
    for element in list(root.iter(*_NOISE)):
        element.getparent().remove(element)
    for element in root.iter():
        element.tail = None
        if element.tag == W_T:
            _preserve(element)
        elif element.tag == W_P:
            element.attrib.clear()
            element.text = ""
        elif len(element) and not (element.text or "").strip():
            element.text = None
        else:
            element.text = _BREAKS.sub(" ", element.text) if element.text else element.text
        for name in [key for key in element.attrib if key.startswith(W + "rsid")]:
            del element.attrib[name]


def _preserve(element: Any) -> None:
    text = _BREAKS.sub(" ", element.text or "")
    kept = element.get(_SPACE) == "preserve"
    element.text = text if kept else text.strip(" ")
    element.attrib.clear()
    element.set(_SPACE, "preserve")


def _around(element: Any) -> Any:
    """Return the paragraph that holds a change; of a changed row its first paragraph."""
    paragraph = next(element.iterancestors(W_P), None)
    row = next(element.iterancestors(W_TR), None) if paragraph is None else None
    return (
        next(row.iter(W_P), element)
        if row is not None
        else element
        if paragraph is None
        else paragraph
    )
