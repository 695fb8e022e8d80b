"""The window as it stands: open, read, save; a bad file says so."""

import pytest
from PySide6.QtWidgets import QMessageBox

from desktop_app import paths
from desktop_app.window.main_window import MainWindow


@pytest.fixture
def window(qtbot):
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def warnings(monkeypatch):
    shown = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *arguments: shown.append(arguments[2]))
    return shown


def test_the_example_is_read_and_saved(window, tmp_path):
    assert not window._save.isEnabled()
    window._example.click()
    assert "Больше 30 дней в ремонте" in window._verdict.toPlainText()
    assert window._save.isEnabled()
    assert len(window.save_letter(tmp_path)) == 2


def test_a_bad_file_says_so_and_keeps_the_case(window, tmp_path, warnings):
    window.open_case(paths.resource("examples", "refund.json"))
    before = window._verdict.toPlainText()
    bad = tmp_path / "bad.json"
    bad.write_text("{", encoding="utf-8")
    window.open_case(bad)
    assert "не JSON" in warnings[0]
    assert window._verdict.toPlainText() == before


def test_a_folder_that_cannot_be_written_says_so(window, tmp_path, warnings):
    window.open_case(paths.resource("examples", "refund.json"))
    taken = tmp_path / "занято"
    taken.write_text("x")
    assert window.save_letter(taken) == []
    assert "Не удалось записать" in warnings[0]
