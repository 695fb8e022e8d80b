"""The picture in the window: worded from the case, walked by keys, clicked, saved."""

from datetime import date

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog
from verdict_cases import TODAY, repair

from desktop_app.advice.timeline import timeline_of
from desktop_app.paper.timeline_layout import drawing_of
from desktop_app.paper.timeline_model import PRINT
from desktop_app.window import dialogs
from desktop_app.window.form.timeline_picture import palette_of
from desktop_app.window.form.timeline_view import TimelineView


def into(rows):
    def took(path, index):
        rows.append((path, index))

    return took


def told(session):
    return timeline_of(session.asked_case, session.assessment, session.today)


@pytest.fixture
def shown(open_case, themed, qtbot):
    def made(case, dark=False, percent=100):
        session = open_case(case)
        view = TimelineView(session, themed(dark, percent))
        qtbot.addWidget(view)
        view.resize(600, 300)
        view.show()
        qtbot.waitExposed(view)
        return view

    return made


def test_the_example_is_worded(open_case, example):
    model = told(open_case(example))
    assert [stay.label for stay in model.stays] == ["17\u00a0дн.", "20\u00a0дн."]
    assert model.years[0].verdict == "37\u00a0дней\u00a0— порог превышен на\u00a07"
    assert model.years[0].tone == "good"
    assert model.words.today == "день письма"


def test_missing_days_and_both_counts_are_said_in_words(open_case, with_repairs):
    case = with_repairs(repair("2026-02-01", "2026-02-25"))
    assert "до\u00a0порога не\u00a0хватает 7" in told(open_case(case)).years[0].verdict
    pair = repair("2026-06-10", "2026-06-25"), repair("2026-09-01", "2026-09-16", "шумит")
    year = told(open_case(with_repairs(*pair))).years[0]
    assert year.tone == "care" and "30\u00a0дней" in year.verdict and "32" in year.verdict


def test_one_long_repair_promises_nothing(open_case, with_repairs):
    case = with_repairs(repair("2026-03-01", "2026-04-10"))
    year = told(open_case(case)).years[0]
    assert year.tone == "soft" and year.verdict.endswith("но\u00a0ремонт один")


def test_running_and_uncounted_repairs_say_so(open_case, with_repairs):
    case = with_repairs(
        repair("2026-03-01", "2026-03-10", outcome="refused"),
        repair("2026-09-20", None, outcome="in_repair"),
    )
    refused, running = told(open_case(case)).stays
    assert not refused.counted and "в\u00a0ремонте отказали" in refused.told
    assert running.running and "ещё не\u00a0окончен" in running.told
    assert running.last == date(2026, 10, 5)


def test_without_repairs_there_is_no_picture(shown, with_repairs):
    view = shown(with_repairs())
    assert not view.has_repairs and view.text() == "" and view.picture.heightForWidth(400) == 0


def test_a_repair_without_days_is_left_out(open_case, with_repairs):
    case = with_repairs(repair("2026-03-01", "2026-03-10"), repair("2026-05-01", None))
    assert [stay.number for stay in told(open_case(case)).stays] == [1]


@pytest.mark.parametrize("count", [2, 9, 20])
def test_the_text_tells_every_repair_and_year(shown, many, count):
    view = shown(many(count))
    text = view.picture.accessibleDescription()
    assert view.accessibleDescription() == text == view.text()
    for number in range(1, count + 1):
        assert f"Ремонт №\u00a0{number}: " in text
    assert ("1-й год гарантии" in text and "порог" in text) or "порога" in text


def test_arrow_keys_walk_and_enter_opens(shown, example, qtbot):
    view = shown(example)
    opened = []
    view.repair_wanted.connect(opened.append)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.picture.hasFocus)
    qtbot.keyClick(view.picture, Qt.Key.Key_Home)
    assert view.picture.marked == 1 and view.told.text().startswith("Ремонт №\u00a01")
    qtbot.keyClick(view.picture, Qt.Key.Key_Right)
    qtbot.keyClick(view.picture, Qt.Key.Key_Right)
    assert view.picture.marked == 2
    qtbot.keyClick(view.picture, Qt.Key.Key_Return)
    qtbot.keyClick(view.picture, Qt.Key.Key_Left)
    qtbot.keyClick(view.picture, Qt.Key.Key_Space)
    assert opened == [1, 0]


def test_pointing_says_the_repair_and_a_click_opens_it(shown, example, qtbot):
    view = shown(example)
    opened, rows = [], []
    view.repair_wanted.connect(opened.append)
    view.row_wanted.connect(into(rows))
    picture = view.picture
    inner = picture.width() - 2 * picture.edge
    bar = drawing_of(float(inner), view.model, palette_of(view.theme)).bars[1]
    at = bar.rect.center().toPoint() + QPoint(picture.edge, picture.edge)
    qtbot.mouseMove(picture, at)
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at)
    assert "не вращается барабан" in view.told.text()
    assert opened == [1] and rows == [("repairs", 1)]
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert opened == [1] and picture.marked is None


def test_it_follows_the_case(shown, example):
    view = shown(example)
    before = view.text()
    view._session.remove_row("repairs", 1)
    assert view.text() != before and len(view.model.stays) == 1
    view._session.remove_row("repairs", 0)
    assert view.isHidden()
    view._session.undo()
    assert view.model is not None


def test_it_is_higher_where_it_is_narrower(shown, many):
    picture = shown(many(9)).picture
    assert picture.heightForWidth(300) > picture.heightForWidth(900)


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_it_is_saved_as_a_picture(shown, example, tmp_path, monkeypatch, suffix):
    view = shown(example)
    path = tmp_path / f"дни.{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    view.menu().actions()[0].trigger()
    assert path.read_bytes()[:5] == (b"\x89PNG\r" if suffix == "png" else b"<?xml")


def test_a_picture_that_cannot_be_saved_says_so(shown, example, tmp_path, monkeypatch):
    view = shown(example)
    said = []
    monkeypatch.setattr(dialogs, "tell", lambda *a: said.append(a[2]))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "x/y.png"), ""))
    view.menu().actions()[0].trigger()
    assert "Не удалось записать" in said[0]


def test_today_is_named_where_the_letter_has_no_day(open_case, example):
    session = open_case(structs.replace(example, letter_date=None))
    model = told(session)
    assert model.words.today == "сегодня" and model.as_of == TODAY
    assert drawing_of(600.0, model, PRINT).today is not None
