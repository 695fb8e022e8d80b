"""Whatever a case says, it is assessed; and what always holds of the counting of days."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from assessment_situations import BASE, assessed, assessed_case, case_of, repair
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.assessment.report import as_json, as_text
from desktop_app.assessment.wording import Wording

LIVED = st.dates(date(2023, 1, 1), date(2027, 12, 31))
EDGES = st.sampled_from([date.min, date(1969, 12, 31), date(1970, 1, 1), date(2024, 2, 29),
                         date(2199, 12, 31), date(2200, 1, 1), date.max])  # fmt: skip
ANY_DAY = st.one_of(LIVED, LIVED, EDGES, st.dates()).map(date.isoformat)
OUTCOMES = ("repaired", "in_repair", "no_defect_found", "paid_repair", "refused")
TEXT = st.sampled_from(["нет звука", "Нет звука!", "звук хрипит", "мерцает экран", "…", "ё"])
MONEY = st.sampled_from(["0", "0.01", "99.99", "54990", "72490.50", "999999999.99"])
COUNT = st.integers(0, 10_000)
NO_WORDS = Wording(None, None, None, None)


def maybe(**keys: st.SearchStrategy) -> st.SearchStrategy[dict[str, Any]]:
    """Answers of which each may be absent, null or told."""
    return st.fixed_dictionaries({}, optional={k: st.none() | v for k, v in keys.items()})


ANY_REPAIR = maybe(
    requested=ANY_DAY, handed_over=ANY_DAY, ready_notice=ANY_DAY, returned=ANY_DAY, defect=TEXT,
    same_defect_as=st.integers(1, 40), act=TEXT, agreed_days=COUNT,
    outcome=st.sampled_from(OUTCOMES),
)  # fmt: skip
ANY_CASE = maybe(
    letter_date=ANY_DAY,
    country=st.sampled_from(["RU", "KZ", "BY"]),
    buyer=maybe(surname=TEXT, given_name=TEXT, gender=st.sampled_from(["male", "female"])),
    representative=maybe(surname=TEXT, document=TEXT),
    seller=maybe(name=TEXT, address=TEXT, inn=TEXT, ogrn=TEXT),
    purchase=maybe(
        item=st.sampled_from(["Ноутбук", "Чайник", "Электросамокат", "нечто"]),
        category=st.sampled_from(["phones", "computers", "other"]),
        price=MONEY, contract_date=ANY_DAY, transfer_date=ANY_DAY,
        warranty_months=st.integers(0, 1200), receipt=TEXT,
    ),
    payment=maybe(
        method=st.sampled_from(["own_funds", "installment", "consumer_loan"]),
        installment=maybe(until=ANY_DAY, paid=MONEY, fee=MONEY),
        loan=maybe(bank=TEXT, amount=MONEY, until=ANY_DAY, repaid_on=ANY_DAY,
                   interest_paid=MONEY, other_payments=MONEY),
    ),
    repairs=st.lists(ANY_REPAIR, max_size=30),
    current_defect=maybe(description=TEXT, noticed_on=ANY_DAY, same_defect_as=st.integers(1, 40)),
    losses=st.lists(maybe(description=TEXT, amount=MONEY, document=TEXT), max_size=3),
    demands=maybe(
        reimburse_loan_costs=st.booleans(), repair_delay_penalty=st.booleans(),
        price_difference=maybe(amount=MONEY, source=TEXT),
    ),
    bank_details=maybe(bic=TEXT, account=TEXT, correspondent_account=TEXT),
    delivery=maybe(
        sent_on=ANY_DAY, handed_on=ANY_DAY,
        response=maybe(kind=st.sampled_from(["paid", "partly", "refused", "silence"]),
                       on=ANY_DAY, amount=MONEY),
    ),
)  # fmt: skip


@st.composite
def told_repairs(draw: st.DrawFn) -> list[dict]:
    """Repairs with days in order, near one another: many of them touch and overlap."""
    repairs = []
    for _ in range(draw(st.integers(0, 8))):
        start = draw(LIVED)
        handed = start + timedelta(days=draw(st.integers(0, 5)))
        ended = handed + timedelta(days=draw(st.integers(0, 80)))
        running = draw(st.booleans()) and draw(st.booleans())
        repairs.append(
            repair(start.isoformat(), None if running else ended.isoformat(), draw(TEXT))
            | {"handed_over": handed.isoformat()}
            | ({} if running else {"outcome": draw(st.sampled_from(OUTCOMES[:1] * 3 + OUTCOMES))})
        )
    return repairs


def of(transferred: date, months: int | None, repairs: list[dict]) -> Any:
    """The base case with this purchase and these repairs, the letter of 2028."""
    told = json.loads(json.dumps(BASE))
    told["letter_date"] = "2028-01-20"
    told["purchase"] |= {
        "contract_date": transferred.isoformat(),
        "transfer_date": transferred.isoformat(),
        "warranty_months": months,
    }
    told["repairs"] = repairs
    return assessed_case(case_of(told), "2028-01-20")


def away(told: dict, *, both_ends: bool) -> set[int]:
    """The days of one repair, worked out from its answers alone."""
    first = date.fromisoformat(told["handed_over"]).toordinal()
    last = date.fromisoformat(told["returned"] or "2028-01-20").toordinal()
    return set(range(first if both_ends else first + 1, last + 1))


@settings(max_examples=300, deadline=None)
@given(ANY_CASE, st.one_of(LIVED, st.dates(date.min, date(2199, 12, 31))))
def test_no_answers_crash_the_assessment(told: dict, today: date) -> None:
    assessment = assessed_case(case_of(told), today)
    assert len(assessment.grounds) == 5
    assert len(assessment.repairs) == len(told.get("repairs") or ())
    json.dumps(as_json(assessment, NO_WORDS))
    assert "None" not in as_text(assessment)
    for repair_days in assessment.repairs:
        assert repair_days.days <= repair_days.days_inclusive
        assert 0 <= repair_days.days_after_ready <= repair_days.days
    for year in assessment.warranty_years:
        assert 0 <= year.days <= year.days_inclusive


@settings(max_examples=100, deadline=None)
@given(ANY_CASE, LIVED)
def test_two_assessments_of_a_case_are_equal(told: dict, today: date) -> None:
    case = case_of(told)
    assert assessed_case(case, today) == assessed_case(case, today)


@settings(max_examples=100, deadline=None)
@given(ANY_CASE, LIVED)
def test_sentences_are_whole_whatever_is_told(told: dict, today: date) -> None:
    assessment = assessed_case(case_of(told), today)
    texts = [f.message for f in assessment.findings] + [g.reason for g in assessment.grounds]
    assert all(text[-1] in ".?" and "None" not in text and '"' not in text for text in texts)
    assert assessment.can_be_made == all(f.severity != "error" for f in assessment.findings)


@settings(max_examples=200, deadline=None)
@given(LIVED, st.integers(1, 60), told_repairs())
def test_the_days_of_the_years_add_up_to_the_merged_whole(
    transferred: date, months: int, repairs: list[dict]
) -> None:
    assessment = of(transferred, months, repairs)
    counted = [r for r, days in zip(repairs, assessment.repairs, strict=True) if days.counted]
    whole_a = set().union(*(away(told, both_ends=False) for told in counted))
    whole_b = set().union(*(away(told, both_ends=True) for told in counted))
    assert sum(year.days for year in assessment.warranty_years) == len(whole_a)
    # The day of the transfer itself lies before the first warranty year.
    within = {day for day in whole_b if day > transferred.toordinal()}
    assert sum(year.days_inclusive for year in assessment.warranty_years) == len(within)


@settings(max_examples=200, deadline=None)
@given(LIVED, st.integers(1, 60), told_repairs())
def test_each_year_has_the_days_that_fall_on_it(
    transferred: date, months: int, repairs: list[dict]
) -> None:
    assessment = of(transferred, months, repairs)
    counted = [r for r, days in zip(repairs, assessment.repairs, strict=True) if days.counted]
    for year in assessment.warranty_years:
        own = set(range(year.first.toordinal(), year.last.toordinal() + 1))
        for days, both_ends in ((year.days, False), (year.days_inclusive, True)):
            whole = set().union(*(away(told, both_ends=both_ends) for told in counted))
            assert days == len(whole & own)


@settings(max_examples=200, deadline=None)
@given(LIVED, st.integers(1, 60), told_repairs(), told_repairs())
def test_another_repair_never_takes_days_away(
    transferred: date, months: int, repairs: list[dict], more: list[dict]
) -> None:
    before = of(transferred, months, repairs)
    after = of(transferred, months, repairs + more[:1])
    later = {year.number: year for year in after.warranty_years}
    for year in before.warranty_years:
        assert later[year.number].days >= year.days
        assert later[year.number].days_inclusive >= year.days_inclusive


@settings(max_examples=100, deadline=None)
@given(told_repairs().flatmap(st.permutations))
def test_the_order_of_telling_changes_no_year(repairs: list[dict]) -> None:
    told, in_order = (
        of(date(2025, 1, 10), 24, several)
        for several in (repairs, sorted(repairs, key=lambda r: (r["requested"], r["handed_over"])))
    )
    assert told.warranty_years == in_order.warranty_years
    assert told.warranty == in_order.warranty


@pytest.mark.parametrize("today", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_all_are_days(today: str) -> None:
    for letter in (None, "2026-11-20"):
        assert assessed({"letter_date": letter}, today=today).grounds


def test_a_repair_that_runs_until_the_end_of_days_is_a_repair() -> None:
    told = {"letter_date": None, "repairs": [repair("2026-02-02", None)]}
    assert assessed(told | {"purchase.warranty_months": 1200}, today="9950-01-01").grounds


def test_a_thousand_repairs_are_assessed() -> None:
    several = [repair("2026-02-02", "2026-02-20", f"недостаток {n}") for n in range(1000)]
    assert assessed({"repairs": several}).warranty_years[0].days == 18
