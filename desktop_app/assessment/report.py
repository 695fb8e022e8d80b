"""The assessment as the contract's JSON object, and as text for a person at a terminal."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from desktop_app.assessment.model import Amounts, Assessment, Finding, WarrantyYear
from desktop_app.assessment.money import rounded
from desktop_app.assessment.report_answer import answer_lines
from desktop_app.assessment.wording import Wording
from desktop_app.russian.dates import long, span
from desktop_app.russian.money import roubles
from desktop_app.russian.numbers import days

_REPAIR_KEYS = ("days", "days_inclusive", "days_after_ready", "counted")
_GROUNDS = {
    "unusable_over_30_days": "Больше 30 дней в ремонте за год гарантии",
    "substantial_defect": "Существенный недостаток",
    "repair_deadline_missed": "Нарушен срок ремонта",
    "within_15_days": "Первые 15 дней после передачи",
    "not_technically_complex": "Товар не технически сложный: достаточно любого недостатка",
}
_STATUS = {"met": "есть", "disputed": "спорно", "not_met": "нет", "unknown": "не хватает сведений"}
_SEVERITY = {"error": "Ошибка", "risk": "Риск", "note": "К сведению"}


def as_json(assessment: Assessment, wording: Wording) -> dict[str, Any]:
    """Return the object that `assess --json` prints; its names are the contract.

    `settled` is there only when the shop has given something.
    """
    told = assessment.settled
    return {
        "law_as_of": _plain(assessment.law_as_of),
        "repairs": [_named(repair, _REPAIR_KEYS) for repair in assessment.repairs],
        "warranty": _fields(assessment.warranty),
        "warranty_years": [_year(year) for year in assessment.warranty_years],
        "grounds": [
            {
                "id": ground.id,
                "status": ground.status,
                "why": list(ground.why),
                "missing_days": ground.missing_days,
                "citation": ground.citation,
                "reason": ground.reason,
            }
            for ground in assessment.grounds
        ],
        "findings": [_fields(finding) for finding in assessment.findings],
        "amounts": _amounts(assessment.amounts),
        "deadlines": _fields(assessment.deadlines),
        "delay": _fields(assessment.delay),
        "wording": _fields(wording),
    } | ({} if told is None else {"settled": _fields(told)})


def _fields(struct: Any) -> dict[str, Any]:
    return _named(struct, struct.__struct_fields__)


def _named(struct: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: _plain(getattr(struct, name)) for name in names}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{rounded(value):f}"
    return value


def _year(year: WarrantyYear) -> dict[str, Any]:
    return {
        "number": year.number,
        "from": _plain(year.first),
        "to": _plain(year.last),
        "days": year.days,
        "days_inclusive": year.days_inclusive,
    }


def _amounts(amounts: Amounts) -> dict[str, Any]:
    named = (name for name in amounts.__struct_fields__ if name not in ("capped", "cap_left"))
    delay = _named(amounts.repair_delay, ("days", "penalty"))
    return _named(amounts, named) | {"repair_delay": delay}


def as_text(assessment: Assessment) -> str:
    """Return the assessment in plain Russian, a few lines a part."""
    return "\n".join(_lines(assessment))


def _lines(assessment: Assessment) -> Iterator[str]:
    verdict = (
        "Претензию можно предъявить." if assessment.can_be_made else "Претензию пока нельзя подать."
    )
    yield f"{verdict} По закону на {long(assessment.law_as_of)}"
    yield "\nОснования"
    for ground in assessment.grounds:
        yield f"  {_GROUNDS[ground.id]}: {_STATUS[ground.status]} ({ground.citation})"
        yield f"    {ground.reason}"
    if assessment.repairs:
        yield "\nДни в ремонте"
        yield from _repair_lines(assessment)
    yield "\nСуммы"
    yield from _sum_lines(assessment.amounts)
    yield from _deadline_lines(assessment)
    if assessment.settled:
        yield from answer_lines(assessment.settled, assessment.delay)
    for severity, title in _SEVERITY.items():
        chosen = [f for f in assessment.findings if f.severity == severity]
        if chosen:
            yield f"\n{title}"
            yield from map(finding_line, chosen)


def finding_line(finding: Finding) -> str:
    """Return one finding with the answer it is about and its article."""
    where = f" [{finding.field}]" if finding.field else ""
    article = f" ({finding.citation})" if finding.citation else ""
    return f"  • {finding.message}{article}{where}"


def _repair_lines(assessment: Assessment) -> Iterator[str]:
    for number, repair in enumerate(assessment.repairs, start=1):
        counted = "" if repair.counted else ", в счёт не входит"
        yield (
            f"  Ремонт № {number}: {days(repair.days)} "
            f"(если считать и день сдачи — {repair.days_inclusive}){counted}"
        )
    for year in assessment.warranty_years:
        yield (
            f"  {year.number}-й год гарантии, {span(year.first, year.last)}: {days(year.days)} "
            f"(если считать и дни сдачи — {year.days_inclusive})"
        )


def _sum_lines(amounts: Amounts) -> Iterator[str]:
    named = (
        ("вернуть за товар", amounts.principal),
        ("плата за рассрочку", amounts.fee),
        ("проценты по кредиту", amounts.interest),
        ("иные платежи по кредиту", amounts.other_payments),
        ("убытки", amounts.losses),
        ("разница в цене", amounts.price_difference),
        ("неустойка за ремонт", amounts.repair_delay.demanded),
        ("всего", amounts.total),
        ("неустойка за день", amounts.penalty_per_day),
        ("неустойка не больше", amounts.penalty_cap),
    )
    for name, amount in named:
        if amount:
            yield f"  {name}: {roubles(amount)}"


def _deadline_lines(assessment: Assessment) -> Iterator[str]:
    deadlines, delay = assessment.deadlines, assessment.delay
    if deadlines.answer_by and deadlines.penalty_from:
        yield "\nПосле вручения"
        yield f"  последний день срока: {long(deadlines.answer_by)}"
        yield f"  неустойка с {long(deadlines.penalty_from)}"
        if delay.days and delay.penalty is not None and delay.on:
            ended = assessment.settled and assessment.settled.fulfilled and assessment.settled.on
            owed = f"{days(delay.days)}, {roubles(delay.penalty)}"
            yield f"  на {long(min(delay.on, ended or delay.on))}: {owed}"
            if delay.disputed and delay.uncapped is not None:
                yield f"  без потолка было бы {roubles(delay.uncapped)} — спорно"
