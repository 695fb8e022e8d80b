"""«Прежние версии дела»: what changed since then, the whole of it, the way back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from desktop_app.case.edit import replaced
from desktop_app.clock import now
from desktop_app.errors import UserError
from desktop_app.register.versions import version, versions_of
from desktop_app.russian.typography import tidy
from desktop_app.window import dialogs
from desktop_app.window.opened import versions
from desktop_app.window.opened.version_words import brought_back, since_said
from desktop_app.window.opened.versions_dialog import VersionsDialog


@pytest.fixture
def dialog(window):
    def opened():
        versions.show(window)
        QApplication.processEvents()
        return window.findChildren(VersionsDialog)[-1]

    return opened


@pytest.fixture
def two_versions(window, register):
    """The example, its goods named anew twice with pauses between: two earlier versions."""
    window.show_example()
    session, at = window.session, now()
    for number in (1, 2):
        case = replaced(session.case, "purchase.item", f"Ноутбук {number}")
        register.save(session.id, case, at + timedelta(minutes=number))
    session.keeping.look_again()
    assert session.case.purchase.item == "Ноутбук 2"
    return session


def texts(dialog):
    return [label.accessibleName().replace("\xa0", " ") for label in dialog.findChildren(QLabel)]


def menu_action(window):
    every = window.findChildren(QAction)
    (action,) = [one for one in every if one.text().replace("&", "") == "Прежние версии…"]
    return action


def test_the_menu_offers_versions_of_an_open_case_only(window):
    assert not menu_action(window).isEnabled()
    window.new_case()
    assert menu_action(window).isEnabled()
    menu_action(window).trigger()
    QApplication.processEvents()
    (shown,) = window.findChildren(VersionsDialog)
    assert shown.isVisible()
    shown.close()


def test_a_case_without_versions_says_so(window, dialog):
    window.new_case()
    shown = dialog()
    assert any(text.startswith("Прежних версий пока нет") for text in texts(shown))
    assert not shown.list.isVisible() and not shown.give_back.isVisible()
    assert shown.close_button.hasFocus()
    shown.close()


def test_the_chosen_version_is_told_by_what_changed_since(two_versions, dialog):
    shown = dialog()
    assert shown.list.count() == 2 and shown.list.hasFocus()
    assert "Что вы купили? Было Ноутбук 1, стало Ноутбук 2" in texts(shown)
    shown.list.setCurrentRow(1)
    QApplication.processEvents()
    assert "Что вы купили? Было Стиральная машина, стало Ноутбук 2" in texts(shown)
    shown.close()


def test_the_whole_version_is_shown_as_the_review_shows_it(two_versions, dialog, qtbot):
    shown = dialog()
    shown.list.setCurrentRow(1)
    qtbot.keyClick(shown.turn, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert {"Что вы купили?", "Стиральная машина", "Ремонт № 1"} <= set(texts(shown))
    assert shown.turn.text() == tidy("Что изменилось")
    shown.list.setCurrentRow(0)
    assert "Ноутбук 1" in texts(shown), "another version is shown the same way"
    shown.close()


def test_a_version_comes_back_as_one_change_and_nothing_is_lost(
    two_versions, dialog, window, register, qtbot
):
    session = two_versions
    before = session.case
    shown = dialog()
    shown.list.setCurrentRow(1)
    shown.give_back.setFocus()
    qtbot.keyClick(shown.give_back, Qt.Key.Key_Space)
    assert register.read(session.id).case.purchase.item == "Стиральная машина"
    qtbot.waitUntil(lambda: not window.findChildren(VersionsDialog))
    newest = versions_of(register, session.id)[0]
    assert version(register, session.id, newest.number) == before
    assert session.undo_label.startswith("Возвращена версия от")
    window.undo()
    assert session.case == before == register.read(session.id).case


def test_what_was_typed_a_moment_ago_is_among_the_versions_after_a_return(
    window, hands, register, dialog
):
    """Typing becomes a version only after a pause; a return must not wait for that."""
    window.show_example()
    session = window.session
    past = register.read(session.id).case
    hands.answer("seller.dative", "Я")
    typed = session.case
    session.bring_back(past, "Возвращена версия")
    kept = [version(register, session.id, v.number) for v in versions_of(register, session.id)]
    assert typed in kept and session.case == past


def test_a_version_brought_back_is_shown_on_the_page(two_versions, window, qtbot):
    window.case_view.go_to("purchase.item")
    first = versions_of(two_versions.register, two_versions.id)[-1]
    past = version(two_versions.register, two_versions.id, first.number)
    two_versions.bring_back(past, "Возвращена версия")
    QApplication.processEvents()
    row = window.case_view.page.rows["purchase.item"]
    assert row.editor.text_in_case() == "Стиральная машина"


def test_what_can_not_be_kept_first_is_not_replaced(two_versions, monkeypatch, register):
    session, before = two_versions, two_versions.case
    monkeypatch.setattr(session, "save", lambda: False)
    session.keeping.trouble = "Диск полон."
    with pytest.raises(UserError, match="Диск полон"):
        session.bring_back(replaced(before, "purchase.item", "Другое"), "Возвращена версия")
    assert session.case == before


def test_a_version_of_a_newer_program_says_so(two_versions, register, dialog):
    register.write('UPDATE versions SET content = \'{"format": "claim-case", "version": 99}\'', ())
    shown = dialog()
    assert any("более новая программа" in text for text in texts(shown))
    assert not shown.give_back.isEnabled() and not shown.turn.isEnabled()
    shown.close()


def test_a_version_that_is_gone_meanwhile_says_so(two_versions, register, dialog, window):
    shown = dialog()
    register.write("DELETE FROM versions", ())
    shown.list.setCurrentRow(1)
    assert not shown.give_back.isEnabled()
    assert "Эту версию не показать" in texts(shown)
    shown.close()


def test_a_version_with_the_same_answers_is_not_brought_back(two_versions, window, dialog):
    first = versions_of(two_versions.register, two_versions.id)[-1]
    past = version(two_versions.register, two_versions.id, first.number)
    two_versions.bring_back(past, "Возвращена версия")
    shown = dialog()
    shown.list.setCurrentRow(shown.list.count() - 1)
    assert not shown.give_back.isEnabled()
    assert any(text.startswith("Ничего: сейчас") for text in texts(shown))
    shown.close()


def test_every_control_of_the_dialog_is_named(two_versions, dialog):
    shown = dialog()
    named = [shown.list, shown.area, *shown.findChildren(QAbstractButton)]
    for control in named:
        if control.isVisible():
            assert control.accessibleName().strip() and control.accessibleDescription().strip()
    shown.close()


def test_versions_that_can_not_be_read_are_told(window, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda parent, title, text: told.append((title, text)))
    monkeypatch.setattr(versions, "versions_of", refuse)
    window.new_case()
    versions.show(window)
    assert told == [("Прежние версии не читаются", "Занято.")]
    assert not window.findChildren(VersionsDialog)


def refuse(register, case_id):
    raise UserError("Занято.")


def test_moments_and_the_undo_label_are_said_in_words():
    moment = now().replace(hour=14, minute=5)
    assert since_said(moment, moment).replace("\xa0", " ") == "сегодня в 14:05"
    old = moment.replace(year=2025, month=10, day=5)
    assert since_said(old, moment).replace("\xa0", " ") == "5 октября 2025 года в 14:05"
    assert (
        brought_back(old, moment).replace("\xa0", " ") == "Возвращена версия от 05.10.2025, 14:05"
    )
