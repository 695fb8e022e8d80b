"""A law that changes: each value is taken of the day that chooses it, from its first day on."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from assessment_situations import TODAY, bought, case_with, day, repair

from desktop_app.assessment.assess import assess
from desktop_app.assessment.model import Assessment
from desktop_app.claims import kind_of
from desktop_app.law.book import LawBook, law_book, load_law_book
from desktop_app.law.parameters import Law

BOOK = load_law_book()


def changed(name: str, since: date, value: object, **more: Any) -> LawBook:
    """The shipped law with one more value of `name`, from a day on."""
    every = sorted(BOOK.law.all(), key=lambda p: p.since)
    values = {n: tuple(p for p in every if p.name == n) for n in BOOK.law.names}
    last = values[name][-1]
    values[name] = (*values[name], replace(last, since=since, value=value))  # type: ignore[arg-type]
    values[name] = tuple(replace(one, **more) for one in values[name])
    return law_book(Law(values, ()), BOOK.goods, BOOK.calendar)


def by(book: LawBook, changes: dict[str, Any], today: str = TODAY) -> Assessment:
    case = case_with(changes)
    return assess(case, kind_of(case), book, date.fromisoformat(today))


def handed(handed_on: str, **response: Any) -> dict[str, Any]:
    answer = {"response": response} if response else {}
    return {"delivery": {"channel": "in_person", "handed_on": handed_on} | answer}


# Bought 05.12.2025, handed over 10.12.2025; a repair asked for 02.02.2026, brought 04.02.2026.
PURCHASE = {
    "purchase.contract_date": "2025-12-05",
    "purchase.transfer_date": "2025-12-10",
    "repairs": [repair("2026-02-02", "2026-02-20", handed_over="2026-02-04")],
}


@pytest.mark.parametrize(
    ("name", "value", "chosen_on", "told"),
    [
        ("unusable_days_threshold", 20, "2025-12-10", lambda a: a.limits.out_of_use),
        ("unusable_repairs_at_least", 3, "2025-12-10", lambda a: a.limits.repairs),
        ("unusable_defects_at_least", 3, "2025-12-10", lambda a: a.limits.defects),
        ("complex_goods_free_refund_days", 20, "2025-12-10", lambda a: a.limits.any_defect),
        ("repair_max_days", 40, "2026-02-02", lambda a: a.repairs[0].longest),
        ("claim_without_warranty_years", 3, "2025-12-10", lambda a: a.claims_until.year - 2025),
    ],
)
def test_a_limit_changes_on_the_day_that_chooses_it(
    name: str, value: int, chosen_on: str, told: Any
) -> None:
    chosen = day(chosen_on)
    before = BOOK.law.whole(name, chosen)
    assert told(by(changed(name, chosen, value), PURCHASE)) == value
    assert told(by(changed(name, chosen + timedelta(days=1), value), PURCHASE)) == before


@pytest.mark.parametrize(
    ("since", "answer_by"), [("2026-11-18", "2026-12-08"), ("2026-11-19", "2026-11-30")]
)
def test_the_term_of_the_answer_is_that_of_the_letters_day(since: str, answer_by: str) -> None:
    told = handed("2026-11-20") | {"letter_date": "2026-11-18"}
    book = changed("refund_answer_days", day(since), 18)
    assert by(book, told).deadlines.answer_by == day(answer_by)


@pytest.mark.parametrize(
    ("chosen_by", "changes", "chosen_on"),
    [
        ("contract", {}, "2025-12-05"),
        ("contract", {"purchase.contract_date": None}, TODAY),
        ("transfer", {}, "2025-12-10"),
        ("transfer", {"purchase.transfer_date": None}, "2025-12-05"),
        ("repair_request", {}, "2026-02-02"),
        ("letter", {"letter_date": "2026-11-18"}, "2026-11-18"),
        ("any", {}, TODAY),
    ],
)
def test_the_data_say_which_day_chooses_a_value(
    chosen_by: str, changes: dict[str, Any], chosen_on: str
) -> None:
    for since, longest in ((day(chosen_on), 40), (day(chosen_on) + timedelta(days=1), 45)):
        book = changed("repair_max_days", since, 40, chosen_by=chosen_by)
        assert by(book, PURCHASE | changes).repairs[0].longest == longest


# The answer is due by 30.11.2026, the delay begins on 01.12.2026.
@pytest.mark.parametrize(("since", "rate"), [("2026-12-01", 2), ("2026-12-02", 1)])
def test_the_share_of_the_penalty_is_that_of_the_first_day_of_delay(since: str, rate: int) -> None:
    book = changed("penalty_percent_per_day", day(since), rate if rate == 2 else 3)
    part = handed("2026-11-20", kind="partly", on="2026-12-05", amount="20000")
    assessment = by(book, part, "2026-12-12")
    assert assessment.delay.penalty == 12 * rate * Decimal("549.90")
    assert assessment.settled is not None
    assert assessment.settled.penalty_on_remainder == rate * (
        5 * Decimal("549.90") + 7 * Decimal("349.90")
    )


@pytest.mark.parametrize(
    ("since", "reached"), [("2026-12-01", "2027-01-19"), ("2026-12-02", "2027-03-10")]
)
def test_the_cap_is_reached_by_the_share_of_the_first_day_of_delay(
    since: str, reached: str
) -> None:
    book = changed("penalty_percent_per_day", day(since), 2)
    assert by(book, handed("2026-11-20")).deadlines.cap_reached_on == day(reached)


@pytest.mark.parametrize(
    ("since", "per_day"), [("2026-12-01", "1099.80"), ("2026-12-02", "549.90")]
)
def test_the_letter_names_the_share_of_its_first_day_of_delay(since: str, per_day: str) -> None:
    """Not handed over yet, it is taken as handed over on its own day, 20.11.2026."""
    book = changed("penalty_percent_per_day", day(since), 2)
    assert by(book, {}).amounts.penalty_per_day == Decimal(per_day)


# 45 days from 02.02.2026 end on 19.03.2026; the goods came back ten days later.
@pytest.mark.parametrize(
    ("since", "penalty"), [("2026-03-20", "10998.00"), ("2026-03-21", "5499.00")]
)
def test_a_late_repair_costs_the_share_of_its_first_day_of_delay(since: str, penalty: str) -> None:
    book = changed("penalty_percent_per_day", day(since), 2)
    late = bought("2026-01-10", 12, repairs=[repair("2026-02-02", "2026-03-29")])
    assert by(book, late).amounts.repair_delay.penalty == Decimal(penalty)


@pytest.mark.parametrize(("since", "capped"), [("2026-12-12", False), ("2026-12-13", True)])
def test_whether_there_is_a_cap_is_asked_of_the_last_day_of_delay(since: str, capped: bool) -> None:
    """A hundred days of 20 % a day are more than the price at once."""
    rate = changed("penalty_percent_per_day", day("2026-01-01"), 20)
    cap = changed("penalty_cap", day(since), None)
    values = {n: tuple(p for p in rate.law.all() if p.name == n) for n in rate.law.names}
    values |= {"penalty_cap": tuple(p for p in cap.law.all() if p.name == "penalty_cap")}
    in_order = {n: tuple(sorted(v, key=lambda p: p.since)) for n, v in values.items()}
    book = law_book(Law(in_order, ()), BOOK.goods, BOOK.calendar)
    assessment = by(book, handed("2026-11-20"), "2026-12-12")
    assert assessment.deadlines.cap_reached_on is None, "a cap that ends may never be reached"
    delay = assessment.delay
    assert delay.uncapped == 12 * Decimal("10998.00")
    assert delay.penalty == (Decimal("54990.00") if capped else delay.uncapped)
