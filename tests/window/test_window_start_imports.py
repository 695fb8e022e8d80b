"""What is loaded by the time the window is first painted: this list, and nothing else.

A module that a start begins to need is added here on purpose, and the start is measured again
(`tests/bench/test_bench_window.py`). What only an open case, a damaged register, a password or a
carried case needs is loaded then.
"""

import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from desktop_app import paths
from desktop_app.case.file import read_case
from desktop_app.register.register import Register

_SEEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_app.window import application

class Window(application.MainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.tell)

    def tell(self):
        print(*sys.modules)
        sys.stdout.flush()
        QApplication.exit(0)

application.MainWindow = Window
application.run_application(None, Path(sys.argv[1]))
"""
_OF_OTHERS = {"PySide6", "shiboken6", "apsw"}
_OURS = {
    "": ["clock", "errors", "paths"],
    "register": [
        "basket", "faults", "file_names", "finding", "folding", "header", "location", "opening",
        "password", "places", "register", "rows", "schema", "statements", "store", "tables",
        "transactions",
    ],
    "russian": ["dates", "numbers", "typography"],
    "window": [
        "about", "application", "dialogs", "ending", "error_hook", "housekeeping",
        "main_window", "menu", "preload", "remembered", "status_bar",
    ],
    "window.cases": [
        "case_files", "case_list", "case_model", "case_words", "due_card", "example",
        "search_bar", "start_page", "statuses",
    ],
    "window.look": [
        "announce", "appearance", "flow_layout", "icons", "qt_russian", "style_sheet", "theme",
        "wrapped_link",
    ],
    "window.opened": ["holds"],
    "window.safety": ["daily", "daily_told", "opening"],
    "window.views": ["pieces"],
}  # fmt: skip


@pytest.fixture
def loaded(tmp_path):
    path = tmp_path / "register.sqlite"
    with Register.open(path) as register:
        example = read_case(paths.resource("examples", "refund.json"))
        register.new(example, datetime(2026, 11, 20, 12, tzinfo=UTC))
    run = subprocess.run(
        [sys.executable, "-c", _SEEN, str(path)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stdout.split())


def test_the_window_opens_with_these_modules_of_ours_and_no_others(loaded):
    ours = {
        ".".join(filter(None, ("desktop_app", room, name)))
        for room, names in _OURS.items()
        for name in ["", *names]
    }
    assert {name for name in loaded if name.split(".")[0] == "desktop_app"} == ours


def test_of_others_modules_only_those_of_the_window_and_the_register_are_loaded(loaded):
    installed = {name.split(".")[0] for name in loaded} - sys.stdlib_module_names
    own = {"desktop_app", "shibokensupport", "signature_bootstrap"}
    assert {name for name in installed if not name.startswith("_")} - own == _OF_OTHERS
