"""Deadlines by ст. 191–193 ГК, the delay and its penalty before and after 01.02.2026."""

from decimal import Decimal
from typing import Any

import pytest
from assessment_situations import assessed, bought, day, repair

PRICE = Decimal("54990.00")
OLD = bought("2024-12-02", 24, repairs=[], **{"letter_date": "2025-08-29"})


def handed(handed_on: str, **response: Any) -> dict[str, Any]:
    delivery: dict[str, Any] = {"channel": "in_person", "handed_on": handed_on}
    return {"delivery": delivery | ({"response": response} if response else {})}


@pytest.mark.parametrize(
    ("handed_on", "answer_by", "penalty_from"),
    [
        ("2026-11-20", "2026-11-30", "2026-12-01"),
        ("2026-11-25", "2026-12-07", "2026-12-08"),
        ("2026-12-21", "2027-01-11", "2027-01-12"),
        ("2026-12-25", "2027-01-11", "2027-01-12"),
        ("2026-04-29", "2026-05-12", "2026-05-13"),
    ],
)
def test_the_rows_of_the_law(handed_on: str, answer_by: str, penalty_from: str) -> None:
    deadlines = assessed(handed(handed_on)).deadlines
    assert (deadlines.answer_by, deadlines.penalty_from) == (day(answer_by), day(penalty_from))


@pytest.mark.parametrize(
    ("handed_on", "answer_by"),
    [
        ("2026-01-01", "2026-01-12"),  # 11.01.2026 does not work
        ("2026-02-11", "2026-02-24"),  # 21–23.02
        ("2026-02-25", "2026-03-10"),  # 07–09.03
        ("2026-04-21", "2026-05-04"),  # 01–03.05
        ("2026-04-24", "2026-05-04"),
        ("2026-06-02", "2026-06-15"),  # 12–14.06
        ("2026-10-25", "2026-11-05"),  # 04.11
        ("2026-12-20", "2026-12-30"),
        ("2027-02-10", "2027-02-20"),  # a working Saturday
        ("2027-02-11", "2027-02-24"),  # 21–23.02
        ("2027-02-24", "2027-03-09"),  # 06–08.03
        ("2027-04-21", "2027-05-04"),  # 01–03.05
        ("2027-04-28", "2027-05-11"),  # 08–10.05
        ("2027-06-02", "2027-06-15"),  # 12–14.06
        ("2027-10-25", "2027-11-08"),  # 04–07.11
    ],
)
def test_a_last_day_that_does_not_work_moves_on(handed_on: str, answer_by: str) -> None:
    assert assessed(handed(handed_on)).deadlines.answer_by == day(answer_by)


def test_before_the_letter_is_handed_over_there_are_no_deadlines() -> None:
    for changes in ({}, {"delivery": {"channel": "post", "sent_on": "2026-11-20"}}):
        assessment = assessed(changes)
        assert assessment.deadlines.answer_by is None
        assert assessment.deadlines.penalty_from is None
        assert assessment.deadlines.cap_reached_on is None
        assert assessment.delay.on is assessment.delay.days is assessment.delay.penalty is None


def test_the_cap_is_reached_on_the_hundredth_day() -> None:
    """Handed over 20.11.2026: the penalty from 01.12.2026, the hundredth day 10.03.2027."""
    assert assessed(handed("2026-11-20")).deadlines.cap_reached_on == day("2027-03-10")


def test_the_cap_of_instalments_is_reached_earlier() -> None:
    """law.md: 48 300 paid of 72 490.50: the 67th day; from 01.12.2026 that is 05.02.2027."""
    told = handed("2026-11-20") | {
        "purchase.price": "72490.50",
        "payment": {"method": "installment", "installment": {"paid": "48300"}},
    }
    assert assessed(told).deadlines.cap_reached_on == day("2027-02-05")
    at_the_end = assessed(told, today="2027-02-05").delay
    assert (at_the_end.days, at_the_end.penalty) == (67, Decimal("48300.00"))
    the_day_before = assessed(told, today="2027-02-04").delay
    assert the_day_before.penalty == Decimal("47843.73")  # 66 x 724.905


@pytest.mark.parametrize(
    ("on", "days", "penalty"),
    [
        ("2026-11-20", 0, "0.00"),
        ("2026-11-30", 0, "0.00"),
        ("2026-12-01", 1, "549.90"),
        ("2026-12-02", 2, "1099.80"),
        ("2027-01-01", 32, "17596.80"),
        ("2027-03-09", 99, "54440.10"),
        ("2027-03-10", 100, "54990.00"),
        ("2027-03-11", 101, "54990.00"),
        ("2028-03-10", 466, "54990.00"),
    ],
)
def test_both_end_days_of_the_delay_count(on: str, days: int, penalty: str) -> None:
    delay = assessed(handed("2026-11-20"), today=on).delay
    assert (delay.on, delay.days, delay.penalty) == (day(on), days, Decimal(penalty))
    assert delay.uncapped == Decimal("549.90") * days
    assert delay.disputed is False


@pytest.mark.parametrize(
    ("handed_on", "on", "days", "penalty", "disputed"),
    [
        # the answer by Thursday 11.09.2025, the delay from 12.09.2025
        ("2025-09-01", "2025-12-20", 100, "54990.00", False),
        ("2025-09-01", "2025-12-21", 101, "55539.90", False),
        ("2025-09-01", "2026-01-31", 142, "78085.80", False),
        ("2025-09-01", "2026-02-01", 143, "54990.00", True),
        ("2025-09-01", "2026-11-20", 435, "54990.00", True),
        # the answer by Thursday 11.12.2025, the delay from 12.12.2025
        ("2025-12-01", "2026-01-31", 51, "28044.90", False),
        ("2025-12-01", "2026-02-01", 52, "28594.80", False),
        ("2025-12-01", "2026-03-21", 100, "54990.00", False),
        ("2025-12-01", "2026-03-22", 101, "54990.00", True),
    ],
)
def test_no_cap_before_february_2026_and_a_disputed_one_over_the_change(
    handed_on: str, on: str, days: int, penalty: str, disputed: bool
) -> None:
    delay = assessed(OLD | handed(handed_on), today=on).delay
    assert (delay.days, delay.penalty, delay.disputed) == (days, Decimal(penalty), disputed)
    assert delay.uncapped == Decimal("549.90") * days


@pytest.mark.parametrize(("handed_on", "disputed"), [("2026-01-20", True), ("2026-01-23", False)])
def test_a_cap_is_disputed_only_where_the_delay_began_before_it(
    handed_on: str, disputed: bool
) -> None:
    """The first delay begins on Saturday 31.01.2026, the second on Tuesday 03.02.2026."""
    delay = assessed(OLD | handed(handed_on), today="2026-11-20").delay
    assert (delay.penalty, delay.disputed) == (PRICE, disputed)


def test_the_cap_of_a_delay_over_the_change_is_reached_on_its_hundredth_day() -> None:
    deadlines = assessed(OLD | handed("2025-12-01"), today="2026-02-01").deadlines
    assert deadlines.cap_reached_on == day("2026-03-21")


def test_a_delay_above_the_cap_at_the_change_reaches_it_on_the_day_of_the_change() -> None:
    """law.md, ст. 23: «с 01.02.2026 — потолок на всю сумму»."""
    deadlines = assessed(OLD | handed("2025-09-01"), today="2026-03-01").deadlines
    assert deadlines.cap_reached_on == day("2026-02-01")


@pytest.mark.parametrize(
    ("letter", "cap"),
    [("2025-12-01", None), ("2026-03-02", PRICE)],
    ids=["before 01.02.2026 there is none", "after it the sum paid"],
)
def test_the_cap_that_the_letter_names(letter: str, cap: Decimal | None) -> None:
    assert assessed(OLD | {"letter_date": letter}, today=letter).amounts.penalty_cap == cap


@pytest.mark.parametrize(("today", "cap"), [("2026-01-31", None), ("2026-02-01", PRICE)])
def test_while_the_delay_lasts_the_cap_is_that_of_today(today: str, cap: Decimal | None) -> None:
    assert assessed(OLD | handed("2025-09-01"), today=today).amounts.penalty_cap == cap
    assert assessed(OLD, today=today).amounts.penalty_cap is None, "not handed over yet"


def test_a_payment_ends_the_delay_and_its_day_counts() -> None:
    paid = handed("2026-11-20", kind="paid", on="2026-12-05", amount="54990.00")
    delay = assessed(paid, today="2027-06-01").delay
    assert (delay.days, delay.penalty) == (5, Decimal("2749.50"))


def test_a_payment_in_time_leaves_no_delay() -> None:
    paid = handed("2026-11-20", kind="paid", on="2026-11-30", amount="54990.00")
    delay = assessed(paid, today="2027-06-01").delay
    assert (delay.days, delay.penalty) == (0, Decimal("0.00"))


def test_a_payment_before_the_change_of_law_is_never_capped() -> None:
    paid = handed("2025-09-01", kind="paid", on="2026-01-31", amount="54990.00")
    delay = assessed(OLD | paid, today="2026-11-20").delay
    assert (delay.penalty, delay.disputed) == (Decimal("78085.80"), False)


@pytest.mark.parametrize("kind", ["partly", "refused", "silence"])
def test_no_other_answer_ends_the_delay(kind: str) -> None:
    told = handed("2026-11-20", kind=kind, on="2026-12-05")
    assert assessed(told, today="2026-12-10").delay.days == 10


def test_the_cap_is_common_to_both_penalties() -> None:
    """law.md, ст. 23: the penalty for a late repair has its own period, «потолок общий»."""
    told = handed("2026-11-20") | {
        "repairs": [repair("2026-06-01", "2026-07-26")],
        "demands.repair_delay_penalty": True,
    }
    assessment = assessed(told, today="2027-03-10")
    claimed = assessment.amounts.repair_delay.penalty
    assert claimed == Decimal("5499.00")
    assert assessment.delay.penalty is not None
    assert claimed + assessment.delay.penalty <= PRICE


def test_a_late_repair_that_took_all_of_the_cap_leaves_nothing_for_the_answer() -> None:
    told = handed("2026-11-20") | {
        "repairs": [repair("2026-02-02", None)],
        "demands.repair_delay_penalty": True,
    }
    assessment = assessed(told, today="2026-12-10")
    assert assessment.amounts.repair_delay.penalty == PRICE
    assert (assessment.delay.days, assessment.delay.penalty) == (10, 0)
    assert assessment.deadlines.cap_reached_on is None


def test_a_cap_that_is_not_known_is_not_taken_for_no_cap() -> None:
    told = handed("2026-11-20") | {"payment": {"method": "installment", "installment": {}}}
    delay = assessed(told, today="2026-12-10").delay
    assert (delay.on, delay.days) == (day("2026-12-10"), 10)
    assert (delay.penalty, delay.uncapped) == (None, Decimal("5499.00"))


def test_without_a_price_the_days_are_told_and_no_sum() -> None:
    told = handed("2026-11-20") | {"purchase.price": None}
    delay = assessed(told, today="2026-12-02").delay
    assert (delay.on, delay.days) == (day("2026-12-02"), 2)
    assert (delay.penalty, delay.uncapped) == (None, None)
