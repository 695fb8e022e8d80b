"""The calculation of days: by repair and warranty year, and the repairs beyond their term."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from desktop_app.assessment.facts import WHY_NOT_COUNTED
from desktop_app.assessment.money import rounded
from desktop_app.letter.engine.marks import Phrase, Text
from desktop_app.letter.fields.common import day, short_day, year_in_words
from desktop_app.letter.fields.repair_rows import RepairRow, repair_rows
from desktop_app.letter.fields.repair_years import YearRow, year_rows
from desktop_app.letter.fields.repairs import counts_days
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Condition, Field, Rows, Vocabulary
from desktop_app.russian.dates import short, span
from desktop_app.russian.lists import joined
from desktop_app.russian.money import rub
from desktop_app.russian.numbers import days


@dataclass(frozen=True)
class Part:
    """The days of one repair in one warranty year, by both counts."""

    repair: RepairRow
    year: int
    days: int
    inclusive: int


def parts(matter: Matter) -> list[Part]:
    """Return the counted repairs, one that crosses a border of years once for each year."""
    return list(_parts(matter))


def _parts(matter: Matter) -> Iterator[Part]:
    for row in repair_rows(matter):
        if not row.days.counted:
            continue
        one, both = dict(row.days.by_year), dict(row.days.by_year_inclusive)
        for year in sorted({*one, *both}):
            yield Part(row, year, one.get(year, 0), both.get(year, 0))


def late_repairs(matter: Matter) -> list[RepairRow]:
    """Return the repairs beyond their term, where the claim rests on it or demands a penalty."""
    relied = any(ground.id == "repair_deadline_missed" for ground in matter.grounds)
    wanted = relied or matter.assessment.amounts.repair_delay.demanded
    return [row for row in repair_rows(matter) if row.days.late] if wanted else []


def _both_matter(matter: Matter) -> bool:
    return any(row.both_counts for row in year_rows(matter))


def _uncounted(matter: Matter) -> Text | None:
    left = [row for row in repair_rows(matter) if not row.days.counted]
    if not left:
        return None
    told = [f"ремонт №\u00a0{row.index + 1} ({_why(row)})" for row in left]
    return Text(joined(told), "repairs")


def _why(row: RepairRow) -> str:
    return WHY_NOT_COUNTED.get(row.repair.outcome, "он вне гарантийного срока")


def _ended(row: RepairRow) -> Text | None:
    if row.days.running:
        return Text(f"не выдан, по {short(row.matter.assessment.law_as_of)}", row.path("outcome"))
    return short_day(row.repair.returned, row.path("returned"))


def _began(row: RepairRow) -> Text | None:
    if row.repair.handed_over:
        return short_day(row.repair.handed_over, row.path("handed_over"))
    return row.request


@dataclass(frozen=True)
class Total:
    """The days of one warranty year; `carries` says that the claim rests on them."""

    row: YearRow
    carries: bool
    shared: int
    shared_inclusive: int


def totals(matter: Matter) -> list[Total]:
    """Return the warranty years on which days of repair fall, with the days that repairs share."""
    relied = {n for g in matter.grounds if g.id == "unusable_over_30_days" for n in g.years}
    found = []
    for row in year_rows(matter):
        own = [part for part in parts(matter) if part.year == row.year.number]
        shared = sum(part.days for part in own) - row.year.days
        inclusive = sum(part.inclusive for part in own) - row.year.days_inclusive
        found.append(Total(row, row.year.number in relied, shared, inclusive))
    return found


def _shared(total: Total) -> Text:
    """Return the days that repairs of the year share, which are counted once."""
    shared = total.shared_inclusive if total.row.both_counts else total.shared
    return Text(f"; общие для ремонтов дни ({shared}) учтены один раз" if shared > 0 else "")


def _verdict(total: Total) -> Text:
    if total.carries and total.row.enough:
        return Text("; порог превышен")
    if total.carries and total.row.both_counts:
        return Text("; порог превышен, если считать и дни сдачи")
    return Text("")


def _late_days(row: RepairRow) -> int:
    """Return the days after the term, up to the return or the claim, the last one included."""
    ended = row.matter.assessment.law_as_of if row.days.running else row.repair.returned
    term = row.days.term
    return max(0, (ended - term).days) if ended and term else 0


def _late_span(row: RepairRow) -> Text | None:
    late, term = _late_days(row), row.days.term
    if not late or term is None:
        return None
    first, last = term + timedelta(days=1), term + timedelta(days=late)
    told = short(first) if first == last else span(first, last)
    return Text(f"{days(late)} ({told})", row.path("returned"))


def _late_term(row: RepairRow) -> Text:
    if row.agreed is not None:
        return Text(f"{days(row.agreed)} по соглашению", row.path("agreed_days"))
    return Text(f"{days(row.days.longest or 0)}, соглашения о меньшем сроке нет")


def _penalty(matter: Matter) -> Phrase | None:
    delay, price = matter.assessment.amounts.repair_delay, matter.case.purchase.price
    per_day = matter.assessment.amounts.penalty_per_day
    if not delay.demanded or price is None or per_day is None or delay.uncapped is None:
        return None
    one = rub(per_day) if per_day == rounded(per_day) else f"1\u00a0% от {rub(price)}"
    told: list[Text | str] = [
        f"{one} × {days(delay.days)} = ",
        Text(rub(delay.uncapped), "demands.repair_delay_penalty"),
    ]
    if delay.uncapped != delay.demanded:
        told += ["; в пределах уплаченной по договору суммы\u00a0— ", rub(delay.demanded)]
    return Phrase(told)


_REPAIR: tuple[Field[Part], ...] = (
    Field("номер", "Номер ремонта", lambda p: str(p.repair.index + 1)),
    Field("сдан", "День сдачи", lambda p: _began(p.repair)),
    Field("выдан", "День выдачи или «не выдан, по …»", lambda p: _ended(p.repair)),
    Field("год", "«1-й»: год гарантии", lambda p: Text(f"{p.year}\u2011й")),
    Field("дней", "Дни без дня сдачи", lambda p: Text(str(p.days))),
    Field("включительно", "Дни с днём сдачи и днём выдачи", lambda p: Text(str(p.inclusive))),
)
_LATE: tuple[Field[RepairRow], ...] = (
    Field("номер", "Номер ремонта", lambda r: str(r.index + 1)),
    Field("обращение", "День обращения", lambda r: r.request),
    Field("срок", "«45 дней» или «30 дней по соглашению»", _late_term),
    Field(
        "последний_день",
        "Последний день срока",
        lambda r: short_day(r.days.term, r.path("agreed_days")),
    ),
    Field("выдан", "День выдачи или «не выдан, по …»", _ended),
    Field("просрочка", "«3 дня (с … по …)»", _late_span),
)
_YEAR: tuple[Field[Total], ...] = (
    Field("в_году", "«в 1-м году»", lambda t: Text(year_in_words(t.row.year.number))),
    Field("период", "«с … по …»", lambda t: Text(span(t.row.year.first, t.row.year.last))),
    Field("дней", "«36 дней» без дня сдачи", lambda t: Text(days(t.row.year.days))),
    Field(
        "включительно",
        "«38 дней» с днём сдачи и днём выдачи",
        lambda t: Text(days(t.row.year.days_inclusive)),
    ),
    Field("общие", "«; общие для ремонтов дни (2) учтены один раз»", _shared),
    Field("вывод", "«; порог превышен», где на этом стоит письмо", _verdict),
)
WORDS: Vocabulary[Matter] = Vocabulary(
    fields=(
        Field(
            "расчёт.передан",
            "День передачи товара",
            lambda m: day(m.assessment.warranty.starts, "purchase.transfer_date"),
        ),
        Field("расчёт.незачтённые", "Ремонты вне счёта, с причинами", _uncounted),
        Field(
            "расчёт.порог",
            "«30 дней»",
            lambda m: Text(days(m.assessment.limits.out_of_use)),
        ),
        Field("расчёт.неустойка", "Неустойка за просрочку ремонта: «385,00 руб. × …»", _penalty),
    ),
    conditions=(
        Condition(
            "расчёт_дней",
            "письмо опирается на число дней в ремонте",
            "письмо опирается не на число дней в ремонте",
            ("repairs",),
            lambda m: counts_days(m) and bool(parts(m)),
            "абз. 11 п. 1 ст. 18",
        ),
        Condition(
            "оба_счёта",
            "решает, считать ли дни сдачи: названы оба счёта",
            "довольно счёта без дня сдачи",
            ("repairs", "answers.day_count"),
            _both_matter,
            "ст. 191 ГК РФ",
        ),
        Condition(
            "расчёт_срока",
            "письмо опирается на просрочку ремонта",
            "просрочки ремонта в письме нет",
            ("repairs", "demands.repair_delay_penalty"),
            lambda m: bool(late_repairs(m)),
            "п. 1 ст. 20",
        ),
        Condition(
            "расчёт_неустойки",
            "вы требуете неустойку за просрочку ремонта",
            "неустойка за просрочку ремонта не заявлена",
            ("demands.repair_delay_penalty",),
            lambda m: _penalty(m) is not None,
            "п. 1 ст. 23",
        ),
        Condition(
            "картинка",
            "рисунок дней есть",
            "рисунка дней нет",
            ("repairs",),
            lambda m: m.aside.picture is not None,
        ),
    ),
    rows=(
        Rows("расчёт.ремонты", "Засчитанные ремонты по годам гарантии", parts, fields=_REPAIR),
        Rows("расчёт.годы", "Годы гарантии, на которые пришлись дни", totals, fields=_YEAR),
        Rows("расчёт.просрочки", "Ремонты сверх срока", late_repairs, fields=_LATE),
    ),
)
