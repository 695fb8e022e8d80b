"""What the template of a refund can say of its demands; the document itself."""

from desktop_app.assessment.money import owes_the_bank, owes_the_shop
from desktop_app.letter.document import Document
from desktop_app.letter.engine.marks import Phrase, Text
from desktop_app.letter.fields import FACTS
from desktop_app.letter.fields.common import loan_costs
from desktop_app.letter.fields.demand_words import demand_words, is_kind
from desktop_app.letter.fields.demands import Demand
from desktop_app.letter.letter import NEEDED, ONE_OF, TEMPLATE, TITLE
from desktop_app.letter.vocabulary import Condition, Field
from desktop_app.russian.money import rub


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


def _source(demand: Demand) -> Text | None:
    difference = demand.matter.case.demands.price_difference
    if demand.kind != "difference" or not difference or not difference.source:
        return None
    return Text(difference.source, "demands.price_difference.source")


def _goes_on(demand: Demand) -> bool:
    """Whether more will be paid after the claim: not where the loan or the plan is paid up."""
    return owes_the_bank(demand.matter.case) or owes_the_shop(demand.matter.case)


_FIELDS: tuple[Field[Demand], ...] = (
    Field("расходы_на_кредит", "«проценты — … и иные платежи — …»", _loan_costs),
    Field("доля", "«45 000,00 руб. из 60 000,00 руб.»", _share),
    Field("источник", "Откуда взята цена такого товара", _source),
)
_CONDITIONS: tuple[Condition[Demand], ...] = (
    is_kind(
        "price",
        "цена",
        "вы требуете вернуть цену товара",
        "при рассрочке возвращают уплаченное",
        "purchase.price",
    ),
    is_kind(
        "installment",
        "рассрочка",
        "вы требуете вернуть уплаченное по рассрочке",
        "рассрочки магазина нет",
        "payment.installment.paid",
    ),
    is_kind(
        "fee",
        "плата_за_рассрочку",
        "вы требуете вернуть плату за рассрочку",
        "платы за рассрочку нет",
        "payment.installment.fee",
    ),
    is_kind(
        "loan",
        "кредит",
        "вы требуете возместить расходы на кредит",
        "расходы на кредит не заявлены",
        "payment.loan.interest_paid",
    ),
    is_kind(
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
    is_kind(
        "difference",
        "разница_в_цене",
        "вы требуете разницу в цене",
        "разница в цене не заявлена",
        "demands.price_difference.amount",
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
        "источник",
        "назван источник цены",
        "источник цены не назван",
        ("demands.price_difference.source",),
        lambda d: _source(d) is not None,
        "п. 4 ст. 24",
    ),
)
CLAIM = Document(
    id="refund",
    name=TITLE,
    folder="refund",
    template=TEMPLATE,
    vocabulary=FACTS + demand_words(_FIELDS, _CONDITIONS),
    needed=NEEDED,
    one_of=ONE_OF,
)
