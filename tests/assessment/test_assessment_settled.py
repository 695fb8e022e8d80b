"""What the shop's answer leaves: the remainder, the penalty by both readings, the time to sue."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from assessment_situations import assessed, case_with, codes, day, found

from desktop_app.assessment.assess import assess
from desktop_app.assessment.report import as_json, as_text
from desktop_app.assessment.settled import Settled
from desktop_app.assessment.wording import wording
from desktop_app.claims import kind_of
from desktop_app.law.book import load_law_book

# The answer by 30.11.2026, the penalty from 01.12.2026, 549.90 a day.
LATER = "2026-12-12"


def answered(kind: str, **response: Any) -> dict[str, Any]:
    told = {"channel": "in_person", "handed_on": "2026-11-20"}
    return {"delivery": told | {"response": {"kind": kind, **response}}}


def settled(changes: dict[str, Any], today: str = LATER) -> Settled:
    told = assessed(changes, today=today).settled
    assert told is not None
    return told


def test_a_part_leaves_a_remainder_and_two_penalties() -> None:
    told = settled(answered("partly", on="2026-12-05", amount="20000"))
    assert (told.demanded, told.paid) == (Decimal("54990.00"), Decimal("20000.00"))
    assert told.remainder == Decimal("34990.00")
    assert told.penalty == 12 * Decimal("549.90")
    assert told.penalty_on_remainder == 5 * Decimal("549.90") + 7 * Decimal("349.90")
    assert told.disputed and not told.fulfilled
    assert told.claim_by == day("2029-11-30")


def test_a_part_paid_within_the_term_is_taken_off_all_days_of_the_second_reading() -> None:
    told = settled(answered("partly", on="2026-11-25", amount="20000"))
    assert told.penalty_on_remainder == 12 * Decimal("349.90")


def test_both_readings_are_one_on_the_day_of_the_payment() -> None:
    told = settled(answered("partly", on=LATER, amount="20000"))
    assert told.penalty == told.penalty_on_remainder and not told.disputed


def test_what_is_left_counts_no_more_than_the_price() -> None:
    more = {"losses": [{"description": "чехол", "amount": "30000", "document": "чек № 16"}]}
    told = settled(more | answered("partly", on="2026-12-05", amount="1000"))
    assert told.remainder == Decimal("83990.00")
    assert told.penalty == told.penalty_on_remainder and not told.disputed


def test_a_part_paid_within_the_term_owes_nothing_while_the_term_runs() -> None:
    told = settled(answered("partly", on="2026-11-25", amount="20000"), "2026-11-30")
    assert told.penalty == told.penalty_on_remainder == 0 and not told.disputed


def test_who_says_that_all_was_paid_and_names_no_sum_is_owed_nothing_more() -> None:
    told = settled(answered("paid", on="2026-12-05"))
    assert told.fulfilled and told.paid is None and told.remainder == 0


def test_the_second_reading_ends_at_the_cap_of_its_own_days() -> None:
    """The letter is of 2025, without a cap; the delay lasts beyond 01.02.2026, with one."""
    old = {"letter_date": "2025-09-01", "purchase.contract_date": "2024-12-02"}
    old |= {"purchase.transfer_date": "2024-12-02", "purchase.warranty_months": 24, "repairs": []}
    answer = {"kind": "partly", "on": "2026-01-31", "amount": "20000"}
    told = settled(
        old | {"delivery": {"handed_on": "2025-09-01", "response": answer}}, "2026-11-20"
    )
    assert told.penalty_on_remainder == Decimal("54990.00")


def test_both_readings_end_at_the_cap() -> None:
    told = settled(answered("partly", on="2026-12-05", amount="20000"), "2028-11-20")
    assert told.penalty == told.penalty_on_remainder == Decimal("54990.00")


@pytest.mark.parametrize("part", [{"amount": "20000"}, {"on": "2026-12-05"}, {}])
def test_without_day_or_sum_there_is_one_reading(part: dict[str, str]) -> None:
    told = settled(answered("partly", **part))
    assert told.penalty == 12 * Decimal("549.90")
    assert told.penalty_on_remainder is None and not told.disputed
    assert (told.remainder is None) is ("amount" not in part)


def test_a_part_that_is_all_of_it_ends_the_delay() -> None:
    assessment = assessed(answered("partly", on="2026-12-05", amount="54990"), today=LATER)
    assert assessment.settled and assessment.settled.fulfilled
    assert assessment.delay.days == 5


def test_paid_late_leaves_the_penalty_for_three_years() -> None:
    told = settled(answered("paid", on="2026-12-25", amount="54990"), "2027-01-12")
    assert told.fulfilled and told.remainder == 0
    assert told.penalty == 25 * Decimal("549.90")
    assert told.claim_by == day("2029-12-25")


def test_what_was_paid_above_goes_towards_the_penalty() -> None:
    told = settled(answered("paid", on="2026-12-25", amount="55990"), "2027-01-12")
    assert told.penalty == 25 * Decimal("549.90") - 1000
    assert settled(answered("paid", on="2026-12-25", amount="99999"), "2027-01-12").penalty == 0


def test_paid_without_a_day_is_not_counted_on() -> None:
    delay = assessed(answered("paid", amount="54990"), today=LATER).delay
    assert (delay.on, delay.days, delay.penalty) == (day(LATER), None, None)
    in_time = assessed(answered("paid", amount="54990"), today="2026-11-30").delay
    assert in_time.days == 0
    assert assessed(answered("paid", amount="54990"), today="2026-12-01").delay.days is None


def test_paid_less_than_demanded_is_a_part() -> None:
    assessment = assessed(answered("paid", on="2026-12-05", amount="20000"), today=LATER)
    assert assessment.settled and not assessment.settled.fulfilled
    assert assessment.settled.remainder == Decimal("34990.00")
    assert assessment.delay.days == 12
    whole = settled(answered("paid", on="2026-12-05", amount="54989.50"))
    assert whole.fulfilled and whole.remainder == Decimal("0.50"), "kopecks left out"


@pytest.mark.parametrize(("paid", "all_came"), [("54989.01", True), ("54989.00", False)])
def test_less_than_a_rouble_left_out_is_kopecks_and_a_rouble_is_not(
    paid: str, all_came: bool
) -> None:
    assert settled(answered("paid", on="2026-12-05", amount=paid)).fulfilled is all_came


def test_what_was_paid_in_time_or_on_no_day_that_is_told_leaves_no_time_to_sue() -> None:
    for response in ({"on": "2026-11-25"}, {}):
        assert settled(answered("paid", amount="54990", **response)).claim_by is None


def test_the_time_to_sue_is_told_without_a_price_too() -> None:
    told = settled({"purchase.price": None} | answered("partly", on="2026-12-05", amount="100"))
    assert told.penalty is None and told.claim_by == day("2029-11-30")


def test_costs_of_a_loan_that_are_not_known_yet_leave_the_price_demanded() -> None:
    loan = {"payment": {"method": "consumer_loan", "loan": {"bank": "АО «Банк»"}}}
    wanted = loan | {"demands.reimburse_loan_costs": True}
    told = settled(wanted | answered("partly", on="2026-12-05", amount="20000"))
    assert (told.demanded, told.remainder) == (Decimal("54990.00"), Decimal("34990.00"))
    whole = settled(wanted | answered("partly", on="2026-12-05", amount="54990"))
    assert whole.remainder == 0 and not whole.fulfilled


def test_a_replacement_has_no_remainder_in_money() -> None:
    told = settled({"kind": "replacement"} | answered("partly", on="2026-12-05", amount="100"))
    assert told.demanded is told.paid is told.remainder is None
    assert not told.fulfilled and told.penalty == 15 * Decimal("549.90")


def test_an_answer_still_to_come_settles_nothing() -> None:
    assessment = assessed(answered("paid", on="2026-12-25", amount="54990"), today=LATER)
    assert assessment.settled is None
    assert assessment.delay.days == 12
    assert [f.field for f in found(assessment, "delivery_days_doubtful")] == [
        "delivery.response.on"
    ]


def test_a_sending_still_to_come_is_told() -> None:
    sent = {"delivery": {"channel": "post", "sent_on": "2026-11-21"}}
    (doubt,) = found(assessed(sent), "delivery_days_doubtful")
    assert doubt.field == "delivery.sent_on"
    today = {"delivery": {"channel": "post", "sent_on": "2026-11-20"}}
    assert "delivery_days_doubtful" not in codes(assessed(today))


def printed(changes: dict[str, Any], today: str) -> tuple[dict[str, Any], str]:
    case = case_with(changes)
    assessment = assess(case, kind_of(case), load_law_book(), date.fromisoformat(today))
    return as_json(assessment, wording(case)), as_text(assessment).replace("\u00a0", " ")


def test_the_command_tells_of_a_part() -> None:
    data, text = printed(answered("partly", on="2026-12-05", amount="20000"), LATER)
    assert data["settled"] == {
        "kind": "partly",
        "fulfilled": False,
        "on": "2026-12-05",
        "demanded": "54990.00",
        "paid": "20000.00",
        "remainder": "34990.00",
        "penalty": "6598.80",
        "penalty_on_remainder": "5198.80",
        "disputed": True,
        "claim_by": "2029-11-30",
    }
    for line in (
        "выплачено 20 000,00 ₽ из 54 990,00 ₽",
        "осталось 34 990,00 ₽",
        "неустойка к доплате: 6 598,80 ₽",
        "от остатка: 5 198,80 ₽ — спорно",
        "не позже 30 ноября 2029 г.",
    ):
        assert line in text, line


def test_the_command_tells_of_a_late_payment_and_of_a_day_that_lacks() -> None:
    _, text = printed(answered("paid", on="2026-12-25", amount="54990"), "2027-01-12")
    assert "на 25 декабря 2026 г.: 25 дней, 13 747,50 ₽" in text
    assert "неустойка к доплате: 13 747,50 ₽" in text
    data, text = printed(answered("paid"), LATER)
    assert "впишите день, когда магазин заплатил" in text
    assert data["settled"]["penalty"] is None


@pytest.mark.parametrize("kind", ["refused", "silence"])
def test_where_nothing_was_given_the_object_has_no_new_key(kind: str) -> None:
    data, text = printed(answered(kind), LATER)
    assert "settled" not in data and "Ответ магазина" not in text
