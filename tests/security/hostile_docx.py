"""The shipped claim as somebody might change it to do harm, part by part."""

import io
import zipfile
from collections.abc import Mapping

from desktop_app.claims import KINDS, claim_of

CLAIM = claim_of(KINDS["refund"])
DOCUMENT, TYPES = "word/document.xml", "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:r="{KIND}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
W_NAME = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
EMPTY = (f"<w:document {W_NAME}><w:body>", "</w:body></w:document>")
with zipfile.ZipFile(CLAIM.shipped) as _shipped:
    PARTS = {name: _shipped.read(name) for name in _shipped.namelist()}


def docx(parts: Mapping[str, str | bytes]) -> bytes:
    """The shipped claim with these parts in place of its own, and beside them."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**PARTS, **parts}.items():
            archive.writestr(name, content)
    return target.getvalue()


def with_body(*blocks: str) -> str:
    """The document's part with more at its end."""
    whole = PARTS[DOCUMENT].decode()
    at = whole.rfind("<w:sectPr")
    return whole[:at] + "".join(blocks) + whole[at:]


def paragraph(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:p><w:r><w:t xml:space="preserve">{escaped}</w:t></w:r></w:p>'


def saying(*texts: str) -> bytes:
    """The shipped claim with these paragraphs at its end."""
    return docx({DOCUMENT: with_body(*map(paragraph, texts))})


def relation(kind: str, target: str, external: bool = False) -> str:
    """The relations of the document with one more, of the id «x»."""
    mode = ' TargetMode="External"' if external else ""
    one = f'<Relationship Id="x" Type="{KIND}/{kind}" Target="{target}"{mode}/>'
    return PARTS[RELATIONS].decode().replace("</Relationships>", f"{one}</Relationships>")


def field(*pieces: str) -> str:
    """A field of Word whose code stands in several runs; mark-up stays mark-up."""
    runs = [
        piece if piece.startswith("<") else f"<w:r><w:instrText>{piece}</w:instrText></w:r>"
        for piece in pieces
    ]
    turn = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
    result = "<w:r><w:t>а</w:t></w:r>"
    return "".join((turn % "begin", *runs, turn % "separate", result, turn % "end"))
