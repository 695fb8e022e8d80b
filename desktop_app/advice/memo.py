"""The memo beside the letter: what to do on paper, with the days and sums of this case.

Source: ст. 13, 17, 18, 20, 22–24 ЗоЗПП, ст. 165.1 ГК, the rules of the post.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from desktop_app.advice.next_steps import next_steps
from desktop_app.advice.step import COURT, MARK, SIGN, NextStep
from desktop_app.assessment.assess import assess
from desktop_app.assessment.demanded import penalty
from desktop_app.assessment.grounds import relied_on
from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Assessment
from desktop_app.assessment.money import owes_the_bank
from desktop_app.assessment.wording import acting_for
from desktop_app.case.edit import replaced
from desktop_app.case.model import Case
from desktop_app.law.book import LawBook, load_law_book
from desktop_app.letter.annexes import calculates
from desktop_app.russian.dates import full
from desktop_app.russian.money import roubles_short
from desktop_app.russian.typography import tidy

_BY_POST, _BY_HAND = (3, 5, 7, 10, 14), (0, 1, 3, 5, 7)
"""For how many days after the letter's own day the table shows what follows."""


@dataclass(frozen=True, slots=True)
class Memo:
    """What the memo says: steps; days (received, last day of the answer, penalty); warnings."""

    steps: tuple[NextStep, ...]
    days: tuple[tuple[str, str, str], ...]
    warnings: tuple[str, ...]


def memo(case: Case, kind: Kind, assessment: Assessment, today: date) -> Memo:
    """Return the memo of a case as assessed on `today`."""
    found = next_steps(case, kind, assessment, today)
    if assessment.settled and assessment.settled.fulfilled:
        return Memo(tuple(map(_in_roubles, found)), (), ())
    book = load_law_book()
    steps = [_on_paper(one, case, kind, assessment) for one in found if one.title != COURT]
    later = _later(case, kind, assessment, today, book)
    return Memo(
        tuple(_in_roubles(one) for one in (*_in_time(kind, case, assessment), *steps, later)),
        tuple(_days(case, kind, assessment, today, book)),
        tuple(tidy(one) for one in _warnings(case, kind, assessment)),
    )


def _in_roubles(step: NextStep) -> NextStep:
    """Return a step with «руб.»: the fonts of paper seldom have the rouble's sign."""
    title = step.title.replace("₽", "руб.")
    text = step.text.replace("₽.", "руб.").replace("₽", "руб.")
    return NextStep(title, text, step.citation)


def _on_paper(step: NextStep, case: Case, kind: Kind, assessment: Assessment) -> NextStep:
    """Return a step as paper tells it, with the other sheets and the table below in mind."""
    if step.title == MARK:
        term = kind.term(case)
        text = (
            f"Со следующего дня идёт срок {term.awaited}: последний день — в таблице ниже. "
            f"{term.longer}"
        )
        return NextStep(step.title, tidy(text.strip()), step.citation)
    if step.title == SIGN and calculates(kind, assessment, case.answers.day_count):
        also = "Подпишите и «Расчёт дней»: по одному к каждому экземпляру."
        return NextStep(step.title, f"{step.text} {tidy(also)}", step.citation)
    return step


def _in_time(kind: Kind, case: Case, assessment: Assessment) -> Iterator[NextStep]:
    """Yield the last day of a claim that rests on the first fifteen days alone."""
    last = _last_of_fifteen(kind, case, assessment)
    if last is not None:
        yield NextStep(
            tidy(f"Успейте до {full(last)}"),
            tidy(
                "Это последний из первых 15 дней: отдайте письмо в магазин или сдайте на почту не "
                "позже этого дня, на почту — до 24 часов. Потом этого основания не будет."
            ),
            tidy("абз. 8 п. 1 ст. 18, ст. 194 ГК"),
        )


def _last_of_fifteen(kind: Kind, case: Case, assessment: Assessment) -> date | None:
    relied = relied_on(assessment.grounds, kind.grounds, case.answers.day_count)
    starts, sent = assessment.warranty.starts, case.delivery and case.delivery.sent_on
    if sent or starts is None or {ground.id for ground in relied} != {"within_15_days"}:
        return None
    return starts + timedelta(days=assessment.limits.any_defect)


def _days(
    case: Case, kind: Kind, assessment: Assessment, today: date, book: LawBook
) -> Iterator[tuple[str, str, str]]:
    """Yield what follows from each day on which the seller may have the letter."""
    last = _last_of_fifteen(kind, case, assessment)
    for day in _received(case, max(assessment.law_as_of, today)):
        if last is not None and _by_hand(case) and day > last:
            return
        handed = replaced(case, "delivery.handed_on", day)
        found = assess(handed, kind, book, day)
        due = found.deadlines
        if due.answer_by and due.penalty_from:
            nothing = assessment.amounts.cap_left == 0
            yield (full(day), full(due.answer_by), "—" if nothing else full(due.penalty_from))


def _received(case: Case, from_day: date) -> Iterator[date]:
    """Yield the day of receipt, or those on which it may be."""
    delivery = case.delivery
    if delivery and delivery.handed_on:
        yield delivery.handed_on
        return
    sent = delivery.sent_on if delivery else None
    by_post = delivery is not None and (delivery.channel == "post" or bool(delivery.refused))
    start, spread = sent or from_day, _BY_POST if by_post else _BY_HAND
    if start + timedelta(days=spread[0]) < from_day:
        start, spread = from_day, _BY_HAND
    yield from (start + timedelta(days=more) for more in spread)


def _by_hand(case: Case) -> bool:
    return case.delivery is not None and case.delivery.channel == "in_person"


def _later(case: Case, kind: Kind, assessment: Assessment, today: date, book: LawBook) -> NextStep:
    """Return what comes after the term: complaint and court, the penalty with its cap."""
    by, response = assessment.deadlines.answer_by, case.delivery and case.delivery.response
    is_due = (by is not None and today > by) or bool(response and response.kind == "refused")
    title = "Что можно теперь" if is_due else "Если в срок не ответили или отказали"
    money = kind.id == "replacement"
    other = (
        " Вместо замены можно потребовать деньги: для этого нужно новое письмо." if money else ""
    )
    owed = " ".join(penalty(assessment))
    text = f"Пожалуйтесь в Роспотребнадзор и подайте иск по своему месту жительства.{other} {owed}"
    court = _court(assessment, book)
    citation = "ст. 13, 15, 17, п. 2 ст. 23" if money else "ст. 13, 15, 17, 23"
    return NextStep(tidy(title), tidy(f"{text} {court}"), tidy(citation))


def _court(assessment: Assessment, book: LawBook) -> str:
    day, total = assessment.law_as_of, assessment.amounts.total
    if assessment.settled and assessment.settled.remainder is not None:
        total = assessment.settled.remainder
    free, peace = (
        Decimal(str(book.law.on(name, day).value))
        for name in ("court_fee_free_up_to", "magistrate_up_to")
    )
    fee = f"Пошлины нет, пока цена иска не больше {roubles_short(free)}."
    if total is not None and total > free:
        fee = f"Пошлину платят только с того, что больше {roubles_short(free)}."
    before = f"До {roubles_short(peace)} дело рассматривает мировой судья, дороже — районный суд"
    if total is not None and total > peace:
        before = "Дело рассматривает районный суд"
    return (
        f"{fee} {before}; моральный вред и штраф в цену иска не входят. Штраф и моральный вред "
        "взыщет суд: в письме их не требуют."
    )


def _warnings(case: Case, kind: Kind, assessment: Assessment) -> Iterator[str]:
    yield "Подлинники чека, актов и договора оставьте себе: магазину отдают копии."
    yield (
        "Не отказывайтесь от проверки товара и приходите на неё: если товар не дать на проверку, "
        "суд не взыщет штраф."
    )
    yield (
        "Если экспертиза покажет, что товар сломался по вашей вине, её, хранение и перевозку "
        "оплатите вы."
    )
    if not any(repair.running for repair in assessment.repairs):
        yield (
            "Не отдавайте товар без бумаги: пусть подпишут акт, где стоят серийный номер, внешний "
            "вид, дата и зачем взяли."
        )
    money = "; для денег довольно счёта и БИК" if kind.id == "refund" else ""
    yield f"Паспорт, СНИЛС и номер карты в письмо не вписывают{money}."
    if owes_the_bank(case):
        yield "Банку платите по графику: письмо и возврат товара кредит не прекращают."
    who = acting_for(case)
    if who is not None:
        paper = "Доверенность" if who.authority == "power_of_attorney" else "Документ о праве"
        yield f"Подписывает и отдаёт письмо представитель. {paper} пусть возьмёт с собой."
