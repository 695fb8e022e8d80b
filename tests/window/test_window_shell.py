"""The rules of the form in the shell: checking, going back, undo, scale, colours, files."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QPushButton,
    QWidget,
)
from window_hands import focus

from desktop_app.interview.form import question_at
from desktop_app.interview.steps import STEPS
from desktop_app.register.register import Register
from desktop_app.window import dialogs
from desktop_app.window.main_window import MainWindow


def test_continue_on_an_empty_page_says_what_is_missing_and_goes_to_the_first(hands, window):
    window.new_case()
    hands.go_on()
    page = window.case_view.page
    assert page.step.id == "purchase"
    assert page.summary.isVisible()
    assert page.rows["country"].isAncestorOf(focus())


def test_a_wrong_day_is_said_kept_and_comes_back(hands, window):
    window.new_case()
    hands.answer("purchase.contract_date", "32.13.2026")
    hands.go_on()
    assert window.case_view.page.summary.isVisible()
    assert window.session.case.answers.unreadable == {"purchase.contract_date": "32.13.2026"}
    window.go_to_step("seller")
    window.case_view.go_to("purchase.contract_date")
    QApplication.processEvents()
    row = window.case_view.page.rows["purchase.contract_date"]
    assert row.findChild(QLineEdit).text() == "32.13.2026"


def cheapen(hands, window):
    window.show_example()
    window.case_view.go_to("purchase.price")
    QApplication.processEvents()
    window.case_view.page.rows["purchase.price"].findChild(QLineEdit).selectAll()
    hands.answer("purchase.price", "38")
    hands.go_on()


def test_an_improbable_price_is_doubted_once_and_never_forbidden(hands, window):
    cheapen(hands, window)
    assert window.case_view.page.step.id == "payment"
    assert window.case_view.page.summary.isVisible()
    assert window.session.case.purchase.price == 38
    hands.go_on()
    assert window.case_view.page.step.id != "payment"


def test_an_improbable_price_that_is_right_stays_accepted_until_it_changes(hands, window):
    cheapen(hands, window)
    hands.link("Всё верно")
    assert [risk.code for risk in window.session.case.answers.accepted_risks] == [
        "price_improbable"
    ]
    hands.go_on()
    assert window.case_view.page.step.id != "payment"


def test_answers_that_do_not_matter_leave_the_letter_and_come_back(hands, window):
    window.new_case()
    hands.answer("payment.method", "В рассрочку: магазину по графику")
    hands.answer("payment.installment.paid", "1000")
    hands.answer("payment.method", "Сразу, своими деньгами")
    assert window.session.asked_case.payment.installment.paid is None
    hands.answer("payment.method", "В рассрочку: магазину по графику")
    assert window.session.asked_case.payment.installment.paid == 1000


def test_undo_and_redo_go_to_the_question(hands, window):
    window.new_case()
    hands.answer("seller.name", "ООО «Пример»")
    window.go_to_step("purchase")
    window.undo()
    QApplication.processEvents()
    assert window.session.case.seller.name is None
    assert window.case_view.page.step.id == "seller"
    window.redo()
    assert window.session.case.seller.name == "ООО «Пример»"


def test_the_step_where_one_stopped_is_opened_again(window, register):
    window.new_case()
    window.go_to_step("seller")
    case_id = window.session.id
    other = MainWindow(register)
    other.open_stored(case_id)
    assert other.case_view.page.step.id == "seller"
    other.close()


def test_what_is_typed_survives_a_window_that_dies(hands, window, tmp_path):
    """Every key is in the file before it is on the screen: the register is read by another."""
    window.new_case()
    hands.answer("buyer.surname", "Орлова")
    with Register.open(tmp_path / "register.sqlite") as again:
        assert again.read(window.session.id).case.buyer.surname == "Орлова"


def test_change_in_the_review_returns_to_the_review(hands, window):
    window.show_example()
    window.go_to_step("review")
    window.case_view.page.question_wanted.emit("seller.inn")
    QApplication.processEvents()
    assert window.case_view.page.step.id == "seller"
    hands.go_on()
    assert window.case_view.page.step.id == "review"


def test_scale_and_colours_are_kept(window, register):
    window.appearance.scale_by(1)
    assert (window.appearance.percent, register.setting("scale")) == (110, "110")
    window.appearance.choose(110, "dark")
    assert window.appearance.theme.dark and register.setting("theme") == "dark"
    other = MainWindow(register)
    assert other.appearance.percent == 110 and other.appearance.theme.dark
    other.close()
    window.appearance.scale_by(0)
    assert window.appearance.percent == 100


def test_a_change_of_size_leaves_one_at_the_same_question(hands, window):
    window.show_example()
    for path in ("buyer.phone", "repairs[1].returned"):
        window.case_view.go_to(path)
        QApplication.processEvents()
        assert hands.rows[path].isAncestorOf(focus())
        window.appearance.scale_by(1)
        QApplication.processEvents()
        assert hands.rows[path].isAncestorOf(focus())


def test_the_letter_folds_away_where_the_window_is_narrow(qtbot, window):
    window.show_example()
    QApplication.processEvents()
    assert window.case_view.letter.isVisible()
    window.resize(800, 700)
    QApplication.processEvents()
    assert not window.case_view.letter.isVisible()


def test_at_twice_the_size_the_steps_fold_into_one_button(window):
    window.show_example()
    window.resize(1024, 700)
    window.appearance.choose(200, "system")
    QApplication.processEvents()
    assert window.case_view.steps_button.isVisible()
    assert not window.case_view.steps.isVisible()


def test_the_share_of_the_letter_is_kept(qtbot, window, register):
    window.show_example()
    splitter = window.case_view.splitter
    QApplication.processEvents()
    handle = splitter.handle(1)
    before = splitter.sizes()[0]
    start = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(handle, start - QPoint(120, 0))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start)
    moved = splitter.sizes()[0]
    assert moved < before
    window.show_start()
    window.show_example()
    QApplication.processEvents()
    assert abs(window.case_view.splitter.sizes()[0] - moved) <= 10


@pytest.mark.parametrize("percent", [100, 200])
def test_the_bottom_line_is_not_cut(window, percent):
    window.show_example()
    window.appearance.choose(percent, "light")
    window.resize(1024, 700)
    QApplication.processEvents()
    label = window._bar.verdict
    assert label.height() >= label.heightForWidth(label.width())
    wide = QFontMetrics(label.font()).horizontalAdvance(label.text())
    assert label.width() >= wide or label.height() > QFontMetrics(label.font()).height() * 1.5


def test_a_bad_file_says_so_and_changes_nothing(window, register, tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr(dialogs, "tell", lambda parent, title, text: said.append(text))
    bad = tmp_path / "bad.json"
    bad.write_text("{", encoding="utf-8")
    window.open_file(bad)
    assert "не JSON" in said[0]
    assert register.cases() == ()


def test_keys_of_the_menu_work(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.session is not None
    qtbot.keyClick(window, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert window.case_view.page.step.id == "seller"
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.session is None


def test_the_letter_follows_the_answers(hands, window, qtbot):
    window.show_example()
    labels = window.case_view.letter.outline.labels

    def told(words):
        return any(words in label.text() for label in labels)

    qtbot.waitUntil(lambda: told("Домашний мастер"))
    window.case_view.go_to("seller.name")
    QApplication.processEvents()
    window.case_view.page.rows["seller.name"].findChild(QLineEdit).selectAll()
    hands.answer("seller.name", "ООО «Другой»")
    qtbot.waitUntil(lambda: told("ООО «Другой»"))


@pytest.mark.parametrize("step", [step.id for step in STEPS])
@pytest.mark.parametrize("finished", [False, True], ids=["empty", "example"])
def test_every_step_is_walked_by_keyboard_alone(qtbot, window, step, finished):
    """Tab reaches every control that takes part and comes to «Продолжить», which a key presses."""
    window.show_example() if finished else window.new_case()
    window.go_to_step(step)
    QApplication.processEvents()
    page = window.case_view.page
    wanted = {page.continue_button, *(c for row in page.rows.values() for c in controls(row))}
    seen = set()
    for _ in range(400):
        if focus() is not None:
            seen.add(focus())
        if wanted <= seen:
            break
        qtbot.keyClick(focus() or window, Qt.Key.Key_Tab)
    assert wanted <= seen, [describe(widget) for widget in wanted - seen]


def controls(row):
    """What of a row can have the focus now; of radio buttons one, arrows reach the others."""
    found = [w for w in row.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
    reached = [w for w in found if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [w for w in reached if isinstance(w, QLineEdit | QPushButton | QCheckBox)]


def describe(widget):
    return type(widget).__name__, widget.accessibleName()


def test_the_menu_offers_the_recent_cases(hands, window):
    window.show_example()
    example = window.session.id
    window.new_case()
    hands.answer("buyer.surname", "Ким & Ко")
    window.menu._recent.aboutToShow.emit()
    own, other = window.menu._recent.actions()
    assert own.text() == "Ким && Ко" and other.text().startswith("Пример: ")
    other.trigger()
    assert window.session.id == example
    assert window.windowTitle().startswith("Пример: ")


def test_the_title_follows_the_goods(hands, window):
    window.new_case()
    assert window.windowTitle().startswith("Новая претензия")
    window.session.type(question_at("purchase.item").question, None, "Чайник")
    assert window.windowTitle().startswith("Чайник")


def test_what_was_remembered_wrongly_does_no_harm(window, register, qtbot):
    for key in ("scale", "theme", "geometry", "form_share_percent"):
        register.set_setting(key, "чушь")
    other = MainWindow(register)
    qtbot.addWidget(other)
    other.show_example()
    other.show()
    assert (other.appearance.percent, other.appearance.mode) == (100, "system")
    other.close()
