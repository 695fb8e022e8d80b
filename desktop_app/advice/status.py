"""Where a case stands after the letter: its status in words, and the days that are to come.

Source of the days: ст. 21–23 ЗоЗПП (`assessment.deadlines`), п. 1, 5 ст. 19 for the end of the
time in which a defect is the seller's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from desktop_app.assessment.kind import Kind
from desktop_app.assessment.model import Assessment
from desktop_app.case.model import Case, Delivery
from desktop_app.russian.dates import short
from desktop_app.russian.money import roubles
from desktop_app.russian.numbers import days
from desktop_app.russian.typography import tidy

State = Literal["draft", "ready", "sent", "handed_over", "overdue", "refused", "closed"]


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
    delivery = case.delivery or Delivery()
    answer = delivery.response.kind if delivery.response else None
    if answer == "paid":
        return Status("closed", tidy("закрыто"))
    by = assessment.deadlines.answer_by
    if delivery.handed_on is None or by is None:
        if delivery.sent_on:
            return Status("sent", tidy(f"отправлено {short(delivery.sent_on)}"))
        return Status("ready", tidy("готово")) if ready else Status("draft", tidy("черновик"))
    late = _late(assessment) if today > by else ""
    if answer == "refused":
        return Status("refused", tidy(f"отказ магазина{f': просрочка {late}' if late else ''}"))
    if late:
        return Status("overdue", tidy(f"просрочено: {late}"), _next(case, kind, assessment, today))
    awaited = "замена" if kind.term(case).awaited == "замены" else "ответ"
    return Status("handed_over", tidy(f"вручено: {awaited} до {short(by)}"), by)


def _late(assessment: Assessment) -> str:
    delay = assessment.delay
    owed = f", {roubles(delay.penalty)}" if delay.penalty else ""
    return f"{days(delay.days or 0)}{owed}"


def _next(case: Case, kind: Kind, assessment: Assessment, today: date) -> date | None:
    ahead = (one.day for one in milestones(case, kind, assessment) if one.day >= today)
    return next(ahead, None)


def milestones(case: Case, kind: Kind, assessment: Assessment) -> tuple[Milestone, ...]:
    """Return the days of the case that a calendar should know, in their order."""
    found = sorted(_milestones(case, kind, assessment), key=lambda one: one.day)
    return tuple(Milestone(m.id, m.day, tidy(m.title), tidy(m.text)) for m in found)


def _milestones(case: Case, kind: Kind, assessment: Assessment) -> Iterator[Milestone]:
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
    if assessment.claims_until:
        yield Milestone(
            "claims_until",
            assessment.claims_until,
            "Кончается время для новых требований",
            "О недостатке, который проявится позже, требовать уже нельзя (п. 1, 5 ст. 19).",
        )
