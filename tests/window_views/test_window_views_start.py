"""The list of cases: search, basket, ways to begin."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from window_views_found import THEME, press, words_in

from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.case.model import Case
from desktop_app.window import dialogs
from desktop_app.window.cases import case_files
from desktop_app.window.cases.case_words import when_said
from desktop_app.window.cases.start_page import StartPage

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def page(register, example, shown):
    for hours, (surname, item) in enumerate((("Семёнов", "Ноутбук"), ("Орлова", "Утюг"))):
        case = replaced(replaced(example, "id", None), "buyer.surname", surname)
        register.new(replaced(case, "purchase.item", item), NOW + timedelta(hours=hours))
    return shown(StartPage(register, THEME))


def names(page):
    return [row.buyer.split()[0] for row in page.list.shown]


def test_an_empty_register_explains_itself(register, shown):
    page = shown(StartPage(register, THEME))
    assert "не выходит в сеть" in words_in(page)
    assert not page.list.isVisible() and not page.search.isVisible()
    assert not page.basket.isVisible()


def test_the_ways_to_begin_are_signals(register, shown, qtbot):
    page = shown(StartPage(register, THEME))
    for name, signal in (
        ("Новая претензия", page.new_wanted),
        ("Открыть файл…", page.file_wanted),
        ("Показать пример", page.example_wanted),
    ):
        with qtbot.waitSignal(signal):
            press(page, name)


def test_search_filters_at_once_and_knows_one_e(page):
    assert names(page) == ["Орлова", "Семёнов"]
    page.search.insert("семенов НОУТ")  # QTest types Latin letters only.
    assert names(page) == ["Семёнов"]
    page.search.setText("телевизор")
    assert names(page) == []
    assert "Такого дела нет" in words_in(page)
    assert page.search.isVisible() and not page.open.isVisible()
    page.search.clear()
    assert len(names(page)) == 2


def test_enter_and_double_click_open_the_case(page, qtbot):
    page.list.setFocus()
    with qtbot.waitSignal(page.case_wanted) as wanted:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert wanted.args == [page.list.shown[0].id]
    middle = page.list.visualRect(page.list.model().index(1, 0)).center()
    with qtbot.waitSignal(page.case_wanted) as wanted:
        qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        qtbot.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert wanted.args == [page.list.shown[1].id]


def test_a_case_goes_to_the_basket_and_comes_back(page):
    press(page, "Убрать в корзину")
    assert names(page) == ["Семёнов"]
    assert page.basket.text() == "Корзина (1)"
    press(page, "Корзина")
    assert names(page) == ["Орлова"]
    assert not page.open.isVisible()
    press(page, "Вернуть")
    assert "Корзина пуста" in words_in(page)
    press(page, "К делам")
    assert len(names(page)) == 2


@pytest.mark.parametrize("name", ["Убрать в корзину", "Вернуть", "Удалить навсегда"])
def test_what_another_window_did_meanwhile_is_said(page, register, monkeypatch, name):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda *words: told.append(words[2]))
    monkeypatch.setattr(dialogs, "ask", lambda *_: True)
    case_id = page.list.current.id
    if name != "Убрать в корзину":
        press(page, "Убрать в корзину")
        press(page, "Корзина")
    register.to_basket(case_id, NOW)
    register.remove(case_id)
    press(page, name)
    assert len(told) == 1 and "удалил" in told[0]
    assert case_id not in [row.id for row in page.list.shown]


def test_a_case_given_back_elsewhere_is_not_removed(page, register, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda *words: told.append(words[2]))
    monkeypatch.setattr(dialogs, "ask", lambda *_: True)
    case_id = page.list.current.id
    press(page, "Убрать в корзину")
    press(page, "Корзина")
    register.from_basket(case_id)
    press(page, "Удалить навсегда")
    assert "вернули в другом окне" in told[0]
    assert register.row(case_id).basket_on is None


def test_the_example_is_called_one_and_found_as_one(register, example, shown):
    register.import_case(example, NOW)
    other = replaced(replaced(example, "id", None), "buyer.surname", "Иная")
    register.import_case(replaced(other, "bank_details.bank", "АО «Банк»"), NOW)
    page = shown(StartPage(register, THEME))
    page.search.setText("пример")
    assert [row.buyer for row in page.list.shown] == ["Орлова Марина Петровна"]
    assert "Пример: Орлова" in page.list.currentIndex().data()


@pytest.mark.parametrize("agreed", [True, False])
def test_removing_for_ever_asks(page, register, monkeypatch, agreed):
    asked = []

    def answer(*words):
        asked.append(words[2])
        return agreed

    monkeypatch.setattr(dialogs, "ask", answer)
    press(page, "Убрать в корзину")
    press(page, "Корзина")
    press(page, "Удалить навсегда")
    assert "Орлова" in asked[0]
    assert len(register.cases(basket=True)) == (0 if agreed else 1)


def save_as(monkeypatch, path):
    """The system's dialog asks for a name and comes back with this one."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_a_case_is_saved_as_a_file(page, register, tmp_path, monkeypatch):
    row = page.list.current
    save_as(monkeypatch, tmp_path / "дело от 12.10.2026")
    case_files.give_out(page, register, row.id)
    assert read_case(tmp_path / "дело от 12.10.2026.json").id == row.id
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda *words: told.append(words[2]))
    save_as(monkeypatch, tmp_path / "нет" / "дело.json")
    case_files.give_out(page, register, row.id)
    assert told


@pytest.mark.parametrize("agreed", [True, False])
def test_a_file_is_replaced_only_when_the_person_says_so(
    page, register, tmp_path, monkeypatch, agreed
):
    there = tmp_path / "дело.json"
    there.write_bytes(b"other")
    monkeypatch.setattr(dialogs, "ask", lambda *_: agreed)
    save_as(monkeypatch, tmp_path / "дело")
    case_files.give_out(page, register, page.list.current.id)
    assert (there.read_bytes() != b"other") is agreed


def test_refresh_keeps_the_chosen_case(page, register, example):
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    chosen = page.list.current.id
    register.new(Case(), NOW + timedelta(days=1))
    page.refresh()
    assert page.list.current.id == chosen
    assert len(page.list.shown) == 3


def test_a_file_name_fits_any_system(page):
    row = page.list.current
    assert case_files.file_name(row.buyer, row.item) == "Претензия Орлова Марина Петровна Утюг.json"


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (NOW - timedelta(hours=1), "сегодня в 11:00"),
        (NOW - timedelta(hours=13), "вчера в 23:00"),
        (NOW - timedelta(days=2), "18 ноября 2026 года"),
    ],
)
def test_a_moment_is_said_in_words(moment, said):
    assert when_said(moment, NOW).replace("\u00a0", " ") == said
