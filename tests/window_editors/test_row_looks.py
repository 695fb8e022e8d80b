"""What holds for every question of the form: width, names, plain text; undo from inside a field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from window_keys import focus, press, type_text

from desktop_app.case.model import Attachment, Loss, Repair
from desktop_app.interview.form import places
from desktop_app.interview.question import ValueKind
from desktop_app.window.form.question_row import QuestionRow
from desktop_app.window.form.rows_view import RowsView
from desktop_app.window.look.style_sheet import style_sheet
from desktop_app.window.look.theme import theme

NARROW = 420
LONG = "ж" * 120


@pytest.fixture
def told(session):
    session.add_row("repairs", Repair(defect=LONG))
    session.add_row("repairs", Repair(defect=f"<b>{LONG}</b>"))
    session.add_row("losses", Loss(description=LONG))
    session.add_row("attachments", Attachment(title=LONG, file=f"/{LONG}.pdf"))
    return session


@pytest.mark.parametrize("place", places(), ids=lambda place: place.question.path)
def test_every_question_fits_a_narrow_column_at_200_percent(qtbot, told, place):
    large, question = theme(True, 200), place.question
    if question.kind is ValueKind.rows:
        row = RowsView(told, question, large)
    else:
        row = QuestionRow(told, question, 0 if question.in_row else None, large)
        row.show_problem("Впишите этот ответ. Он есть в приложении банка или в заказе на сайте.")
    qtbot.addWidget(row)
    row.setStyleSheet(style_sheet(large))
    row.resize(NARROW, 900)
    row.show()
    assert row.minimumSizeHint().width() <= NARROW
    assert row.width() == NARROW
    height = row.layout().heightForWidth(NARROW)
    assert height > 0
    if question.kind is not ValueKind.rows:
        assert all(control.accessibleName() for control in row.controls())


def test_undo_of_the_window_reaches_a_field_that_has_the_focus(qtbot, session, form):
    row, other = form("purchase.item", "purchase.price")
    window = row.window()
    action = QAction(window)
    action.setShortcut(QKeySequence.StandardKey.Undo)
    action.triggered.connect(session.undo)
    window.addAction(action)
    row.focus_editor()
    type_text("Стол")
    other.focus_editor()
    # This field has nothing of its own to take back.
    qtbot.keyClick(focus(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.case.purchase.item is None
    assert row.editor.field.text() == ""


def test_an_improbable_answer_can_be_confirmed_at_its_field(qtbot, session, form):
    row = form("purchase.contract_date")
    row.focus_editor()
    type_text("01.01.2030")
    finding = next(f for f in session.findings if f.field == "purchase.contract_date")
    row.show_problem(finding.message, finding)
    press(qtbot, row.all_right)
    assert row.heading.problem.isHidden()
    assert session.case.answers.accepted_risks


def test_text_of_the_person_is_never_mark_up(told, form):
    row = form("current_defect.same_defect_as")
    assert "<b>" in row.editor.radios.choices[2].label
