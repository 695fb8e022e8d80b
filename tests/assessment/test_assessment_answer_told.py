"""The shop's answer at a terminal: each line is there when it says something, and not else."""

from typing import Any

import pytest
from assessment_situations import assessed

from desktop_app.assessment.model import Assessment
from desktop_app.assessment.report import as_text

HANDED = {"channel": "in_person", "handed_on": "2026-11-20"}
LATER = "2026-12-12"
TO_COURT = "  подать в суд не позже 30 ноября 2029 г. (ст. 196 ГК)"


def told(today: str, kind: str, delivery: dict[str, Any] = HANDED, **response: Any) -> list[str]:
    changes = {"delivery": delivery | {"response": {"kind": kind, **response}}}
    return answer(assessed(changes, today=today))


def answer(assessment: Assessment) -> list[str]:
    text = as_text(assessment).replace("\u00a0", " ")
    after = text.split("\n\nОтвет магазина\n")[1]
    return after.split("\n\n")[0].splitlines()


def test_a_part_leaves_a_remainder_and_two_readings() -> None:
    assert told(LATER, "partly", on="2026-12-05", amount="20000") == [
        "  выполнил не всё 5 декабря 2026 г.",
        "  выплачено 20 000,00 ₽ из 54 990,00 ₽",
        "  осталось 34 990,00 ₽",
        "  неустойка к доплате: 6 598,80 ₽",
        "  если суд посчитает дни после выплаты от остатка: 5 198,80 ₽ — спорно",
        TO_COURT,
    ]


def test_where_both_readings_agree_one_is_told() -> None:
    assert told(LATER, "partly", on=LATER, amount="20000") == [
        "  выполнил не всё 12 декабря 2026 г.",
        "  выплачено 20 000,00 ₽ из 54 990,00 ₽",
        "  осталось 34 990,00 ₽",
        "  неустойка к доплате: 6 598,80 ₽",
        TO_COURT,
    ]


def test_a_part_of_which_neither_day_nor_sum_is_told() -> None:
    assert told(LATER, "partly") == [
        "  выполнил не всё, день не назван",
        "  сколько осталось, не сказать: сумма не названа",
        "  неустойка к доплате: 6 598,80 ₽",
        TO_COURT,
    ]


def test_what_was_paid_late_leaves_the_penalty() -> None:
    assert told("2027-01-12", "paid", on="2026-12-25", amount="54990") == [
        "  выполнил всё 25 декабря 2026 г.",
        "  выплачено 54 990,00 ₽ из 54 990,00 ₽",
        "  неустойка к доплате: 13 747,50 ₽",
        "  подать в суд не позже 25 декабря 2029 г. (ст. 196 ГК)",
    ]


def test_what_was_paid_in_time_leaves_nothing() -> None:
    assert told(LATER, "paid", on="2026-11-25", amount="54990") == [
        "  выполнил всё 25 ноября 2026 г.",
        "  выплачено 54 990,00 ₽ из 54 990,00 ₽",
    ]


def test_without_the_day_of_the_payment_the_delay_is_not_counted() -> None:
    assert told(LATER, "paid") == [
        "  выполнил всё, день не назван",
        "  просрочку не посчитать: впишите день, когда магазин заплатил",
    ]


def test_where_only_the_costs_of_a_loan_are_left_their_sum_is_not_asked_for() -> None:
    loan = {"payment": {"method": "consumer_loan", "loan": {"bank": "АО «Банк»"}}}
    response = {"kind": "partly", "on": "2026-12-05", "amount": "54990"}
    changes = loan | {
        "demands.reimburse_loan_costs": True,
        "delivery": HANDED | {"response": response},
    }
    lines = answer(assessed(changes, today=LATER))
    assert lines[:2] == [
        "  выполнил не всё 5 декабря 2026 г.",
        "  выплачено 54 990,00 ₽ из 54 990,00 ₽",
    ]
    assert not any("осталось" in line for line in lines)


@pytest.mark.parametrize("channel", ["in_person", "post"])
def test_a_part_that_came_before_the_letter_was_handed_over_has_no_penalty(channel: str) -> None:
    sent = {"channel": channel}
    assert told(LATER, "partly", sent, on="2026-12-05", amount="20000") == [
        "  выполнил не всё 5 декабря 2026 г.",
        "  выплачено 20 000,00 ₽ из 54 990,00 ₽",
        "  осталось 34 990,00 ₽",
    ]
