"""Opening the window, or saying why it can't be opened and what to do instead."""

import ctypes
import os
import sys
from pathlib import Path

from desktop_app.errors import UserError
from desktop_app.qt_libraries import install_command, missing_packages, platforms, undisturbed

_USUAL = ("xcb", "wayland", "windows", "cocoa")


def open_window(case: Path | None, register: Path | None = None) -> int:
    """Open the window, with the case file if one is named, and return its exit code.

    `register` is the file of the cases where it is not in its usual place.

    Without a display nothing fails: it says so and shows the commands that make
    a letter. Raises UserError where Qt can't be loaded.
    """
    if case is not None and not case.is_file():
        raise UserError(f"Файл «{case}»: такого файла нет. Проверьте имя и папку.")
    if not _has_display():
        print(_without_display(), file=sys.stderr)  # noqa: T201
        return 0
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    on_x11 = platform == "xcb" or (bool(os.environ.get("DISPLAY")) and not platform)
    packages = missing_packages(window=on_x11)
    if packages:
        raise UserError(
            "Окну не хватает системных библиотек. Установите их этой командой и запустите "
            f"программу снова:\n  {install_command(packages)}"
        )
    _refuse_missing(platform)
    from desktop_app.window.application import run_application

    try:
        return run_application(case, register)
    except UserError as error:
        # Who has started it with the mouse sees no terminal.
        from desktop_app.window import dialogs

        dialogs.tell(None, "Программа не открылась", str(error))
        raise


def _refuse_missing(platform: str) -> None:
    """Raise UserError where the part of Qt that this display needs is not there."""
    with undisturbed():
        from PySide6.QtCore import QCoreApplication

    own = os.environ.get("QT_QPA_PLATFORM_PLUGIN_PATH")
    found = platforms([*QCoreApplication.libraryPaths(), *filter(None, [own])])
    if platform and not any(one == platform or one.startswith(f"{platform}-") for one in found):
        raise UserError(
            f"Переменная QT_QPA_PLATFORM просит «{platform[:30]}», а Qt такого не умеет. "
            "Уберите её и запустите программу снова."
        )
    if not platform and not any(one.startswith(_USUAL) for one in found):
        raise UserError(
            "В установке не хватает той части Qt, которая открывает окна. Установите программу "
            "заново; письмо можно сделать и без окна: pretenziya render ДЕЛО.json --out ПАПКА."
        )


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM")
    if platform and not platform.startswith(("xcb", "wayland")):
        return True
    return _x11_answers() or _wayland_answers()


def _x11_answers() -> bool:
    """Whether the X server that DISPLAY names lets us in; Qt would abort where it does not."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return True  # The missing library is named later, with the command that installs it.
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if display:
        x11.XCloseDisplay(ctypes.c_void_p(display))
    return bool(display)


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return Path(folder, name).exists()


def _called_as() -> str:
    """Return how the program was called, as short as it can be typed again."""
    called = sys.argv[0] if sys.argv and sys.argv[0] else "pretenziya"
    try:
        return os.path.relpath(called)
    except (OSError, ValueError):
        return called


def _without_display() -> str:
    program = _called_as()
    if program.endswith("__main__.py"):
        program = f"{Path(sys.executable).name} -m desktop_app"
    return (
        "Экрана нет, окно не открыть. Письмо можно сделать и без окна, из файла дела:\n"
        f"  {program} example > дело.json\n"
        f"  {program} assess дело.json\n"
        f"  {program} render дело.json --out письма\n"
        "Впишите в «дело.json» свои ответы; все ключи показывает команда "
        f"«{program} schema»."
    )
