"""A valid case to start from, and the few words in which the tests change it.

The base case raises no finding at all: a phone bought for own money, two
repairs of different defects, 18 + 19 = 37 days in the first warranty year.
"""

import copy
import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from desktop_app.assessment.assess import assess
from desktop_app.assessment.model import Assessment, Finding, Ground
from desktop_app.case.file import parse_case
from desktop_app.case.model import Case
from desktop_app.claims import kind_of
from desktop_app.law.book import load_law_book

TODAY = "2026-11-20"
SCREEN, SOUND, CHARGE = "мерцает экран", "хрипит динамик", "не заряжается"

Changes = Mapping[str, Any]


def repair(requested: str | None, returned: str | None, defect: str = SCREEN, **more: Any) -> dict:
    """One repair with its paper; `in_repair` where it has not come back."""
    told = {
        "requested": requested,
        "handed_over": requested,
        "returned": returned,
        "place": "сервисный центр «Мастер»",
        "defect": defect,
        "work_done": "замена детали",
        "act": None if returned is None else "акт № 1",
        "outcome": "in_repair" if returned is None else "repaired",
    }
    return told | more


BASE: dict[str, Any] = {
    "format": "claim-case",
    "version": 1,
    "kind": "refund",
    "letter_date": TODAY,
    "country": "RU",
    "buyer": {
        "surname": "Кузнецова",
        "given_name": "Ольга",
        "patronymic": "Ильинична",
        "gender": "female",
        "address": "160000, г. Вологда, ул. Мира, д. 10, кв. 5",
        "phone": "+7 911 500-00-00",
        "email": "olga@example.org",
    },
    "seller": {
        "name": "ООО «Ромашка»",
        "address": "101000, г. Москва, ул. Мясницкая, д. 1",
    },
    "purchase": {
        "item": "Смартфон",
        "category": "phones",
        "price": "54990.00",
        "contract_date": "2026-01-10",
        "transfer_date": "2026-01-10",
        "receipt": "кассовый чек № 15",
        "warranty_months": 12,
    },
    "payment": {"method": "own_funds"},
    "repairs": [
        repair("2026-02-02", "2026-02-20", SCREEN),
        repair("2026-04-01", "2026-04-20", SOUND),
    ],
    "bank_details": {
        "recipient": "Кузнецова Ольга Ильинична",
        "bank": "АО «Банк»",
        "bic": "044525700",
        "account": "40703810700001449489",
    },
}


def answers(changes: Changes | None = None) -> dict[str, Any]:
    """The base case as the file has it, with answers replaced by path: «repairs[0].returned»."""
    told = copy.deepcopy(BASE)
    for path, value in (changes or {}).items():
        *way, last = [int(k) if k.isdigit() else k for k in re.findall(r"\w+", path)]
        place: Any = told
        for key in way:
            if isinstance(place, dict) and place.get(key) is None:
                place[key] = {}
            place = place[key]
        place[last] = copy.deepcopy(value)
    return told


def case_of(told: Mapping[str, Any]) -> Case:
    """The case that a file with these answers gives."""
    return parse_case(json.dumps(told).encode())


def case_with(changes: Changes | None = None) -> Case:
    return case_of(answers(changes))


def assessed_case(case: Case, today: date | str = TODAY) -> Assessment:
    day = date.fromisoformat(today) if isinstance(today, str) else today
    return assess(case, kind_of(case), load_law_book(), day)


def assessed(changes: Changes | None = None, today: date | str = TODAY) -> Assessment:
    """The base case with these changes, assessed on a day."""
    return assessed_case(case_with(changes), today)


def ground(ground_id: Any, changes: Changes | None = None, today: str = TODAY) -> Ground:
    return assessed(changes, today).ground(ground_id)


def codes(assessment: Assessment) -> set[str]:
    return {finding.code for finding in assessment.findings}


def found(assessment: Assessment, code: str) -> list[Finding]:
    return [finding for finding in assessment.findings if finding.code == code]


def bought(on: str, months: int | None = 12, **more: Any) -> dict[str, Any]:
    """Changes that move the purchase to a day."""
    return {
        "purchase.contract_date": on,
        "purchase.transfer_date": on,
        "purchase.warranty_months": months,
        **more,
    }


def day(text: str) -> date:
    return date.fromisoformat(text)


def sentences_of(changes: Changes | None = None) -> list[str]:
    """Every sentence of the assessment that a person reads."""
    assessment = assessed(changes)
    return [f.message for f in assessment.findings] + [g.reason for g in assessment.grounds]
