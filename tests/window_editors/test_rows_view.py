"""Lists: added, edited, copied, removed, brought back, pasted; the form of one row."""

from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from window_keys import focus, press, type_text

from desktop_app.case.edit import replaced
from desktop_app.case.model import Repair
from desktop_app.interview.form import question_at
from desktop_app.window import dialogs
from desktop_app.window.form.row_form import RowForm
from desktop_app.window.form.rows_view import RowsView

Key = Qt.Key
REPAIRS = question_at("repairs").question


@pytest.fixture
def view(qtbot, session, light):
    view = RowsView(session, REPAIRS, light)
    view.resize(640, 500)
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


@pytest.fixture
def row_form(qtbot, session, light):
    session.add_row("repairs")
    form = RowForm(session, REPAIRS, 0, light)
    form.resize(700, 700)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.focus_first()
    return form


def test_a_row_is_added_and_its_form_wanted(qtbot, session, view):
    with qtbot.waitSignal(view.row_wanted) as wanted:
        press(qtbot, view.add)
    assert wanted.args == ["repairs", 0]
    assert len(session.case.repairs) == 1
    assert "день не указан" in view.table.item(0, 1).text()


def test_rows_are_copied_removed_and_brought_back(qtbot, session, view):
    session.add_row("repairs", Repair(handed_over=date(2025, 6, 10), defect="не заряжается"))
    press(qtbot, view.copy)
    assert len(session.case.repairs) == 2
    assert session.case.repairs[0] == session.case.repairs[1]
    view.table.setFocus()
    qtbot.keyClick(view.table, Key.Key_Delete)
    qtbot.keyClick(view.table, Key.Key_Delete)
    assert not session.case.repairs
    assert view.notice.text() == "Строка убрана."
    assert not view.none.isChecked()
    press(qtbot, view.bring_back)
    assert len(session.case.repairs) == 1
    assert view._notice.isHidden()


def test_enter_in_the_table_wants_the_row(qtbot, session, view):
    session.add_row("repairs", Repair(defect="а"))
    session.add_row("repairs", Repair(defect="б"))
    view.setFocus()
    qtbot.keyClick(focus(), Key.Key_Down)
    with qtbot.waitSignal(view.row_wanted) as wanted:
        qtbot.keyClick(focus(), Key.Key_Return)
    assert wanted.args == ["repairs", 1]


def test_the_offer_to_bring_back_goes_with_the_next_change(qtbot, session, view):
    session.add_row("repairs", Repair(defect="а"))
    press(qtbot, view.remove)
    assert view._notice.isVisible()
    session.choose(question_at("country").question, None, "RU")
    assert view._notice.isHidden()


def test_that_there_were_none_is_an_answer_and_says_what_it_means(qtbot, session, view):
    press(qtbot, view.none)
    assert session.case.answers.no_document == ("repairs",)
    assert view.none_means.isVisible()
    press(qtbot, view.add)
    assert session.case.answers.no_document == ()
    assert not view.none.isChecked()


def test_pasted_repairs_are_read_back_before_they_are_taken(qtbot, session, view):
    press(qtbot, view.paste)
    dialog = view.dialog
    qtbot.waitUntil(dialog.isActiveWindow)
    type_text("10.06.25–29.06.25 не заряжается")
    qtbot.keyClick(focus(), Key.Key_Return)
    type_text("когда-то летом сломался")
    said = " ".join(dialog.read_lines()).replace("\u00a0", " ")
    assert "10.06.2025 – 29.06.2025, не заряжается" in said
    assert "Строка 2: не видно дней" in said
    assert dialog.take.text().replace("\u00a0", " ") == "Вставить 2 ремонта"
    press(qtbot, dialog.take)
    assert len(session.case.repairs) == 2
    assert session.case.repairs[0].returned == date(2025, 6, 29)
    assert "Вставлено" in view.notice.text()
    qtbot.waitUntil(view.isActiveWindow)
    press(qtbot, view.bring_back)
    assert not session.case.repairs


def test_the_clipboard_is_offered_when_it_holds_repairs(qtbot, session, view):
    QApplication.clipboard().setText("1.2.2025\t9.2.2025\tнет звука")
    press(qtbot, view.paste)
    assert "1.2.2025" in view.dialog.field.toPlainText()
    view.dialog.reject()
    QApplication.clipboard().setText("ПРЕТЕНЗИЯ\n17.01.2026 я купил товар\nДеньги прошу вернуть")
    press(qtbot, view.paste)
    assert view.dialog.field.toPlainText() == ""
    view.dialog.reject()
    QApplication.clipboard().setText("что-то другое")
    press(qtbot, view.paste)
    assert view.dialog.field.toPlainText() == ""
    view.dialog.reject()


def test_a_pasted_line_with_a_problem_says_that_it_will_be_asked_about(qtbot, view, monkeypatch):
    monkeypatch.setattr(dialogs, "ask", lambda *_: True)
    press(qtbot, view.paste)
    asked = "о красном программа спросит"
    view.dialog.field.setPlainText("10.06.2025–29.06.2025 не заряжается")
    assert not any(asked in said for said in view.dialog.read_lines())
    view.dialog.field.setPlainText("не заряжается")
    assert any(asked in said.replace("\u00a0", " ") for said in view.dialog.read_lines())
    view.dialog.reject()


def test_pasted_lines_that_do_not_fit_stay_in_the_dialog(qtbot, session, view, monkeypatch):
    rows = tuple(Repair(defect="гаснет") for _ in range(999))
    session._take(replaced(session.case, "repairs", rows), "Проба", "repairs")
    press(qtbot, view.paste)
    lines = "10.06.2025–29.06.2025 не заряжается\n1.9.2025–14.9.2025 нет звука"
    view.dialog.field.setPlainText(lines)
    qtbot.waitUntil(view.dialog.isActiveWindow)
    press(qtbot, view.dialog.take)
    assert view.dialog.isVisible() and view.dialog.field.toPlainText() == lines
    assert "не больше 1000 строк" in view.dialog.problem.text().replace("\u00a0", " ")
    assert len(session.case.repairs) == 999
    asked = []
    monkeypatch.setattr(dialogs, "ask", lambda *words: bool(asked.append(words[1])))
    view.dialog.reject()
    assert asked == ["Закрыть без вставки?"] and view.dialog.isVisible()
    monkeypatch.setattr(dialogs, "ask", lambda *_: True)
    view.dialog.reject()


def test_lines_beyond_the_most_are_said(qtbot, view, monkeypatch):
    monkeypatch.setattr(dialogs, "ask", lambda *_: True)
    press(qtbot, view.paste)
    view.dialog.field.setPlainText("1.9.2025–14.9.2025 нет звука\n" * 1003)
    assert any("ещё 3" in said.replace("\u00a0", " ") for said in view.dialog.read_lines())
    view.dialog.reject()


def test_a_row_moves_up_and_down_and_what_refers_to_it_follows(qtbot, session, view):
    for defect, same in (("гаснет", None), ("шумит", None), ("снова гаснет", 1)):
        session.add_row("repairs", Repair(defect=defect, same_defect_as=same))
    view.table.setCurrentCell(0, 1)
    press(qtbot, view.up)
    assert [r.defect for r in session.case.repairs] == ["гаснет", "шумит", "снова гаснет"]
    press(qtbot, view.down)
    assert [r.defect for r in session.case.repairs] == ["шумит", "гаснет", "снова гаснет"]
    assert session.case.repairs[2].same_defect_as == 2
    assert view.table.currentRow() == 1
    session.undo()
    assert session.case.repairs[0].defect == "гаснет"


def test_the_same_defect_stays_the_same_when_its_row_goes_first(session, view):
    for defect, same in (("гаснет", None), ("шумит", None), ("тухнет", 1), ("опять", 1)):
        session.add_row("repairs", Repair(defect=defect, same_defect_as=same))
    session.move_row("repairs", 2, 0)
    told = [(r.defect, r.same_defect_as) for r in session.case.repairs]
    assert told == [("тухнет", None), ("гаснет", 1), ("шумит", None), ("опять", 1)]


def test_the_last_row_comes_back_with_one_undo_however_long_it_took(session, view):
    session.add_row("repairs", Repair(defect="гаснет"))
    session.settle()
    session.remove_row("repairs", 0)
    assert session.case.repairs is None
    session.undo()
    assert [r.defect for r in session.case.repairs] == ["гаснет"]


def test_an_empty_row_that_is_left_is_not_kept(session, row_form):
    session.add_row("repairs", Repair(defect="гаснет"))
    row_form.leave()
    assert [r.defect for r in session.case.repairs] == ["гаснет"]


def test_a_row_just_added_goes_as_if_it_had_not_been(qtbot, session, light, view):
    press(qtbot, view.none)
    press(qtbot, view.add)
    form = RowForm(session, REPAIRS, 0, light)
    qtbot.addWidget(form)
    form.leave()
    assert session.case.answers.no_document == ("repairs",)
    assert session.undo_label != "Строка убрана"


@pytest.mark.parametrize("told", ["unread", "unknown"])
def test_a_row_of_which_anything_was_told_stays(session, row_form, told):
    question = question_at("repairs[0].handed_over").question
    if told == "unread":
        session.type(question, 0, "в начале июня")
    else:
        session.say_unknown(question, 0)
    row_form.leave()
    assert len(session.case.repairs) == 1


def test_a_narrow_table_keeps_all_in_one_column(qtbot, session, view):
    session.add_row("repairs", Repair(handed_over=date(2025, 6, 10), defect="не заряжается"))
    assert not view.table.isColumnHidden(2)
    view.resize(380, 500)
    qtbot.waitUntil(lambda: view.table.isColumnHidden(2))
    assert "не заряжается" in view.table.item(0, 1).text()


def test_every_control_of_a_list_has_a_name(view):
    for control in view.findChildren(QAbstractButton):
        assert control.accessibleName() or control.objectName().startswith("qt_"), control
    assert view.table.accessibleName()


def test_the_pages_of_a_row_are_gone_through_by_keys(qtbot, session, row_form):
    type_text("10.06.2025")
    assert "№ 1" in row_form.where.text().replace("\u00a0", " ")
    press(qtbot, row_form.go_on)
    assert row_form.problems.isVisible()
    assert row_form.page.id == "repair_days"
    qtbot.keyClick(focus(), Key.Key_Space)
    assert session.case.repairs[0].outcome == "repaired"
    row_form.rows["repairs[0].returned"].focus_editor()
    type_text("29.06.2025")
    press(qtbot, row_form.go_on)
    assert row_form.page.id == "repair_work"
    assert row_form.rows["repairs[0].same_defect_as"].isHidden()
    type_text("не заряжается")
    press(qtbot, row_form.go_on)
    assert row_form.go_on.text() == "Готово"
    with qtbot.waitSignal(row_form.done):
        press(qtbot, row_form.go_on)


def test_what_is_asked_of_a_row_follows_the_answers(qtbot, session, row_form):
    outcome = row_form.rows["repairs[0].outcome"]
    outcome.focus_editor()
    qtbot.keyClick(focus(), Key.Key_Space)
    assert row_form.rows["repairs[0].returned"].isVisible()
    qtbot.keyClick(focus(), Key.Key_Down)
    assert session.case.repairs[0].outcome == "in_repair"
    assert row_form.rows["repairs[0].returned"].isHidden()


def test_a_page_can_be_passed_without_its_answers(qtbot, row_form):
    press(qtbot, row_form.go_on)
    assert [link.text() for link in row_form.problems.links]
    press(qtbot, row_form.problems.go_on)
    assert row_form.page.id == "repair_work"
    press(qtbot, row_form.go_back)
    assert row_form.page.id == "repair_days"


def test_the_form_leaves_when_its_row_is_gone(qtbot, session, row_form):
    with qtbot.waitSignal(row_form.done):
        session.remove_row("repairs", 0)


def test_a_path_leads_to_its_page(row_form):
    assert row_form.show_path("repairs[0].act")
    assert focus() is row_form.rows["repairs[0].act"].editor.field
    assert not row_form.show_path("repairs[1].act")


def test_tab_reaches_the_fields_of_a_later_page_before_the_buttons(qtbot, row_form):
    press(qtbot, row_form.go_on)
    press(qtbot, row_form.problems.go_on)
    defect, work = (row_form.rows[f"repairs[0].{key}"] for key in ("defect", "work_done"))
    assert focus() is defect.editor.field
    reached = []
    for _ in range(4):
        qtbot.keyClick(focus(), Key.Key_Tab)
        reached.append(focus())
    assert reached == [work.editor.field, row_form.go_on, row_form.go_back, row_form.to_list]


def test_f1_in_a_list_asks_about_the_list(qtbot, view):
    view.setFocus()
    with qtbot.waitSignal(view.help_wanted) as asked:
        qtbot.keyClick(focus(), Key.Key_F1)
    assert asked.args[0].path == "repairs"


@pytest.mark.parametrize(
    ("row", "onto", "below", "order"),
    [
        (0, 2, True, ["б", "в", "а"]),
        (0, 1, True, ["б", "а", "в"]),
        (2, 0, False, ["в", "а", "б"]),
        (1, 1, True, ["а", "б", "в"]),
        (1, 0, True, ["а", "б", "в"]),
        (0, None, True, ["б", "в", "а"]),
    ],
)
def test_a_row_is_dragged_to_another_place(qtbot, session, view, row, onto, below, order):
    for defect in "абв":
        session.add_row("repairs", Repair(defect=defect))
    table = view.table
    table.setCurrentCell(row, 1)
    if onto is None:
        point = QPointF(5, table.viewport().height() - 1)
    else:
        rect = table.visualRect(table.model().index(onto, 1))
        point = QPointF(rect.center().x(), rect.bottom() - 2 if below else rect.top() + 2)
    mime = table.mimeData([table.item(row, 1)])
    drop = QDropEvent(
        point,
        Qt.DropAction.MoveAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    table.dropEvent(drop)
    assert [repair.defect for repair in session.case.repairs] == order
    assert table.rowCount() == 3
    assert drop.dropAction() == Qt.DropAction.IgnoreAction, "Qt would take the row out"
    moved = order != ["а", "б", "в"]
    if moved:
        assert session.case.repairs[table.currentRow()].defect == "абв"[row]
        session.undo()
        assert [repair.defect for repair in session.case.repairs] == ["а", "б", "в"]
