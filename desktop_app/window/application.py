"""The Qt application: its language, its name, its one window."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.window.main_window import MainWindow


def run_application(case: Path | None) -> int:
    """Open the window and return the exit code when it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    QLocale.setDefault(QLocale(QLocale.Language.Russian, QLocale.Country.Russia))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_ru", folder):
        application.installTranslator(translator)
    application.setApplicationName("Претензия")
    window = MainWindow()
    window.show()
    if case is not None:
        window.open_case(case)
    return application.exec()
