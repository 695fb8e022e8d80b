"""Where a case stands after the letter: its status in words, and the days that are to come.

Source of the days: ст. 21–23 ЗоЗПП (`assessment.deadlines`), п. 1, 5 ст. 19 for the end of the
time in which a defect is the seller's, ст. 196 ГК for the last day to sue.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from desktop_app.advice.after_answer import owes_penalty
from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Assessment
from desktop_app.assessment.settled import Settled
from desktop_app.assessment.so_far import so_far
from desktop_app.case.model import Case, Delivery
from desktop_app.russian.dates import short
from desktop_app.russian.money import roubles
from desktop_app.russian.numbers import days
from desktop_app.russian.typography import tidy

State = Literal[
    "draft", "ready", "sent", "handed_over", "overdue", "refused", "paid_late", "closed"
]


@dataclass(frozen=True, slots=True)
class Status:
    """Where a case stands: its `state`, in `words`, and the `next_day` that matters, if any."""

    state: State
    words: str
    next_day: date | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day of a case: its `id`, the day, what it is, what to do on it."""

    id: str
    day: date
    title: str
    text: str


def status_of(case: Case, kind: Kind, assessment: Assessment, ready: bool, today: date) -> Status:
    """Return where the case stands on `today`; `ready` says that the letter can be signed."""
    delivery, told = so_far(case, today), assessment.settled
    if told and told.fulfilled:
        return _after_all(kind, assessment, told, today)
    by = assessment.deadlines.answer_by if delivery.handed_on else None
    late = _late(assessment) if by and today > by else ""
    if delivery.response and delivery.response.kind == "refused":
        return Status("refused", tidy(f"отказ магазина{f': просрочка {late}' if late else ''}"))
    next_day = _next(case, kind, assessment, today)
    if told:
        term = f"; просрочка {late}" if late else f"; срок до {short(by)}" if by else ""
        return Status("overdue" if late else "handed_over", tidy(_given(told) + term), next_day)
    if by is None:
        return _before(case, delivery, ready)
    if late:
        return Status("overdue", tidy(f"просрочено: {late}"), next_day)
    awaited = "замена" if kind.term(case).awaited == "замены" else "ответ"
    return Status("handed_over", tidy(f"вручено: {awaited} до {short(by)}"), by)


def _after_all(kind: Kind, assessment: Assessment, told: Settled, today: date) -> Status:
    """Return the status once all demands were met: closed only where nothing is owed."""
    late = assessment.delay.days
    if not late or not owes_penalty(assessment, told, today):
        return Status("closed", tidy("закрыто"))
    done = f"{kind.done[:1].lower()}{kind.done[1:]}"
    owed = f" — {roubles(told.penalty)}" if told.penalty else ""
    return Status("paid_late", tidy(f"{done}; неустойка за {days(late)}{owed}"), told.claim_by)


def _given(told: Settled) -> str:
    if told.paid is None:
        return "выполнено частично"
    left = f", осталось {roubles(told.remainder)}" if told.remainder else ""
    return f"выплачено {roubles(told.paid)}{left}"


def _before(case: Case, delivery: Delivery, ready: bool) -> Status:
    """Return the status before the handing over; a day still to come is told as a plan."""
    if delivery.sent_on:
        return Status("sent", tidy(f"отправлено {short(delivery.sent_on)}"))
    state: State = "ready" if ready else "draft"
    word = "готово" if ready else "черновик"
    planned = _planned(case, delivery)
    if planned is None:
        return Status(state, tidy(word))
    what, day = planned
    return Status(state, tidy(f"{word}, {what} {short(day)}"), day)


def _planned(case: Case, delivery: Delivery) -> tuple[str, date] | None:
    """Return what is to be done with the letter next, and on which day, if that was told."""
    ahead = case.delivery or Delivery()
    if ahead.sent_on and not delivery.sent_on and not delivery.handed_on:
        return "отправка", ahead.sent_on
    if ahead.handed_on and not delivery.handed_on:
        return "вручение", ahead.handed_on
    return None


def _late(assessment: Assessment) -> str:
    delay = assessment.delay
    owed = f", {roubles(delay.penalty)}" if delay.penalty else ""
    return f"{days(delay.days or 0)}{owed}"


def _next(case: Case, kind: Kind, assessment: Assessment, today: date) -> date | None:
    ahead = (one.day for one in milestones(case, kind, assessment, today) if one.day >= today)
    return next(ahead, None)


def milestones(
    case: Case, kind: Kind, assessment: Assessment, today: date | None = None
) -> tuple[Milestone, ...]:
    """Return the days of the case that a calendar should know, in their order.

    With `today`, a handing over that is still to come has its own day and no term yet.
    """
    found = sorted(_chosen(case, kind, assessment, today), key=lambda one: one.day)
    return tuple(Milestone(m.id, m.day, tidy(m.title), tidy(m.text)) for m in found)


def _chosen(
    case: Case, kind: Kind, assessment: Assessment, today: date | None
) -> Iterator[Milestone]:
    told, delivery = assessment.settled, case.delivery or Delivery()
    if told and told.fulfilled:
        yield from _last_to_sue(told)
        return
    now = so_far(case, today) if today else delivery
    planned = _planned(case, now)
    if planned:
        what, day = planned
        yield Milestone(
            "planned",
            day,
            f"{what.capitalize()} письма",
            "Этот день отметили вы. Когда магазин получит письмо, отметьте день вручения: от него "
            "идёт срок.",
        )
    if now.handed_on:
        yield from _of_the_term(case, kind, assessment)
    if told:
        yield from _last_to_sue(told)
    if assessment.claims_until:
        yield Milestone(
            "claims_until",
            assessment.claims_until,
            "Кончается время для новых требований",
            "О недостатке, который проявится позже, требовать уже нельзя (п. 1, 5 ст. 19).",
        )


def _last_to_sue(told: Settled) -> Iterator[Milestone]:
    if told.claim_by:
        yield Milestone(
            "claim_by",
            told.claim_by,
            "Последний день для иска",
            "Три года давности (ст. 196 ГК): потом суд может отказать, если магазин скажет о ней.",
        )


def _of_the_term(case: Case, kind: Kind, assessment: Assessment) -> Iterator[Milestone]:
    deadlines, amounts, term = assessment.deadlines, assessment.amounts, kind.term(case)
    if deadlines.answer_by:
        yield Milestone(
            "answer_by",
            deadlines.answer_by,
            f"Последний день {term.awaited}",
            f"До конца этого дня магазин должен выполнить претензию ({term.citation}).",
        )
    if deadlines.penalty_from and amounts.cap_left != 0:
        rate = f" {roubles(amounts.penalty_per_day)} в день" if amounts.penalty_per_day else ""
        yield Milestone(
            "penalty_from",
            deadlines.penalty_from,
            "Первый день неустойки",
            f"Если магазин не выполнил претензию, с этого дня идёт неустойка{rate} (ст. 23).",
        )
    if deadlines.cap_reached_on:
        yield Milestone(
            "cap_reached_on",
            deadlines.cap_reached_on,
            "Неустойка дошла до потолка",
            "С этого дня она больше не растёт (п. 1 ст. 23).",
        )
