"""Ctrl+C in the terminal and SIGTERM while the window is open: it closes, all answers kept."""

import os
import signal
import subprocess
from pathlib import Path

import pytest
from faults_program import ROOT, call, surroundings

from desktop_app.register.register import Register

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signals")
TYPE = f"""
import sys
sys.path.insert(0, {str(ROOT / "tests" / "window")!r})
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_app.window import application, dialogs
from window_hands import type_text

class Window(application.MainWindow):
    begun = False

    def showEvent(self, event):
        super().showEvent(event)
        if not self.begun:
            self.begun = True
            QTimer.singleShot(0, self.type_in)

    def type_in(self):
        self.new_case()
        self.case_view.go_to("buyer.surname")
        QApplication.processEvents()
        self.case_view.page.rows["buyer.surname"].focus_editor()
        type_text("Орлова-Ким")
        QTimer.singleShot(0, self.tell)
        WHILE

    def tell(self):
        print("typed", flush=True)

application.MainWindow = Window
"""
WHILE = {
    "a field": "pass",
    "a message": "dialogs.tell(self, 'Сообщение', 'Ждёт ответа.')",
    "a question": "dialogs.ask(self, 'Вопрос', 'Да или нет?', 'Да', 'Нет')",
    "the printing": "self.case_view.visit('done'); self.show_print()",
}


def ended(home, before, told, end):
    """Start the program, give it the signal once it has `told`; return its code and stderr."""
    with subprocess.Popen(
        call("--register", home / "r.sqlite", before=before),
        env=surroundings(home, QT_QPA_PLATFORM="offscreen"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as program:
        try:
            assert program.stdout.readline() == f"{told}\n", program.stderr.read()
            program.send_signal(end)
            _, said = program.communicate(timeout=30)
        finally:
            program.kill()
    return program.returncode, said


@pytest.mark.parametrize(
    ("what", "end"),
    [
        ("a field", signal.SIGINT),
        ("a message", signal.SIGTERM),
        ("a question", signal.SIGINT),
        ("the printing", signal.SIGTERM),
    ],
)
def test_the_window_closes_and_every_letter_is_kept(what, end, home):
    code, said = ended(home, TYPE.replace("WHILE", WHILE[what]), "typed", end)
    assert code == (130 if end == signal.SIGINT else 0), said
    assert "Traceback" not in said and "Error" not in said, said
    with Register.open(home / "r.sqlite") as register:
        assert [row.buyer for row in register.cases()] == ["Орлова-Ким"]
    assert not [one for one in home.iterdir() if one.name.endswith((".tmp", ".lock"))]


def test_a_locked_register_that_asks_for_its_password_can_be_left_so(home):
    from desktop_app.register.locking import set_password

    with Register.open(home / "r.sqlite") as register:
        set_password(register, None, "сирень и №5 у калитки")
    before = """
from PySide6.QtWidgets import QDialog
shown = QDialog.showEvent
def show(dialog, event):
    shown(dialog, event)
    print("asked", flush=True)
from desktop_app.window.safety import unlock_dialog
unlock_dialog.UnlockDialog.showEvent = show
"""
    code, said = ended(home, before, "asked", signal.SIGINT)
    assert code == 130 and "Traceback" not in said, said


def test_the_signals_are_given_back_when_the_window_has_closed(qapp):
    from desktop_app.window.ending import Ending

    before = [signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)]
    listed = Path("/proc/self/fd")
    open_files = len(list(listed.iterdir())) if listed.is_dir() else 0
    for _ in range(32):
        with Ending() as ending:
            assert signal.getsignal(signal.SIGTERM) == ending._note
    assert [signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)] == before
    if open_files:
        assert len(list(listed.iterdir())) == open_files
