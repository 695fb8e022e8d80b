import json

import pytest
from window_fixtures import path, register, window
from window_hands import Hands

from desktop_app import paths
from desktop_app.register.register import Register
from desktop_app.window.main_window import MainWindow

__all__ = ["path", "register", "window"]


@pytest.fixture
def other(qtbot, window, path):
    """A second window with a connection of its own, as a second program has it."""
    with Register.open(path) as register:
        other = MainWindow(register)
        qtbot.addWidget(other)
        other.resize(1280, 820)
        other.show()
        yield other
        other.close()


@pytest.fixture
def hands(qtbot, window):
    return Hands(qtbot, window)


@pytest.fixture
def example():
    return json.loads(paths.resource("examples", "refund.json").read_text(encoding="utf-8"))
