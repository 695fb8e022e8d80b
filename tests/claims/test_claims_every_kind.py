"""What every kind of claim must keep to; a new kind is tested here by being in KINDS."""

import re
from decimal import Decimal

import pytest
from letters import SITUATIONS, TODAY, case_of, changed, plain

from desktop_app.advice.offers import offers
from desktop_app.assessment.assess import assess
from desktop_app.assessment.findings.examined import Examined
from desktop_app.claims import KINDS, claim_of, kind_of
from desktop_app.interview.form import question_at
from desktop_app.interview.steps import claim as step
from desktop_app.law.book import load_law_book
from desktop_app.letter.engine.template import open_template
from desktop_app.letter.matter import Matter

BOOK = load_law_book()
EVERY = pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
FULL = {
    "demands.repair_delay_penalty": True,
    "demands.price_difference": {"amount": "1500", "source": "магазин"},
    "demands.reimburse_loan_costs": True,
}


def told(kind, answers):
    return case_of(changed({**FULL, **answers, "kind": kind.id}))


def letter(kind, answers, copy="consumer", draft=False):
    case = told(kind, answers)
    return claim_of(kind).fill(Matter(case, assess(case, kind, BOOK, TODAY), kind, copy, draft))


def letters(kind):
    return [letter(kind, answers) for answers in SITUATIONS.values()]


@EVERY
def test_a_case_names_its_kind_and_the_form_offers_it(kind):
    assert kind_of(told(kind, {})) is kind
    choices = question_at("kind").question.choices
    assert [choice.value for choice in choices] == list(KINDS)
    assert step.STEP.view == "offers"


@EVERY
def test_the_template_says_only_what_its_words_explain(kind):
    document = claim_of(kind)
    template = open_template(document.shipped)
    assert template.names <= document.vocabulary.names
    assert template.conditions <= document.vocabulary.condition_names
    assert set(document.needed) <= template.names


@EVERY
def test_no_declared_word_is_wasted(kind):
    """Every own word of a kind stands in its template; a common one in that of some kind."""
    used = [open_template(claim_of(one).shipped) for one in KINDS.values()]
    names = frozenset().union(*(template.names for template in used))
    conditions = frozenset().union(*(template.conditions for template in used))
    vocabulary = claim_of(kind).vocabulary
    unused = {name for name in vocabulary.names - names if not name.startswith("я.")}
    # Who was sold to is told on the sheets beside the claim.
    assert unused == set()
    assert vocabulary.condition_names - conditions == set()


@EVERY
def test_each_branch_is_printed_and_left_out_in_some_letter(kind):
    template = open_template(claim_of(kind).shipped)
    drafts = [letter(kind, {"seller": {"name": None}}, draft=True)]
    made = [
        *letters(kind),
        *more(kind),
        letter(kind, {}, "seller"),
        *drafts,
        letter(kind, BARE, draft=True),
    ]
    printed = [{section.condition for section in one.sections} for one in made]
    never = {name for name in template.conditions if not any(name in s for s in printed)}
    always = {name for name in template.conditions if all(name in s for s in printed)}
    assert never == set()
    assert always == {"требования[].ответ"}, "a written answer is always asked for"


BARE = {
    "buyer": {"surname": "Ким"},
    "seller": {"name": "ООО «А»"},
    "purchase": {"item": "Чайник"},
    "repairs": [],
    "current_defect": None,
    "losses": [],
    "demands": None,
    "attachments": [],
    "bank_details": None,
    "payment": {"method": None},
}
OTHER = {"same": False, "item": "Волна WM-8020", "meanwhile": False}


def more(kind):
    """The letters of what only one kind asks."""
    wanted = [{**OTHER, "price": price} for price in ("52000.00", "31000.00", "38500.00", None)]
    told = [{"demands.replacement": one} for one in [*wanted, {"same": True}]]
    plan = {"until": "2027-03-01", "paid": "5000.00"}
    told.append(
        {
            "payment.method": "installment",
            "payment.installment": plan,
            "demands.replacement": wanted[1],
        }
    )
    return [letter(kind, answers) for answers in told]


@EVERY
@pytest.mark.parametrize("name", SITUATIONS)
def test_a_letter_is_whole_in_every_situation(kind, name):
    text = plain(letter(kind, SITUATIONS[name], copy="seller"))
    assert "None" not in text and "{{" not in text and "{%" not in text
    assert not re.search(r"\(\s*\)| ,|,,|;;|\.\.(?!\.)| \.(?!\.)|—\s*[.;]", text), text
    numbers = [int(n) for n in re.findall(r"\[Требование\] (\d+)\)", text)]
    assert numbers == list(range(1, len(numbers) + 1)) and numbers
    named = {int(n) for n in re.findall(r"приложение № (\d+)", text)}
    listed = {int(n) for n in re.findall(r"\[Приложение\] (\d+)\.", text)}
    assert named <= listed


@EVERY
@pytest.mark.parametrize("name", SITUATIONS)
def test_the_sums_add_up(kind, name):
    case = told(kind, SITUATIONS[name])
    assessment = assess(case, kind, BOOK, TODAY)
    amounts = [one.amount for one in assessment.demands if one.amount is not None]
    assert assessment.amounts.total == sum(amounts, Decimal(0))
    assert [one.kind for one in assessment.demands].count("answer") == 1
    kinds = [(one.kind, one.index) for one in assessment.demands]
    assert len(kinds) == len(set(kinds)), "nothing is demanded twice"


@EVERY
def test_it_says_in_days_and_money_what_it_means(kind):
    made = {offer.id: offer for offer in offers(told(kind, {}), TODAY)}
    assert [offer.id for offer in made.values() if offer.chosen] == [kind.id]
    for offer in made.values():
        text = " ".join(offer.sentences)
        assert re.search(r"за\s\d+\sдней", text) and "₽" in text and "None" not in text
    empty = offers(case_of({"format": "claim-case", "version": 1}), TODAY)
    assert all(offer.sentences for offer in empty)


@EVERY
def test_its_findings_are_in_words_and_have_their_own_codes(kind):
    case = told(kind, {})
    found = assess(case, kind, BOOK, TODAY).findings
    assert all(one.message.endswith((".", "?")) for one in found)
    assert all(callable(check) for check in kind.checks) and Examined
