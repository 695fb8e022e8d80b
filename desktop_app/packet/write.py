"""Writing the sheets into a folder: all of them or none, never over an existing file."""

from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import Path

from desktop_app.errors import UserError


def write_files(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write each file into `folder` (made if absent) and return their paths.

    Where a name is taken, the whole set gets the next free number: «… (2).docx».
    Raises UserError when something can't be written; what was written of the
    set until then is taken back.
    """
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, content in zip(_free(folder, files), files.values(), strict=True):
            with path.open("xb") as file:
                written.append(path)
                file.write(content)
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        raise UserError(
            f"Не удалось записать документы в «{folder}» ({error.strerror or error}). "
            "Выберите другую папку или освободите место; дело не изменено."
        ) from error
    return written


def _free(folder: Path, names: Iterable[str]) -> list[Path]:
    """Return the paths for the set under the first number for which none exists yet."""
    wanted = [folder / name for name in names]
    for number in count(1):
        paths = [_numbered(path, number) for path in wanted]
        if not any(path.exists() for path in paths):
            return paths
    raise AssertionError("unreachable: the numbers do not end")


def _numbered(path: Path, number: int) -> Path:
    return path if number == 1 else path.with_name(f"{path.stem} ({number}){path.suffix}")
