"""A missed term of repair, the first 15 days, goods outside the List; and all five in order."""

from typing import Any

import pytest
from assessment_situations import SCREEN, SOUND, answers, assessed, bought, ground, repair

SUBSTANTIAL, DEADLINE = "substantial_defect", "repair_deadline_missed"
DAYS_15, NOT_COMPLEX = "within_15_days", "not_technically_complex"
OTHER = {"purchase.category": "other", "purchase.item": "Чайник"}


def now(text: str | None = "треснул корпус", **more: Any) -> dict[str, Any]:
    return {"description": text, "noticed_on": "2026-11-10", **more}


@pytest.mark.parametrize(
    ("requested", "agreed", "as_of", "status"),
    [
        # 45 days from 01.06.2026 end on Thursday 16.07.2026
        ("2026-06-01", None, "2026-07-16", "not_met"),
        ("2026-06-01", None, "2026-07-17", "met"),
        # 45 days from 26.03.2026 end on Sunday 10.05.2026; 11.05 is a holiday: 12.05
        ("2026-03-26", None, "2026-05-11", "not_met"),
        ("2026-03-26", None, "2026-05-12", "not_met"),
        ("2026-03-26", None, "2026-05-13", "met"),
        # an agreement above 45 days does not help the shop
        ("2026-06-01", 60, "2026-07-17", "met"),
        ("2026-06-01", 46, "2026-07-16", "not_met"),
        ("2026-06-01", 45, "2026-07-17", "met"),
        # 20 agreed days end on Sunday 21.06.2026: Monday 22.06
        ("2026-06-01", 20, "2026-06-22", "not_met"),
        ("2026-06-01", 20, "2026-06-23", "met"),
        # over New Year: 45 days from 20.11.2025 end on 04.01.2026, a holiday: 12.01
        ("2025-11-20", None, "2026-01-12", "not_met"),
        ("2025-11-20", None, "2026-01-13", "met"),
    ],
)
def test_the_forty_fifth_day_is_in_time_and_the_next_is_late(
    requested: str, agreed: int | None, as_of: str, status: str
) -> None:
    told = bought(
        "2025-11-01",
        12,
        letter_date=as_of,
        repairs=[repair(requested, None, agreed_days=agreed)],
    )
    assert ground(DEADLINE, told, today=as_of).status == status


@pytest.mark.parametrize(
    ("returned", "status", "why"),
    [("2026-07-16", "not_met", ()), ("2026-07-17", "disputed", ("accepted_late",))],
)
def test_goods_taken_back_late_are_disputed(returned: str, status: str, why: tuple) -> None:
    result = ground(DEADLINE, {"repairs": [repair("2026-06-01", returned)]})
    assert (result.status, result.why) == (status, why)


def test_the_term_runs_from_the_request_and_not_from_the_hand_over() -> None:
    told = repair("2026-06-01", None, handed_over="2026-06-10")
    assert ground(DEADLINE, {"repairs": [told], "letter_date": "2026-07-17"}).status == "met"


@pytest.mark.parametrize(
    ("months", "requested", "status"),
    [(0, "2026-01-09", "met"), (0, "2026-01-12", "not_met"), (12, "2025-06-02", "met")],
    ids=["no warranty, in two years", "no warranty, after two years", "after the warranty"],
)
def test_a_late_repair_must_be_asked_for_in_warranty_or_two_years(
    months: int, requested: str, status: str
) -> None:
    told = bought("2024-01-10", months, repairs=[repair(requested, None)])
    assert ground(DEADLINE, told).status == status


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"repairs": None}, "unknown"),
        ({"repairs": []}, "not_met"),
        (OTHER | {"repairs": [repair("2026-06-01", None)]}, "not_met"),
        ({"purchase.category": None, "repairs": [repair("2026-06-01", None)]}, "unknown"),
        ({"repairs": [repair("2026-06-01", "2026-09-01", outcome="paid_repair")]}, "not_met"),
        ({"repairs": [repair("2026-06-01", "2026-09-01", outcome="no_defect_found")]}, "not_met"),
    ],
)
def test_the_deadline_where_facts_are_missing_or_the_rule_does_not_apply(
    changes: dict, status: str
) -> None:
    assert ground(DEADLINE, changes).status == status


@pytest.mark.parametrize(
    ("letter", "changes", "status"),
    [
        ("2026-11-05", {}, "met"),
        ("2026-11-19", {}, "met"),
        ("2026-11-20", {}, "met"),
        ("2026-11-21", {}, "not_met"),
        ("2026-11-20", {"current_defect": None}, "unknown"),
        ("2026-11-20", {"purchase.category": None}, "unknown"),
        ("2026-11-20", OTHER, "not_met"),
        ("2026-11-21", {"purchase.category": None}, "not_met"),
    ],
)
def test_the_fifteenth_day_is_in_time_and_the_sixteenth_is_not(
    letter: str, changes: dict, status: str
) -> None:
    told = bought("2026-11-05", 12, repairs=[], letter_date=letter)
    told |= {"current_defect": {"description": SCREEN, "noticed_on": "2026-11-05"}} | changes
    assert ground(DAYS_15, told, today=letter).status == status


def test_fifteen_days_run_from_the_transfer_and_not_from_the_contract() -> None:
    told = bought("2026-10-01", 12, repairs=[], current_defect=now())
    assert ground(DAYS_15, told | {"purchase.transfer_date": "2026-11-05"}).status == "met"


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"current_defect": now()}, "met"),
        ({"current_defect": now(), "repairs": []}, "met"),
        ({"current_defect": now(), "repairs": None}, "met"),
        ({"current_defect": now(), "purchase.warranty_months": 0}, "met"),
        ({"current_defect": None, "repairs": []}, "unknown"),
        ({"current_defect": now(), "purchase.category": "phones"}, "not_met"),
        ({"current_defect": now(), "purchase.category": None}, "unknown"),
    ],
)
def test_outside_the_list_any_defect_will_do(changes: dict, status: str) -> None:
    assert ground(NOT_COMPLEX, OTHER | changes).status == status


@pytest.mark.parametrize(
    ("months", "noticed", "status"),
    [
        (0, "2026-01-10", "met"),
        (0, "2026-01-11", "not_met"),
        (12, "2026-01-10", "met"),
        (12, "2026-01-11", "not_met"),
        (36, "2026-11-10", "met"),
    ],
)
def test_outside_the_list_within_the_warranty_or_two_years(
    months: int, noticed: str, status: str
) -> None:
    told = bought("2024-01-10", months, repairs=[], letter_date=noticed)
    told |= OTHER | {"current_defect": now(noticed_on=noticed)}
    assert ground(NOT_COMPLEX, told).status == status


@pytest.mark.parametrize(
    "changes",
    [{}, OTHER, {"repairs": None}, {"current_defect": now(SOUND)}, dict.fromkeys(answers())],
)
def test_all_five_are_always_listed_the_strongest_first(changes: dict) -> None:
    told = {k: v for k, v in changes.items() if k not in ("format", "version")}
    grounds = assessed(told).grounds
    assert {g.id for g in grounds} == {
        "unusable_over_30_days", SUBSTANTIAL, DEADLINE, DAYS_15, NOT_COMPLEX,
    }  # fmt: skip
    assert len(grounds) == 5
    carried = [g.carries for g in grounds]
    assert carried == sorted(carried, reverse=True)


def test_why_is_named_for_disputed_grounds_only() -> None:
    for changes in ({}, {"repairs[1].returned": "2026-04-13"}, {"repairs[1].defect": SCREEN}):
        for result in assessed(changes).grounds:
            assert bool(result.why) == (result.status == "disputed")


@pytest.mark.parametrize(
    ("ground_id", "citation"),
    [
        ("unusable_over_30_days", "абз. 8, 11 п. 1 ст. 18"),
        (SUBSTANTIAL, "абз. 8, 9 п. 1 ст. 18"),
        (DEADLINE, "абз. 8, 10 п. 1 ст. 18"),
        (DAYS_15, "абз. 8 п. 1 ст. 18"),
        (NOT_COMPLEX, "п. 1 ст. 18"),
    ],
)
def test_each_ground_cites_its_paragraph(ground_id: str, citation: str) -> None:
    assert ground(ground_id).citation == citation
