"""The questions can be read and a case filled in without Qt and without the letter."""

import subprocess
import sys

SCRIPT = """
import pkgutil, importlib, sys
import desktop_app.interview, desktop_app.russian.reading
for package in (desktop_app.interview, desktop_app.russian.reading):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
heavy = ("PySide6", "shiboken6", "docxtpl", "docx", "pymorphy3", "desktop_app.letter")
print([name for name in heavy if name in sys.modules])
"""


def test_neither_qt_nor_the_letter_is_imported():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
