"""The window and the register as a whole: locked, copied, restored, and nothing lost on the way."""

import json
from datetime import timedelta
from functools import partial

import apsw
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox

from desktop_app import paths
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.clock import now
from desktop_app.interview.form import question_at
from desktop_app.register import copies
from desktop_app.register.backup import copy_to
from desktop_app.register.faults import LockedError, WrongPasswordError
from desktop_app.register.locking import set_password
from desktop_app.register.register import Register
from desktop_app.window import application, error_hook
from desktop_app.window.main_window import MainWindow
from desktop_app.window.safety import doors
from desktop_app.window.safety.copies_dialog import CopiesDialog
from desktop_app.window.safety.daily import DailyCopy
from desktop_app.window.safety.password_dialog import PasswordDialog
from desktop_app.window.safety.unlock_dialog import UnlockDialog, wait_after

WORD = "пять слов на бумаге"
EXAMPLE = read_case(paths.resource("examples", "refund.json"))


def type_in(window, path, text):
    window.session.type(question_at(path).question, None, text)


def said(dialog):
    return " ".join(label.text().replace("\xa0", " ") for label in dialog.findChildren(QLabel))


@pytest.fixture
def boxes(monkeypatch):
    """Message boxes, answered by the words of a button; what they said."""
    shown, answers = [], []

    def answer(box):
        shown.append(f"{box.text()} {box.informativeText()}".replace("\xa0", " "))
        buttons = {button.text().replace("\xa0", " "): button for button in box.buttons()}
        # What is only told may come between a question and its answer.
        asked = answers and answers[0] in buttons
        buttons[answers.pop(0) if asked else "Понятно"].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    shown_and_answers = shown, answers
    yield shown_and_answers
    assert answers == []


pytestmark = pytest.mark.boxes


@pytest.fixture
def unlock(qtbot):
    def try_open(password):
        tried.append(password)
        if password != WORD:
            raise WrongPasswordError

    tried = []
    dialog = UnlockDialog(try_open, "Впишите пароль.")
    dialog.tried = tried
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_lock_dialog_hides_the_letters_until_asked(qtbot, unlock):
    line = unlock.field.line
    qtbot.keyClicks(line, "abc")
    assert line.echoMode() is QLineEdit.EchoMode.Password
    unlock.letters.click()
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    unlock.letters.click()
    assert line.echoMode() is QLineEdit.EchoMode.Password


def test_a_wrong_password_is_said_and_after_several_the_next_try_waits(qtbot, unlock):
    unlock._timer.setInterval(5)
    for number in range(3):
        assert unlock.open_button.isEnabled()
        unlock.field.line.setText(f"мимо {number}")
        unlock.open_button.click()
        assert "не подходит" in said(unlock) and unlock.isVisible()
    assert not unlock.open_button.isEnabled() and "через 2 секунды" in said(unlock)
    assert unlock.hint.isVisible()
    unlock.field.line.setText(WORD)
    unlock._open()
    assert unlock.tried == ["мимо 0", "мимо 1", "мимо 2"]
    qtbot.waitUntil(unlock.open_button.isEnabled)
    unlock.open_button.click()
    assert unlock.tried[-1] == WORD and not unlock.isVisible()
    assert unlock.field.text() == ""


def test_the_wait_grows_and_ends():
    assert [wait_after(n) for n in range(9)] == [0, 0, 0, 2, 4, 8, 16, 32, 60]


def fill_in(dialog, present, new, again):
    for field, text in ((dialog.present, present), (dialog.new, new), (dialog.again, again)):
        field.line.setText(text)


def test_setting_a_password_warns_asks_twice_and_locks(qtbot, window, register, boxes):
    lock = window.menu._lock
    window.show_example()
    assert not lock.isVisible()
    doors.change_password(window)
    dialog = window.findChild(PasswordDialog)
    assert "нельзя ни узнать, ни сбросить" in said(dialog) and "на бумаге" in said(dialog)
    assert not dialog.present.isVisible() and not dialog.remove.isVisible()
    for new, again, sentence in (("", "", "Впишите новый"), ("а", "б", "разное")):
        fill_in(dialog, "", new, again)
        dialog.set_button.click()
        assert sentence in said(dialog) and not register.locked
    fill_in(dialog, "", WORD, WORD)
    dialog.set_button.click()
    assert register.locked and lock.isVisible() and not dialog.isVisible()
    assert "Пароль установлен" in boxes[0][0] and WORD not in boxes[0][0]
    type_in(window, "buyer.surname", "Дальше")
    with pytest.raises(LockedError):
        Register.open(register.path)
    with Register.open(register.path, password=WORD) as other:
        assert other.cases()[0].buyer.startswith("Дальше")


def test_changing_needs_the_password_of_now_and_removing_too(qtbot, window, register, boxes):
    register.new(EXAMPLE, now())
    set_password(register, None, WORD)
    doors.change_password(window)
    dialog = window.findChild(PasswordDialog)
    fill_in(dialog, "не тот", "новый пароль", "новый пароль")
    dialog.set_button.click()
    assert "не подходит" in said(dialog) and dialog.isVisible()
    fill_in(dialog, "не тот", "", "")
    dialog.remove.click()
    assert register.locked and dialog.isVisible()
    fill_in(dialog, WORD, "", "")
    dialog.remove.click()
    assert not register.locked and "Пароль убран" in boxes[0][0]
    Register.open(register.path).close()
    assert not window.menu._lock.isVisible()


def test_a_password_that_cannot_be_set_leaves_what_was_typed(window, register, boxes, tmp_path):
    doors.change_password(window)
    dialog = window.findChild(PasswordDialog)
    fill_in(dialog, "", WORD, WORD)
    other = apsw.Connection(str(register.path))
    other.execute("BEGIN; SELECT * FROM cases")
    register.connection.set_busy_timeout(1)
    dialog.set_button.click()
    assert "занято" in said(dialog) and dialog.new.text() == WORD and not register.locked
    other.close()
    dialog.set_button.click()
    assert register.locked


def test_a_copy_by_hand_says_what_is_in_it(window, register, boxes, monkeypatch, tmp_path):
    window.show_example()
    target = tmp_path / "моя копия"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    doors.save_copy(window)
    assert "1 дело" in boxes[0][0]
    with Register.open(target.with_suffix(".sqlite")) as copy:
        assert len(copy.cases()) == 1
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(register.path), ""))
    doors.save_copy(window)
    assert "само хранилище" in boxes[0][1]


def test_the_copies_are_offered_by_day_with_their_cases(qtbot, register):
    register.new(EXAMPLE, now())
    day = now().date()
    for back in range(3):
        copy_to(register, copies.daily(register.path, day - timedelta(days=back)))
        register.new(replaced(EXAMPLE, "id", None), now())
    dialog = CopiesDialog(register.path, None, None)
    qtbot.addWidget(dialog)
    found = [dialog.list.item(n).text().replace("\xa0", " ") for n in range(dialog.list.count())]
    assert ["1 дело" in found[0], "2 дела" in found[1], "3 дела" in found[2]] == [True] * 3
    dialog.list.setCurrentRow(2)
    dialog.take.click()
    assert dialog.chosen == copies.daily(register.path, day - timedelta(days=2))


def test_the_daily_copy_is_made_in_steps_while_one_types(qtbot, window, register):
    for _ in range(30):
        register.new(replaced(EXAMPLE, "id", None), now())
    window.show_example()
    daily = DailyCopy(register, window, first_ms=0)
    target = copies.daily(register.path, now().date())
    qtbot.waitUntil(lambda: daily._copying is not None)
    type_in(window, "buyer.surname", "Посреди")
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: daily._copying is None)
    with Register.open(target) as copy:
        assert len(copy.cases()) == len(register.cases())
        assert copy.cases()[0].buyer.startswith("Посреди")
    daily.stop()


def test_a_daily_copy_that_fails_is_no_matter_for_anybody(qtbot, window, register):
    register.new(EXAMPLE, now())
    copies.folder_of(register.path).write_text("a file in its place")
    daily = DailyCopy(register, window, first_ms=0)
    qtbot.waitUntil(lambda: daily._look.interval() > 1000)
    assert daily._copying is None
    daily.stop()
    assert copies.folder_of(register.path).is_file()


class Person:
    """Who sits at a whole run of the program: one deed for each window or dialog, in turn.

    A window in which a deed is still being done, by a dialog of its own, is not the next one.
    """

    def __init__(self, qtbot, *deeds):
        self.deeds, self.seen, self._busy = list(deeds), [], []
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self):
        for widget in QApplication.topLevelWidgets():
            free = widget.isVisible() and widget not in self._busy
            if self.deeds and free and isinstance(widget, self.deeds[0][0]):
                deed = self.deeds.pop(0)[1]
                self.seen.append(type(widget).__name__)
                self._busy.append(widget)
                # A timer of its own: a deed may open a dialog, which this one is to find.
                QTimer.singleShot(0, widget, partial(self._do, deed, widget))
                return

    def _do(self, deed, widget):
        try:
            deed(widget)
        finally:
            self._busy.remove(widget)

    def stop(self):
        self._timer.stop()
        assert self.deeds == []


@pytest.fixture
def stored(tmp_path):
    """A register with a case, not open."""
    path = tmp_path / "own" / "register.sqlite"
    with Register.open(path) as register:
        register.new(EXAMPLE, now())
    return path


def run_with(qtbot, path, *deeds):
    for left in QApplication.topLevelWidgets():
        left.hide()  # The program ends with its last window, not with those of other tests.
    person = Person(qtbot, *deeds)
    late = QTimer(singleShot=True, interval=20_000)
    late.timeout.connect(QApplication.closeAllWindows)
    late.start()
    try:
        assert application.run_application(None, path) == 0
        assert late.isActive(), "the last window was left open"
    finally:
        late.stop()
        error_hook.uninstall()
    person.stop()
    return person.seen


def open_with(password):
    def deed(dialog):
        dialog.field.line.setText(password)
        dialog.open_button.click()

    return UnlockDialog, deed


def close(widget):
    widget.close()


def test_locking_keeps_everything_and_asks_again_in_the_same_run(qtbot, stored):
    with Register.open(stored) as register:
        set_password(register, None, WORD)

    def type_and_lock(window):
        window.open_stored(EXAMPLE.id)
        type_in(window, "buyer.surname", "Перед замком")
        doors.lock(window)

    def read_and_close(window):
        assert window.register.cases()[0].buyer.startswith("Перед замком")
        window.close()

    seen = run_with(
        qtbot, stored,
        open_with("не тот"), open_with(WORD), (MainWindow, type_and_lock),
        open_with(WORD), (MainWindow, read_and_close),
    )  # fmt: skip
    assert seen == ["UnlockDialog", "UnlockDialog", "MainWindow", "UnlockDialog", "MainWindow"]


def test_a_window_that_is_not_to_close_is_neither_locked_nor_restored(window, register, boxes):
    set_password(register, None, WORD)
    window.show_example()
    register.connection.set_busy_timeout(1)
    with Register.open(register.path, password=WORD) as other:
        other.connection.execute("BEGIN EXCLUSIVE")
        type_in(window, "buyer.surname", "Ким")
        boxes[1].append("Не закрывать")
        doors.lock(window)
        assert window.isVisible() and window.afterwards is None
        other.connection.execute("ROLLBACK")
    doors.lock(window)
    assert not window.isVisible() and window.afterwards is not None


def test_closing_the_lock_dialog_ends_the_program(qtbot, stored):
    with Register.open(stored) as register:
        set_password(register, None, WORD)
    assert run_with(qtbot, stored, (UnlockDialog, close)) == ["UnlockDialog"]


@pytest.mark.parametrize("password", [None, WORD])
def test_restoring_closes_restores_and_shows_the_list_again(qtbot, stored, boxes, password):
    with Register.open(stored) as register:
        if password:
            set_password(register, None, password)
        copy_to(register, copies.daily(stored, now().date() - timedelta(days=1)))

    def change_and_restore(window):
        window.open_stored(EXAMPLE.id)
        type_in(window, "buyer.surname", "Напрасно")
        boxes[1].append("Восстановить")
        doors.choose_copy(window)

    def take(dialog):
        dialog.take.click()

    def look(window):
        assert "Напрасно" not in window.register.cases()[0].buyer
        window.close()

    first = [open_with(WORD)] if password else []
    run_with(
        qtbot, stored, *first, (MainWindow, change_and_restore), (CopiesDialog, take),
        (MainWindow, look),
    )  # fmt: skip
    assert "Вернуться к этой копии?" in boxes[0][0] and "Восстановлено" in boxes[0][1]
    former = copies.copies_of(stored)[0]
    with Register.open(former, password=password) as kept:
        assert kept.cases()[0].buyer.startswith("Напрасно")


def test_a_damaged_register_offers_its_copies(qtbot, stored, boxes):
    with Register.open(stored) as register:
        copy_to(register, copies.daily(stored, now().date()))
    spoilt = stored.read_bytes()[:5000]
    stored.write_bytes(spoilt)
    boxes[1].append("Выбрать копию…")

    def take(dialog):
        dialog.take.click()

    def look(window):
        assert len(window.register.cases()) == 1
        window.close()

    run_with(qtbot, stored, (CopiesDialog, take), (MainWindow, look))
    assert "повреждено" in boxes[0][0]
    (aside,) = stored.parent.glob("*повреждено*.sqlite")
    assert aside.read_bytes() == spoilt


def test_no_object_of_the_window_keeps_the_password(qtbot, window, register, boxes):
    doors.change_password(window)
    dialog = window.findChild(PasswordDialog)
    fill_in(dialog, "", WORD, WORD)
    dialog.set_button.click()
    for line in dialog.findChildren(QLineEdit):
        assert line.text() == ""
        line.undo()
        assert line.text() == ""
    kept = json.dumps([repr(vars(thing)) for thing in (window, register, dialog)])
    assert WORD not in kept
