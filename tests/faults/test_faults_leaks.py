"""Thirty-two cases in one window, one after another: nothing stays behind of those before."""

import gc
from pathlib import Path

import PySide6
import pytest
from counts import often
from faults_program import case_of
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop_app.case.edit import replaced
from desktop_app.clock import now
from desktop_app.window.printing.dialog import PrintDialog

TIMES, SETTLED = 32, 6
"""After so many times everything that is kept on purpose (templates, fonts, icons) is there."""
OF_PAPER = often(12, TIMES)
"""What takes longer is done less often in the usual run."""
KEEPS_SHELLS = PySide6.__version_info__[:2] < (6, 9)
"""PySide6 6.8 itself keeps the empty shells of some objects that Qt has deleted."""
OPEN_FILES = Path("/proc/self/fd")
MOST_GROWTH = 24 * 1024 * 1024
"""For the other times together: a case that stays takes some 0.4 MB and its window 3 MB."""


def go_on():
    """Let what waits for its end end, before any timer comes, as it does in the program."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def settled():
    """What is left once everything that waits for its end has ended."""
    for _ in range(3):
        go_on()
        gc.collect()
    found = [one for one in gc.get_objects() if isinstance(one, QObject)]
    alive = [one for one in found if isValid(one)] if KEEPS_SHELLS else found
    return {
        "top windows": len(QApplication.topLevelWidgets()),
        "widgets": len(QApplication.allWidgets()),
        "objects of Qt": len(alive),
        "open files": len(list(OPEN_FILES.iterdir())) if OPEN_FILES.is_dir() else 0,
    }


def memory():
    """The bytes of this process that are in memory; 0 where the system does not tell."""
    told = Path("/proc/self/statm")
    return int(told.read_text().split()[1]) * 4096 if told.exists() else 0


@pytest.fixture
def nothing_stays():
    """Do something many times; what there is of it is the same from the sixth on."""

    def repeat(once, times=TIMES):
        for number in range(SETTLED):
            once(number)
            go_on()
        before, taken = settled(), memory()
        for number in range(SETTLED, times):
            once(number)
            go_on()
        assert settled() == before
        assert memory() - taken < MOST_GROWTH

    return repeat


def test_cases_that_were_opened_and_closed_leave_nothing(window, register, nothing_stays):
    window.resize(780, 600)
    ids = []
    for number in range(TIMES):
        case = replaced(case_of(f"Орлова-{number}"), "purchase.item", f"Чайник {number}")
        ids.append(register.new(case, now()))

    def once(number):
        window.open_stored(ids[number])
        QApplication.processEvents()
        # Made in turns: it is left before it is whole.
        window.go_to_step("review")
        QApplication.processEvents()
        assert window.session.case.buyer.surname == f"Орлова-{number}"
        window.show_start()

    nothing_stays(once)


def test_the_letter_in_a_window_of_its_own_leaves_nothing(window, nothing_stays):
    window.resize(780, 600)

    def once(_number):
        window.show_example()
        window.show_letter()
        QApplication.processEvents()
        window.show_start()

    nothing_stays(once, OF_PAPER)


def test_the_print_page_and_its_look_at_the_paper_leave_nothing(window, nothing_stays, monkeypatch):
    def look(preview):
        preview.show()
        QApplication.processEvents()
        preview.close()

    monkeypatch.setattr(QPrintPreviewDialog, "exec", look)
    window.show_example()

    def once(_number):
        window.show_print()
        QApplication.processEvents()
        (dialog,) = window.findChildren(PrintDialog)
        dialog.preview()
        dialog.reject()

    nothing_stays(once, OF_PAPER)
