from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.case.model import Case
from desktop_app.interview.form import question_at
from desktop_app.register.register import Register
from desktop_app.window.form.question_row import QuestionRow
from desktop_app.window.look.style_sheet import style_sheet
from desktop_app.window.look.theme import theme
from desktop_app.window.opened.session import Session

NOW = datetime(2026, 11, 21, 12, tzinfo=ZoneInfo("Europe/Moscow"))


@pytest.fixture
def session(tmp_path, qapp):
    with Register.open(tmp_path / "r.sqlite") as register:
        yield Session(register, register.new(Case(), NOW))


@pytest.fixture
def light():
    return theme(False, 100)


@pytest.fixture
def form(qtbot, session, light):
    """Return a function that shows the questions of these paths one below the other."""

    windows = []

    def show(*paths):
        window = QWidget()
        windows.append(window)
        window.setStyleSheet(style_sheet(light))
        column = QVBoxLayout(window)
        rows = []
        for path in paths:
            place = question_at(path)
            row = QuestionRow(session, place.question, place.row, light)
            column.addWidget(row)
            rows.append(row)
        column.addWidget(QPushButton("после", window))
        window.resize(640, 700)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return rows[0] if len(rows) == 1 else rows

    yield show
