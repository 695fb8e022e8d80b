"""The shipped template against the vocabulary and the contract: nothing unknown, nothing unsaid."""

import re
from functools import cache

import pytest
from letters import SITUATIONS, changed, letter_of

from desktop_app.case.shape import leaf_paths
from desktop_app.claims.refund.words import CLAIM as CLAIM_DOCUMENT
from desktop_app.letter.engine.template import Filled, open_template

CLAIM = CLAIM_DOCUMENT.vocabulary

NOT_PRINTED = {
    "format": "names the kind of file",
    "version": "names the shape of the file",
    "id": "for the register only",
    "kind": "chooses the template",
    "country": "chooses whether this letter fits at all",
    "buyer.given_name": "printed as part of the full name",
    "buyer.patronymic": "printed as part of the full name",
    "buyer.gender": "chooses the endings of words",
    "representative.given_name": "printed as part of the full name",
    "representative.patronymic": "printed as part of the full name",
    "representative.genitive": "printed in place of the surname's form",
    "representative.authority": "chooses «по доверенности» or «в силу закона»",
    "purchase.distance": "chooses a sentence",
    "purchase.heavy_or_bulky": "chooses a paragraph",
    "payment.method": "chooses a paragraph",
    "repairs[].ready_notice": "weakens the claim; the assessment tells the person",
    "repairs[].same_defect_as": "chooses grounds; the numbers of repairs are printed",
    "demands.reimburse_loan_costs": "chooses a demand",
    "demands.replacement.same": "for the kind «replacement»",
    "demands.replacement.item": "for the kind «replacement»",
    "demands.replacement.price": "for the kind «replacement»",
    "demands.replacement.meanwhile": "for the kind «replacement»",
    "delivery.replacement_term": "after the letter",
    "attachments[].sheets": "printed with the title",
    "attachments[].file": "a file, not a text",
    "delivery.channel": "after the letter",
    "delivery.sent_on": "after the letter",
    "delivery.handed_on": "after the letter",
    "delivery.tracking_number": "after the letter",
    "delivery.refused": "after the letter",
    "delivery.response.kind": "after the letter",
    "delivery.response.on": "after the letter",
    "delivery.response.amount": "after the letter",
    "answers.unreadable": "for the form",
    "answers.unknown": "for the form",
    "answers.no_document": "for the form",
    "answers.accepted_risks[].code": "for the form",
    "answers.accepted_risks[].facts": "for the form",
    "answers.day_count": "chooses how a disputed count is told",
}
EVERYTHING = {
    "buyer.genitive": "Орловой Марины Петровны",
    "seller.dative": "Обществу «Домашний мастер»",
    "bank_details.correspondent_account": "30101810400000000225",
}


@cache
def letters() -> tuple[Filled, ...]:
    cases = [*SITUATIONS.values(), EVERYTHING]
    drafts = [{"letter_date": "2026-10-05"}, changed({"seller": {"name": None}})]
    finished = [letter_of(changed(answers), "consumer") for answers in cases]
    return (*finished, *(letter_of(raw, draft=True) for raw in drafts))


def general(path: str) -> str:
    return re.sub(r"\[\d+\]", "[]", path)


def test_every_name_and_condition_of_the_template_is_in_the_vocabulary():
    template = open_template(CLAIM_DOCUMENT.path)
    assert template.names <= CLAIM.names
    assert template.conditions <= CLAIM.condition_names


def test_every_word_of_the_vocabulary_is_used_but_other_forms_of_verbs():
    template = open_template(CLAIM_DOCUMENT.path)
    unused = {name for name in CLAIM.names - template.names if not name.startswith("я.")}
    assert unused == set()
    assert CLAIM.condition_names - template.conditions == set()


def test_each_branch_of_the_template_is_printed_and_left_out_in_some_letter():
    """With `not` and «else» a section is named for what did not hold: «не …»."""
    template = open_template(CLAIM_DOCUMENT.path)
    printed = [{section.condition for section in letter.sections} for letter in letters()]
    never = {name for name in template.conditions if not any(name in s for s in printed)}
    always = {name for name in template.conditions if all(name in s for s in printed)}
    assert never == set()
    assert always == {"требования[].ответ"}, "a written answer is always asked for"


def test_every_answer_is_printed_or_stands_in_the_list_of_those_that_are_not():
    paths = {general(span.path) for letter in letters() for span in letter.spans if span.text}
    contract = set(leaf_paths())
    assert contract - paths - set(NOT_PRINTED) == set()
    assert paths & set(NOT_PRINTED) - {"repairs[].outcome"} == set()


def test_spans_name_answers_of_the_contract_or_whole_groups_of_them():
    contract = set(leaf_paths())
    groups = {path.split("[]")[0] for path in contract} | {path.split(".")[0] for path in contract}
    for letter in letters():
        unknown = {general(span.path) for span in letter.spans if span.path}
        assert unknown - contract - groups == set()


@pytest.mark.parametrize("condition", CLAIM.conditions, ids=lambda c: c.name)
def test_conditions_are_explained_for_a_person(condition):
    assert condition.rule and condition.absent
    assert condition.rule[0].islower() and not condition.rule.endswith(".")
    contract = set(leaf_paths())
    groups = {path.split("[]")[0].split(".")[0] for path in contract}
    rows = {path[: path.index("[]")] for path in contract if "[]" in path}
    for path in condition.answers:
        assert path in contract | groups | rows
