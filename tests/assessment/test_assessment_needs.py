"""A ground that can't be judged names the one answer that it waits for, and says why."""

from typing import Any

import pytest
from assessment_situations import SCREEN, SOUND, bought, ground, repair

UNUSABLE, SUBSTANTIAL = "unusable_over_30_days", "substantial_defect"
DEADLINE, DAYS_15 = "repair_deadline_missed", "within_15_days"
NOT_COMPLEX = "not_technically_complex"

NO_PURCHASE = {"purchase.contract_date": None, "purchase.transfer_date": None}
NO_REPAIRS = {"repairs": None}
NO_CATEGORY = {"purchase.category": None}
NEW = bought("2026-11-05", 12, repairs=[])
FAULT = {"current_defect": {"description": SCREEN, "noticed_on": "2026-11-10"}}
KETTLE = {"purchase.category": "other", "purchase.item": "Чайник"}


def short(**more: Any) -> dict[str, Any]:
    """The second of two repairs lacks something; the first alone carries nothing."""
    return {"repairs": [repair("2026-02-02", "2026-02-20"), repair(None, None, SOUND) | more]}


@pytest.mark.parametrize(
    ("ground_id", "changes", "needs", "reason"),
    [
        (UNUSABLE, NO_REPAIRS, "repairs", "чинили ли товар"),
        (UNUSABLE, NO_PURCHASE, "purchase.contract_date", "когда товар куплен"),
        (UNUSABLE, NO_PURCHASE | NO_REPAIRS, "purchase.contract_date", "день покупки и дни"),
        (UNUSABLE, NO_CATEGORY, "purchase.category", "37 дней"),
        (UNUSABLE, {"purchase.warranty_months": None}, "purchase.warranty_months", "37 дней"),
        (UNUSABLE, {"repairs[0].defect": None}, "repairs[0].defect", "что чинили"),
        (UNUSABLE, {"repairs[1].defect": None}, "repairs[1].defect", "что чинили"),
        (UNUSABLE, short(requested="2026-04-01", outcome="repaired"), "repairs[1].returned", "№ 2"),
        (UNUSABLE, short(requested="2026-04-01", outcome=None), "repairs[1].outcome", "№ 2"),
        (UNUSABLE, short(outcome="in_repair"), "repairs[1].handed_over", "№ 2"),
        (SUBSTANTIAL, NO_REPAIRS, "repairs", "чинили ли товар"),
        (SUBSTANTIAL, FAULT | NO_CATEGORY, "purchase.category", "перечн"),
        (SUBSTANTIAL, short(outcome="repaired"), "repairs[1].handed_over", "№ 2"),
        (DEADLINE, NO_REPAIRS, "repairs", "чинили ли товар"),
        (DEADLINE, short(outcome="repaired"), "repairs[1].handed_over", "№ 2"),
        (
            DEADLINE,
            NO_CATEGORY | {"repairs": [repair("2026-06-01", None)]},
            "purchase.category",
            "перечн",
        ),
        (DAYS_15, NO_PURCHASE | FAULT, "purchase.contract_date", "когда товар куплен"),
        (DAYS_15, NEW, "current_defect.description", "что не работает"),
        (DAYS_15, NEW | FAULT | NO_CATEGORY, "purchase.category", "перечн"),
        (NOT_COMPLEX, NO_CATEGORY, "purchase.category", "перечн"),
        (NOT_COMPLEX, KETTLE | NO_PURCHASE, "purchase.contract_date", "когда товар куплен"),
        (NOT_COMPLEX, KETTLE, "current_defect.description", "что не работает"),
    ],
)
def test_an_unknown_ground_names_what_it_waits_for(
    ground_id: str, changes: dict[str, Any], needs: str, reason: str
) -> None:
    result = ground(ground_id, changes)
    assert (result.status, result.needs) == ("unknown", needs)
    assert result.citation == ground(ground_id).citation
    assert reason in result.reason.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "lacking", [NO_CATEGORY, {"purchase.warranty_months": None}, {"repairs[0].defect": None}]
)
def test_the_days_are_told_though_something_else_is_lacking(lacking: dict[str, Any]) -> None:
    enough = ground(UNUSABLE, lacking)
    assert (enough.status, enough.missing_days, enough.year) == ("unknown", 0, 1)
    by_one = ground(UNUSABLE, lacking | {"repairs[1].returned": "2026-04-13"})
    assert (by_one.status, by_one.missing_days, by_one.year) == ("unknown", 1, 1)


def test_the_first_unnamed_defect_is_asked_for_in_the_year_that_decides() -> None:
    """Of three repairs the last one, of another warranty year, decides nothing."""
    repairs = [
        repair("2025-03-03", "2025-03-23", SCREEN),
        repair("2025-05-05", "2025-05-25", None),
        repair("2026-03-02", "2026-03-05", None),
    ]
    result = ground(UNUSABLE, bought("2025-01-10", 24, repairs=repairs))
    assert (result.status, result.needs) == ("unknown", "repairs[1].defect")


def test_a_repair_that_refers_to_another_has_named_its_defect() -> None:
    repairs = [
        repair("2026-02-02", "2026-02-20", SCREEN),
        repair("2026-04-01", "2026-04-10", None, same_defect_as=1),
        repair("2026-06-01", "2026-06-10", None),
    ]
    result = ground(UNUSABLE, {"repairs": repairs})
    assert (result.status, result.needs) == ("unknown", "repairs[2].defect")


def test_on_the_day_of_the_purchase_no_day_has_passed() -> None:
    """Without a term of warranty the years are counted up to the claim, and there is none."""
    result = ground(UNUSABLE, bought("2026-11-20", None, repairs=[]))
    assert (result.status, result.missing_days) == ("not_met", 31)
    assert result.reason.replace("\u00a0", " ") == "С покупки не прошло и дня."


def test_without_a_warranty_there_are_no_years_of_it() -> None:
    result = ground(UNUSABLE, {"purchase.warranty_months": 0})
    assert (result.status, result.missing_days) == ("not_met", None)
    assert "не установлен" in result.reason.replace("\u00a0", " ")
