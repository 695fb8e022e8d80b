"""Rules that hold for every letter: nothing half-filled, nothing doubled, sums that add up."""

import re
from decimal import Decimal
from functools import cache

import pytest
from letters import SITUATIONS, changed, letter_of, matter_of, plain, text_of

from desktop_app.letter.fields.demands import demands

NAMES = sorted(SITUATIONS)


@cache
def letter(name):
    return letter_of(changed(SITUATIONS[name]))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_half_filled(name):
    text = text_of(letter(name))
    assert "None" not in text
    assert "____" not in text.split("[Дата и подпись]")[0]
    assert not re.search(r"\{\{|\}\}|\{%|%\}", text)
    assert not re.search(r"\(\s*\)|«\s*»|:\s*\.|,\s*[,.;]|\.\.|;\s*;", text)
    assert not re.search(r"\S  +\S", text)
    assert all(
        len(line.split("] ", 1)[-1].strip()) > 0 for line in text.splitlines() if "]" in line
    )


@pytest.mark.parametrize("name", NAMES)
def test_no_figure_or_short_word_is_torn_from_its_neighbour(name):
    """An ordinary space after № or before руб. could end a line."""
    text = re.sub(r"\(приложение.*?\)|акт №|чек №", "", text_of(letter(name)))
    own = "\n".join(
        line for line in text.splitlines() if not line.startswith(("[Адресат", "[Прил"))
    )
    assert not re.search(r"(ст\.|абз\.) \d", own)
    assert not re.search(r"\d (руб\.|%|дней|дня|день)", own)


@pytest.mark.parametrize("name", NAMES)
def test_exactly_one_main_demand_and_the_total_is_the_sum_of_the_demands(name):
    matter = matter_of(changed(SITUATIONS[name]))
    rows = demands(matter)
    assert sum(row.kind in ("price", "installment") for row in rows) == 1
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    total = sum((row.amount for row in rows if row.amount), Decimal(0))
    assert total == matter.assessment.amounts.total


@pytest.mark.parametrize("name", NAMES)
def test_annexes_are_numbered_and_each_reference_points_at_one(name):
    text = text_of(letter(name))
    numbers = [int(n) for n in re.findall(r"^\[Приложение\] (\d+)\.", text, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    references = {int(n) for n in re.findall(r"приложение №\s(\d+)", text)}
    assert references <= set(numbers)


@pytest.mark.parametrize("name", NAMES)
def test_the_letter_offers_the_check_and_never_threatens(name):
    text = plain(letter(name)).lower()
    assert "п. 5 ст. 18" in text
    for word in ("штраф прошу", "уголовн", "паспорт", "снилс", "в ип "):
        assert word not in text


def test_penalty_above_the_cap_is_never_claimed():
    matter = matter_of(
        changed(
            {
                **SITUATIONS["late-repair-with-penalty"],
                "letter_date": "2027-01-20",
                "purchase.price": "1000.00",
            }
        )
    )
    assert matter.assessment.amounts.repair_delay.days > 100
    assert matter.assessment.amounts.repair_delay.penalty == Decimal("1000.00")


def test_cap_is_named_only_where_the_law_has_one():
    assert "не более уплаченной" in plain(letter("own-funds"))
    early = changed({"letter_date": "2025-10-01", "purchase": {
        **changed({})["purchase"], "contract_date": "2025-09-25", "transfer_date": "2025-09-25"},
        "repairs": [], "current_defect": {"description": "не включается"}})  # fmt: skip
    text = plain(letter_of(early))
    assert "в день, но не более уплаченной" not in text
    assert "в день, а с 1 февраля 2026 года — не более уплаченной" in text


def test_gender_unknown_is_written_with_both_endings():
    case = changed({"buyer": {"surname": "Ким", "given_name": "Саша", "address": "г. Москва"}})
    assert "я приобрёл(а) у вас" in plain(letter_of(case))


def test_own_genitive_always_wins():
    text = plain(letter_of(changed({"buyer.genitive": "Орловой-Чайки Марины Петровны"})))
    assert "от Орловой-Чайки Марины Петровны" in text


def test_full_stop_is_not_doubled_after_typed_text():
    case = changed({"current_defect.description": "Не включается.", "purchase.receipt": "чек."})
    text = plain(letter_of(case))
    assert "Не включается.." not in text and "Не включается." in text


def test_one_act_for_two_repairs_is_one_annex():
    case = changed({"repairs.1.act": "акт № 31 от 23.04.2026"})
    text = text_of(letter_of(case))
    assert text.count("акт №\u00a031 от 23.04.2026 (копия)") == 1
    assert text.count("акт №\u00a031 от 23.04.2026 (приложение №\u00a02)") == 2
