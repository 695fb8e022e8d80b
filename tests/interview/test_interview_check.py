"""What is said when «Продолжить» is pressed, and how far a step is."""

import inspect
from datetime import date
from pathlib import Path

import pytest

from desktop_app.assessment import findings as all_checks
from desktop_app.assessment.assess import assess
from desktop_app.assessment.model import Finding
from desktop_app.case.edit import replaced, with_row
from desktop_app.case.file import read_case
from desktop_app.case.model import Case
from desktop_app.claims.refund import REFUND
from desktop_app.interview.check import (
    DOUBTFUL_VALUES,
    StepState,
    check_page,
    check_step,
    step_states,
)
from desktop_app.interview.entry import typed
from desktop_app.interview.flow import pruned
from desktop_app.interview.form import question_at, step_named
from desktop_app.interview.remember import (
    accept_risk,
    is_accepted,
    put_unreadable,
    say_none,
    say_unknown,
    withdraw_acceptance,
)
from desktop_app.interview.steps import STEPS
from desktop_app.law.book import load_law_book

TODAY = date(2026, 11, 20)
EXAMPLES = sorted((Path(__file__).parents[2] / "resources" / "examples").glob("*.json"))


def findings(case):
    return assess(pruned(case), REFUND, load_law_book(), TODAY).findings


def problems(case, path):
    """The problems of the page on which `path` is asked."""
    place = question_at(path)
    return check_page(case, place.step, place.page, findings(case), TODAY, place.row)


def kinds(case, path):
    return {problem.path: problem.kind for problem in problems(case, path)}


def states(case):
    return step_states(case, STEPS, findings(case), TODAY)


def test_an_empty_page_names_what_is_needed_in_the_order_of_the_page():
    found = problems(Case(), "country")
    assert [problem.path for problem in found] == [
        "country", "purchase.item", "purchase.category",
    ]  # fmt: skip
    assert {problem.kind for problem in found} == {"missing"}
    assert found[0].sentence == question_at("country").question.missing
    assert found[0].label == question_at("country").question.label


def test_an_optional_page_may_be_left_empty():
    assert problems(Case(), "bank_details.bic") == ()
    assert problems(Case(), "seller.inn")[0].path == "seller.name"


def test_unknown_is_enough_where_an_answer_is_needed():
    assert kinds(Case(), "purchase.warranty_months")["purchase.warranty_months"] == "missing"
    case = say_unknown(Case(), "purchase.warranty_months")
    assert "purchase.warranty_months" not in kinds(case, "purchase.warranty_months")


def test_text_not_understood_is_told_before_anything_else_of_the_answer():
    question = question_at("purchase.contract_date").question
    case, reading = typed(Case(), question, None, "13.25.2026", TODAY)
    (problem,) = [p for p in problems(case, question.path) if p.path == question.path]
    assert (problem.kind, problem.sentence) == ("unreadable", reading.sentence)


def test_text_of_an_older_program_that_reads_now_is_asked_for_again():
    case = put_unreadable(Case(), "purchase.price", "54990")
    (problem, _) = problems(case, "purchase.price")
    assert problem.kind == "unreadable" and "54990" in problem.sentence


def test_an_impossible_day_is_an_error_at_its_field():
    case = replaced(Case(), "repairs", ({"handed_over": "2026-05-10", "returned": "2025-05-20"},))
    found = [p for p in problems(case, "repairs[0].returned") if p.path == "repairs[0].returned"]
    assert [p.kind for p in found] == ["error"]
    assert "раньше" in found[0].sentence
    assert found[0].label.startswith("Ремонт №\xa01. ")


def test_the_table_of_repairs_shows_what_is_wrong_in_its_rows():
    case = with_row(Case(), "repairs")
    found = kinds(case, "repairs")
    assert found == {
        "repairs[0].handed_over": "missing",
        "repairs[0].outcome": "missing",
        "repairs[0].returned": "missing",
        "repairs[0].defect": "missing",
    }


def test_rows_said_not_to_be_there_are_not_looked_at():
    case = say_none(with_row(Case(), "repairs"), question_at("repairs").question)
    assert problems(case, "repairs") == ()


def test_improbable_is_a_risk_until_it_is_said_to_be_right():
    case = replaced(replaced(Case(), "purchase.price", "25"), "payment.method", "own_funds")
    (problem,) = problems(case, "purchase.price")
    assert (problem.kind, problem.path) == ("risk", "purchase.price")
    accepted = accept_risk(case, problem.finding)
    assert problems(accepted, "purchase.price") == ()
    assert is_accepted(accepted, problem.finding)
    # The facts change: it is asked again.
    changed = replaced(accepted, "purchase.price", "26")
    assert [p.kind for p in problems(changed, "purchase.price")] == ["risk"]
    assert problems(withdraw_acceptance(accepted, problem.finding), "purchase.price")


def test_accepting_twice_keeps_one_acceptance():
    finding = Finding("risk", "ground_only_disputed", None, "Основание спорное.")
    case = accept_risk(accept_risk(Case(), finding), finding)
    assert len(case.answers.accepted_risks) == 1
    assert is_accepted(case, finding)


def test_an_acceptance_outlives_the_row_it_was_about():
    finding = Finding("risk", "repairs_overlap", "repairs[3].handed_over", "Идут одновременно.")
    assert is_accepted(accept_risk(Case(), finding), finding)


REQUISITES = {
    f"{name}_improbable" for name in ("inn", "ogrn", "bic", "account", "correspondent_account")
}


def test_the_doubted_values_are_findings_that_exist():
    sources = "".join(
        Path(inspect.getfile(module)).read_text(encoding="utf-8")
        for module in vars(all_checks).values()
        if inspect.ismodule(module)
    )
    for code in DOUBTFUL_VALUES:
        # «inn_improbable» and its like are made of the names of the requisites.
        known = f'"{code}"' in sources or code in REQUISITES
        assert known, code


def test_what_the_shop_will_say_is_not_told_at_the_field():
    case = replaced(Case(), "current_defect", {"description": "гаснет экран"})
    assert any(f.code == "no_diagnostic_act" for f in findings(case))
    assert problems(case, "current_defect.diagnostic_act") == ()


# States.


def test_nothing_is_begun_in_an_empty_case():
    assert set(states(Case()).values()) == {StepState.not_started}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_done_as_far_as_it_is_told(path):
    found = states(read_case(path))
    assert StepState.has_questions not in found.values()
    assert {found[step] for step in ("purchase", "repairs", "law", "payment", "seller")} == {
        StepState.done
    }
    assert found["done"] is StepState.not_started


def test_a_step_with_text_not_understood_has_questions():
    case = put_unreadable(Case(), "bank_details.bic", "0445О")
    found = states(case)
    assert found["bank"] is StepState.has_questions
    assert found["review"] is StepState.not_started


def test_a_step_with_something_needed_left_out_has_questions():
    assert states(replaced(Case(), "country", "RU"))["purchase"] is StepState.has_questions


def test_a_step_of_options_is_done_by_one_answer_or_by_none_at_all():
    case = say_none(Case(), question_at("attachments").question)
    assert states(case)["documents"] is StepState.done
    assert states(replaced(Case(), "bank_details.recipient", "Я"))["bank"] is StepState.done


def test_without_a_ground_the_law_has_questions_and_the_review_too():
    case = replaced(read_case(EXAMPLES[0]), "repairs", ())
    case = replaced(case, "current_defect", None)
    found = states(case)
    assert found["law"] is StepState.has_questions
    assert found["review"] is StepState.has_questions


def test_the_end_is_done_when_the_letter_is_handed_over():
    case = replaced(Case(), "delivery.handed_on", "2026-11-20")
    assert states(case)["done"] is StepState.done


def test_the_check_of_a_step_is_that_of_its_pages():
    step = step_named("purchase")
    case = Case()
    pages = [p for page in step.pages for p in check_page(case, step, page, (), TODAY)]
    assert list(check_step(case, step, (), TODAY)) == pages


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_pruning_changes_nothing_of_what_the_law_says(path):
    case = read_case(path)
    assert assess(pruned(case), REFUND, load_law_book(), TODAY) == assess(
        case, REFUND, load_law_book(), TODAY
    )
