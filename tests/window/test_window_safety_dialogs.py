"""«Хранилище заперто», «Пароль хранилища», «Восстановить из копии» at 1024x768."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea
from test_window_carrying_dialogs import in_sight, said, shown  # noqa: F401

from desktop_app.case.file import read_case
from desktop_app.clock import now
from desktop_app.register import copies
from desktop_app.register.backup import copy_to
from desktop_app.register.faults import WrongPasswordError
from desktop_app.window.cases.example import EXAMPLE
from desktop_app.window.safety.copies_dialog import CopiesDialog
from desktop_app.window.safety.opening import WHAT
from desktop_app.window.safety.password_dialog import PasswordDialog
from desktop_app.window.safety.unlock_dialog import UnlockDialog


def refuse(_password):
    raise WrongPasswordError


def lock(_window):
    return UnlockDialog(refuse, WHAT, copies=True)


def change(window):
    return PasswordDialog(True, window.sizes, window)


def rests(dialog):
    """How much of the words is out of sight."""
    return dialog.findChild(QScrollArea).verticalScrollBar().maximum()


def is_small(dialog):
    return dialog.fontMetrics().height() < 20


def buttons(dialog):
    return [b for b in dialog._buttons.children() if b.isWidgetType() and not b.isHidden()]


def test_a_wrong_password_is_said_in_sight_and_the_lock_grows_for_it(shown):  # noqa: F811
    dialog = shown(lock)
    assert in_sight(dialog.field, dialog.letters, *buttons(dialog)) and rests(dialog) == 0
    before = dialog.height()
    for _ in range(3):
        dialog._left = 0
        dialog._open()
        assert in_sight(dialog.problem, dialog.field, *buttons(dialog))
    assert dialog.restore in buttons(dialog) and before < dialog.height() <= 728
    assert rests(dialog) == 0 or not is_small(dialog)


def test_while_one_waits_the_focus_stays_where_it_was_put(shown, qtbot):  # noqa: F811
    dialog = shown(lock)
    for _ in range(3):
        dialog._left = 0
        dialog._open()
    assert QApplication.focusWidget() is dialog.field.line
    dialog.close_button.setFocus()
    dialog._wait()
    assert "через 1 секунду" in said(dialog)
    assert QApplication.focusWidget() is dialog.close_button


def test_what_is_wrong_with_a_new_password_is_in_sight_with_its_field(shown):  # noqa: F811
    dialog = shown(change)
    assert rests(dialog) == 0 or not is_small(dialog)
    assert QApplication.focusWidget() is dialog.present.line and in_sight(dialog.present)
    dialog.set_button.click()
    assert "действует сейчас" in dialog.problem.text()
    assert in_sight(dialog.problem, dialog.present, *buttons(dialog))
    dialog.present.line.setText("а")
    dialog.new.line.setText("коротко")
    dialog.again.line.setText("коротко")
    dialog.set_button.click()
    assert in_sight(dialog.problem, dialog.new, *buttons(dialog))
    wrong = [field.line.property("problem") for field in (dialog.present, dialog.new, dialog.again)]
    assert wrong == [False, True, None]
    assert rests(dialog) == 0 or not is_small(dialog)


def test_a_dialog_made_larger_by_hand_stays_so_when_something_is_wrong(shown):  # noqa: F811
    dialog = shown(change)
    dialog.resize(1000, 740)
    dialog.set_button.click()
    assert dialog.size().toTuple() == (1000, 740)


def test_tab_goes_through_the_fields_then_the_box_then_the_buttons(shown, qtbot):  # noqa: F811
    dialog = shown(change)
    expected = [dialog.present.line, dialog.new.line, dialog.again.line, dialog.letters]
    for widget in [*expected, *buttons(dialog)]:
        assert QApplication.focusWidget() is widget and in_sight(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert buttons(dialog) == [dialog.set_button, dialog.remove, dialog.cancel]
    hidden = {line.echoMode() for line in dialog.findChildren(QLineEdit)}
    assert hidden == {QLineEdit.EchoMode.Password}


@pytest.mark.parametrize("many", [0, 1, 10])
def test_copies_are_whole_in_their_list(shown, register, many):  # noqa: F811
    register.new(read_case(EXAMPLE), now())
    for back in range(many):
        copy_to(register, copies.daily(register.path, now().date() - timedelta(days=back)))
    dialog = shown(lambda window: CopiesDialog(register.path, None, window))
    assert in_sight(*buttons(dialog)) and rests(dialog) == 0
    assert dialog.list.horizontalScrollBar().maximum() == 0
    assert dialog.list.isVisible() is dialog.take.isVisible() is bool(many)
    if many:
        assert QApplication.focusWidget() is dialog.list
        assert dialog.list.height() > 5 * dialog.fontMetrics().height()
