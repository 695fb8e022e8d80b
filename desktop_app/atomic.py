"""Writing a file whole or not at all, and over another one only when told to."""

import contextlib
import os
import re
from pathlib import Path
from typing import Final
from uuid import uuid4

from desktop_app.errors import UserError

_DRAFT: Final = re.compile(r"\.pretenziya-[0-9a-f]{32}\.tmp")
_LEFT_NS: Final = 24 * 3600 * 10**9


def draft_in(folder: Path) -> Path:
    """Return a name for an unfinished file that is to become another one in `folder`."""
    return folder / f".pretenziya-{uuid4().hex}.tmp"


def sweep_older(draft: Path) -> None:
    """Remove the unfinished files beside `draft` that killed programs have left there.

    They are a day older than this one, by the clock of that disk: what another program is
    writing just now stays.
    """
    with contextlib.suppress(OSError):
        written = draft.stat().st_mtime_ns
        for one in list(draft.parent.iterdir()):
            if _DRAFT.fullmatch(one.name) and one.lstat().st_mtime_ns < written - _LEFT_NS:
                one.unlink()


def write_whole(path: Path, content: bytes, replace: bool) -> None:
    """Write `content` to `path`; any interruption leaves the old file or the new one.

    Raises UserError when the file is there already (unless `replace`) or can't
    be written; then nothing has changed.
    """
    draft = draft_in(path.parent)
    try:
        if path.is_dir():
            raise IsADirectoryError
        write_synced(draft, content)
        sweep_older(draft)
        put(draft, path, replace)
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


def write_synced(path: Path, content: bytes) -> None:
    """Write a new file and make sure that it is on the disk; FileExistsError if it is there."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def put(draft: Path, path: Path, replace: bool) -> None:
    """Give the finished file `draft` its name; FileExistsError where it is taken.

    `draft` is gone afterwards or may be removed.
    """
    if replace:
        draft.replace(path)
    elif not _linked(draft, path):
        # Sticks with FAT have no links: there the name is taken first, so that another's file
        # is never written over.
        path.touch(exist_ok=False)
        try:
            draft.replace(path)
        except OSError:
            path.unlink()
            raise
    _sync_folder(path.parent)


def _linked(draft: Path, path: Path) -> bool:
    """Give the file its name in one step; False where the file system has no links."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:
        return False
    return True


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
