"""What a person is told where no ground carries the claim, and where one does with a doubt."""

from typing import Any

import pytest
from assessment_findings_raised import (
    CHECKED,
    END_DAYS,
    LATE,
    OLD,
    OTHER,
    OVER_30,
    RUNS,
)
from assessment_situations import SOUND, assessed, bought, found, repair

UNUSABLE, DEADLINE = "unusable_over_30_days", "repair_deadline_missed"
NO_GROUND = "Основания вернуть деньги за товар пока нет."
OTHER_WAYS = (
    "Если товар неисправен, можно требовать бесплатного ремонта или уменьшения цены; если после "
    "ремонта тот же недостаток вернётся, можно будет вернуть деньги или заменить товар."
)
TWO_YEARS = (
    "Прошли и гарантия, и два года: по существенному недостатку, который проявился теперь, "
    "обращайтесь к изготовителю."
)
NEW_RUN = repair("2026-11-02", None)
AFTER_LATE = [repair("2026-03-02", "2026-03-20", outcome="no_defect_found"), NEW_RUN]


def said(code: str, changes: dict[str, Any]) -> list[str]:
    return [f.message.replace("\u00a0", " ") for f in found(assessed(changes), code)]


@pytest.mark.parametrize(
    ("changes", "ways"),
    [
        ({"repairs": []}, [OTHER_WAYS]),
        (
            {"repairs": [repair("2026-03-02", "2026-03-20")]},
            ["До нужного числа дней в ремонте не хватает 13 дней.", OTHER_WAYS],
        ),
        (
            {"repairs": AFTER_LATE},
            [
                "До нужного числа дней в ремонте не хватает 13 дней.",
                "Идёт ремонт № 2: если его не закончат до 17.12.2026 включительно, требовать можно "
                "за нарушение срока.",
                OTHER_WAYS,
            ],
        ),
        (OLD | {"letter_date": "2026-01-11"}, [TWO_YEARS]),
        (
            OLD | {"letter_date": "2026-01-10"},
            ["До нужного числа дней в ремонте не хватает 21 дня.", OTHER_WAYS],
        ),
    ],
    ids=["no repair", "too few days", "a repair runs", "two years over", "their last day"],
)
def test_without_a_ground_the_ways_that_are_open_are_told(changes: dict, ways: list[str]) -> None:
    assert said("no_ground", changes) == [" ".join([NO_GROUND, *ways])]


def test_an_unknown_ground_is_said_to_be_open_with_what_it_waits_for() -> None:
    untold = {"purchase.contract_date": None, "purchase.transfer_date": None}
    assert said("no_ground", untold) == [
        "Пока нельзя сказать, есть ли основание. Не сказано, когда товар куплен и передан."
    ]


def test_no_ground_for_a_replacement_is_said_of_a_replacement() -> None:
    (text,) = said("no_ground", {"kind": "replacement", "repairs": []})
    assert text.startswith("Основания заменить товар пока нет. ")


def test_a_disputed_ground_is_told_with_its_reason_and_what_to_gather() -> None:
    assert said("ground_only_disputed", {"repairs": LATE}) == [
        "Основание спорное. Ремонт № 1 должны были закончить до 16.07.2026 включительно, а товар "
        "выдан позже и принят: суды спорят, можно ли после этого ссылаться на просрочку. Соберите "
        "всё, что подтверждает ваши даты и недостатки."
    ]


def test_two_disputed_grounds_are_told_one_after_the_other_with_both_articles() -> None:
    noticed = repair("2026-06-01", "2026-07-17", ready_notice="2026-06-20")
    told = {"repairs": [noticed, repair("2026-08-03", "2026-08-05", SOUND)]}
    (doubt,) = found(assessed(told), "ground_only_disputed")
    days, late = (assessed(told).ground(g) for g in (UNUSABLE, DEADLINE))
    assert {days.status, late.status} == {"disputed"}
    assert doubt.message.startswith(f"Основание спорное. {days.reason} {late.reason} Соберите")
    assert doubt.citation == f"{days.citation}; {late.citation}"


def test_a_ground_that_holds_beside_a_disputed_one_leaves_no_doubt() -> None:
    both = {"repairs": END_DAYS, "purchase.category": "other", "current_defect": CHECKED}
    assert said("ground_only_disputed", both) == []
    assert said("day_count_to_choose", both) == []


def test_a_count_that_does_not_decide_is_not_asked_for() -> None:
    """A late repair is disputed whatever the count of days is."""
    assert said("day_count_to_choose", {"repairs": LATE}) == []


@pytest.mark.parametrize("chosen", [None, "exclusive"])
def test_the_count_of_days_is_asked_for_until_the_end_days_are_chosen(chosen: str | None) -> None:
    assert said("day_count_to_choose", {"repairs": END_DAYS, "answers.day_count": chosen}) == [
        "Решите, опираться ли на счёт с днём сдачи и днём выдачи: без него больше 30 дней не "
        "выходит. Письмо называет оба счёта."
    ]


def test_the_thirty_days_of_one_year_are_named() -> None:
    (text,) = said("one_year_of_a_long_warranty", bought("2025-01-10", 24, repairs=OVER_30))
    assert text.startswith(
        "Закон говорит о «каждом годе» гарантии, а больше 30 дней набралось не во всех её годах."
    )


@pytest.mark.parametrize("on", ["2026-11-05", "2026-11-06", "2026-11-20"])
def test_the_last_of_the_fifteen_days_is_the_fifteenth_after_the_transfer(on: str) -> None:
    first = bought(on, 12, repairs=[], current_defect=CHECKED | {"noticed_on": on})
    (text,) = said("last_of_fifteen_days", first)
    last = {"2026-11-05": "20.11.2026", "2026-11-06": "21.11.2026", "2026-11-20": "05.12.2026"}[on]
    assert text.startswith(f"Последний день — {last}. До 24:00 вручите претензию")


def test_the_last_of_the_fifteen_days_matters_only_where_they_are_the_ground() -> None:
    assert said("last_of_fifteen_days", {"current_defect": CHECKED}) == []


def test_a_repair_in_its_term_is_told_with_its_number_and_last_day() -> None:
    told = OTHER | {"repairs": [repair("2026-03-02", "2026-03-20"), NEW_RUN]}
    (doubt,) = found(assessed(told), "repair_still_in_term")
    assert doubt.field == "repairs[1].outcome"
    assert doubt.message.replace("\u00a0", " ").startswith(
        "Вы попросили о ремонте № 2, и его срок идёт до 17.12.2026. Магазин скажет"
    )


@pytest.mark.parametrize(
    "changes", [{"repairs": RUNS}, OTHER | {"repairs": [repair(None, None)]}],
    ids=["no ground", "no first day"],
)  # fmt: skip
def test_a_repair_in_its_term_is_no_doubt_without_a_ground_or_a_term(changes: dict) -> None:
    assert said("repair_still_in_term", changes) == []


@pytest.mark.parametrize(
    ("code", "path", "changes", "untold", "none"),
    [
        ("no_receipt", "purchase.receipt", {"purchase.receipt": None},
         "Чек не назван. Если его нет, отказать из-за этого нельзя. Подойдут",
         "Чека нет — отказать из-за этого нельзя. Подойдут"),
        ("no_repair_act", "repairs[1].act", {"repairs[1].act": None},
         "Не названа бумага о ремонте № 2.", "Нет акта о ремонте № 2."),
        ("no_current_defect", "current_defect", {"current_defect": None},
         "Не сказано, неисправен ли товар сейчас.", "Товар сейчас работает:"),
    ],
)  # fmt: skip
def test_what_is_said_to_be_none_is_not_called_untold(
    code: str, path: str, changes: dict, untold: str, none: str
) -> None:
    """«Нет» is an answer: only what was left out is asked for."""
    assert said(code, changes)[0].startswith(untold)
    assert said(code, changes | {"answers.no_document": ["seller.inn"]})[0].startswith(untold)
    assert said(code, changes | {"answers.no_document": [path]})[0].startswith(none)


@pytest.mark.parametrize(
    ("changes", "severity"),
    [
        ({}, ["note"]),
        ({"repairs": LATE}, ["risk"]),
        ({"repairs": []}, []),
        ({"repairs": [repair("2026-08-03", None)]}, []),
        ({"current_defect": CHECKED}, []),
    ],
    ids=["many days of repair", "a late repair", "no ground", "in repair now", "a defect told"],
)
def test_goods_that_work_are_a_risk_unless_their_days_in_repair_carry_the_claim(
    changes: dict, severity: list[str]
) -> None:
    told = {"current_defect": None} | changes
    assert [f.severity for f in found(assessed(told), "no_current_defect")] == severity


def test_goods_whose_place_in_the_list_is_disputed_are_told_what_the_dispute_is() -> None:
    scooter = {"purchase.item": "Электросамокат", "purchase.category": "cars"}
    assert said("goods_disputed", scooter) == [
        "Спорно: двигатель есть, но не ясно, предназначен ли он для дорог общего пользования. "
        "Посмотрите назначение в паспорте товара."
    ]
