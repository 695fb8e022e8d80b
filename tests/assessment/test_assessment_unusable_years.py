"""On which warranty years and which repairs the thirty days rest, and what is told of them."""

import pytest
from assessment_situations import CHARGE, SCREEN, SOUND, bought, ground, repair

from desktop_app.assessment.model import Ground

THIS = "unusable_over_30_days"
# Bought 10.01.2025 for two years: 18 + 16 days out of use in the first year, as many in the second.
FIRST = [
    repair("2025-03-03", "2025-03-21", SCREEN),
    repair("2025-05-05", "2025-05-21", SOUND),
]
SECOND = [
    repair("2026-03-03", "2026-03-21", SCREEN),
    repair("2026-05-05", "2026-05-21", SOUND),
]


def resting(repairs: list[dict], months: int | None = 24) -> Ground:
    return ground(THIS, bought("2025-01-10", months, repairs=repairs))


@pytest.mark.parametrize(
    ("repairs", "years", "of_all"),
    [
        (FIRST, (1,), False),
        (SECOND, (2,), False),
        (FIRST + SECOND, (1, 2), True),
        # More than thirty days by one repair carry no ground, but the goods were out of use.
        ([*FIRST, repair("2026-03-03", "2026-04-03", SCREEN)], (1,), True),
        ([*FIRST, repair("2026-03-03", "2026-04-02", SCREEN)], (1,), False),
    ],
    ids=["the first", "the second", "both", "31 days in the other", "30 days in the other"],
)
def test_the_years_that_carry_the_ground_and_whether_they_are_all(
    repairs: list[dict], years: tuple[int, ...], of_all: bool
) -> None:
    """The law says «каждого года»: with other years of the warranty there is a risk to tell."""
    result = resting(repairs)
    assert (result.status, result.years) == ("met", years)
    assert result.some_years is not of_all


def test_a_warranty_of_one_year_has_no_other_years() -> None:
    result = resting(FIRST, 12)
    assert (result.years, result.some_years) == ((1,), False)


def test_the_repairs_are_those_of_the_years_that_carry() -> None:
    assert resting(FIRST + SECOND).repairs == (1, 2, 3, 4)
    assert resting([*FIRST, repair("2026-03-03", "2026-03-05", CHARGE)]).repairs == (1, 2)


def test_of_repairs_with_one_defect_the_first_stands_for_it() -> None:
    repairs = [
        repair("2025-03-03", "2025-03-21", SCREEN),
        repair("2025-05-05", "2025-05-15", SCREEN),
        repair("2025-06-02", "2025-06-10", SOUND),
    ]
    result = resting(repairs)
    assert (result.repairs, result.different) == ((1, 2, 3), (1, 3))


def test_a_repair_of_one_day_counts_only_where_both_end_days_do() -> None:
    day = repair("2025-06-02", "2025-06-02", SOUND)
    alone = resting([repair("2025-03-03", "2025-04-07", SCREEN), day])
    assert (alone.status, alone.why, alone.repairs) == ("disputed", ("end_days",), (1, 2))
    beside = resting([*FIRST, day])
    assert (beside.status, beside.repairs) == ("met", (1, 2))


@pytest.mark.parametrize(("more", "repairs"), [(0, "2 ремонта"), (3, "5 ремонтов")])
def test_a_year_that_carries_is_told_with_its_days_and_repairs(more: int, repairs: str) -> None:
    short = [repair(f"2025-0{month}-02", f"2025-0{month}-03", CHARGE) for month in (6, 7, 8)]
    told = resting(FIRST + short[:more]).reason.replace("\u00a0", " ")
    assert told == (
        f"{34 + more} дней в 1-м году гарантии (с 11.01.2025 по 10.01.2026); нужно больше 30. "
        f"За этот год {repairs}, недостатки разные."
    ).replace("34 дней", "34 дня")


def test_a_repair_that_carries_nothing_has_no_years() -> None:
    result = resting([repair("2025-03-03", "2025-04-07", SCREEN)])
    assert (result.status, result.years, result.repairs) == ("not_met", (), ())


def test_the_year_with_the_fewest_doubts_is_told_then_the_one_with_most_days() -> None:
    longer = [*SECOND[:1], repair("2026-05-05", "2026-05-25", SOUND)]
    assert resting(FIRST + longer).year == 2
    assert resting(FIRST + SECOND).year == 1
    doubtful = [*SECOND[:1], repair("2026-05-05", "2026-07-05", SCREEN)]
    assert resting(FIRST + doubtful).year == 1


def test_a_year_with_a_doubt_of_the_days_is_told_before_one_with_an_unnamed_defect() -> None:
    unnamed = [FIRST[0], repair("2025-05-05", "2025-05-21", None)]
    end_days = [SECOND[0], repair("2026-05-05", "2026-05-17", SOUND)]
    result = resting(unnamed + end_days)
    assert (result.status, result.year, result.why) == ("disputed", 2, ("end_days",))
    assert resting(unnamed).status == "unknown"


def test_the_year_and_the_days_that_lack_are_told_whatever_the_doubt() -> None:
    one_defect = resting([FIRST[0], repair("2025-05-05", "2025-05-21", SCREEN)])
    assert (one_defect.status, one_defect.year, one_defect.missing_days) == ("disputed", 1, 0)
    by_end_days = resting([FIRST[0], repair("2025-05-05", "2025-05-17", SOUND)])
    assert (by_end_days.status, by_end_days.year, by_end_days.missing_days) == ("disputed", 1, 1)
    too_few = resting(FIRST[:1])
    assert (too_few.status, too_few.year, too_few.missing_days) == ("not_met", 1, 13)


@pytest.mark.parametrize(
    ("returned", "lacking"), [("2025-05-16", "не хватает 2 дней"), ("2025-05-14", "не хватает 4")]
)
def test_the_days_that_lack_are_told(returned: str, lacking: str) -> None:
    """18 + 11 days are 30 with both end days, for the day between the repairs counts once."""
    touching = [
        repair("2025-05-05", "2025-05-21", SCREEN),
        repair("2025-04-17", "2025-05-05", SOUND),
    ]
    touching[0]["returned"] = returned
    result = resting(touching)
    assert result.status == "not_met"
    assert lacking in result.reason.replace("\u00a0", " ")


def test_one_long_repair_is_told_of_the_term_of_repair() -> None:
    reason = resting([repair("2025-03-03", "2025-04-07", SCREEN)]).reason.replace("\u00a0", " ")
    assert reason.startswith("35 дней в 1-м году гарантии (с 11.01.2025 по 10.01.2026), но ремонт")
    assert "срок самого ремонта: не больше 45 дней" in reason
