"""Refund: the contract is refused and the money demanded back (абз. 6 п. 1 ст. 18)."""

from desktop_app.claims.refund.kind import REFUND

__all__ = ["REFUND"]
