"""The kinds of claim. A new one is a module here, its templates and its tests."""

from typing import TYPE_CHECKING

from desktop_app.assessment.kind import Kind
from desktop_app.case.model import Case
from desktop_app.claims.refund import REFUND
from desktop_app.errors import UserError

if TYPE_CHECKING:
    from desktop_app.letter.document import Document

KINDS: dict[str, Kind] = {kind.id: kind for kind in (REFUND,)}


def kind_of(case: Case) -> Kind:
    """Return the kind of the case's claim; a case that names none is a refund.

    Raises UserError for a kind that the contract knows and this program does not make yet.
    """
    kind = KINDS.get(case.kind or REFUND.id)
    if kind is None:
        able = ", ".join(f"«{known}»" for known in KINDS)
        raise UserError(
            f"kind: претензию вида «{case.kind}» эта версия программы не составляет; она "
            f"составляет {able}. Дело не изменено."
        )
    return kind


def claim_of(kind: Kind) -> "Document":
    """Return the claim letter of a kind; its words are loaded only now."""
    from desktop_app.claims.refund.words import CLAIM as REFUND_CLAIM

    return {claim.id: claim for claim in (REFUND_CLAIM,)}[kind.id]
