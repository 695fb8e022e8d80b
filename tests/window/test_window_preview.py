"""The letter at the right by mouse and keyboard: to the question and back, why, search, size."""

import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from window_hands import focus, type_text

from desktop_app.case.edit import replaced
from desktop_app.interview.form import question_at


@pytest.fixture
def pane(qtbot, window):
    window.resize(1500, 900)
    window.show_example()
    pane = window.case_view.letter
    qtbot.waitUntil(lambda: pane.preview is not None)
    QApplication.processEvents()
    return pane


def point_of(pane, path, which=0):
    stretch = pane.preview.stretches_of(path)[which]
    pane.desk.show_stretch(stretch)
    QApplication.processEvents()
    return pane.sheets.on_desk(stretch).center().toPoint()


def click(pane, point):
    QTest.mouseClick(pane.sheets, Qt.MouseButton.LeftButton, pos=point)
    QApplication.processEvents()


def change(window, path, value):
    window.session._take(replaced(window.session.case, path, value), "Проба", path)


def words_in(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


@pytest.mark.parametrize(
    "asked", ["seller.name", "purchase.serial_number", "repairs[1].act", "losses[0].amount"]
)
def test_a_press_on_a_phrase_goes_to_its_field(window, pane, asked):
    click(pane, point_of(pane, asked))
    view = window.case_view
    rows = view.row_form.rows if view.row_form else view.page.rows
    assert rows[asked].isAncestorOf(focus())


def test_words_that_stand_for_an_answer_lead_there_too(window, pane):
    click(pane, point_of(pane, "payment.method"))
    assert window.case_view.page.rows["payment.method"].isAncestorOf(focus())


def test_where_a_press_leads_is_seen_before(pane):
    point = point_of(pane, "seller.name")
    QTest.mouseMove(pane.sheets, point)
    assert pane.sheets.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(pane.sheets, QPoint(3, 3))
    assert pane.sheets.cursor().shape() == Qt.CursorShape.IBeamCursor


def test_a_field_with_the_focus_has_its_phrase_outlined_and_in_sight(qtbot, window, pane):
    pane.desk.verticalScrollBar().setValue(0)
    window.case_view.go_to("bank_details.account")
    QApplication.processEvents()
    outlined = pane.sheets.marks.answer
    assert outlined == pane.preview.stretches_of("bank_details.account") != ()
    assert pane.desk.sees(outlined[0])
    assert pane.desk.verticalScrollBar().value() > 0
    window.case_view.go_to("delivery.channel")
    QApplication.processEvents()
    assert pane.sheets.marks.answer == ()


def test_typing_is_followed_marked_for_a_moment_and_the_eye_stays(qtbot, hands, window, pane):
    hands.answer("purchase.model", "")
    bar = pane.desk.verticalScrollBar()
    bar.setValue(round(bar.maximum() * 0.6))
    seen = pane.desk.anchor()
    assert seen[0]
    # A longer name pushes all that follows down by a line.
    type_text(" с очень длинным названием, которое не помещается в строку " * 2)
    qtbot.waitUntil(lambda: "не помещается" in pane.preview.text)
    assert pane.desk.anchor()[0] == seen[0]
    assert abs(pane.desk.anchor()[1] - seen[1]) <= 2
    assert pane.sheets.marks.changed
    qtbot.waitUntil(lambda: not pane.sheets.marks.changed, timeout=4000)


def test_a_blank_of_a_draft_is_marked_and_leads_to_its_question(qtbot, window, pane):
    change(window, "seller.address", None)
    qtbot.waitUntil(lambda: bool(pane.sheets.marks.blanks))
    assert "черновик" in pane._count.text()
    click(pane, pane.sheets.on_desk(pane.sheets.marks.blanks[0]).center().toPoint())
    assert window.case_view.page.rows["seller.address"].isAncestorOf(focus())


def test_the_keyboard_walks_the_paragraphs_and_asks_why(qtbot, window, pane):
    window.show_letter()
    sheets = pane.sheets
    assert focus() is sheets
    for _ in range(60):
        if sheets.current is not None and sheets.current.text.startswith("Цена товара"):
            break
        qtbot.keyClick(sheets, Qt.Key.Key_Down)
    assert sheets.current.text.startswith("Цена товара")
    assert pane.desk.sees(sheets.current.stretches[0])
    qtbot.keyClick(sheets, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert pane.why.isVisible()
    assert pane.desk.sees(sheets.current.stretches[0]), "the panel does not cover it"
    assert "Вы платили своими деньгами." in words_in(pane.why)
    qtbot.keyClick(sheets, Qt.Key.Key_Up)
    assert "Вы платили своими деньгами." not in words_in(pane.why._scroll.widget())
    qtbot.keyClick(sheets, Qt.Key.Key_Down)
    qtbot.keyClick(sheets, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert window.case_view.page.rows["payment.method"].isAncestorOf(focus())


def test_the_panel_leads_to_an_answer_and_closes(qtbot, window, pane):
    pane.sheets.choose(next(t for t in pane.preview.paragraphs if "крупногабаритный" in t.text))
    pane.explaining.explain()
    (change_it,) = [
        b for b in pane.why.findChildren(QPushButton) if "тяжелее" in b.accessibleName()
    ]
    change_it.click()
    QApplication.processEvents()
    assert window.case_view.page.rows["purchase.heavy_or_bulky"].isAncestorOf(focus())
    qtbot.keyClick(pane.why, Qt.Key.Key_Escape)
    assert not pane.why.isVisible()


def test_what_is_absent_is_listed_with_why(window, pane):
    pane.tools.absent.emit()
    said = [text.replace("\u00a0", " ") for text in words_in(pane.why)]
    assert "нет: магазин рассрочку не давал" in said
    assert pane.why.isAncestorOf(focus())


def test_the_search_finds_over_lines_and_goes_round(qtbot, window, pane):
    window.show_letter()
    qtbot.keyClick(pane.sheets, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert focus() is pane.finder.field and window.session is not None
    pane.finder.field.setText("ВОЛНА wm-6010")
    assert pane.finder.count.text() == "1 из 1"
    (here,) = {stretch.page for stretch in pane.sheets.marks.here}
    assert pane.preview.answers_at(
        here,
        pane.sheets.marks.here[0].area.x + 1,
        pane.sheets.marks.here[0].area.y + 5,
    ) == ("purchase.model",)
    pane.finder.field.setText("товар")
    first = pane.sheets.marks.here
    count = int(pane.finder.count.text().split()[-1])
    assert count > 5
    for _ in range(count):
        qtbot.keyClick(pane.finder.field, Qt.Key.Key_Return)
    assert pane.sheets.marks.here == first
    qtbot.keyClick(pane.finder.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pane.finder.count.text() == f"{count} из {count}"
    assert pane.desk.sees(pane.sheets.marks.here[0])
    pane.finder.field.setText("слона")
    assert pane.finder.count.text() == "Не найдено"
    qtbot.keyClick(pane.finder.field, Qt.Key.Key_Escape)
    assert pane.sheets.marks.found == () and not pane.finder.isVisible()


def test_text_is_chosen_with_the_mouse_and_copied(qtbot, window, pane):
    begin, end = point_of(pane, "purchase.model"), point_of(pane, "purchase.price")
    first = pane.sheets.on_desk(pane.preview.stretches_of("purchase.model")[0])
    begin = QPointF(first.left() + 1, first.center().y()).toPoint()
    QTest.mousePress(pane.sheets, Qt.MouseButton.LeftButton, pos=begin)
    for share in (0.3, 0.6, 1.0):
        between = QPointF(begin) + (QPointF(end) - QPointF(begin)) * share
        QTest.mouseMove(pane.sheets, between.toPoint())
    QTest.mouseRelease(pane.sheets, Qt.MouseButton.LeftButton, pos=end)
    assert pane.sheets.selected_text.startswith("Волна")
    assert pane.sheets.marks.selected
    pane.sheets.setFocus()
    qtbot.keyClick(pane.sheets, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == pane.sheets.selected_text
    step = window.case_view.page.step.id
    assert step == window.session.step, "choosing text goes nowhere"
    pane.sheets.show_preview(pane.preview)
    pane.copy()
    assert QGuiApplication.clipboard().text() == pane.preview.text


def test_the_size_of_the_pages_is_chosen_and_kept(qtbot, window, pane, register):
    wide = pane.sheets.scale
    pane.tools.larger.emit()
    assert pane.sheets.scale > wide
    chosen = register.setting("letter_zoom")
    window.appearance.changed.emit()
    again = window.case_view.letter
    qtbot.waitUntil(lambda: again.preview is not None)
    assert again is not pane and str(again._percent) == chosen
    assert again.sheets.scale == pytest.approx(pane.sheets.scale)
    for _ in range(20):
        again.tools.larger.emit()
    assert again._percent == 300
    for _ in range(20):
        again.tools.smaller.emit()
    assert again._percent == 50
    again.tools.fit.emit()
    assert again.sheets.zoom is None


def test_a_screen_reader_reaches_the_text_as_paragraphs(qtbot, window, pane):
    labels = pane.outline.labels
    assert [label.text() for label in labels] == [t.text for t in pane.preview.paragraphs]
    for label, told in zip(labels, pane.preview.paragraphs, strict=True):
        assert label.accessibleName() == told.text and not label.isHidden()
        place = pane.sheets.on_desk(told.stretches[0]).toAlignedRect()
        assert label.geometry().contains(place)
    kept = labels[0]
    change(window, "buyer.phone", None)
    qtbot.waitUntil(lambda: len(pane.outline.labels) == len(pane.preview.paragraphs))
    assert pane.outline.labels[0] is kept
    assert [label.text() for label in pane.outline.labels] == [
        t.text for t in pane.preview.paragraphs
    ]


def test_the_labels_are_not_painted(qtbot, window, pane):
    with_them = pane.sheets.grab().toImage()
    for label in pane.outline.labels:
        label.hide()
    assert pane.sheets.grab().toImage() == with_them


def test_what_the_pages_leave_out_is_told(window, pane, monkeypatch):
    pane.tools.not_shown.emit()
    before = words_in(pane.why)
    monkeypatch.setattr(pane.preview.pages, "not_shown", ("сноски",))
    pane.tools.not_shown.emit()
    assert "Не\u00a0показано: сноски." in words_in(pane.why) and before != words_in(pane.why)


def test_a_letter_of_its_own_window_leads_to_the_question_too(qtbot, window):
    from desktop_app.window.preview.letter_window import LetterWindow

    window.appearance.choose(200, "light")
    window.resize(1024, 700)
    window.show_example()
    QApplication.processEvents()
    window.show_letter()
    letter = window.findChild(LetterWindow)
    qtbot.waitUntil(lambda: letter.pane.preview is not None)
    letter.pane.answer_wanted.emit("seller.name")
    QApplication.processEvents()
    assert window.case_view.page.step.id == "seller"


def test_keys_do_not_wait_for_the_pages(qtbot, window, pane, monkeypatch):
    from desktop_app.window.preview import pane as pane_file

    made = []
    fill = pane_file.make_packet
    monkeypatch.setattr(pane_file, "make_packet", lambda *a, **k: made.append(1) or fill(*a, **k))
    question = question_at("purchase.model").question
    for length in range(1, 30):
        window.session.type(question, None, "Волна WM-6010 Плюс и ещё много"[:length])
    assert made == []
    qtbot.waitUntil(lambda: "Волна WM-6010 Плюс и ещё мног" in pane.preview.text)
    assert len(made) == 1


def test_a_row_that_is_gone_is_not_explained_from_the_old_pages(qtbot, window, pane):
    told = next(t for t in pane.preview.paragraphs if "акт №\u00a058" in t.text)
    pane.sheets.choose(told)
    pane.explain()
    assert any("акт № 58" in text or "акт №\u00a058" in text for text in words_in(pane.why))
    window.session.remove_row("repairs", 1)
    qtbot.keyClick(pane.sheets, Qt.Key.Key_Return)
    qtbot.keyClick(pane.sheets, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "58" not in pane.preview.text)
    assert not any("58" in text for text in words_in(pane.why) if pane.why.isVisible())


def test_the_panel_and_the_bar_follow_the_letter(qtbot, window, pane):
    told = next(t for t in pane.preview.paragraphs if t.text.startswith("Цена товара"))
    pane.sheets.choose(told)
    pane.explain()
    before = pane.sheets.marks.current
    window.case_view.go_to("purchase.model")
    change(window, "purchase.model", "Волна WM-6010 " * 9)
    qtbot.waitUntil(lambda: pane.preview.text.count("Волна WM-6010") > 5)
    after = pane.sheets.marks.current
    assert after != before and after == pane.sheets.current.stretches
    assert pane.sheets.current.text == told.text
    change(window, "payment.method", "installment")
    qtbot.waitUntil(lambda: "в рассрочку" in pane.preview.text)
    assert not any("своими деньгами" in text for text in words_in(pane.why) if pane.why.isVisible())


def test_new_pages_during_a_drag_are_no_press(qtbot, window, pane):
    step = window.session.step
    begin, end = point_of(pane, "seller.name"), point_of(pane, "purchase.price")
    QTest.mousePress(pane.sheets, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(pane.sheets, (begin + end) / 2)
    QTest.mouseMove(pane.sheets, end)
    change(window, "purchase.model", "Другая")
    qtbot.waitUntil(lambda: "Другая" in pane.preview.text)
    QTest.mouseRelease(pane.sheets, Qt.MouseButton.LeftButton, pos=end)
    QApplication.processEvents()
    assert window.session.step == step


def test_the_search_marks_the_letters_that_were_found(qtbot, window, pane):
    change(window, "purchase.model", "İİİİİИИ ТОВАРЧИК")
    qtbot.waitUntil(lambda: "ТОВАРЧИК" in pane.preview.text)
    pane.finder.open()
    pane.finder.field.setText("товарчик")
    (here,) = pane.sheets.marks.here
    told = next(t for t in pane.preview.paragraphs if "ТОВАРЧИК" in t.text)
    at = told.text.index("ТОВАРЧИК")
    assert pane.preview.stretches_in(told, at, at + 8) == (here,)


def test_what_is_chosen_over_pages_has_no_header_in_it(qtbot, window, pane):
    from desktop_app.packet.selection import Caret, text_of

    lines = pane.preview.lines
    first = next(n for n, (_, line) in enumerate(lines) if line.part.endswith("document.xml"))
    last = max(n for n, (_, line) in enumerate(lines) if line.part.endswith("document.xml"))
    text = text_of(pane.preview, Caret(first, 0), Caret(last, lines[last][1].end))
    assert "Экземпляр" not in text and "стр." not in text.replace("\u00a0", " ")
    assert "Требования" in text


def test_the_letter_in_its_own_window_takes_the_new_colours(qtbot, window):
    from desktop_app.window.preview.letter_window import LetterWindow

    window.appearance.choose(200, "light")
    window.resize(1024, 700)
    window.show_example()
    QApplication.processEvents()
    window.show_letter()
    before = window.findChild(LetterWindow).pane.desk.viewport().styleSheet()
    window.appearance.choose(200, "dark")
    QApplication.processEvents()
    (letter,) = [one for one in window.findChildren(LetterWindow) if one.isVisible()]
    assert letter.pane.desk.viewport().styleSheet() != before


@pytest.mark.parametrize("percent", [100, 200])
def test_the_panel_leaves_room_for_the_pages_and_its_own_way_out(qtbot, window, percent):
    window.resize(1024, 700)
    window.appearance.choose(percent, "light")
    window.show_example()
    QApplication.processEvents()
    window.show_letter()
    QApplication.processEvents()
    from desktop_app.window.preview.letter_window import LetterWindow

    own = window.findChild(LetterWindow)
    pane = own.pane if own else window.case_view.letter
    qtbot.waitUntil(lambda: pane.preview is not None)
    pane.finder.open()
    pane.list_absent()
    QApplication.processEvents()
    way_out = pane.why.close_button
    bottom = way_out.mapTo(pane, QPoint(0, way_out.height())).y()
    assert bottom <= pane.height() and pane.desk.height() >= 60


def test_a_letter_that_takes_long_waits_for_a_pause_in_typing(qtbot, window, pane, monkeypatch):
    from desktop_app.window.preview import pane as pane_file

    made = []
    fill = pane_file.make_packet

    def slow(*args, **options):
        made.append(1)
        time.sleep(0.08)
        return fill(*args, **options)

    monkeypatch.setattr(pane_file, "make_packet", slow)
    monkeypatch.setattr(pane_file, "_PAUSE_MS", 1200)
    question = question_at("purchase.model").question
    window.session.type(question, None, "Волна")
    qtbot.waitUntil(lambda: "Волна" in pane.preview.text and len(made) == 1)
    for length in range(1, 9):
        window.session.type(question, None, "Волна XM-1"[: length + 1])
        qtbot.wait(40)
    assert len(made) == 1, "no pages while keys come"
    qtbot.waitUntil(lambda: "Волна XM" in pane.preview.text)
    assert len(made) == 2


def test_the_panel_stays_as_it_is_while_what_it_says_does(qtbot, window, pane):
    pane.sheets.choose(next(t for t in pane.preview.paragraphs if t.text.startswith("Цена товара")))
    pane.explain()
    inside = pane.why._scroll.widget()
    change(window, "buyer.phone", None)
    qtbot.waitUntil(lambda: "тел." not in pane.preview.text)
    assert pane.why._scroll.widget() is inside
    change(window, "payment.method", None)
    qtbot.waitUntil(lambda: "собственными" not in pane.preview.text)
    assert pane.why.isHidden() or pane.why._scroll.widget() is not inside


def test_a_page_without_a_question_leaves_no_phrase_outlined(qtbot, window, pane):
    window.case_view.go_to("seller.name")
    QApplication.processEvents()
    assert pane.sheets.marks.answer
    window.go_to_step("review")
    QApplication.processEvents()
    assert pane.sheets.marks.answer == ()
