"""The step «Что говорит закон»: a card for each ground, links, the choice of the count."""

from datetime import date

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from verdict_cases import repair

from desktop_app.advice.verdict import norms
from desktop_app.interview.steps import STEPS
from desktop_app.law.book import load_law_book
from desktop_app.window.form.step_page import StepPage
from desktop_app.window.views.verdict import VerdictView, verdict_line
from desktop_app.window.views.verdict_cards import CountChoice, Fold

DISPUTED = repair("2026-06-10", "2026-06-25"), repair("2026-09-01", "2026-09-16", "шумит")


@pytest.fixture
def shown(open_case, themed, qtbot):
    def made(case, dark=False, percent=100):
        view = VerdictView(open_case(case), themed(dark, percent))
        qtbot.addWidget(view)
        view.resize(700, 900)
        view.show()
        qtbot.waitExposed(view)
        return view

    return made


def in_order(view):
    """Return the cards as they stand, from above."""
    return [widget for _, widget in view._parts._shown.values()]


def fold(view, at=0):
    return in_order(view)[at].findChild(Fold)


def cards(view):
    named = [(card.property("role"), card.accessibleName()) for card in in_order(view)]
    return [(role, name.replace("\u00a0", " ")) for role, name in named]


def text(view):
    return " ".join(label.text() for label in view.findChildren(QLabel)).replace("\u00a0", " ")


def click(view, start):
    button = next(
        b
        for b in view.findChildren(QPushButton)
        if b.text().replace("\u00a0", " ").startswith(start)
    )
    button.click()
    return button


def asked(view):
    paths = []
    view.question_wanted.connect(paths.append)
    return paths


def test_grounds_that_hold_are_good_and_the_rest_is_folded(shown, example):
    view = shown(example)
    roles = cards(view)
    assert roles[0] == ("good", "Больше 30 дней в ремонте за год гарантии: основание есть")
    assert roles[2] == ("good", "Тот же недостаток проявился вновь: основание есть")
    assert [role for role, _ in roles[3:]] == ["card"] * 3
    assert "37 дней" in text(view) and "Запасное основание" in text(view)
    assert view.lead().startswith("Вы можете требовать")
    assert verdict_line(view.session.assessment)[0] == "good"


def test_why_so_unfolds_both_articles(shown, example):
    view = shown(example)
    first = fold(view)
    assert not first.inside.isVisible()
    first.button.click()
    assert first.inside.isVisible()
    inside = " ".join(label.text() for label in first.inside.findChildren(QLabel))
    assert "больше тридцати дней" in inside.replace("\u00a0", " ")
    first.button.click()
    assert not first.inside.isVisible()


def test_an_open_article_stays_open_while_the_card_is_made_anew(shown, with_repairs):
    view = shown(with_repairs(*DISPUTED))
    fold(view).button.click()
    view.session.add_row("repairs", repair("2026-07-01", "2026-07-10", "гудит"))
    assert fold(view).inside.isVisible()


@pytest.mark.parametrize(
    ("citation", "found"),
    [
        ("абз. 8, 11 п. 1 ст. 18", 2),
        ("абз. 8 п. 1 ст. 18, ст. 194 ГК РФ", 2),
        ("п. 1 ст. 18, п. 1 ст. 20", 2),
        ("п. 1 ст. 18", 1),
        ("ст. 999", 0),
    ],
)
def test_every_article_of_a_citation_is_explained(citation, found):
    assert len(norms(citation, load_law_book().law, date(2026, 11, 20))) == found


def test_every_ground_has_an_article_in_plain_words(open_case, example):
    for ground in open_case(example).assessment.grounds:
        assert norms(ground.citation, load_law_book().law, date(2026, 11, 20))


def test_a_disputed_ground_is_care_with_the_choice_of_the_count(shown, with_repairs, qtbot):
    view = shown(with_repairs(*DISPUTED))
    assert cards(view)[0][0] == "care"
    assert verdict_line(view.session.assessment)[0] == "care"
    choice = view.findChild(CountChoice)
    assert [line.radio.isChecked() for line in choice.radios.lines] == [True, False]
    assert "Письмо назовёт оба числа" in text(view)
    assert choice.too_few.isVisible()
    radio = choice.radios.lines[1].radio
    view.activateWindow()
    radio.setFocus()
    qtbot.keyClick(radio, Qt.Key.Key_Space)
    assert view.session.case.answers.day_count == "inclusive"
    assert not choice.too_few.isVisible()
    assert view.findChild(CountChoice) is choice
    view.session.undo()
    assert view.session.case.answers.day_count == "exclusive"
    assert choice.radios.lines[0].radio.isChecked()


def test_the_choice_is_offered_in_a_disputed_case_only(shown, example):
    assert shown(example).findChild(CountChoice) is None


@pytest.mark.parametrize(
    ("purchase", "path"),
    [
        ({"category": None}, "purchase.category"),
        ({"warranty_months": None}, "purchase.warranty_months"),
        ({"contract_date": None, "transfer_date": None}, "purchase.contract_date"),
    ],
)
def test_what_is_missing_leads_to_its_question(shown, example, purchase, path):
    changed = structs.replace(example.purchase, **purchase)
    view = shown(structs.replace(example, purchase=changed, current_defect=None))
    assert "accent" in [role for role, _ in cards(view)]
    paths = asked(view)
    links = [b for b in view.findChildren(QPushButton) if b.property("role") == "link"]
    for link in links:
        if link.text() not in ("Почему так?", "Почему нет?", "Свернуть", "Сохранить картинку…"):
            link.click()
    assert path in paths


def test_a_repair_without_its_day_is_asked_for(shown, with_repairs):
    view = shown(with_repairs(repair("2026-03-01", "2026-03-10"), repair("2026-05-01", None)))
    paths = asked(view)
    click(view, "Дописать ремонт")
    assert paths == ["repairs[1].returned"]


def test_repairs_not_told_are_asked_for(shown, example):
    view = shown(structs.replace(example, repairs=None))
    paths = asked(view)
    click(view, "Добавить ремонты")
    assert paths == ["repairs"]
    assert view.timeline is None


def test_no_ground_is_a_calm_card_with_the_next_step(shown, with_repairs):
    view = shown(with_repairs(repair("2026-03-01", "2026-03-25")))
    assert cards(view)[0] == ("accent", "Что можно сделать сейчас")
    assert "не хватает 7 дней" in text(view)
    role, line = verdict_line(view.session.assessment)
    assert role == "accent" and "не\u00a0хватает 7\u00a0дней" in line
    paths = asked(view)
    click(view, "Добавить ремонт")
    click(view, "Что сломано сейчас")
    assert paths == ["repairs", "current_defect.description"]


def test_a_running_repair_says_which_day_to_wait_for(shown, with_repairs):
    case = with_repairs(
        repair("2026-03-01", "2026-03-25"),
        repair("2026-10-02", None, "шумит", outcome="in_repair"),
    )
    view = shown(case)
    assert "Дождитесь 9 октября 2026 г." in text(view)
    assert "Дождитесь 16 ноября 2026 г." in text(view)


def test_what_the_shop_will_answer_leads_to_the_answer(shown, with_repairs):
    case = with_repairs(
        repair("2026-03-01", "2026-03-20"),
        repair("2026-05-01", "2026-05-20", "шумит"),
        repair("2026-09-25", None, "гудит", outcome="in_repair"),
    )
    view = shown(case)
    assert ("care", "Что ответит магазин") in cards(view)
    paths = asked(view)
    click(view, "Открыть ответ")
    assert paths == ["repairs[2].outcome"]


def test_goods_outside_the_list_and_another_country(shown, example):
    other = structs.replace(example.purchase, category="other")
    view = shown(structs.replace(example, purchase=other))
    assert cards(view)[0][1].startswith("Товар не из перечня")
    abroad = shown(structs.replace(example, country="KZ"))
    assert cards(abroad) == [("care", "Другая страна")]
    paths = asked(abroad)
    click(abroad, "Проверить страну")
    assert paths == ["country"] and verdict_line(abroad.session.assessment)[0] == "care"


def test_an_unknown_verdict_says_each_thing_once(shown, example):
    view = shown(structs.replace(example, repairs=None, current_defect=None))
    links = [b.text() for b in view.findChildren(QPushButton) if b.isVisible()]
    assert links.count("Добавить ремонты") == 1
    assert [role for role, _ in cards(view)] == ["accent", *["card"] * 5]
    assert text(view).count("Не сказано, чинили ли товар") == 1 + 3, "three are folded away"


def test_a_click_on_the_picture_leads_to_the_repair(shown, example):
    view = shown(example)
    paths = asked(view)
    view.timeline.repair_wanted.emit(1)
    assert paths == ["repairs[1].handed_over"]


def test_cards_follow_the_case_and_untouched_ones_stay(shown, example):
    view = shown(example)
    first, timeline = in_order(view)[0], view.timeline
    view.session.remove_row("losses", 0)
    assert in_order(view)[0] is first
    view.session.remove_row("repairs", 1)
    assert cards(view)[0][1].startswith("Тот же недостаток")
    assert view.timeline is timeline


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [420, 700])
def test_it_fits_every_scale_and_width(shown, with_repairs, dark, percent, width):
    view = shown(with_repairs(*DISPUTED), dark, percent)
    assert view.minimumSizeHint().width() <= max(420, width)
    assert view.heightForWidth(width) > 300
    view.resize(width, view.heightForWidth(width))
    assert not view.grab().isNull()


def test_every_control_has_a_name(shown, with_repairs):
    view = shown(with_repairs(*DISPUTED))
    for button in view.findChildren(QPushButton):
        assert button.accessibleName()
    assert view.timeline.picture.accessibleDescription()


def test_the_sentence_under_the_title_follows_the_answers(open_case, themed, qtbot, example):
    session = open_case(example)
    step = next(step for step in STEPS if step.view == "verdict")
    page = StepPage(session, step, themed())
    qtbot.addWidget(page)
    before = page.lead.text()
    assert before.startswith("Вы можете требовать")
    for _ in example.repairs:
        session.remove_row("repairs", 0)
    assert page.lead.text() == VerdictView(session, themed()).lead() != before
