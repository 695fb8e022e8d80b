"""Days out of use by both counts: law.md, section 2 and the table «Вход/Выход»."""

from datetime import date
from typing import Any

import pytest
from assessment_situations import CHARGE, SCREEN, SOUND, assessed, bought, repair

from desktop_app.assessment.days import Interval, united
from desktop_app.assessment.facts import possible


def years_of(changes: dict[str, Any]) -> list[tuple[int, int, int]]:
    return [(y.number, y.days, y.days_inclusive) for y in assessed(changes).warranty_years]


def days_of(repairs: list[dict], **more: Any) -> list[tuple[int, int, int, bool]]:
    assessment = assessed(bought("2026-01-10", repairs=repairs, **more))
    return [(r.days, r.days_inclusive, r.days_after_ready, r.counted) for r in assessment.repairs]


@pytest.mark.parametrize(
    ("transferred", "months", "repairs", "years"),
    [
        pytest.param(
            "2025-03-01",
            12,
            [("2025-06-10", "2025-06-29"), ("2025-09-01", "2025-09-14")],
            {1: (32, 34)},
            id="law.md: A = 19 + 13 = 32, B = 34",
        ),
        pytest.param(
            "2025-03-01",
            12,
            [("2025-06-10", "2025-06-25"), ("2025-09-01", "2025-09-16")],
            {1: (30, 32)},
            id="law.md: A = 30, B = 32",
        ),
        pytest.param(
            "2025-03-15",
            24,
            [("2026-03-01", "2026-03-25")],
            {1: (14, 15), 2: (10, 10)},
            id="law.md: over the boundary of two warranty years, 14 + 10",
        ),
        pytest.param(
            "2026-01-10",
            12,
            [("2026-02-02", "2026-02-12"), ("2026-02-12", "2026-03-05")],
            {1: (31, 32)},
            id="law.md: touching, A = 31, B = 32",
        ),
        pytest.param(
            "2026-01-10",
            12,
            [("2026-02-02", "2026-02-12"), ("2026-02-13", "2026-02-20")],
            {1: (17, 19)},
            id="taken back the next day: by count A that day is free",
        ),
        pytest.param(
            "2026-01-10",
            12,
            [("2026-02-02", "2026-02-12"), ("2026-02-05", "2026-02-20")],
            {1: (18, 19)},
            id="overlapping days count once",
        ),
        pytest.param(
            "2026-01-10",
            12,
            [("2026-02-02", "2026-03-02"), ("2026-02-05", "2026-02-20")],
            {1: (28, 29)},
            id="one repair inside another",
        ),
        pytest.param(
            "2025-12-14",
            12,
            [("2025-12-20", "2026-01-25")],
            {1: (36, 37)},
            id="New Year does not split: the calendar year is of no matter",
        ),
        pytest.param(
            "2024-02-29",
            24,
            [("2025-02-20", "2025-03-05")],
            {1: (8, 9), 2: (5, 5)},
            id="transferred on 29 February: year 1 ends on 28.02.2025",
        ),
        pytest.param(
            "2024-01-10",
            12,
            [("2024-02-20", "2024-03-05")],
            {1: (14, 15)},
            id="29 February is a day",
        ),
        pytest.param(
            "2026-01-10", 12, [("2026-02-02", "2026-02-02")], {1: (0, 1)}, id="back the same day"
        ),
        pytest.param("2026-01-10", 12, [], {1: (0, 0)}, id="no repairs: the year is listed"),
    ],
)
def test_the_days_of_each_warranty_year(
    transferred: str, months: int, repairs: list[tuple[str, str]], years: dict
) -> None:
    told = [repair(*days, defect) for days, defect in zip(repairs, (SCREEN, SOUND), strict=False)]
    listed = {
        number: (a, b) for number, a, b in years_of(bought(transferred, months, repairs=told))
    }
    assert {n: listed[n] for n in years} == years
    assert all(listed[n] == (0, 0) for n in listed if n not in years)


def test_the_day_of_handing_over_is_left_out_and_the_day_of_return_is_not() -> None:
    assert days_of([repair("2026-03-02", "2026-03-17")]) == [(15, 16, 0, True)]


def test_a_running_repair_counts_up_to_the_day_of_the_claim() -> None:
    assert days_of([repair("2026-11-10", None)]) == [(10, 11, 0, True)]
    assert days_of([repair("2026-11-10", None)], letter_date="2026-11-15") == [(5, 6, 0, True)]


def test_without_a_letter_date_a_running_repair_counts_up_to_today() -> None:
    assessment = assessed(
        {"letter_date": None, "repairs": [repair("2026-11-10", None)]}, today="2026-11-18"
    )
    assert assessment.law_as_of.isoformat() == "2026-11-18"
    assert assessment.repairs[0].days == 8


@pytest.mark.parametrize("absent", ["handed_over", "requested"])
def test_request_and_hand_over_stand_in_for_each_other(absent: str) -> None:
    told = repair("2026-02-02", "2026-02-20") | {absent: None}
    assert days_of([told]) == [(18, 19, 0, True)]


def test_days_run_from_the_hand_over_where_it_is_later_than_the_request() -> None:
    told = repair("2026-02-02", "2026-02-20", handed_over="2026-02-10")
    assert days_of([told]) == [(10, 11, 0, True)]


@pytest.mark.parametrize(
    ("ready", "after"),
    [
        (None, 0),
        ("2026-02-20", 0),
        ("2026-02-19", 1),
        ("2026-02-10", 10),
        ("2026-02-02", 18),
    ],
)
def test_days_after_the_notice_of_readiness_are_shown(ready: str | None, after: int) -> None:
    told = repair("2026-02-02", "2026-02-20", ready_notice=ready)
    assert days_of([told]) == [(18, 19, after, True)]


@pytest.mark.parametrize("outcome", ["no_defect_found", "paid_repair", "refused"])
def test_an_outcome_that_removed_nothing_is_not_counted(outcome: str) -> None:
    repairs = [
        repair("2026-02-02", "2026-02-20", outcome=outcome),
        repair("2026-04-01", "2026-04-20", SOUND),
    ]
    assert [counted for *_, counted in days_of(repairs)] == [False, True]
    assert years_of(bought("2026-01-10", repairs=repairs))[0] == (1, 19, 20)


def test_a_repair_before_the_transfer_is_not_counted() -> None:
    repairs = [repair("2026-01-09", "2026-01-20"), repair("2026-01-10", "2026-01-20", SOUND)]
    assert [counted for *_, counted in days_of(repairs)] == [False, True]


def test_goods_that_came_back_were_repaired_unless_told_otherwise() -> None:
    assert days_of([repair("2026-03-02", "2026-03-17", outcome=None)]) == [(15, 16, 0, True)]


@pytest.mark.parametrize(
    ("told", "can_be"),
    [
        (date(1969, 12, 31), False),
        (date(1970, 1, 1), True),
        (date(2199, 12, 31), True),
        (date(2200, 1, 1), False),
        (None, False),
    ],
)
def test_a_day_of_another_age_is_no_day_of_the_case(told: date | None, can_be: bool) -> None:
    assert possible(told) == (told if can_be else None)


@pytest.mark.parametrize("months", [0, None])
def test_without_a_term_of_warranty_repairs_count_from_the_transfer_on(months: int | None) -> None:
    repairs = [repair("2026-01-09", "2026-01-20"), repair("2026-01-10", "2026-01-20", SOUND)]
    told = days_of(repairs, **{"purchase.warranty_months": months})
    assert [counted for *_, counted in told] == [False, True]


def test_a_repair_whose_days_contradict_each_other_has_none() -> None:
    before_request = repair("2026-02-10", "2026-02-20", handed_over="2026-02-05")
    assert days_of([before_request]) == [(0, 0, 0, False)]
    assert days_of([repair("2026-02-20", "2026-02-10")]) == [(0, 0, 0, False)]


def test_each_repair_shows_its_days_by_warranty_year() -> None:
    """Transferred 15.03.2025: the second year begins on 16.03.2026."""
    repairs = [repair("2026-03-01", "2026-03-25"), repair("2026-05-04", "2026-05-04", SOUND)]
    over, one_day = assessed(bought("2025-03-15", 24, repairs=repairs)).repairs
    assert (over.by_year, over.by_year_inclusive) == (((1, 14), (2, 10)), ((1, 15), (2, 10)))
    assert (one_day.by_year, one_day.by_year_inclusive) == ((), ((2, 1),))


def test_three_repairs_are_added_up() -> None:
    repairs = [
        repair("2026-02-02", "2026-02-12", SCREEN),
        repair("2026-04-01", "2026-04-11", SOUND),
        repair("2026-06-01", "2026-06-12", CHARGE),
    ]
    assert years_of(bought("2026-01-10", repairs=repairs))[0] == (1, 31, 34)


def test_each_repair_shows_its_own_days_even_where_they_overlap() -> None:
    repairs = [repair("2026-02-02", "2026-02-12"), repair("2026-02-05", "2026-02-20", SOUND)]
    assert [days for days, *_ in days_of(repairs)] == [10, 15]


@pytest.mark.parametrize(
    ("intervals", "same"),
    [
        ([(1, 2), (3, 4)], [(1, 4)]),
        ([(1, 2), (4, 5)], [(1, 2), (4, 5)]),
        ([(3, 9), (1, 4), (5, 6)], [(1, 9)]),
        ([(10, 3), (4, 5)], [(4, 5)]),
        ([], []),
    ],
    ids=[
        "touching",
        "a day between",
        "overlapping",
        "a first day after the last holds none",
        "none",
    ],
)
def test_sets_of_days_are_united(intervals: list[Interval], same: list[Interval]) -> None:
    assert united(intervals) == same
