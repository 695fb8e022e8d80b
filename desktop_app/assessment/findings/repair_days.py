"""Findings about the days of repair: which count, which are late, which term is not known."""

from collections.abc import Iterator

from desktop_app.assessment.after_letter import delay_day
from desktop_app.assessment.facts import WHY_NOT_COUNTED
from desktop_app.assessment.findings.examined import Examined, finding
from desktop_app.assessment.model import Finding
from desktop_app.russian.dates import short
from desktop_app.russian.money import roubles
from desktop_app.russian.numbers import days, plural


def uncounted(examined: Examined) -> Iterator[Finding]:
    """Repairs that the 30-day rule passes over, and those that still run."""
    situation = examined.situation
    for stay in situation.facts.stays:
        path = f"repairs[{stay.index}]"
        if stay.outcome in WHY_NOT_COUNTED:
            yield finding(
                "note",
                "repair_not_counted",
                f"{path}.outcome",
                f"Ремонт № {stay.number} в счёт дней не вошёл: {WHY_NOT_COUNTED[stay.outcome]}. В "
                "письме он назван; если это вам во вред, уберите его.",
                "абз. 11 п. 1 ст. 18",
            )
        elif stay.running and stay in situation.out_of_use.counted:
            yield finding(
                "note",
                "repair_running",
                f"{path}.outcome",
                f"Ремонт № {stay.number} не окончен: дни посчитаны по {short(situation.as_of)}.",
            )


def after_ready(examined: Examined) -> Iterator[Finding]:
    """Goods left lying after the notice that they are ready."""
    for index, repair in enumerate(examined.situation.out_of_use.repairs):
        if repair.counted and repair.days_after_ready:
            yield finding(
                "note",
                "days_after_ready_notice",
                f"repairs[{index}].ready_notice",
                f"После сообщения о готовности ремонта № {index + 1} "
                f"{plural(repair.days_after_ready, 'прошёл', 'прошло', 'прошло')} "
                f"{days(repair.days_after_ready)}: магазин может сказать, что это не в счёт.",
            )


def late(examined: Examined) -> Iterator[Finding]:
    """Repairs beyond their term: taken back all the same, and the penalty for it."""
    situation = examined.situation
    for stay in situation.facts.stays:
        if situation.late(stay) and not stay.running:
            yield finding(
                "risk",
                "taken_back_late",
                f"repairs[{stay.index}].returned",
                f"Ремонт № {stay.number} закончен позже срока, но товар вы приняли: магазин "
                "скажет, что вы согласились. Есть ли ваше возражение в акте?",
                "абз. 10 п. 1 ст. 18",
            )
    delay = examined.amounts.repair_delay
    if delay.days and delay.penalty is not None:
        claimed = situation.case.demands.repair_delay_penalty
        tail = "Она заявлена в письме." if claimed else "В письме она пока не заявлена."
        if delay.disputed and delay.uncapped is not None:
            tail += f" Без потолка было бы {roubles(delay.uncapped)}, это спорно."
        yield finding(
            "note",
            "repair_delay_penalty",
            "demands.repair_delay_penalty",
            f"За опоздание с ремонтом ({days(delay.days)}) положена отдельная неустойка: "
            f"{roubles(delay.penalty)}. {tail}",
            "п. 1 ст. 20, п. 1 ст. 23",
        )


def cap_used_up(examined: Examined) -> Iterator[Finding]:
    """The penalty demanded for a late repair leaves nothing of the common cap."""
    cap, demanded = examined.amounts.penalty_cap, examined.amounts.repair_delay.demanded
    if cap is not None and demanded >= cap > 0:
        yield finding(
            "note",
            "repair_penalty_uses_cap",
            "demands.repair_delay_penalty",
            f"Неустойка за ремонт ({roubles(demanded)}) исчерпала общий потолок: за опоздание с "
            "ответом неустойки уже не будет, и письмо о ней не говорит.",
            "п. 1 ст. 23",
        )


def calendar_known(examined: Examined) -> Iterator[Finding]:
    """A term that ends in a year whose working days are not known yet."""
    situation = examined.situation
    terms = [situation.repair_term(s) for s in situation.facts.stays if s.running]
    terms += [delay_day(situation, examined.kind, examined.today), situation.as_of]
    years = {term.year for term in terms if term}
    for year in sorted(y for y in years if not situation.law.calendar.knows(y)):
        yield finding(
            "note",
            "calendar_unknown",
            None,
            f"Календарь рабочих дней на {year} год не известен: последний день срока, если он "
            "праздничный, проверьте сами.",
            "ст. 193 ГК РФ",
        )


CHECKS = (uncounted, after_ready, late, cap_used_up, calendar_known)
