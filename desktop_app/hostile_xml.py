"""XML from a file that may come from anyone: no entities, no DTD, no network, bounded depth."""

from typing import Any

from lxml import etree


class UnreadableXmlError(ValueError):
    """Why a part can't be read, in Russian, to stand after «файл» or «в нём»."""


def read_xml(data: bytes) -> Any:
    """Return the root element, without comments and processing instructions.

    Raises UnreadableXmlError for XML that is not well-formed, too deep, or has a DTD.
    """
    parser = etree.XMLParser(
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
        raise UnreadableXmlError("одну из его частей нельзя прочитать") from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableXmlError("в нём есть описание типа документа (DTD), такие не принимаются")
    return root
