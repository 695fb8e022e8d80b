"""Findings that only a claim for replacement has."""

from collections.abc import Iterator

from desktop_app.assessment.findings.examined import Examined, finding
from desktop_app.assessment.model import Finding
from desktop_app.assessment.money import owes_the_bank, owes_the_shop
from desktop_app.claims.replacement.wanted import (
    WORTH_TELLING,
    difference,
    may_have_meanwhile,
    meanwhile,
    wants_other,
)
from desktop_app.russian.money import roubles


def wanted(examined: Examined) -> Iterator[Finding]:
    """What is to be given in place of the goods."""
    case = examined.situation.case
    replacement = case.demands.replacement
    if replacement is None or replacement.same is None:
        yield finding(
            "note",
            "replacement_not_told",
            "demands.replacement.same",
            "Не сказано, на что менять: письмо потребует такой же товар.",
            "абз. 2 п. 1 ст. 18",
        )
    elif wants_other(case) and not replacement.item:
        yield finding(
            "error",
            "replacement_item_missing",
            "demands.replacement.item",
            "Не названо, на какой товар менять: впишите марку и модель.",
            "абз. 3 п. 1 ст. 18",
        )


def price(examined: Examined) -> Iterator[Finding]:
    """Other goods have another price; who pays the difference."""
    case = examined.situation.case
    replacement, more = case.demands.replacement, difference(case)
    if not wants_other(case):
        return
    if more is None:
        if replacement is not None and replacement.price is None:
            yield finding(
                "risk",
                "replacement_price_missing",
                "demands.replacement.price",
                "Не сказано, сколько стоит другой товар: без цены не видно, кто кому доплатит.",
                "п. 2 ст. 24",
            )
        return
    ends = "доплаты почти не будет"
    if abs(more) >= WORTH_TELLING:
        debt = owes_the_shop(case)
        back = "ваш долг станет меньше" if debt else "магазин должен вернуть вам"
        who = "вам придётся доплатить" if more > 0 else back
        ends = f"{who} примерно {'на ' if debt and more < 0 else ''}{roubles(abs(more))}"
    yield finding(
        "note",
        "replacement_recalculated",
        "demands.replacement.price",
        f"Если цены не изменятся, {ends}. Считают по ценам на день замены: если ваш товар "
        "подорожал, это в вашу пользу.",
        "п. 2 ст. 24",
    )


def terms(examined: Examined) -> Iterator[Finding]:
    """Seven days are not always the term; credit goes on."""
    case, law = examined.situation.case, examined.situation.law
    days, checked = law.whole("replacement_days"), law.whole("replacement_with_check_days")
    yield finding(
        "note",
        "replacement_terms",
        None,
        f"Заменить товар должны за {days} дней. Если магазин проверяет качество — за {checked}, "
        "если такого товара у него нет — за месяц.",
        "п. 1 ст. 21",
    )
    if not may_have_meanwhile(case):
        yield finding(
            "note",
            "nothing_meanwhile",
            "purchase.category",
            "Товар на время замены для автомобилей, мототехники и лодок закон не даёт: письмо его "
            "не требует.",
            "п. 2 ст. 20, п. 1 ст. 21",
        )
    elif meanwhile(case) and case.purchase.category in ("appliances", "other"):
        yield finding(
            "risk",
            "meanwhile_not_for_all",
            "demands.replacement.meanwhile",
            "На время замены не дают мебель, бритвы, фены и приборы, на которых готовят еду: "
            "плиты, микроволновые печи, чайники. Если у вас такой товар, откажитесь от этого "
            "требования.",
            "п. 2 ст. 20, п. 1 ст. 21",
        )
    if owes_the_shop(case) or owes_the_bank(case):
        yield finding(
            "note",
            "credit_goes_on",
            "payment.method",
            "При замене договор с магазином остаётся, и платить по графику нужно дальше.",
        )


def left_out(examined: Examined) -> Iterator[Finding]:
    """What belongs to a refund only is not demanded with a replacement."""
    demands = examined.situation.case.demands
    if demands.price_difference and demands.price_difference.amount:
        yield finding(
            "note",
            "price_difference_left_out",
            "demands.price_difference",
            "Разницу в цене требуют вместе с возвратом денег; при замене письмо о ней не говорит.",
            "п. 1, 4 ст. 24",
        )
    method = examined.situation.case.payment.method
    if demands.reimburse_loan_costs and method == "consumer_loan":
        yield finding(
            "note",
            "loan_costs_left_out",
            "demands.reimburse_loan_costs",
            "Проценты по кредиту возмещают при возврате денег; при замене письмо их не требует.",
            "п. 6 ст. 24",
        )


CHECKS = (wanted, price, terms, left_out)
