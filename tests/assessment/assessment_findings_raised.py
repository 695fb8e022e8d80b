"""For every finding one case that raises it and one near miss: the tables of the tests.

The near miss changes the same answers by as little as it can.
"""

from typing import Any, NamedTuple

from assessment_situations import SCREEN, SOUND, bought, repair


class Raised(NamedTuple):
    """A finding as the documents want it, what raises it, and what only just does not."""

    code: str
    severity: str
    field: str | None
    changes: dict[str, Any]
    near: dict[str, Any]


LATE = [repair("2026-06-01", "2026-07-17")]
OVER_30 = [repair("2025-02-03", "2025-02-21"), repair("2025-04-01", "2025-04-20", SOUND)]
IN_TIME = [repair("2026-06-01", "2026-07-16")]
NOW = {"description": "треснул корпус", "noticed_on": "2026-11-10"}
CHECKED = NOW | {"diagnostic_act": "акт диагностики № 3"}
CHECKED_SOUND = CHECKED | {"description": SOUND}
OTHER = {"purchase.category": "other", "purchase.item": "Чайник", "current_defect": CHECKED}
SHOP_CREDIT = {
    "payment": {"method": "installment", "installment": {"paid": "48300"}},
    "purchase.price": "72490.50",
}
LOAN = {
    "method": "consumer_loan",
    "loan": {
        "bank": "АО «Банк»",
        "amount": "54990",
        "interest_paid": "4520.15",
        "certificate": "справка банка",
    },
}
BANK_LOAN = {"payment": LOAN, "demands.reimburse_loan_costs": True}
LOSS = {"description": "чехол", "amount": "990", "document": "чек № 16"}
OLD = bought("2024-01-10", 12, repairs=[repair("2024-05-06", "2024-05-16", SOUND)])


def _loan(**changes: Any) -> dict[str, Any]:
    return BANK_LOAN | {"payment": LOAN | {"loan": LOAN["loan"] | changes}}


def _losses(*losses: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"losses": list(losses), **more}


DATES = [
    Raised("date_after_today", "risk", "current_defect.noticed_on",
           {"letter_date": "2026-11-21", "current_defect": CHECKED | {"noticed_on": "2026-11-21"}},
           {"letter_date": "2026-11-21", "current_defect": CHECKED | {"noticed_on": "2026-11-20"}}),
    Raised("delivery_days_doubtful", "risk", "delivery.handed_on",
           {"delivery": {"handed_on": "2026-11-21"}}, {"delivery": {"handed_on": "2026-11-20"}}),
    Raised("date_out_of_range", "error", "purchase.contract_date",
           {"purchase.contract_date": "0206-01-10"}, {"purchase.contract_date": "2026-01-09"}),
    Raised("date_out_of_range", "error", "letter_date",
           {"letter_date": "9999-01-01"}, {"letter_date": "2026-11-19"}),
    Raised("date_in_future", "error", "repairs[1].returned",
           {"repairs[1].returned": "2026-11-21"}, {"repairs[1].returned": "2026-11-20"}),
    Raised("date_in_future", "error", "current_defect.noticed_on",
           {"current_defect": CHECKED | {"noticed_on": "2026-11-21"}},
           {"current_defect": CHECKED | {"noticed_on": "2026-11-20"}}),
    Raised("dates_out_of_order", "error", "repairs[1].returned",
           {"repairs[1].returned": "2026-03-31"}, {"repairs[1].returned": "2026-04-01"}),
    Raised("dates_out_of_order", "error", "repairs[1].ready_notice",
           {"repairs[1].ready_notice": "2026-03-31"}, {"repairs[1].ready_notice": "2026-04-01"}),
    Raised("ready_after_return", "risk", "repairs[0].ready_notice",
           {"repairs[0].ready_notice": "2026-02-21"}, {"repairs[0].ready_notice": "2026-02-20"}),
    Raised("transfer_before_contract", "error", "purchase.transfer_date",
           {"purchase.transfer_date": "2026-01-09"}, {"purchase.contract_date": "2026-01-09"}),
    Raised("repair_before_transfer", "error", "repairs[0].requested",
           {"repairs[0].requested": "2026-01-09"}, {"repairs[0].requested": "2026-01-10"}),
    Raised("repair_before_transfer", "error", "repairs[0].handed_over",
           {"repairs[0].requested": None, "repairs[0].handed_over": "2026-01-09"},
           {"repairs[0].requested": None, "repairs[0].handed_over": "2026-01-10"}),
    Raised("transfer_long_after", "risk", "purchase.transfer_date",
           {"purchase.contract_date": "2025-07-13"}, {"purchase.contract_date": "2025-07-14"}),
    Raised("defect_before_transfer", "risk", "current_defect.noticed_on",
           {"current_defect": CHECKED | {"noticed_on": "2026-01-09"}},
           {"current_defect": CHECKED | {"noticed_on": "2026-01-10"}}),
    Raised("letter_dated_back", "risk", "letter_date",
           {"letter_date": "2026-11-19"}, {"letter_date": "2026-11-20"}),
    Raised("letter_before_facts", "error", "letter_date",
           {"letter_date": "2026-11-18", "current_defect": CHECKED | {"noticed_on": "2026-11-19"}},
           {"letter_date": "2026-11-19", "current_defect": CHECKED | {"noticed_on": "2026-11-19"}}),
    Raised("letter_dated_ahead", "note", "letter_date",
           {"letter_date": "2026-11-21"}, {"letter_date": "2026-11-20"}),
    Raised("delivered_before_letter", "risk", "delivery.handed_on",
           {"delivery": {"handed_on": "2026-11-19"}}, {"delivery": {"handed_on": "2026-11-20"}}),
    Raised("calendar_unknown", "note", None,
           {"letter_date": "2031-03-03"}, {"letter_date": "2026-11-20"}),
]  # fmt: skip

PARTIES = [
    Raised("buyer_name_missing", "error", "buyer.surname",
           {"buyer.surname": None, "buyer.given_name": None}, {"buyer.given_name": None}),
    Raised("buyer_name_incomplete", "risk", "buyer.given_name",
           {"buyer.given_name": None}, {"buyer.patronymic": None}),
    Raised("name_letters_unlikely", "risk", "buyer.surname",
           {"buyer.surname": "иванова"}, {"buyer.surname": "фон Иванова"}),
    Raised("name_letters_unlikely", "risk", "buyer.patronymic",
           {"buyer.patronymic": "ПЕТРОВНА"}, {"buyer.patronymic": "Петровна"}),
    Raised("name_letters_unlikely", "risk", "representative.given_name",
           {"representative": {"surname": "Ким", "given_name": "пётр", "document": "доверенность"}},
           {"representative": {"surname": "Ким", "given_name": "Пётр", "document": "доверенность",
                               "authority": "power_of_attorney"}}),
    Raised("answer_unreadable", "risk", "purchase.price",
           {"answers": {"unreadable": {"purchase.price": "сорок"}}}, {}),
    Raised("buyer_address_missing", "error", "buyer.address",
           {"buyer.address": None}, {"buyer.address": "г. Вологда"}),
    Raised("no_contact", "note", "buyer.phone",
           {"buyer.phone": None, "buyer.email": None}, {"buyer.phone": None}),
    Raised("gender_not_told", "note", "buyer.gender",
           {"buyer.gender": None, "buyer.patronymic": None}, {"buyer.gender": None}),
    Raised("seller_name_missing", "error", "seller.name",
           {"seller.name": None}, {"seller.name": "ИП Ким"}),
    Raised("seller_address_missing", "error", "seller.address",
           {"seller.address": None}, {"seller.address": "г. Москва"}),
    Raised("representative_name_incomplete", "risk", "representative.surname",
           {"representative": {"given_name": "Пётр", "document": "доверенность"}},
           {"representative": {"surname": "Ким", "given_name": "Пётр", "document": "доверенность",
                               "authority": "power_of_attorney"}}),
    Raised("representative_document_missing", "risk", "representative.document",
           {"representative": {"surname": "Ким", "given_name": "Пётр"}},
           {"representative": {"surname": "Ким", "given_name": "Пётр", "document": "доверенность",
                               "authority": "power_of_attorney"}}),
    Raised("no_bank_details", "note", "bank_details.account",
           {"bank_details": None}, {}),
    Raised("inn_improbable", "risk", "seller.inn",
           {"seller.inn": "7707083894"}, {"seller.inn": "7707083893"}),
    Raised("ogrn_improbable", "risk", "seller.ogrn",
           {"seller.ogrn": "1027700132196"}, {"seller.ogrn": "1027700132195"}),
    Raised("bic_improbable", "risk", "bank_details.bic",
           {"bank_details.bic": "04452570"}, {"bank_details.bic": "044525700"}),
    Raised("account_improbable", "risk", "bank_details.account",
           {"bank_details.account": "40703810700001449488"}, {}),
    Raised("correspondent_account_improbable", "risk", "bank_details.correspondent_account",
           {"bank_details": {"bic": "044525225", "account": None,
                             "correspondent_account": "30101810400000000224"}},
           {"bank_details": {"bic": "044525225", "account": None,
                             "correspondent_account": "30101810400000000225"}}),
]  # fmt: skip

GOODS = [
    Raised("category_missing", "risk", "purchase.category",
           {"purchase.category": None}, {"purchase.category": "phones"}),
    Raised("item_missing", "error", "purchase.item",
           {"purchase.item": None}, {"purchase.item": "Товар"}),
    Raised("contract_date_missing", "error", "purchase.contract_date",
           {"purchase.contract_date": None}, {"purchase.transfer_date": None}),
    Raised("no_receipt", "note", "purchase.receipt",
           {"purchase.receipt": None}, {"purchase.receipt": "чек"}),
    Raised("not_in_the_list", "note", "purchase.category",
           OTHER, {"purchase.category": "watches", "purchase.item": "Часы"}),
    Raised("goods_disputed", "risk", "purchase.category",
           {"purchase.item": "Электросамокат", "purchase.category": "cars"},
           {"purchase.item": "Мопед", "purchase.category": "cars"}),
    Raised("category_unlikely", "risk", "purchase.category",
           {"purchase.item": "Ноутбук"}, {"purchase.item": "Айфон"}),
    Raised("country_not_told", "note", "country", {"country": None}, {"country": "RU"}),
    Raised("country_not_russia", "error", "country", {"country": "KZ"}, {"country": "RU"}),
    Raised("country_not_russia", "error", "country", {"country": "BY"}, {"country": "RU"}),
]  # fmt: skip

REPAIRS = [
    Raised("no_repairs", "note", "repairs", {"repairs": []}, {"repairs": None}),
    Raised("repairs_not_told", "note", "repairs", {"repairs": None}, {"repairs": []}),
    Raised("repair_outcome_missing", "risk", "repairs[1].outcome",
           {"repairs[1].outcome": None}, {"repairs[1].outcome": "repaired"}),
    Raised("one_repair", "note", "repairs",
           {"repairs": [repair("2026-02-02", "2026-02-20")]}, {}),
    Raised("repairs_overlap", "risk", "repairs[1].handed_over",
           {"repairs[0].returned": "2026-04-02"}, {"repairs[0].returned": "2026-04-01"}),
    Raised("repair_defect_missing", "risk", "repairs[1].defect",
           {"repairs[1].defect": None},
           {"repairs[1].defect": None, "repairs[1].same_defect_as": 1}),
    Raised("same_defect_reference", "risk", "repairs[1].same_defect_as",
           {"repairs[1].same_defect_as": 2}, {"repairs[1].same_defect_as": 1}),
    Raised("same_defect_reference", "risk", "current_defect.same_defect_as",
           {"current_defect": CHECKED | {"same_defect_as": 3}},
           {"current_defect": CHECKED | {"same_defect_as": 2}}),
    Raised("all_same_defect", "risk", "repairs",
           {"repairs[1].defect": SCREEN}, {"repairs[1].defect": "мерцает подсветка"}),
    Raised("similar_defects", "risk", "repairs[1].same_defect_as",
           {"repairs[1].defect": "сильно мерцает экран телефона"}, {"repairs[1].defect": SCREEN}),
    Raised("similar_defects", "risk", "current_defect.same_defect_as",
           {"current_defect": CHECKED | {"description": "сильно хрипит динамик"}},
           {"current_defect": CHECKED_SOUND}),
    Raised("no_repair_act", "risk", "repairs[1].act",
           {"repairs[1].act": None},
           {"repairs[1].act": None, "repairs[1].returned": None,
            "repairs[1].outcome": "in_repair"}),
    Raised("running_but_returned", "risk", "repairs[1].outcome",
           {"repairs[1].outcome": "in_repair"},
           {"repairs[1].outcome": "in_repair", "repairs[1].returned": None}),
    Raised("repair_days_missing", "risk", "repairs[1].returned",
           {"repairs[1].returned": None},
           {"repairs[1].outcome": "in_repair", "repairs[1].returned": None}),
    Raised("no_diagnostic_act", "risk", "current_defect.diagnostic_act",
           {"current_defect": NOW}, {"current_defect": CHECKED}),
    Raised("repair_not_counted", "note", "repairs[1].outcome",
           {"repairs[1].outcome": "no_defect_found"}, {"repairs[1].outcome": "repaired"}),
    Raised("repair_not_counted", "note", "repairs[1].outcome",
           {"repairs[1].outcome": "paid_repair"}, {}),
    Raised("repair_not_counted", "note", "repairs[1].outcome",
           {"repairs[1].outcome": "refused"}, {}),
    Raised("repair_running", "note", "repairs[1].outcome",
           {"repairs[1].outcome": "in_repair", "repairs[1].returned": None}, {}),
    Raised("days_after_ready_notice", "note", "repairs[1].ready_notice",
           {"repairs[1].ready_notice": "2026-04-19"}, {"repairs[1].ready_notice": "2026-04-20"}),
    Raised("taken_back_late", "risk", "repairs[0].returned",
           {"repairs": LATE}, {"repairs": IN_TIME}),
    Raised("repair_penalty_uses_cap", "note", "demands.repair_delay_penalty",
           {"repairs": [repair("2026-01-12", "2026-07-20")],
            "demands.repair_delay_penalty": True},
           {"repairs": [repair("2026-01-12", "2026-05-20")],
            "demands.repair_delay_penalty": True}),
    Raised("repair_delay_penalty", "note", "demands.repair_delay_penalty",
           {"repairs": LATE}, {"repairs": IN_TIME}),
]  # fmt: skip

WARRANTY = [
    Raised("no_warranty_term", "risk", "purchase.warranty_months",
           {"purchase.warranty_months": None}, {"purchase.warranty_months": 1}),
    Raised("no_warranty_term", "risk", "purchase.warranty_months",
           {"purchase.warranty_months": 0}, {"purchase.warranty_months": 1}),
    Raised("warranty_over", "risk", "purchase.warranty_months",
           bought("2025-11-09", 12, repairs=[repair("2026-02-02", "2026-02-12")]),
           bought("2025-11-10", 12, repairs=[repair("2026-02-02", "2026-02-12")])),
    Raised("two_years_over", "error", "purchase.transfer_date",
           OLD | {"letter_date": "2026-01-11"}, OLD | {"letter_date": "2026-01-10"}),
    Raised("two_years_over", "risk", "purchase.transfer_date",
           OLD | {"letter_date": "2026-01-11", "current_defect": CHECKED_SOUND
                  | {"noticed_on": "2026-01-09"}},
           OLD | {"letter_date": "2026-01-10", "current_defect": CHECKED_SOUND
                  | {"noticed_on": "2026-01-09"}}),
    Raised("repair_after_warranty", "note", "repairs[0].requested",
           bought("2025-01-10", 12, repairs=[repair("2026-01-11", "2026-01-20")]),
           bought("2025-01-10", 12, repairs=[repair("2026-01-10", "2026-01-20")])),
    Raised("no_ground", "error", None,
           {"repairs[1].returned": "2026-04-11"}, {"repairs[1].returned": "2026-04-14"}),
    Raised("ground_only_disputed", "risk", None,
           {"repairs[1].returned": "2026-04-13"}, {"repairs[1].returned": "2026-04-14"}),
    Raised("one_year_of_a_long_warranty", "risk", "purchase.warranty_months",
           bought("2025-01-10", 24, repairs=OVER_30), bought("2026-01-10", 12)),
]  # fmt: skip

MONEY = [
    Raised("price_missing", "error", "purchase.price",
           {"purchase.price": None}, {"purchase.price": "100.00"}),
    Raised("price_zero", "error", "purchase.price",
           {"purchase.price": "0.00"}, {"purchase.price": "0.01"}),
    Raised("price_improbable", "risk", "purchase.price",
           {"purchase.price": "0.01"}, {"purchase.price": "990.00"}),
    Raised("price_improbable", "risk", "purchase.price",
           {"purchase.price": "999999999.99"}, {"purchase.price": "4000000.00"}),
    Raised("payment_method_missing", "risk", "payment.method",
           {"payment": None}, {"payment.method": "own_funds"}),
    Raised("installment_paid_missing", "error", "payment.installment.paid",
           {"payment": {"method": "installment"}}, SHOP_CREDIT),
    Raised("paid_more_than_price", "risk", "payment.installment.paid",
           SHOP_CREDIT | {"purchase.price": "48299.99"}, SHOP_CREDIT | {"purchase.price": "48300"}),
    Raised("paid_more_than_price", "risk", "payment.loan.interest_paid",
           _loan(interest_paid="54990.01"), _loan(interest_paid="54990")),
    Raised("installment_whole_price", "error", "losses[0].amount",
           SHOP_CREDIT | _losses(LOSS | {"amount": "72490.50"}), SHOP_CREDIT | _losses(LOSS)),
    Raised("installment_whole_price", "error", "losses[0].amount",
           SHOP_CREDIT | _losses(LOSS | {"amount": "24190.50"}), SHOP_CREDIT | _losses(LOSS)),
    Raised("installment_run_by_bank", "risk", "payment.method",
           SHOP_CREDIT | {"payment.loan": {"bank": "АО «Банк»"}}, SHOP_CREDIT),
    Raised("check_who_runs_installment", "note", "payment.method",
           SHOP_CREDIT, {"payment.method": "own_funds"}),
    Raised("loss_incomplete", "risk", "losses[0].amount",
           _losses(LOSS | {"amount": None}), _losses(LOSS)),
    Raised("loss_incomplete", "risk", "losses[0].description",
           _losses(LOSS | {"description": None}), _losses(LOSS)),
    Raised("loss_repeats_price", "risk", "losses[0].amount",
           _losses(LOSS | {"amount": "54990"}), _losses(LOSS | {"amount": "54989.99"})),
    Raised("loss_without_document", "risk", "losses[0].document",
           _losses(LOSS | {"document": None}), _losses(LOSS)),
    Raised("price_difference_without_source", "risk", "demands.price_difference.source",
           {"demands.price_difference": {"amount": "100"}},
           {"demands.price_difference": {"amount": "100", "source": "сайт магазина"}}),
    Raised("loan_without_bank", "risk", "payment.loan.bank", _loan(bank=None), BANK_LOAN),
    Raised("loan_costs_without_certificate", "risk", "payment.loan.certificate",
           _loan(certificate=None), _loan(certificate=None, interest_paid="0.00")),
    Raised("loan_costs_not_demanded", "note", "demands.reimburse_loan_costs",
           {"payment": LOAN}, BANK_LOAN),
    Raised("loan_amount_missing", "risk", "payment.loan.amount", _loan(amount=None), BANK_LOAN),
    Raised("loan_interest_missing", "risk", "payment.loan.interest_paid",
           _loan(interest_paid=None), _loan(interest_paid="0")),
    Raised("loan_below_price", "risk", "payment.loan.amount",
           _loan(amount="54989.99"), _loan(amount="54990")),
    Raised("loan_above_price", "risk", "payment.loan.amount",
           _loan(amount="54990.01"), _loan(amount="54990")),
]  # fmt: skip

END_DAYS = [repair("2026-02-02", "2026-02-17"), repair("2026-04-01", "2026-04-16", SOUND)]
RUNS = [repair("2026-11-02", None)]
OF_CLAIM = [
    Raised(
        "total_too_large",
        "error",
        "purchase.price",
        _losses(LOSS | {"amount": "999999999.99"}),
        _losses(LOSS | {"amount": "99999999.99"}),
    ),
    Raised("expertise_costs", "note", None, {}, {"repairs": []}),
    Raised(
        "no_current_defect",
        "note",
        "current_defect.description",
        {"current_defect": None},
        {"current_defect": CHECKED},
    ),
    Raised(
        "no_current_defect",
        "risk",
        "current_defect.description",
        {"current_defect": None, "repairs": LATE},
        {"current_defect": CHECKED, "repairs": LATE},
    ),
    Raised(
        "day_count_to_choose",
        "risk",
        "answers.day_count",
        {"repairs": END_DAYS},
        {"repairs": END_DAYS, "answers": {"day_count": "inclusive"}},
    ),
    Raised(
        "repair_still_in_term",
        "risk",
        "repairs[0].outcome",
        OTHER | {"repairs": RUNS},
        OTHER | {"repairs": [repair("2026-09-01", None)]},
    ),
    Raised(
        "last_of_fifteen_days",
        "risk",
        "letter_date",
        bought("2026-11-05", 12, repairs=[], current_defect=CHECKED),
        bought("2026-11-05", 12, repairs=[], current_defect=CHECKED)
        | {"delivery": {"sent_on": "2026-11-20"}},
    ),
]
ALL = [*OF_CLAIM, *DATES, *PARTIES, *GOODS, *REPAIRS, *WARRANTY, *MONEY]
