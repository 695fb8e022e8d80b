"""What to do after the letter is printed, with the days of this case. No widgets.

The days and sums are those of the assessment; here they get their words. Source
of the order of delivery: ст. 165.1 ГК, п. 5 and 7 ст. 18 ЗоЗПП, rules of the post.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop_app.assessment.assess import assess
from desktop_app.assessment.demanded import daily
from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Assessment
from desktop_app.assessment.money import owes_the_bank, owes_the_shop
from desktop_app.case.edit import replaced
from desktop_app.case.model import Case
from desktop_app.law.book import load_law_book
from desktop_app.letter.annexes import annexes
from desktop_app.russian.dates import full
from desktop_app.russian.money import roubles
from desktop_app.russian.typography import tidy

SIGN = tidy("Подпишите оба экземпляра")
COURT = tidy("Суд и Роспотребнадзор")
MARK = tidy("Отметьте в программе день вручения")
_HOLDS_DATA = ("phones", "computers", "consoles", "watches", "cameras", "televisions")


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do: its heading, how, and the article where there is one."""

    title: str
    text: str
    citation: str = ""


def next_steps(case: Case, kind: Kind, assessment: Assessment, today: date) -> tuple[NextStep, ...]:
    """Return what is to be done from here, in order, for the case as assessed on `today`."""
    return tuple(_steps(case, kind, assessment, today))


def _steps(case: Case, kind: Kind, assessment: Assessment, today: date) -> Iterator[NextStep]:
    delivery = case.delivery
    answer = delivery.response.kind if delivery and delivery.response else None
    if answer == "paid":
        yield _step(kind.done, "Дело закончено. Документы пока сохраните.")
        return
    if delivery is None or delivery.handed_on is None:
        yield from _handing(case, kind, assessment)
        yield _days_ahead(case, kind, assessment, today)
    elif answer in ("refused", "partly"):
        yield _after_refusal(kind)
    else:
        yield from _waiting(case, kind, assessment, today)
    yield from _goods(case, any(repair.running for repair in assessment.repairs))
    yield from _schedule(case, kind)


def _handing(case: Case, kind: Kind, assessment: Assessment) -> Iterator[NextStep]:
    on = f" Дата письма — {full(case.letter_date)}." if case.letter_date else ""
    papers = (
        " К экземпляру продавца приложите копии документов по списку в конце письма, подлинники "
        "оставьте себе."
        if annexes(case, kind, assessment)
        else ""
    )
    if case.delivery and case.delivery.sent_on:
        number = case.delivery.tracking_number
        yield _step(
            "Следите за письмом",
            f"Отправлено {full(case.delivery.sent_on)}"
            f"{f', номер {number}' if number else ''}. Когда магазин получит его, отметьте "
            "день вручения.",
        )
        return
    yield _step(SIGN, f"Распечатайте и подпишите каждый.{on}{papers}")
    yield from _ways(case)


def _ways(case: Case) -> Iterator[NextStep]:
    """Yield how the letter reaches the shop: by the way chosen, else by hand or by post."""
    channel = case.delivery.channel if case.delivery else None
    if case.delivery and case.delivery.refused and channel == "in_person":
        yield _step(
            "Составьте акт и отправьте письмо почтой",
            "Магазин не принял письмо. Пусть акт об отказе подпишут два свидетеля; храните его.",
        )
        channel = "post"
    elif channel in (None, "in_person"):
        yield _step(
            "Отдайте письмо лично",
            "На вашем экземпляре пусть напишут, кто принял (имя, должность), дату и время, "
            "входящий номер и распишутся; печать — если она есть. Не принимают — составьте об "
            "этом акт с двумя свидетелями и отправьте письмо почтой.",
        )
    if channel == "email":
        yield _step(
            "Отправьте письмо по электронной почте",
            "Приложите подписанное письмо и копии документов одним файлом. Доказать вручение "
            "труднее, поэтому отправьте его и почтой, ценным письмом с описью.",
        )
    if channel in (None, "post"):
        where = f" Адрес: {case.seller.address}." if case.seller.address else ""
        yield _step(
            "Отправьте письмо почтой" if channel else "Или отправьте почтой",
            "Письмом с объявленной ценностью, с описью вложения (форма 107, два экземпляра) и "
            f"уведомлением о вручении.{where} Если магазин не заберёт письмо, оно всё равно "
            "считается доставленным.",
            "ст. 165.1 ГК",
        )


def _days_ahead(case: Case, kind: Kind, assessment: Assessment, today: date) -> NextStep:
    """What days follow if the letter is handed over today, or on its own later day."""
    day = max(today, case.letter_date or today)
    handed = replaced(case, "delivery.handed_on", day)
    ahead = assess(handed, kind, load_law_book(), today).deadlines
    term = kind.term(case)
    text = f"От дня вручения считают срок {term.awaited} и неустойку."
    if ahead.answer_by and ahead.penalty_from:
        text = (
            f"Если магазин получит письмо {full(day)}, последний день {term.awaited} — "
            f"{full(ahead.answer_by)}. {term.longer} {_penalty(assessment, ahead.penalty_from)}"
        )
    return _step(MARK, text, term.citation)


def _waiting(case: Case, kind: Kind, assessment: Assessment, today: date) -> Iterator[NextStep]:
    deadlines, delay, term = assessment.deadlines, assessment.delay, kind.term(case)
    if deadlines.answer_by is None or deadlines.penalty_from is None:
        return
    penalty = _penalty(assessment, deadlines.penalty_from)
    if today <= deadlines.answer_by:
        title = f"Ждите {term.awaited} до {full(deadlines.answer_by)}"
        text = f"Это последний день, он входит в срок. {term.longer} {penalty}"
        yield _step(title, text, term.citation)
        return
    owed = ""
    if delay.penalty and delay.on:
        owed = f" На {full(delay.on)} это {roubles(delay.penalty)}."
    yield _step(
        f"Срок {term.awaited} вышел",
        f"Последний день был {full(deadlines.answer_by)}. {penalty}{owed}",
        term.citation,
    )
    yield _after_refusal(kind)


def _penalty(assessment: Assessment, first: date) -> str:
    amounts = assessment.amounts
    if amounts.cap_left == 0:
        return "Неустойки за опоздание уже не будет: потолок исчерпала неустойка за ремонт."
    per_day = amounts.penalty_per_day
    rate = f" — {daily(per_day)} за каждый день" if per_day else ""
    return f"Неустойка идёт с {full(first)}{rate}."


def _after_refusal(kind: Kind) -> NextStep:
    money = (
        "Теперь можно потребовать вместо замены деньги: выберите это в программе и отдайте новое "
        "письмо. "
        if kind.id == "replacement"
        else ""
    )
    return _step(
        COURT,
        f"{money}Можно пожаловаться в Роспотребнадзор и подать иск в суд по месту вашего "
        "жительства. Возьмите свой экземпляр письма и доказательство вручения.",
        "п. 2 ст. 23, ст. 17" if money else "ст. 17",
    )


def _goods(case: Case, away: bool) -> Iterator[NextStep]:
    if away:
        yield _step(
            "Товар уже у магазина",
            "Он в ремонте. От проверки не отказывайтесь и попросите присутствовать на ней; "
            "квитанцию о ремонте храните.",
            "п. 5 ст. 18",
        )
        return
    serial = case.purchase.serial_number
    heavy = " Везёт товар магазин, за свой счёт." if case.purchase.heavy_or_bulky else ""
    yield _step(
        "Товар отдавайте только по акту",
        f"В акте должны стоять серийный номер{f' ({serial})' if serial else ''} и внешний вид. От "
        f"проверки не отказывайтесь и попросите присутствовать на ней.{heavy}",
        "п. 5, 7 ст. 18" if heavy else "п. 5 ст. 18",
    )
    if case.purchase.category in _HOLDS_DATA:
        yield _step(
            "Перед тем как отдать товар",
            "Сохраните у себя и сотрите личные данные, выйдите из учётных записей и снимите "
            "блокировку.",
        )


def _schedule(case: Case, kind: Kind) -> Iterator[NextStep]:
    if owes_the_bank(case):
        yield _step(
            "Платите кредит по графику",
            "При замене товара кредит остаётся."
            if kind.id == "replacement"
            else "Ни письмо, ни возврат товара не прекращают кредит. Возьмите в банке справку об "
            "уплаченных процентах.",
        )
    elif owes_the_shop(case):
        yield _step(
            "Платите по графику",
            "При замене товара график платежей остаётся."
            if kind.id == "replacement"
            else "Пока магазин не вернул деньги, график платежей действует.",
        )


def _step(title: str, text: str, citation: str = "") -> NextStep:
    return NextStep(tidy(title), tidy(text), tidy(citation))
