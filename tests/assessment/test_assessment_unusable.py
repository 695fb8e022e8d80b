"""More than thirty days out of use in a warranty year: the truth table and law.md's rows."""

from typing import Any

import pytest
from assessment_situations import CHARGE, SCREEN, SOUND, bought, ground, repair

THIS = "unusable_over_30_days"


def two(first: tuple[str, str], second: tuple[str, str], **more: Any) -> list[dict]:
    return [repair(*first, SCREEN, **more), repair(*second, SOUND)]


@pytest.mark.parametrize(
    ("transferred", "months", "repairs", "status", "why"),
    [
        ("2025-03-01", 12, two(("2025-06-10", "2025-06-29"), ("2025-09-01", "2025-09-14")),
         "met", ()),
        ("2025-03-01", 12, two(("2025-06-10", "2025-06-25"), ("2025-09-01", "2025-09-16")),
         "disputed", ("end_days",)),
        ("2025-03-15", 24, [repair("2026-03-01", "2026-03-25")], "not_met", ()),
        ("2026-01-10", 12, two(("2026-02-02", "2026-02-12"), ("2026-02-12", "2026-03-05")),
         "met", ()),
        ("2025-01-10", 24, two(("2025-03-03", "2025-03-08"), ("2026-03-02", "2026-04-06")),
         "not_met", ()),
        ("2025-01-10", 24, two(("2025-03-03", "2025-04-07"), ("2026-03-02", "2026-03-07")),
         "not_met", ()),
    ],
    ids=["32 and 34", "30 and 32", "boundary", "touching", "one repair in each year",
         "the long one first"],
)  # fmt: skip
def test_the_rows_of_the_law(
    transferred: str, months: int, repairs: list, status: str, why: tuple
) -> None:
    result = ground(THIS, bought(transferred, months, repairs=repairs))
    assert (result.status, result.why) == (status, why)


@pytest.mark.parametrize(
    ("returned", "status", "missing"),
    [
        ("2026-04-14", "met", 0),  # A = 18 + 13 = 31
        ("2026-04-13", "disputed", None),  # A = 30, B = 32
        ("2026-04-12", "disputed", None),  # A = 29, B = 31
        ("2026-04-11", "not_met", 3),  # A = 28, B = 30
        ("2026-04-02", "not_met", 12),  # A = 19, B = 21
    ],
)
def test_thirty_days_are_not_more_than_thirty(
    returned: str, status: str, missing: int | None
) -> None:
    result = ground(THIS, {"repairs[1].returned": returned})
    assert result.status == status
    assert result.why == (("end_days",) if status == "disputed" else ())
    if missing is not None:
        assert result.missing_days == missing


def test_touching_repairs_have_fewer_end_days_in_dispute() -> None:
    """02.02–12.02 and 12.02–03.03: A = 29, and B = 30 only, for the day between counts once."""
    repairs = two(("2026-02-02", "2026-02-12"), ("2026-02-12", "2026-03-03"))
    result = ground(THIS, {"repairs": repairs})
    assert (result.status, result.missing_days) == ("not_met", 2)


def test_no_repairs_lack_thirty_one_days() -> None:
    result = ground(THIS, {"repairs": []})
    assert (result.status, result.missing_days) == ("not_met", 31)


@pytest.mark.parametrize(
    ("ready", "status", "why"),
    [
        ("2026-04-20", "met", ()),  # 37, none of them after the notice
        ("2026-04-14", "met", ()),  # 31 without the days after it
        ("2026-04-13", "disputed", ("after_ready_notice",)),  # 30 without
        ("2026-04-01", "disputed", ("after_ready_notice",)),
    ],
)
def test_days_after_the_ready_notice_are_disputed_only_where_they_decide(
    ready: str, status: str, why: tuple
) -> None:
    result = ground(THIS, {"repairs[1].ready_notice": ready})
    assert (result.status, result.why) == (status, why)


def test_both_readings_are_named_where_both_are_needed() -> None:
    """A = 18 + 12 = 30, two of them after the notice; B = 32, without those two 30."""
    told = {"repairs[1].returned": "2026-04-13", "repairs[1].ready_notice": "2026-04-11"}
    result = ground(THIS, told)
    assert result.status == "disputed"
    assert set(result.why) == {"end_days", "after_ready_notice"}


@pytest.mark.parametrize(
    "same",
    [{"repairs[1].same_defect_as": 1}, {"repairs[1].defect": SCREEN}],
    ids=["by reference", "by equal text"],
)
def test_repairs_of_one_defect_are_disputed(same: dict) -> None:
    result = ground(THIS, same)
    assert (result.status, result.why) == ("disputed", ("same_defect",))


def test_texts_that_are_only_alike_count_as_different_defects() -> None:
    result = ground(THIS, {"repairs[1].defect": "сильно мерцает экран телефона"})
    assert result.status == "met"


def test_a_third_repair_of_another_defect_makes_them_various() -> None:
    repairs = [
        repair("2026-02-02", "2026-02-20", SCREEN),
        repair("2026-04-01", "2026-04-20", SCREEN),
        repair("2026-06-01", "2026-06-03", CHARGE),
    ]
    assert ground(THIS, {"repairs": repairs}).status == "met"


def test_one_repair_of_thirty_five_days_is_not_repeated() -> None:
    result = ground(THIS, {"repairs": [repair("2026-02-02", "2026-03-09")]})
    assert result.status == "not_met"
    assert "срок" in result.reason  # law.md: «и сказать, какое основание открыто: срок ремонта»


@pytest.mark.parametrize("outcome", ["no_defect_found", "paid_repair", "refused"])
def test_an_uncounted_repair_is_not_the_second_one(outcome: str) -> None:
    repairs = [
        repair("2026-02-02", "2026-03-09", SCREEN),
        repair("2026-04-01", "2026-04-05", SOUND, outcome=outcome),
    ]
    assert ground(THIS, {"repairs": repairs}).status == "not_met"


def test_a_repair_after_the_warranty_is_not_the_second_one() -> None:
    repairs = two(("2025-03-03", "2025-04-07"), ("2026-03-02", "2026-03-05"))
    assert ground(THIS, bought("2025-01-10", 12, repairs=repairs)).status == "not_met"


def test_thirty_one_days_must_fall_on_one_year() -> None:
    """20 days in each of two years, two repairs of two defects in each."""
    repairs = [
        repair("2025-03-03", "2025-03-13", SCREEN),
        repair("2025-05-05", "2025-05-15", SOUND),
        repair("2026-03-02", "2026-03-12", SCREEN),
        repair("2026-05-04", "2026-05-14", SOUND),
    ]
    result = ground(THIS, bought("2025-01-10", 24, repairs=repairs))
    assert (result.status, result.missing_days) == ("not_met", 11)


def test_any_one_year_is_enough() -> None:
    repairs = two(("2026-03-02", "2026-03-20"), ("2026-05-04", "2026-05-20"))
    result = ground(THIS, bought("2025-01-10", 24, repairs=repairs))
    assert (result.status, result.year) == ("met", 2)


def test_a_repair_over_the_year_boundary_gives_each_year_its_part() -> None:
    """Transferred 15.03.2025: 20 + 14 days in year 1, and the repair goes on in year 2."""
    repairs = two(("2025-06-02", "2025-06-22"), ("2026-03-01", "2026-03-25"))
    result = ground(THIS, bought("2025-03-15", 24, repairs=repairs))
    assert (result.status, result.year) == ("met", 1)


def test_a_running_repair_counts() -> None:
    repairs = [repair("2026-10-01", "2026-10-20", SCREEN), repair("2026-11-08", None, SOUND)]
    assert ground(THIS, {"repairs": repairs}).status == "met"  # 19 + 12 = 31


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"purchase.category": "other", "purchase.item": "Чайник"}, "not_met"),
        ({"purchase.category": None}, "unknown"),
        ({"purchase.warranty_months": 0}, "not_met"),
        ({"purchase.warranty_months": None}, "unknown"),
        ({"repairs": None}, "unknown"),
        ({"purchase.contract_date": None, "purchase.transfer_date": None}, "unknown"),
        ({"repairs[0].defect": None}, "unknown"),
    ],
)
def test_where_facts_are_missing_or_the_rule_does_not_apply(changes: dict, status: str) -> None:
    assert ground(THIS, changes).status == status


def test_too_few_days_are_too_few_whatever_the_goods_are() -> None:
    told = {"purchase.category": None, "repairs[1].returned": "2026-04-02"}
    assert ground(THIS, told).status in ("not_met", "unknown")


def test_the_reason_shows_the_arithmetic() -> None:
    reason = ground(THIS).reason.replace("\N{NO-BREAK SPACE}", " ")
    assert "37 дней в 1-м году гарантии (с 11.01.2026 по 10.01.2027)" in reason
    assert "больше 30" in reason
