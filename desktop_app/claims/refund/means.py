"""What a refund means for the person, in days and money."""

from collections.abc import Iterator

from desktop_app.assessment.model import Assessment
from desktop_app.case.model import Case
from desktop_app.russian.dates import full
from desktop_app.russian.money import roubles


def means(case: Case, assessment: Assessment) -> tuple[str, ...]:
    """Return what follows from the claim; the case is taken as handed over."""
    return tuple(_sentences(case, assessment))


def _sentences(case: Case, assessment: Assessment) -> Iterator[str]:
    amounts, by = assessment.amounts, assessment.deadlines.answer_by
    if by:
        yield f"Магазин отвечает за 10 дней: отдадите письмо сегодня — до {full(by)} включительно."
    if amounts.principal is None:
        yield "Вам вернут то, что вы заплатили за товар."
    else:
        for_goods = f"Вам вернут {roubles(amounts.principal)}"
        if case.payment.method == "installment":
            for_goods += " — уплаченное по рассрочке"
        more = (amounts.total or amounts.principal) - amounts.principal
        yield f"{for_goods}{f', а с остальным — {roubles(amounts.total or more)}' if more else ''}."
    if case.payment.method == "consumer_loan":
        yield "Проценты и платежи по кредиту магазин тоже возмещает; платить банку нужно дальше."
    if amounts.penalty_per_day:
        yield f"За каждый день опоздания — {roubles(amounts.penalty_per_day)}."
    yield "Договор прекращается, товар вы отдаёте."
