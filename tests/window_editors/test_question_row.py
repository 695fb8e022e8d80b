"""Every kind of value, driven by real keys."""

import itertools
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QWidget
from window_keys import focus, type_text

from desktop_app.case.model import Repair
from desktop_app.interview.form import question_at
from desktop_app.register import kept_scans
from desktop_app.register.scan_content import LARGEST

KITCHEN_SINK = (
    "country",
    "purchase.item",
    "purchase.category",
    "purchase.contract_date",
    "purchase.transfer_date",
    "purchase.warranty_months",
    "purchase.serial_number",
    "purchase.distance",
    "purchase.heavy_or_bulky",
    "purchase.price",
    "payment.loan.annual_rate_percent",
    "current_defect",
    "current_defect.description",
    "current_defect.same_defect_as",
    "buyer.phone",
    "buyer.email",
    "bank_details.bic",
)
Key = Qt.Key


def keys(qtbot, row, text, leave=True):
    row.focus_editor()
    type_text(text)
    if leave:
        qtbot.keyClick(focus(), Key.Key_Tab)


@pytest.mark.parametrize(
    ("path", "typed", "value", "field", "said"),
    [
        ("purchase.item", "Смартфон", "Смартфон", "Смартфон", ""),
        (
            "purchase.contract_date",
            "1.3.25",
            date(2025, 3, 1),
            "01.03.2025",
            "1 марта 2025 года, суббота",
        ),
        ("purchase.price", "54990,5", Decimal("54990.50"), "54 990,50", "54 990,50 ₽"),
        ("purchase.warranty_months", "2 года", 24, "24", "24 месяца"),
        ("purchase.serial_number", "356938035643809", "356938035643809", "356938035643809", ""),
        ("buyer.phone", "89115000000", "+7 911 500-00-00", "+7 911 500-00-00", ""),
        ("buyer.email", "olga@example.org", "olga@example.org", "olga@example.org", ""),
        ("payment.loan.annual_rate_percent", "19,9", Decimal("19.9"), "19,9", "19,9 % годовых"),
        ("current_defect.description", "нет звука", "нет звука", "нет звука", ""),
    ],
)
def test_typed_text_is_read_and_said_back(qtbot, session, form, path, typed, value, field, said):
    row = form(path)
    keys(qtbot, row, typed)
    told = session.case
    for key in path.split("."):
        told = getattr(told, key)
    assert told == value
    assert row.editor.written().replace("\u00a0", " ") == field
    assert row.said.text().replace("\u00a0", " ") == said
    assert row.doubt.isHidden()


def test_a_day_is_said_back_while_it_is_typed_and_the_text_stays(qtbot, form):
    row = form("purchase.contract_date")
    keys(qtbot, row, "1.3.25", leave=False)
    assert row.editor.field.text() == "1.3.25"
    assert "суббота" in row.said.text()


def test_text_that_cannot_be_read_is_kept_and_said_when_the_field_is_left(qtbot, session, form):
    row = form("purchase.contract_date")
    keys(qtbot, row, "31.02.2025", leave=False)
    assert row.doubt.isHidden()
    qtbot.keyClick(focus(), Key.Key_Tab)
    assert row.editor.field.text() == "31.02.2025"
    assert session.case.answers.unreadable == {"purchase.contract_date": "31.02.2025"}
    assert "феврал" in row.doubt.sentence
    keys(qtbot, row, "", leave=False)
    row.editor.field.selectAll()
    type_text("28.02.2025")
    qtbot.keyClick(focus(), Key.Key_Return)
    assert row.doubt.isHidden()
    assert session.case.purchase.contract_date == date(2025, 2, 28)


def test_an_ambiguous_sum_offers_both_and_tab_leads_to_them(qtbot, session, form):
    row, after = form("purchase.price", "purchase.item")
    keys(qtbot, row, "1.234")
    assert [b.text().replace("\u00a0", " ") for b in row.doubt.buttons] == ["1 234,00 ₽", "1,23 ₽"]
    assert focus() is row.doubt.buttons[0]
    qtbot.keyClick(focus(), Key.Key_Space)
    assert session.case.purchase.price == Decimal(1234)
    assert row.doubt.isHidden()
    assert focus() is row.editor.field
    qtbot.keyClick(focus(), Key.Key_Tab)
    assert focus() is after.editor.field


def test_unknown_and_back(qtbot, session, form):
    row = form("purchase.warranty_months")
    keys(qtbot, row, "24")
    assert focus() is row.unknown
    qtbot.keyClick(focus(), Key.Key_Space)
    assert session.case.purchase.warranty_months is None
    assert session.case.answers.unknown == ("purchase.warranty_months",)
    assert row.meaning.isVisible() and "Срок можно найти" in row.meaning.text()
    qtbot.keyClick(focus(), Key.Key_Space)
    assert session.case.answers.unknown == ()
    qtbot.keyClick(focus(), Key.Key_Space)
    keys(qtbot, row, "12")
    assert not row.unknown.isChecked()
    assert session.case.purchase.warranty_months == 12


def test_no_document_says_what_it_means(qtbot, session, form):
    row = form("purchase.receipt")
    row.no_document.setFocus()
    qtbot.keyClick(focus(), Key.Key_Space)
    assert session.case.answers.no_document == ("purchase.receipt",)
    assert "Отказать вам" in row.meaning.text()


def test_radio_buttons_go_by_arrows_and_unknown_is_one_of_them(qtbot, session, form):
    row = form("purchase.heavy_or_bulky")
    row.focus_editor()
    qtbot.keyClick(focus(), Key.Key_Space)
    assert session.case.purchase.heavy_or_bulky is True
    qtbot.keyClick(focus(), Key.Key_Down)
    assert session.case.purchase.heavy_or_bulky is False
    qtbot.keyClick(focus(), Key.Key_Down)
    assert session.case.purchase.heavy_or_bulky is None
    assert session.case.answers.unknown == ("purchase.heavy_or_bulky",)
    assert row.unknown.isHidden()
    qtbot.keyClick(focus(), Key.Key_Up)
    assert session.case.purchase.heavy_or_bulky is False


def test_an_optional_answer_can_be_taken_back(qtbot, session, form):
    row = form("purchase.distance")
    assert row.editor.clear.isHidden()
    row.focus_editor()
    qtbot.keyClick(focus(), Key.Key_Space)
    qtbot.mouseClick(row.editor.clear, Qt.MouseButton.LeftButton)
    assert session.case.purchase.distance is None
    assert row.editor.radios.marked() is None


def test_a_press_on_the_words_of_a_radio_button_chooses_it(qtbot, session, form):
    row = form("country")
    qtbot.mouseClick(row.editor.radios.lines[1], Qt.MouseButton.LeftButton)
    assert session.case.country == "KZ"


def test_presence_makes_and_hides_the_group(qtbot, session, form):
    row = form("current_defect")
    row.focus_editor()
    qtbot.keyClick(focus(), Key.Key_Space)
    assert session.case.current_defect is not None
    qtbot.keyClick(focus(), Key.Key_Down)
    assert session.case.answers.no_document == ("current_defect",)
    assert session.case.current_defect is not None


def test_earlier_repairs_are_said_with_their_days(qtbot, session, form):
    repair = Repair(
        handed_over=date(2025, 6, 10), returned=date(2025, 6, 29), defect="не заряжается"
    )
    session.add_row("repairs", repair)
    row = form("current_defect.same_defect_as")
    label = row.editor.radios.choices[1].label.replace("\u00a0", " ")
    assert "№ 1: не заряжается, 10.06.2025–29.06.2025" in label
    row.focus_editor()
    assert row.editor.radios.marked() is None
    qtbot.keyClick(focus(), Key.Key_Space)
    assert session.case.answers.no_document == ("current_defect.same_defect_as",)
    qtbot.keyClick(focus(), Key.Key_Down)
    assert session.case.current_defect.same_defect_as == 1
    assert row.editor.by_words.isHidden()
    session.choose(row.question, None, None)
    session.type(question_at("current_defect.description").question, None, "Не заряжается")
    row.editor.refresh()
    assert row.editor.radios.marked() is row.editor.radios.lines[1]
    assert "теми же словами" in row.editor.by_words.text()
    session.add_row("repairs", Repair(defect="нет звука"))
    assert len(row.editor.radios.lines) == 3
    assert row.editor.radios.marked() is row.editor.radios.lines[1]


def test_goods_find_an_everyday_word(qtbot, session, form):
    row = form("purchase.category")
    keys(qtbot, row, "стиралка", leave=False)
    assert row.editor.list.item(0).text().startswith("Стиралка")
    qtbot.keyClick(focus(), Key.Key_Down)
    assert focus() is row.editor.list
    qtbot.keyClick(focus(), Key.Key_Down)
    assert "спорно" in row.editor.list.currentItem().text()
    qtbot.keyClick(focus(), Key.Key_Up)
    qtbot.keyClick(focus(), Key.Key_Return)
    assert session.case.purchase.category == "appliances"
    assert session.case.purchase.item == "Стиралка"
    assert "п. 12" in row.editor._chosen.text().replace("\u00a0", " ")
    assert focus() is row.editor.field


def test_goods_are_chosen_with_the_mouse_too(qtbot, session, form):
    row = form("purchase.category")
    keys(qtbot, row, "айфон", leave=False)
    item = row.editor.list.visualItemRect(row.editor.list.item(0))
    qtbot.mouseClick(row.editor.list.viewport(), Qt.MouseButton.LeftButton, pos=item.center())
    assert session.case.purchase.category == "phones"
    assert row.editor.list.isHidden()


def test_goods_do_not_change_the_name_that_was_typed(qtbot, session, form):
    item, row = form("purchase.item", "purchase.category")
    keys(qtbot, item, "Стол обеденный", leave=False)
    assert row.editor.list.item(0).text().replace("\u00a0", " ") == "Стол — нет в перечне"
    qtbot.keyClick(focus(), Key.Key_Tab)
    qtbot.keyClick(focus(), Key.Key_Down)
    qtbot.keyClick(focus(), Key.Key_Return)
    assert session.case.purchase.category == "other"
    assert session.case.purchase.item == "Стол обеденный"


def test_disputed_goods_say_so_also_after_reopening(qtbot, session, form):
    row = form("purchase.category")
    keys(qtbot, row, "стиралка полуавтомат", leave=False)
    qtbot.keyClick(focus(), Key.Key_Return)
    qtbot.keyClick(focus(), Key.Key_Return)
    again = form("purchase.category")
    for shown in (row, again):
        assert "Спорно" in shown.editor._chosen.text()
        assert shown.editor._card.property("role") == "care"


def test_unknown_goods_lead_to_the_whole_list(qtbot, session, form):
    row = form("purchase.category")
    keys(qtbot, row, "йцукенгшщз", leave=False)
    assert row.editor.nothing.isVisible()
    qtbot.mouseClick(row.editor.whole, Qt.MouseButton.LeftButton)
    assert row.editor.list.count() == 15
    qtbot.keyClick(focus(), Key.Key_Escape)
    assert focus() is row.editor.field


@pytest.mark.qt_log_ignore("does not support raise", "grabbing the keyboard", extend=True)
def test_the_calendar_is_reached_by_keys_and_escape_changes_nothing(qtbot, session, form):
    row = form("purchase.contract_date")
    keys(qtbot, row, "10.06.2025")
    assert focus() is row.editor.button
    qtbot.keyClick(focus(), Key.Key_Space)
    popup = row.editor.popup
    assert popup.isVisible()
    assert popup.calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    view = popup.calendar.focusProxy() or popup.calendar.findChild(
        QWidget, "qt_calendar_calendarview"
    )
    qtbot.keyClick(view, Key.Key_Right)
    qtbot.keyClick(view, Key.Key_Escape)
    assert not popup.isVisible()
    assert session.case.purchase.contract_date == date(2025, 6, 10)
    qtbot.keyClick(row.editor.button, Key.Key_Space)
    qtbot.keyClick(view, Key.Key_Right)
    qtbot.keyClick(view, Key.Key_Return)
    assert session.case.purchase.contract_date == date(2025, 6, 11)
    assert row.editor.field.text() == "11.06.2025"


def test_long_text_grows_and_tab_leaves_it(qtbot, session, form):
    row, after = form("current_defect.description", "purchase.item")
    small = row.editor.field.height()
    row.focus_editor()
    for _ in range(6):
        type_text("нет звука")
        qtbot.keyClick(focus(), Key.Key_Return)
    assert row.editor.field.height() > small
    qtbot.keyClick(focus(), Key.Key_Tab)
    assert focus() is after.editor.field
    assert session.case.current_defect.description.count("нет звука") == 6


def test_a_file_is_chosen_and_removed(qtbot, session, form, monkeypatch, tmp_path):
    session.add_row("attachments")
    row = form("attachments[0].file")
    scan = tmp_path / "талон.pdf"
    scan.write_bytes(b"%PDF")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a: (str(scan), ""))
    row.focus_editor()
    qtbot.keyClick(focus(), Key.Key_Space)
    assert session.case.attachments[0].file == str(scan)
    assert row.editor.name.text() == "талон.pdf"
    scan.unlink()
    row.refresh()
    assert row.editor.name.text() == "талон.pdf", "what it held is kept"
    qtbot.mouseClick(row.editor.remove, Qt.MouseButton.LeftButton)
    assert session.case.attachments[0].file is None


def chosen(session, row, path, monkeypatch):
    """Choose a file in the form; return what the form then says of it."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a: (str(path), ""))
    row.editor.choose.click()
    return row.editor.name.text().replace("\u00a0", " ")


def test_a_file_chosen_again_is_kept_as_it_is_now(session, form, monkeypatch, tmp_path):
    session.add_row("attachments")
    row = form("attachments[0].file")
    scan = tmp_path / "чек\u202eй.pdf"
    for content in (b"%PDF 1", b"%PDF 2"):
        scan.write_bytes(content)
        assert chosen(session, row, scan, monkeypatch) == "чекй.pdf"
        kept = kept_scans.scans_of(session.register, session.id, session.case)
        assert [one.data for one in kept.values()] == [content]
        scan.write_bytes(b"%PDF changed later")
        assert kept_scans.scans_of(session.register, session.id, session.case) == kept


def test_a_file_that_is_not_kept_is_told_with_the_reason(session, form, monkeypatch, tmp_path):
    session.add_row("attachments")
    row = form("attachments[0].file")
    large = tmp_path / "большой.pdf"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "больше 50 МБ" in chosen(session, row, large, monkeypatch)
    empty = tmp_path / "пустой.pdf"
    empty.touch()
    assert "пока не взят" in chosen(session, row, empty, monkeypatch)
    assert "прежнем месте нет" in chosen(session, row, tmp_path / "нет.pdf", monkeypatch)
    assert kept_scans.kept(session.register, session.id) == {}


def test_undo_changes_the_field_one_stands_in(qtbot, session, form):
    row = form("purchase.price")
    keys(qtbot, row, "100", leave=False)
    session.undo()
    assert row.editor.field.text() == ""
    session.redo()
    assert row.editor.field.text().startswith("100")


def test_f1_asks_for_help_and_a_problem_is_said_at_the_field(qtbot, form):
    row = form("purchase.price")
    row.focus_editor()
    with qtbot.waitSignal(row.help_wanted) as asked:
        qtbot.keyClick(focus(), Key.Key_F1)
    assert asked.args[0].path == row.path == "purchase.price"
    row.show_problem("Впишите цену товара.")
    assert row.heading.problem.isVisible()
    assert row.editor.field.accessibleDescription().startswith("Впишите цену")
    keys(qtbot, row, "5", leave=False)
    assert row.heading.problem.isHidden()


def test_every_control_has_a_name_and_a_description(qtbot, session, form):
    session.add_row("repairs", Repair(defect="нет звука"))
    rows = form(*KITCHEN_SINK)
    for row in rows:
        assert row.heading.label.buddy() is not None
        for control in row.findChildren(QWidget):
            if isinstance(control, QAbstractButton | QLineEdit) or control in row.controls():
                assert control.accessibleName(), (row.path, control)
            if control in row.controls():
                assert control.accessibleDescription() or control is row.editor.controls()[-1]


def test_tab_goes_in_the_order_of_reading(qtbot, session, form):
    rows = form(*KITCHEN_SINK)
    rows[0].focus_editor()
    first, heights = focus(), []
    for _ in range(80):
        place = focus().mapTo(rows[0].window(), focus().rect().topLeft())
        heights.append((place.y(), place.x()))
        qtbot.keyClick(focus(), Key.Key_Tab)
        if focus() is first:
            break
    assert len(heights) > len(rows)
    # A button beside a line may stand a pixel higher than the line.
    assert all(later[0] >= before[0] - 4 for before, later in itertools.pairwise(heights))


def test_a_row_that_is_gone_disturbs_nobody(qtbot, session, form):
    session.add_row("repairs")
    row = form("repairs[0].handed_over")
    keys(qtbot, row, "1.3.25", leave=False)
    session.remove_row("repairs", 0)
    type_text("1")
    row.refresh()
    assert session.case.repairs is None


def test_the_name_as_the_letter_has_it_is_shown_for_checking(session, form):
    row = form("buyer.genitive")
    assert row.said.text() == ""
    for path, text in (("surname", "Орлова"), ("given_name", "Марина"), ("patronymic", "Петровна")):
        session.type(question_at(f"buyer.{path}").question, None, text)
    assert row.said.text().replace("\u00a0", " ") == "В письме будет: от Орловой Марины Петровны."
    keys(None, row, "Орловой М. П.", leave=False)
    assert row.said.text() == ""


def test_where_the_form_is_not_sure_one_is_chosen_by_a_button(qtbot, session, form):
    row = form("seller.dative")
    session.type(question_at("seller.name").question, None, "ИП Кравец Иван Ильич")
    assert row.doubt.isVisible() and row.said.text() == ""
    wanted = next(b for b in row.doubt.buttons if "Кравцу" in b.text())
    wanted.setFocus()
    qtbot.keyClick(wanted, Key.Key_Space)
    dative = "Индивидуальному предпринимателю Кравцу Ивану Ильичу"
    assert session.case.seller.dative == dative
    assert row.doubt.isHidden()
