"""The penalty for late repairs: several of them, the change of law of 01.02.2026, no price."""

from decimal import Decimal
from typing import Any

import pytest
from assessment_situations import SOUND, TODAY, assessed, bought, day, repair

from desktop_app.assessment.model import RepairDelay

PRICE, A_DAY = Decimal("54990.00"), Decimal("549.90")
# 45 days from 26.03.2026 end on 12.05.2026, from 01.06.2026 on 16.07.2026.
ONE_LATE, TWO_LATE = repair("2026-03-26", "2026-05-13"), repair("2026-06-01", "2026-07-18", SOUND)
IN_TIME = repair("2026-02-02", "2026-02-20")


def late(*repairs: dict[str, Any], **more: Any) -> RepairDelay:
    return assessed({"repairs": list(repairs), **more}).amounts.repair_delay


def test_the_penalties_of_all_late_repairs_are_added_up() -> None:
    both = late(ONE_LATE, TWO_LATE)
    assert (both.days, both.penalty, both.uncapped) == (3, 3 * A_DAY, 3 * A_DAY)
    assert late(IN_TIME, ONE_LATE, TWO_LATE).penalty == 3 * A_DAY


def test_both_penalties_are_demanded_only_where_wanted() -> None:
    assert late(ONE_LATE, TWO_LATE).demanded == 0
    wanted = late(ONE_LATE, TWO_LATE, **{"demands.repair_delay_penalty": True})
    assert wanted.demanded == 3 * A_DAY


def test_without_a_price_the_days_are_told_and_no_sum() -> None:
    told = late(ONE_LATE, **{"purchase.price": None})
    assert (told.days, told.penalty, told.uncapped) == (1, None, None)
    assert told.periods == ((day("2026-05-13"), day("2026-05-13")),)
    assert late(IN_TIME, **{"purchase.price": None}).penalty is None


def test_without_a_late_repair_nothing_is_owed() -> None:
    told = late(IN_TIME)
    assert (told.days, told.penalty, told.periods, told.disputed) == (0, 0, (), False)


@pytest.mark.parametrize(
    ("returned", "days", "penalty", "disputed"),
    [
        # 45 days from 01.10.2025 end on Saturday 15.11: the delay begins on Tuesday 18.11.2025
        ("2025-12-18", 31, 31 * A_DAY, False),
        ("2026-01-31", 75, 75 * A_DAY, False),
        ("2026-02-25", 100, PRICE, False),
        ("2026-02-26", 101, PRICE, True),
        ("2026-04-01", 135, PRICE, True),
    ],
)
def test_a_late_repair_over_the_change_of_law_is_capped_and_disputed(
    returned: str, days: int, penalty: Decimal, disputed: bool
) -> None:
    """law.md, ст. 23: «с 01.02.2026 — потолок на всю сумму, и, если набежало больше, „спорно“»."""
    told = bought("2024-12-02", 24, repairs=[repair("2025-10-01", returned)])
    delay = assessed(told).amounts.repair_delay
    assert (delay.days, delay.penalty, delay.disputed) == (days, penalty, disputed)
    assert delay.uncapped == days * A_DAY


def test_a_late_repair_that_began_under_the_cap_is_capped_without_dispute() -> None:
    told = bought("2025-11-01", 24, letter_date=TODAY, repairs=[repair("2026-02-02", None)])
    delay = assessed(told).amounts.repair_delay
    assert (delay.days, delay.penalty, delay.disputed) == (246, PRICE, False)
    assert delay.uncapped == 246 * A_DAY


def test_of_two_late_repairs_the_first_day_of_delay_tells_whether_the_cap_is_disputed() -> None:
    old, new = repair("2025-10-01", "2025-12-18"), repair("2026-02-02", "2026-07-01", SOUND)
    told = bought("2024-12-02", 24, repairs=[old, new])
    assert assessed(told).amounts.repair_delay.disputed


@pytest.mark.parametrize(
    ("letter", "cap"), [("2026-01-20", None), ("2026-01-23", PRICE)], ids=["31.01", "03.02"]
)
def test_the_cap_of_a_letter_is_that_of_its_first_day_of_delay(
    letter: str, cap: Decimal | None
) -> None:
    """Not by the letter's own day: the delay begins after the term of the answer."""
    sums = assessed({"letter_date": letter}, today=letter).amounts
    assert (sums.penalty_cap, sums.cap_left, sums.capped) == (cap, cap, cap is not None)


def test_instalments_of_which_nothing_is_told_have_no_sum() -> None:
    sums = assessed({"payment": {"method": "installment"}}).amounts
    assert (sums.principal, sums.total, sums.penalty_cap, sums.capped) == (None, None, None, True)
