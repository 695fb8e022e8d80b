"""Sums: what is given back, what it cost, the penalty a day, its cap (ст. 23, 24)."""

from decimal import Decimal
from typing import Any

import pytest
from assessment_situations import TODAY, assessed, bought, repair


def loan(price: str, amount: str | None, interest: str | None, other: str | None) -> dict[str, Any]:
    return {
        "purchase.price": price,
        "payment": {
            "method": "consumer_loan",
            "loan": {"amount": amount, "interest_paid": interest, "other_payments": other},
        },
        "demands.reimburse_loan_costs": True,
    }


def shop_credit(price: str, paid: str | None, fee: str | None = None) -> dict[str, Any]:
    return {
        "purchase.price": price,
        "payment": {"method": "installment", "installment": {"paid": paid, "fee": fee}},
    }


def test_own_money_is_given_back_as_the_price() -> None:
    sums = assessed().amounts
    assert sums.price == sums.principal == sums.total == Decimal("54990.00")
    assert sums.penalty_per_day == Decimal("549.90")
    assert sums.penalty_cap == Decimal("54990.00")


def test_of_the_shops_instalments_what_was_paid_is_given_back() -> None:
    sums = assessed(shop_credit("72490.50", "48300")).amounts
    assert sums.principal == sums.total == sums.penalty_cap == Decimal("48300.00")
    assert sums.price == Decimal("72490.50")
    assert sums.penalty_per_day == Decimal("724.905")


def test_the_fee_for_the_shops_credit_is_given_back_too() -> None:
    sums = assessed(shop_credit("72490.50", "48300", "1200.10")).amounts
    assert (sums.principal, sums.fee) == (Decimal("48300.00"), Decimal("1200.10"))
    assert sums.total == Decimal("49500.10")


def test_instalments_that_are_not_told_give_no_sum() -> None:
    sums = assessed(shop_credit("72490.50", None)).amounts
    assert sums.principal is None
    assert sums.total is None


@pytest.mark.parametrize(
    ("price", "amount", "interest", "other", "due"),
    [
        ("45000", "60000", "6000", "0", ("4500.00", "0.00")),
        ("45000", "45000", "6000", "100", ("6000.00", "100.00")),
        ("45000", "44999.99", "6000", "100", ("6000.00", "100.00")),
        ("45000", "45000.01", "6000", "0", ("6000.00", "0.00")),
        ("45000", None, "6000", "100", ("6000.00", "100.00")),
        ("20000", "30000", "100", "200", ("66.67", "133.33")),
        ("50000", "100000", "0.01", "0.03", ("0.01", "0.02")),
        ("10000", "30000", "1", None, ("0.33", "0.00")),
    ],
    ids=[
        "law.md: 60 000 for goods of 45 000",
        "equal",
        "below the price",
        "a kopeck above",
        "the loan is not told",
        "thirds",
        "half a kopeck goes up",
        "other payments are not told",
    ],
)
def test_a_loan_above_the_price_is_reimbursed_in_its_share(
    price: str, amount: str | None, interest: str, other: str | None, due: tuple[str, str]
) -> None:
    sums = assessed(loan(price, amount, interest, other)).amounts
    assert (sums.interest, sums.other_payments) == tuple(map(Decimal, due))
    assert sums.principal == sums.penalty_cap == Decimal(price)
    assert sums.total == Decimal(price) + sums.interest + sums.other_payments


@pytest.mark.parametrize("wanted", [False, None])
def test_loan_costs_are_demanded_only_where_they_are_wanted(wanted: bool | None) -> None:
    told = loan("45000", "45000", "6000", "100") | {"demands.reimburse_loan_costs": wanted}
    sums = assessed(told).amounts
    assert (sums.interest, sums.other_payments, sums.total) == (0, 0, Decimal("45000.00"))


def test_a_loan_that_is_not_the_way_of_payment_costs_nothing() -> None:
    told = loan("45000", "45000", "6000", "100") | {"payment.method": "own_funds"}
    assert assessed(told).amounts.total == Decimal("45000.00")


def test_losses_and_the_price_difference_are_added() -> None:
    losses = [
        {"description": "чехол", "amount": "990.5", "document": "чек"},
        {"description": "плёнка", "amount": "9.49", "document": "чек"},
        {"description": "без суммы"},
    ]
    told = {
        "losses": losses,
        "demands.price_difference": {"amount": "5000", "source": "сайт магазина"},
    }
    sums = assessed(told).amounts
    assert (sums.losses, sums.price_difference) == (Decimal("999.99"), Decimal("5000.00"))
    assert sums.total == Decimal("60989.99")


def test_without_a_price_there_is_no_sum() -> None:
    sums = assessed({"purchase.price": None}).amounts
    assert (sums.price, sums.principal, sums.total, sums.penalty_per_day) == (None,) * 4


@pytest.mark.parametrize(
    ("requested", "returned", "agreed", "days"),
    [
        ("2026-06-01", "2026-07-16", None, 0),
        ("2026-06-01", "2026-07-17", None, 1),
        ("2026-06-01", "2026-07-26", None, 10),
        ("2026-03-26", "2026-05-12", None, 0),
        ("2026-03-26", "2026-05-13", None, 1),
        ("2026-06-01", "2026-07-26", 60, 10),
        ("2026-06-01", "2026-06-25", 20, 3),
        ("2026-10-01", None, None, 4),
    ],
    ids=[
        "45th day",
        "46th day",
        "ten days",
        "45th moved off a holiday",
        "the day after",
        "an agreement of 60 days does not help",
        "20 agreed days",
        "still running: from 17.11 to the claim",
    ],
)
def test_a_late_repair_costs_one_per_cent_a_day(
    requested: str, returned: str | None, agreed: int | None, days: int
) -> None:
    """45 days from 01.10.2026 end on Sunday 15.11.2026: Monday 16.11 is the last day."""
    told = {"repairs": [repair(requested, returned, agreed_days=agreed)]}
    delay = assessed(told).amounts.repair_delay
    assert (delay.days, delay.penalty) == (days, Decimal("549.90") * days)


@pytest.mark.parametrize(("claimed", "total"), [(None, "54990.00"), (True, "60489.00")])
def test_the_penalty_for_a_late_repair_is_claimed_only_where_wanted(
    claimed: bool | None, total: str
) -> None:
    told = {
        "repairs": [repair("2026-06-01", "2026-07-26")],
        "demands.repair_delay_penalty": claimed,
    }
    assert assessed(told).amounts.total == Decimal(total)


def test_the_delay_of_two_late_repairs_is_added_up() -> None:
    repairs = [repair("2026-03-26", "2026-05-13"), repair("2026-06-01", "2026-07-18")]
    delay = assessed({"repairs": repairs}).amounts.repair_delay
    assert delay.days == 3
    assert [(p[0].isoformat(), p[1].isoformat()) for p in delay.periods] == [
        ("2026-05-13", "2026-05-13"),
        ("2026-07-17", "2026-07-18"),
    ]


def test_the_penalty_for_a_late_repair_is_capped_by_what_was_paid() -> None:
    told = bought("2025-11-01", 24, letter_date=TODAY, repairs=[repair("2026-02-02", None)])
    delay = assessed(told | {"purchase.price": "100.00"}).amounts.repair_delay
    assert delay.days == 246  # 45 days end on Thursday 19.03.2026
    assert delay.penalty == Decimal("100.00")


@pytest.mark.parametrize("outcome", ["no_defect_found", "paid_repair", "refused"])
def test_no_penalty_for_what_was_no_repair(outcome: str) -> None:
    told = {"repairs": [repair("2026-06-01", "2026-09-26", outcome=outcome)]}
    assert assessed(told).amounts.repair_delay.days == 0


def test_half_a_kopeck_goes_up_once_at_the_end() -> None:
    """54 990.50 x 1 % = 549.905 a day; three days are 1649.715 and not 3 x 549.91."""
    told = {
        "purchase.price": "54990.50",
        "repairs": [repair("2026-06-01", "2026-07-19")],
    }
    assert assessed(told).amounts.repair_delay.penalty == Decimal("1649.72")


def test_a_late_repair_that_ended_before_february_2026_has_no_cap() -> None:
    """law.md: «на день до 01.02.2026 — без потолка»; a delay is judged by its own days.

    45 days from 20.01.2025 end on Thursday 06.03.2025; 13.08.2025 is the 160th day after.
    """
    told = bought("2024-12-02", 24, repairs=[repair("2025-01-20", "2025-08-13")])
    delay = assessed(told).amounts.repair_delay
    assert (delay.days, delay.penalty) == (160, Decimal("87984.00"))
