"""What to do once the shop has answered: after a part, after all of it too late, after a refusal.

Source: п. 1 ст. 23 ЗоЗПП for the penalty, ст. 17 for the court, ст. 196 and 200 ГК for the time
in which it hears the claim. The readings are those of decision 0015.
"""

from collections.abc import Iterator
from datetime import date

from desktop_app.advice.step import COURT, MARK, NextStep, step
from desktop_app.assessment.demanded import daily
from desktop_app.assessment.kind import Kind
from desktop_app.assessment.limitation import YEARS, limitation_end
from desktop_app.assessment.model import Assessment
from desktop_app.assessment.settled import Settled
from desktop_app.case.model import Case
from desktop_app.law.book import load_law_book
from desktop_app.russian.dates import full, short
from desktop_app.russian.money import roubles
from desktop_app.russian.numbers import days, plural, whole_in_words

_BY_POST = "под отметку на вашем экземпляре или ценным письмом с описью"


def after_all(
    kind: Kind, assessment: Assessment, told: Settled, handed: bool, today: date
) -> Iterator[NextStep]:
    """Yield what is to be done when all demands were met, in time or not."""
    late = assessment.delay.days
    if not handed or late is None:
        yield step(
            kind.done, "Дело закончено, если магазин успел в срок. Документы пока сохраните."
        )
        yield _was_it_in_time(assessment, handed)
        return
    if not owes_penalty(assessment, told, today) or told.on is None or told.claim_by is None:
        yield step(kind.done, "Дело закончено. Документы пока сохраните.")
        return
    by = assessment.deadlines.answer_by
    yield step(
        kind.done,
        f"С опозданием на {days(late)}: последний день срока был {_said(by)}, магазин выполнил "
        f"требования {full(told.on)}. За эти дни он должен неустойку.",
    )
    yield from _penalty_after_all(assessment, told, told.on)


def owes_penalty(assessment: Assessment, told: Settled, today: date) -> bool:
    """Whether a penalty is left after all demands were met, and can still be sued for."""
    if not assessment.delay.days or told.penalty == 0:
        return False
    return told.claim_by is None or today <= told.claim_by


def _was_it_in_time(assessment: Assessment, handed: bool) -> NextStep:
    by = assessment.deadlines.answer_by
    if handed:
        title = "Впишите, когда магазин заплатил или заменил товар"
        text = f"Последний день срока был {_said(by)}. Если позже, магазин должен и неустойку."
    else:
        title = "Проверьте, успел ли магазин в срок"
        text = "Отметьте день вручения и день ответа. Если срок прошёл, есть и неустойка."
    return step(title, f"{text} Без этого дня просрочку не посчитать.", "п. 1 ст. 23")


def _penalty_after_all(assessment: Assessment, told: Settled, on: date) -> Iterator[NextStep]:
    first, rate = assessment.deadlines.penalty_from, assessment.amounts.penalty_per_day
    per_day = f", по {daily(rate)}," if rate else ""
    counted = f"1 % цены за каждый день{per_day} с {_said(first)} по {full(on)}"
    title = f"Неустойка — {roubles(told.penalty)}" if told.penalty else "Неустойка за опоздание"
    over = f" Из неё уже заплачено {roubles(told.over)}." if told.over else ""
    yield step(
        title,
        f"{counted}{_at_the_cap(assessment)}.{over} Потребуйте её вторым письмом: назовите день "
        "вручения первого, последний день срока, день, когда магазин выполнил требования, и сумму. "
        "Такого письма программа не составляет, напишите его сами. Отдайте его так же: "
        f"{_BY_POST}. Не заплатят — подавайте в суд; он вправе уменьшить неустойку.",
        "п. 1 ст. 23, ст. 17",
    )
    if told.claim_by and first:
        years = _limitation_years(first)
        ends = limitation_end(first, years)
        yield step(
            f"Требуйте неустойку до {full(told.claim_by)}",
            f"Срок исковой давности — {_in_words(years)} со дня, когда требования выполнены. Для "
            f"каждого дня просрочки он свой: за первый кончится {full(ends)}. Лучше "
            "подать в суд до этого дня, тогда не пропадёт ничего.",
            "ст. 196, 200 ГК",
        )


def after_part(
    case: Case, kind: Kind, assessment: Assessment, told: Settled, by: date | None, today: date
) -> Iterator[NextStep]:
    """Yield what is to be done when a part is left; `by` is None before the handing over."""
    term = kind.term(case)
    if told.kind == "paid":
        yield step(
            "Проверьте, всё ли пришло",
            "Вы отметили «Выполнил всё», а сумма меньше той, что требовало письмо. Если сумма "
            "верна, отметьте «Выполнил часть»; если это описка, исправьте её.",
        )
    in_time = by is not None and today <= by
    if told.demanded is not None:
        yield _what_is_left(assessment, told, over=by is not None and not in_time)
    else:
        yield step(
            "Напишите магазину, что осталось",
            f"Назовите, что он выполнил, а что нет. Отдайте письмо так же: {_BY_POST}.",
            term.citation,
        )
    if by is None:
        yield to_mark()
    elif in_time:
        yield step(
            f"Ждите остального до {full(by)}",
            f"Это последний день, он входит в срок. {runs(assessment)}",
            term.citation,
        )
    else:
        yield _penalty_after_part(assessment, told, by)
    if not in_time:
        yield to_court(kind, by)


def _what_is_left(assessment: Assessment, told: Settled, over: bool) -> NextStep:
    """Return the step about the remainder; `over` says that the term is over."""
    demanded = roubles(told.demanded) if told.demanded is not None else ""
    more = any(one.kind == "loan_unknown" for one in assessment.demands)
    interest = " и проценты по кредиту" if more else ""
    if told.paid is None or told.remainder is None:
        return step(
            "Впишите, сколько вернул магазин",
            f"Письмо требовало {demanded}{interest}. Программа посчитает, сколько осталось.",
        )
    when = f" {full(told.on)}" if told.on else ""
    wait = " Срок прошёл: ждать дальше не обязательно." if over else ""
    left = f"{roubles(told.remainder)}{interest}" if told.remainder else "проценты по кредиту"
    return step(
        f"Осталось получить {left}",
        f"Письмо требовало {demanded}{interest}, магазин вернул {roubles(told.paid)}{when}. "
        "Напишите ему, сколько пришло и когда, сколько осталось и за что, и потребуйте остальное. "
        f"Отдайте это письмо так же: {_BY_POST}.{wait}",
        "ст. 22",
    )


def _penalty_after_part(assessment: Assessment, told: Settled, by: date) -> NextStep:
    """Return the step with the penalty: by the words of the law, and as courts often count it."""
    delay, penalty = assessment.delay, told.penalty
    if assessment.amounts.cap_left == 0 or not penalty or delay.on is None:
        return step("Срок вышел", f"Последний день был {full(by)}. {runs(assessment)}", "ст. 23")
    words = (
        f"Последний день срока был {full(by)}. По словам закона неустойка — 1 % цены за каждый "
        f"день, пока не выполнено всё: на {full(delay.on)} это {days(delay.days or 0)} и "
        f"{roubles(penalty)}{_at_the_cap(assessment)}."
    )
    if told.on is None:
        words += " Впишите день выплаты: суды часто считают дни после неё от остатка."
    elif told.disputed and told.penalty_on_remainder is not None:
        words += (
            " После выплаты части суды часто считают от остатка: тогда это "
            f"{roubles(told.penalty_on_remainder)}. Это спорно: требуйте первую сумму, но будьте "
            "готовы ко второй."
        )
    return step(f"Неустойка на {short(delay.on)} — {roubles(penalty)}", words, "п. 1 ст. 23")


def after_refusal(
    case: Case, kind: Kind, assessment: Assessment, by: date | None
) -> Iterator[NextStep]:
    """Yield what is to be done when the shop refused; `by` is None before the handing over."""
    delay = assessment.delay
    if by is None:
        yield to_mark()
    else:
        owed = ""
        if delay.on and delay.penalty:
            owed = f" На {full(delay.on)} это {roubles(delay.penalty)}{_at_the_cap(assessment)}."
        yield step(
            "Неустойка за опоздание",
            f"Последний день {kind.term(case).awaited} — {full(by)}. {runs(assessment)}{owed}",
            "п. 1 ст. 23",
        )
    yield to_court(kind, by)


def to_mark() -> NextStep:
    """Return the step that asks for the day of handing over."""
    return step(MARK, "От него считают срок ответа, дни опоздания и неустойку.")


def to_court(kind: Kind, by: date | None) -> NextStep:
    """Return complaint and court, and until when; `by` is the last day of the term, if known."""
    money = (
        "Теперь можно потребовать вместо замены деньги: выберите это в программе и отдайте новое "
        "письмо. "
        if kind.id == "replacement"
        else ""
    )
    until = ""
    if by:
        years = _limitation_years(by)
        ends = limitation_end(by, years)
        until = f" Срок исковой давности — {_in_words(years)}, по {full(ends)}."
    articles = "п. 2 ст. 23, ст. 17" if money else "ст. 17"
    return step(
        COURT,
        f"{money}Можно пожаловаться в Роспотребнадзор и подать иск в суд по месту вашего "
        f"жительства. Возьмите свой экземпляр письма и доказательство вручения.{until}",
        f"{articles}, ст. 196 ГК" if by else articles,
    )


def runs(assessment: Assessment) -> str:
    """Return from when the penalty runs and what a day of it is."""
    amounts, first = assessment.amounts, assessment.deadlines.penalty_from
    if amounts.cap_left == 0:
        return "Неустойки за опоздание уже не будет: потолок исчерпала неустойка за ремонт."
    per_day = amounts.penalty_per_day
    rate = f" — {daily(per_day)} за каждый день" if per_day else ""
    return f"Неустойка идёт с {_said(first)}{rate}."


def _at_the_cap(assessment: Assessment) -> str:
    delay = assessment.delay
    capped = delay.penalty and delay.uncapped and delay.penalty < delay.uncapped
    return " — больше она не бывает" if capped else ""


def _said(day: date | None) -> str:
    return full(day) if day else "дня после срока"


def _limitation_years(day: date) -> int:
    return load_law_book().law.whole(YEARS, day)


def _in_words(years: int) -> str:
    return f"{whole_in_words(years)} {plural(years, 'год', 'года', 'лет')}"
