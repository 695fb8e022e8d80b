"""Every document that has a template: the claims of all kinds, then the sheets beside them."""

from collections.abc import Iterator
from pathlib import Path

from desktop_app import paths
from desktop_app.claims import KINDS, claim_of
from desktop_app.errors import UserError
from desktop_app.letter.document import Document
from desktop_app.letter.sheets import SHEETS
from desktop_app.nearest import nearest, perhaps

SPECIMEN = " — образец"
"""What the name of a filled specimen ends in."""
_DEPTH = ("*.docx", "*/*.docx")


def all_documents() -> tuple[Document, ...]:
    """Return the documents, each with an `id` of its own."""
    return (*(claim_of(kind) for kind in KINDS.values()), *SHEETS)


def title(document: Document) -> str:
    """Return what tells a document from the others: of a claim also what it demands."""
    kind = KINDS.get(document.id)
    return f"{document.name}: {kind.title[:1].lower()}{kind.title[1:]}" if kind else document.name


def document_called(name: str) -> Document:
    """Return the document with that id; raises UserError that names those there are."""
    known = {document.id: document for document in all_documents()}
    if name not in known:
        guess = nearest(name, known)
        hint = f" {perhaps(guess)}" if guess else ""
        raise UserError(f"Документа «{name[:40]}» нет.{hint} Есть: {', '.join(known)}.")
    return known[name]


def strangers() -> Iterator[Path]:
    """Yield the Word files in the folder of own templates that stand in for no document."""
    folder = paths.own_template()
    known = {document.own for document in all_documents()}
    for path in sorted(path for depth in _DEPTH for path in folder.glob(depth)):
        if path not in known and SPECIMEN not in path.stem and not path.name.startswith("~$"):
            yield path
