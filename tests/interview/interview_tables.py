"""Situations as tables: what was answered → what is asked, against the plainest case."""

from dataclasses import dataclass, field

from desktop_app.case.edit import replaced
from desktop_app.case.model import Case, Loss, Repair

PLAIN = (
    "country", "purchase.item", "purchase.category",
    "purchase.contract_date", "purchase.transfer_date", "purchase.warranty_months",
    "purchase.model", "purchase.serial_number", "purchase.receipt", "purchase.distance",
    "purchase.heavy_or_bulky",
    "repairs",
    "current_defect",
    "purchase.price", "payment.method",
    "kind",
    "losses", "demands.price_difference",
    "seller.name", "seller.address", "seller.inn", "seller.ogrn", "seller.dative",
    "buyer.surname", "buyer.given_name", "buyer.patronymic", "buyer.gender", "buyer.genitive",
    "buyer.address", "buyer.phone", "buyer.email", "representative",
    "bank_details.recipient", "bank_details.bank", "bank_details.bic", "bank_details.account",
    "bank_details.correspondent_account",
    "attachments",
    "letter_date", "delivery.channel", "delivery.handed_on", "delivery.response.kind",
)  # fmt: skip
"""What a case is asked of which nothing is known yet, in order."""

REPLACEMENT = {
    "demands.replacement.same", "demands.replacement.meanwhile", "delivery.replacement_term",
}  # fmt: skip
LOAN = {
    "payment.loan.bank", "payment.loan.amount", "payment.loan.annual_rate_percent",
    "payment.loan.until", "payment.loan.repaid_on", "payment.loan.interest_paid",
    "payment.loan.other_payments", "payment.loan.certificate", "demands.reimburse_loan_costs",
}  # fmt: skip
INSTALLMENT = {
    "payment.installment.paid", "payment.installment.until", "payment.installment.fee",
}  # fmt: skip
REPRESENTATIVE = {
    "representative.surname", "representative.given_name", "representative.patronymic",
    "representative.genitive", "representative.authority", "representative.document",
}  # fmt: skip
DEFECT = {
    "current_defect.description", "current_defect.noticed_on", "current_defect.diagnostic_act",
}  # fmt: skip


def repair_questions(row: int, *without: str) -> set[str]:
    """The paths of one repair, all but `without`."""
    keys = {
        "handed_over", "outcome", "returned", "requested", "defect", "same_defect_as",
        "work_done", "act", "place", "ready_notice", "agreed_days",
    }  # fmt: skip
    return {f"repairs[{row}].{key}" for key in keys - set(without)}


@dataclass(frozen=True)
class Table:
    """Answers by path, then what they add to the plain questions and take from them."""

    answers: dict[str, object]
    added: set[str] = field(default_factory=set)
    none: tuple[str, ...] = ()
    taken: set[str] = field(default_factory=set)

    def case(self) -> Case:
        case = Case()
        for path, value in self.answers.items():
            case = replaced(case, path, value)
        return replaced(case, "answers.no_document", self.none)


REPAIR = Repair(outcome="repaired")
TABLES = {
    "nothing told": Table({}),
    "own money": Table({"payment.method": "own_funds"}),
    "the shop's schedule": Table({"payment.method": "installment"}, INSTALLMENT),
    "a bank's schedule": Table({"payment.method": "consumer_loan"}, LOAN),
    "a bank's schedule, loan told": Table(
        {"payment.method": "consumer_loan", "payment.loan.bank": "АО «Банк»"}, LOAN
    ),
    "own money, a loan told before": Table(
        {"payment.loan.bank": "АО «Банк»", "payment.method": "own_funds"}
    ),
    "replacement": Table({"kind": "replacement"}, REPLACEMENT, taken={"demands.price_difference"}),
    "replacement by other goods, a loan told before": Table(
        {
            "kind": "replacement",
            "demands.replacement.same": False,
            "payment.method": "consumer_loan",
            "payment.loan.bank": "АО «Банк»",
            "demands.price_difference": {"amount": "10"},
        },
        REPLACEMENT | {"demands.replacement.item", "demands.replacement.price"},
        taken={"demands.price_difference"},
    ),
    "refund, other goods told before": Table(
        {"kind": "refund", "demands.replacement.same": False, "demands.replacement.item": "ПК"}
    ),
    "goods replaced": Table(
        {"kind": "replacement", "delivery.response.kind": "paid"},
        REPLACEMENT | {"delivery.response.on"},
        taken={"demands.price_difference"},
    ),
    "no repairs": Table({"repairs": ()}),
    "no repairs said after one was told": Table({"repairs": (REPAIR,)}, none=("repairs",)),
    "one repair": Table(
        {"repairs": (REPAIR,)},
        repair_questions(0, "same_defect_as") | {"demands.repair_delay_penalty"},
    ),
    "one repair, running": Table(
        {"repairs": (Repair(outcome="in_repair"),)},
        repair_questions(0, "same_defect_as", "returned") | {"demands.repair_delay_penalty"},
    ),
    "two repairs, defect now": Table(
        {"repairs": (REPAIR, REPAIR), "current_defect": {}},
        repair_questions(0, "same_defect_as")
        | repair_questions(1)
        | DEFECT
        | {"current_defect.same_defect_as", "demands.repair_delay_penalty"},
    ),
    "defect now, never repaired": Table({"current_defect.description": "гаснет экран"}, DEFECT),
    "works now": Table({"current_defect.description": "гаснет экран"}, none=("current_defect",)),
    "goods outside the List": Table({"purchase.category": "other"}),
    "another country": Table({"country": "KZ"}),
    "a representative": Table({"representative": {}}, REPRESENTATIVE),
    "no representative after one was told": Table(
        {"representative.surname": "Соколов"}, none=("representative",)
    ),
    "losses": Table(
        {"losses": (Loss(), Loss())},
        {f"losses[{n}].{key}" for n in (0, 1) for key in ("description", "amount", "document")},
    ),
    "price difference": Table(
        {"demands.price_difference": {}},
        {"demands.price_difference.amount", "demands.price_difference.source"},
    ),
    "own documents": Table(
        {"attachments": ({"title": "копия талона"},)},
        {"attachments[0].title", "attachments[0].sheets", "attachments[0].file"},
    ),
    "handed in person": Table({"delivery.channel": "in_person"}, {"delivery.refused"}),
    "sent by post": Table(
        {"delivery.channel": "post"}, {"delivery.sent_on", "delivery.tracking_number"}
    ),
    "sent by e-mail": Table({"delivery.channel": "email"}, {"delivery.sent_on"}),
    "the shop is silent": Table({"delivery.response.kind": "silence"}),
    "the shop refused": Table({"delivery.response.kind": "refused"}, {"delivery.response.on"}),
    "the shop paid a part": Table(
        {"delivery.response.kind": "partly"},
        {"delivery.response.on", "delivery.response.amount"},
    ),
}
