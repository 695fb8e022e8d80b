"""Where the shipped files lie: in a checkout, in an installed wheel, in a frozen build."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """Return the folder `name`: inside the package when installed or frozen, else beside it."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resource(*parts: str) -> Path:
    """Return the path of a file below `resources/`."""
    return _shipped("resources").joinpath(*parts)


def template(*parts: str) -> Path:
    """Return the path of a Word template below `templates_docx/`."""
    return _shipped("templates_docx").joinpath(*parts)
