"""The Qt application: its language, its name, its register, its one window."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.register.location import default_path
from desktop_app.register.register import Register
from desktop_app.window import error_hook
from desktop_app.window.main_window import MainWindow
from desktop_app.window.qt_russian import LackingWords

# A key must not wait longer for another window that is writing: what failed is tried again.
_WAIT_MS = 100


def run_application(case: Path | None, register_path: Path | None = None) -> int:
    """Open the window and return the exit code when it is closed.

    Raises UserError where the register can't be opened.
    """
    application = made_application()
    with Register.open(register_path or default_path(), wait_ms=_WAIT_MS) as register:
        window = MainWindow(register)
        error_hook.install(lambda: window)
        window.show()
        if case is not None:
            window.open_file(case)
        return application.exec()


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
