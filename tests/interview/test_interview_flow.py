"""Which questions each case is asked, and which answers leave the case that is assessed."""

import re

import pytest
from interview_tables import LOAN, PLAIN, REPAIR, TABLES

from desktop_app.case.edit import replaced, value_at, with_row, without_row
from desktop_app.case.file import dump_case, parse_case
from desktop_app.case.model import Case, Repair
from desktop_app.case.shape import leaf_paths, type_at
from desktop_app.interview.entry import chosen, typed
from desktop_app.interview.flow import asked, asked_on, is_asked, pages_of, pruned
from desktop_app.interview.form import places, question_at, row_pages, step_named
from desktop_app.interview.not_asked import NOT_ASKED
from desktop_app.interview.question import ALWAYS, ValueKind
from desktop_app.interview.remember import say_none, say_there_is
from desktop_app.interview.steps import STEPS
from desktop_app.interview.told import rows_of, said_no_document, said_unknown

CASES = pytest.mark.parametrize("name", TABLES)


def paths_asked(case):
    return [place.path for place in asked(case)]


def declared(path):
    return re.sub(r"\[\d+\]", "[]", path)


@CASES
def test_answers_decide_what_is_asked(name):
    table = TABLES[name]
    found = paths_asked(table.case())
    assert set(found) == (set(PLAIN) | table.added) - table.taken
    assert len(found) == len(set(found))


def test_an_empty_case_is_asked_the_plain_questions_in_order():
    assert tuple(paths_asked(Case())) == PLAIN


def test_rows_are_asked_one_after_the_other():
    case = TABLES["two repairs, defect now"].case()
    rows = [place.row for place in asked(case) if place.path.startswith("repairs[")]
    assert rows == sorted(rows)


def test_no_question_is_declared_that_no_table_asks():
    """The report: what no situation above brings to the screen."""
    walked = {declared(path) for table in TABLES.values() for path in paths_asked(table.case())}
    by_view = {p.question.path for p in places() if p.page.by_view}
    never = [p.question.path for p in places() if p.question.path not in walked | by_view]
    assert never == []


def test_every_key_of_the_contract_is_asked_or_listed_with_the_reason():
    questions = {
        place.question.path
        for place in places()
        if place.question.kind not in (ValueKind.presence, ValueKind.rows)
    }
    keys = set(leaf_paths())
    assert questions <= keys, "a question for no key of the contract"
    assert keys - questions == set(NOT_ASKED)
    assert all(len(reason) > 10 for reason in NOT_ASKED.values())


def test_groups_and_lists_are_there_in_the_contract():
    for place in places():
        assert type_at(place.question.path.replace("[]", "[0]")) is not None


@CASES
def test_at_most_five_fields_are_seen_at_once(name):
    case = TABLES[name].case()
    for step in STEPS:
        for page in step.pages:
            for row in range(len(rows_of(case, page.rows))) if page.rows else [None]:
                assert len(list(asked_on(case, step, page, row))) <= 5, page.id


@CASES
def test_a_page_that_is_gone_through_asks_something(name):
    case = TABLES[name].case()
    for step in STEPS:
        for page in pages_of(case, step):
            assert list(asked_on(case, step, page)), page.id


@CASES
def test_a_page_with_a_condition_is_left_out_with_all_its_questions(name):
    case = TABLES[name].case()
    pages = [page for step in STEPS for page in step.pages if page.when is not ALWAYS]
    assert pages
    for page in pages:
        seen = [question.path for question in page.questions if is_asked(case, question)]
        assert page.when.holds(case, None) is bool(seen), page.id


def test_the_count_of_days_matters_from_the_second_repair_on():
    question = question_at("answers.day_count").question
    one = Case(repairs=(REPAIR,))
    assert not is_asked(one, question)
    assert is_asked(with_row(one, "repairs", REPAIR), question)
    assert "answers.day_count" not in paths_asked(with_row(one, "repairs", REPAIR))


@pytest.mark.parametrize(
    ("repair", "is_seen"),
    [
        (Repair(), True),
        (Repair(outcome="repaired"), True),
        (Repair(outcome="in_repair"), False),
        # Contradicting answers stay on the screen, so that they can be mended.
        (Repair(outcome="in_repair", returned="2026-01-01"), True),
    ],
)
def test_the_day_of_return_is_asked_unless_the_repair_runs(repair, is_seen):
    case = replaced(Case(), "repairs", (repair,))
    assert ("repairs[0].returned" in paths_asked(case)) is is_seen


def test_a_wrong_reference_of_the_first_repair_is_shown():
    case = Case(repairs=(Repair(same_defect_as=3),))
    assert "repairs[0].same_defect_as" in paths_asked(case)


# What is no longer asked.


def with_loan():
    case = replaced(Case(), "payment.method", "consumer_loan")
    case = replaced(case, "payment.loan.bank", "АО «Банк»")
    case = replaced(case, "payment.loan.interest_paid", "4520.15")
    return replaced(case, "demands.reimburse_loan_costs", True)


def test_a_loan_leaves_the_assessed_case_and_comes_back_with_its_choice():
    method = question_at("payment.method").question
    case = with_loan()
    assert pruned(case) == case
    own = chosen(case, method, None, "own_funds")
    for path in LOAN:
        assert value_at(pruned(own), path) is None
    assert own.payment.loan == case.payment.loan
    again = chosen(own, method, None, "consumer_loan")
    assert pruned(again) == case


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("representative", {"surname": "Соколов", "authority": "law"}),
        ("current_defect", {"description": "гаснет", "noticed_on": "2026-11-10"}),
        ("demands.price_difference", {"amount": "10000", "source": "сайт"}),
        ("repairs", ({"defect": "гаснет"}, {"defect": "шумит", "same_defect_as": 1})),
        ("losses", ({"description": "чехол", "amount": "990"},)),
        ("attachments", ({"title": "копия талона"},)),
    ],
)
def test_a_group_that_is_said_not_to_be_there_leaves_and_comes_back(path, value):
    question = question_at(path).question
    case = replaced(Case(), path, value)
    without = say_none(case, question)
    assert value_at(without, path) == value_at(case, path)
    assert not value_at(pruned(without), path)
    assert pruned(say_there_is(without, question)) == case
    kept = parse_case(dump_case(without))
    assert say_there_is(kept, question) == case


def test_no_repairs_at_all_is_told_to_the_law_as_an_empty_list():
    question = question_at("repairs").question
    assert pruned(say_none(Case(), question)).repairs == ()
    assert say_there_is(Case(repairs=()), question).repairs is None


def test_a_group_is_made_when_it_is_said_to_be_there():
    question = question_at("representative").question
    case = chosen(Case(), question, None, True)
    assert case.representative is not None
    assert "representative.surname" in paths_asked(case)
    assert chosen(case, question, None, False).answers.no_document == ("representative",)


def test_what_is_not_asked_about_a_row_leaves_that_row_only():
    case = replaced(Case(), "repairs", ({"same_defect_as": 1}, {"same_defect_as": 1}))
    assert pruned(case) == case
    case = replaced(Case(), "delivery", {"channel": "in_person", "tracking_number": "160000"})
    assert pruned(case) == replaced(case, "delivery.tracking_number", None)


def test_a_value_told_beside_unknown_or_no_document_wins():
    """A file may hold both: what the letter says never hangs on what the form remembers."""
    case = replaced(Case(), "purchase.receipt", "чек")
    case = replaced(case, "answers.no_document", ("purchase.receipt",))
    case = replaced(case, "purchase.warranty_months", 24)
    case = replaced(case, "answers.unknown", ("purchase.warranty_months",))
    assert pruned(case) == case
    assert not said_no_document(case, question_at("purchase.receipt").question)
    assert not said_unknown(case, question_at("purchase.warranty_months").question)


@CASES
def test_pruning_twice_changes_nothing_more_and_memory_stays(name):
    case = TABLES[name].case()
    once = pruned(case)
    assert pruned(once) == once
    assert once.answers.no_document == case.answers.no_document


@CASES
def test_what_is_asked_does_not_change_by_pruning(name):
    case = TABLES[name].case()
    assert paths_asked(pruned(case)) == paths_asked(case)


# Paths to places.


@pytest.mark.parametrize(
    ("path", "step", "page", "asked_path"),
    [
        ("purchase.price", "payment", "price", "purchase.price"),
        ("repairs", "repairs", "repairs", "repairs"),
        ("repairs[2].act", "repairs", "repair_papers", "repairs[2].act"),
        ("repairs[1]", "repairs", "repair_days", "repairs[1].handed_over"),
        ("losses[0].amount", "losses", "loss", "losses[0].amount"),
        ("losses", "losses", "losses", "losses"),
        ("seller", "seller", "seller", "seller.name"),
        ("payment.loan", "payment", "loan", "payment.loan.bank"),
        ("current_defect", "defect", "defect", "current_defect"),
        ("delivery.handed_on", "done", "handing", "delivery.handed_on"),
        ("answers.day_count", "law", "day_count", "answers.day_count"),
    ],
)
def test_a_path_leads_to_its_question(path, step, page, asked_path):
    place = question_at(path)
    assert (place.step.id, place.page.id, place.path) == (step, page, asked_path)


@pytest.mark.parametrize("path", ["", "id", "format", "answers.unknown", "no.such", "purch"])
def test_what_is_not_asked_has_no_place(path):
    assert question_at(path) is None


def test_every_declared_path_leads_to_itself():
    for place in places():
        row = 3 if place.question.in_row else None
        found = question_at(place.question.path_at(row))
        assert (found.question, found.page, found.row) == (place.question, place.page, row)


def test_ids_are_unique_and_the_steps_are_those_of_the_plan():
    pages = [page.id for step in STEPS for page in step.pages]
    assert len(pages) == len(set(pages))
    assert [step.title.replace("\xa0", " ") for step in STEPS] == [
        "Что вы купили", "Ремонты", "Что не работает сейчас", "Что говорит закон",
        "Сколько и как вы заплатили", "Чего требовать", "Убытки", "Продавец", "Вы",
        "Куда вернуть деньги", "Документы", "Проверьте ответы", "Готово",
    ]  # fmt: skip
    assert [step_named(step.id) for step in STEPS] == list(STEPS)


def test_a_step_has_pages_or_a_view():
    for step in STEPS:
        assert step.pages or step.view


def test_each_list_has_pages_for_its_rows_in_its_own_step():
    for step in STEPS:
        for question in step.questions():
            if question.kind is ValueKind.rows:
                assert row_pages(question.path)
                assert set(row_pages(question.path)) <= set(step.pages)
            if question.in_row:
                rows = question.path.split("[]")[0]
                page = next(p for p in step.pages if question in p.questions)
                assert page.rows == rows


def test_a_row_taken_out_takes_its_memory_along(today):
    act = question_at("repairs[1].returned").question
    case = Case(repairs=(REPAIR, REPAIR, REPAIR))
    case, _ = typed(case, act, 2, "31.06.25", today)
    case = without_row(case, "repairs", 0)
    assert case.answers.unreadable == {"repairs[1].returned": "31.06.25"}
