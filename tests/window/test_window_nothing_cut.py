"""No words are cut and none are taken for markup: every page, small and large, narrow and wide."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QRadioButton

from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.clock import now
from desktop_app.interview.flow import pages_of
from desktop_app.interview.steps import STEPS
from desktop_app.window.cases.example import EXAMPLE
from desktop_app.window.views.following import FollowingView

LONG = {
    "buyer.surname": "<b>Хрущ-Забейворота</b>",
    "purchase.model": "Очень длинная модель WM-6010 серебристая с паром и сушкой, для узкой ниши",
    "purchase.serial_number": "W" * 60,
    "seller.name": "ИП Хрущ-Забейворота Эльдар оглы Ибрагимович",
    "repairs[0].defect": "<h1>не греет</h1> и " + "гудит " * 30,
}
# Steps at the left have room above and below their words; a pixel or two of it may go.
SPARE = 6


def long_case():
    case = read_case(EXAMPLE)
    for path, value in LONG.items():
        case = replaced(case, path, value)
    return case


def cut_labels(window):
    for label in window.findChildren(QLabel):
        if label.property("role") == "unseen":
            continue  # Told to a screen reader, painted by nobody.
        if label.isVisible() and label.text() and label.pixmap().isNull():
            wraps = label.wordWrap()
            needed = label.heightForWidth(label.width()) if wraps else label.sizeHint().height()
            if label.height() + 1 < needed or (
                not wraps and label.width() + 1 < label.sizeHint().width()
            ):
                yield label.text()[:60], label.size().toTuple(), needed


def cut_buttons(window):
    for button in window.findChildren(QPushButton):
        if button.isVisible() and button.text():
            needed, has = button.minimumSizeHint(), button.size()
            if has.width() + 1 < needed.width() or has.height() + SPARE < needed.height():
                yield button.text()[:60], has.toTuple(), needed.toTuple()


def rich(window):
    plain = Qt.TextFormat.PlainText
    return [
        label.text()
        for label in window.findChildren(QLabel)
        if label.text() and label.textFormat() != plain and "<" in label.text()
    ]


@pytest.mark.parametrize(
    ("percent", "width", "height"),
    [(100, 1024, 700), (150, 1280, 820), (200, 1024, 700), (200, 1600, 1000)],
)
def test_every_page_has_room_for_its_words(qtbot, window, register, percent, width, height):
    window.appearance.choose(percent, "light")
    window.resize(width, height)
    window.open_stored(register.import_case(long_case(), now()).id)
    for step in STEPS:
        for page in pages_of(window.session.case, step) or [None]:
            window.case_view.show_step(step.id, page)
            for _ in range(3):
                QApplication.processEvents()
            qtbot.waitUntil(lambda: all(v.is_whole for v in window.findChildren(FollowingView)))
            where = (step.id, page.id if page else "")
            assert (where, list(cut_labels(window))) == (where, [])
            assert (where, list(cut_buttons(window))) == (where, [])
            assert (where, rich(window)) == (where, [])


def test_radio_buttons_and_boxes_do_not_hide_their_words(window):
    window.show_example()
    for step in STEPS:
        window.go_to_step(step.id)
        QApplication.processEvents()
        for box in (*window.findChildren(QRadioButton), *window.findChildren(QCheckBox)):
            if box.isVisible() and box.text():
                assert box.width() + 1 >= box.sizeHint().width(), (step.id, box.text())
