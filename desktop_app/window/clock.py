"""The one place of the window that reads the clock."""

from datetime import datetime


def now() -> datetime:
    """Return this moment with its time zone."""
    return datetime.now().astimezone()
