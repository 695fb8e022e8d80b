"""The letter beside the form: says how far it is, follows the answers, can be reached."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from window_hands import focus

from desktop_app.case.edit import replaced
from desktop_app.clock import now
from desktop_app.interview.form import question_at
from desktop_app.window.preview import pane as pane_file
from desktop_app.window.preview.letter_window import LetterWindow


def told(pane):
    return "\n".join(label.text() for label in pane.outline.labels)


def test_it_says_whether_it_can_be_signed(qtbot, window):
    window.show_example()
    pane = window.case_view.letter
    qtbot.waitUntil(lambda: "готово к подписи" in pane._count.text())
    window.session._take(
        replaced(window.session.case, "buyer.address", None), "Проба", "buyer.address"
    )
    qtbot.waitUntil(lambda: "черновик" in pane._count.text())


def test_it_is_white_paper_also_in_the_dark(qtbot, window):
    window.appearance.choose(100, "dark")
    window.show_example()
    pane = window.case_view.letter
    qtbot.waitUntil(lambda: "страниц" in pane._count.text())
    corner = pane.sheets.mapTo(window, QPoint(12, 12))
    assert window.grab().toImage().pixelColor(corner).name() == "#ffffff"


def test_folded_away_it_is_not_filled_and_comes_back_as_the_answers_are(qtbot, window, monkeypatch):
    window.show_example()
    pane = window.case_view.letter
    qtbot.waitUntil(lambda: bool(told(pane)))
    window.resize(800, 700)
    QApplication.processEvents()
    made = []
    fill = pane_file.make_packet
    monkeypatch.setattr(pane_file, "make_packet", lambda *a, **k: made.append(1) or fill(*a, **k))
    window.session.type(question_at("buyer.surname").question, None, "Ким")
    qtbot.wait(150)
    assert made == []
    window.resize(1280, 820)
    qtbot.waitUntil(lambda: "Ким" in told(pane))


def test_where_it_does_not_fit_it_has_a_window_of_its_own(qtbot, window):
    window.appearance.choose(200, "light")
    window.resize(1024, 700)
    window.show_example()
    QApplication.processEvents()
    assert not window.case_view.letter.isVisible()
    window.show_letter()
    letter = window.findChild(LetterWindow)
    qtbot.waitUntil(lambda: "Орлова" in told(letter.pane))
    window.session.type(question_at("buyer.surname").question, None, "Ким")
    qtbot.waitUntil(lambda: "Ким" in told(letter.pane))
    qtbot.keyClick(letter, Qt.Key.Key_Escape)
    assert not letter.isVisible()


def test_the_keyboard_scrolls_it(qtbot, window):
    window.show_example()
    pane = window.case_view.letter
    qtbot.waitUntil(lambda: bool(told(pane)))
    window.show_letter()
    assert pane.isAncestorOf(focus())
    qtbot.keyClick(focus(), Qt.Key.Key_PageDown)
    assert pane.desk.verticalScrollBar().value() > 0


def test_the_answers_of_another_window_reach_it_and_it_opens_once(qtbot, window, register):
    window.appearance.choose(200, "light")
    window.resize(1024, 700)
    window.show_example()
    QApplication.processEvents()
    window.show_letter()
    window.show_letter()
    (letter,) = window.findChildren(LetterWindow)
    qtbot.waitUntil(lambda: "Орлова" in told(letter.pane))
    case = replaced(window.session.case, "buyer.surname", "Ким")
    register.save(window.session.id, case, now())
    window.session.keeping.look_again()
    qtbot.waitUntil(lambda: "Ким" in told(letter.pane))
