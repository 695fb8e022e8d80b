"""The Qt application: its language, its name, its register, its one window."""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.register.faults import DamagedError
from desktop_app.register.location import default_path
from desktop_app.register.register import Register
from desktop_app.window import error_hook
from desktop_app.window.ending import Ending
from desktop_app.window.look.qt_russian import LackingWords
from desktop_app.window.look.style_sheet import style_sheet
from desktop_app.window.look.theme import qt_palette, system_is_dark, theme
from desktop_app.window.main_window import MainWindow
from desktop_app.window.safety.daily import DailyCopy
from desktop_app.window.safety.daily_told import DailyTold
from desktop_app.window.safety.opening import alone, opened, recover


def run_application(case: Path | None, register_path: Path | None = None) -> int:
    """Open the window and return the exit code when it is closed.

    Locking or restoring closes it, and opens it again. Raises UserError where the register
    can't be opened.
    """
    application = made_application()
    with Ending() as ending:
        code = _run(application, case, register_path or default_path())
    return code or ending.code


def _run(application: QApplication, case: Path | None, path: Path) -> int:
    _dress(application)
    register = opened(path)
    while register is not None:
        with ExitStack() as stack:
            stack.callback(register.close)
            code, afterwards = _shown(application, register, case)
            if afterwards is None:
                return code
            case = None
            if alone(partial(afterwards, register)):
                stack.pop_all()
                continue
        register = opened(path)
    return 0


def _shown(
    application: QApplication, register: Register, case: Path | None
) -> tuple[int, Callable[[Register], bool] | None]:
    """Show the window until it is closed; return how, and what is to be done then."""
    window = _window_of(register)
    error_hook.install(partial(_itself, window))
    window.show()
    if case is not None:
        window.open_file(case)
    daily = DailyCopy(register, window)
    DailyTold(daily, window)
    code = application.exec()
    daily.stop()
    found = code, window.afterwards
    if window.afterwards is not None:
        error_hook.install(_nothing)
        # With all that it has shown: nothing is to be seen behind the question for a password.
        window.deleteLater()
        application.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
    return found


def _window_of(register: Register) -> MainWindow:
    """Return the window; where the register proves to be damaged, a copy may take its place."""
    while True:
        try:
            return MainWindow(register)
        except DamagedError as error:
            found = error.with_traceback(None)  # With it goes what there is of the window.
        recover(register, found)


def _dress(application: QApplication) -> None:
    """Dress the application as the system is, until the register says what the person chose."""
    look = theme(system_is_dark(), 100)
    application.setPalette(qt_palette(look.colours))
    application.setStyleSheet(style_sheet(look))


def _itself(window: MainWindow) -> MainWindow:
    return window


def _nothing() -> None:
    return None


def made_application() -> QApplication:
    """Return the application, speaking Russian also in Qt's own dialogs."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    QLocale.setDefault(QLocale(QLocale.Language.Russian, QLocale.Country.Russia))
    application.installTranslator(LackingWords(application))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_ru", folder):
        application.installTranslator(translator)
    application.setApplicationName("Претензия")
    application.setStyle("Fusion")
    application.setWindowIcon(QIcon(str(paths.resource("icons", "application.svg"))))
    return application
