"""The repairs: one row each, and the days by warranty year."""

from dataclasses import dataclass

from desktop_app.assessment.model import RepairDays, WarrantyYear
from desktop_app.case.model import Repair
from desktop_app.letter.engine.marks import Phrase, Text
from desktop_app.letter.fields.common import in_brackets, short_day, year_in_words
from desktop_app.letter.fields.purchase import in_repair
from desktop_app.letter.matter import Matter, told
from desktop_app.letter.vocabulary import Condition, Field, Rows, Vocabulary
from desktop_app.russian.dates import span
from desktop_app.russian.numbers import days, times

_OUTCOMES = {
    "no_defect_found": "недостаток не обнаружен",
    "paid_repair": "ремонт выполнен за плату",
    "refused": "в ремонте отказано",
}


@dataclass(frozen=True)
class RepairRow:
    """One repair as a row of the letter's table."""

    matter: Matter
    index: int
    repair: Repair
    days: RepairDays

    def path(self, key: str) -> str:
        """Return the path of one of the repair's answers."""
        return f"repairs[{self.index}].{key}"


@dataclass(frozen=True)
class YearRow:
    """One warranty year with days of repair: (repair's number, its days) in `parts`.

    `both_counts` where the count itself is disputed.
    """

    year: WarrantyYear
    parts: tuple[tuple[int, int], ...]
    both_counts: bool


def _rows(matter: Matter) -> list[RepairRow]:
    pairs = zip(matter.case.repairs or (), matter.assessment.repairs, strict=True)
    return [RepairRow(matter, index, repair, d) for index, (repair, d) in enumerate(pairs)]


def _years(matter: Matter) -> list[YearRow]:
    disputed = {g.year for g in matter.grounds if "end_days" in g.why}
    return [
        YearRow(year, _parts(matter, year.number), year.number in disputed)
        for year in matter.assessment.warranty_years
        if year.days_inclusive
    ]


def _parts(matter: Matter, number: int) -> tuple[tuple[int, int], ...]:
    return tuple(
        (index, dict(repair.by_year)[number])
        for index, repair in enumerate(matter.assessment.repairs, start=1)
        if repair.counted and number in dict(repair.by_year)
    )


def _breakdown(row: YearRow) -> Text:
    """«ремонт № 1 — 15, ремонт № 2 — 21»."""
    return Text(", ".join(f"ремонт №\u00a0{n}\u00a0— {days}" for n, days in row.parts))


def counts_days(matter: Matter) -> bool:
    """Whether the letter rests on the number of days."""
    return any(ground.id == "unusable_over_30_days" for ground in matter.grounds)


def _requested(row: RepairRow) -> Text | None:
    if row.repair.handed_over in (None, row.repair.requested):
        return None
    return short_day(row.repair.requested, row.path("requested"))


def _handed_over(row: RepairRow) -> Text | None:
    if row.repair.handed_over:
        return short_day(row.repair.handed_over, row.path("handed_over"))
    return short_day(row.repair.requested, row.path("requested"))


def _returned(row: RepairRow) -> Text | None:
    if row.days.running:
        return Text("не выдан", row.path("outcome"))
    return short_day(row.repair.returned, row.path("returned"))


def _document(row: RepairRow) -> Phrase | None:
    if not row.repair.act:
        return None
    path = row.path("act")
    return Phrase([Text(row.repair.act, path), in_brackets(row.matter, path) or ""])


def _days(row: RepairRow) -> Text:
    path = row.path("returned")
    if not row.days.counted:
        return Text("—", path)
    return Text(str(row.days.days), path)


def _counted(matter: Matter) -> bool:
    return counts_days(matter) and bool(_years(matter))


WORDS: Vocabulary[Matter] = Vocabulary(
    fields=(
        Field(
            "ремонты.сколько_раз",
            "«2 раза»",
            lambda m: Text(times(len(m.case.repairs or ())), "repairs"),
        ),
    ),
    conditions=(
        Condition(
            "ремонты",
            "товар чинили",
            "ремонтов не было",
            ("repairs",),
            lambda m: bool(m.case.repairs),
        ),
        Condition(
            "счёт_дней",
            "письмо опирается на число дней в ремонте",
            "письмо опирается на другое основание, дни не нужны",
            ("repairs", "purchase.transfer_date", "purchase.warranty_months"),
            _counted,
            "абз. 11 п. 1 ст. 18, ст. 191 ГК РФ",
        ),
        Condition(
            "незачтённые_ремонты",
            "есть ремонты, дни которых не считаются",
            "все ремонты засчитаны",
            ("repairs",),
            lambda m: _counted(m) and any(not repair.counted for repair in m.assessment.repairs),
            "абз. 11 п. 1 ст. 18",
        ),
        Condition(
            "ремонт_идёт",
            "один из ремонтов не окончен",
            "все ремонты окончены",
            ("repairs",),
            in_repair,
        ),
    ),
    rows=(
        Rows(
            "ремонты.строки",
            "Ремонты по порядку",
            _rows,
            fields=(
                Field("номер", "Номер ремонта", lambda r: str(r.index + 1)),
                Field("обращение", "День обращения, если сдан позже", _requested),
                Field("сдан", "День сдачи", _handed_over),
                Field("выдан", "День выдачи или «не выдан»", _returned),
                Field(
                    "недостаток", "Недостаток", lambda r: told(r.repair.defect, r.path("defect"))
                ),
                Field(
                    "работы",
                    "Что сделано",
                    lambda r: told(r.repair.work_done, r.path("work_done")),
                ),
                Field(
                    "исход",
                    "Чем кончилось, если ремонт не засчитан",
                    lambda r: told(_OUTCOMES.get(r.repair.outcome or ""), r.path("outcome")),
                ),
                Field("место", "Где чинили", lambda r: told(r.repair.place, r.path("place"))),
                Field("документ", "Акт с номером приложения", _document),
                Field("дней", "Дни: «15» или «—»", _days),
            ),
            conditions=(
                Condition(
                    "обращение",
                    "обратились раньше, чем сдали товар",
                    "обратились в день сдачи",
                    ("repairs[].requested", "repairs[].handed_over"),
                    lambda r: _requested(r) is not None,
                ),
                Condition(
                    "работы",
                    "сказано, что сделано",
                    "не сказано, что сделано",
                    ("repairs[].work_done",),
                    lambda r: bool(r.repair.work_done),
                ),
                Condition(
                    "исход",
                    "ремонт не был бесплатным устранением недостатка",
                    "недостаток устраняли бесплатно",
                    ("repairs[].outcome",),
                    lambda r: (r.repair.outcome or "") in _OUTCOMES,
                ),
                Condition(
                    "место",
                    "сказано, где чинили",
                    "не сказано, где чинили",
                    ("repairs[].place",),
                    lambda r: bool(r.repair.place),
                ),
                Condition(
                    "документ",
                    "есть акт о ремонте",
                    "акта о ремонте нет",
                    ("repairs[].act",),
                    lambda r: bool(r.repair.act),
                    "п. 3 ст. 20",
                ),
            ),
        ),
        Rows(
            "ремонты.годы",
            "Годы гарантии, на которые пришлись дни ремонта",
            _years,
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
                    lambda y: y.year.days > 30,
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
        ),
    ),
)
