"""The rules of a page, at every page of the form and at every question of its kind."""

import pytest
from PySide6.QtWidgets import QApplication
from window_hands import focus, type_text

from desktop_app.case.edit import replaced, value_at
from desktop_app.case.model import Case, PriceDifference, Representative
from desktop_app.interview.check import check_page
from desktop_app.interview.entry import read
from desktop_app.interview.flow import asked, asked_on, pages_of
from desktop_app.interview.form import row_pages
from desktop_app.interview.question import ValueKind
from desktop_app.interview.steps import STEPS
from desktop_app.interview.told import is_answered
from desktop_app.russian.reading.result import Blank, Read

PAGES = [page.id for step in STEPS for page in pages_of(Case(), step)]
NOT_READ = {
    ValueKind.day: "в прошлый четверг, кажется",
    ValueKind.money: "сорок с чем-то",
    ValueKind.percent: "много",
    ValueKind.whole: "около года",
    ValueKind.digits: "спросить в банке",
    ValueKind.phone: "нет",
    ValueKind.email: "собака точка ру",
}


def open_page(window, page):
    window.case_view.go_to(f"page:{page}")
    QApplication.processEvents()
    return window.case_view.page


def check_leaving(hands, page, found, go_on):
    """Leave a page with `found` problems: it stays, and each one leads to its field."""
    hands.press(go_on)
    QApplication.processEvents()
    assert page.isVisible()
    assert [link.accessibleDescription() for link in page.check.summary.links] == [
        problem.place.question.label for problem in found
    ]
    assert page.rows[found[0].path].isAncestorOf(focus())
    for link, problem in zip(page.check.summary.links, found, strict=True):
        hands.press(link)
        row = page.rows[problem.path]
        assert row.isAncestorOf(focus()), problem.path
        assert row.heading.problem.isVisible()
        assert row.heading.problem.text() == problem.sentence


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_page_is_left_only_if_nothing_on_it_is_needed(hands, window, page):
    window.new_case()
    shown = open_page(window, page)
    session = window.session
    found = check_page(session.case, shown.step, shown.page, session.findings, session.today)
    asked_here = [place.question for place in asked_on(session.case, shown.step, shown.page)]
    needed = {q.path for q in asked_here if q.needed and not is_answered(session.case, q)}
    assert {problem.path for problem in found} == needed
    if found:
        check_leaving(hands, shown, found, shown.continue_button)
        return
    hands.go_on()
    at_the_end = page == PAGES[-1]
    assert window.case_view is None if at_the_end else window.case_view.page is not shown


@pytest.mark.parametrize("rows", ["repairs", "losses", "attachments"])
def test_an_empty_row_says_what_it_needs(hands, window, rows):
    window.new_case()
    for page in row_pages(rows):
        # A row of which nothing was told goes when another place is gone to.
        index = window.session.add_row(rows)
        window.case_view.go_to(page.questions[0].path_at(index))
        QApplication.processEvents()
        form = window.case_view.row_form
        assert form.page is page
        found = form.found()
        if found:
            check_leaving(hands, form, found, form.go_on)
        window.go_to_step("seller")
        QApplication.processEvents()
        assert len(value_at(window.session.case, rows) or ()) == 0
    assert any(question.needed for page in row_pages(rows) for question in page.questions)


def full_case(window):
    """A case that is asked all that can be asked of one way of paying."""
    window.show_example()
    case = window.session.case
    case = replaced(case, "representative", Representative(authority="power_of_attorney"))
    case = replaced(case, "demands.price_difference", PriceDifference())
    case = replaced(case, "delivery.channel", "post")
    case = replaced(case, "delivery.response.kind", "partly")
    return case


def asked_of_kind(kind):
    def of(case):
        return [place for place in asked(case) if place.question.kind is kind]

    return of


@pytest.mark.parametrize("kind", NOT_READ)
@pytest.mark.parametrize("method", ["own_funds", "installment", "consumer_loan"])
def test_what_is_not_understood_stays_where_it_was_typed(hands, window, register, kind, method):
    case = replaced(full_case(window), "payment.method", method)
    window.session._take(case, "Проба", "")
    places = asked_of_kind(kind)(case)
    if method != "own_funds":
        own = {p.path for p in asked_of_kind(kind)(replaced(case, "payment.method", "own_funds"))}
        places = [place for place in places if place.path not in own]
    for place in places:
        text = NOT_READ[kind]
        assert not isinstance(read(place.question, text, window.session.today), Read | Blank)
        window.case_view.go_to(place.path)
        QApplication.processEvents()
        form = window.case_view.row_form or window.case_view.page
        row = form.rows[place.path]
        row.focus_editor()
        focus().selectAll()
        type_text(text)
        hands.press(form.go_on if window.case_view.row_form else form.continue_button)
        QApplication.processEvents()
        assert form.isVisible() and row.isVisible(), place.path
        assert place.path in {problem.path for problem in form.check.summary.problems}
        assert row.heading.problem.isVisible()
        assert row.editor.text_in_case() == text
        kept = register.read(window.session.id).case
        assert kept.answers.unreadable[place.path] == text
        window.session.undo()
