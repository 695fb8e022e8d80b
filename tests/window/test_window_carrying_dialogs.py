"""«Взять дела», «Передать дело», «Дело под паролем» at 1024x768: what counts is in sight."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.case.file import read_case
from desktop_app.register import transfer
from desktop_app.window.cases.example import EXAMPLE
from desktop_app.window.cases.taking_dialog import Found, TakingDialog
from desktop_app.window.cases.transfer_dialogs import OpenDialog, SendDialog

ASK, BOTH, REPLACE, SKIP = range(4)


@pytest.fixture(params=[("light", 100), ("dark", 200)], ids=["100", "200"])
def shown(request, window, monkeypatch):
    """Shows a dialog on a screen of 1024x768 as large as people set their letters."""
    mode, percent = request.param
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _: QRect(0, 0, 1024, 768))
    window.appearance.choose(percent, mode)

    dialogs = []

    def show(kind, *given):
        dialogs.append(kind(window, *given))
        dialogs[-1].show()
        QTest.qWait(20)
        return dialogs[-1]

    yield show
    for dialog in dialogs:
        dialog.close()


def in_sight(*widgets):
    """Say whether all of each can be seen."""
    QTest.qWait(20)
    return all(w.visibleRegion().boundingRect() == w.rect() for w in widgets)


def said(dialog):
    shown = [label for label in dialog.findChildren(QLabel) if not label.isHidden()]
    return "\n".join(label.accessibleName() for label in shown).replace("\u00a0", " ")


def plain(widget):
    assert widget.accessibleName() == widget.text()
    return widget.text().replace("\u00a0", " ")


def found(new=0, conflicts=0, locked=0):
    files = Found(locked=[f"{n}.pretenziya" for n in range(locked)])
    for outcome, many in (("new", new), ("conflict", conflicts)):
        files.files[outcome].extend(
            (Path(f"{n}.json"), f"Орлова Марина Петровна {n}, Стиральная машина, ООО «Техно»")
            for n in range(many)
        )
    return files


def test_the_choices_stand_above_the_names(shown):
    dialog = shown(TakingDialog, found(new=30, conflicts=200))
    assert in_sight(*dialog._choices.buttons(), dialog.take)
    assert QApplication.focusWidget() is dialog._choices.button(ASK)
    assert "Орлова Марина Петровна 199" in said(dialog)


def test_the_button_says_how_many_the_choice_takes(shown):
    dialog = shown(TakingDialog, found(new=30, conflicts=21))
    told = []
    for choice in (ASK, SKIP, BOTH, REPLACE):
        dialog._choices.button(choice).click()
        told.append(plain(dialog.take))
        assert in_sight(dialog.take)
    assert told == ["Взять 51 дело", "Взять 30 дел", "Взять 51 дело", "Взять 51 дело"]


def test_with_conflicts_only_there_is_nothing_to_take_when_they_are_left(shown):
    dialog = shown(TakingDialog, found(conflicts=2))
    dialog._choices.button(SKIP).click()
    assert plain(dialog.take) == "Ничего не брать"
    dialog._choices.button(BOTH).click()
    assert plain(dialog.take) == "Взять 2 дела"
    dialog._choices.button(SKIP).click()
    dialog.take.click()
    assert not dialog.isVisible() and dialog.result() == dialog.DialogCode.Rejected


def test_names_out_of_sight_are_reached_by_the_keyboard(shown, qtbot):
    dialog = shown(TakingDialog, found(new=120))
    area = dialog._area
    assert QApplication.focusWidget() is dialog.take
    qtbot.keyClick(dialog.take, Qt.Key.Key_Tab)
    while QApplication.focusWidget() is not area:
        assert QApplication.focusWidget() is not dialog.take, "Tab never comes to the names"
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    before = area.verticalScrollBar().value()
    qtbot.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > before
    assert area.accessibleName() == dialog.windowTitle()


def test_where_all_is_in_sight_the_words_take_no_focus(shown):
    dialog = shown(TakingDialog, found(new=1))
    assert not dialog._area.verticalScrollBar().isVisible()
    assert dialog._area.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize(
    ("locked", "says"),
    [
        (1, "Файл «0.pretenziya» закрыт паролем. Откройте его через «Открыть файл…»"),
        (3, "Закрыты паролем 3 файла. Откройте каждый через «Открыть файл…»"),
    ],
)
def test_files_under_a_password_are_told_once_with_the_way_to_open_them(shown, locked, says):
    dialog = shown(TakingDialog, found(locked=locked))
    assert says in said(dialog) and said(dialog).count("Открыть файл…") == 1
    assert "«0.pretenziya»" in said(dialog) and not hasattr(dialog, "take")


def test_how_to_tell_the_password_is_in_sight(shown):
    dialog = shown(SendDialog, ["акт.pdf"])
    (words,) = [x for x in dialog.findChildren(QLabel) if "по\u00a0телефону" in x.text()]
    assert in_sight(words, dialog.first, dialog.second, dialog.go_on, dialog.make)


def test_a_made_password_takes_the_refusal_away(shown):
    dialog = shown(SendDialog)
    dialog.first.line.setText("кор")
    dialog.go_on.click()
    assert "Пароль короткий" in said(dialog) and in_sight(dialog.problem, dialog.first)
    dialog.make.click()
    assert "Пароль короткий" not in said(dialog) and dialog.problem.isHidden()
    assert len(dialog.password) == 19 and in_sight(dialog.first)


def test_typing_takes_the_refusal_away(shown, qtbot):
    dialog = shown(SendDialog)
    dialog.first.line.setText("сирень и №5")
    dialog.go_on.click()
    assert "Пароли разные" in said(dialog) and in_sight(dialog.problem, dialog.second)
    qtbot.keyClicks(dialog.second.line, "s")
    assert dialog.problem.isHidden()


def test_how_long_a_password_is_is_said_in_one_way_that_no_line_tears(shown):
    dialog = shown(SendDialog)
    dialog.go_on.click()
    labels = [label.accessibleName() for label in dialog.findChildren(QLabel)]
    assert sum("не\u00a0меньше 8\u00a0знаков" in words for words in labels) == 2
    assert "восьми" not in said(dialog)


@pytest.mark.parametrize("typed", ["", "   "])
def test_an_empty_password_is_asked_for(shown, tmp_path, typed):
    sent = tmp_path / "дело.pretenziya"
    transfer.write(read_case(EXAMPLE), {}, sent, "сирень и №5")
    dialog = shown(OpenDialog, sent)
    dialog.field.line.setText(typed)
    dialog.open_button.click()
    assert "Впишите пароль" in said(dialog) and "не подходит" not in said(dialog)
    assert in_sight(dialog.problem, dialog.field)
    dialog.field.line.setText("не тот")
    dialog.open_button.click()
    assert "пароль не подходит" in said(dialog) and in_sight(dialog.field)
