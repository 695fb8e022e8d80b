"""Where the cases of this user lie when no other place is named."""

from pathlib import Path


def default_path() -> Path:
    """Return the register's place in the user's own data folder; neither need exist yet."""
    import platformdirs

    # Not the roaming folder: Windows would copy the file between computers while it is open.
    return platformdirs.user_data_path("pretenziya", appauthor=False) / "register.sqlite"
