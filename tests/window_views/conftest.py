"""A register on the disk, the example in it, and views over one session."""

from datetime import UTC, datetime

import pytest

from desktop_app import paths
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.register.register import Register
from desktop_app.window.opened.session import Session

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def register(tmp_path):
    with Register.open(tmp_path / "r.sqlite") as register:
        yield register


@pytest.fixture
def example():
    return read_case(paths.resource("examples", "refund.json"))


@pytest.fixture
def open_session(register, example):
    def open_with(**answers):
        case = replaced(example, "id", None)
        for path, value in answers.pop("at", {}).items():
            case = replaced(case, path, value)
        return Session(register, register.new(case, NOW))

    return open_with


@pytest.fixture
def shown(qtbot):
    def show(widget, width=700, height=600):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        qtbot.waitUntil(lambda: getattr(widget, "is_whole", True))
        return widget

    return show
