"""What a refund means for the person, in days and money."""

from collections.abc import Iterator

from desktop_app.assessment.demanded import penalty
from desktop_app.assessment.model import Assessment
from desktop_app.case.model import Case
from desktop_app.russian.dates import full
from desktop_app.russian.money import roubles


def means(case: Case, assessment: Assessment, supposed: bool) -> tuple[str, ...]:
    """Return what follows from the claim; `supposed`: it is not handed over yet."""
    return tuple(_sentences(case, assessment, supposed))


def _sentences(case: Case, assessment: Assessment, supposed: bool) -> Iterator[str]:
    amounts, by = assessment.amounts, assessment.deadlines.answer_by
    if by:
        today = "отдадите письмо сегодня — " if supposed else ""
        yield f"Магазин отвечает за 10 дней: {today}до {full(by)} включительно."
    if amounts.principal is None:
        yield "Вам вернут то, что вы заплатили за товар."
    else:
        for_goods = f"Вам вернут {roubles(amounts.principal)}"
        if case.payment.method == "installment":
            for_goods += " — уплаченное по рассрочке"
        total = amounts.total or amounts.principal
        more = f", а со всем остальным — {roubles(total)}" if total > amounts.principal else ""
        yield f"{for_goods}{more}."
    if case.payment.method == "consumer_loan":
        costs = (
            "Проценты и платежи по кредиту письмо не требует: вы так выбрали"
            if case.demands.reimburse_loan_costs is False
            else "Проценты и платежи по кредиту магазин тоже возмещает"
        )
        yield f"{costs}; платить банку нужно дальше."
    yield from penalty(assessment)
    yield "Договор прекращается, товар вы отдаёте."
