"""Replacement: the same goods, or others with the price recalculated (абз. 2, 3 п. 1 ст. 18)."""

from desktop_app.claims.replacement.kind import REPLACEMENT

__all__ = ["REPLACEMENT"]
