"""The case: what one person told about one purchase, and nothing else.

The names are the contract of the case file and are never renamed. Every answer
may be absent; what is missing is said by the assessment, not here. Lists of
answers are tuples and every struct is frozen: a change makes a new case.
"""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta, Struct, field

from desktop_app.case.amounts import Money, Percent

Count = Annotated[int, Meta(ge=0, le=10_000)]
WarrantyMonths = Annotated[int, Meta(ge=0, le=1200)]
Number = Annotated[int, Meta(ge=1, le=1000)]
Country = Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]

KindId = Literal["refund", "replacement"]
Gender = Literal["male", "female"]
Category = Literal[
    "aircraft", "cars", "tractors", "snowmobiles", "boats", "phones", "computers", "printers",
    "consoles", "televisions", "cameras", "appliances", "watches", "tools", "other",
]  # fmt: skip
PaymentMethod = Literal["own_funds", "installment", "consumer_loan"]
Outcome = Literal["repaired", "in_repair", "no_defect_found", "paid_repair", "refused"]
DayCount = Literal["exclusive", "inclusive"]


class _Answers(Struct, frozen=True, forbid_unknown_fields=True):
    """A group of answers."""


class Buyer(_Answers, frozen=True):
    """The consumer. `genitive` is the person's own form of the name and always wins."""

    surname: str | None = None
    given_name: str | None = None
    patronymic: str | None = None
    gender: Gender | None = None
    genitive: str | None = None
    address: str | None = None
    phone: str | None = None
    email: str | None = None


class Representative(_Answers, frozen=True):
    """Who signs and hands over for the buyer, by a power of attorney or by law."""

    surname: str | None = None
    given_name: str | None = None
    patronymic: str | None = None
    genitive: str | None = None
    authority: Literal["power_of_attorney", "law"] | None = None
    document: str | None = None


class Seller(_Answers, frozen=True):
    """The shop. `dative` is the person's own form of address and always wins."""

    name: str | None = None
    address: str | None = None
    inn: str | None = None
    ogrn: str | None = None
    dative: str | None = None


class Purchase(_Answers, frozen=True):
    """The goods and the contract. `warranty_months` 0: no warranty term was given."""

    item: str | None = None
    model: str | None = None
    serial_number: str | None = None
    category: Category | None = None
    price: Money | None = None
    contract_date: date | None = None
    transfer_date: date | None = None
    receipt: str | None = None
    distance: bool | None = None
    warranty_months: WarrantyMonths | None = None
    heavy_or_bulky: bool | None = None


class Installment(_Answers, frozen=True):
    """Credit by the shop's own schedule: paid `until`, `paid` so far, `fee` for the credit."""

    until: date | None = None
    paid: Money | None = None
    fee: Money | None = None


class Loan(_Answers, frozen=True):
    """A bank's or MFO's loan; `amount` is the whole loan, which may exceed the price."""

    bank: str | None = None
    amount: Money | None = None
    annual_rate_percent: Percent | None = None
    until: date | None = None
    repaid_on: date | None = None
    interest_paid: Money | None = None
    other_payments: Money | None = None
    certificate: str | None = None


class Payment(_Answers, frozen=True):
    """How the goods were paid for; of the two schedules only the chosen one counts."""

    method: PaymentMethod | None = None
    installment: Installment | None = None
    loan: Loan | None = None


class Repair(_Answers, frozen=True):
    """One repair. `same_defect_as`: number from 1 of the earlier repair whose defect came back.

    `handed_over` absent means the day of the request, and the other way round.
    `ready_notice` is the day on which the shop said that the goods were ready;
    `agreed_days` the term of repair agreed in writing, in days.
    """

    requested: date | None = None
    handed_over: date | None = None
    ready_notice: date | None = None
    returned: date | None = None
    place: str | None = None
    defect: str | None = None
    same_defect_as: Number | None = None
    work_done: str | None = None
    act: str | None = None
    agreed_days: Count | None = None
    outcome: Outcome | None = None


class CurrentDefect(_Answers, frozen=True):
    """What does not work on the day of the claim."""

    description: str | None = None
    noticed_on: date | None = None
    same_defect_as: Number | None = None
    diagnostic_act: str | None = None


class Loss(_Answers, frozen=True):
    """A loss to be made good, with the paper that proves it."""

    description: str | None = None
    amount: Money | None = None
    document: str | None = None


class PriceDifference(_Answers, frozen=True):
    """The difference to today's price of such goods, and where that price was seen."""

    amount: Money | None = None
    source: str | None = None


class Replacement(_Answers, frozen=True):
    """What is wanted instead: the same goods, or others with the price recalculated.

    `meanwhile` says whether goods for the time of waiting are demanded; not told: yes.
    """

    same: bool | None = None
    item: str | None = None
    price: Money | None = None
    meanwhile: bool | None = None


class Demands(_Answers, frozen=True):
    """The demands beside the main one, which is the kind of the claim itself."""

    reimburse_loan_costs: bool | None = None
    price_difference: PriceDifference | None = None
    repair_delay_penalty: bool | None = None
    replacement: Replacement | None = None


class BankDetails(_Answers, frozen=True):
    """Where the money is to be paid."""

    recipient: str | None = None
    bank: str | None = None
    bic: str | None = None
    account: str | None = None
    correspondent_account: str | None = None


class Attachment(_Answers, frozen=True):
    """An annex of the person's own; `file` is a path relative to the case file."""

    title: str | None = None
    sheets: Count | None = None
    file: str | None = None


class Response(_Answers, frozen=True):
    """What the seller answered, when, and how much was paid."""

    kind: Literal["paid", "partly", "refused", "silence"] | None = None
    on: date | None = None
    amount: Money | None = None


class Delivery(_Answers, frozen=True):
    """How the claim reached the seller; `handed_on` is the day on which the seller has it.

    `replacement_term` is why a replacement may take longer: the seller checks the quality of
    the goods, or has none to give in their place.
    """

    channel: Literal["in_person", "post", "email"] | None = None
    sent_on: date | None = None
    handed_on: date | None = None
    tracking_number: str | None = None
    refused: bool | None = None
    response: Response | None = None
    replacement_term: Literal["check", "not_in_stock"] | None = None


class AcceptedRisk(_Answers, frozen=True):
    """A risk that the person took knowingly, for as long as `facts` stay as they are."""

    code: str | None = None
    facts: dict[str, Any] = {}


class FormMemory(_Answers, frozen=True):
    """What the form must remember and the letter never reads.

    The one exception is `day_count`: the count of days that a person chose in a
    disputed case.
    """

    unreadable: dict[str, str] = {}
    unknown: tuple[str, ...] = ()
    no_document: tuple[str, ...] = ()
    accepted_risks: tuple[AcceptedRisk, ...] = ()
    day_count: DayCount = "exclusive"


class Case(_Answers, frozen=True):
    """Everything that one person told about one purchase."""

    format: Literal["claim-case"] = "claim-case"
    version: Literal[1] = 1
    id: UUID | None = None
    kind: KindId | None = None
    letter_date: date | None = None
    country: Country | None = None
    buyer: Buyer = field(default_factory=Buyer)
    representative: Representative | None = None
    seller: Seller = field(default_factory=Seller)
    purchase: Purchase = field(default_factory=Purchase)
    payment: Payment = field(default_factory=Payment)
    repairs: Annotated[tuple[Repair, ...], Meta(max_length=1000)] | None = None
    current_defect: CurrentDefect | None = None
    losses: Annotated[tuple[Loss, ...], Meta(max_length=1000)] = ()
    demands: Demands = field(default_factory=Demands)
    bank_details: BankDetails | None = None
    attachments: Annotated[tuple[Attachment, ...], Meta(max_length=1000)] = ()
    delivery: Delivery | None = None
    answers: FormMemory = field(default_factory=FormMemory)
