"""The kinds of claim. A new one is a folder here, its template and its tests."""

from typing import TYPE_CHECKING

from desktop_app.assessment.kind import Kind
from desktop_app.case.model import Case
from desktop_app.claims.refund import REFUND
from desktop_app.claims.replacement import REPLACEMENT

if TYPE_CHECKING:
    from desktop_app.letter.document import Document

KINDS: dict[str, Kind] = {kind.id: kind for kind in (REFUND, REPLACEMENT)}


def kind_of(case: Case) -> Kind:
    """Return the kind of the case's claim; a case that names none is a refund."""
    return KINDS[case.kind or REFUND.id]


def claim_of(kind: Kind) -> "Document":
    """Return the claim letter of a kind; its words are loaded only now."""
    from desktop_app.claims.refund import words as refund
    from desktop_app.claims.replacement import words as replacement

    return {claim.id: claim for claim in (refund.CLAIM, replacement.CLAIM)}[kind.id]
