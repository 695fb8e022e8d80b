"""Typed text into the case and back; what could not be read stays as it was typed."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.case.amounts import Money
from desktop_app.case.edit import replaced, value_at, with_row
from desktop_app.case.file import dump_case, parse_case, read_case
from desktop_app.case.model import Case, CurrentDefect, Repair
from desktop_app.interview.entry import (
    chosen,
    current_choice,
    editable,
    read,
    said_answer,
    typed,
)
from desktop_app.interview.flow import asked
from desktop_app.interview.form import choices_of, places, question_at
from desktop_app.interview.pasted import with_pasted_repairs
from desktop_app.interview.question import ValueKind
from desktop_app.interview.remember import (
    forget,
    put_unreadable,
    say_no_document,
    say_none,
    say_unknown,
)
from desktop_app.interview.same_defect import OTHER_DEFECT
from desktop_app.interview.told import is_answered, value_of
from desktop_app.russian.reading.result import Ambiguous, Blank, Read, Unreadable

TODAY = date(2026, 11, 20)
EXAMPLE = Path(__file__).parents[2] / "resources" / "examples" / "refund.json"
CHOOSING = (ValueKind.choice, ValueKind.yes_no, ValueKind.goods, ValueKind.earlier_repair)
GROUPS = (ValueKind.presence, ValueKind.rows)


def question(path):
    return question_at(path).question


def type_in(case, path, text):
    place = question_at(path)
    return typed(case, place.question, place.row, text, TODAY)


@pytest.mark.parametrize(
    ("path", "text", "value", "said"),
    [
        ("purchase.contract_date", "1.3.25", date(2025, 3, 1), "1 марта 2025 года, суббота"),
        ("purchase.price", "54 990,5", Money("54990.50"), "54 990,50 ₽"),
        ("purchase.warranty_months", "2 года", 24, "24 месяца"),
        ("payment.loan.annual_rate_percent", "19.9%", Decimal("19.9"), "19,9 % годовых"),
        ("bank_details.bic", "044 999-123", "044999123", "044 999 123 (9 цифр)"),
        ("buyer.phone", "89115000000", "+7 911 500-00-00", "+7 911 500-00-00"),
        ("buyer.email", " olga@example.org ", "olga@example.org", "olga@example.org"),
        ("purchase.item", "  Смартфон\n", "Смартфон", "Смартфон"),
        ("current_defect.description", "гаснет\n\nшумит", "гаснет\n\nшумит", "гаснет\n\nшумит"),
        ("payment.method", "в рассрочку", "installment", "В рассрочку: магазину по графику"),
        ("purchase.distance", "да", True, "Да"),
        ("purchase.category", "телевизоры и проекторы", "televisions", "Телевизоры и проекторы"),
        # A loan ends in days to come: a day without a year is the next one.
        ("payment.loan.until", "1 марта", date(2027, 3, 1), "1 марта 2027 года, понедельник"),
    ],
)
def test_typed_text_becomes_an_answer_that_is_said_back(path, text, value, said):
    case, reading = type_in(Case(), path, text)
    assert isinstance(reading, Read)
    assert reading.said.replace("\xa0", " ") == said
    assert value_at(case, path) == value
    assert said_answer(case, question(path)).replace("\xa0", " ") == said
    assert parse_case(dump_case(case)) == case


def test_what_can_not_be_read_is_kept_as_typed_and_the_answer_is_none():
    case, _ = type_in(Case(), "purchase.contract_date", "1.3.25")
    case, reading = type_in(case, "purchase.contract_date", "13.25.2026")
    assert isinstance(reading, Unreadable)
    assert case.purchase.contract_date is None
    assert case.answers.unreadable == {"purchase.contract_date": "13.25.2026"}
    assert editable(case, question("purchase.contract_date")) == "13.25.2026"
    assert editable(parse_case(dump_case(case)), question("purchase.contract_date")) == "13.25.2026"
    assert not is_answered(case, question("purchase.contract_date"))
    case, _ = type_in(case, "purchase.contract_date", "13.05.2026")
    assert case.answers.unreadable == {}


def test_what_may_mean_two_things_is_asked_and_then_chosen():
    case, reading = type_in(Case(), "purchase.price", "1.234")
    assert isinstance(reading, Ambiguous)
    assert case.purchase.price is None and case.answers.unreadable == {"purchase.price": "1.234"}
    case = chosen(case, question("purchase.price"), None, reading.choices[0].value)
    assert case.purchase.price == Money("1234.00")
    assert case.answers.unreadable == {}


def test_blank_text_takes_the_answer_out():
    case, _ = type_in(Case(), "purchase.price", "54990")
    case, reading = type_in(case, "purchase.price", "  ")
    assert isinstance(reading, Blank)
    assert case.purchase.price is None and case.answers.unreadable == {}


def test_a_group_goes_with_its_last_answer_unless_it_is_said_to_be_there():
    case, _ = type_in(Case(), "delivery.response.amount", "5")
    assert type_in(case, "delivery.response.amount", "")[0] == Case()
    assert type_in(Case(), "delivery.sent_on", "")[0] == Case()
    case, _ = type_in(Case(), "current_defect.description", "гаснет")
    assert type_in(case, "current_defect.description", "")[0].current_defect is not None
    case = chosen(Case(), question("payment.method"), None, "own_funds")
    assert chosen(case, question("payment.method"), None, None) == Case()


def test_a_repair_in_a_row_is_typed_into_its_row():
    case = with_row(with_row(Case(), "repairs"), "repairs")
    case, _ = type_in(case, "repairs[1].returned", "вчера")
    assert case.repairs[0] == Repair()
    assert case.repairs[1].returned == date(2026, 11, 19)


@pytest.mark.parametrize("path", ["repairs", "representative"])
def test_a_group_is_not_typed(path):
    with pytest.raises(ValueError, match=path):
        read(question(path), "да", TODAY)


def test_a_row_is_needed_where_there_are_rows_and_only_there():
    with pytest.raises(ValueError, match="act"):
        question("repairs[0].act").path_at(None)
    with pytest.raises(ValueError, match="price"):
        question("purchase.price").path_at(1)


# «Не знаю», «документа нет».


def test_unknown_is_an_answer_that_typing_takes_back():
    case = replaced(Case(), "purchase.warranty_months", 24)
    case = say_unknown(case, "purchase.warranty_months")
    asked_question = question("purchase.warranty_months")
    assert case.purchase.warranty_months is None
    assert is_answered(case, asked_question)
    assert said_answer(case, asked_question).replace("\xa0", " ") == "Не знаю"
    case, _ = type_in(case, "purchase.warranty_months", "12")
    assert case.answers.unknown == () and case.purchase.warranty_months == 12


def test_no_document_is_an_answer_that_forgetting_takes_back():
    case = say_no_document(Case(), "purchase.receipt")
    assert said_answer(case, question("purchase.receipt")) == "Документа нет"
    assert say_no_document(case, "purchase.receipt") == case
    assert not is_answered(forget(case, "purchase.receipt"), question("purchase.receipt"))


def test_no_answer_of_one_kind_stands_beside_another():
    path = "purchase.receipt"
    case = put_unreadable(say_unknown(say_no_document(Case(), path), path), path, "…")
    assert (case.answers.unknown, case.answers.no_document) == ((), ())
    assert case.answers.unreadable == {path: "…"}


@pytest.mark.parametrize(
    ("path", "count", "said"),
    [("repairs", 1, "1 ремонт"), ("losses", 2, "2 расхода"), ("attachments", 5, "5 документов")],
)
def test_a_list_is_said_by_how_many_it_has(path, count, said):
    case = replaced(Case(), path, ({},) * count)
    assert said_answer(case, question(path)).replace("\xa0", " ") == said
    assert said_answer(Case(), question(path)) == ""


def test_none_at_all_is_said_in_its_own_words():
    case = say_none(Case(), question("repairs"))
    assert said_answer(case, question("repairs")) == "Ремонтов не\xa0было"
    with pytest.raises(ValueError, match=r"purchase\.price"):
        say_none(case, question("purchase.price"))


# Choices.


def test_the_earlier_repairs_are_the_choices_of_the_same_defect():
    case = Case(repairs=(Repair(defect="гаснет"), Repair(defect="шумит"), Repair()))
    same = question("repairs[0].same_defect_as")
    assert [c.value for c in choices_of(same, case, 2)] == [0, 1, 2]
    assert [c.value for c in choices_of(same, case, 0)] == [0]
    now = question("current_defect.same_defect_as")
    assert [c.value for c in choices_of(now, case)] == [0, 1, 2, 3]
    assert "гаснет" in choices_of(same, case, 1)[1].label
    case = chosen(case, same, 2, 2)
    assert current_choice(case, same, 2).value == 2


def test_another_defect_is_said_and_not_taken_for_granted():
    case = Case(repairs=(Repair(defect="гаснет"), Repair(defect="шумит")))
    same = question("repairs[0].same_defect_as")
    assert current_choice(case, same, 1) is None and said_answer(case, same, 1) == ""
    case = chosen(case, same, 1, OTHER_DEFECT)
    assert current_choice(case, same, 1).value == OTHER_DEFECT
    assert value_of(case, same, 1) is None
    assert said_answer(case, same, 1).startswith("Нет")
    case = chosen(case, same, 1, 1)
    assert case.answers.no_document == () and value_of(case, same, 1) == 1


def test_equal_words_answer_by_themselves_and_no_does_not_hide_it():
    case = Case(
        repairs=(Repair(defect="Не греет!"), Repair(defect="не  греет")),
        current_defect=CurrentDefect(description="греет не"),
    )
    same, now = question("repairs[0].same_defect_as"), question("current_defect.same_defect_as")
    assert current_choice(case, same, 1).value == 1
    assert current_choice(case, now).value == 1
    assert current_choice(chosen(case, now, None, OTHER_DEFECT), now).value == 1
    told_otherwise = replaced(case, "repairs[1].defect", "гудит")
    assert current_choice(told_otherwise, same, 1) is None


def test_a_country_that_is_not_listed_is_another_country():
    case = replaced(Case(), "country", "DE")
    assert said_answer(case, question("country")) == "Другая страна"


def test_nothing_is_marked_before_it_is_chosen():
    for place in places():
        if place.question.kind in (*CHOOSING, *GROUPS) and not place.question.in_row:
            current = current_choice(Case(), place.question)
            # Another defect and the usual count are what holds unless something else is told.
            assert current is None or place.path in (
                "current_defect.same_defect_as",
                "answers.day_count",
            )


def test_yes_and_no_and_one_are_different_answers():
    case = chosen(Case(), question("purchase.distance"), None, False)
    assert current_choice(case, question("purchase.distance")).label == "Нет"


# All of it, there and back.


@pytest.mark.parametrize("path", sorted(EXAMPLE.parent.glob("*.json")), ids=lambda path: path.stem)
def test_an_example_typed_anew_from_its_fields_is_the_same(path):
    full = read_case(path)
    case = full
    for place in asked(full):
        if place.question.kind in (*GROUPS, *CHOOSING):
            continue
        text = editable(full, place.question, place.row)
        case, reading = typed(case, place.question, place.row, text, TODAY)
        assert isinstance(reading, Read | Blank), (place.path, reading)
    assert case == full


TYPED = [place for place in places() if place.question.kind not in GROUPS]


# The first example may load the List of goods.
@settings(deadline=None)
@given(place=st.sampled_from(TYPED), text=st.text(max_size=80))
def test_any_text_is_read_and_the_case_can_be_written(place, text):
    case = replaced(
        replaced(replaced(Case(), "repairs", ({},)), "losses", ({},)), "attachments", ({},)
    )
    row = 0 if place.question.in_row else None
    case, reading = typed(case, place.question, row, text, TODAY)
    path = place.question.path_at(row)
    assert parse_case(dump_case(case)) == case
    assert (path in case.answers.unreadable) is isinstance(reading, Unreadable | Ambiguous)
    field = editable(case, place.question, row)
    again, _ = typed(case, place.question, row, field, TODAY)
    if place.question.kind not in CHOOSING:
        assert again == case


# Pasted repairs.


def test_pasted_lines_become_repairs():
    text = "10.06.25–29.06.25 не заряжается\n01.09.2025\tв ремонте\tгаснет экран\tакт 5\n"
    case, lines = with_pasted_repairs(say_none(Case(), question("repairs")), text, TODAY)
    assert [line.problems for line in lines] == [(), ()]
    assert case.answers.no_document == ()
    assert case.repairs == (
        Repair(handed_over=date(2025, 6, 10), returned=date(2025, 6, 29), defect="не заряжается"),
        Repair(
            handed_over=date(2025, 9, 1),
            defect="гаснет экран",
            act="акт 5",
            outcome="in_repair",
        ),
    )


def test_a_pasted_day_that_can_not_be_read_waits_in_its_field():
    case = Case(repairs=(Repair(),))
    case, lines = with_pasted_repairs(case, "31.06.25–29.07.25 шумит", TODAY)
    assert case.answers.unreadable == {"repairs[1].handed_over": "31.06.25"}
    assert case.repairs[1].returned == date(2025, 7, 29)
    assert len(lines[0].problems) == 1


def test_nothing_pasted_changes_nothing():
    assert with_pasted_repairs(Case(), " \n\n", TODAY) == (Case(), ())
