"""What the refund is: its grounds, its term, what belongs to its findings."""

from collections.abc import Iterator
from datetime import date

from desktop_app.assessment.findings import loan, parties, payment
from desktop_app.assessment.findings.examined import Examined, finding
from desktop_app.assessment.kind import Kind, Term
from desktop_app.assessment.model import Finding
from desktop_app.assessment.situation import Situation
from desktop_app.case.model import Case
from desktop_app.claims.refund.means import means
from desktop_app.claims.refund.sums import demands, sums
from desktop_app.law.terms import last_day


def answer_by(situation: Situation, handed_on: date) -> date:
    """Return the last day of the answer: the day of handing over is day 0 (ст. 22; 191 ГК)."""
    days = situation.law.whole("refund_answer_days")
    return last_day(handed_on, days, situation.law.calendar)


def not_chosen(examined: Examined) -> Iterator[Finding]:
    """Nobody has chosen what to demand: money is taken."""
    if examined.situation.case.kind is None:
        yield finding(
            "note",
            "kind_not_told",
            "kind",
            "Не выбрано, чего требовать: письмо потребует вернуть деньги. Можно и заменить товар.",
            "п. 1 ст. 18",
        )


def term(case: Case) -> Term:
    """Return the words for the term."""
    return Term("ответа", "ст. 22, 23")


REFUND = Kind(
    id="refund",
    title="Возврат денег за товар",
    demand="вернуть деньги за товар",
    done="Деньги вернули",
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
    leaves_out=(),
    checks=(not_chosen, *payment.OF_MONEY_BACK, *parties.OF_MONEY_BACK, *loan.OF_MONEY_BACK),
    means=means,
)
