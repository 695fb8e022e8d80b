"""What two states of a case differ in: each change in words, rows known by what is told of them."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st
from msgspec import inspect

from desktop_app import paths
from desktop_app.assessment.model import Finding
from desktop_app.case.amounts import Money, Percent
from desktop_app.case.edit import moved_row, replaced, value_at, with_row, without_row
from desktop_app.case.file import read_case
from desktop_app.case.model import AcceptedRisk, Case, Repair
from desktop_app.case.shape import inner, leaf_paths, type_at
from desktop_app.interview import remember
from desktop_app.interview.compared import differences
from desktop_app.interview.entry import typed
from desktop_app.interview.form import question_at
from desktop_app.interview.not_asked import NOT_ASKED
from desktop_app.russian.typography import tidy

EXAMPLE = read_case(paths.resource("examples", "refund.json"))
TODAY = date(2026, 11, 20)
THREE = replaced(
    Case(),
    "repairs",
    (
        Repair(defect="не греет", place="Сервис", handed_over=date(2025, 3, 1)),
        Repair(defect="течёт", place="Сервис", handed_over=date(2025, 5, 2)),
        Repair(defect="снова течёт", place="Сервис", same_defect_as=2),
    ),
)
THREE = replaced(THREE, "current_defect.same_defect_as", 3)


def said(before, after):
    return [one.sentence.replace("\xa0", " ") for one in differences(before, after)]


def test_a_changed_a_new_and_a_dropped_answer_are_told():
    before = replaced(Case(), "purchase.price", Money("54990"))
    after = replaced(before, "purchase.price", Money("45990.00"))
    assert said(before, after) == ["Сколько стоил товар? Было 54 990,00 ₽, стало 45 990,00 ₽"]
    assert said(after, Case()) == ["Сколько стоил товар? Было 45 990,00 ₽, теперь пусто"]
    told = replaced(Case(), "buyer.phone", "+7 900 000-00-00")
    assert said(Case(), told) == ["Ваш телефон? Не было, стало +7 900 000-00-00"]


def test_nothing_is_told_of_equal_cases_or_of_the_id():
    assert differences(EXAMPLE, EXAMPLE) == ()
    other = replaced(EXAMPLE, "id", UUID("5f0c1a52-6a1e-4f0e-9d3b-2b9f7d1c8e01"))
    assert differences(EXAMPLE, other) == ()


def test_a_choice_is_told_in_its_own_words():
    before = replaced(Case(), "payment.method", "own_funds")
    after = replaced(Case(), "payment.method", "consumer_loan")
    (sentence,) = said(before, after)
    assert sentence.startswith("Как вы заплатили за товар? Было «") and "own_funds" not in sentence


def test_two_countries_that_one_choice_stands_for_are_told_apart():
    before, after = (replaced(Case(), "country", code) for code in ("FR", "DE"))
    (sentence,) = said(before, after)
    assert "(FR)" in sentence and "(DE)" in sentence


def test_text_not_understood_is_told_whole():
    question = question_at("purchase.contract_date").question
    text = "когда-то весной, кажется, в апреле или всё-таки в мае"
    case, _ = typed(Case(), question, None, text, TODAY)
    (one,) = differences(Case(), case)
    assert one.path == "purchase.contract_date"
    assert tidy(f"«{text}» (программа не поняла)") in one.sentence
    assert len(differences(case, typed(Case(), question, None, text + "?", TODAY)[0])) == 1


def test_an_unknown_answer_and_a_missing_document_are_told():
    unknown = remember.say_unknown(Case(), "purchase.price")
    assert differences(Case(), unknown)
    question = question_at("repairs").question
    none = remember.say_none(Case(), question)
    assert said(Case(), none) == ["Какие ремонты были? Не было, стало «Ремонтов не было»"]
    assert "«Ремонтов не было»" in said(none, THREE)[0]
    assert said(Case(), replaced(Case(), "repairs", ()))[0].endswith("«Ремонтов не было»")


def test_a_row_is_added_and_removed_with_its_words():
    added = with_row(THREE, "repairs", Repair(defect="искрит"))
    assert said(THREE, added) == ["Добавлен ремонт № 4: искрит"]
    assert said(added, THREE) == ["Убран ремонт № 4: искрит"]


def test_a_removed_middle_row_is_no_change_of_the_later_ones():
    sentences = said(THREE, without_row(THREE, "repairs", 0))
    assert sentences == ["Убран ремонт № 1: 1 марта 2025 года, не греет"]
    (sentence,) = said(THREE, with_row(THREE, "repairs", Repair(defect="искрит"), 0))
    assert sentence == "Добавлен ремонт № 1: искрит"


def test_that_the_earlier_repair_of_a_row_is_gone_is_told_by_its_going():
    sentences = said(THREE, without_row(THREE, "repairs", 1))
    assert sentences == ["Убран ремонт № 2: 2 мая 2025 года, течёт"]


def test_unread_text_goes_with_its_row():
    question = question_at("repairs[].returned").question
    case, _ = typed(THREE, question, 2, "завтра или нет", TODAY)
    assert len(said(case, without_row(case, "repairs", 0))) == 1
    (sentence,) = said(THREE, case)
    assert sentence.startswith("Ремонт № 3. Когда вам вернули товар? Не было, стало «завтра")


def test_a_changed_row_bears_its_number_and_a_moved_one_is_told():
    after = replaced(THREE, "repairs[1].defect", "не сливает воду")
    assert said(THREE, after) == [
        "Ремонт № 2. Что не работало? Было «течёт», стало «не сливает воду»"
    ]
    moved = moved_row(THREE, "repairs", 0, 2)
    assert said(THREE, moved) == ["Порядок ремонтов: был 1, 2, 3, стал 2, 3, 1"]


def test_a_reference_to_another_repair_is_told():
    after = replaced(THREE, "repairs[2].same_defect_as", 1)
    assert said(THREE, after) == [
        "Ремонт № 3. Тот же недостаток уже чинили раньше? Было тот же, что в ремонте № 2, "
        "стало тот же, что в ремонте № 1"
    ]


def test_a_risk_taken_is_told_in_its_words():
    finding = Finding(
        code="price_improbable", severity="risk", field="purchase.price", message="Мало."
    )
    case = remember.accept_risk(EXAMPLE, finding)
    assert said(EXAMPLE, case) == ["На замечание сказано «всё верно»: Мало."]
    assert said(case, EXAMPLE) == ["Замечание снова открыто: Мало."]


def test_what_no_answer_shows_is_told_in_one_sentence():
    case = replaced(Case(), "answers.unknown", ("no.such.path",))
    (one,) = differences(Case(), case)
    assert one.path == "" and one.sentence.startswith("Ответы те же")


SAMPLES = {
    inspect.StrType: st.sampled_from(["слово", "ещё слово", "слово\nи строка", "0000000000"]),
    inspect.DateType: st.dates(date(2020, 1, 1), date(2027, 1, 1)),
    inspect.BoolType: st.booleans(),
}


def values_at(path):
    kind = inner(type_at(path.replace("[]", "[0]")))
    if path == "country":
        return st.sampled_from(["RU", "DE", "FR"])
    if isinstance(kind, inspect.LiteralType):
        return st.sampled_from(sorted(kind.values))
    if isinstance(kind, inspect.CustomType):
        amounts = st.decimals(Decimal(1), Decimal(90), places=2)
        return amounts.map(lambda d: (Money if kind.cls is Money else Percent)(f"{d:f}"))
    if isinstance(kind, inspect.IntType):
        return st.integers(max(kind.ge or 0, 1), 20)
    return SAMPLES[type(kind)]


ASKED = sorted(set(leaf_paths()) - set(NOT_ASKED))


@st.composite
def edits(draw):
    path = draw(st.sampled_from(ASKED))
    row = draw(st.integers(0, 1))
    value = draw(st.none() | values_at(path))
    return path.replace("[]", f"[{row}]"), value


def edited(case, path, value):
    rows = path.partition("[")[0]
    while "[" in path and len(value_at(case, rows) or ()) <= int(path[path.index("[") + 1]):
        case = with_row(case, rows)
    return replaced(case, path, value)


def test_every_asked_path_is_tried():
    assert len(ASKED) > 80


@pytest.mark.parametrize("path", ASKED)
def test_every_path_of_the_contract_yields_its_difference(path):
    full = EXAMPLE
    for rows in ("losses", "attachments"):
        full = full if value_at(full, rows) else with_row(full, rows)
    here = path.replace("[]", "[0]")
    first, second = _two(values_at(path), value_at(full, here))
    before, after = replaced(full, here, first), replaced(full, here, second)
    assert [one.path for one in differences(before, after)] == [here]
    assert [one.path for one in differences(after, before)] == [here]


def _two(strategy, now):
    found = st.tuples(strategy, strategy).filter(lambda two: two[0] != two[1])
    return find(found, lambda two: True)


@given(st.lists(edits(), max_size=6), st.lists(edits(), max_size=6), st.booleans())
@settings(max_examples=300, deadline=timedelta(seconds=2))
def test_two_different_cases_never_tell_nothing(first, second, from_example):
    before = after = EXAMPLE if from_example else Case()
    for path, value in first:
        before = edited(before, path, value)
    for path, value in second:
        after = edited(after, path, value)
    found = differences(before, after)
    assert bool(found) == (before != after)
    assert all(one.sentence and "None" not in one.sentence for one in found)


def test_facts_of_a_risk_may_be_anything():
    case = replaced(Case(), "answers.accepted_risks", (AcceptedRisk(None, {"message": 5}),))
    assert len(differences(Case(), case)) == 1
