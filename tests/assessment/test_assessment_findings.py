"""Findings: each code raised by its case and not by the near miss; errors where they may be."""

import re
from pathlib import Path

import pytest
from assessment_findings_raised import ALL, Raised
from assessment_situations import assessed, codes, found

import desktop_app.assessment.findings as findings

# The contract: «dates that can't be, the wrong country, a requisite without which there is no
# letter, or no ground»; issue 2 adds the addresses, the price zero, two years over and the
# demand for the whole price of an instalment purchase.
MAY_BE_ERRORS = {
    "date_out_of_range", "date_in_future", "dates_out_of_order", "transfer_before_contract",
    "repair_before_transfer", "country_not_russia", "buyer_name_missing", "buyer_address_missing",
    "seller_name_missing", "seller_address_missing", "item_missing", "contract_date_missing",
    "price_missing", "price_zero", "installment_paid_missing", "installment_whole_price",
    "two_years_over", "no_ground", "total_too_large", "letter_before_facts",
}  # fmt: skip
_CALL = re.compile(r'"(?:error|risk|note)",\s+f?"([a-z_]+|\{key\}[a-z_]+)"')


def codes_in_the_source() -> set[str]:
    folder = Path(findings.__file__).parent
    named = {code for path in folder.glob("*.py") for code in _CALL.findall(path.read_text())}
    numbers = ("inn", "ogrn", "bic", "account", "correspondent_account")
    return {
        code.replace("{key}", number)
        for code in named
        for number in (numbers if "{key}" in code else ("",))
    }


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.code}-{c.field}")
def test_a_finding_is_raised(case: Raised) -> None:
    raised = [f for f in found(assessed(case.changes), case.code) if f.field == case.field]
    assert [f.severity for f in raised] == [case.severity]


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.code}-{c.field}")
def test_a_near_miss_does_not_raise_it(case: Raised) -> None:
    assert case.code not in codes(assessed(case.near))


def test_every_code_of_the_source_has_its_case() -> None:
    assert codes_in_the_source() == {case.code for case in ALL}


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.code}-{c.field}")
def test_errors_stop_the_letter_and_only_errors_do(case: Raised) -> None:
    for changes in (case.changes, case.near):
        assessment = assessed(changes)
        errors = {f.code for f in assessment.findings if f.severity == "error"}
        assert errors <= MAY_BE_ERRORS
        assert assessment.can_be_made is not bool(errors)


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.code}-{c.field}")
def test_errors_come_first_and_notes_last(case: Raised) -> None:
    severities = [f.severity for f in assessed(case.changes).findings]
    assert severities == sorted(severities, key=["error", "risk", "note"].index)


def test_an_empty_case_lists_every_requisite_that_is_missing() -> None:
    empty = dict.fromkeys(
        ("kind", "letter_date", "country", "buyer", "seller", "purchase", "payment", "repairs")
    )
    errors = {f.field for f in assessed(empty).findings if f.severity == "error"}
    assert {
        "buyer.surname", "buyer.address", "seller.name", "seller.address", "purchase.item",
        "purchase.price", "purchase.contract_date", None,
    } <= errors  # fmt: skip
