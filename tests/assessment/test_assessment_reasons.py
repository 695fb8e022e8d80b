"""What a disputed ground says: which reading it needs, and that courts are divided."""

import pytest
from assessment_situations import SCREEN, SOUND, bought, ground, repair

UNUSABLE, DEADLINE = "unusable_over_30_days", "repair_deadline_missed"
YEAR = "дней в 1-м году гарантии (с 11.01.2026 по 10.01.2027)"
END_DAYS = "больше 30 выходит, только если считать и день сдачи, и день выдачи"
AFTER_NOTICE = "часть дней прошла после сообщения о готовности, без них столько не набирается"
ONE_DEFECT = "все ремонты — одного и того же недостатка, а закон говорит о различных"
ONE_DAY = (
    "но столько набрал один ремонт, а другой начат и окончен в один день: магазин скажет, "
    "что ремонт один"
)
DIVIDED = "Суды решают по-разному."


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (
            {"repairs[1].returned": "2026-04-13"},
            f"30 {YEAR}, 32 с обоими крайними днями; {END_DAYS}. {DIVIDED}",
        ),
        (
            {"repairs[1].ready_notice": "2026-04-13"},
            f"37 {YEAR}; {AFTER_NOTICE}. {DIVIDED}",
        ),
        (
            {"repairs[1].returned": "2026-04-13", "repairs[1].ready_notice": "2026-04-11"},
            f"30 {YEAR}, 32 с обоими крайними днями; {END_DAYS}; кроме того, {AFTER_NOTICE}. "
            f"{DIVIDED}",
        ),
        ({"repairs[1].defect": SCREEN}, f"37 {YEAR}; {ONE_DEFECT}. {DIVIDED}"),
        (
            {
                "repairs": [
                    repair("2026-02-02", "2026-03-09"),
                    repair("2026-04-01", "2026-04-01", SOUND),
                ]
            },
            f"35 {YEAR}, 37 с обоими крайними днями; {ONE_DAY}. {DIVIDED}",
        ),
    ],
    ids=["both end days", "after the notice", "both", "one defect", "a repair of one day"],
)
def test_a_dispute_about_the_days_is_told_with_both_counts(changes: dict, reason: str) -> None:
    result = ground(UNUSABLE, changes)
    assert result.status == "disputed"
    assert result.reason.replace("\u00a0", " ") == reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, "Ни один устранённый недостаток не вернулся, а нового не названо."),
        (
            {"repairs": [], "current_defect": {"description": SCREEN}},
            "Нынешний недостаток не устраняли: о «вновь» говорить рано.",
        ),
        (
            bought("2024-01-10", 0, repairs=[], current_defect={"description": SCREEN}),
            "Нынешний недостаток замечен, когда гарантия и два года со дня передачи уже прошли: "
            "такое требование можно предъявить только изготовителю (п. 6 ст. 19).",
        ),
        (
            bought("2024-01-10", 0, repairs=[]),
            "Ни один устранённый недостаток не вернулся, а нового не названо.",
        ),
    ],
    ids=["nothing now", "not repaired yet", "two years have passed", "two years, nothing now"],
)
def test_a_defect_that_is_not_substantial_is_told_why(changes: dict, reason: str) -> None:
    result = ground("substantial_defect", changes)
    assert result.status == "not_met"
    assert result.reason.replace("\u00a0", " ") == reason


@pytest.mark.parametrize(
    ("returned", "reason"),
    [
        (None, "Ремонт № 1 должны были закончить до 16.07.2026 включительно, а товар до сих пор"),
        (
            "2026-07-17",
            "Ремонт № 1 должны были закончить до 16.07.2026 включительно, а товар выдан",
        ),
        ("2026-07-16", "Все ремонты закончены в срок."),
    ],
)
def test_the_last_day_of_a_late_repair_is_told(returned: str | None, reason: str) -> None:
    told = ground(DEADLINE, {"repairs": [repair("2026-06-01", returned)]}).reason
    assert told.replace("\u00a0", " ").startswith(reason)


def test_the_late_repair_is_named_and_one_that_goes_on_comes_first() -> None:
    late, goes_on = repair("2026-06-01", "2026-07-17"), repair("2026-09-01", None, SOUND)
    in_time = repair("2026-02-02", "2026-02-20")
    assert ground(DEADLINE, {"repairs": [in_time, late]}).repairs == (2,)
    assert ground(DEADLINE, {"repairs": [late, goes_on]}).repairs == (2,)
    assert ground(DEADLINE, {"repairs": [in_time]}).repairs == ()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, "Товар стоит в перечне технически сложных."),
        (
            bought("2024-01-10", 0, repairs=[], current_defect={"description": SCREEN})
            | {"purchase.category": "other"},
            "Гарантия и два года со дня передачи прошли.",
        ),
        (
            {"purchase.category": "other", "current_defect": {"description": SCREEN}},
            "Товара нет в перечне технически сложных: достаточно любого недостатка.",
        ),
    ],
)
def test_goods_outside_the_list_are_told_why(changes: dict, reason: str) -> None:
    told = ground("not_technically_complex", changes).reason
    assert told.replace("\u00a0", " ") == reason


def test_a_running_repair_tells_until_when_it_is_in_time() -> None:
    """45 days from 10.11.2026 end on Friday 25.12.2026."""
    told = ground(DEADLINE, {"repairs": [repair("2026-11-10", None)]}).reason
    assert told.replace("\u00a0", " ") == "Срок ремонта № 1 ещё идёт: до 25.12.2026 включительно."
    assert ground(DEADLINE, {"repairs": []}).reason.replace("\u00a0", " ") == "Ремонтов не было."
