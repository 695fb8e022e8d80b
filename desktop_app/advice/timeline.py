"""The picture of the days, worded: from a case and its assessment to the painter's model.

Without Qt.
"""

from datetime import date
from functools import partial

from desktop_app.assessment.facts import WHY_NOT_COUNTED
from desktop_app.assessment.model import Assessment, Ground, RepairDays, WarrantyYear
from desktop_app.case.model import Case, Repair
from desktop_app.paper.timeline_model import Stay, Timeline, Tone, Words, Year
from desktop_app.russian.dates import short, span
from desktop_app.russian.numbers import NBSP, days
from desktop_app.russian.typography import tidy

_DAYS = "дн."


def timeline_of(case: Case, assessment: Assessment, today: date | None) -> Timeline | None:
    """Return the picture's model; None where no repair has days that can be shown.

    Without `today` it is the picture of a document: its mark is the day of the claim.
    """
    threshold = assessment.limits.out_of_use
    stays = tuple(
        _stay(number, repair, told, assessment)
        for number, (repair, told) in enumerate(
            zip(case.repairs or (), assessment.repairs, strict=True), start=1
        )
        if told.days_inclusive
    )
    if not stays:
        return None
    ground = assessment.ground("unusable_over_30_days")
    shown = partial(_year, ground=ground, threshold=threshold, stays=stays, paper=today is None)
    years = tuple(shown(year) for year in assessment.warranty_years)
    return Timeline(
        years, stays, assessment.law_as_of, threshold, _words(assessment, today, threshold)
    )


def _words(assessment: Assessment, today: date | None, threshold: int) -> Words:
    as_of = assessment.law_as_of
    name = "сегодня" if as_of == today else "день письма" if today else "дата претензии"
    return Words(
        title="Дни в ремонте по годам гарантии",
        today=tidy(name),
        today_told=tidy(f"{name.capitalize()}: {short(as_of)}."),
        threshold=days(threshold),
        unit=_DAYS,
        before=tidy("до передачи товара"),
        after=tidy("после гарантии"),
        later="дальше",
        no_years=tidy("годы гарантии неизвестны"),
    )


def _stay(number: int, repair: Repair, told: RepairDays, assessment: Assessment) -> Stay:
    first = repair.handed_over or repair.requested or assessment.law_as_of
    last = assessment.law_as_of if told.running else repair.returned or first
    return Stay(
        number=number,
        first=first,
        last=last,
        days=told.days,
        running=told.running,
        counted=told.counted,
        label=f"{told.days}{NBSP}{_DAYS}",
        told=_stay_told(number, repair, told, first, last),
        by_year=told.by_year,
    )


def _stay_told(number: int, repair: Repair, told: RepairDays, first: date, last: date) -> str:
    when = (
        f"с {short(first)}, ещё не окончен, по {short(last)}" if told.running else span(first, last)
    )
    parts = [f"Ремонт № {number}: {when} — {days(told.days)}"]
    if told.days_inclusive != told.days:
        parts.append(f" (с днём сдачи — {told.days_inclusive})")
    if not told.counted:
        why = WHY_NOT_COUNTED.get(repair.outcome, "он вне гарантии")
        parts.append(f", в счёт не входит: {why}")
    text = tidy("".join(parts) + ".")
    return f"{text} Недостаток: {_cut(repair.defect)}." if repair.defect else text


def _cut(text: str, most: int = 120) -> str:
    text = " ".join(text.split()).rstrip(".")
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _year(
    year: WarrantyYear, ground: Ground, threshold: int, stays: tuple[Stay, ...], paper: bool
) -> Year:
    """Return a year; on `paper`, which the shop reads, the days stand without a doubt of ours."""
    name = f"{year.number}-й год"
    dates = f"{short(year.first)}–{short(year.last)}"
    carries = ground.carries and year.number in (ground.years or (ground.year,))
    return Year(
        number=year.number,
        first=year.first,
        last=year.last,
        days=year.days,
        days_inclusive=year.days_inclusive,
        titles=(
            (tidy(f"{name} гарантии · {span(year.first, year.last)}"),),
            (tidy(f"{name} · {dates}"),),
            (tidy(f"{name} гарантии"), dates),
            (tidy(name), tidy(f"с {short(year.first)}"), tidy(f"по {short(year.last)}")),
        ),
        short=tidy(name),
        verdict=tidy(
            _on_paper(year, threshold, carries)
            if paper
            else _verdict(year, ground, threshold, carries, stays)
        ),
        tone="good" if paper and carries else _tone(ground, carries),
    )


def _tone(ground: Ground, carries: bool) -> Tone:
    if not carries:
        return "soft"
    return "good" if ground.status == "met" else "care"


def _on_paper(year: WarrantyYear, threshold: int, carries: bool) -> str:
    """Return the days of a year for the shop: what it may object is not ours to say."""
    if not year.days_inclusive:
        return "дней в ремонте нет"
    if carries and year.days > threshold:
        return f"{days(year.days)} — порог превышен на {year.days - threshold}"
    if carries:
        return f"{days(year.days)}, с днями сдачи — {year.days_inclusive}"
    return days(year.days)


def _verdict(
    year: WarrantyYear, ground: Ground, threshold: int, carries: bool, stays: tuple[Stay, ...]
) -> str:
    if not year.days_inclusive:
        return "дней в ремонте нет"
    counting = sum(
        stay.counted and any(number == year.number for number, _ in stay.by_year) for stay in stays
    )
    alone = ", но ремонт один" if counting == 1 and not carries else ""
    both = f"{days(year.days)}, а с днями сдачи {year.days_inclusive}"
    if year.days > threshold:
        over = f"{days(year.days)} — порог превышен на {year.days - threshold}"
        return f"{over}, но это спорно" if carries and ground.status != "met" else over + alone
    if year.days_inclusive > threshold:
        return f"{both}{alone}" if alone else f"{both} — превышен ли порог, спорно"
    return f"{days(year.days)} — до порога не хватает {threshold + 1 - year.days}"
