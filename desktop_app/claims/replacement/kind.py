"""What the replacement is: its grounds, its terms, its demands."""

from collections.abc import Iterator
from datetime import date

from desktop_app.assessment.demanded import MainSums
from desktop_app.assessment.kind import Kind, Term
from desktop_app.assessment.model import Amounts, Demanded
from desktop_app.assessment.situation import Situation
from desktop_app.case.model import Case
from desktop_app.claims.replacement.checks import CHECKS
from desktop_app.claims.replacement.means import means
from desktop_app.claims.replacement.wanted import meanwhile, wants_other
from desktop_app.law.terms import add_months, last_day

_LONGER = (
    "Если магазину нужна проверка качества, срок — 20 дней, если такого товара у него нет — месяц."
)


def answer_by(situation: Situation, handed_on: date) -> date:
    """Return the last day of the replacement: 7 days, 20 with a check, a month without stock.

    The day of handing over is day 0 (п. 1 ст. 21 ЗоЗПП; ст. 191–193 ГК).
    """
    law, delivery = situation.law, situation.case.delivery
    longer = delivery.replacement_term if delivery else None
    if longer == "not_in_stock":
        months = law.whole("replacement_not_in_stock_months")
        return law.calendar.next_working(add_months(handed_on, months))
    name = "replacement_with_check_days" if longer == "check" else "replacement_days"
    return last_day(handed_on, law.whole(name), law.calendar)


def sums(situation: Situation) -> MainSums:
    """Return no sums: nothing is given back for the goods themselves."""
    return MainSums()


def demands(situation: Situation, amounts: Amounts) -> Iterator[Demanded]:
    """Yield the goods in place of the bad ones, then goods for the time of waiting."""
    case = situation.case
    if wants_other(case):
        yield Demanded("other_goods", path="demands.replacement.item", in_money=False)
    else:
        yield Demanded("same_goods", path="demands.replacement.same", in_money=False)
    if meanwhile(case):
        yield Demanded("meanwhile", path="demands.replacement.meanwhile", in_money=False)


def term(case: Case) -> Term:
    """Return the words for the term: seven days, unless the shop has said that it needs more."""
    told = case.delivery.replacement_term if case.delivery else None
    longer = "" if told else _LONGER
    if any(loss.amount for loss in case.losses):
        longer = f"{longer} Расходы возмещают за 10 дней (ст. 22).".strip()
    return Term("замены", "п. 1 ст. 21, ст. 23", longer)


REPLACEMENT = Kind(
    id="replacement",
    title="Замена товара",
    demand="заменить товар",
    done="Товар заменили",
    grounds=(
        "unusable_over_30_days",
        "substantial_defect",
        "repair_deadline_missed",
        "within_15_days",
        "not_technically_complex",
    ),
    answer_by=answer_by,
    term=term,
    sums=sums,
    demands=demands,
    leaves_out=("payment.loan.certificate",),
    checks=CHECKS,
    means=means,
)
