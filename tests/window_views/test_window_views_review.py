"""«Проверьте ответы» says everything back and leads to each question."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from window_views_found import THEME, buttons_in, press, words_in

from desktop_app.interview.form import question_at
from desktop_app.window.views.review import ReviewView

ACT = question_at("current_defect.diagnostic_act").question
DAY = question_at("purchase.contract_date").question


def test_every_answer_is_said_back(open_session, shown):
    view = shown(ReviewView(open_session(), THEME))
    text = words_in(view)
    for said in ("17 января 2026 года, суббота", "Ремонт № 2", "замена насоса", "38 500"):
        assert said in text
    assert "✓ Всё нужное для письма есть" in text
    assert view.lead().startswith("Прочитайте")


def test_unread_unknown_and_missing_answers_are_marked_in_words(open_session, shown):
    session = open_session(
        at={
            "buyer.address": None,
            "purchase.warranty_months": None,
            "answers.unreadable": {"purchase.contract_date": "в тот вторник"},
            "answers.unknown": ["purchase.warranty_months"],
            "answers.no_document": ["current_defect.diagnostic_act"],
        }
    )
    text = words_in(shown(ReviewView(session, THEME)))
    assert "Программа не поняла: «в тот вторник»" in text
    assert "Ответа нет, а он нужен" in text
    assert "Не знаю" in text
    assert "Документа нет" in text
    assert "Без этого письма нет" in text


def test_an_answer_not_understood_is_named_once(open_session, shown):
    session = open_session(at={"purchase.price": None})
    question = question_at("purchase.price").question
    session.type(question, None, "сорок тыщ")
    view = shown(ReviewView(session, THEME))
    links = [b.accessibleName() for b in buttons_in(view) if b.text() == "Исправить"]
    assert len([name for name in links if question.label in name]) == 1
    assert "сорок тыщ" in words_in(view)


def test_each_link_names_an_answer_of_the_form(open_session, shown):
    view = shown(ReviewView(open_session(at={"seller.name": None}), THEME))
    wanted = []
    view.question_wanted.connect(wanted.append)
    links = [b for b in view.findChildren(QPushButton) if b.text() in ("Изменить", "Исправить")]
    for link in links:
        link.click()
    assert len(wanted) == len(links)
    assert {"seller.name", "repairs[1].act", "bank_details.bic"} <= set(wanted)
    assert all(question_at(path) is not None for path in wanted)


def test_an_error_of_the_whole_case_leads_to_the_law(open_session, shown):
    view = shown(ReviewView(open_session(at={"repairs": (), "current_defect": None}), THEME))
    wanted = []
    view.question_wanted.connect(wanted.append)
    press(view, "Что можно сделать")
    assert wanted == ["step:law"]


def test_a_risk_is_accepted_folded_and_comes_back(open_session, shown):
    session = open_session()
    view = shown(ReviewView(session, THEME))
    assert "Что ответит магазин" in words_in(view)
    press(view, "Понимаю, всё верно")
    assert "Что ответит магазин" not in words_in(view)
    assert session.case.answers.accepted_risks[0].code == "no_diagnostic_act"
    assert "товар исправен" not in words_in(view)
    press(view, "Принятые замечания")
    assert "товар исправен" in words_in(view)
    press(view, "Вернуть замечание")
    assert "Что ответит магазин" in words_in(view)
    assert session.case.answers.accepted_risks == ()


def test_an_accepted_risk_is_asked_about_again_when_its_facts_change(open_session, shown):
    question = question_at("purchase.price").question
    session = open_session(at={"purchase.price": "385000000.00", "letter_date": None})
    view = shown(ReviewView(session, THEME))
    assert "Нет ли здесь описки?" in words_in(view)
    press(view, "Всё верно")
    assert "Нет ли здесь описки?" not in words_in(view)
    session.type(question, None, "395000000")
    assert "Нет ли здесь описки?" in words_in(view)


def test_a_change_keeps_the_scroll_and_the_other_cards(open_session, shown, qtbot):
    session = open_session()
    view = ReviewView(session, THEME)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(view)
    shown(area)
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: view.is_whole and bar.maximum() > 800)
    bar.setValue(700)
    before = view.findChildren(QPushButton)
    session.type(DAY, None, "18.01.2026")
    assert "18 января 2026 года" in words_in(view)
    assert bar.value() == 700
    assert len(set(before) & set(view.findChildren(QPushButton))) > 20


def test_the_focus_stays_in_the_card_that_is_made_anew(open_session, shown):
    session = open_session()
    view = shown(ReviewView(session, THEME))
    view.activateWindow()
    link = next(
        b
        for b in view.findChildren(QPushButton)
        if b.accessibleName().startswith("Изменить: Какая у")
    )
    link.setFocus()
    session.type(DAY, None, "18.01.2026")
    focused = view.focusWidget()
    assert focused is not link
    assert focused.accessibleName() == link.accessibleName()


def test_the_keyboard_goes_in_reading_order_after_a_change(open_session, shown):
    session = open_session()
    host = QWidget()
    column = QVBoxLayout(host)
    before, view, after = QPushButton("Раньше"), ReviewView(session, THEME), QPushButton("Позже")
    for widget in (before, view, after):
        column.addWidget(widget)
    shown(host)
    session.type(DAY, None, "18.01.2026")
    press(view, "Понимаю, всё верно")
    order, here = [], before
    while here is not after:
        if here.isVisibleTo(host) and here.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(here)
        here = here.nextInFocusChain()
    assert len(order) == 1 + len(buttons_in(view))
    tops = [control.mapTo(host, control.rect().topLeft()).y() for control in order]
    host.layout().activate()
    assert tops == sorted(tops)


def test_hidden_it_waits_and_then_catches_up(open_session, shown):
    session = open_session()
    view = shown(ReviewView(session, THEME))
    view.hide()
    session.type(DAY, None, "18.01.2026")
    assert "18 января" not in words_in(view)
    view.show()
    assert "18 января" in words_in(view)


def test_typed_text_is_never_markup_and_always_breaks(open_session, shown):
    session = open_session(at={"purchase.item": "<b>" + "ж" * 150})
    view = shown(ReviewView(session, THEME), 480)
    assert "<b>жжж" in words_in(view)
    assert view.minimumSizeHint().width() <= 480


def test_a_change_while_the_page_is_still_being_made_leaves_it_whole(open_session, qtbot):
    session = open_session()
    view = ReviewView(session, THEME)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    at_first = len(buttons_in(view))
    session.type(question_at("purchase.price").question, None, "41 000")
    whole = len(buttons_in(view))
    assert at_first < whole
    qtbot.wait(50)
    assert len(buttons_in(view)) == whole
    assert "41 000" in words_in(view)
