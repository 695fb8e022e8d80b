"""The contract's example (case-file.md) on the way out, and the parts that are always there."""

import json
import re

import pytest
from assessment_situations import assessed_case, case_of, case_with

from desktop_app.assessment.assess import assess
from desktop_app.assessment.report import as_json
from desktop_app.assessment.wording import wording
from desktop_app.claims import kind_of
from desktop_app.law.book import load_law_book

LAPTOP = {
    "format": "claim-case", "version": 1, "id": "5f0c1a52-6a1e-4f0e-9d3b-2b9f7d1c8e01",
    "kind": "refund", "letter_date": "2026-11-20", "country": "RU",
    "buyer": {
        "surname": "Кузнецова", "given_name": "Ольга", "patronymic": "Ильинична",
        "gender": "female", "genitive": None,
        "address": "160000, г. Вологда, ул. Мира, д. 10, кв. 5",
        "phone": "+7 911 500-00-00", "email": "olga@example.org",
    },
    "representative": None,
    "seller": {
        "name": "ООО «Ромашка & Ко»", "address": "101000, г. Москва, ул. Мясницкая, д. 1",
        "inn": "9900000017", "ogrn": "1199999000002", "dative": None,
    },
    "purchase": {
        "item": "Ноутбук", "model": "Aspire 5 N17W7", "serial_number": "NX-123",
        "category": "computers", "price": "44091.00", "contract_date": "2025-12-14",
        "transfer_date": "2025-12-14", "receipt": "кассовый чек № 15 от 14.12.2025",
        "distance": False, "warranty_months": 24, "heavy_or_bulky": False,
    },
    "payment": {
        "method": "consumer_loan", "installment": None,
        "loan": {
            "bank": "АО «Банк»", "amount": "44091.00", "annual_rate_percent": "19.9",
            "until": "2026-12-14", "repaid_on": None, "interest_paid": "4520.15",
            "other_payments": "0.00", "certificate": "справка банка от 18.11.2026",
        },
    },
    "repairs": [
        {
            "requested": "2026-03-02", "handed_over": "2026-03-02", "ready_notice": None,
            "returned": "2026-03-17", "place": "сервисный центр «Мастер»",
            "defect": "не загружается, нет изображения", "same_defect_as": None,
            "work_done": "замена платы", "act": "акт № 1 от 17.03.2026", "agreed_days": None,
            "outcome": "repaired",
        },
        {
            "requested": "2026-04-24", "handed_over": "2026-04-24", "ready_notice": None,
            "returned": "2026-05-15", "place": "сервисный центр «Мастер»",
            "defect": "нет звука", "same_defect_as": None, "work_done": "замена динамика",
            "act": "акт № 2 от 15.05.2026", "agreed_days": None, "outcome": "repaired",
        },
    ],
    "current_defect": {
        "description": "снова нет звука", "noticed_on": "2026-11-10", "same_defect_as": 2,
        "diagnostic_act": None,
    },
    "losses": [
        {"description": "дополнительная гарантия", "amount": "2990.00", "document": "чек № 16"}
    ],
    "demands": {
        "reimburse_loan_costs": True, "price_difference": None, "repair_delay_penalty": False,
        "replacement": None,
    },
    "bank_details": {
        "recipient": "Кузнецова Ольга Ильинична", "bank": "АО «Банк»", "bic": "049999123",
        "account": "40817810500000000042", "correspondent_account": None,
    },
    "attachments": [{"title": "копия гарантийного талона", "sheets": 1, "file": None}],
    "delivery": None,
    "answers": None,
}  # fmt: skip

EXPECTED = {
    "law_as_of": "2026-11-20",
    "repairs": [
        {"days": 15, "days_inclusive": 16, "days_after_ready": 0, "counted": True},
        {"days": 21, "days_inclusive": 22, "days_after_ready": 0, "counted": True},
    ],
    "warranty": {"starts": "2025-12-14", "ends": "2027-12-14", "extended_until": "2028-01-19"},
    "warranty_years": [
        {"number": 1, "from": "2025-12-15", "to": "2026-12-14", "days": 36, "days_inclusive": 38},
        {"number": 2, "from": "2026-12-15", "to": "2027-12-14", "days": 0, "days_inclusive": 0},
        {"number": 3, "from": "2027-12-15", "to": "2028-01-19", "days": 0, "days_inclusive": 0},
    ],
    "grounds": [
        {"id": "unusable_over_30_days", "status": "met", "why": [], "missing_days": 0,
         "citation": "абз. 8, 11 п. 1 ст. 18"},
        {"id": "substantial_defect", "status": "met", "why": [], "missing_days": None,
         "citation": "абз. 8, 9 п. 1 ст. 18"},
        {"id": "repair_deadline_missed", "status": "not_met", "why": [], "missing_days": None,
         "citation": "абз. 8, 10 п. 1 ст. 18"},
        {"id": "within_15_days", "status": "not_met", "why": [], "missing_days": None,
         "citation": "абз. 8 п. 1 ст. 18"},
        {"id": "not_technically_complex", "status": "not_met", "why": [], "missing_days": None,
         "citation": "п. 1 ст. 18"},
    ],
    "amounts": {
        "price": "44091.00", "principal": "44091.00", "fee": "0.00", "interest": "4520.15",
        "other_payments": "0.00", "losses": "2990.00", "price_difference": "0.00",
        "total": "51601.15", "penalty_per_day": "440.91", "penalty_cap": "44091.00",
        "repair_delay": {"days": 0, "penalty": "0.00"},
    },
    "deadlines": {"answer_by": None, "penalty_from": None, "cap_reached_on": None},
    "delay": {"on": None, "days": None, "penalty": None, "uncapped": None, "disputed": None},
    "wording": {
        "buyer_genitive": "Кузнецовой Ольги Ильиничны", "buyer_genitive_certainty": "certain",
        "buyer_initials": "О. И. Кузнецова",
        "price_in_words": "Сорок четыре тысячи девяносто один рубль 00 копеек",
    },
}  # fmt: skip


def printed() -> dict:
    case = case_of(LAPTOP)
    return json.loads(json.dumps(as_json(assessed_case(case), wording(case))))


@pytest.mark.parametrize("part", [part for part in EXPECTED if part != "grounds"])
def test_the_example_of_the_contract(part: str) -> None:
    told = json.loads(json.dumps(printed()[part]).replace("\\u00a0", " "))
    assert told == EXPECTED[part]


def test_the_grounds_of_the_example() -> None:
    grounds = printed()["grounds"]
    reasons = [ground.pop("reason") for ground in grounds]
    assert [dict(ground) for ground in grounds] == EXPECTED["grounds"]
    assert all(reason.endswith(".") for reason in reasons)


def test_the_arithmetic_of_the_example_stands_in_words() -> None:
    reason = printed()["grounds"][0]["reason"].replace("\N{NO-BREAK SPACE}", " ")
    assert "36 дней в 1-м году гарантии (с 15.12.2025 по 14.12.2026); нужно больше 30" in reason


def test_the_object_has_the_keys_of_the_contract_and_no_others() -> None:
    assert set(printed()) == {*EXPECTED, "findings"}


def test_the_example_can_go_out_and_tells_of_the_missing_diagnosis() -> None:
    findings = printed()["findings"]
    assert all(finding["severity"] != "error" for finding in findings)
    assert any(
        (f["severity"], f["field"]) == ("risk", "current_defect.diagnostic_act") for f in findings
    )
    assert all(set(f) == {"severity", "code", "field", "message", "citation"} for f in findings)


def test_an_empty_case_prints_the_same_keys() -> None:
    case = case_of({"format": "claim-case", "version": 1})
    told = as_json(assessed_case(case), wording(case))
    assert set(told) == {*EXPECTED, "findings"}
    assert set(told["amounts"]) == set(EXPECTED["amounts"])
    assert len(told["grounds"]) == 5


def test_money_is_printed_as_the_file_writes_it() -> None:
    case = case_with({"purchase.price": "72490.5"})
    sums = as_json(assessed_case(case), wording(case))["amounts"]
    assert (sums["price"], sums["penalty_per_day"]) == ("72490.50", "724.91")
    money = [v for v in sums.values() if isinstance(v, str)]
    assert all(re.fullmatch(r"\d{1,9}\.\d\d", value) for value in money)


def test_the_same_arguments_give_the_same_answer() -> None:
    case, book = case_of(LAPTOP), load_law_book()
    day = case.letter_date
    assert day
    assert assess(case, kind_of(case), book, day) == assess(case, kind_of(case), book, day)
