"""Things named one after another in a sentence."""

from collections.abc import Sequence


def joined(items: Sequence[str], last: str = "и") -> str:
    """Items with commas and a conjunction before the last: «а, б и в». Nothing gives ""."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
