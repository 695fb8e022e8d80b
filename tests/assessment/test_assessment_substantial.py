"""A substantial defect: «вновь» and «неоднократно» (преамбула; law.md, the truth table)."""

from typing import Any

import pytest
from assessment_situations import SCREEN, SOUND, bought, ground, repair

SUBSTANTIAL = "substantial_defect"
OTHER = {"purchase.category": "other", "purchase.item": "Чайник"}


def now(text: str | None = "треснул корпус", **more: Any) -> dict[str, Any]:
    return {"description": text, "noticed_on": "2026-11-10", **more}


@pytest.mark.parametrize(
    ("changes", "status", "basis"),
    [
        ({"repairs[1].same_defect_as": 1}, "met", "came_back"),
        ({"repairs[1].defect": SCREEN}, "met", "came_back"),
        ({"repairs[1].defect": "  Мерцает ЭКРАН. "}, "met", "came_back"),
        ({"current_defect": now("снова не то", same_defect_as=2)}, "met", "came_back"),
        ({"current_defect": now(SOUND)}, "met", "came_back"),
        ({"current_defect": now(None, same_defect_as=1)}, "met", "came_back"),
        ({"current_defect": now()}, "met", "again_and_again"),
        ({"current_defect": now(), "repairs": [repair("2026-02-02", "2026-02-20")]},
         "not_met", None),
        ({}, "not_met", None),
        ({"repairs": []}, "not_met", None),
        ({"repairs": None}, "unknown", None),
        ({"current_defect": now(), "purchase.category": None}, "unknown", None),
        (OTHER | {"current_defect": now(SOUND)}, "not_met", None),
    ],
    ids=[
        "by reference", "by equal text", "by the same words", "now, by reference",
        "now, by equal text", "now, by reference alone", "two defects and a third",
        "one repair and another defect", "nothing wrong now", "no repairs", "repairs not told",
        "category not told", "goods outside the List",
    ],
)  # fmt: skip
def test_a_substantial_defect(changes: dict, status: str, basis: str | None) -> None:
    result = ground(SUBSTANTIAL, changes)
    assert (result.status, result.basis) == (status, basis)
    assert result.missing_days is None


def test_texts_only_alike_are_asked_about() -> None:
    one = {"repairs": [repair("2026-02-02", "2026-02-20")]}
    alike = ground(SUBSTANTIAL, one | {"current_defect": now("экран сильно мерцает утром")})
    assert (alike.status, alike.why) == ("disputed", ("same_defect",))
    between = ground(SUBSTANTIAL, {"repairs[1].defect": "экран сильно мерцает утром"})
    assert (between.status, between.why) == ("disputed", ("same_defect",))


@pytest.mark.parametrize("outcome", ["no_defect_found", "paid_repair", "refused"])
def test_a_defect_that_was_not_removed_has_not_come_back(outcome: str) -> None:
    repairs = [repair("2026-02-02", "2026-02-20", outcome=outcome)]
    told = {"repairs": repairs, "current_defect": now(SCREEN)}
    assert ground(SUBSTANTIAL, told).status == "not_met"


def test_a_defect_still_in_repair_has_not_come_back() -> None:
    told = {"repairs": [repair("2026-11-02", None)], "current_defect": now(SCREEN)}
    assert ground(SUBSTANTIAL, told).status == "not_met"


def test_the_same_defect_in_repair_again_has_come_back() -> None:
    told = {"repairs": [repair("2026-02-02", "2026-02-20"), repair("2026-11-02", None)]}
    assert ground(SUBSTANTIAL, told).status == "met"


@pytest.mark.parametrize(("noticed", "status"), [("2026-01-10", "met"), ("2026-01-11", "not_met")])
def test_a_defect_noticed_after_warranty_and_two_years_is_no_longer_the_sellers(
    noticed: str, status: str
) -> None:
    told = bought(
        "2024-01-10",
        0,
        repairs=[repair("2024-05-06", "2024-05-16")],
        current_defect=now(SCREEN, noticed_on=noticed),
    )
    assert ground(SUBSTANTIAL, told).status == status


@pytest.mark.parametrize(
    ("changes", "noticed"),
    [
        ({"same_defect_as": 2}, "2026-03-25"),
        ({"same_defect_as": 2}, "2026-04-19"),
        ({"description": SOUND}, "2026-04-01"),
        ({"description": "треснул корпус"}, "2026-01-15"),
    ],
    ids=["before that repair", "while it lasted", "by text", "another defect before both repairs"],
)
def test_a_defect_noticed_before_the_repair_ended_has_not_come_back(
    changes: dict, noticed: str
) -> None:
    """Преамбула: «проявился вновь после устранения»; and the base repairs end on 20.04.2026."""
    told = {"current_defect": changes | {"noticed_on": noticed}}
    assert ground(SUBSTANTIAL, told).status != "met"


def test_a_defect_noticed_on_the_day_of_return_has_come_back() -> None:
    told = {"current_defect": {"same_defect_as": 2, "noticed_on": "2026-04-20"}}
    assert ground(SUBSTANTIAL, told).status == "met"


def test_the_repair_that_came_back_is_the_earlier_by_date_not_by_number() -> None:
    repairs = [repair("2026-04-01", "2026-04-20"), repair("2026-02-02", "2026-02-20")]
    result = ground(SUBSTANTIAL, {"repairs": repairs})
    assert result.status == "met"
    assert result.repairs[0] == 2
    assert "ремонта № 2 после" in result.reason.replace("\N{NO-BREAK SPACE}", " ")


def test_a_second_request_while_the_first_repair_lasts_is_not_a_return_of_the_defect() -> None:
    repairs = [repair("2026-02-02", "2026-02-20"), repair("2026-02-10", "2026-02-25")]
    assert ground(SUBSTANTIAL, {"repairs": repairs}).status != "met"


def test_a_defect_taken_to_repair_again_on_the_day_of_return_has_come_back() -> None:
    repairs = [repair("2026-02-02", "2026-02-20"), repair("2026-02-20", "2026-02-25")]
    result = ground(SUBSTANTIAL, {"repairs": repairs})
    assert (result.status, result.basis, result.repairs) == ("met", "came_back", (1, 2))
