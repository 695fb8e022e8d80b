"""Findings about the price, the instalments, the losses: nothing absurd, nothing twice."""

import re
from collections.abc import Iterator
from decimal import Decimal

from desktop_app.assessment.findings.examined import Examined, finding
from desktop_app.assessment.model import Finding
from desktop_app.russian.money import LARGEST_IN_WORDS, roubles

_ABSURDLY_LITTLE = Decimal(100)
_ABSURDLY_MUCH = Decimal(20_000_000)
# «банк» in any name of a bank, but not «банковская карта».
_A_BANK = re.compile(r"банк(?!овск)|\bмфо\b|\bмкк\b|микрофин|микрокред", re.IGNORECASE)


def price(examined: Examined) -> Iterator[Finding]:
    """The price: there, not zero, not absurd."""
    price = examined.situation.case.purchase.price
    if price is None:
        yield finding(
            "error",
            "price_missing",
            "purchase.price",
            "Не названа цена товара: без неё нельзя назвать сумму. Посмотрите на чеке.",
        )
    elif price == 0:
        yield finding(
            "error",
            "price_zero",
            "purchase.price",
            "Цена товара — ноль: требовать нечего. Впишите цену с чека.",
        )
    elif not _ABSURDLY_LITTLE <= price <= _ABSURDLY_MUCH:
        yield finding(
            "risk",
            "price_improbable",
            "purchase.price",
            f"Цена товара — {roubles(price)}: проверьте, не потерялись ли цифры.",
        )


def total(examined: Examined) -> Iterator[Finding]:
    """A total beyond what the contract lets a sum be: the letter could not put it in words."""
    amounts = examined.amounts
    sums = (amounts.total, amounts.losses, amounts.interest + amounts.other_payments)
    if any(amount is not None and amount > LARGEST_IN_WORDS for amount in sums):
        yield finding(
            "error",
            "total_too_large",
            "purchase.price",
            "Сумма требований — миллиард рублей и больше: проверьте цену и убытки, в них лишние "
            "цифры.",
        )


def method(examined: Examined) -> Iterator[Finding]:
    """How it was paid for, if that is not told."""
    if examined.situation.case.payment.method is None:
        yield finding(
            "risk",
            "payment_method_missing",
            "payment.method",
            "Не сказано, как вы платили: своими деньгами, магазину по графику или банку по "
            "графику. От этого зависит, что вам вернут.",
            "п. 5, 6 ст. 24",
        )


def installment(examined: Examined) -> Iterator[Finding]:
    """The shop's instalments: what was paid is given back, not the whole price."""
    case = examined.situation.case
    plan = case.payment.installment
    if case.payment.method != "installment":
        return
    if plan is None or plan.paid is None:
        yield finding(
            "error",
            "installment_paid_missing",
            "payment.installment.paid",
            "Не сказано, сколько уже уплачено по рассрочке. Вернут уплаченное, а не всю цену: "
            "сложите платежи по чекам.",
            "п. 5 ст. 24",
        )
        return
    price = case.purchase.price
    if price is not None and plan.paid > price:
        yield finding(
            "risk",
            "paid_more_than_price",
            "payment.installment.paid",
            f"По рассрочке уплачено {roubles(plan.paid)}, а товар стоит {roubles(price)}: "
            "плату за рассрочку впишите отдельно.",
            "п. 5 ст. 24",
        )
    yield from _whole_price_demanded(examined, price, plan.paid)
    yield from _run_by_a_bank(examined)


def _whole_price_demanded(
    examined: Examined, price: Decimal | None, paid: Decimal
) -> Iterator[Finding]:
    unpaid = None if price is None else price - paid
    for index, loss in enumerate(examined.situation.case.losses):
        if loss.amount and loss.amount in (price, unpaid):
            yield finding(
                "error",
                "installment_whole_price",
                f"losses[{index}].amount",
                f"В убытки внесены {roubles(loss.amount)} — это неуплаченная часть цены или вся "
                "цена. При рассрочке магазина возвращают уплаченное: правильная сумма — "
                f"{roubles(paid)}. Уберите строку.",
                "п. 5 ст. 24",
            )


def _run_by_a_bank(examined: Examined) -> Iterator[Finding]:
    case = examined.situation.case
    loan = case.payment.loan
    texts = [case.purchase.receipt, *(a.title for a in case.attachments)]
    if (loan and (loan.bank or loan.certificate)) or any(_A_BANK.search(t) for t in texts if t):
        yield finding(
            "risk",
            "installment_run_by_bank",
            "payment.method",
            "Похоже, график платежей ведёт банк, а не магазин («0-0-24» почти всегда банк). Тогда "
            "выберите «банку по графику»: вернут всю цену и проценты.",
            "п. 5, 6 ст. 24",
        )
    else:
        yield finding(
            "note",
            "check_who_runs_installment",
            "payment.method",
            "Проверьте по договору, кому вы платите по графику: если банку, это кредит, и вернуть "
            "должны всю цену.",
            "п. 5, 6 ст. 24",
        )


def losses(examined: Examined) -> Iterator[Finding]:
    """Losses: each with a sum and a paper, none of them the price once more."""
    case = examined.situation.case
    for index, loss in enumerate(case.losses):
        path = f"losses[{index}]"
        if not loss.amount or not loss.description:
            yield finding(
                "risk",
                "loss_incomplete",
                f"{path}.{'amount' if loss.description else 'description'}",
                f"Убыток № {index + 1} без суммы или без названия: допишите или уберите.",
            )
        elif loss.amount == case.purchase.price and case.payment.method != "installment":
            yield finding(
                "risk",
                "loss_repeats_price",
                f"{path}.amount",
                f"Убыток № {index + 1} равен цене товара: не потребуйте её дважды.",
            )
        if loss.amount and not loss.document:
            yield finding(
                "risk",
                "loss_without_document",
                f"{path}.document",
                f"Убыток № {index + 1} без документа: магазин его не признает. Есть ли чек или "
                "договор?",
                "абз. 7 п. 1 ст. 18",
            )


def price_difference(examined: Examined) -> Iterator[Finding]:
    """The price difference needs a source."""
    difference = examined.situation.case.demands.price_difference
    if difference and difference.amount and not difference.source:
        yield finding(
            "risk",
            "price_difference_without_source",
            "demands.price_difference.source",
            "Не сказано, откуда цена такого товара сегодня: назовите магазин и день, сохраните "
            "снимок страницы.",
            "п. 4 ст. 24",
        )


CHECKS = (price, total, losses)
OF_MONEY_BACK = (method, installment, price_difference)
