"""Where the cases of this user lie when no other place is named."""

from pathlib import Path

from desktop_app import paths


def default_path() -> Path:
    """Return the register's place in the user's own data folder; neither need exist yet."""
    return paths.user_data() / "register.sqlite"
