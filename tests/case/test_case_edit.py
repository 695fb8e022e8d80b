"""Changing one answer: what was put is there, the rest is as it was, the file agrees."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import inspect

from desktop_app import paths
from desktop_app.case.amounts import Money, Percent
from desktop_app.case.clean import clean_text
from desktop_app.case.edit import moved_row, replaced, value_at, with_row, without_row
from desktop_app.case.file import dump_case, parse_case, read_case
from desktop_app.case.model import (
    AcceptedRisk,
    Case,
    CurrentDefect,
    FormMemory,
    Installment,
    Loan,
    Loss,
    Repair,
    Response,
)
from desktop_app.case.shape import inner, leaf_paths, type_at
from desktop_app.errors import UserError

EXAMPLE = read_case(paths.resource("examples", "refund.json"))
THREE = replaced(
    Case(),
    "repairs",
    (
        Repair(defect="первый"),
        Repair(defect="второй", same_defect_as=1),
        Repair(defect="третий", same_defect_as=2),
    ),
)
THREE = replaced(THREE, "current_defect.same_defect_as", 3)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("purchase.price", Money("44091.00")),
        ("purchase.contract_date", date(2024, 2, 29)),
        ("purchase.warranty_months", 0),
        ("purchase.distance", False),
        ("buyer.gender", "female"),
        ("payment.loan.annual_rate_percent", Percent("19.9")),
        ("payment.installment", Installment(paid=Money("1.5"))),
        ("current_defect.description", "снова нет звука\nи изображения"),
        ("representative.authority", "law"),
        ("delivery.response.kind", "silence"),
        ("bank_details.bic", "049999123"),
        ("id", UUID("5f0c1a52-6a1e-4f0e-9d3b-2b9f7d1c8e01")),
        ("answers.unreadable", {"purchase.price": " сорок "}),
        ("answers.unknown", ("purchase.price",)),
        ("answers.accepted_risks", (AcceptedRisk("code", {"days": 3, "until": None}),)),
        ("answers.day_count", "inclusive"),
        ("repairs", ()),
    ],
)
def test_what_was_put_is_there_and_survives_the_file(path, value):
    case = replaced(Case(), path, value)
    assert value_at(case, path) == value
    assert parse_case(dump_case(case)) == case
    assert value_at(case, "seller.name") is None


def test_the_rest_is_as_it_was():
    case = replaced(EXAMPLE, "repairs[1].act", "акт № 3")
    assert value_at(case, "repairs[1].act") == "акт № 3"
    assert replaced(case, "repairs[1].act", EXAMPLE.repairs[1].act) == EXAMPLE
    assert case.repairs[0] is EXAMPLE.repairs[0] and case.purchase is EXAMPLE.purchase


def test_missing_groups_are_made_on_the_way():
    assert Case().payment.loan is None
    assert replaced(Case(), "payment.loan.bank", "АО").payment.loan == Loan(bank="АО")
    assert replaced(Case(), "delivery.response.on", date(2026, 1, 2)).delivery.response == Response(
        on=date(2026, 1, 2)
    )


def test_a_group_stays_when_its_last_answer_goes():
    case = replaced(Case(), "current_defect.description", "шум")
    assert replaced(case, "current_defect.description", None).current_defect == CurrentDefect()
    assert replaced(case, "current_defect", None).current_defect is None


def test_no_answer_is_the_default_of_the_contract():
    case = replaced(EXAMPLE, "answers.day_count", "inclusive")
    assert replaced(case, "answers.day_count", None).answers.day_count == "exclusive"
    assert replaced(case, "losses", None).losses == ()
    assert replaced(case, "buyer", None).buyer == Case().buyer
    assert replaced(case, "repairs", None).repairs is None


@pytest.mark.parametrize("text", ["", " ", "\n\t ", "\u202a\ufeff"])
def test_text_of_nothing_is_no_answer(text):
    assert replaced(EXAMPLE, "buyer.phone", text).buyer.phone is None


def test_text_is_cleaned_as_on_reading():
    assert (
        replaced(Case(), "buyer.surname", " Е\u0308лкина\ud800\x00\r\n").buyer.surname == "Ёлкина"
    )


@pytest.mark.parametrize(
    "path", ["", "price", "purchase.prise", "purchase[0]", "repairs.act", "buyer.phone.x", "[0]"]
)
@pytest.mark.parametrize("use", [value_at, lambda case, path: replaced(case, path, None), with_row])
def test_an_unknown_path_is_a_bug(path, use):
    with pytest.raises(KeyError):
        use(EXAMPLE, path)


def test_a_list_is_wanted_for_rows():
    with pytest.raises(KeyError):
        with_row(EXAMPLE, "purchase")


@pytest.mark.parametrize(
    "use",
    [
        lambda: value_at(EXAMPLE, "repairs[99].act"),
        lambda: value_at(Case(), "repairs[0].act"),
        lambda: replaced(EXAMPLE, "repairs[99].act", "x"),
        lambda: replaced(EXAMPLE, "repairs[99]", Repair()),
        lambda: without_row(EXAMPLE, "repairs", 99),
        lambda: moved_row(EXAMPLE, "repairs", 0, 99),
        lambda: moved_row(EXAMPLE, "repairs", 99, 0),
    ],
)
def test_a_row_that_is_not_there_is_a_bug(use):
    with pytest.raises(IndexError):
        use()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("purchase.price", "сто"),
        ("purchase.price", 100.0),
        ("purchase.price", Money.__new__(Money, "0.001")),
        ("purchase.contract_date", "позже"),
        ("purchase.warranty_months", -1),
        ("purchase.warranty_months", True),
        ("purchase.distance", 1),
        ("purchase.category", "cats"),
        ("buyer.surname", 7),
        ("buyer.surname", object()),
        ("repairs", (Loss(),)),
        ("repairs", tuple(Repair() for _ in range(1001))),
        ("country", "ru"),
        ("version", 2),
    ],
)
def test_a_value_that_the_contract_refuses_is_a_bug(path, value):
    with pytest.raises(ValueError, match=path):
        replaced(EXAMPLE, path, value)


def test_a_row_comes_last_or_before_another():
    case = with_row(Case(), "losses", Loss(description="б"))
    case = with_row(case, "losses", Loss(description="а"), at=0)
    case = with_row(case, "losses")
    assert case.losses == (Loss(description="а"), Loss(description="б"), Loss())


def test_rows_of_an_absent_list_begin_it():
    assert with_row(Case(), "repairs").repairs == (Repair(),)
    assert without_row(with_row(Case(), "repairs"), "repairs", 0).repairs == ()


def test_a_list_has_room_for_as_many_rows_as_the_contract_says():
    case = replaced(Case(), "repairs", tuple(Repair() for _ in range(999)))
    case = with_row(case, "repairs")
    with pytest.raises(UserError, match="не больше 1000 строк"):
        with_row(case, "repairs")


def defects(case):
    references = [repair.same_defect_as for repair in case.repairs]
    return [r.defect for r in case.repairs], references, case.current_defect.same_defect_as


def test_references_follow_a_row_that_came_in_before():
    case = with_row(THREE, "repairs", Repair(defect="новый", same_defect_as=1), at=0)
    assert defects(case) == (["новый", "первый", "второй", "третий"], [2, None, 2, 3], 4)


def test_references_follow_when_a_row_goes():
    assert defects(without_row(THREE, "repairs", 0)) == (["второй", "третий"], [None, 1], 2)
    assert defects(without_row(THREE, "repairs", 2)) == (["первый", "второй"], [None, 1], None)


def test_references_follow_a_moved_row():
    case = moved_row(THREE, "repairs", 2, 0)
    assert defects(case) == (["третий", "первый", "второй"], [3, None, 2], 1)
    assert moved_row(case, "repairs", 0, 2) == THREE


def test_a_reference_to_no_repair_stays_to_be_told_of():
    case = replaced(THREE, "current_defect.same_defect_as", 9)
    assert without_row(case, "repairs", 0).current_defect.same_defect_as == 9


def test_losses_do_not_move_what_refers_to_repairs():
    case = with_row(with_row(THREE, "losses"), "losses")
    assert defects(without_row(case, "losses", 0)) == defects(THREE)


def remembering(*paths_):
    return FormMemory(unreadable=dict.fromkeys(paths_, "?"), unknown=paths_, no_document=paths_)


def test_what_the_form_remembers_follows_the_rows():
    kept = ("repairs[0].act", "purchase.price", "repairs[2].act", "repairs_note", "repairs[7].act")
    case = replaced(THREE, "answers", remembering(*kept[:3], kept[4]))
    moved = ("purchase.price", "repairs[1].act", "repairs[7].act")
    assert without_row(case, "repairs", 0).answers == remembering(*moved)
    assert moved_row(case, "repairs", 2, 0).answers == remembering(
        "repairs[1].act", "purchase.price", "repairs[0].act", "repairs[7].act"
    )
    assert without_row(with_row(case, "losses"), "losses", 0).answers == case.answers


TEXTS = st.text().map(clean_text).map(str.strip)


def values(path):
    """Any value that the contract allows at this path, absent too."""
    kind = inner(type_at(path))
    if isinstance(kind, inspect.CustomType):
        digits = st.from_regex(kind.cls.pattern.replace(r"\d", "[0-9]"), fullmatch=True)
        return st.none() | digits.map(kind.cls.read)
    if isinstance(kind, inspect.LiteralType):
        return st.sampled_from(kind.values)
    if isinstance(kind, inspect.IntType):
        return st.none() | st.integers(kind.ge, kind.le)
    if isinstance(kind, inspect.StrType) and kind.pattern:
        return st.none() | st.from_regex("[A-Z]{2}", fullmatch=True)
    if isinstance(kind, inspect.DictType):
        return st.dictionaries(st.text("abc."), TEXTS)
    if isinstance(kind, inspect.VarTupleType):
        return st.lists(TEXTS, max_size=3).map(tuple)
    plain = {
        inspect.StrType: st.text(),
        inspect.DateType: st.dates(),
        inspect.BoolType: st.booleans(),
        inspect.UUIDType: st.uuids(),
    }
    return st.none() | plain[type(kind)]


@st.composite
def edits(draw):
    path = draw(st.sampled_from(sorted(leaf_paths())))
    return path.replace("[]", "[0]"), draw(values(path.replace("[]", "[0]")))


def with_rows():
    case = EXAMPLE
    for path in ("repairs", "losses", "attachments", "answers.accepted_risks"):
        case = with_row(case, path)
    return case


ROWS = with_rows()


@given(st.lists(edits(), max_size=6))
def test_any_edits_give_a_case_that_its_file_gives_back(changes):
    case = ROWS
    for path, value in changes:
        case = replaced(case, path, value)
        assert replaced(case, path, value_at(case, path)) == case
    assert parse_case(dump_case(case)) == case


@given(edits(), edits())
def test_what_was_put_is_there_and_another_answer_is_not_touched(change, other):
    (path, value), (elsewhere, _) = change, other
    case = replaced(ROWS, path, value)
    if isinstance(value, str) and type(inner(type_at(path))) is inspect.StrType:
        value = clean_text(value).strip() or None
    if value is not None:
        assert value_at(case, path) == value
    if elsewhere != path:
        assert value_at(case, elsewhere) == value_at(ROWS, elsewhere)


@given(st.integers(0, 2), st.integers(0, 2))
def test_moving_there_and_back_changes_nothing(index, to):
    assert moved_row(moved_row(THREE, "repairs", index, to), "repairs", to, index) == THREE


@given(st.integers(0, 3))
def test_a_row_in_and_out_again_changes_nothing(at):
    assert without_row(with_row(THREE, "repairs", at=at), "repairs", at) == THREE
