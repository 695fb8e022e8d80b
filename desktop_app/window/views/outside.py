"""What is asked of the system: a folder, opening a file, a place for what is only looked at."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.packet.write import write_files
from desktop_app.window.views.saving import Write


def choose_folder(parent: QWidget, start: str) -> Path | None:
    """Ask for a folder; None if the person thought better of it."""
    name = QFileDialog.getExistingDirectory(parent, "Папка для документов", start)
    return Path(name) if name else None


def open_path(path: Path) -> bool:
    """Open a file or a folder with the system's program; False if the system has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


@dataclass(frozen=True, slots=True)
class Outside:
    """What the card asks of the system, so that a test can stand in for it."""

    choose_folder: Callable[[QWidget, str], Path | None] = choose_folder
    open_path: Callable[[Path], bool] = open_path
    write: Write = write_files


@cache
def own_folder() -> Path:
    """Return a folder of our own that goes when the program ends."""
    folder = tempfile.mkdtemp(prefix="pretenziya-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
