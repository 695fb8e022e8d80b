"""Days that can't be or have not come: which answer is meant, by which name, on which day."""

from typing import Any

import pytest
from assessment_findings_raised import CHECKED
from assessment_situations import assessed, found, repair

from desktop_app.law.book import load_law_book

NAMES = {
    "purchase.contract_date": "Дата покупки",
    "purchase.transfer_date": "Дата передачи товара",
    "payment.loan.repaid_on": "Дата погашения кредита",
    "current_defect.noticed_on": "День, когда замечен недостаток,",
    "repairs[1].requested": "Дата обращения (ремонт № 2)",
    "repairs[1].handed_over": "Дата сдачи (ремонт № 2)",
    "repairs[1].ready_notice": "Дата сообщения о готовности (ремонт № 2)",
    "repairs[1].returned": "Дата выдачи (ремонт № 2)",
}
OF_THE_LETTER = {"letter_date": "Дата претензии", "delivery.handed_on": "Дата вручения"}


def said(code: str, changes: dict[str, Any], today: str = "2026-11-20") -> list[tuple]:
    """The answers that a finding of this code is about, with its sentence."""
    raised = found(assessed({"current_defect": CHECKED} | changes, today), code)
    return [(f.field, f.message.replace("\u00a0", " ")) for f in raised]


@pytest.mark.parametrize(("path", "name"), [*(NAMES | OF_THE_LETTER).items()])
def test_a_year_that_can_not_be_is_told_of_the_day_that_has_it(path: str, name: str) -> None:
    assert said("date_out_of_range", {path: "0206-01-10"}) == [
        (path, f"{name} — 10.01.0206: проверьте год, он должен быть от 1970 до 2199.")
    ]


@pytest.mark.parametrize(("path", "name"), [*NAMES.items()])
def test_a_fact_after_the_claim_and_today_is_told_with_both_days(path: str, name: str) -> None:
    assert said("date_in_future", {path: "2026-11-21"}) == [
        (path, f"{name} — 21.11.2026, это позже дня претензии (20.11.2026): проверьте год и месяц.")
    ]


@pytest.mark.parametrize(("path", "name"), [*NAMES.items()])
def test_a_fact_after_today_under_a_letter_dated_ahead(path: str, name: str) -> None:
    assert said("date_after_today", {"letter_date": "2026-11-25", path: "2026-11-21"}) == [
        (path, f"{name} — 21.11.2026, этот день ещё не наступил: проверьте год и месяц.")
    ]


def test_a_letter_before_what_happened_is_told_once_whatever_came_since() -> None:
    """What has come by today is so; the day of the letter is the one to look at."""
    late = {"letter_date": "2026-04-10", "current_defect": CHECKED | {"noticed_on": "2026-11-20"}}
    assert said("letter_before_facts", late) == [
        (
            "letter_date",
            "Претензия датирована 10.04.2026, а день, когда замечен недостаток, — 20.11.2026, это "
            "позже: проверьте дату претензии. Обычно её ставят сегодняшней.",
        )
    ]
    assert said("date_in_future", late) == []


@pytest.mark.parametrize(
    ("delivery", "path", "what"),
    [
        ({"sent_on": "2026-11-21"}, "sent_on", "Дата отправки ещё не наступила"),
        ({"handed_on": "2026-11-21"}, "handed_on", "Дата вручения ещё не наступила"),
        ({"response": {"kind": "paid", "on": "2026-11-21"}}, "response.on",
         "Дата ответа ещё не наступила"),
        ({"sent_on": "2026-11-20", "handed_on": "2026-11-19"}, "handed_on",
         "Претензия вручена раньше, чем отправлена"),
        ({"handed_on": "2026-11-20", "response": {"kind": "paid", "on": "2026-11-19"}},
         "response.on", "Ответ датирован раньше вручения"),
    ],
)  # fmt: skip
def test_a_doubtful_day_of_delivery_is_named(delivery: dict, path: str, what: str) -> None:
    assert said("delivery_days_doubtful", {"letter_date": "2026-11-10", "delivery": delivery}) == [
        (f"delivery.{path}", f"{what}: проверьте дату.")
    ]


def test_an_answer_on_the_day_of_handing_over_is_in_order() -> None:
    at_once = {"handed_on": "2026-11-20", "response": {"kind": "refused", "on": "2026-11-20"}}
    assert said("delivery_days_doubtful", {"delivery": at_once}) == []


@pytest.mark.parametrize(
    ("changes", "key", "sentence"),
    [
        ({"repairs[1].requested": "2026-04-03", "repairs[1].handed_over": "2026-04-02"},
         "handed_over", "Дата сдачи (ремонт № 2, 02.04.2026) раньше даты обращения (03.04.2026)"),
        ({"repairs[1].returned": "2026-03-31"},
         "returned", "Дата выдачи (ремонт № 2, 31.03.2026) раньше даты сдачи (01.04.2026)"),
        ({"repairs[1].ready_notice": "2026-03-31"}, "ready_notice",
         "Дата сообщения о готовности (ремонт № 2, 31.03.2026) раньше даты сдачи (01.04.2026)"),
        ({"repairs[1].handed_over": None, "repairs[1].ready_notice": "2026-03-31"}, "ready_notice",
         "Дата сообщения о готовности (ремонт № 2, 31.03.2026) раньше даты сдачи (01.04.2026)"),
    ],
)  # fmt: skip
def test_the_days_of_a_repair_out_of_order_are_named(
    changes: dict, key: str, sentence: str
) -> None:
    assert said("dates_out_of_order", changes) == [
        (f"repairs[1].{key}", f"{sentence}: проверьте год.")
    ]


def test_a_repair_without_any_first_day_has_no_order() -> None:
    untold = {"repairs[1].requested": None, "repairs[1].handed_over": None}
    assert said("dates_out_of_order", untold | {"repairs[1].ready_notice": "2026-03-31"}) == []


def test_a_notice_after_the_goods_were_back_is_of_its_repair() -> None:
    assert said("ready_after_return", {"repairs[1].ready_notice": "2026-04-21"}) == [
        (
            "repairs[1].ready_notice",
            "О готовности (ремонт № 2) сообщили позже, чем выдали товар: проверьте дату.",
        )
    ]


def test_a_repair_before_the_goods_were_handed_over_is_told_with_both_days() -> None:
    assert said("repair_before_transfer", {"repairs[0].requested": "2026-01-09"}) == [
        (
            "repairs[0].requested",
            "Ремонт № 1 начат 09.01.2026 — раньше, чем вам передали товар (10.01.2026): проверьте "
            "даты.",
        )
    ]


def test_goods_handed_over_half_a_year_after_the_purchase_are_told_with_the_days_between() -> None:
    assert said("transfer_long_after", {"purchase.contract_date": "2025-07-13"}) == [
        (
            "purchase.transfer_date",
            "Товар передан 10.01.2026, а куплен 13.07.2025: 181 день спустя. Проверьте год.",
        )
    ]


def test_without_the_day_of_the_transfer_the_purchase_stands_for_it() -> None:
    untold = {"purchase.transfer_date": None, "repairs[0].requested": "2026-01-09"}
    assert [path for path, _ in said("repair_before_transfer", untold)] == ["repairs[0].requested"]


def test_without_a_purchase_no_day_is_before_it() -> None:
    untold = {"purchase.transfer_date": None, "purchase.contract_date": None}
    for code in ("repair_before_transfer", "defect_before_transfer", "transfer_before_contract"):
        assert said(code, untold) == []


def test_the_term_of_a_running_repair_may_end_in_a_year_without_a_calendar() -> None:
    """The answer is due in the last year that is known, the repair forty-five days on is not."""
    calendar = load_law_book().calendar
    known = max(year for year in range(2020, 2100) if calendar.knows(year))
    told = {"letter_date": f"{known}-11-25", "repairs": [repair(f"{known}-11-24", None)]}
    (note,) = found(assessed(told, f"{known}-11-25"), "calendar_unknown")
    assert f"на {known + 1} год" in note.message.replace("\u00a0", " ")
    back = {"letter_date": f"{known}-11-25", "repairs": [repair("2026-02-02", "2026-02-20")]}
    assert found(assessed(back, f"{known}-11-25"), "calendar_unknown") == []
