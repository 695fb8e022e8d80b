"""`python tests/pictures.py FOLDER [--quick]`: pictures of all that the window shows.

The start page and its basket, every page of every step (of an empty case also after
«Продолжить», so with what is missing said), every row form and every dialog; in light and dark,
at 100 % and 200 %, 1024 and 1600 wide.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.clock import now
from desktop_app.digests import bring_up_to_date
from desktop_app.interview.flow import pages_of
from desktop_app.interview.form import row_pages
from desktop_app.interview.question import Step
from desktop_app.interview.steps import STEPS
from desktop_app.register import transfer
from desktop_app.register.backup import copy_to
from desktop_app.register.copies import daily
from desktop_app.register.faults import WrongPasswordError
from desktop_app.register.register import Register
from desktop_app.window.application import made_application
from desktop_app.window.cases.example import EXAMPLE
from desktop_app.window.cases.start_page import StartPage
from desktop_app.window.cases.taking_dialog import Found, TakingDialog
from desktop_app.window.cases.transfer_dialogs import OpenDialog, SendDialog
from desktop_app.window.error_dialog import ErrorDialog
from desktop_app.window.main_window import MainWindow
from desktop_app.window.preview.letter_window import LetterWindow
from desktop_app.window.safety.copies_dialog import CopiesDialog
from desktop_app.window.safety.opening import WHAT
from desktop_app.window.safety.password_dialog import PasswordDialog
from desktop_app.window.safety.unlock_dialog import UnlockDialog

HANDED = "2026-10-07"
HEIGHTS = {1024: 700, 1600: 1000}
LOOKS = tuple(product(("light", "dark"), (100, 200), HEIGHTS))
QUICK = (("light", 100, 1600), ("dark", 100, 1600), ("light", 200, 1024))


def main(folder: Path, looks: tuple[tuple[str, int, int], ...]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    application = made_application()
    with tempfile.TemporaryDirectory() as place:
        register = Register.open(Path(place) / "r.sqlite")
        window = MainWindow(register)
        window.show()
        for mode, percent, width in looks:
            window.appearance.choose(percent, mode)
            window.resize(width, HEIGHTS[width])
            _take_all(window, folder, f"{mode}-{percent}-{width}")
        window.close()
        register.close()
    del application


def _take_all(window: MainWindow, folder: Path, name: str) -> None:
    def take(what: str, widget: QWidget = window) -> None:
        _take(widget, folder / f"{name}-{what}.png")

    window.show_start()
    take("00-start")
    window.new_case()
    for number, step, page in _pages(window):
        take(f"{number:02}-{step.id}-{page}-empty")
        shown = window.case_view.page
        shown.continue_button.click()
        if window.case_view.page is shown:
            take(f"{number:02}-{step.id}-{page}-empty-told")
    window.show_example()
    for number, step, page in _pages(window):
        take(f"{number:02}-{step.id}-{page}-example")
    for rows in ("repairs", "losses", "attachments"):
        for page in row_pages(rows):
            window.case_view.go_to(page.questions[0].path_at(0))
            take(f"{rows}-row-{page.id}")
    _take_dialogs(window, take)
    example = window.session.id
    handed = replaced(window.session.case, "id", None)
    handed = replaced(handed, "delivery", {"channel": "in_person", "handed_on": HANDED})
    handed = window.register.new(replaced(handed, "buyer.surname", "Ёжикова"), now())
    window.show_start()
    bring_up_to_date(window.register, now().date())
    window.show_start()
    take("00-start-cases")
    window.register.to_basket(handed, now())
    window.register.remove(handed)
    window.register.to_basket(example, now())
    window.show_start()
    QApplication.processEvents()
    (page,) = [one for one in window.findChildren(StartPage) if one.isVisible()]
    page.basket.click()
    take("00-start-basket")
    window.register.remove(example)


def _pages(window: MainWindow) -> Iterator[tuple[int, Step, str]]:
    """Go to each page of each step in turn; a page may come only by an answer."""
    for number, step in enumerate(STEPS, start=1):
        pages = pages_of(window.session.case, step)
        if not pages:
            window.go_to_step(step.id)
            yield number, step, "view"
        for page in pages:
            window.case_view.go_to(f"page:{page.id}")
            yield number, step, page.id


def _take_dialogs(window: MainWindow, take: Callable[[str, QWidget], None]) -> None:
    window.go_to_step("repairs")
    table = window.case_view.page.rows["repairs"]
    table.paste.click()
    table.dialog.field.setPlainText("10.06.2025–29.06.2025 не заряжается")
    take("dialog-paste", table.dialog)
    table.dialog.field.clear()
    table.dialog.close()
    window.case_view.go_to("purchase.contract_date")
    QTest.qWait(50)
    day = window.case_view.page.rows["purchase.contract_date"].editor
    day.open_calendar()
    take("dialog-calendar", day.popup)
    day.popup.close()
    error = ErrorDialog(window, "отчёт", sizes=window.appearance.theme.sizes)
    error.show()
    take("dialog-error", error)
    error.close()
    for name, dialog in _dialogs_of_safety(window):
        dialog.show()
        take(f"dialog-{name}", dialog)
        dialog.close()
    for name, dialog in _dialogs_of_carrying(window):
        take(f"dialog-{name}", dialog)
        dialog.close()
    letter = LetterWindow(window.session, window.appearance.theme, window)
    letter.show()
    take("dialog-letter", letter)
    letter.close()
    for name, ask in (("about", window.show_about), ("help", window.show_help)):
        QTimer.singleShot(100, partial(_take_box, take, f"dialog-{name}"))
        ask()


def _dialogs_of_safety(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    sizes = window.appearance.theme.sizes
    copy_to(window.register, daily(window.register.path, now().date()), replace=True)
    unlock = UnlockDialog(_refuse, WHAT)
    for _ in range(3):
        unlock.open_button.click()
    yield "unlock", unlock
    yield "password-set", PasswordDialog(False, sizes, window)
    yield "password-change", PasswordDialog(True, sizes, window)
    yield "copies", CopiesDialog(window.register.path, None, window)


def _dialogs_of_carrying(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The dialogs are shown before a refusal is pressed out of them."""
    known = "Орлова Марина Петровна {}, Стиральная машина, ООО «Домашний мастер»"
    found = Found(unreadable=["Файл «3.json» не читается."], locked=["4.pretenziya"])
    for outcome, many in (("new", 30), ("same", 1), ("conflict", 21)):
        named = ((Path(f"{n}.json"), known.format(n)) for n in range(many))
        found.files[outcome].extend(named)
    taking = TakingDialog(window, found)
    taking.show()
    yield "taking", taking
    sending = SendDialog(window, ["акт.pdf"])
    sending.show()
    yield "sending", sending
    sending = SendDialog(window)
    sending.show()
    sending.go_on.click()
    yield "sending-refused", sending
    sending = SendDialog(window)
    sending.show()
    sending.make.click()
    yield "sending-made", sending
    sent = window.register.path.with_name("Орлова.pretenziya")
    transfer.write(read_case(EXAMPLE), {}, sent, "сирень и №5", replace=True)
    opening = OpenDialog(window, sent)
    opening.show()
    yield "opening", opening
    opening = OpenDialog(window, sent)
    opening.show()
    opening.field.line.setText("не тот")
    opening.open_button.click()
    yield "opening-refused", opening


def _refuse(_password: str) -> None:
    raise WrongPasswordError


def _take_box(take: Callable[[str, QWidget], None], name: str) -> None:
    box = QApplication.activeModalWidget()
    take(name, box)
    box.close()


def _take(widget: QWidget, path: Path) -> None:
    QTest.qWait(150)
    widget.grab().save(str(path))


if __name__ == "__main__":
    main(Path(sys.argv[1]), QUICK if "--quick" in sys.argv else LOOKS)
