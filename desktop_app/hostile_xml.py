"""XML from a file that may come from anyone: no entities, no DTD, no network, bounded.

A tag of four bytes takes some hundred when it is read; whoever asks an element for its namespaces
is given all of them, and each of its attributes is looked for from the first one on. So tags,
attributes and namespaces are counted.
"""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import Any, Final

from lxml import etree

MOST_TAGS: Final = 1_000_000
MOST_ATTRIBUTES: Final = 250
MOST_NAMESPACES: Final = 5_000
MOST_DIFFERENT_NAMESPACES: Final = 64
_TOO_MUCH: Final = "в одной из его частей слишком много разметки"
_UNREADABLE: Final = "одну из его частей нельзя прочитать"


class UnreadableXmlError(ValueError):
    """Why a part can't be read, in Russian, to stand after «файл» or «в нём»."""


def read_xml(data: bytes) -> Any:
    """Return the root element, without comments and processing instructions.

    Raises UnreadableXmlError for XML that is not well-formed, too deep, in another encoding than
    Word's (UTF-8, UTF-16), has too much in it or a DTD.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        data = _recoded(data)
    namespaces = data.count(b"xmlns")
    if max(data.count(b"<"), data.count(b"=")) > MOST_TAGS or namespaces > MOST_NAMESPACES:
        raise UnreadableXmlError(_TOO_MUCH)
    parser = etree.XMLParser(
        # Whatever the part says of itself: in another encoding nothing would have been counted.
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableXmlError(_UNREADABLE) from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableXmlError("в нём есть описание типа документа (DTD), такие не принимаются")
    if namespaces > MOST_DIFFERENT_NAMESPACES:
        _refuse_many_namespaces(root)
    if any(tag.count(b"=") > MOST_ATTRIBUTES for tag in data.split(b"<")):
        _refuse_many_attributes(root)
    return root


def _recoded(data: bytes) -> bytes:
    try:
        return data.decode("utf-16").encode()
    except UnicodeError as error:
        raise UnreadableXmlError(_UNREADABLE) from error


def _refuse_many_namespaces(root: Any) -> None:
    declared = {found for _, found in etree.iterwalk(root, events=("start-ns",))}
    if len(declared) > MOST_DIFFERENT_NAMESPACES:
        raise UnreadableXmlError(_TOO_MUCH)


def _refuse_many_attributes(root: Any) -> None:
    if any(len(element.attrib) > MOST_ATTRIBUTES for element in root.iter()):
        raise UnreadableXmlError(_TOO_MUCH)
