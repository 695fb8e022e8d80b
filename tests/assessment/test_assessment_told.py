"""What the assessment tells of the repairs, the goods and the present defect."""

from datetime import date
from typing import Any

import pytest
from assessment_situations import SCREEN, SOUND, assessed, codes, day, ground, repair

UNUSABLE, SUBSTANTIAL = "unusable_over_30_days", "substantial_defect"


def test_each_repair_is_told_with_its_term() -> None:
    repairs = [
        repair("2026-02-02", "2026-02-20"),
        repair("2026-06-01", "2026-07-17", SOUND),
        repair("2026-11-10", None, agreed_days=20),
        repair(None, None),
    ]
    told = [(r.running, r.term, r.late, r.longest) for r in assessed({"repairs": repairs}).repairs]
    assert told == [
        (False, day("2026-03-19"), False, 45),
        (False, day("2026-07-16"), True, 45),
        (True, day("2026-11-30"), False, 45),
        (True, None, False, 45),
    ]


@pytest.mark.parametrize(
    ("category", "item"), [("phones", 6), ("tools", 14), ("other", None), (None, None)]
)
def test_the_item_of_the_list_is_told(category: str | None, item: int | None) -> None:
    assert assessed({"purchase.category": category}).list_item == item


@pytest.mark.parametrize(
    ("now", "same", "removed"),
    [
        ({"description": SCREEN, "noticed_on": "2026-11-10"}, (1, 3), (1, 3)),
        ({"description": SCREEN, "noticed_on": "2026-06-10"}, (1, 3), (1, 3)),
        ({"description": SCREEN, "noticed_on": "2026-06-09"}, (1, 3), (1,)),
        ({"same_defect_as": 2, "noticed_on": "2026-11-10"}, (2,), (2,)),
        ({"description": "треснул корпус"}, (), ()),
        ({}, (), ()),
    ],
    ids=["after both", "on the day of return", "while away", "by reference", "another", "none"],
)
def test_the_repairs_of_the_present_defect_are_told(
    now: dict[str, Any], same: tuple[int, ...], removed: tuple[int, ...]
) -> None:
    repairs = [
        repair("2026-02-02", "2026-02-20", SCREEN),
        repair("2026-04-01", "2026-04-20", SOUND),
        repair("2026-06-01", "2026-06-10", SCREEN),
    ]
    assessment = assessed({"repairs": repairs, "current_defect": now})
    assert assessment.current_same_as == same
    assert assessment.current_removed_in == removed


@pytest.mark.parametrize("outcome", ["refused", "paid_repair", "no_defect_found"])
def test_a_repair_that_removed_nothing_is_not_told_as_a_removal(outcome: str) -> None:
    told = {"current_defect": {"description": SCREEN}, "repairs[0].outcome": outcome}
    assessment = assessed(told)
    assert (assessment.current_same_as, assessment.current_removed_in) == ((1,), ())


def unnamed(**more: Any) -> dict[str, Any]:
    return repair("2026-06-01", "2026-06-10", None) | more


def test_a_reference_names_the_defect_of_a_repair_without_words() -> None:
    """Two repairs whose defect nobody has named are of the same one if the person says so."""
    told = {"repairs[0].defect": None, "repairs[1].defect": None, "repairs[1].same_defect_as": 1}
    result = ground(UNUSABLE, told)
    assert (result.status, result.why) == ("disputed", ("same_defect",))
    assert ground(SUBSTANTIAL, told).repairs == (1, 2)


def test_a_defect_named_by_reference_alone_is_not_that_of_another_repair() -> None:
    repairs = [
        repair("2026-02-02", "2026-02-20", None),
        repair("2026-04-01", "2026-04-10", None, same_defect_as=1),
        repair("2026-05-04", "2026-05-14", SOUND),
    ]
    result = ground(UNUSABLE, {"repairs": repairs})
    assert (result.status, result.different) == ("met", (1, 3))


def test_a_reference_to_a_reference_is_of_the_first_repair() -> None:
    repairs = [
        repair("2026-02-02", "2026-02-20", SCREEN),
        repair("2026-04-01", "2026-04-20", None, same_defect_as=1),
        unnamed(same_defect_as=2),
    ]
    assert ground(UNUSABLE, {"repairs": repairs}).why == ("same_defect",)


def test_a_present_defect_may_refer_to_a_repair_without_words() -> None:
    now = {"current_defect": {"same_defect_as": 2, "noticed_on": "2026-11-10"}}
    result = ground(SUBSTANTIAL, now | {"repairs[1].defect": None})
    assert (result.status, result.basis, result.repairs) == ("met", "came_back", (2,))


@pytest.mark.parametrize("number", [2, 3, 9])
def test_a_reference_to_itself_or_a_later_repair_names_nothing(number: int) -> None:
    told = {"repairs": [repair("2026-02-02", "2026-02-20"), unnamed(same_defect_as=number)]}
    assert ground(SUBSTANTIAL, told).status == "not_met"


ALIKE = "экран сильно мерцает утром"


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({"repairs[1].defect": ALIKE}, True),
        ({"repairs[1].defect": ALIKE, "repairs[1].same_defect_as": 1}, False),
        ({"current_defect": {"description": ALIKE}}, True),
        ({"current_defect": {"description": ALIKE, "same_defect_as": 1}}, False),
        ({"current_defect": {"description": SCREEN}}, False),
        ({"current_defect": {"same_defect_as": 9}}, False),
        ({"current_defect": {"noticed_on": "2026-11-10"}}, False),
    ],
)
def test_what_is_said_to_be_the_same_is_not_asked_about_again(
    changes: dict[str, Any], asked: bool
) -> None:
    assert ("similar_defects" in codes(assessed(changes))) is asked


def test_the_day_of_the_assessment_is_one_of_our_time() -> None:
    for today, seen in ((date(1900, 1, 1), date(1970, 1, 1)), (date.max, date(2199, 12, 31))):
        assert assessed({"letter_date": None}, today=today).law_as_of == seen
