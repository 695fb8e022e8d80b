"""A clock that is years off, or jumps while a case is open: no traceback, and nothing is lost."""

import json
from datetime import datetime, timedelta

import pytest
from faults_program import EXAMPLE
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app import clock
from desktop_app.cli import main

AWAY = {
    "a dead battery": datetime(1970, 1, 1, 0, 0, 30),
    "before all time": datetime(1, 1, 1),
    "after 2038": datetime(2038, 1, 19, 3, 14, 8),
    "after the law book": datetime(2199, 12, 31, 23, 59),
    "the last second": datetime(9999, 12, 31, 23, 59, 59),
}
REAL = datetime


@pytest.fixture
def set_clock(monkeypatch):
    """Set the clock of the whole program, which reads it in one place."""

    def set_to(moment):
        class Clock(REAL):
            @classmethod
            def now(cls, tz=None):
                return moment

        monkeypatch.setattr(clock, "datetime", Clock)

    return set_to


@pytest.mark.parametrize("name", AWAY)
def test_every_command_lives_with_a_clock_that_is_off(name, set_clock, tmp_path, capsys):
    register = ("--register", str(tmp_path / "r.sqlite"))
    case, folder = str(EXAMPLE), tmp_path / "письма"
    assert main(["cases", "import", case, *register]) == 0
    set_clock(AWAY[name])
    for words in (
        ("assess", case),
        ("render", case, "--out", folder),
        ("cases", "import", case, "--register", tmp_path / "другое.sqlite"),
        ("cases", *register),
        ("cases", "--due", *register),
        ("cases", "show", "7d2b8f0e", *register),
        ("cases", "export", "--all", "--out", tmp_path / "дела", *register),
        ("cases", "backup", "--to", tmp_path / "копия.sqlite", *register),
        ("cases", "restore", tmp_path / "копия.sqlite", "--yes", *register),
        ("cases", "check", *register),
    ):
        code = main([*map(str, words)])
        assert code == 0, (words, capsys.readouterr().err)
    assert len(list(folder.iterdir())) == 6


def test_the_day_that_is_named_counts_whatever_the_clock_says(set_clock, capsys):
    told = []
    for moment in AWAY.values():
        set_clock(moment)
        assert main(["assess", str(EXAMPLE), "--json", "--on", "2026-10-26"]) == 0
        told.append(capsys.readouterr().out)
    assert len(set(told)) == 1
    assert json.loads(told[0])["law_as_of"] == "2026-10-05"


def type_surname(window, text):
    window.case_view.go_to("buyer.surname")
    QApplication.processEvents()
    window.case_view.page.rows["buyer.surname"].focus_editor()
    editor = QApplication.focusWidget()
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QApplication.processEvents()


JUMPS = {
    "a year back": REAL(2025, 11, 21, 12),
    "a year on": REAL(2027, 11, 21, 12),
    "a dead battery": AWAY["a dead battery"],
    "the last second": AWAY["the last second"],
}


@pytest.mark.parametrize("jump", JUMPS)
def test_a_clock_that_jumps_while_a_case_is_open_loses_nothing(jump, window, set_clock):
    at = REAL(2026, 11, 21, 12)
    set_clock(at)
    window.new_case()
    case_id, register = window.session.id, window.register
    type_surname(window, "Ivanova")
    set_clock(JUMPS[jump])
    type_surname(window, "Petrova")
    assert register.read(case_id).case.buyer.surname == "Petrova"
    window._cases.look_again()
    assert window.session.keeping.trouble == "" and not window.session.keeping.lacks
    for step in ("repairs", "done"):
        window.go_to_step(step)
        QApplication.processEvents()
    set_clock(at + timedelta(minutes=5))
    type_surname(window, "Sidorova")
    window.show_start()
    (row,) = register.cases()
    assert row.buyer == "Sidorova"
