"""The days of repair by warranty year."""

from dataclasses import dataclass

from desktop_app.assessment.model import WarrantyYear
from desktop_app.letter.engine.marks import Text
from desktop_app.letter.fields.common import year_in_words
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Condition, Field, Rows
from desktop_app.russian.dates import span
from desktop_app.russian.numbers import days, plural


@dataclass(frozen=True)
class YearRow:
    """One warranty year with days of repair: (repair's number, its days) in `parts`.

    `enough`: more than the law asks for; `both_counts` where the count itself is disputed.
    """

    year: WarrantyYear
    parts: tuple[tuple[int, int], ...]
    enough: bool
    both_counts: bool


def year_rows(matter: Matter) -> list[YearRow]:
    """Return the warranty years on which days of repair fall."""
    disputed = {number for g in matter.grounds if "end_days" in g.why for number in g.years}
    limit = matter.assessment.limits.out_of_use
    return [
        YearRow(year, _parts(matter, year.number), enough, not enough and year.number in disputed)
        for year in matter.assessment.warranty_years
        for enough in (year.days > limit,)
        if year.days_inclusive
    ]


def _parts(matter: Matter, number: int) -> tuple[tuple[int, int], ...]:
    return tuple(
        (index, dict(repair.by_year)[number])
        for index, repair in enumerate(matter.assessment.repairs, start=1)
        if repair.counted and number in dict(repair.by_year)
    )


def _breakdown(row: YearRow) -> Text:
    """«ремонт № 1 — 15, ремонт № 2 — 21», and the days that repairs share."""
    told = ", ".join(f"ремонт №\u00a0{n}\u00a0— {own}" for n, own in row.parts)
    shared = sum(own for _, own in row.parts) - row.year.days
    if shared > 0:
        counted = (
            plural(shared, "общий", "общие", "общие"),
            plural(shared, "учтён", "учтены", "учтены"),
        )
        told += f"; {days(shared)}, {counted[0]} для ремонтов, {counted[1]} один раз"
    return Text(told)


YEARS: Rows[Matter, YearRow] = Rows(
    "ремонты.годы",
    "Годы гарантии, на которые пришлись дни ремонта",
    year_rows,
    fields=(
        Field(
            "в_году",
            "«в 1-м году»",
            lambda y: Text(year_in_words(y.year.number)),
        ),
        Field("период", "«с … по …»", lambda y: Text(span(y.year.first, y.year.last))),
        Field("дней", "«36 дней» без дня сдачи", lambda y: Text(days(y.year.days))),
        Field("по_ремонтам", "«ремонт № 1 — 15, ремонт № 2 — 21»", _breakdown),
        Field(
            "дней_включительно",
            "«38 дней» с днём сдачи и днём выдачи",
            lambda y: Text(days(y.year.days_inclusive)),
        ),
    ),
    conditions=(
        Condition(
            "больше_порога",
            "больше 30 дней",
            "не больше 30 дней",
            ("repairs",),
            lambda y: y.enough,
            "абз. 11 п. 1 ст. 18",
        ),
        Condition(
            "оба_счёта",
            "больше 30 выходит, только если считать оба крайних дня",
            "довольно счёта без дня сдачи",
            ("repairs", "answers.day_count"),
            lambda y: y.both_counts,
            "ст. 191 ГК РФ",
        ),
    ),
)
