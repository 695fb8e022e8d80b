"""The menu: its keys, what it offers when, and the narrow window's list of steps."""

import re
from contextlib import closing

import apsw
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from desktop_app.interview.form import question_at
from desktop_app.interview.steps import STEPS
from desktop_app.register import faults, salvage

KEYS = {
    "Новая претензия": {"Ctrl+N"},
    "Открыть файл…": {"Ctrl+O"},
    "Сохранить как файл…": {"Ctrl+Shift+S"},
    "Печать…": {"Ctrl+P"},
    "Список дел": {"Ctrl+L"},
    "Закрыть и запереть": {"Ctrl+Shift+L"},
    "Закрыть программу": {"Ctrl+Q"},
    "Отменить": {"Ctrl+Z"},
    "Вернуть": {"Ctrl+Shift+Z", "Ctrl+Y"},
    "Найти дело": {"Ctrl+F"},
    "Письмо": {"Ctrl+E"},
    "Крупнее": {"Ctrl++", "Ctrl+="},
    "Мельче": {"Ctrl+-"},
    "Обычный размер": {"Ctrl+0"},
    "Как это устроено": {"F1"},
}


def actions(window):
    for menu in window.menu._menus:
        yield from menu.actions()


def type_in(window, path, text):
    window.session.type(question_at(path).question, None, text)


def test_the_keys_are_those_that_people_know(window):
    window.new_case()
    found = {
        action.text().replace("&", ""): {
            key.toString(QKeySequence.SequenceFormat.PortableText) for key in action.shortcuts()
        }
        for action in actions(window)
        if action.shortcuts()
    }
    steps = {f"{n}. {step.title}": {f"Ctrl+{n}"} for n, step in enumerate(STEPS[:9], start=1)}
    assert found == KEYS | steps


def test_undo_is_offered_when_there_is_something_and_names_it(window):
    assert not window.menu.undo.isEnabled()
    window.new_case()
    assert not window.menu.undo.isEnabled()
    type_in(window, "buyer.surname", "Ким")
    assert window.menu.undo.isEnabled() and "фамилия" in window.menu.undo.text()
    window.menu.undo.trigger()
    assert window.session.case.buyer.surname is None
    assert not window.menu.undo.isEnabled() and window.menu.redo.isEnabled()
    window.menu.redo.trigger()
    assert window.session.case.buyer.surname == "Ким"


def test_ctrl_z_takes_back_and_goes_to_the_question(qtbot, window):
    window.new_case()
    window.go_to_step("law")
    type_in(window, "buyer.surname", "Ким")
    QApplication.processEvents()
    qtbot.keyClick(
        window.case_view.page.continue_button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )
    assert window.session.case.buyer.surname is None
    assert window.case_view.page.step.id == "buyer"


def test_what_belongs_to_a_case_is_offered_with_one_only(window):
    names = (
        "Сохранить как файл…",
        "Передать дело…",
        "Документы",
        "Печать…",
        "Список дел",
        "Письмо",
    )
    of_case = [a for a in actions(window) if a.text().replace("&", "") in names]
    assert len(of_case) == len(names)
    assert not any(action.isEnabled() for action in of_case)
    window.new_case()
    assert all(action.isEnabled() for action in of_case)


def test_the_narrow_window_has_all_steps_behind_one_button(window):
    window.appearance.choose(200, "light")
    window.resize(1024, 700)
    window.new_case()
    QApplication.processEvents()
    menu = window.case_view.steps_button.menu()
    menu.aboutToShow.emit()
    choices = menu.actions()
    assert len(choices) == len(STEPS)
    choices[6].trigger()
    assert window.case_view.page.step.id == STEPS[6].id
    assert STEPS[6].title in window.case_view.steps_button.text()


def test_a_step_tells_how_far_it_is_to_those_who_do_not_see(window):
    window.show_example()
    button = window.case_view.steps._buttons["seller"]
    assert button.accessibleDescription() == "Готово"
    type_in(window, "seller.name", "")
    assert button.accessibleDescription() == "Есть вопросы"
    window.go_to_step("seller")
    assert button.accessibleDescription() == "открыт сейчас"


def test_what_could_not_be_saved_is_tried_again_by_itself(qtbot, window, register, tmp_path):
    register._connection.set_busy_timeout(1)
    window.new_case()
    window.session.keeping._retry.setInterval(20)
    with closing(apsw.Connection(str(tmp_path / "register.sqlite"))) as other:
        other.execute("BEGIN EXCLUSIVE")
        type_in(window, "buyer.surname", "Ким")
        assert window.session.keeping.lacks
    qtbot.waitUntil(lambda: not window.session.keeping.lacks)
    assert register.read(window.session.id).case.buyer.surname == "Ким"


def test_each_letter_of_a_menu_belongs_to_one_line_of_it(window):
    window.new_case()
    for menu in window.menu._menus:
        texts = [action.text() for action in menu.actions() if "&" in action.text()]
        letters = [text[text.index("&") + 1].casefold() for text in texts if "&&" not in text]
        assert sorted(letters) == sorted(set(letters)), texts
    titles = [menu.title() for menu in window.menu._menus]
    assert len({title[title.index("&") + 1] for title in titles}) == len(titles)


def test_where_sentences_about_damage_send_a_person_there_is_what_they_promise(window):
    by_title = {menu.title().replace("&", ""): menu for menu in window.menu._menus}

    def lines(menu):
        return {action.text().replace("&", "") for action in by_title[menu].actions()}

    assert "Восстановить из копии…" in lines(re.search("меню «(.+?)»", faults.RESTORE)[1])
    for sentence in (
        str(faults.damaged(window.register.path)),
        salvage.damage_said(window.register, 2),
        salvage.lost_said(window.register, ["versions"]),
    ):
        assert faults.RESTORE in sentence
        for menu in re.findall("меню «(.+?)»", sentence):
            assert {"Восстановить из копии…", "Выгрузить все дела…"} <= lines(menu), sentence
