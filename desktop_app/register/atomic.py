"""Writing a file whole or not at all, and over another one only when told to."""

import contextlib
import os
from pathlib import Path
from uuid import uuid4

from desktop_app.errors import UserError


def write_whole(path: Path, content: bytes, replace: bool) -> None:
    """Write `content` to `path`; any interruption leaves the old file or the new one.

    Raises UserError when the file is there already (unless `replace`) or can't
    be written; then nothing has changed.
    """
    draft = path.with_name(f".{uuid4().hex}.tmp")
    try:
        if path.is_dir():
            raise IsADirectoryError
        _write_synced(draft, content)
        _put(draft, path, replace)
    except FileExistsError as error:
        raise UserError(
            f"Файл «{path}» уже есть. Выберите другое имя или подтвердите замену."
        ) from error
    except (OSError, ValueError) as error:
        raise UserError(
            f"Не удалось записать файл «{path}». Проверьте имя, доступ к папке и место на диске; "
            "дело сохранено в программе."
        ) from error
    finally:
        with contextlib.suppress(OSError, ValueError):
            draft.unlink(missing_ok=True)


def _write_synced(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _put(draft: Path, path: Path, replace: bool) -> None:
    if replace:
        draft.replace(path)
    else:
        # Taking the name first is the one way never to write over another's file that every
        # file system knows; sticks with FAT have no links.
        path.touch(exist_ok=False)
        try:
            draft.replace(path)
        except OSError:
            path.unlink()
            raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system lets a folder be synced."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
