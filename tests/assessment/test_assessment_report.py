"""The assessment at a terminal: each part under its heading, each line where it says something."""

from typing import Any

import pytest
from assessment_findings_raised import BANK_LOAN, CHECKED, LATE, LOSS
from assessment_situations import SOUND, assessed, repair

from desktop_app.assessment.report import as_text

HANDED = {"delivery": {"handed_on": "2026-11-20"}}
ANSWER = [
    "  последний день срока: 30 ноября 2026 г.",
    "  неустойка с 1 декабря 2026 г.",
]
OF_2025 = {
    "letter_date": "2025-12-01",
    "delivery": {"handed_on": "2025-12-01"},
    "purchase.contract_date": "2025-03-03",
    "purchase.transfer_date": "2025-03-03",
    "repairs": [repair("2025-04-01", "2025-04-20"), repair("2025-06-02", "2025-06-21", SOUND)],
}


def parts(changes: dict[str, Any] | None = None, today: str = "2026-11-20") -> dict[str, list[str]]:
    """The text as its headings with the lines under each; the verdict stands above all."""
    text = as_text(assessed(changes, today)).replace("\u00a0", " ")
    verdict, *rest = text.split("\n\n")
    return {"": [verdict]} | {part.splitlines()[0]: part.splitlines()[1:] for part in rest}


def test_the_parts_stand_in_their_order() -> None:
    """What stops the letter comes before what the shop will say, and that before notes."""
    told = HANDED | {"country": "KZ", "purchase.receipt": None, "repairs": LATE}
    assert [*parts(told)] == [
        "", "Основания", "Дни в ремонте", "Суммы", "После вручения", "Ошибка", "Риск", "К сведению",
    ]  # fmt: skip


def test_a_part_without_lines_has_no_heading() -> None:
    """Without a repair, a handing over and a doubt nothing is said of them."""
    sound = {"repairs": [], "purchase.category": "other", "purchase.item": "Чайник"}
    assert [*parts(sound | {"current_defect": CHECKED})] == [
        "", "Основания", "Суммы", "К сведению",
    ]  # fmt: skip


def test_the_verdict_names_the_day_of_the_law() -> None:
    assert parts()[""] == ["Претензию можно предъявить. По закону на 20 ноября 2026 г."]
    assert parts({"country": "KZ"})[""] == [
        "Претензию пока нельзя подать. По закону на 20 ноября 2026 г."
    ]


def test_a_ground_is_told_with_its_state_its_article_and_the_reason() -> None:
    assert parts()["Основания"][:4] == [
        "  Больше 30 дней в ремонте за год гарантии: есть (абз. 8, 11 п. 1 ст. 18)",
        "    37 дней в 1-м году гарантии (с 11.01.2026 по 10.01.2027); нужно больше 30. "
        "За этот год 2 ремонта, недостатки разные.",
        "  Существенный недостаток: нет (абз. 8, 9 п. 1 ст. 18)",
        "    Ни один устранённый недостаток не вернулся, а нового не названо.",
    ]


def test_each_repair_has_its_number_and_one_that_does_not_count_says_so() -> None:
    assert parts({"repairs[1].outcome": "no_defect_found"})["Дни в ремонте"][:3] == [
        "  Ремонт № 1: 18 дней (если считать и день сдачи — 19)",
        "  Ремонт № 2: 19 дней (если считать и день сдачи — 20), в счёт не входит",
        "  1-й год гарантии, с 11.01.2026 по 10.01.2027: 18 дней "
        "(если считать и дни сдачи — 19)",
    ]  # fmt: skip


def test_the_sums_of_a_loan_and_losses_make_the_total() -> None:
    told = BANK_LOAN | {"losses": [LOSS], "payment.loan.other_payments": "300"}
    assert parts(told)["Суммы"] == [
        "  вернуть за товар: 54 990,00 ₽",
        "  проценты по кредиту: 4 520,15 ₽",
        "  иные платежи по кредиту: 300,00 ₽",
        "  убытки: 990,00 ₽",
        "  всего: 60 800,15 ₽",
        "  неустойка за день: 549,90 ₽",
        "  неустойка не больше: 54 990,00 ₽",
    ]


def test_the_sums_of_instalments_a_price_difference_and_a_late_repair() -> None:
    told = {
        "payment": {"method": "installment", "installment": {"paid": "48300", "fee": "1000"}},
        "repairs": LATE,
        "demands.repair_delay_penalty": True,
        "demands.price_difference": {"amount": "100", "source": "сайт магазина"},
    }
    assert parts(told)["Суммы"] == [
        "  вернуть за товар: 48 300,00 ₽",
        "  плата за рассрочку: 1 000,00 ₽",
        "  разница в цене: 100,00 ₽",
        "  неустойка за ремонт: 549,90 ₽",
        "  всего: 49 949,90 ₽",
        "  неустойка за день: 549,90 ₽",
        "  неустойка не больше: 48 300,00 ₽",
    ]


@pytest.mark.parametrize("today", ["2026-11-20", "2026-11-30"], ids=["handed over", "last day"])
def test_while_the_shop_has_time_no_penalty_is_told(today: str) -> None:
    assert parts(HANDED, today)["После вручения"] == ANSWER


def test_from_the_next_day_the_penalty_is_told_with_its_days() -> None:
    assert parts(HANDED, "2026-12-01")["После вручения"] == [
        *ANSWER,
        "  на 1 декабря 2026 г.: 1 день, 549,90 ₽",
    ]


def test_days_of_delay_without_a_price_have_no_sum() -> None:
    assert parts(HANDED | {"purchase.price": None}, "2026-12-10")["После вручения"] == ANSWER


@pytest.mark.parametrize(
    ("today", "lines"),
    [
        ("2026-03-21", ["  на 21 марта 2026 г.: 100 дней, 54 990,00 ₽"]),
        ("2026-03-22", ["  на 22 марта 2026 г.: 101 день, 54 990,00 ₽",
                        "  без потолка было бы 55 539,90 ₽ — спорно"]),
    ],
    ids=["at the cap", "above it"],
)  # fmt: skip
def test_a_delay_older_than_the_cap_names_the_sum_without_it_once_above(
    today: str, lines: list[str]
) -> None:
    """The cap is in force since 01.02.2026; whether it holds for an older delay is disputed."""
    assert parts(OF_2025, today)["После вручения"][2:] == lines


def test_a_finding_is_told_with_its_article_and_its_answer() -> None:
    risks = parts(BANK_LOAN | {"payment.loan.bank": None, "repairs[1].defect": None})["Риск"]
    assert (
        "  • Не назван банк, выдавший кредит: посмотрите в кредитном договоре. (п. 6 ст. 24) "
        "[payment.loan.bank]"
    ) in risks
    assert (
        "  • Не сказано, что чинили (ремонт № 2): спишите недостаток из акта. [repairs[1].defect]"
    ) in risks


def test_a_finding_of_the_whole_case_names_no_answer() -> None:
    assert (
        "  • Если экспертиза покажет, что товар сломался по вашей вине, её, хранение и перевозку "
        "товара оплатите вы. (п. 5 ст. 18)"
    ) in parts()["К сведению"]


def test_a_finding_stands_under_its_own_heading_only() -> None:
    told = parts({"country": "KZ", "purchase.receipt": None})
    assert [line.split(":")[0] for line in told["Ошибка"]] == [
        "  • Товар куплен в Казахстане, а письмо — по закону России"
    ]
    assert "Риск" not in told
    assert any("Чек не назван" in line for line in told["К сведению"])
