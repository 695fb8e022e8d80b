"""The memo beside the letter: what to do on paper, with the days and sums of this case.

Source: ст. 13, 17, 18, 20, 22–24 ЗоЗПП, ст. 165.1 ГК, the rules of the post.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from desktop_app.advice.next_steps import MARK, NextStep, next_steps
from desktop_app.assessment.assess import assess
from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Assessment
from desktop_app.assessment.wording import acting_for
from desktop_app.case.edit import replaced
from desktop_app.case.model import Case
from desktop_app.law.book import LawBook, load_law_book
from desktop_app.russian.dates import full
from desktop_app.russian.money import roubles, roubles_short
from desktop_app.russian.typography import tidy

_LATER = {"in_person": (0, 1, 2, 3), "post": (3, 5, 7, 10, 14), "email": (0, 1)}
_UNKNOWN = (0, 1, 3, 5, 7, 10)
"""For how many days after the letter's own day the table shows what follows."""


@dataclass(frozen=True, slots=True)
class Memo:
    """What the memo says: steps; days (received, last day of the answer, penalty); warnings."""

    steps: tuple[NextStep, ...]
    days: tuple[tuple[str, str, str], ...]
    warnings: tuple[str, ...]


def memo(case: Case, kind: Kind, assessment: Assessment, today: date) -> Memo:
    """Return the memo of a case as assessed on `today`."""
    book = load_law_book()
    steps = (
        *(_on_paper(one) for one in next_steps(case, kind, assessment, today)),
        *_later(case, kind, assessment, book),
    )
    return Memo(
        steps,
        tuple(_days(case, kind, max(assessment.law_as_of, today), book)),
        tuple(tidy(one) for one in _warnings(case)),
    )


def _on_paper(step: NextStep) -> NextStep:
    """Return a step as paper tells it: the table below has the days that follow from each day."""
    if step.title != MARK:
        return step
    text = "Со следующего дня идёт срок ответа. Чего ждать и когда — в таблице ниже."
    return NextStep(step.title, tidy(text), step.citation)


def _days(case: Case, kind: Kind, from_day: date, book: LawBook) -> Iterator[tuple[str, str, str]]:
    """Yield what follows from each day on which the seller may have the letter."""
    told = case.delivery.handed_on if case.delivery else None
    channel = case.delivery.channel if case.delivery else None
    spread = _LATER.get(channel or "", _UNKNOWN)
    start = (case.delivery.sent_on if case.delivery else None) or from_day
    for day in (told,) if told else (start + timedelta(days=more) for more in spread):
        handed = replaced(case, "delivery.handed_on", day)
        found = assess(handed, kind, book, day).deadlines
        if found.answer_by and found.penalty_from:
            yield (full(day), full(found.answer_by), full(found.penalty_from))


def _later(case: Case, kind: Kind, assessment: Assessment, book: LawBook) -> Iterator[NextStep]:
    """Yield what comes after the term: complaint and court, the penalty with its cap."""
    delivery, amounts, law = case.delivery, assessment.amounts, book.law
    if delivery and delivery.response and delivery.response.kind == "paid":
        return
    penalty = ""
    if amounts.penalty_per_day:
        cap = f", но не больше {roubles(amounts.penalty_cap)}" if amounts.penalty_cap else ""
        penalty = f" За каждый день опоздания — {roubles(amounts.penalty_per_day)}{cap}."
    other = " Можно и потребовать вместо замены деньги." if kind.id == "replacement" else ""
    day = assessment.law_as_of
    free, peace = (
        roubles_short(Decimal(str(law.on(name, day).value)))
        for name in ("court_fee_free_up_to", "magistrate_up_to")
    )
    yield NextStep(
        tidy("Если в срок не ответили или отказали"),
        tidy(
            f"Пожалуйтесь в Роспотребнадзор и подайте иск по своему месту жительства.{other}"
            f"{penalty} Пошлины нет, пока цена иска не больше {free}. До {peace} дело "
            "рассматривает мировой судья, дороже — районный суд; моральный вред и штраф в цену "
            "иска не входят. Штраф и моральный вред взыщет суд: в письме их не требуют."
        ),
        tidy("ст. 13, 15, 17"),
    )


def _warnings(case: Case) -> Iterator[str]:
    yield "Подлинники чека, актов и договора оставьте себе: магазину отдают копии."
    yield (
        "Не отказывайтесь от проверки товара и приходите на неё: если товар не дать на проверку, "
        "суд не взыщет штраф."
    )
    yield (
        "Если экспертиза покажет, что товар сломался по вашей вине, её, хранение и перевозку "
        "оплатите вы."
    )
    yield (
        "Не отдавайте товар без бумаги: пусть подпишут акт, где стоят серийный номер, внешний вид, "
        "дата и зачем взяли."
    )
    yield "Паспорт, СНИЛС и номер карты в письмо не вписывают; для денег довольно счёта и БИК."
    if case.payment.method == "consumer_loan":
        yield "Банку платите по графику: письмо и возврат товара кредит не прекращают."
    who = acting_for(case)
    if who is not None:
        paper = "Доверенность" if who.authority == "power_of_attorney" else "Документ о праве"
        yield f"Подписывает и отдаёт письмо представитель. {paper} пусть возьмёт с собой."
