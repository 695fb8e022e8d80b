"""How often a fault is tried: seldom in the test command, often in CI's run for faults."""

import os

FULL = os.environ.get("PRETENZIYA_FULL") == "1"


def often(usual: int, full: int) -> int:
    """Return how often something is tried: `full` times under PRETENZIYA_FULL=1."""
    return full if FULL else usual
