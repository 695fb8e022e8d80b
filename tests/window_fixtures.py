"""A register in a file of its own and a window on it, for the rooms of tests that open windows."""

import pytest

from desktop_app.register.register import Register
from desktop_app.window.main_window import MainWindow


@pytest.fixture
def path(tmp_path):
    return tmp_path / "register.sqlite"


@pytest.fixture
def register(path):
    register = Register.open(path)
    yield register
    register.close()


@pytest.fixture
def window(qtbot, register):
    return shown_window(qtbot, register)


def shown_window(qtbot, register):
    """Return a window that has the keyboard."""
    window = MainWindow(register)
    qtbot.addWidget(window)
    window.resize(1280, 820)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    return window
