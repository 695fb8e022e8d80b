"""What a page says when one wants to leave it: seen, reached by Tab, mended, passed."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from window_hands import focus

from desktop_app.case.edit import replaced
from desktop_app.case.model import Repair


def change(window, **answers):
    case = window.session.case
    for path, value in answers.items():
        case = replaced(case, path.replace("__", "."), value)
    window.session._take(case, "Проба", "")


def wait(qtbot):
    qtbot.wait(20)  # What follows a change is shown once the event loop is back.


def open_repairs(window, **repair):
    window.show_example()
    change(window, repairs=(Repair(defect="гаснет", outcome="repaired", **repair),))
    window.go_to_step("repairs")
    QApplication.processEvents()


def test_a_problem_in_a_row_is_told_on_the_list_and_again_in_the_row(hands, window):
    open_repairs(window, handed_over=date(2026, 3, 2))
    hands.go_on()
    page = window.case_view.page
    assert window.case_view.row_form is None and page.summary.isVisible()
    assert focus() is page.summary.links[0]
    hands.press(focus())
    QApplication.processEvents()
    form = window.case_view.row_form
    assert form is not None and form.rows["repairs[0].returned"].isAncestorOf(focus())


def test_what_contradicts_in_a_row_is_said_where_one_lands(hands, window):
    open_repairs(window, handed_over=date(2020, 3, 2), returned=date(2020, 3, 9))
    hands.go_on()
    hands.press(window.case_view.page.summary.links[0])
    QApplication.processEvents()
    form = window.case_view.row_form
    assert form.problems.isVisible()
    assert "раньше, чем вам передали" in form.problems.accessibleName()


def test_one_gets_past_a_day_that_nobody_remembers(hands, window):
    open_repairs(window, handed_over=date(2026, 3, 2))
    hands.go_on()
    hands.link("Дальше, отвечу позже")
    assert window.case_view.page.step.id == "defect"
    hands.answer("repairs[0].returned", "")
    hands.press(window.case_view.row_form.rows["repairs[0].returned"].unknown)
    assert window.session.case.answers.unknown == ("repairs[0].returned",)
    window.go_to_step("repairs")
    hands.go_on()
    assert window.case_view.page.step.id == "defect"


def test_another_country_is_told_once_and_leads_on(hands, window):
    window.show_example()
    change(window, country="KZ")
    window.go_to_step("purchase")
    QApplication.processEvents()
    hands.go_on()
    page = window.case_view.page
    assert page.summary.isVisible() and not page.summary.agreements
    assert not page.rows["country"].all_right.isVisible()
    hands.go_on()
    assert window.case_view.page is not page
    assert window.session.case.answers.accepted_risks == ()


def test_what_was_mended_leaves_the_summary_and_the_field(qtbot, hands, window):
    window.new_case()
    hands.go_on()
    page = window.case_view.page
    said = len(page.summary.links)
    hands.answer("country", "Россия")
    wait(qtbot)
    assert len(page.summary.links) == said - 1
    assert page.rows["country"].heading.problem.isHidden()
    assert page.summary.isVisible()


def test_a_question_no_longer_asked_leaves_the_summary(qtbot, hands, window):
    window.new_case()
    window.go_to_step("defect")
    hands.answer("current_defect", "Да, неисправен")
    hands.go_on()
    page = window.case_view.page
    assert any(p.path == "current_defect.description" for p in page.summary.problems)
    hands.answer("current_defect", "Нет, сейчас работает")
    wait(qtbot)
    assert page.summary.problems == ()
    page.focus_on("current_defect.description")
    assert not page.rows["current_defect.description"].isAncestorOf(focus())


def test_the_summary_says_itself_and_stands_before_the_fields(qtbot, hands, window):
    window.new_case()
    hands.go_on()
    page = window.case_view.page
    assert "Посмотрите" in page.summary.accessibleName()
    page.summary.links[0].setFocus()
    reached = []
    for _ in range(len(page.summary.links) + 1):
        reached.append(focus())
        qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    assert reached == [*page.summary.links, page.summary.go_on]
    assert page.rows["country"].isAncestorOf(focus())


def test_a_doubt_taken_back_leaves_one_on_the_page(qtbot, hands, window):
    window.show_example()
    window.case_view.go_to("purchase.price")
    QApplication.processEvents()
    window.case_view.page.rows["purchase.price"].findChild(QLineEdit).selectAll()
    hands.answer("purchase.price", "38")
    hands.go_on()
    page = window.case_view.page
    agree = page.summary.agreements[0]
    assert agree.accessibleName().startswith("Всё верно: ")
    hands.press(agree)
    wait(qtbot)
    assert page.isAncestorOf(focus())
    assert page.summary.isHidden()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_field_to_look_at_is_in_sight_with_its_words(qtbot, hands, window, percent):
    window.resize(1024, 700)
    window.appearance.choose(percent, "light")
    window.new_case()
    hands.go_on()
    wait(qtbot)
    middle = window.case_view._middle
    row = window.case_view.page.rows["country"]
    field = focus()
    for widget in (row.heading.problem, field):
        top = widget.mapTo(middle.viewport(), QPoint(0, 0)).y()
        assert 0 <= top <= middle.viewport().height() - min(widget.height(), 40)


def test_a_step_that_is_chosen_gives_up_the_way_back_to_the_review(hands, window):
    window.show_example()
    window.go_to_step("review")
    window.case_view.page.question_wanted.emit("seller.inn")
    QApplication.processEvents()
    window.case_view.steps.step_wanted.emit("losses")
    QApplication.processEvents()
    hands.go_on()
    hands.go_on()
    assert window.case_view.page.step.id in ("losses", "seller")


def test_a_page_of_reading_begins_at_its_top(qtbot, window):
    window.show_example()
    for step in ("review", "law", "done"):
        window.go_to_step(step)
        wait(qtbot)
        bar = window.case_view._middle.verticalScrollBar()
        assert (step, bar.value()) == (step, 0)


def test_each_row_is_named_in_the_summary(qtbot, hands, window):
    window.show_example()
    repairs = tuple(Repair(handed_over=date(2026, 3, day), defect="гаснет") for day in (2, 9))
    change(window, repairs=repairs)
    window.go_to_step("repairs")
    QApplication.processEvents()
    hands.go_on()
    said = [link.accessibleName() for link in window.case_view.page.summary.links]
    assert all(text.startswith("Ремонт") for text in said) and len(set(said)) == len(said)


def test_the_summary_says_what_is_wrong_now(qtbot, hands, window):
    window.new_case()
    window.go_to_step("payment")
    QApplication.processEvents()
    hands.go_on()
    hands.answer("purchase.price", "сорок")
    wait(qtbot)
    (problem,) = [p for p in window.case_view.page.summary.problems if p.path == "purchase.price"]
    assert problem.kind == "unreadable"


def test_a_list_reached_from_the_review_is_come_back_to_after_a_row(qtbot, hands, window):
    window.show_example()
    window.go_to_step("review")
    window.case_view.page.question_wanted.emit("repairs")
    QApplication.processEvents()
    assert window.case_view.page.step.id == "repairs"
    hands.link("Добавить ремонт")
    hands.answer("repairs[].defect", "гудит")
    window.case_view.row_form.to_list.click()
    assert window.case_view.row_form is None
    assert window.case_view.page.step.id == "repairs"


def test_an_empty_row_does_not_stay_when_another_step_is_chosen(hands, window):
    window.show_example()
    before = len(window.session.case.repairs)
    window.go_to_step("repairs")
    QApplication.processEvents()
    hands.link("Добавить ремонт")
    assert len(window.session.case.repairs) == before + 1
    window.go_to_step("seller")
    assert len(window.session.case.repairs) == before


def test_a_letter_is_not_ready_while_the_end_of_a_repair_is_not_told(qtbot, window):
    window.show_example()
    change(window, **{"repairs[0].outcome": None})
    window.go_to_step("done")
    QApplication.processEvents()
    assert [o.path for o in window.session.obstacles] == ["repairs[0].outcome"]
    pane = window.case_view.letter
    qtbot.waitUntil(lambda: "черновик" in pane._count.text())


def test_another_size_leaves_what_was_said(qtbot, hands, window):
    window.new_case()
    hands.go_on()
    said = [link.accessibleName() for link in window.case_view.page.summary.links]
    window.appearance.scale_by(1)
    QApplication.processEvents()
    page = window.case_view.page
    assert [link.accessibleName() for link in page.summary.links] == said
    assert page.rows["country"].heading.problem.isVisible()


def test_another_size_leaves_what_was_searched(window):
    window.show_example()
    window.show_start()
    window._start.search.setText("Орлова")
    window.appearance.scale_by(1)
    QApplication.processEvents()
    assert window._start.search.text() == "Орлова" and window._start.isVisible()


def test_a_dialog_with_text_is_waited_for(qtbot, window):
    window.show_example()
    window.go_to_step("repairs")
    QApplication.processEvents()
    table = window.case_view.page.rows["repairs"]
    table.paste.click()
    table.dialog.field.setPlainText("10.06.2025–29.06.2025 не заряжается")
    window.appearance.changed.emit()
    QApplication.processEvents()
    assert table.dialog.isVisible() and window.case_view.page.rows["repairs"] is table
    before = window.case_view
    table.dialog.take.click()
    qtbot.waitUntil(lambda: window.case_view is not before)
    assert len(window.session.case.repairs) == 3


def test_nothing_is_said_of_a_page_that_was_not_checked(qtbot, hands, window):
    window.show_example()
    window.go_to_step("done")
    wait(qtbot)
    assert window.case_view.page.summary.isHidden()
    window.appearance.scale_by(1)
    wait(qtbot)
    assert window.case_view.page.summary.isHidden()
    window.case_view.go_to("letter_date")
    wait(qtbot)
    assert "прошедшим днём" in window.case_view.page.summary.accessibleName().replace("\xa0", " ")
