"""How the goods were paid for: own money, the shop's instalments, a bank's loan."""

from desktop_app.case.model import Installment, Loan
from desktop_app.letter.engine.marks import Phrase, Text
from desktop_app.letter.fields.common import day, in_brackets, loan_costs, money
from desktop_app.letter.matter import Matter, told, unbroken
from desktop_app.letter.vocabulary import Condition, Field, Vocabulary
from desktop_app.russian.money import percent, rub


def _loan(matter: Matter) -> Loan:
    """Return the loan if the bank was paid by it; else one without answers."""
    payment = matter.case.payment
    return (payment.method == "consumer_loan" and payment.loan) or Loan()


def _plan(matter: Matter) -> Installment:
    """Return the instalments if the shop was paid by them; else ones without answers."""
    payment = matter.case.payment
    return (payment.method == "installment" and payment.installment) or Installment()


def _fee(matter: Matter) -> Text | None:
    return money(_plan(matter).fee or None, "payment.installment.fee")


def _rate(matter: Matter) -> Text | None:
    rate = _loan(matter).annual_rate_percent
    return None if rate is None else Text(percent(rate), "payment.loan.annual_rate_percent")


def _certificate(matter: Matter) -> Phrase | None:
    certificate, path = _loan(matter).certificate, "payment.loan.certificate"
    if not certificate:
        return None
    return Phrase([Text(unbroken(certificate), path), in_brackets(matter, path) or ""])


def _below_price(matter: Matter) -> bool:
    amount, price = _loan(matter).amount, matter.case.purchase.price
    return bool(amount and price and amount < price)


def _own_part(matter: Matter) -> Text | None:
    amount, price = _loan(matter).amount, matter.case.purchase.price
    if not (amount and price and amount < price):
        return None
    return Text(rub(price - amount), "payment.loan.amount")


def _loan_field(name: str) -> str:
    return f"payment.loan.{name}"


def _demands_costs(matter: Matter) -> bool:
    return any(one.kind in ("loan", "loan_unknown") for one in matter.assessment.demands)


def _stop(matter: Matter) -> str:
    """Return the full stop of the sentence about the loan, where «руб.» has not set it."""
    loan = _loan(matter)
    more = (loan.annual_rate_percent is not None, loan.until, loan.repaid_on, _below_price(matter))
    return "" if loan.amount and not any(more) else "."


WORDS: Vocabulary[Matter] = Vocabulary(
    fields=(
        Field(
            "рассрочка.до",
            "До какого дня рассрочка",
            lambda m: day(_plan(m).until, "payment.installment.until"),
        ),
        Field(
            "рассрочка.уплачено",
            "Сколько уплачено на дату претензии",
            lambda m: money(_plan(m).paid, "payment.installment.paid"),
        ),
        Field("рассрочка.плата", "Плата за рассрочку", _fee),
        Field(
            "кредит.банк",
            "Банк или МФО",
            lambda m: told(_loan(m).bank, _loan_field("bank")),
        ),
        Field(
            "кредит.сумма",
            "Сумма кредита",
            lambda m: money(_loan(m).amount, _loan_field("amount")),
        ),
        Field("кредит.точка", "Точка в конце, если её ещё нет", _stop),
        Field("кредит.свои", "Сколько уплачено сверх кредита", _own_part),
        Field("кредит.ставка", "Ставка: «19,9 %»", _rate),
        Field(
            "кредит.до",
            "До какого дня кредит",
            lambda m: day(_loan(m).until, _loan_field("until")),
        ),
        Field(
            "кредит.погашен",
            "День погашения",
            lambda m: day(_loan(m).repaid_on, _loan_field("repaid_on")),
        ),
        Field(
            "кредит.расходы",
            "«проценты — … и иные платежи — …», как в ответах",
            lambda m: loan_costs(_loan(m).interest_paid, _loan(m).other_payments),
        ),
        Field("кредит.справка", "Справка банка с номером приложения", _certificate),
    ),
    conditions=(
        Condition(
            "свои_деньги",
            "вы платили своими деньгами",
            "вы платили в рассрочку или за счёт кредита",
            ("payment.method",),
            lambda m: m.case.payment.method == "own_funds",
        ),
        Condition(
            "рассрочка",
            "товар куплен в рассрочку магазина",
            "магазин рассрочку не давал",
            ("payment.method",),
            lambda m: m.case.payment.method == "installment",
            "п. 5 ст. 24",
        ),
        Condition(
            "срок_рассрочки",
            "назван последний день рассрочки",
            "последний день рассрочки не назван",
            ("payment.installment.until",),
            lambda m: _plan(m).until is not None,
            within="рассрочка",
        ),
        Condition(
            "уплачено_по_рассрочке",
            "названа сумма, уплаченная по рассрочке",
            "уплаченное по рассрочке не названо",
            ("payment.installment.paid",),
            lambda m: _plan(m).paid is not None,
            "п. 5 ст. 24",
            within="рассрочка",
        ),
        Condition(
            "плата_за_рассрочку",
            "магазин взял плату за рассрочку",
            "платы за рассрочку нет",
            ("payment.installment.fee",),
            lambda m: _fee(m) is not None,
            "п. 5 ст. 24",
            within="рассрочка",
        ),
        Condition(
            "кредит",
            "товар куплен за счёт кредита банка",
            "банковского кредита нет",
            ("payment.method",),
            lambda m: m.case.payment.method == "consumer_loan",
            "п. 6 ст. 24",
        ),
        Condition(
            "банк",
            "назван банк",
            "банк не назван",
            ("payment.loan.bank",),
            lambda m: bool(_loan(m).bank),
            within="кредит",
        ),
        Condition(
            "сумма_кредита",
            "названа сумма кредита",
            "сумма кредита не названа",
            ("payment.loan.amount",),
            lambda m: bool(_loan(m).amount),
            within="кредит",
        ),
        Condition(
            "кредит_меньше_цены",
            "кредит меньше цены товара",
            "не видно, чтобы кредит был меньше цены",
            ("payment.loan.amount", "purchase.price"),
            _below_price,
            "п. 6 ст. 24",
            within="кредит",
        ),
        Condition(
            "ставка",
            "названа ставка",
            "ставка не названа",
            ("payment.loan.annual_rate_percent",),
            lambda m: _rate(m) is not None,
            within="кредит",
        ),
        Condition(
            "срок_кредита",
            "назван последний день кредита, и он ещё не погашен",
            "последний день кредита не назван",
            ("payment.loan.until", "payment.loan.repaid_on"),
            lambda m: bool(_loan(m).until and not _loan(m).repaid_on),
            within="кредит",
        ),
        Condition(
            "кредит_погашен",
            "кредит погашен",
            "кредит ещё не погашен",
            ("payment.loan.repaid_on",),
            lambda m: _loan(m).repaid_on is not None,
            within="кредит",
        ),
        Condition(
            "расходы_по_ответам",
            "за кредит уплачены проценты или иные платежи",
            "проценты и иные платежи по кредиту не названы",
            ("payment.loan.interest_paid", "payment.loan.other_payments"),
            lambda m: bool(loan_costs(_loan(m).interest_paid, _loan(m).other_payments)),
            "п. 6 ст. 24",
            within="кредит",
        ),
        Condition(
            "справка_банка",
            "есть справка банка",
            "справки банка нет",
            ("payment.loan.certificate",),
            lambda m: _certificate(m) is not None,
            "п. 6 ст. 24",
            within="кредит",
        ),
        Condition(
            "расходы_на_кредит",
            "вы требуете проценты и платежи по кредиту",
            "расходы на кредит не заявлены",
            ("demands.reimburse_loan_costs", "payment.loan.interest_paid"),
            _demands_costs,
            "п. 6 ст. 24",
            within="кредит",
        ),
    ),
)
