"""More than thirty days out of use within one warranty year (абз. 11 п. 1 ст. 18)."""

from datetime import date
from typing import NamedTuple

from msgspec import structs

from desktop_app.assessment.grounds.words import (
    CATEGORY,
    NOT_NEEDED,
    REPAIRS,
    TRANSFER,
    Lack,
    days_of,
    unknown,
)
from desktop_app.assessment.model import Ground, GroundId, Limits, Status, Why
from desktop_app.assessment.out_of_use import A, B, Reading, YearCount
from desktop_app.assessment.situation import Situation
from desktop_app.assessment.warranty import years
from desktop_app.russian.dates import span
from desktop_app.russian.numbers import counted, days, in_year, of_days
from desktop_app.russian.typography import tidy

_ID: GroundId = "unusable_over_30_days"
CITATION = "абз. 8, 11 п. 1 ст. 18"
# What each reading asks a court to accept, the smallest concession first.
_READINGS: tuple[tuple[Reading, tuple[Why, ...]], ...] = (
    (Reading(both_ends=False, after_ready=False), ()),
    (A, ("after_ready_notice",)),
    (Reading(both_ends=True, after_ready=False), ("end_days",)),
    (B, ("end_days", "after_ready_notice")),
)


class Year(NamedTuple):
    """A warranty year with what it counts and which concessions carry the ground in it.

    `why` is None where no reading carries it, `()` where it needs none.
    """

    number: int
    first: date
    last: date
    by_a: YearCount
    by_b: YearCount
    why: tuple[Why, ...] | None
    unnamed: bool


def unusable_over_30_days(situation: Situation) -> Ground:
    """Unusable in total more than 30 days of a warranty year, through repairs of various defects.

    In one and the same year: more than 30 days, at least two counted repairs,
    at least two different defects (`Situation.limits`). That one year of the
    warranty suffices is the prevailing reading of «каждого года».
    """
    if situation.facts.technically_complex is False:
        return _ground("not_met", NOT_NEEDED)
    found = _years(situation)
    if not situation.facts.repairs_told or situation.facts.transfer is None:
        return unknown(_ID, CITATION, _lack(situation))
    if not found:
        return _without_years(situation)
    best = min(found, key=_weakness)
    ground = _judged(situation, best)
    if ground.status == "not_met" and situation.facts.incomplete:
        return unknown(_ID, CITATION, days_of(situation.facts.incomplete[0]))
    if not ground.carries:
        return ground
    alike = [year for year in found if year.why == best.why and year.unnamed == best.unnamed]
    numbers = {index + 1 for year in alike for index in _counting(year).repairs}
    years = tuple(year.number for year in alike)
    over = sum(_is_over(situation, year) for year in found)
    some = over * 12 < (situation.warranty.months or 0)
    repairs = tuple(sorted(numbers))
    return structs.replace(
        ground,
        years=years,
        some_years=some,
        repairs=repairs,
        different=_different(situation, repairs),
    )


def _is_over(situation: Situation, year: Year) -> bool:
    """Whether the days alone are enough in a year, by the reading that carries it or by A."""
    return year.why is not None or year.by_a.days > situation.limits.out_of_use


def _different(situation: Situation, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Return of repairs (from 1) the first with each of their different defects."""
    first: dict[int, int] = {}
    for number in numbers:
        group = situation.facts.defects.group(number - 1)
        if group is not None:
            first.setdefault(group, number)
    return tuple(first.values())


def _lack(situation: Situation) -> Lack:
    if situation.facts.transfer is not None:
        return REPAIRS
    if situation.facts.repairs_told:
        return TRANSFER
    return Lack("Не хватает сведений: нужны день покупки и дни ремонтов.", TRANSFER.path)


def _years(situation: Situation) -> list[Year]:
    """Return the warranty years; where the term is not told, years from the transfer."""
    term = situation.warranty
    if term.months is None and term.span.starts:
        bounds = years(term.span.starts, situation.as_of)
    else:
        bounds = term.years
    return [_year(situation, *one) for one in bounds]


def _year(situation: Situation, number: int, first: date, last: date) -> Year:
    by_reading = {
        reading: situation.out_of_use.in_year(reading, first, last) for reading, _ in _READINGS
    }
    why, unnamed = _concessions(by_reading, situation.limits)
    return Year(number, first, last, by_reading[A], by_reading[B], why, unnamed)


def _concessions(
    counts: dict[Reading, YearCount], limits: Limits
) -> tuple[tuple[Why, ...] | None, bool]:
    """Return the fewest concessions that carry the year, and whether an unnamed defect decides."""
    enough = [
        (count, why)
        for reading, why in _READINGS
        if (count := counts[reading]).days > limits.out_of_use
        and len(count.repairs) >= limits.repairs
    ]
    for count, why in enough:
        if count.defects >= limits.defects:
            return why, False
    if not enough:
        return None, False
    count, why = enough[0]
    return (*why, "same_defect"), count.unnamed > 0


def _weakness(year: Year) -> tuple[int, int, int]:
    """Order years: carried by fewer concessions first, then by more days."""
    concessions = 9 if year.why is None else len(year.why) + year.unnamed
    return concessions, -year.by_a.days, year.number


def _judged(situation: Situation, year: Year) -> Ground:
    threshold = situation.limits.out_of_use
    missing = max(0, threshold + 1 - year.by_a.days)
    if year.why is None:
        return _ground("not_met", _why_not(situation, year), missing, year.number)
    if situation.facts.technically_complex is None:
        reason = f"{_count(year)}; не сказано, какой это товар: есть ли он в перечне."
        return _ground("unknown", reason, missing, year.number, needs=CATEGORY.path)
    if situation.warranty.months is None:
        reason = f"{_count(year)}; не сказано, какой срок гарантии: дни считают по её годам."
        return _ground("unknown", reason, missing, year.number, needs="purchase.warranty_months")
    if year.unnamed:
        reason = f"{_count(year)}; не сказано, что чинили: недостатки должны быть разными."
        unnamed = _unnamed(situation, year)
        return _ground("unknown", reason, missing, year.number, needs=unnamed)
    if year.why:
        return _ground("disputed", _disputed(year, threshold), missing, year.number, year.why)
    repairs = counted(len(year.by_a.repairs), "ремонт", "ремонта", "ремонтов")
    reason = f"{_count(year)}; нужно больше {threshold}. За этот год {repairs}, недостатки разные."
    return _ground("met", reason, 0, year.number)


def _unnamed(situation: Situation, year: Year) -> str:
    """Return where the first defect is to be named of the repairs that count in the year.

    A repair that refers to another one has named its defect so.
    """
    group = situation.facts.defects.group
    first = min(index for index in _counting(year).repairs if group(index) is None)
    return f"repairs[{first}].defect"


def _counting(year: Year) -> YearCount:
    """Return the count on which the year's ground rests."""
    return year.by_b if "end_days" in (year.why or ()) else year.by_a


def _count(year: Year) -> str:
    return (
        f"{days(year.by_a.days)} {in_year(year.number)} году гарантии "
        f"({span(year.first, year.last)})"
    )


def _why_not(situation: Situation, year: Year) -> str:
    threshold = situation.limits.out_of_use
    if year.by_b.days <= threshold:
        return (
            f"{_count(year)}; нужно больше {threshold}, "
            f"не хватает {of_days(threshold + 1 - year.by_a.days)}."
        )
    longest = situation.longest_repair(situation.facts.stays[year.by_b.repairs[0]])
    return (
        f"{_count(year)}, но ремонт в этом году один, а закон говорит о неоднократном "
        "устранении разных недостатков. Другое возможное основание — срок самого ремонта: не "
        f"больше {of_days(longest)}."
    )


_DISPUTED = {
    "end_days": "больше {threshold} выходит, только если считать и день сдачи, и день выдачи",
    "after_ready_notice": "часть дней прошла после сообщения о готовности, без них столько "
    "не набирается",
    "same_defect": "все ремонты — одного и того же недостатка, а закон говорит о различных",
}


def _disputed(year: Year, threshold: int) -> str:
    points = [_DISPUTED[why].format(threshold=threshold) for why in year.why or ()]
    if year.by_a.days > threshold and "end_days" in (year.why or ()):
        points[0] = (
            "но столько набрал один ремонт, а другой начат и окончен в один день: магазин "
            "скажет, что ремонт один"
        )
    inclusive = (
        f", {year.by_b.days} с обоими крайними днями" if "end_days" in (year.why or ()) else ""
    )
    return f"{_count(year)}{inclusive}; {'; кроме того, '.join(points)}. Суды решают по-разному."


def _without_years(situation: Situation) -> Ground:
    if situation.warranty.months == 0:
        return _ground(
            "not_met",
            "Гарантийный срок на товар не установлен, а это основание считает дни по его годам.",
        )
    return _ground("not_met", "С покупки не прошло и дня.", situation.limits.out_of_use + 1)


def _ground(
    status: Status,
    reason: str,
    missing: int | None = None,
    year: int | None = None,
    why: tuple[Why, ...] = (),
    needs: str | None = None,
) -> Ground:
    return Ground(
        id=_ID,
        status=status,
        citation=CITATION,
        reason=tidy(reason),
        why=why,
        missing_days=missing,
        year=year,
        needs=needs,
    )
