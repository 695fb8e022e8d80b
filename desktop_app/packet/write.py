"""Writing the sheets into a folder: all of them or none, never over an existing file."""

import contextlib
import errno
from collections.abc import Mapping
from itertools import count
from pathlib import Path

from desktop_app.atomic import draft_in, put, sweep_older, write_synced
from desktop_app.errors import UserError

_REASONS = {
    errno.ENOSPC: "на диске нет места. Освободите место или выберите другую папку",
    errno.EDQUOT: "кончилось отведённое место. Освободите место или выберите другую папку",
    errno.EFBIG: "диск не берёт таких больших файлов, или кончилось отведённое место. Выберите "
    "другую папку",
    errno.EACCES: "нет права писать в эту папку. Выберите другую",
    errno.EPERM: "нет права писать в эту папку. Выберите другую",
    errno.EROFS: "папка только для чтения. Выберите другую",
    errno.ENAMETOOLONG: "имя папки слишком длинное. Выберите другую",
    errno.ENOTDIR: "на этом месте файл, а нужна папка. Выберите другую",
    errno.EEXIST: "на этом месте файл, а нужна папка. Выберите другую",
}


def write_files(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write each file into `folder` (made if absent) and return their paths.

    Where a name is taken, the whole set gets the next free number: «… (2).docx».
    Each file appears under its name only when it is whole. Raises UserError when
    something can't be written; what was made until then is taken back.
    """
    made: list[Path] = []
    try:
        made += _made_folders(folder)
        drafts = _drafts(files, folder, made)
        return _named(drafts, folder, made)
    except (OSError, ValueError) as error:
        _take_back(made)
        number = error.errno if isinstance(error, OSError) else None
        reason = _REASONS.get(number or 0, "проверьте имя папки и диск или выберите другую")
        raise UserError(
            f"Не удалось записать документы в «{folder}»: {reason}. Дело не изменено."
        ) from error
    except BaseException:
        _take_back(made)
        raise


def _made_folders(folder: Path) -> list[Path]:
    """Make the folder and those above it that are missing; return the new ones, outer first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _drafts(files: Mapping[str, bytes], folder: Path, made: list[Path]) -> dict[str, Path]:
    drafts = {}
    for name, content in files.items():
        draft = draft_in(folder)
        made.append(draft)
        write_synced(draft, content)
        drafts[name] = draft
    for draft in made[-1:]:
        sweep_older(draft)
    return drafts


def _named(drafts: Mapping[str, Path], folder: Path, made: list[Path]) -> list[Path]:
    """Give the finished files the first number under which none of their names is taken."""
    for number in count(1):
        paths = [_numbered(folder / name, number) for name in drafts]
        given: list[Path] = []
        try:
            for draft, path in zip(drafts.values(), paths, strict=True):
                put(draft, path, replace=False)
                given.append(path)
                made.append(path)
        except FileExistsError:
            # Taken, perhaps this very moment by another program: what was named is named anew.
            for draft, path in zip(drafts.values(), given, strict=False):
                if draft.exists():
                    path.unlink()
                else:
                    path.replace(draft)
            continue
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
        return paths
    raise AssertionError("unreachable: the numbers do not end")


def _take_back(made: list[Path]) -> None:
    for path in reversed(made):
        with contextlib.suppress(OSError, ValueError):
            path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)


def _numbered(path: Path, number: int) -> Path:
    return path if number == 1 else path.with_name(f"{path.stem} ({number}){path.suffix}")
