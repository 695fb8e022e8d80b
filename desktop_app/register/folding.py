"""How text is compared in a search."""

from typing import Any


def folded(text: str) -> str:
    """Return text as it is compared: small letters, «ё» as «е»."""
    return text.casefold().replace("ё", "е")


def folded_if_any(*texts: Any) -> Any:
    """Return `folded` text for SQLite, which hands it over alone; nothing for nothing."""
    return folded(texts[0]) if isinstance(texts[0], str) else None
