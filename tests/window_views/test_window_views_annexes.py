"""«Документы» lists what the facts make, and what helps without a paper."""

from window_views_found import THEME, press, words_in

from desktop_app.window.views.annexes import AnnexesView
from desktop_app.window.views.review import ReviewView


def test_the_annexes_are_numbered_and_lead_to_the_answers(open_session, shown):
    view = shown(AnnexesView(open_session(), THEME))
    wanted = []
    view.question_wanted.connect(wanted.append)
    text = words_in(view)
    assert "1. кассовый чек № 8 от 17.01.2026" in text
    assert "копия гарантийного талона, 2 листа" in text
    press(view, "Изменить приложение 3: Ремонт № 2")
    assert wanted == ["repairs[1].act"]
    assert "копии" in view.lead()


def test_a_document_named_twice_stands_once_with_both_answers(open_session, shown):
    session = open_session(at={"repairs[1].act": "акт № 31 от 23.04.2026"})
    view = shown(AnnexesView(session, THEME))
    assert words_in(view).count("акт № 31") == 1
    press(view, "Изменить приложение 2: Ремонт № 1")
    press(view, "Изменить приложение 2: Ремонт № 2")


def test_a_fact_without_a_document_says_what_helps(open_session, shown):
    session = open_session(at={"repairs[0].act": None, "answers.no_document": ["repairs[0].act"]})
    view = shown(AnnexesView(session, THEME))
    wanted = []
    view.question_wanted.connect(wanted.append)
    text = words_in(view)
    assert "Ремонт № 1. Вы ответили: документа нет." in text
    assert "Попросите у сервиса копию" in text
    press(view, "Назвать документ: Ремонт № 1")
    assert wanted == ["repairs[0].act"]


def test_without_any_document_it_says_so(open_session, shown):
    session = open_session(
        at={
            "purchase.receipt": None,
            "repairs": (),
            "losses": (),
            "attachments": (),
        }
    )
    assert "Пока ни один ответ" in words_in(shown(AnnexesView(session, THEME)))


def test_the_calculation_is_listed_and_made_by_the_program(open_session, shown):
    text = words_in(shown(AnnexesView(open_session(), THEME)))
    assert "6. Расчёт дней" in text and "Программа составит его сама" in text


def test_the_review_lists_the_facts_without_a_document(open_session, shown):
    session = open_session(at={"repairs[0].act": None, "purchase.receipt": None})
    view = shown(ReviewView(session, THEME))
    wanted = []
    view.question_wanted.connect(wanted.append)
    qtbot_words = words_in(view)
    assert "Без документа" in qtbot_words and "Эти факты магазин может оспорить" in qtbot_words
    press(view, "Назвать документ: Ремонт № 1")
    press(view, "Назвать документ: Покупка")
    assert wanted == ["repairs[0].act", "purchase.receipt"]
    whole = open_session(at={"current_defect.diagnostic_act": "акт от 28.09.2026"})
    assert "Без документа" not in words_in(shown(ReviewView(whole, THEME)))
