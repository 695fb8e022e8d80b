"""Every sentence that a person reads: Russian, whole, without codes, correct after a number."""

import re
from datetime import date, timedelta

import pytest
from assessment_findings_raised import ALL, Raised
from assessment_situations import assessed, repair, sentences_of

ARTICLE = re.compile(r"(ст\.|ПП РФ)")


def sentences(changes: dict) -> list[str]:
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in sentences_of(changes)]


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.code}-{c.field}")
def test_a_message_is_a_russian_sentence(case: Raised) -> None:
    for text in sentences(case.changes) + sentences(case.near):
        assert text[-1] in ".?", text
        assert text[0].isdigit() or text[0].isupper(), text
        assert "  " not in text, text
        assert not re.search(r"None|True|False|\"|''|[{}_]", text), text
        assert text.count("«") == text.count("»"), text


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.code}-{c.field}")
def test_a_message_has_no_latin_letters_but_roman_numerals(case: Raised) -> None:
    for text in sentences(case.changes):
        assert not re.search("[A-Za-z]", re.sub(r"\b[IVX]+\b", "", text)), text


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.code}-{c.field}")
def test_a_citation_names_an_article(case: Raised) -> None:
    for finding in assessed(case.changes).findings:
        assert finding.citation is None or ARTICLE.search(finding.citation), finding


@pytest.mark.parametrize("length", [None, 0, 1, 10, 20, 27, 28, 29])
def test_what_is_lacking_stands_in_the_genitive(length: int | None) -> None:
    """«Не хватает 31 дня, 21 дня, 2 дней», never «31 день», «2 дня»."""
    returned = (date(2026, 3, 2) + timedelta(days=length or 0)).isoformat()
    repairs = [] if length is None else [repair("2026-03-02", returned)]
    lacking = [
        (int(number), noun)
        for text in sentences({"repairs": repairs})
        for number, noun in re.findall(r"не хватает (\d+) (\w+)", text)
    ]
    assert {number for number, _ in lacking} == {31 - (length or 0)}
    for number, noun in lacking:
        one = number % 10 == 1 and number % 100 != 11
        assert noun == ("дня" if one else "дней"), f"не хватает {number} {noun}"


@pytest.mark.parametrize(("notice", "phrase"), [("2026-04-19", "1 день"), ("2026-04-18", "2 дня")])
def test_the_verb_agrees_with_the_days_after_the_notice(notice: str, phrase: str) -> None:
    text = next(t for t in sentences({"repairs[1].ready_notice": notice}) if phrase in t)
    assert not (phrase == "1 день" and "прошло" in text), text


def test_the_last_of_the_fifteen_days_is_not_said_to_be_past_on_that_day() -> None:
    """The fifteenth day itself is in time, so the term is over after it, not on it."""
    text = assessed().ground("within_15_days").reason.replace("\N{NO-BREAK SPACE}", " ")
    assert "прошли 25.01.2026" not in text


def test_the_right_sum_is_named_where_the_whole_price_is_demanded() -> None:
    raised = next(case for case in ALL if case.code == "installment_whole_price")
    assert any("48 300,00 ₽" in text for text in sentences(raised.changes))


def test_the_share_of_a_larger_loan_is_named() -> None:
    told = {
        "purchase.price": "45000",
        "payment": {"method": "consumer_loan", "loan": {"amount": "60000"}},
        "demands.reimburse_loan_costs": True,
    }
    assert any("75 %" in text for text in sentences(told))


def test_no_ground_says_what_is_missing_and_what_is_open() -> None:
    told = {"repairs": [repair("2026-11-02", None)]}
    text = next(t for t in sentences(told) if "Основания" in t)
    assert "17.12.2026" in text  # 45 days from 02.11.2026
    assert "ремонта или уменьшения цены" in text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"country": "KZ"}, ["274-IV", "42-4", "10 календарных дней"]),
        ({"purchase.receipt": None}, ["отказать из-за этого нельзя"]),
        ({"purchase.warranty_months": 0}, ["доказывать", "два года"]),
    ],
)
def test_what_a_message_must_say(changes: dict, words: list[str]) -> None:
    text = " ".join(sentences(changes))
    assert all(word in text for word in words)


def test_after_two_years_no_free_repair_is_promised() -> None:
    """law.md, ст. 19 п. 6: then only the manufacturer, and only for a substantial defect."""
    raised = next(c for c in ALL if (c.code, c.severity) == ("two_years_over", "error"))
    assert not any(
        "можно требовать бесплатного ремонта" in text for text in sentences(raised.changes)
    )


def test_a_second_repair_back_the_same_day_is_not_said_to_be_a_matter_of_end_days() -> None:
    """35 days and a repair of one day: more than 30 by either count, so that is not the dispute."""
    told = {"repairs[0].returned": "2026-03-09", "repairs[1].returned": "2026-04-01"}
    text = assessed(told).ground("unusable_over_30_days").reason
    assert "только если считать и" not in text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_larger_loan_is_not_said_to_be_the_goods_whole() -> None:
    told = {
        "purchase.price": "54990",
        "payment": {"method": "consumer_loan", "loan": {"amount": "54991"}},
    }
    assert not any("100 %" in text for text in sentences(told))
