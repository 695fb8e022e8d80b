"""A register that is damaged or does not open: the window offers its copies, and tells of it."""

import os
import shutil
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QFileDialog, QScrollArea
from test_window_lock import (
    EXAMPLE,
    WORD,
    boxes,  # noqa: F401
    close,
    fill_in,
    open_with,
    run_with,
    said,
    stored,  # noqa: F401
    unlock,  # noqa: F401
)

from desktop_app.case.edit import replaced
from desktop_app.clock import now
from desktop_app.errors import UserError
from desktop_app.register import copies
from desktop_app.register.backup import Copying, copy_to
from desktop_app.register.faults import DamagedError, busy
from desktop_app.register.locking import set_password
from desktop_app.register.register import Register
from desktop_app.window.look.style_sheet import style_sheet
from desktop_app.window.look.theme import theme
from desktop_app.window.main_window import MainWindow
from desktop_app.window.safety import doors
from desktop_app.window.safety.copies_dialog import CopiesDialog, named
from desktop_app.window.safety.daily import DailyCopy
from desktop_app.window.safety.daily_told import DailyTold
from desktop_app.window.safety.password_dialog import PasswordDialog
from desktop_app.window.safety.unlock_dialog import UnlockDialog

pytestmark = pytest.mark.boxes
HOLE = 8192


@pytest.fixture
def large(stored):  # noqa: F811
    """A register of some 150 KB with a copy of the day, not open."""
    with Register.open(stored) as register:
        for _ in range(25):
            register.new(replaced(EXAMPLE, "id", None), now())
        copy_to(register, copies.daily(stored, now().date()))
    return stored


def holed(path, start):
    content = bytearray(path.read_bytes())
    content[start : start + HOLE] = os.urandom(HOLE)
    path.write_bytes(content)
    return bytes(content)


def take(dialog):
    dialog.take.click()


def look(window):
    assert len(window.register.cases()) == 26
    window.close()


def shows_itself(path):
    """Whether the start page can be made of a register."""
    try:
        with Register.open(path) as register:
            register.cases()
            MainWindow(register).close()
    except UserError:
        return False
    return True


@pytest.mark.parametrize("part", range(8))
def test_wherever_the_damage_is_the_window_offers_its_copies(qtbot, large, boxes, part):  # noqa: F811
    size = large.stat().st_size
    holed(large, 100 + (size - HOLE - 100) * part // 7)
    probe = large.parent / "probe" / large.name
    probe.parent.mkdir()
    shutil.copy(large, probe)

    def restore(window):
        boxes[1].append("Восстановить")
        doors.choose_copy(window)

    if shows_itself(probe):
        deeds = [(MainWindow, restore), (CopiesDialog, take), (MainWindow, look)]
    else:
        boxes[1].append("Выбрать копию…")
        deeds = [(CopiesDialog, take), (MainWindow, look)]
    run_with(qtbot, large, *deeds)
    assert "Восстановлено" in boxes[0][-1]
    kept = [*large.parent.glob("*повреждено*.sqlite"), *copies.copies_of(large)]
    assert len(kept) == 2


@pytest.mark.parametrize("cause", ["damaged", "forgotten"])
def test_three_wrong_passwords_offer_a_copy_and_the_locked_file_stays(
    qtbot,
    large,
    boxes,  # noqa: F811
    cause,
):
    with Register.open(large) as register:
        set_password(register, None, WORD)
        if cause == "damaged":
            copies.renewed(register, now().date())
    if cause == "damaged":
        content = bytearray(large.read_bytes())
        content[500:900] = os.urandom(400)
        large.write_bytes(content)
    before = large.read_bytes()

    def try_thrice(dialog):
        assert not dialog.restore.isVisible()
        for number in range(3):
            dialog._left = 0
            dialog.field.line.setText(WORD if cause == "damaged" else f"мимо {number}")
            dialog._open()
        assert dialog.restore.isVisible() and "копи" in said(dialog)
        boxes[1].append("Выбрать копию…")
        dialog.restore.click()

    asked = [open_with(WORD)] * 2 if cause == "damaged" else []
    run_with(
        qtbot, large, (UnlockDialog, try_thrice), (CopiesDialog, take), *asked, (MainWindow, look)
    )
    (kept,) = [one for one in copies.copies_of(large) if "перед" in one.name]
    assert kept.read_bytes() == before
    assert ("Пароль теперь" if cause == "damaged" else "Пароля у хранилища нет") in boxes[0][1]


def test_thinking_better_of_it_leads_back_to_the_password(qtbot, large, boxes):  # noqa: F811
    with Register.open(large) as register:
        set_password(register, None, WORD)
    before = large.read_bytes()

    def try_thrice(dialog):
        for _ in range(3):
            dialog._left = 0
            dialog.field.line.setText("мимо")
            dialog._open()
        boxes[1].append("Назад к паролю")
        dialog.restore.click()

    run_with(qtbot, large, (UnlockDialog, try_thrice), (UnlockDialog, close))
    assert large.read_bytes() == before


def test_the_lock_of_a_copy_offers_no_other_copy(unlock):  # noqa: F811
    for _ in range(3):
        unlock._left = 0
        unlock.field.line.setText("мимо")
        unlock._open()
    assert unlock.hint.isVisible() and not unlock.restore.isVisible()


def test_damage_that_the_copy_of_the_day_finds_is_told_once_with_a_way_out(
    qtbot,
    window,
    register,
    boxes,  # noqa: F811
    monkeypatch,
):
    def damaged(*_words, **_named):
        raise DamagedError("Файл повреждён.")

    wanted = []
    monkeypatch.setattr(copies, "begin_daily", damaged)
    monkeypatch.setattr(doors, "choose_copy", wanted.append)
    register.new(EXAMPLE, now())
    daily = DailyCopy(register, window, first_ms=0)
    DailyTold(daily, window)
    boxes[1].append("Восстановить из копии…")
    qtbot.waitUntil(lambda: bool(boxes[0]))
    daily._begin()
    daily.stop()
    assert len(boxes[0]) == 1 and "повреждено" in boxes[0][0] and wanted == [window]


def test_a_copy_that_finds_no_room_is_told_in_a_quiet_line_that_goes(
    qtbot,
    window,
    register,
    boxes,  # noqa: F811
    monkeypatch,
):
    register.new(EXAMPLE, now())
    folder = copies.folder_of(register.path)
    folder.write_text("a file in its place")
    daily = DailyCopy(register, window, first_ms=0)
    told = DailyTold(daily, window)
    qtbot.waitUntil(lambda: told.line is not None)
    assert "мало места" in said(told.line) and told.line.isVisible()
    first = told.line
    daily._begin()
    assert told.line is first
    folder.unlink()
    daily._begin()
    qtbot.waitUntil(copies.daily(register.path, now().date()).exists)
    qtbot.waitUntil(lambda: told.line is None)
    assert boxes[0] == []
    daily.stop()


def test_a_register_that_is_held_for_a_moment_is_no_matter_for_anybody(
    qtbot, window, register, monkeypatch
):
    def held(_copying, _pages=0):
        raise busy()

    monkeypatch.setattr(Copying, "step", held)
    register.new(EXAMPLE, now())
    daily = DailyCopy(register, window, first_ms=0)
    told = DailyTold(daily, window)
    qtbot.waitUntil(lambda: daily._look.interval() > 1000 and daily._copying is None)
    daily.stop()
    assert told.line is None


def test_a_short_password_is_refused_in_the_dialog(window, register):
    doors.change_password(window)
    dialog = window.findChild(PasswordDialog)
    fill_in(dialog, "", "семь зн", "семь зн")
    dialog.set_button.click()
    assert "не меньше 8" in said(dialog) and not register.locked
    dialog.reject()


def test_the_question_names_the_day_and_the_cases(window, register, boxes, monkeypatch):  # noqa: F811
    register.new(EXAMPLE, now())
    copy = copies.folder_of(register.path) / "Дела 2026-11-20.sqlite"
    copy_to(register, copy)
    found = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(copy), ""))
    monkeypatch.setattr(CopiesDialog, "exec", lambda dialog: found.append(dialog._ask_file()) or 1)
    boxes[1].append("Оставить как есть")
    doors.choose_copy(window)
    assert "20 ноября 2026" in boxes[0][0] and "1 дело" in boxes[0][0]
    assert "моя.sqlite" in named(copy.with_name("моя.sqlite"))


@pytest.fixture
def sized(qapp):
    """The application in the sizes of a percentage."""
    before = qapp.styleSheet()

    def dress(percent):
        look_of = theme(False, percent)
        qapp.setStyleSheet(style_sheet(look_of))
        return look_of.sizes

    yield dress
    qapp.setStyleSheet(before)


@pytest.mark.parametrize("percent", [100, 200])
def test_the_chosen_copy_is_always_seen(qtbot, register, sized, percent):
    register.new(EXAMPLE, now())
    for back in range(10):
        copy_to(register, copies.daily(register.path, now().date() - timedelta(days=back)))
    sized(percent)
    dialog = CopiesDialog(register.path, None, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(760, 700)
    qtbot.wait(50)
    area = dialog.findChild(QScrollArea)
    for number in (0, 5, 9, 0):
        dialog.list.setCurrentRow(number)
        line = dialog.list.visualItemRect(dialog.list.currentItem())
        for end in (line.topLeft(), line.bottomLeft()):
            at = dialog.list.viewport().mapTo(area.viewport(), end)
            assert 0 <= at.y() <= area.viewport().height()
            assert 0 <= end.y() <= dialog.list.viewport().height()


@pytest.mark.parametrize("locked", [False, True])
def test_a_password_dialog_holds_all_it_says_without_a_scroll_bar(qtbot, window, sized, locked):
    sizes = sized(100)
    dialogs = [PasswordDialog(locked, sizes, window), UnlockDialog(print, "Впишите.")]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.wait(50)
        area = dialog.findChild(QScrollArea)
        assert area.verticalScrollBar().maximum() == 0
        page = area.widget()
        lowest = max(one.geometry().bottom() for one in page.children() if one.isWidgetType())
        assert page.height() - lowest < sizes.text * 4
