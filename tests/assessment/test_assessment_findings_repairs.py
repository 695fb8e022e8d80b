"""Of several repairs and of two persons: which one, which day and which sum a finding is about."""

from typing import Any

import pytest
from assessment_findings_raised import CHECKED, LATE
from assessment_situations import SCREEN, SOUND, assessed, bought, found, repair

ASKED = "demands.repair_delay_penalty"
OVER_THE_CHANGE = bought("2025-01-10", repairs=[repair("2025-02-03", "2026-03-02")])


def said(code: str, changes: dict[str, Any]) -> list[tuple]:
    raised = found(assessed(changes), code)
    return [(f.field, f.message.replace("\u00a0", " ")) for f in raised]


@pytest.mark.parametrize(
    ("changes", "code", "field", "sentence"),
    [
        ({"repairs[1].outcome": "no_defect_found"}, "repair_not_counted", "repairs[1].outcome",
         "Ремонт № 2 в счёт дней не вошёл: недостатка не нашли. В письме он назван; если это вам "
         "во вред, уберите его."),
        ({"repairs[1].outcome": "paid_repair"}, "repair_not_counted", "repairs[1].outcome",
         "Ремонт № 2 в счёт дней не вошёл: ремонт был платным. В письме он назван; если это вам "
         "во вред, уберите его."),
        ({"repairs[1]": repair("2026-11-02", None)}, "repair_running", "repairs[1].outcome",
         "Ремонт № 2 не окончен: дни посчитаны по 20.11.2026."),
        ({"repairs[1].ready_notice": "2026-04-19"}, "days_after_ready_notice",
         "repairs[1].ready_notice", "После сообщения о готовности ремонта № 2 прошёл 1 день: "
         "магазин может сказать, что это не в счёт."),
        ({"repairs[1].ready_notice": "2026-04-18"}, "days_after_ready_notice",
         "repairs[1].ready_notice", "После сообщения о готовности ремонта № 2 прошло 2 дня: "
         "магазин может сказать, что это не в счёт."),
        ({"repairs[1].ready_notice": "2026-04-15"}, "days_after_ready_notice",
         "repairs[1].ready_notice", "После сообщения о готовности ремонта № 2 прошло 5 дней: "
         "магазин может сказать, что это не в счёт."),
        ({"repairs[1].same_defect_as": 2}, "same_defect_reference", "repairs[1].same_defect_as",
         "Ремонт № 2 ссылается на ремонт № 2, а он не раньше: выберите один из прежних."),
        ({"repairs[1].defect": "сильно мерцает экран телефона"}, "similar_defects",
         "repairs[1].same_defect_as", "Недостатки ремонтов № 1 и № 2 описаны похоже. Это один и "
         "тот же недостаток? Ответьте: от этого зависит основание."),
        ({"current_defect": CHECKED | {"description": "сильно хрипит динамик"}}, "similar_defects",
         "current_defect.same_defect_as", "Нынешний недостаток описан похоже на тот, что чинили "
         "(ремонт № 2). Это он? Если да, отметьте: основание станет крепче."),
        ({"repairs[1].handed_over": None, "repairs[1].requested": None}, "repair_days_missing",
         "repairs[1].handed_over", "У ремонта № 2 не хватает дня сдачи или выдачи: в счёт дней он "
         "не вошёл."),
        ({"repairs[0].returned": "2026-04-02"}, "repairs_overlap", "repairs[1].handed_over",
         "Ремонты № 1 и № 2 идут одновременно: проверьте даты. Общие дни посчитаны один раз."),
        ({"repairs[1].defect": None}, "repair_defect_missing", "repairs[1].defect",
         "Не сказано, что чинили (ремонт № 2): спишите недостаток из акта."),
    ],
)  # fmt: skip
def test_a_repair_is_told_by_its_number(
    changes: dict, code: str, field: str, sentence: str
) -> None:
    assert said(code, changes) == [(field, sentence)]


@pytest.mark.parametrize(
    ("changes", "tail"),
    [
        ({"repairs": LATE}, "(1 день) положена отдельная неустойка: 549,90 ₽. В письме она пока не "
                            "заявлена."),
        ({"repairs": LATE, ASKED: True}, "(1 день) положена отдельная неустойка: 549,90 ₽. Она "
                                         "заявлена в письме."),
        (OVER_THE_CHANGE, "(347 дней) положена отдельная неустойка: 54 990,00 ₽. В письме она пока "
                          "не заявлена. Без потолка было бы 190 815,30 ₽, это спорно."),
    ],
    ids=["not claimed", "claimed", "over the change of law"],
)  # fmt: skip
def test_the_penalty_for_a_late_repair_is_told_with_its_days(changes: dict, tail: str) -> None:
    assert said("repair_delay_penalty", changes) == [
        (ASKED, f"За опоздание с ремонтом {tail}")
    ]  # fmt: skip


def test_a_late_repair_without_a_price_has_no_penalty_to_tell() -> None:
    assert said("repair_delay_penalty", {"repairs": LATE, "purchase.price": None}) == []


def test_a_late_repair_that_still_runs_was_not_taken_back() -> None:
    told = {"repairs": [repair("2026-09-01", None)]}
    assert said("taken_back_late", told) == []
    assert assessed(told).ground("repair_deadline_missed").status == "met"


@pytest.mark.parametrize(
    ("returned", "uses"), [("2026-06-05", False), ("2026-06-06", True), ("2026-06-07", True)]
)
def test_a_late_repair_takes_all_of_the_cap_from_its_hundredth_day(
    returned: str, uses: bool
) -> None:
    told = {"repairs": [repair("2026-01-12", returned)], ASKED: True}
    assert bool(said("repair_penalty_uses_cap", told)) is uses


def test_a_late_repair_not_claimed_leaves_the_cap_and_a_price_of_nothing_has_none() -> None:
    late = {"repairs": [repair("2026-01-12", "2026-07-20")]}
    assert said("repair_penalty_uses_cap", late) == []
    assert said("repair_penalty_uses_cap", late | {ASKED: True, "purchase.price": "1"}) != []
    assert said("repair_penalty_uses_cap", late | {ASKED: True, "purchase.price": "0"}) == []


def test_each_year_without_a_calendar_is_told_once_in_order() -> None:
    told = {"letter_date": "2030-12-30", "repairs": [repair("2030-12-20", None)]}
    assert [message[:47] for _, message in said("calendar_unknown", told)] == [
        "Календарь рабочих дней на 2030 год не известен:",
        "Календарь рабочих дней на 2031 год не известен:",
    ]


def test_a_repair_after_the_warranty_is_told_by_its_number() -> None:
    repairs = [repair("2025-03-03", "2025-03-13"), repair("2026-01-21", "2026-01-30", SOUND)]
    assert said("repair_after_warranty", bought("2025-01-10", repairs=repairs)) == [
        ("repairs[1].requested", "Ремонт № 2 начат после гарантии: в счёт дней он не вошёл.")
    ]


@pytest.mark.parametrize("months", [None, 0])
def test_without_a_warranty_no_repair_is_after_it(months: int | None) -> None:
    assert said("repair_after_warranty", {"purchase.warranty_months": months}) == []


def test_the_day_of_the_extended_end_is_still_of_the_warranty() -> None:
    repairs = [repair("2025-03-03", "2025-03-13")]
    changes = bought("2025-01-10", repairs=repairs)
    assert said("warranty_over", changes | {"letter_date": "2026-01-20"}) == []
    ((field, message),) = said("warranty_over", changes | {"letter_date": "2026-01-21"})
    assert field == "purchase.warranty_months"
    assert message.startswith("Гарантия закончилась 20.01.2026. По недостатку, который")


def test_touching_repairs_and_repairs_told_in_another_order_do_not_overlap() -> None:
    turned = [repair("2026-04-01", "2026-04-20", SOUND), repair("2026-02-02", "2026-04-01")]
    assert said("repairs_overlap", {"repairs": turned}) == []


def test_a_repair_that_overlaps_is_compared_with_the_longest_before_it() -> None:
    repairs = [
        repair("2026-02-02", "2026-02-10", SCREEN),
        repair("2026-02-05", "2026-03-10", SOUND),
        repair("2026-03-02", "2026-03-05", "не заряжается"),
        repair("2026-03-10", "2026-03-12", "не включается"),
    ]
    assert [message[:21] for _, message in said("repairs_overlap", {"repairs": repairs})] == [
        "Ремонты № 1 и № 2 иду",
        "Ремонты № 2 и № 3 иду",
    ]


def test_of_two_repairs_that_end_on_one_day_the_first_is_compared_with() -> None:
    repairs = [
        repair("2026-02-02", "2026-03-10", SCREEN),
        repair("2026-02-05", "2026-03-10", SOUND),
        repair("2026-03-02", "2026-03-05", "не заряжается"),
    ]
    assert [message[:21] for _, message in said("repairs_overlap", {"repairs": repairs})] == [
        "Ремонты № 1 и № 2 иду",
        "Ремонты № 1 и № 3 иду",
    ]


def test_a_repair_whose_days_contradict_each_other_overlaps_none() -> None:
    assert said("repairs_overlap", {"repairs[0].returned": "2026-02-01"}) == []
    assert said("repairs_overlap", {"repairs[0].requested": "2026-04-03",
                                    "repairs[0].returned": "2026-04-10"}) == []  # fmt: skip


def test_a_present_defect_described_like_two_repairs_is_asked_about_once() -> None:
    told = {
        "repairs[0].defect": "хрипит динамик",
        "repairs[1].defect": "хрипит верхний динамик",
        "current_defect": CHECKED | {"description": "хрипит динамик снова"},
    }
    current = [field for field, _ in said("similar_defects", told) if "current" in (field or "")]
    assert current == ["current_defect.same_defect_as"]


@pytest.mark.parametrize(
    ("name", "field", "message"),
    [
        ({}, "surname", "Представитель не назван: письмо будет от вас самих. Впишите его фамилию "
                        "и имя или уберите его."),
        ({"surname": "Ким"}, "given_name", "Представитель назван не полностью: впишите фамилию и "
                                           "имя."),
        ({"given_name": "Пётр"}, "surname", "Представитель назван не полностью: впишите фамилию "
                                            "и имя."),
    ],
)  # fmt: skip
def test_what_is_missing_of_a_representatives_name_is_named(
    name: dict, field: str, message: str
) -> None:
    told = assessed({"representative": {"document": "доверенность", **name}})
    (incomplete,) = found(told, "representative_name_incomplete")
    assert (incomplete.severity, incomplete.field) == ("risk", f"representative.{field}")
    assert incomplete.message.replace("\u00a0", " ") == message


def test_of_a_representative_without_a_name_no_document_is_asked_for() -> None:
    assert said("representative_document_missing", {"representative": {}}) == []


def test_a_buyer_without_a_surname_is_asked_for_it() -> None:
    (told,) = said("buyer_name_incomplete", {"buyer.surname": None})
    assert told[0] == "buyer.surname"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"buyer.surname": "иванова", "buyer.given_name": "ольга"}, "surname"),
        ({"buyer.given_name": "ОЛЬГА", "buyer.patronymic": "ильинична"}, "given_name"),
        ({"buyer.surname": "Ли", "buyer.patronymic": "ильинична"}, "patronymic"),
    ],
)
def test_of_a_name_typed_in_small_or_capital_letters_the_first_part_is_told(
    changes: dict, field: str
) -> None:
    (told,) = said("name_letters_unlikely", changes)
    assert told[0] == f"buyer.{field}"


@pytest.mark.parametrize("name", ["ли", "ЛИ"])
def test_two_letters_are_enough_to_see_how_they_were_typed(name: str) -> None:
    assert [field for field, _ in said("name_letters_unlikely", {"buyer.surname": name})] == [
        "buyer.surname"
    ]


@pytest.mark.parametrize("name", ["О", "о.", "Ли", "—"])
def test_one_letter_or_none_is_in_no_wrong_letters(name: str) -> None:
    assert said("name_letters_unlikely", {"buyer.given_name": name}) == []


def test_a_long_name_is_shown_by_its_first_forty_letters() -> None:
    (told,) = said("name_letters_unlikely", {"buyer.surname": "и" * 41})
    assert f"«{'и' * 40}»" in told[1]
