"""A case that is open in another window is read here, followed, and edited when that one closes."""

import os
import signal
import subprocess
import sys
from datetime import timedelta

import apsw
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
)
from window_hands import Hands

from desktop_app.assessment.model import Finding
from desktop_app.case.edit import replaced
from desktop_app.case.model import Case
from desktop_app.clock import now
from desktop_app.interview.form import places, question_at
from desktop_app.register.faults import ReadingError
from desktop_app.register.register import Register
from desktop_app.russian.typography import tidy
from desktop_app.window import dialogs
from desktop_app.window.cases.start_page import StartPage
from desktop_app.window.main_window import MainWindow
from desktop_app.window.opened import holds, open_cases, versions
from desktop_app.window.opened.holds import HeldError, Hold
from desktop_app.window.opened.reading import ReadingBanner
from desktop_app.window.opened.versions_dialog import VersionsDialog
from desktop_app.window.views.verdict_cards import CountChoice

SOON = 5000


@pytest.fixture(autouse=True)
def quick_poll(monkeypatch):
    monkeypatch.setattr(open_cases, "POLL_MS", 50)


@pytest.fixture
def reader(window, other):
    """The second window, which reads the example that the first edits."""
    window.show_example()
    other.open_stored(window.session.id)
    QApplication.processEvents()
    return other


@pytest.fixture
def told(monkeypatch):
    """What was told in boxes."""
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda parent, title, text: told.append((title, text)))
    return told


def banner(window):
    return window.case_view.findChild(ReadingBanner)


def change(session, path, text):
    session.type(question_at(path).question, None, text)


def test_the_first_window_edits_and_the_second_reads(window, reader):
    assert not window.session.reading and not banner(window).isVisible()
    assert reader.session.reading and banner(reader).isVisible()
    said = "Дело открыто в другом окне программы. Здесь его можно читать."
    assert banner(reader).said.accessibleName().replace("\xa0", " ").startswith(said)
    assert reader.windowTitle() == "Пример: Стиральная машина (только чтение) — Претензия"


def test_nothing_that_changes_an_answer_is_enabled_on_any_page(reader):
    """Also not on the pages that a view leads to, as those of the handing over."""
    asked = set()
    for page in {place.page.id: place.page for place in places() if not place.question.in_row}:
        reader.case_view.go_to(f"page:{page}")
        QApplication.processEvents()
        shown = reader.case_view.page
        assert changing(shown) == [], page
        assert shown.continue_button.isEnabled()
        asked |= set(shown.rows)
    assert {"purchase.item", "repairs", "delivery.channel", "representative", "kind"} <= asked


def changing(page):
    """What is enabled among the questions, but for help and the way to a row."""
    kinds = (QLineEdit, QPlainTextEdit, QRadioButton, QCheckBox, QPushButton, QListWidget)
    allowed = ("?", "Посмотреть")
    return [
        widget.accessibleName()
        for row in page.rows.values()
        for kind in kinds
        for widget in row.findChildren(kind)
        if widget.isEnabled() and getattr(widget, "text", str)() not in allowed
    ]


def test_the_count_of_days_is_not_chosen_while_reading(reader):
    card = CountChoice(reader.session, reader.appearance.theme)
    assert not any(line.radio.isEnabled() for line in card.radios.lines)


def test_keys_at_the_table_of_rows_change_nothing(reader, qtbot):
    reader.go_to_step("repairs")
    table = reader.case_view.page.rows["repairs"].table
    before = reader.session.case
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert reader.session.case == before
    qtbot.keyClick(table, Qt.Key.Key_Return)
    QApplication.processEvents()
    form = reader.case_view.row_form
    assert form is not None and reader.focusWidget() is form.go_on
    assert not any(w.isEnabled() for w in next(iter(form.rows.values())).editor.controls())
    form.leave()
    assert reader.session.case == before


def test_every_step_can_be_gone_through_and_nothing_is_checked(reader, qtbot):
    reader.go_to_step("purchase")
    for _ in range(40):
        if reader.case_view.page.step.id == "done":
            break
        qtbot.mouseClick(reader.case_view.page.continue_button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
    assert reader.case_view.page.step.id == "done"


def test_a_risk_is_not_taken_while_reading(window, reader, qtbot):
    reader.go_to_step("review")
    view = reader.case_view.page._view
    qtbot.waitUntil(lambda: view.is_whole, timeout=SOON)
    agreeing = [b for b in view.findChildren(QPushButton) if "всё верно" in b.text().lower()]
    assert not any(b.isEnabled() for b in agreeing if not b.text().startswith(("▸", "▾")))


def refused(session, do):
    before = session.case
    with pytest.raises(ReadingError):
        do()
    assert session.case == before == session.register.read(session.id).case


def test_the_session_refuses_every_change(reader):
    session = reader.session
    price = question_at("purchase.price").question
    item = question_at("purchase.item").question
    repairs = question_at("repairs").question
    finding = Finding(code="price_improbable", severity="risk", field="purchase.price", message="?")
    for do in (
        lambda: session.type(item, None, "Другое"),
        lambda: session.choose(question_at("kind").question, None, "replacement"),
        lambda: session.say_unknown(price, None),
        lambda: session.say_none(repairs),
        lambda: session.add_row("repairs"),
        lambda: session.remove_row("repairs", 0),
        lambda: session.move_row("repairs", 0, 1),
        lambda: session.paste_repairs("10.06.2025–29.06.2025 не заряжается"),
        lambda: session.accept_risk(finding),
        lambda: session.choose(question_at("delivery.channel").question, None, "email"),
        lambda: session.bring_back(Case(), "Возвращена версия"),
    ):
        refused(session, do)
    assert session.undo() is None and session.redo() is None
    assert session.undo_label is None and session.redo_label is None


def test_visiting_a_step_writes_nothing(reader, path):
    with Register.open(path) as register:
        before = register.data_version(), register.row(reader.session.id).step
        reader.go_to_step("seller")
        assert (register.data_version(), register.row(reader.session.id).step) == before
    assert reader.session.step == "seller"


def test_what_the_other_answers_appears_here_by_itself(window, reader, qtbot):
    reader.case_view.go_to("purchase.item")
    change(window.session, "purchase.item", "Ноутбук")
    qtbot.waitUntil(lambda: reader.session.case.purchase.item == "Ноутбук", timeout=SOON)
    assert reader.case_view.page.rows["purchase.item"].editor.controls()[0].text() == "Ноутбук"
    assert reader.session.undo_label is None, "it was not this window's change"


def test_when_the_other_closes_the_case_this_window_edits_it(window, reader, qtbot):
    reader.case_view.go_to("purchase.item")
    change(window.session, "purchase.item", "Ноутбук")
    window.show_start()
    qtbot.waitUntil(lambda: not reader.session.reading, timeout=SOON)
    QApplication.processEvents()
    assert not banner(reader).isVisible()
    assert reader.case_view.page.rows["purchase.item"].isVisible(), "the same page as before"
    hands = Hands(qtbot, reader)
    reader.activateWindow()
    hands.answer("purchase.model", "М")
    kept = reader.register.read(reader.session.id).case.purchase
    assert (kept.item, kept.model[-1]) == ("Ноутбук", "М")


def test_the_other_way_round_then_the_first_window_reads(window, reader, qtbot):
    case_id = window.session.id
    window.show_start()
    qtbot.waitUntil(lambda: not reader.session.reading, timeout=SOON)
    window.open_stored(case_id)
    assert window.session.reading


def test_asking_too_early_says_that_it_is_still_open(reader, monkeypatch, qtbot):
    qtbot.mouseClick(banner(reader).edit, Qt.MouseButton.LeftButton)
    assert banner(reader).said.accessibleName() == tidy(
        "Пока нельзя: дело всё ещё открыто в другом окне. Закройте его там и повторите."
    )
    assert reader.session.reading


def test_what_another_computer_holds_is_edited_by_force_after_a_question(
    window, other, path, monkeypatch, qtbot
):
    window.show_example()
    case_id = window.session.id
    window.show_start()
    lock = path.with_name(f"{path.name}.{case_id}.lock")
    lock.write_text("4711\npretenziya\nкасса-2\n\n\n", encoding="utf-8")
    other.open_stored(case_id)
    assert other.session.reading
    asked, answers = [], [False, True]
    monkeypatch.setattr(dialogs, "ask", lambda *a: asked.append(a[2]) or answers.pop(0))
    banner(other).edit.click()
    assert other.session.reading and "касса-2" in asked[0]
    banner(other).edit.click()
    assert not other.session.reading


def test_leaving_an_empty_case_that_one_only_reads_leaves_it_to_the_other(window, other, qtbot):
    window.new_case()
    other.open_stored(window.session.id)
    assert other.session.reading
    other.show_start()
    change(window.session, "seller.name", "ООО «Пример»")
    assert window.register.read(window.session.id).case.seller.name == "ООО «Пример»"


def test_a_case_that_the_other_removes_is_told_and_left(
    window, reader, path, told, monkeypatch, qtbot
):
    monkeypatch.setattr(dialogs, "ask", lambda *asked: True)
    case_id = window.session.id
    window.show_start()
    qtbot.waitUntil(lambda: not reader.session.reading, timeout=SOON)
    window.open_stored(case_id)
    assert window.session.reading
    with Register.open(path) as register:
        register.to_basket(case_id, now())
        register.remove(case_id)
    qtbot.waitUntil(lambda: window.session is None, timeout=SOON)
    assert [title for title, _ in told] == ["Дело удалили в другом окне"]


def test_a_removal_is_noticed_also_while_editing(window, path, monkeypatch, qtbot):
    asked = []
    monkeypatch.setattr(dialogs, "ask", lambda *a: asked.append(a[1]) or True)
    window.show_example()
    with Register.open(path) as register:
        register.to_basket(window.session.id, now())
        register.remove(window.session.id)
    qtbot.waitUntil(lambda: window.session is None, timeout=SOON)
    assert asked == ["Дело удалили в другом окне"]


def test_a_change_by_another_program_is_noticed_also_while_editing(window, path, qtbot):
    window.show_example()
    session = window.session
    with Register.open(path) as register:
        register.save(session.id, replaced(session.case, "purchase.item", "Ноутбук"), now())
    qtbot.waitUntil(lambda: session.case.purchase.item == "Ноутбук", timeout=SOON)


def test_a_register_that_is_busy_when_looked_at_is_looked_at_again(window, reader, qtbot):
    """The other's change must not be forgotten because it could not be read at once."""
    session, read = reader.session, reader.register.read
    failures = []

    def fail_twice(case_id):
        if len(failures) < 2:
            failures.append(case_id)
            raise holds.HeldError
        return read(case_id)

    reader.register.read = fail_twice
    change(window.session, "purchase.item", "Ноутбук")
    qtbot.waitUntil(lambda: session.case.purchase.item == "Ноутбук", timeout=SOON)
    assert len(failures) == 2


def test_versions_can_be_looked_at_but_not_brought_back(window, reader):
    change(window.session, "purchase.item", "Ноутбук")
    case_id, case = window.session.id, window.session.case
    soon = now() + timedelta(minutes=1)
    window.register.save(case_id, replaced(case, "purchase.model", "Х"), soon)
    versions.show(reader)
    dialog = reader.findChild(VersionsDialog)
    assert dialog.list.count() and not dialog.give_back.isEnabled() and dialog.turn.isEnabled()
    dialog.close()


def test_the_letter_is_shown_printed_and_saved_while_reading(reader, tmp_path, qtbot):
    reader.go_to_step("done")
    reader.case_view.page._view.save_card.save_to(tmp_path / "письма")
    saved = tmp_path / "письма"
    qtbot.waitUntil(lambda: saved.is_dir() and len(list(saved.iterdir())) == 12, timeout=20_000)
    reader.show_print()
    qtbot.waitUntil(lambda: any(w.windowTitle().startswith("Печать") for w in shown(reader)))
    [w.close() for w in shown(reader) if w.windowTitle().startswith("Печать")]


def shown(window):
    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]


def test_a_case_left_with_answers_not_kept_stays_held(window, other, path, qtbot, monkeypatch):
    monkeypatch.setattr(dialogs, "ask", lambda *a: True)
    window.show_example()
    case_id = window.session.id
    lock = apsw.Connection(str(path))
    lock.execute("BEGIN IMMEDIATE")
    change(window.session, "purchase.item", "Ноутбук")
    window.show_start()
    lock.execute("ROLLBACK")
    lock.close()
    other.open_stored(case_id)
    assert other.session.reading, "its last answers are still on their way"
    qtbot.waitUntil(lambda: not other.session.reading, timeout=SOON * 2)
    assert other.session.case.purchase.item == "Ноутбук"


def test_a_case_kept_under_a_new_id_is_held_under_that(window, other, path):
    window.new_case()
    session = window.session
    change(session, "seller.name", "ООО «Пример»")
    session.keeping.keep_as_new()
    other.open_stored(session.id)
    assert other.session.reading


@pytest.fixture
def program(qapp, path):
    """Make windows, each with a connection of its own; all are closed at the end."""
    made = []

    def start():
        register = Register.open(path)
        made.append(MainWindow(register))
        return made[-1]

    yield start
    for window in made:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        window.register.close()


def test_on_a_network_drive_the_second_program_reads_all_and_says_why(
    program, path, monkeypatch, told
):
    monkeypatch.setattr(holds, "file_system_of", lambda asked: ("nfs4", "server:/a"))
    first, second = program(), program()
    first.show_example()
    second.open_stored(first.session.id)
    assert second.session.reading_all
    assert "сетевом диске" in banner(second).said.accessibleName()
    second.new_case()
    second.open_file(path)
    second.show_start()
    page = second.centralWidget().findChild(StartPage)
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    page.to_basket.click()
    assert {text for _, text in told} == {str(HeldError())} and len(told) == 3
    assert len(first.register.cases()) == 1
    first.register.set_setting("geometry", "x")
    second.close()
    assert first.register.setting("geometry") == "x", "the second program writes nothing at all"
    case_id = first.session.id
    first.close()
    third = program()
    third.open_stored(case_id)
    assert not third.session.reading


CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app.register.register import Register
from desktop_app.window.application import made_application
from desktop_app.window.main_window import MainWindow
application = made_application()
window = MainWindow(Register.open(Path(sys.argv[1])))
window.show_example()
print(window.session.id, window.session.reading, flush=True)
application.exec()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a system without SIGKILL")
def test_a_program_that_was_killed_blocks_nobody(window, path, qtbot):
    run = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        assert run.stdout.readline().split()[1] == "False"
        window.show_example()
        assert window.session.reading
        run.send_signal(signal.SIGKILL)
        run.wait()
        qtbot.waitUntil(lambda: not window.session.reading, timeout=SOON)
    finally:
        run.kill()
        run.wait()
        run.stdout.close()


def test_the_clipboard_does_not_reach_a_field_that_is_only_read(reader, qtbot):
    QGuiApplication.clipboard().setText("Подмена")
    reader.case_view.go_to("purchase.item")
    QApplication.processEvents()
    field = reader.case_view.page.rows["purchase.item"].editor.controls()[0]
    before = reader.session.case
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert reader.session.case == before and field.text() == "Стиральная машина"


def test_where_no_lock_file_can_be_made_both_edit(window, other, monkeypatch, path):
    monkeypatch.setattr(Hold, "__init__", unmakeable)
    window.show_example()
    other.open_stored(window.session.id)
    assert not window.session.reading and not other.session.reading


def unmakeable(hold, path, whole=False):
    from PySide6.QtCore import QLockFile

    hold.whole, hold._lock = whole, QLockFile(str(path.parent / "нет папки" / path.name))
