"""The list of cases shows how each stands, in an order, and above it what is due."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from window_views_found import THEME, buttons_in, press, words_in

from desktop_app.advice import digest  # noqa: F401  (loaded by `preload` in the program)
from desktop_app.case.edit import replaced
from desktop_app.window import dialogs
from desktop_app.window.cases import case_model, start_page, statuses
from desktop_app.window.cases.start_page import StartPage
from desktop_app.window.opened.holds import holds_of

# A Friday.
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def now():
    return NOW


@pytest.fixture(autouse=True)
def _that_day(monkeypatch):
    for module in (start_page, statuses):
        monkeypatch.setattr(module, "now", now)


def handed(case, surname, days_ago, **more):
    day = now().date() - timedelta(days=days_ago)
    case = replaced(replaced(case, "id", None), "buyer.surname", surname)
    case = replaced(case, "letter_date", (day - timedelta(days=1)).isoformat())
    delivery = {"channel": "in_person", "handed_on": day.isoformat(), **more}
    return replaced(case, "delivery", delivery)


@pytest.fixture
def page(register, example, shown):
    for case in (
        handed(example, "Просрочкина", 20),
        handed(example, "Скорова", 7),
        handed(example, "Закрытая", 5, response={"kind": "paid"}),
        replaced(replaced(example, "id", None), "buyer.surname", "Авдеева"),
    ):
        register.new(case, now())
    return shown(StartPage(register, THEME))


def names(page):
    return [row.buyer.split()[0] for row in page.list.shown]


def said(page, surname):
    place = names(page).index(surname)
    return page.list.model().index(place, 0).data()


def test_every_case_says_how_it_stands(page):
    assert "просрочено: 10" in said(page, "Просрочкина")
    assert "вручено: ответ до" in said(page, "Скорова")
    assert "закрыто" in said(page, "Закрытая")
    assert "готово" in said(page, "Авдеева") or "черновик" in said(page, "Авдеева")


def test_the_order_is_chosen(page):
    def ordered(name):
        page.order.setCurrentIndex(page.order.findData(name))
        page.order.activated.emit(page.order.currentIndex())
        return names(page)

    assert ordered("buyer") == ["Авдеева", "Закрытая", "Просрочкина", "Скорова"]
    assert ordered("status")[0] == "Просрочкина" and ordered("status")[-1] == "Закрытая"
    assert ordered("next_day")[0] == "Скорова"


def test_what_is_due_stands_above_the_list_and_opens_its_case(page, qtbot):
    text = "\n".join(b.accessibleName() for b in page.due.findChildren(QPushButton))
    text = text.replace("\u00a0", " ")
    assert (
        "Просрочено: 10" in text and "23 ноября 2026 года: последний день ответа — Скорова" in text
    )
    assert "Закрытая" not in text and "Авдеева" not in text
    line = next(b for b in page.due.findChildren(QPushButton) if "Скорова" in b.accessibleName())
    with qtbot.waitSignal(page.case_wanted) as wanted:
        line.click()
    assert wanted.args == [page.list.shown[names(page).index("Скорова")].id]
    page.search.setText("Авдеева")
    assert not page.due.isVisible()


def test_more_than_fits_is_counted_and_shown_by_days(page, register, example, qtbot):
    for number in range(3):
        register.new(handed(example, f"Ещё{number}", 7), now())
    page.refresh()
    qtbot.waitUntil(lambda: any("Ещё" in button.text() for button in buttons_in(page)))
    press(page, "Ещё 5 сроков")
    assert page.order.currentData() == "next_day"


@pytest.mark.parametrize(("days", "when"), [(2, "Завтра"), (3, "Сегодня")])
def test_today_and_tomorrow_are_called_so(register, example, shown, monkeypatch, days, when):
    monkeypatch.setattr(start_page, "now", lambda: NOW + timedelta(days=days))
    monkeypatch.setattr(statuses, "now", lambda: NOW + timedelta(days=days))
    register.new(handed(example, "Скорова", 7), NOW)
    page = shown(StartPage(register, THEME))
    said = [line.accessibleName() for line in page.due.findChildren(QPushButton)]
    assert said[0].startswith(f"{when}: последний день ответа")


def test_without_days_there_is_no_card(register, example, shown):
    register.new(replaced(example, "id", None), now())
    page = shown(StartPage(register, THEME))
    assert not page.due.isVisible()


def test_a_new_day_changes_the_status_by_itself(page, monkeypatch, qtbot):
    later = NOW + timedelta(days=4)
    assert "вручено" in said(page, "Скорова")
    monkeypatch.setattr(statuses, "now", lambda: later)
    page._watching._timer.start(0)
    qtbot.waitUntil(lambda: "просрочено" in said(page, "Скорова"))
    assert page.list.current is not None


def test_many_cases_are_worked_out_step_by_step_while_the_list_stands(
    register, example, shown, qtbot
):
    for number in range(130):
        case = replaced(replaced(example, "id", None), "buyer.surname", f"Номер{number:03}")
        register.new(case, now() + timedelta(seconds=number))
    page = shown(StartPage(register, THEME))
    assert len(page.list.shown) == case_model.PAGE and page.list.total == 130
    assert page.list.shown[0].status and page.list.shown[-1].status is None
    qtbot.waitUntil(lambda: all(row.status for row in page.list.shown), timeout=20_000)
    page.list.scrollToBottom()
    qtbot.waitUntil(lambda: len(page.list.shown) > case_model.PAGE)
    page.search.setText("номер001")
    assert names(page) == ["Номер001"]


def test_late_shops_are_counted_in_one_line_and_shown_in_the_list(page, register, example, qtbot):
    for number in range(3):
        register.new(handed(example, f"Опоздал{number}", 30), NOW)
    page.refresh()
    late = "Магазин опоздал с ответом: в 4 делах"
    qtbot.waitUntil(lambda: any(late[:7] in button.text() for button in buttons_in(page.due)))
    press(page.due, late)
    assert sorted(names(page)) == ["Опоздал0", "Опоздал1", "Опоздал2", "Просрочкина"]
    assert "Найдено: 4 дела." in words_in(page)


def test_the_list_is_found_again_as_it_was_left(register, example, shown):
    for surname in ("Авдеева", "Бокова", "Вавилова"):
        register.new(replaced(replaced(example, "id", None), "buyer.surname", surname), NOW)
    looked = start_page.Looked()
    page = shown(StartPage(register, THEME, looked))
    page.order.setCurrentIndex(page.order.findData("buyer"))
    page.order.activated.emit(page.order.currentIndex())
    page.search.setText("марина")
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    again = shown(StartPage(register, THEME, looked))
    assert names(again) == ["Авдеева", "Бокова", "Вавилова"]
    assert again.search.text() == "марина" and again.list.current.buyer.startswith("Бокова")


def test_a_case_that_another_window_has_open_is_not_put_away(page, register, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda *words: told.append(words[2]))
    chosen = page.list.current.id
    other = holds_of(register).on(chosen)
    assert other.take()
    press(page, "Убрать в корзину")
    assert "открыто в другом окне" in told[0] and chosen in [row.id for row in page.list.shown]
    other.let_go()
    press(page, "Убрать в корзину")
    assert len(told) == 1 and chosen not in [row.id for row in page.list.shown]


def next_by_tab(widget):
    widget = widget.nextInFocusChain()
    while not (widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
        widget = widget.nextInFocusChain()
    return widget


def test_tab_goes_through_what_is_due_where_it_stands(page):
    assert next_by_tab(page.example) is page.due.lines[0]
    assert next_by_tab(page.due.lines[-1]) is page.search
