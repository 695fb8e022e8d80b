"""Cases with invented people that show what a template can say: the example, and it changed.

Nothing here depends on the day on which the program runs.
"""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from desktop_app import paths
from desktop_app.assessment.assess import assess
from desktop_app.assessment.kind import Kind
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.case.model import Case
from desktop_app.claims import KINDS, kind_of
from desktop_app.errors import UserError
from desktop_app.law.book import load_law_book
from desktop_app.letter.document import Document
from desktop_app.letter.matter import Copy, Matter
from desktop_app.packet.make import Packet
from desktop_app.packet.picture import picture_of


@dataclass(frozen=True)
class Specimen:
    """A case to show a template with; `title` says what is special in it, to stand in a list."""

    title: str
    matter: Matter


FIRST = "своими деньгами"
_SHOP = "сервисный центр продавца"


def _repair(handed_over: str, returned: str | None, defect: str, **answers: Any) -> dict[str, Any]:
    return {
        "requested": handed_over,
        "handed_over": handed_over,
        "returned": returned,
        "place": _SHOP,
        "defect": defect,
        "outcome": "repaired" if returned else "in_repair",
        **answers,
    }


_LOAN = {
    "bank": "АО «Пример-Банк»",
    "amount": "60000.00",
    "annual_rate_percent": "21.5",
    "until": "2027-01-17",
    "interest_paid": "6000.00",
    "other_payments": "500.00",
    "certificate": "справка банка от 01.10.2026",
}
_VARIATIONS: Mapping[str, Mapping[str, Any]] = {
    FIRST: {},
    "рассрочка магазина": {
        "payment.method": "installment",
        "payment.installment": {"until": "2027-03-01", "paid": "21500.50", "fee": "900.00"},
    },
    "кредит банка": {
        "payment.method": "consumer_loan",
        "payment.loan": _LOAN,
        "demands.reimburse_loan_costs": True,
    },
    "кредит меньше цены, погашен": {
        "payment.method": "consumer_loan",
        "payment.loan": _LOAN | {"amount": "30000.00", "repaid_on": "2026-09-01"},
        "demands.reimburse_loan_costs": True,
    },
    "представитель": {
        "representative": {
            "surname": "Орлов",
            "given_name": "Пётр",
            "patronymic": "Ильич",
            "authority": "power_of_attorney",
            "document": "доверенность от 01.10.2026",
        }
    },
    "имя, которое склоняют по-разному": {
        "buyer.surname": "Заяц",
        "buyer.given_name": "Марк",
        "buyer.patronymic": "Ильич",
        "buyer.gender": "male",
        "buyer.genitive": None,
    },
    "ремонт ещё идёт, срок нарушен": {
        "letter_date": "2026-08-20",
        "repairs": [_repair("2026-05-11", None, "не включается", act="квитанция № 9")],
        "current_defect": None,
        "demands.repair_delay_penalty": True,
    },
    "срок ремонта по соглашению": {
        "repairs": [_repair("2026-05-11", "2026-07-20", "не включается", agreed_days=20)],
        "current_defect": None,
    },
    "товар не из перечня": {
        "purchase.item": "Чайник",
        "purchase.category": "other",
        "repairs": [],
        "current_defect": {
            "description": "течёт\nкрышка не закрывается",
            "noticed_on": "2026-09-27",
            "diagnostic_act": "акт осмотра от 30.09.2026",
        },
        "demands.price_difference": {"amount": "1500", "source": "магазин «Примерный»"},
    },
    "первые 15 дней": {
        "letter_date": "2026-01-30",
        "repairs": [],
        "current_defect": {"description": "не включается", "noticed_on": "2026-01-25"},
    },
    "один и тот же недостаток": {
        "repairs": [
            _repair("2026-03-02", "2026-03-10", "не сливает воду", work_done="замена насоса"),
            _repair("2026-05-04", "2026-05-12", "не сливает воду", same_defect_as=1),
            _repair("2026-07-01", "2026-07-03", "шумит", outcome="no_defect_found"),
        ],
        "current_defect": None,
    },
    "разные недостатки снова и снова": {
        "repairs": [
            _repair("2026-03-02", "2026-03-12", "не сливает воду"),
            _repair("2026-05-04", "2026-05-14", "не вращается барабан"),
            _repair("2026-07-01", "2026-07-02", "не греет", outcome="refused"),
        ],
        "current_defect": {"description": "не греет", "same_defect_as": 3},
    },
    "у двух ремонтов есть общие дни": {
        "repairs": [
            _repair("2026-06-02", "2026-06-20", "не сливает воду"),
            _repair("2026-06-16", "2026-07-04", "не вращается барабан"),
        ],
        "current_defect": None,
    },
    "спорный счёт дней": {
        "repairs": [
            _repair("2026-03-02", "2026-03-17", "не сливает воду"),
            _repair("2026-05-04", "2026-05-19", "не вращается барабан"),
        ],
        "current_defect": None,
        "answers.day_count": "inclusive",
    },
    "кредит, проценты ещё не известны": {
        "payment.method": "consumer_loan",
        "payment.loan": {"bank": "АО «Пример-Банк»", "amount": "60000.00"},
        "demands.reimburse_loan_costs": True,
    },
    "неустойка больше цены": {
        "letter_date": "2027-01-20",
        "purchase.price": "10000.00",
        "purchase.warranty_months": 24,
        "repairs": [_repair("2026-05-11", None, "не включается", agreed_days=20)],
        "current_defect": None,
        "demands.repair_delay_penalty": True,
    },
    "товар без гарантии, куплен у предпринимателя, известно немногое": {
        "buyer.phone": None,
        "buyer.email": None,
        "seller.name": "ИП Соловей Анна Игоревна",
        "seller.inn": None,
        "purchase.model": None,
        "purchase.serial_number": None,
        "purchase.receipt": None,
        "purchase.distance": True,
        "purchase.transfer_date": "2026-01-17",
        "purchase.warranty_months": 0,
        "purchase.heavy_or_bulky": False,
        "repairs": [_repair("2026-05-11", "2026-07-20", "не включается", place=None)],
        "current_defect": None,
        "losses": [],
        "bank_details": None,
        "attachments": [],
    },
}
_DRAFT = "черновик без ответов"
_OF_KIND: Mapping[str, Mapping[str, Any]] = {"replacement": {"demands.replacement.same": True}}
_MORE_OF_KIND: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    "replacement": {
        "замена на другую модель": {
            "demands.replacement": {
                "same": False,
                "item": "Стиральная машина Волна WM-7020",
                "price": "41000.00",
            }
        }
    }
}


def specimen_of(document: Document, copy: Copy = "consumer") -> Matter:
    """Return the shipped example for a document; of a claim it is one of that kind."""
    matter = _matter(_changed(_example(_kind_of(document)), {}), copy)
    picture = None
    with contextlib.suppress(UserError):  # Without Qt the specimen does without it.
        picture = picture_of(matter.case, matter.assessment)
    return replace(matter, aside=replace(matter.aside, picture=picture))


@cache
def specimens(kind_id: str, copy: Copy = "seller") -> tuple[Specimen, ...]:
    """Return the example and its variations for a kind of claim; the last one is a draft."""
    kind = KINDS[kind_id]
    example = _example(kind)
    variations = {**_VARIATIONS, **_MORE_OF_KIND.get(kind_id, {})}
    found = [Specimen(name, _matter(_changed(example, v), copy)) for name, v in variations.items()]
    empty = Case(kind=kind.id, letter_date=example.letter_date)
    return (*found, Specimen(_DRAFT, _matter(empty, copy, draft=True)))


def specimens_of(document: Document, copy: Copy = "seller") -> tuple[Specimen, ...]:
    """Return the specimens that a document can be shown with."""
    return specimens(_kind_of(document).id, copy)


def _kind_of(document: Document) -> Kind:
    """Return the kind of a claim; other documents go with the first one."""
    return KINDS.get(document.id) or next(iter(KINDS.values()))


def _example(kind: Kind) -> Case:
    own = paths.resource("examples", f"{kind.id}.json")
    try:
        case = read_case(own if own.is_file() else paths.resource("examples", "refund.json"))
    except UserError as error:
        raise UserError("Пример дела не найден или испорчен: переустановите программу.") from error
    return case if case.kind == kind.id else _changed(case, {"kind": kind.id})


def _changed(case: Case, answers: Mapping[str, Any]) -> Case:
    needed = _OF_KIND.get(case.kind or "", {})
    for path, value in {**needed, **answers}.items():
        case = replaced(case, path, value)
    return case


def _matter(case: Case, copy: Copy, draft: bool = False) -> Matter:
    kind = kind_of(case)
    day = case.letter_date
    if day is None:
        raise ValueError("a specimen has a letter day, or it would change with the clock")
    packet = Packet(case, kind, assess(case, kind, load_law_book(), day), day, draft)
    return replace(packet.matter, copy=copy)
