"""The article that each finding rests on; a finding about a slip or a gap cites none."""

import pytest
from assessment_findings_raised import ALL, Raised
from assessment_situations import assessed, found

OF_THE_LIST = "ПП РФ от 10.11.2011 № 924"
INSTALMENTS, EITHER_PLAN, LOAN = "п. 5 ст. 24", "п. 5, 6 ст. 24", "п. 6 ст. 24"

ARTICLES = {
    "all_same_defect": "абз. 9, 11 п. 1 ст. 18",
    "calendar_unknown": "ст. 193 ГК РФ",
    "category_missing": OF_THE_LIST,
    "category_unlikely": OF_THE_LIST,
    "check_who_runs_installment": EITHER_PLAN,
    "day_count_to_choose": "ст. 191 ГК РФ",
    "expertise_costs": "п. 5 ст. 18",
    "goods_disputed": OF_THE_LIST,
    "ground_only_disputed": "абз. 8, 11 п. 1 ст. 18",
    "installment_paid_missing": INSTALMENTS,
    "installment_run_by_bank": EITHER_PLAN,
    "installment_whole_price": INSTALMENTS,
    "last_of_fifteen_days": "абз. 8 п. 1 ст. 18, ст. 194 ГК РФ",
    "loan_above_price": LOAN,
    "loan_amount_missing": LOAN,
    "loan_below_price": LOAN,
    "loan_costs_not_demanded": LOAN,
    "loan_costs_without_certificate": LOAN,
    "loan_interest_missing": LOAN,
    "loan_without_bank": LOAN,
    "loss_without_document": "абз. 7 п. 1 ст. 18",
    "no_current_defect": "п. 1 ст. 18",
    "no_diagnostic_act": "п. 5 ст. 18",
    "no_ground": "п. 1 ст. 18",
    "no_receipt": "п. 5 ст. 18",
    "no_repair_act": "п. 3 ст. 20",
    "no_repairs": "абз. 8, 11 п. 1 ст. 18",
    "not_in_the_list": "п. 1 ст. 18",
    "one_repair": "абз. 9–11 п. 1 ст. 18",
    "one_year_of_a_long_warranty": "абз. 11 п. 1 ст. 18",
    "payment_method_missing": EITHER_PLAN,
    "price_difference_without_source": "п. 4 ст. 24",
    "repair_after_warranty": "абз. 11 п. 1 ст. 18",
    "repair_delay_penalty": "п. 1 ст. 20, п. 1 ст. 23",
    "repair_not_counted": "абз. 11 п. 1 ст. 18",
    "repair_penalty_uses_cap": "п. 1 ст. 23",
    "repair_still_in_term": "п. 1 ст. 18, п. 1 ст. 20",
    "representative_document_missing": "ст. 185 ГК РФ",
    "taken_back_late": "абз. 10 п. 1 ст. 18",
    "two_years_over": "п. 1, 6 ст. 19",
    "warranty_over": "п. 5 ст. 19, п. 6 ст. 18",
}
# Where one code is raised by more than one fact, each has the article of its own.
BY_FACT = {
    ("country_not_russia", "KZ"): "ст. 42-4 Закона РК от 04.05.2010 № 274-IV",
    ("no_warranty_term", None): "п. 6 ст. 18, ст. 19",
    ("no_warranty_term", 0): "п. 6 ст. 18, п. 1 ст. 19",
    ("paid_more_than_price", "payment.installment.paid"): INSTALMENTS,
    ("paid_more_than_price", "payment.loan.interest_paid"): LOAN,
    ("similar_defects", "repairs[1].same_defect_as"): "абз. 9, 11 п. 1 ст. 18",
    ("similar_defects", "current_defect.same_defect_as"): "абз. 9 п. 1 ст. 18",
}


def article_of(case: Raised) -> str | None:
    of_fact = [
        article
        for (code, fact), article in BY_FACT.items()
        if code == case.code and fact in (case.field, case.changes.get(case.field or ""))
    ]
    return of_fact[0] if of_fact else ARTICLES.get(case.code)


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.code}-{c.field}")
def test_a_finding_cites_the_article_it_rests_on(case: Raised) -> None:
    raised = [f for f in found(assessed(case.changes), case.code) if f.field == case.field]
    assert [f.citation for f in raised] == [article_of(case)]


def test_every_article_of_the_table_has_its_case() -> None:
    raised = {case.code for case in ALL}
    assert {*ARTICLES, *(code for code, _ in BY_FACT)} <= raised
