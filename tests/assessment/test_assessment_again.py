"""«Неоднократно» and defects described alike: the repairs they name, and when they don't count."""

from typing import Any

import pytest
from assessment_situations import CHARGE, SCREEN, SOUND, ground, repair

from desktop_app.assessment.model import Ground

ALIKE = "экран сильно мерцает утром"
ASK = "Если это тот же недостаток, отметьте это в ответе."


def substantial(repairs: list[dict], now: str | None = None, noticed: str = "2026-11-10") -> Ground:
    told: dict[str, Any] = {"repairs": repairs}
    if now:
        told |= {"current_defect": {"description": now, "noticed_on": noticed}}
    return ground("substantial_defect", told)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_again_and_again_names_the_first_repair_of_each_defect() -> None:
    repairs = [
        repair("2026-02-02", "2026-02-12", SCREEN),
        repair("2026-04-01", "2026-04-10", SOUND),
        repair("2026-05-04", "2026-05-10", CHARGE),
    ]
    result = substantial(repairs, "треснул корпус")
    assert (result.status, result.basis) == ("met", "again_and_again")
    assert result.repairs == (1, 2, 3)
    assert plain(result.reason) == (
        "Разные недостатки устраняли неоднократно, и товар снова неисправен."
    )


@pytest.mark.parametrize(
    ("repairs", "named"),
    [
        ([repair("2026-02-02", "2026-02-12"), repair("2026-04-01", "2026-04-10", ALIKE)], (1, 2)),
        ([repair("2026-04-01", "2026-04-10"), repair("2026-02-02", "2026-02-12", ALIKE)], (2, 1)),
        ([repair("2026-02-02", "2026-02-12"), repair("2026-11-10", None, ALIKE)], (1, 2)),
    ],
    ids=["in order", "the later one told first", "in repair again"],
)
def test_repairs_described_alike_are_asked_about_by_their_days(
    repairs: list[dict], named: tuple[int, int]
) -> None:
    result = substantial(repairs)
    assert (result.status, result.basis, result.repairs) == ("disputed", "alike", named)
    first, second = sorted(named)
    assert plain(result.reason) == (
        f"Недостатки ремонтов № {first} и № {second} описаны похоже. {ASK}"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            repair("2026-02-02", "2026-02-12", outcome="no_defect_found"),
            ("2026-04-01", "2026-04-10"),
        ),
        (repair("2026-02-02", "2026-02-12"), ("2026-02-10", "2026-02-20")),
        (repair("2026-02-12", "2026-02-02"), ("2026-04-01", "2026-04-10")),
    ],
    ids=["nothing was removed", "asked for while the first one lasted", "days that can't be"],
)
def test_alike_repairs_without_a_removal_before_are_no_question(
    first: dict, second: tuple[str, str]
) -> None:
    assert substantial([first, repair(*second, ALIKE)]).status == "not_met"


@pytest.mark.parametrize("outcome", ["paid_repair", "refused", "no_defect_found"])
def test_a_second_repair_that_was_none_is_no_question(outcome: str) -> None:
    again = repair("2026-04-01", "2026-04-10", ALIKE, outcome=outcome)
    assert substantial([repair("2026-02-02", "2026-02-12"), again]).status == "not_met"


def test_a_repair_whose_days_contradict_each_other_removed_nothing() -> None:
    assert (
        substantial([repair("2026-02-20", "2026-02-10"), repair("2026-04-01", "2026-04-10")]).status
        == "not_met"
    )


def test_a_repair_that_names_no_defect_hides_no_other() -> None:
    unnamed = repair("2026-01-20", "2026-01-25", None)
    two = [repair("2026-02-02", "2026-02-12"), repair("2026-04-01", "2026-04-10")]
    result = substantial([unnamed, *two])
    assert (result.status, result.repairs) == ("met", (2, 3))


def test_a_present_defect_that_came_back_names_the_repair_that_removed_it() -> None:
    two = [repair("2026-02-02", "2026-02-12", SOUND), repair("2026-04-01", "2026-04-10")]
    result = substantial(two, SCREEN)
    assert (result.basis, result.repairs) == ("came_back", (2,))
    assert plain(result.reason) == "Недостаток из ремонта № 2 после устранения проявился вновь."


def test_a_present_defect_described_alike_names_the_repair() -> None:
    repairs = [repair("2026-02-02", "2026-02-12", SOUND), repair("2026-04-01", "2026-04-10")]
    result = substantial(repairs[1:], ALIKE)
    assert (result.status, result.basis, result.repairs) == ("disputed", "alike", (1,))
    second = substantial([repairs[0] | {"outcome": "refused"}, repairs[1]], ALIKE)
    assert second.repairs == (2,)
    assert plain(second.reason) == (
        f"Нынешний недостаток описан похоже на тот, что чинили (ремонт № 2). {ASK}"
    )


@pytest.mark.parametrize(
    ("outcome", "noticed"),
    [("repaired", "2026-04-09"), ("refused", "2026-11-10"), ("no_defect_found", "2026-11-10")],
)
def test_a_present_defect_that_was_not_removed_before_is_no_question(
    outcome: str, noticed: str
) -> None:
    repairs = [repair("2026-04-01", "2026-04-10", outcome=outcome)]
    assert substantial(repairs, ALIKE, noticed).status == "not_met"
