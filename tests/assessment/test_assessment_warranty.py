"""The warranty: its end, its extension, its years (ст. 19, п. 3 ст. 20, ст. 191–192 ГК)."""

import pytest
from assessment_situations import SCREEN, SOUND, assessed, bought, day, repair


@pytest.mark.parametrize(
    ("transferred", "months", "ends"),
    [
        ("2025-12-14", 24, "2027-12-14"),
        ("2026-01-10", 12, "2027-01-10"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2025-08-31", 6, "2026-02-28"),
        ("2025-12-31", 1, "2026-01-31"),
        ("2026-01-10", 0, None),
        ("2026-01-10", None, None),
    ],
)
def test_the_warranty_ends_on_the_same_number(
    transferred: str, months: int | None, ends: str | None
) -> None:
    warranty = assessed(bought(transferred, months, repairs=[])).warranty
    assert warranty.starts == day(transferred)
    assert warranty.ends == (day(ends) if ends else None)
    assert warranty.extended_until == warranty.ends


def test_the_warranty_runs_from_the_transfer_and_not_from_the_contract() -> None:
    told = bought("2026-01-10") | {"purchase.transfer_date": "2026-01-25", "repairs": []}
    assert assessed(told).warranty.ends == day("2027-01-25")


def test_an_absent_transfer_is_the_day_of_the_contract() -> None:
    told = bought("2026-01-10") | {"purchase.transfer_date": None, "repairs": []}
    assert assessed(told).warranty.starts == day("2026-01-10")


@pytest.mark.parametrize(
    ("repairs", "extended"),
    [
        ([], "2027-01-10"),
        ([("2026-02-02", "2026-02-20", {})], "2027-01-28"),
        ([("2026-02-02", "2026-02-20", {}), ("2026-04-01", "2026-04-20", {})], "2027-02-16"),
        ([("2026-02-02", "2026-02-12", {}), ("2026-02-12", "2026-03-05", {})], "2027-02-10"),
        ([("2026-11-10", None, {})], "2027-01-20"),
        ([("2026-02-02", "2026-02-20", {"handed_over": "2026-02-10"})], "2027-01-28"),
        ([("2026-02-02", "2026-02-20", {"outcome": "no_defect_found"})], "2027-01-10"),
        ([("2026-02-02", "2026-02-20", {"outcome": "paid_repair"})], "2027-01-10"),
        ([("2026-02-02", "2026-02-20", {"outcome": "refused"})], "2027-01-10"),
    ],
    ids=[
        "none",
        "one adds its days",
        "two",
        "touching",
        "running up to the claim",
        "from the request, not from the hand-over",
        "no defect found",
        "paid",
        "refused",
    ],
)
def test_free_repairs_extend_the_warranty(repairs: list, extended: str) -> None:
    told = [repair(first, last, **more) for first, last, more in repairs]
    assert assessed({"repairs": told}).warranty.extended_until == day(extended)


@pytest.mark.parametrize(
    ("first_outcome", "requested", "counted"),
    [
        ("repaired", "2026-01-10", True),
        ("repaired", "2026-01-11", True),
        ("repaired", "2026-01-20", True),
        ("repaired", "2026-01-21", False),
        ("no_defect_found", "2026-01-10", True),
        ("no_defect_found", "2026-01-11", False),
    ],
)
def test_a_repair_counts_if_requested_by_the_extended_end(
    first_outcome: str, requested: str, counted: bool
) -> None:
    """Transferred 10.01.2025, 12 months: the end 10.01.2026, extended by ten days to 20.01."""
    repairs = [
        repair("2025-03-03", "2025-03-13", SCREEN, outcome=first_outcome),
        repair(requested, "2026-02-10", SOUND),
    ]
    assessment = assessed(bought("2025-01-10", 12, repairs=repairs))
    assert assessment.repairs[1].counted is counted


def test_a_repair_after_the_extended_end_extends_nothing() -> None:
    repairs = [repair("2025-03-03", "2025-03-13"), repair("2026-01-21", "2026-02-10", SOUND)]
    warranty = assessed(bought("2025-01-10", 12, repairs=repairs)).warranty
    assert warranty.extended_until == day("2026-01-20")


def test_a_repair_whose_days_contradict_each_other_extends_nothing_and_stops_no_other() -> None:
    wrong = repair("2026-02-10", "2026-02-20", handed_over="2026-02-05")
    assert assessed({"repairs": [wrong]}).warranty.extended_until == day("2027-01-10")
    both = {"repairs": [wrong, repair("2026-04-01", "2026-04-20", SOUND)]}
    assert assessed(both).warranty.extended_until == day("2027-01-29")


def test_the_order_in_which_repairs_are_told_does_not_matter() -> None:
    repairs = [repair("2026-01-15", "2026-01-25", SOUND), repair("2025-03-03", "2025-03-13")]
    assessment = assessed(bought("2025-01-10", 12, repairs=repairs))
    assert [r.counted for r in assessment.repairs] == [True, True]
    assert assessment.warranty.extended_until == day("2026-01-30")


@pytest.mark.parametrize(
    ("transferred", "months", "years"),
    [
        ("2026-01-10", 12, [("2026-01-11", "2027-01-10")]),
        ("2025-03-15", 24, [("2025-03-16", "2026-03-15"), ("2026-03-16", "2027-03-15")]),
        ("2024-02-29", 24, [("2024-03-01", "2025-02-28"), ("2025-03-01", "2026-02-28")]),
        ("2025-01-10", 18, [("2025-01-11", "2026-01-10"), ("2026-01-11", "2026-07-10")]),
        ("2025-12-31", 12, [("2026-01-01", "2026-12-31")]),
        ("2026-01-10", 6, [("2026-01-11", "2026-07-10")]),
        ("2026-01-10", 0, []),
        ("2026-01-10", None, []),
    ],
)
def test_warranty_years_begin_on_the_day_after_the_transfer(
    transferred: str, months: int | None, years: list
) -> None:
    listed = assessed(bought(transferred, months, repairs=[])).warranty_years
    assert [(y.first.isoformat(), y.last.isoformat()) for y in listed] == years
    assert [y.number for y in listed] == list(range(1, len(years) + 1))


def test_the_extension_is_the_last_and_incomplete_year() -> None:
    last = assessed().warranty_years[-1]
    assert (last.number, last.first, last.last) == (2, day("2027-01-11"), day("2027-02-16"))


def test_in_warranty_on_the_extended_end_and_not_on_the_next_day() -> None:
    told = bought("2025-09-01", 12, repairs=[repair("2026-02-02", "2026-02-20")])
    assert assessed(told | {"letter_date": "2026-09-19"}).in_warranty
    assert not assessed(told | {"letter_date": "2026-09-20"}).in_warranty
