"""Where files lie: shipped ones in a checkout, a wheel, a frozen build; the user's own ones."""

import os
from pathlib import Path
from typing import Final

from desktop_app.errors import UserError

_PACKAGE = Path(__file__).resolve().parent
APPLICATION: Final = "pretenziya"
OWN_TEMPLATES: Final = "PRETENZIYA_TEMPLATES"
"""The environment variable that names another folder for the user's own templates."""


def _shipped(name: str) -> Path:
    """Return the folder `name`: inside the package when installed or frozen, else beside it."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resource(*parts: str) -> Path:
    """Return the path of a file below `resources/`."""
    return _shipped("resources").joinpath(*parts)


def template(*parts: str) -> Path:
    """Return the path of a shipped Word template below `templates_docx/`."""
    return _shipped("templates_docx").joinpath(*parts)


def own_template(*parts: str) -> Path:
    """Return the path of the user's own template, or of their folder; it need not exist.

    Raises UserError as `user_data` does.
    """
    named = os.environ.get(OWN_TEMPLATES)
    folder = Path(named) if named else user_data() / "templates_docx"
    return folder.joinpath(*parts)


def user_data() -> Path:
    """Return the program's folder in the user's own data; it need not exist yet.

    Raises UserError where the system knows no home of this user.
    """
    import platformdirs

    try:
        # Not the roaming folder: Windows would copy files between computers while they are open.
        folder = platformdirs.user_data_path(APPLICATION, appauthor=False)
    except RuntimeError as error:
        raise _homeless() from error
    # Else it would lie at the root of the disk, or wherever the program happens to be started.
    nowhere = os.environ.get("HOME") == "" and not os.environ.get("XDG_DATA_HOME")
    if not folder.is_absolute() or (nowhere and os.name == "posix"):
        raise _homeless()
    return folder


def _homeless() -> UserError:
    return UserError(
        "Неизвестно, где ваша домашняя папка: система её не называет. Задайте переменную HOME или "
        "назовите файл для дел сами: --register ФАЙЛ, а папку своих шаблонов — переменной "
        f"{OWN_TEMPLATES}."
    )
