"""The list of cases shows how each stands, in an order, and above it what is due."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QPushButton
from window_views_found import THEME, buttons_in, press

from desktop_app.advice import digest  # noqa: F401  (loaded by `preload` in the program)
from desktop_app.case.edit import replaced
from desktop_app.window.cases import case_model, start_page, statuses
from desktop_app.window.cases.start_page import StartPage

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
    press(page, "Ещё 6 сроков")
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
