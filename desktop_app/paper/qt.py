"""Qt's graphics without a display: is it there, and the application object it needs."""

import sys
from typing import Any

from desktop_app.errors import UserError
from desktop_app.qt_libraries import (
    DRAWING,
    install_command,
    missing_packages,
    platforms,
    undisturbed,
)

_ours: list[Any] = []
_INCOMPLETE = "Для просмотра и PDF не хватает части Qt («offscreen»). Установите программу заново."


def qt_missing() -> str | None:
    """Return the Russian sentence that says what the pages can't be drawn without, or nothing.

    On Linux PySide6 brings Qt itself and leaves the system's libraries to the
    system; the sentence has the command of Debian and Ubuntu that installs them.
    """
    try:
        with undisturbed():
            import PySide6.QtGui  # noqa: F401
    except ModuleNotFoundError as error:
        return (
            f"Не установлена библиотека {error.name}: без неё нет просмотра и PDF. "
            "Установите программу заново."
        )
    except ImportError as error:
        command = install_command(missing_packages(window=False) or list(DRAWING.values()))
        return f"Для просмотра, печати и PDF не хватает системной библиотеки ({error}). " + (
            f"Установите её командой: {command}"
            if sys.platform.startswith("linux")
            else "Установите программу заново."
        )
    return None


def ready() -> None:
    """Make sure that fonts can be measured and pages drawn.

    Where there is no application object yet, one without a display is made and
    kept. Raises UserError when parts of Qt are missing, or every font with Russian letters:
    Qt would name families that are not there and draw empty pages.
    """
    sentence = qt_missing()
    if sentence is not None:
        raise UserError(sentence)
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    if QGuiApplication.instance() is None:
        if "offscreen" not in platforms(QGuiApplication.libraryPaths()):
            raise UserError(_INCOMPLETE)
        _ours.append(QGuiApplication(["pretenziya", "-platform", "offscreen"]))
    if not QFontDatabase.families(QFontDatabase.WritingSystem.Cyrillic):
        command = install_command(["fonts-liberation"])
        raise UserError(
            f"В системе нет шрифтов с русскими буквами. Установите их командой: {command}"
        )
