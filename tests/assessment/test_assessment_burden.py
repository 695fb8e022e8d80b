"""When the defects showed themselves: who has to prove their cause (п. 6 ст. 18, п. 5 ст. 19)."""

from typing import Any

import pytest
from assessment_situations import SCREEN, SOUND, assessed, bought, repair

CRACK = "треснул корпус"
# The warranty of twelve months ends on 10.01.2026, the repair of ten days moves it to 20.01.2026.
SHORT = repair("2025-03-03", "2025-03-13", SCREEN)
LATE_DAY = "2026-11-10"


def period(repairs: list[dict], noticed: str | None = None, text: str = CRACK, **more: Any) -> Any:
    now = {"current_defect": {"description": text, "noticed_on": noticed}} if noticed else {}
    return assessed(bought("2025-01-10", 12, repairs=repairs, **now, **more)).defect_period


@pytest.mark.parametrize(
    ("noticed", "when"),
    [
        ("2026-01-10", "warranty"),
        ("2026-01-20", "warranty"),
        ("2026-01-21", "after_warranty"),
        (LATE_DAY, "after_warranty"),
    ],
)
def test_a_present_defect_is_of_the_warranty_up_to_its_extended_end(
    noticed: str, when: str
) -> None:
    assert period([SHORT], noticed) == when


def test_without_a_warranty_there_is_no_period_of_it() -> None:
    assert period([SHORT], LATE_DAY, **{"purchase.warranty_months": 0}) == "no_warranty"


@pytest.mark.parametrize(
    "untold",
    [
        {"purchase.warranty_months": None},
        {"purchase.transfer_date": None, "purchase.contract_date": None},
    ],
)
def test_what_is_not_told_gives_no_period(untold: dict[str, Any]) -> None:
    assert period([SHORT], LATE_DAY, **untold) is None


def test_without_any_defect_there_is_no_period() -> None:
    assert period([]) is None


def test_repairs_of_the_warranty_are_its_defects_where_nothing_fails_now() -> None:
    assert period([SHORT]) == "warranty"


@pytest.mark.parametrize("outcome", ["paid_repair", "no_defect_found"])
def test_what_was_not_removed_free_of_charge_is_no_defect_of_the_warranty(outcome: str) -> None:
    assert period([SHORT | {"outcome": outcome}]) == "after_warranty"


def test_a_repair_asked_for_after_the_warranty_is_not_of_it() -> None:
    assert period([repair("2026-02-02", "2026-02-12")]) == "after_warranty"


@pytest.mark.parametrize(
    "repairs",
    [
        [repair("2025-03-03", "2025-03-23"), repair("2025-05-05", "2025-05-25", SOUND)],
        [repair("2026-01-10", None)],
        [repair("2025-06-02", "2025-09-01")],
    ],
    ids=["more than thirty days out of use", "a repair that goes on", "a repair that ended late"],
)
def test_a_claim_that_rests_on_repairs_looks_at_them_and_not_at_a_new_defect(
    repairs: list[dict],
) -> None:
    assert period(repairs, LATE_DAY) == "warranty"


@pytest.mark.parametrize("text", [SCREEN, "экран сильно мерцает утром"], ids=["same", "alike"])
def test_a_defect_that_came_back_is_the_one_of_the_warranty(text: str) -> None:
    assert period([SHORT], LATE_DAY, text) == "warranty"


def test_a_new_defect_after_two_others_is_judged_by_its_own_day() -> None:
    two = [SHORT, repair("2025-05-05", "2025-05-10", SOUND)]
    assert period(two, LATE_DAY) == "after_warranty"
    assert period(two, "2026-01-20") == "warranty"


def test_goods_outside_the_list_are_judged_by_the_present_defect() -> None:
    kettle = {"purchase.category": "other", "purchase.item": "Чайник"}
    assert period([SHORT], LATE_DAY, SCREEN, **kettle) == "after_warranty"
