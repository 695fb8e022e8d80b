"""Letters for tests: the example case with some answers changed, and a letter as text.

The people, shops and numbers are invented.
"""

import json
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from io import BytesIO
from typing import Any

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from desktop_app import paths
from desktop_app.assessment.assess import assess
from desktop_app.case.file import parse_case
from desktop_app.case.model import Case
from desktop_app.claims import kind_of
from desktop_app.claims.refund.words import CLAIM
from desktop_app.law.book import load_law_book
from desktop_app.letter.engine.template import Filled
from desktop_app.letter.matter import Copy, Matter

TODAY = date(2026, 11, 20)


def example() -> dict[str, Any]:
    return json.loads(paths.resource("examples", "refund.json").read_text(encoding="utf-8"))


def changed(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The example with answers at dotted paths replaced: {"buyer.surname": "Ким"}."""
    case = deepcopy(example())
    for path, value in answers.items():
        place = case
        *groups, last = path.split(".")
        for group in groups:
            inner = place[int(group)] if isinstance(place, list) else place.get(group)
            if inner is None:
                inner = place[group] = {}
            place = inner
        if isinstance(place, list):
            place[int(last)] = deepcopy(value)
        else:
            place[last] = deepcopy(value)
    return case


def case_of(raw: Mapping[str, Any]) -> Case:
    return parse_case(json.dumps(raw, ensure_ascii=False).encode())


def matter_of(raw: Mapping[str, Any], copy: Copy = "seller", draft: bool = False) -> Matter:
    case = case_of(raw)
    kind = kind_of(case)
    assessment = assess(case, kind, load_law_book(), TODAY)
    return Matter(case, assessment, kind, copy, draft)


def letter_of(raw: Mapping[str, Any], copy: Copy = "seller", draft: bool = False) -> Filled:
    matter = matter_of(raw, copy, draft)
    errors = [f.message for f in matter.assessment.findings if f.severity == "error"]
    assert draft or not errors, errors
    return CLAIM.fill(matter)


def text_of(filled: Filled) -> str:
    """The letter as text: header, then each paragraph and table cell with its style's name."""
    document = Document(BytesIO(filled.docx))
    lines = [_paragraph(p) for p in document.sections[0].header.paragraphs]
    for block in document.iter_inner_content():
        lines += _table(block) if isinstance(block, Table) else [_paragraph(block)]
    return "\n".join(lines) + "\n"


def plain(filled: Filled) -> str:
    """The letter's words with every kind of space as one ordinary space."""
    return " ".join(text_of(filled).split())


def _paragraph(paragraph: Paragraph) -> str:
    return f"[{paragraph.style.name}] {paragraph.text}"


def _table(table: Table) -> list[str]:
    return [
        "| " + " | ".join(" / ".join(p.text for p in cell.paragraphs) for cell in row.cells)
        for row in table.rows
    ]


def repair(
    handed_over: str, returned: str | None, defect: str | None, **answers: Any
) -> dict[str, Any]:
    """A repair with the answers that most situations share."""
    return {
        "requested": handed_over,
        "handed_over": handed_over,
        "returned": returned,
        "place": "сервисный центр продавца",
        "defect": defect,
        "work_done": "замена платы" if returned else None,
        "act": f"акт от {returned}" if returned else None,
        "outcome": "repaired" if returned else "in_repair",
    } | answers


LOAN = {
    "payment.method": "consumer_loan",
    "payment.loan": {
        "bank": "АО «Пример-Банк»",
        "amount": "60000.00",
        "annual_rate_percent": "21.5",
        "until": "2027-01-17",
        "interest_paid": "6000.00",
        "other_payments": "500.00",
        "certificate": "справка банка от 01.10.2026",
    },
    "demands.reimburse_loan_costs": True,
    "purchase.price": "45000.00",
}
SITUATIONS: dict[str, dict[str, Any]] = {
    "own-funds": {},
    "installment": {
        "payment.method": "installment",
        "payment.installment": {"until": "2027-03-01", "paid": "21500.50", "fee": "900.00"},
        "losses": [],
    },
    "loan-above-price": LOAN,
    "loan-repaid-without-papers": {
        **LOAN,
        "payment.loan": {"bank": None, "repaid_on": "2026-09-01", "interest_paid": "1200"},
        "purchase.receipt": None,
    },
    "representative": {
        "representative": {
            "surname": "Орлов",
            "given_name": "Пётр",
            "patronymic": "Ильич",
            "authority": "power_of_attorney",
            "document": "доверенность от 01.10.2026",
        }
    },
    "legal-guardian-name-unsure": {
        "buyer": {
            "surname": "Заяц",
            "given_name": "Марк",
            "patronymic": "Ильич",
            "address": "394036, г. Воронеж, ул. Садовая, д. 4",
        },
        "representative": {
            "surname": "Кравец",
            "given_name": "Илья",
            "patronymic": "Львович",
            "authority": "law",
            "document": "свидетельство о рождении",
        },
    },
    "disputed-end-days": {
        "repairs": [
            repair("2026-03-02", "2026-03-17", "не сливает воду"),
            repair("2026-05-04", "2026-05-19", "не вращается барабан"),
        ],
        "current_defect": None,
        "answers": {"day_count": "inclusive"},
    },
    "same-defect-only": {
        "repairs": [
            repair("2026-03-02", "2026-03-23", "не сливает воду"),
            repair("2026-05-04", "2026-05-25", "не сливает воду"),
        ],
        "current_defect": None,
    },
    "asked-for-but-not-removed": {
        "repairs": [
            repair("2026-03-02", "2026-03-23", "не сливает воду"),
            repair("2026-05-04", "2026-05-25", "не вращается барабан"),
            repair("2026-07-01", "2026-07-02", "не греет", outcome="refused"),
        ],
        "current_defect": {"description": "не греет", "noticed_on": "2026-07-01"},
    },
    "again-and-again": {
        "repairs": [
            repair("2026-03-02", "2026-03-12", "не сливает воду"),
            repair("2026-05-04", "2026-05-14", "не вращается барабан"),
        ],
        "current_defect": {"description": "не открывается дверца", "noticed_on": "2026-09-27"},
    },
    "running-over-year-and-uncounted": {
        "letter_date": "2027-02-10",
        "purchase.warranty_months": 24,
        "repairs": [
            repair("2026-12-01", "2026-12-20", "не сливает воду"),
            repair("2026-12-25", "2026-12-28", "шумит", outcome="no_defect_found", work_done=None),
            repair("2027-01-05", None, "не вращается барабан", act="квитанция № 7"),
        ],
        "current_defect": None,
    },
    "late-repair-with-penalty": {
        "letter_date": "2026-08-20",
        "repairs": [repair("2026-05-11", None, "не включается", act="квитанция № 9")],
        "current_defect": None,
        "demands.repair_delay_penalty": True,
    },
    "taken-back-late": {
        "repairs": [repair("2026-05-11", "2026-07-20", "не включается")],
        "current_defect": None,
    },
    "penalty-above-the-cap": {
        "letter_date": "2027-01-20",
        "purchase.price": "10000.00",
        "purchase.warranty_months": 24,
        "repairs": [
            repair("2026-05-11", None, "не включается", act="квитанция № 9", agreed_days=20)
        ],
        "current_defect": None,
        "demands.repair_delay_penalty": True,
    },
    "before-the-cap": {
        "letter_date": "2026-01-18",
        "purchase.contract_date": "2025-03-01",
        "purchase.transfer_date": "2025-03-01",
        "repairs": [
            repair("2025-06-02", "2025-06-20", "не сливает воду"),
            repair("2025-06-16", "2025-07-04", "не вращается барабан"),
        ],
        "current_defect": None,
    },
    "both-years-of-a-long-warranty": {
        "letter_date": "2027-06-01",
        "purchase.warranty_months": 24,
        "repairs": [
            repair("2026-03-02", "2026-03-20", "не сливает воду"),
            repair("2026-05-04", "2026-05-20", "не вращается барабан"),
            repair("2027-02-01", "2027-02-20", "шумит"),
            repair("2027-04-01", "2027-04-20", "не греет"),
        ],
        "current_defect": None,
    },
    "repair-like-another": {
        "repairs": [
            repair("2026-03-02", "2026-03-10", "нет изображения на экране"),
            repair("2026-05-04", "2026-05-12", "пропало изображение на экране"),
        ],
        "current_defect": None,
    },
    "present-defect-like-a-repair": {
        "repairs": [repair("2026-03-02", "2026-03-10", "не сливает воду")],
        "current_defect": {"description": "вода не сливается", "noticed_on": "2026-09-27"},
    },
    "same-defect-told-without-words": {
        "repairs": [repair("2026-03-02", "2026-03-10", None, work_done="замена насоса")],
        "current_defect": {"same_defect_as": 1},
        "losses": [{"amount": "100.00"}],
    },
    "loan-below-price-interest-unknown": {
        **LOAN,
        "payment.loan": {"bank": "АО «Пример-Банк»", "amount": "30000.00"},
    },
    "outside-the-list-after-the-warranty": {
        "purchase.item": "Чайник",
        "purchase.category": "other",
        "purchase.contract_date": "2025-03-01",
        "purchase.transfer_date": "2025-03-01",
        "repairs": [],
        "current_defect": {"description": "течёт", "noticed_on": "2026-09-27"},
    },
    "first-15-days": {
        "letter_date": "2026-01-30",
        "repairs": [],
        "current_defect": {"description": "не включается", "noticed_on": "2026-01-25"},
    },
    "not-in-the-list": {
        "purchase.item": "Чайник",
        "purchase.category": "other",
        "repairs": [],
        "current_defect": {
            "description": "течёт\nкрышка не закрывается!",
            "noticed_on": "2026-09-27",
            "diagnostic_act": "акт осмотра от 30.09.2026",
        },
        "demands.price_difference": {
            "amount": "1500",
            "source": "магазин «Примерный», 01.10.2026",
        },
    },
    "sole-trader-and-distance": {
        "seller": {
            "name": "ИП Соловей Анна Игоревна",
            "address": "394018, г. Воронеж, пр. Победы, д. 12",
            "inn": "990000000362",
            "ogrn": "399999900000001",
        },
        "purchase.distance": True,
        "purchase.warranty_months": 0,
        "bank_details": None,
        "attachments": [],
    },
}
