"""«Документы» lists what the facts make, and what helps without a paper."""

from window_views_found import THEME, press, words_in

from desktop_app.window.views.annexes import AnnexesView


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
