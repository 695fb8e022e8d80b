"""Findings about a bank's loan: its papers, its size, its costs."""

from collections.abc import Iterator
from decimal import ROUND_DOWN

from desktop_app.assessment.findings.examined import Examined, finding
from desktop_app.assessment.model import Finding
from desktop_app.assessment.money import loan_share
from desktop_app.russian.money import KOPECK, ZERO, percent, roubles


def told(examined: Examined) -> Iterator[Finding]:
    """Which bank, and the paper that proves the costs."""
    payment = examined.situation.case.payment
    if payment.method != "consumer_loan":
        return
    loan = payment.loan
    if loan is None or not loan.bank:
        yield finding(
            "risk",
            "loan_without_bank",
            "payment.loan.bank",
            "Не назван банк, выдавший кредит: посмотрите в кредитном договоре.",
            "п. 6 ст. 24",
        )
    if loan is None:
        return
    costs = (loan.interest_paid or ZERO) + (loan.other_payments or ZERO)
    wanted = examined.situation.case.demands.reimburse_loan_costs
    if costs and wanted and loan.amount is None:
        yield finding(
            "risk",
            "loan_amount_missing",
            "payment.loan.amount",
            "Не названа сумма кредита. Если он больше цены товара, возместят только долю "
            "процентов.",
            "п. 6 ст. 24",
        )
    if wanted and loan.interest_paid is None:
        yield finding(
            "risk",
            "loan_interest_missing",
            "payment.loan.interest_paid",
            "Расходы на кредит заявлены, а сколько процентов уплачено, не сказано: возьмите сумму "
            "из справки банка. Пока письмо требует их без суммы.",
            "п. 6 ст. 24",
        )
    if costs and wanted and not loan.certificate:
        yield finding(
            "risk",
            "loan_costs_without_certificate",
            "payment.loan.certificate",
            "Проценты по кредиту заявлены без справки банка: закажите справку об уплаченных "
            "процентах и приложите.",
            "п. 6 ст. 24",
        )
    shared = loan_share(examined.situation) < 1
    if costs and not wanted:
        yield finding(
            "note",
            "loan_costs_not_demanded",
            "demands.reimburse_loan_costs",
            f"За кредит уплачено {roubles(costs)}: "
            f"{'долю товара в них' if shared else 'их'} можно потребовать вместе с ценой.",
            "п. 6 ст. 24",
        )


def size(examined: Examined) -> Iterator[Finding]:
    """A loan larger than the price: only the share of the goods is due."""
    case = examined.situation.case
    loan, price = case.payment.loan, case.purchase.price
    if case.payment.method != "consumer_loan" or not loan or not loan.amount or not price:
        return
    if loan.amount > price and case.demands.reimburse_loan_costs:
        share = (loan_share(examined.situation) * 100).quantize(KOPECK, ROUND_DOWN)
        yield finding(
            "risk",
            "loan_above_price",
            "payment.loan.amount",
            f"Кредит ({roubles(loan.amount)}) больше цены товара ({roubles(price)}): к "
            f"возмещению взята доля товара — {percent(share)}. Суды взыскивают так же.",
            "п. 6 ст. 24",
        )


def below_price(examined: Examined) -> Iterator[Finding]:
    """A loan smaller than the price: the rest was paid otherwise."""
    case = examined.situation.case
    loan, price = case.payment.loan, case.purchase.price
    if case.payment.method != "consumer_loan" or not loan or not loan.amount or not price:
        return
    if loan.amount < price:
        yield finding(
            "risk",
            "loan_below_price",
            "payment.loan.amount",
            f"Кредит ({roubles(loan.amount)}) меньше цены товара ({roubles(price)}): остальное вы "
            "заплатили сами? Приложите чек.",
            "п. 6 ст. 24",
        )


def paid_more(examined: Examined) -> Iterator[Finding]:
    """Costs above the loan itself are most often a slip."""
    case = examined.situation.case
    loan, price = case.payment.loan, case.purchase.price
    if case.payment.method != "consumer_loan" or not loan or not price:
        return
    costs = (loan.interest_paid or ZERO) + (loan.other_payments or ZERO)
    if costs > price:
        yield finding(
            "risk",
            "paid_more_than_price",
            "payment.loan.interest_paid",
            f"Проценты и платежи ({roubles(costs)}) больше цены товара ({roubles(price)}): "
            "проверьте, не вписан ли сюда сам долг.",
            "п. 6 ст. 24",
        )


OF_MONEY_BACK = (told, size, below_price, paid_more)
