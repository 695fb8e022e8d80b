import json

import pytest
from window_hands import Hands

from desktop_app import paths
from desktop_app.register.register import Register
from desktop_app.window.main_window import MainWindow


@pytest.fixture
def register(tmp_path):
    register = Register.open(tmp_path / "register.sqlite")
    yield register
    register.close()


@pytest.fixture
def window(qtbot, register):
    window = MainWindow(register)
    qtbot.addWidget(window)
    window.resize(1280, 820)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def hands(qtbot, window):
    return Hands(qtbot, window)


@pytest.fixture
def example():
    return json.loads(paths.resource("examples", "refund.json").read_text(encoding="utf-8"))
