"""What to do after the letter is printed, with the days of this case. No widgets.

The days and sums are those of the assessment; here they get their words. Source
of the order of delivery: ст. 165.1 ГК, п. 5 and 7 ст. 18 ЗоЗПП, rules of the post.
"""

from collections.abc import Iterator
from datetime import date

from desktop_app.advice.after_answer import (
    after_all,
    after_part,
    after_refusal,
    runs,
    to_court,
)
from desktop_app.advice.step import MARK, SIGN, NextStep, step
from desktop_app.assessment.assess import assess
from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Assessment
from desktop_app.assessment.money import owes_the_bank, owes_the_shop
from desktop_app.assessment.so_far import so_far
from desktop_app.case.edit import replaced
from desktop_app.case.model import Case, Delivery
from desktop_app.law.book import load_law_book
from desktop_app.letter.annexes import annexes
from desktop_app.russian.dates import full
from desktop_app.russian.money import roubles

_HOLDS_DATA = ("phones", "computers", "consoles", "watches", "cameras", "televisions")


def next_steps(case: Case, kind: Kind, assessment: Assessment, today: date) -> tuple[NextStep, ...]:
    """Return what is to be done from here, in order, for the case as assessed on `today`."""
    return tuple(_steps(case, kind, assessment, today))


def _steps(case: Case, kind: Kind, assessment: Assessment, today: date) -> Iterator[NextStep]:
    delivery, told = so_far(case, today), assessment.settled
    handed = delivery.handed_on is not None
    by = assessment.deadlines.answer_by if handed else None
    if told is not None and told.fulfilled:
        yield from after_all(kind, assessment, told, handed, today)
        return
    if told is not None:
        yield from after_part(case, kind, assessment, told, by, today)
    elif delivery.response and delivery.response.kind == "refused":
        yield from after_refusal(case, kind, assessment, by)
    elif not handed:
        yield from _handing(case, kind, assessment, delivery)
        yield _days_ahead(case, kind, today)
    else:
        yield from _waiting(case, kind, assessment, today)
    yield from _goods(case, any(repair.running for repair in assessment.repairs))
    yield from _schedule(case, kind)


def _handing(
    case: Case, kind: Kind, assessment: Assessment, delivery: Delivery
) -> Iterator[NextStep]:
    on = f" Дата письма — {full(case.letter_date)}." if case.letter_date else ""
    papers = (
        " К экземпляру продавца приложите копии документов по списку в конце письма, подлинники "
        "оставьте себе."
        if annexes(case, kind, assessment)
        else ""
    )
    if delivery.sent_on:
        number = delivery.tracking_number
        yield step(
            "Следите за письмом",
            f"Отправлено {full(delivery.sent_on)}"
            f"{f', номер {number}' if number else ''}. Когда магазин получит его, отметьте "
            "день вручения.",
        )
        return
    yield step(SIGN, f"Распечатайте и подпишите каждый.{on}{papers}")
    yield from _ways(case)


def _ways(case: Case) -> Iterator[NextStep]:
    """Yield how the letter reaches the shop: by the way chosen, else by hand or by post."""
    channel = case.delivery.channel if case.delivery else None
    if case.delivery and case.delivery.refused and channel == "in_person":
        yield step(
            "Составьте акт и отправьте письмо почтой",
            "Магазин не принял письмо. Пусть акт об отказе подпишут два свидетеля; храните его.",
        )
        channel = "post"
    elif channel in (None, "in_person"):
        yield step(
            "Отдайте письмо лично",
            "На вашем экземпляре пусть напишут, кто принял (имя, должность), дату и время, "
            "входящий номер и распишутся; печать — если она есть. Не принимают — составьте об "
            "этом акт с двумя свидетелями и отправьте письмо почтой.",
        )
    if channel == "email":
        yield step(
            "Отправьте письмо по электронной почте",
            "Приложите подписанное письмо и копии документов одним файлом. Доказать вручение "
            "труднее, поэтому отправьте его и почтой, ценным письмом с описью.",
        )
    if channel in (None, "post"):
        where = f" Адрес: {case.seller.address}." if case.seller.address else ""
        yield step(
            "Отправьте письмо почтой" if channel else "Или отправьте почтой",
            "Письмом с объявленной ценностью, с описью вложения (форма 107, два экземпляра) и "
            f"уведомлением о вручении.{where} Если магазин не заберёт письмо, оно всё равно "
            "считается доставленным.",
            "ст. 165.1 ГК",
        )


def _days_ahead(case: Case, kind: Kind, today: date) -> NextStep:
    """What days follow if the letter is handed over on the day told ahead, else as soon as can be.

    That is today, or the letter's own later day.
    """
    told = case.delivery or Delivery()
    day = told.handed_on or max(today, case.letter_date or today, told.sent_on or today)
    then = assess(replaced(case, "delivery.handed_on", day), kind, load_law_book(), today)
    ahead = then.deadlines
    term = kind.term(case)
    text = f"От дня вручения считают срок {term.awaited} и неустойку."
    if ahead.answer_by and ahead.penalty_from:
        text = (
            f"Если магазин получит письмо {full(day)}, последний день {term.awaited} — "
            f"{full(ahead.answer_by)}. {term.longer} {runs(then)}"
        )
    return step(MARK, text, term.citation)


def _waiting(case: Case, kind: Kind, assessment: Assessment, today: date) -> Iterator[NextStep]:
    deadlines, delay, term = assessment.deadlines, assessment.delay, kind.term(case)
    if deadlines.answer_by is None or deadlines.penalty_from is None:
        return
    penalty = runs(assessment)
    if today <= deadlines.answer_by:
        title = f"Ждите {term.awaited} до {full(deadlines.answer_by)}"
        text = f"Это последний день, он входит в срок. {term.longer} {penalty}"
        yield step(title, text, term.citation)
        return
    owed = ""
    if delay.penalty and delay.on:
        owed = f" На {full(delay.on)} это {roubles(delay.penalty)}."
    yield step(
        f"Срок {term.awaited} вышел",
        f"Последний день был {full(deadlines.answer_by)}. {penalty}{owed}",
        term.citation,
    )
    yield to_court(kind, deadlines.answer_by)


def _goods(case: Case, away: bool) -> Iterator[NextStep]:
    if away:
        yield step(
            "Товар уже у магазина",
            "Он в ремонте. От проверки не отказывайтесь и попросите присутствовать на ней; "
            "квитанцию о ремонте храните.",
            "п. 5 ст. 18",
        )
        return
    serial = case.purchase.serial_number
    heavy = " Везёт товар магазин, за свой счёт." if case.purchase.heavy_or_bulky else ""
    yield step(
        "Товар отдавайте только по акту",
        f"В акте должны стоять серийный номер{f' ({serial})' if serial else ''} и внешний вид. От "
        f"проверки не отказывайтесь и попросите присутствовать на ней.{heavy}",
        "п. 5, 7 ст. 18" if heavy else "п. 5 ст. 18",
    )
    if case.purchase.category in _HOLDS_DATA:
        yield step(
            "Перед тем как отдать товар",
            "Сохраните у себя и сотрите личные данные, выйдите из учётных записей и снимите "
            "блокировку.",
        )


def _schedule(case: Case, kind: Kind) -> Iterator[NextStep]:
    if owes_the_bank(case):
        yield step(
            "Платите кредит по графику",
            "При замене товара кредит остаётся."
            if kind.id == "replacement"
            else "Ни письмо, ни возврат товара не прекращают кредит. Возьмите в банке справку об "
            "уплаченных процентах.",
        )
    elif owes_the_shop(case):
        yield step(
            "Платите по графику",
            "При замене товара график платежей остаётся."
            if kind.id == "replacement"
            else "Пока магазин не вернул деньги, график платежей действует.",
        )
