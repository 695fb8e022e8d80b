"""Opening the window, or saying why it can't be opened and what to do instead."""

import os
import sys
from pathlib import Path

from desktop_app.errors import UserError
from desktop_app.qt_libraries import install_command, missing_packages


def open_window(case: Path | None) -> int:
    """Open the window, with the case file if one is named, and return its exit code.

    Without a display nothing fails: it says so and shows the commands that make
    a letter. Raises UserError where Qt can't be loaded.
    """
    if not _has_display():
        print(_without_display(), file=sys.stderr)  # noqa: T201
        return 0
    on_x11 = bool(os.environ.get("DISPLAY")) and "QT_QPA_PLATFORM" not in os.environ
    packages = missing_packages(window=on_x11)
    if packages:
        raise UserError(
            "Окну не хватает системных библиотек. Установите их этой командой и запустите "
            f"программу снова:\n  {install_command(packages)}"
        )
    from desktop_app.window.application import run_application

    return run_application(case)


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _without_display() -> str:
    program = os.path.relpath(sys.argv[0]) if sys.argv and sys.argv[0] else "pretenziya"
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
