"""The contract of the case file written out by hand: every answer and its kind, in order."""

import json
from pathlib import Path
from typing import Any

from desktop_app.case.file import parse_case
from desktop_app.errors import UserError

FILES = Path(__file__).parent / "files"
EXAMPLE = (FILES / "contract-example.json").read_bytes()
VERSION_1 = (FILES / "version-1.json").read_bytes()

ENUMS = {
    "kind": ["refund", "replacement"],
    "buyer.gender": ["male", "female"],
    "representative.authority": ["power_of_attorney", "law"],
    "purchase.category": [
        "aircraft",
        "cars",
        "tractors",
        "snowmobiles",
        "boats",
        "phones",
        "computers",
        "printers",
        "consoles",
        "televisions",
        "cameras",
        "appliances",
        "watches",
        "tools",
        "other",
    ],
    "payment.method": ["own_funds", "installment", "consumer_loan"],
    "repairs[].outcome": ["repaired", "in_repair", "no_defect_found", "paid_repair", "refused"],
    "delivery.channel": ["in_person", "post", "email"],
    "delivery.replacement_term": ["check", "not_in_stock"],
    "delivery.response.kind": ["paid", "partly", "refused", "silence"],
    "answers.day_count": ["exclusive", "inclusive"],
}

_TABLE = """
format                              format
version                             version
id                                  uuid
kind                                enum
letter_date                         day
country                             country
buyer.surname                       text
buyer.given_name                    text
buyer.patronymic                    text
buyer.gender                        enum
buyer.genitive                      text
buyer.address                       text
buyer.phone                         text
buyer.email                         text
representative.surname              text
representative.given_name           text
representative.patronymic           text
representative.genitive             text
representative.authority            enum
representative.document             text
seller.name                         text
seller.address                      text
seller.inn                          text
seller.ogrn                         text
seller.dative                       text
purchase.item                       text
purchase.model                      text
purchase.serial_number              text
purchase.category                   enum
purchase.price                      money
purchase.contract_date              day
purchase.transfer_date              day
purchase.receipt                    text
purchase.distance                   bool
purchase.warranty_months            int
purchase.heavy_or_bulky             bool
payment.method                      enum
payment.installment.until           day
payment.installment.paid            money
payment.installment.fee             money
payment.loan.bank                   text
payment.loan.amount                 money
payment.loan.annual_rate_percent    percent
payment.loan.until                  day
payment.loan.repaid_on              day
payment.loan.interest_paid          money
payment.loan.other_payments         money
payment.loan.certificate            text
repairs[].requested                 day
repairs[].handed_over               day
repairs[].ready_notice              day
repairs[].returned                  day
repairs[].place                     text
repairs[].defect                    text
repairs[].same_defect_as            int
repairs[].work_done                 text
repairs[].act                       text
repairs[].agreed_days               int
repairs[].outcome                   enum
current_defect.description          text
current_defect.noticed_on           day
current_defect.same_defect_as       int
current_defect.diagnostic_act       text
losses[].description                text
losses[].amount                     money
losses[].document                   text
demands.reimburse_loan_costs        bool
demands.price_difference.amount     money
demands.price_difference.source     text
demands.repair_delay_penalty        bool
demands.replacement.same            bool
demands.replacement.item            text
demands.replacement.price           money
demands.replacement.meanwhile       bool
bank_details.recipient              text
bank_details.bank                   text
bank_details.bic                    text
bank_details.account                text
bank_details.correspondent_account  text
attachments[].title                 text
attachments[].sheets                int
attachments[].file                  text
delivery.channel                    enum
delivery.sent_on                    day
delivery.handed_on                  day
delivery.tracking_number            text
delivery.refused                    bool
delivery.response.kind              enum
delivery.response.on                day
delivery.response.amount            money
delivery.replacement_term           enum
answers.unreadable                  map
answers.unknown                     list
answers.no_document                 list
answers.accepted_risks[].code       text
answers.accepted_risks[].facts      map
answers.day_count                   enum
"""
ANSWERS: dict[str, str] = dict(line.split() for line in _TABLE.split("\n") if line)


def paths_of(kind: str) -> list[str]:
    return [path for path, its_kind in ANSWERS.items() if its_kind == kind]


def groups() -> list[str]:
    """Every group and every list of rows: `buyer`, `repairs[]`, `delivery.response`, …"""
    found = {}
    for path in ANSWERS:
        while "." in path:
            path = path.rpartition(".")[0]
            found[path] = None
    return list(found)


def case_with(path: str, value: object) -> dict[str, Any]:
    """A case with this one answer; `repairs[].act` is written in the first row."""
    key, dot, rest = path.partition(".")
    inside = case_with(rest, value) if dot else value
    return {key.removesuffix("[]"): [inside] if key.endswith("[]") else inside}


def as_bytes(case: object) -> bytes:
    return json.dumps(case).encode()


def refusal(content: bytes) -> str:
    """The sentence with which the content is refused."""
    try:
        case = parse_case(content)
    except UserError as error:
        return str(error)
    raise AssertionError(f"accepted as {case}")
