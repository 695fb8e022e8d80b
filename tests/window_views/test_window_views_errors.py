"""Dialogs are safe by default; an error's report holds nothing that a person told."""

import sys
from threading import Thread

import pytest
from PySide6.QtCore import Qt, QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_app.errors import UserError
from desktop_app.interview.form import Place, question_at
from desktop_app.register.register import Register
from desktop_app.register.rows import Conflict
from desktop_app.window import dialogs, error_dialog, error_hook

SECRET = "Подколесина"


@pytest.fixture
def hook(qapp):
    error_hook.install(QApplication.activeWindow)
    yield error_hook._hook
    if error_hook._hook.dialog is not None:
        error_hook._hook.dialog.reject()
    error_hook.uninstall()


def fail(surname=SECRET):
    place = question_at("repairs[1].act")
    try:
        Place(place.step, place.page, place.question, surname).path.format(surname)
        raise KeyError(surname)
    except KeyError as error:
        raise ValueError(f"{surname} is wrong") from error


def caught(work):
    try:
        work()
    except Exception as error:
        return error
    raise AssertionError


def test_the_report_names_places_and_kinds_and_nothing_told():
    def deep():
        question_at("repairs[1].act").question.path_at(None)

    report = error_hook.report_of(caught(deep))
    assert "builtins.ValueError" in report
    assert "desktop_app/interview/question.py:" in report
    assert "test_window_views" not in report
    report = error_hook.report_of(caught(fail))
    assert SECRET not in report
    assert "KeyError" in report


def test_one_dialog_at_a_time_with_a_report_to_copy(hook, qtbot, capfd):
    sys.excepthook(ValueError, caught(fail), None)
    sys.excepthook(KeyError, KeyError(SECRET), None)
    qtbot.waitUntil(lambda: hook.dialog is not None)
    dialog = hook.dialog
    QApplication.processEvents()
    assert hook.dialog is dialog
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "ValueError" in copied and SECRET not in copied
    dialog.close_button.click()
    assert hook.dialog is None
    assert SECRET not in "".join(capfd.readouterr())


def test_the_same_error_at_once_again_is_not_shown_again(hook, qtbot):
    for _ in range(2):
        sys.excepthook(KeyError, KeyError(SECRET), None)
        QApplication.processEvents()
        if hook.dialog is not None:
            hook.dialog.reject()
    assert hook.dialog is None


def test_a_sentence_for_the_person_is_shown_as_it_is(hook, qtbot):
    sys.excepthook(UserError, UserError("На диске кончилось место."), None)
    qtbot.waitUntil(lambda: hook.dialog is not None)
    assert hook.dialog.accessibleDescription() == "На диске кончилось место."
    assert "место" not in hook.dialog.report.toPlainText()


def test_an_error_of_another_thread_is_shown_on_the_window_s(hook, qtbot):
    thread = Thread(target=sys.excepthook, args=(KeyError, KeyError(SECRET), None))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: hook.dialog is not None)


def test_an_error_while_showing_an_error_ends(hook, qtbot, monkeypatch):
    def broken(*_):
        raise RuntimeError(SECRET)

    monkeypatch.setattr(error_dialog, "ErrorDialog", broken)
    sys.excepthook(KeyError, KeyError(SECRET), None)
    QApplication.processEvents()
    assert hook.dialog is None


def test_what_qt_says_is_counted_and_not_kept(hook, capfd):
    error_hook._qt_messages.clear()
    qWarning(SECRET)
    report = error_hook.report_of(KeyError(SECRET))
    assert "Сообщения Qt — default: 1" in report
    assert SECRET not in report + "".join(capfd.readouterr())
    error_hook._qt_messages.clear()


def in_box(do):
    """Do something in the message box that is about to open."""
    QTimer.singleShot(0, lambda: do(QApplication.activeModalWidget()))


def press_key(qtbot, key):
    in_box(lambda box: qtbot.keyClick(box, key))


def click(text):
    in_box(lambda box: next(b for b in box.buttons() if b.text() == text).click())


@pytest.mark.boxes
def test_enter_and_escape_take_the_safe_answer(qtbot):
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        press_key(qtbot, key)
        assert dialogs.ask(None, "Удалить?", "Навсегда.", "Удалить", "Не удалять") is False
    click("Удалить")
    assert dialogs.ask(None, "Удалить?", "Навсегда.", "Удалить", "Не удалять") is True


@pytest.mark.boxes
def test_telling_is_plain_text(qtbot):
    seen = []
    in_box(lambda box: (seen.append((box.informativeText(), box.textFormat())), box.accept()))
    dialogs.tell(None, "Файл не открыт", "<b>дело</b>")
    assert seen == [("<b>дело</b>", Qt.TextFormat.PlainText)]
    assert QMessageBox.ButtonRole.AcceptRole


@pytest.mark.boxes
@pytest.mark.parametrize(
    ("text", "answer"), [("Оставить оба", "both"), ("Заменить", "replace"), ("Отмена", "cancel")]
)
def test_a_conflict_has_three_ways(register: Register, example, qtbot, text, answer):
    from datetime import UTC, datetime

    case_id = register.new(example, datetime(2026, 11, 20, tzinfo=UTC))
    click(text)
    assert dialogs.conflict(None, Conflict(case_id, example, register.cases()[0])) == answer
