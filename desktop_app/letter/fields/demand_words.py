"""What a template can say of the demands."""

from datetime import date

from desktop_app.letter.engine.marks import Phrase, Text
from desktop_app.letter.fields.common import loan_costs, money, words
from desktop_app.letter.fields.demands import Demand, DemandKind, demands
from desktop_app.letter.matter import BLANK, Matter, told, unbroken
from desktop_app.letter.vocabulary import Condition, Field, Rows, Vocabulary
from desktop_app.russian.dates import short, span
from desktop_app.russian.lists import joined
from desktop_app.russian.money import rub
from desktop_app.russian.numbers import days


def _sum(demand: Demand) -> Text | None:
    return money(demand.amount, demand.path) or _blank(demand)


def _in_words(demand: Demand) -> Text | None:
    return words(demand.amount, demand.path) or _blank(demand)


def _blank(demand: Demand) -> Text | None:
    return Text(BLANK, demand.path, blank=True) if demand.matter.draft and demand.path else None


def _loan_costs(demand: Demand) -> Phrase:
    amounts = demand.matter.assessment.amounts
    return loan_costs(amounts.interest, amounts.other_payments)


def _both_costs(demand: Demand) -> bool:
    amounts = demand.matter.assessment.amounts
    return bool(amounts.interest and amounts.other_payments)


def _share(demand: Demand) -> Phrase | None:
    """«45 000,00 руб. из 60 000,00 руб.» where the loan is larger than the price."""
    loan, price = demand.matter.case.payment.loan, demand.matter.case.purchase.price
    if not loan or not loan.amount or not price or loan.amount <= price:
        return None
    price_text = Text(rub(price), "purchase.price")
    return Phrase([price_text, " из ", Text(rub(loan.amount), "payment.loan.amount")])


def _title(demand: Demand) -> Text | None:
    if demand.kind != "loss":
        return None
    description = demand.matter.case.losses[demand.index].description
    return told(description, f"losses[{demand.index}].description")


def _document(demand: Demand) -> Phrase | None:
    if demand.kind != "loss":
        return None
    document = demand.matter.case.losses[demand.index].document
    if not document:
        return None
    path = f"losses[{demand.index}].document"
    annex = demand.matter.annex(path)
    return Phrase([Text(unbroken(document), path), Phrase([", ", annex]) if annex else ""])


def _source(demand: Demand) -> Text | None:
    difference = demand.matter.case.demands.price_difference
    if demand.kind != "difference" or not difference or not difference.source:
        return None
    return Text(difference.source, "demands.price_difference.source")


def _span(first: date, last: date) -> str:
    return short(first) if first == last else span(first, last)


def _period(demand: Demand) -> Text | None:
    delay = demand.matter.assessment.amounts.repair_delay
    if demand.kind != "repair_penalty":
        return None
    return Text(f"{days(delay.days)} ({joined([_span(*period) for period in delay.periods])})")


def _goes_on(demand: Demand) -> bool:
    """Whether more will be paid after the claim: not where the loan or the plan is paid up."""
    payment, price = demand.matter.case.payment, demand.matter.case.purchase.price
    if demand.kind in ("loan", "loan_unknown"):
        return payment.loan is None or payment.loan.repaid_on is None
    plan = payment.installment
    return plan is None or plan.paid is None or price is None or plan.paid < price


def _uncapped(demand: Demand) -> Text | None:
    delay = demand.matter.assessment.amounts.repair_delay
    if demand.kind != "repair_penalty" or delay.uncapped is None:
        return None
    return Text(rub(delay.uncapped), "demands.repair_delay_penalty")


def _is_capped(demand: Demand) -> bool:
    delay = demand.matter.assessment.amounts.repair_delay
    return demand.kind == "repair_penalty" and delay.uncapped != delay.penalty


def _is(kind: DemandKind, name: str, rule: str, absent: str, path: str) -> Condition[Demand]:
    return Condition(name, rule, absent, (path,), lambda demand: demand.kind == kind)


WORDS: Vocabulary[Matter] = Vocabulary(
    rows=(
        Rows(
            "требования",
            "Требования по порядку",
            demands,
            fields=(
                Field("номер", "Номер требования", lambda d: str(d.number)),
                Field("сумма", "Сумма: «44 091,00 руб.»", _sum),
                Field("прописью", "Сумма прописью", _in_words),
                Field("расходы_на_кредит", "«проценты — … и иные платежи — …»", _loan_costs),
                Field("доля", "«45 000,00 руб. из 60 000,00 руб.»", _share),
                Field("убыток", "Название убытка", _title),
                Field("документ", "Документ об убытке с номером приложения", _document),
                Field("источник", "Откуда взята цена такого товара", _source),
                Field("без_потолка", "Неустойка за ремонт без потолка", _uncapped),
                Field("период", "Дни и период просрочки ремонта", _period),
            ),
            conditions=(
                _is(
                    "price",
                    "цена",
                    "вы требуете вернуть цену товара",
                    "при рассрочке возвращают уплаченное",
                    "purchase.price",
                ),
                _is(
                    "installment",
                    "рассрочка",
                    "вы требуете вернуть уплаченное по рассрочке",
                    "рассрочки магазина нет",
                    "payment.installment.paid",
                ),
                _is(
                    "fee",
                    "плата_за_рассрочку",
                    "вы требуете вернуть плату за рассрочку",
                    "платы за рассрочку нет",
                    "payment.installment.fee",
                ),
                _is(
                    "loan",
                    "кредит",
                    "вы требуете возместить расходы на кредит",
                    "расходы на кредит не заявлены",
                    "payment.loan.interest_paid",
                ),
                _is(
                    "loan_unknown",
                    "кредит_без_суммы",
                    "вы требуете возместить расходы на кредит, сумму которых ещё назовёт банк",
                    "сумма расходов на кредит названа или они не заявлены",
                    "payment.loan.interest_paid",
                ),
                Condition(
                    "далее",
                    "платежи продолжаются и после претензии",
                    "кредит или рассрочка уже погашены",
                    ("payment.loan.repaid_on", "payment.installment.paid"),
                    _goes_on,
                ),
                Condition(
                    "название",
                    "убыток назван",
                    "убыток не назван",
                    ("losses[].description",),
                    lambda d: _title(d) is not None,
                ),
                Condition(
                    "ограничена",
                    "неустойка за ремонт больше уплаченного за товар",
                    "неустойка за ремонт не больше уплаченного",
                    ("demands.repair_delay_penalty",),
                    _is_capped,
                    "п. 1 ст. 23",
                ),
                _is(
                    "loss", "убыток", "вы требуете возместить этот расход", "убытков нет", "losses"
                ),
                _is(
                    "difference",
                    "разница_в_цене",
                    "вы требуете разницу в цене",
                    "разница в цене не заявлена",
                    "demands.price_difference.amount",
                ),
                _is(
                    "repair_penalty",
                    "неустойка_за_ремонт",
                    "вы требуете неустойку за просрочку ремонта",
                    "неустойка за просрочку ремонта не заявлена",
                    "demands.repair_delay_penalty",
                ),
                _is(
                    "answer",
                    "ответ",
                    "письмо всегда просит письменный ответ",
                    "всегда есть",
                    "buyer.address",
                ),
                Condition(
                    "слагаемые",
                    "по кредиту уплачены и проценты, и иные платежи",
                    "по кредиту уплачено что-то одно",
                    ("payment.loan.interest_paid", "payment.loan.other_payments"),
                    _both_costs,
                ),
                Condition(
                    "доля",
                    "кредит больше цены товара",
                    "кредит не больше цены товара",
                    ("payment.loan.amount", "purchase.price"),
                    lambda d: d.kind in ("loan", "loan_unknown") and _share(d) is not None,
                    "п. 6 ст. 24",
                ),
                Condition(
                    "документ",
                    "есть документ об убытке",
                    "документа об убытке нет",
                    ("losses[].document",),
                    lambda d: _document(d) is not None,
                ),
                Condition(
                    "источник",
                    "назван источник цены",
                    "источник цены не назван",
                    ("demands.price_difference.source",),
                    lambda d: _source(d) is not None,
                    "п. 4 ст. 24",
                ),
            ),
        ),
    ),
)
