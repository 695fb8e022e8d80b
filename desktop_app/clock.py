"""The one place of the program that reads the clock: for the window and for the commands."""

from datetime import datetime

# A clock that is years off stops nobody: what can't be a day of ours can't be counted from.
_EARLIEST, _LATEST = datetime(1970, 1, 2), datetime(2199, 12, 30)


def now() -> datetime:
    """Return this moment with its time zone; of a clock that is years off, the nearest possible."""
    return min(max(datetime.now(), _EARLIEST), _LATEST).astimezone()
