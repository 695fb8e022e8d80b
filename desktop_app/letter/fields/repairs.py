"""The repairs: one row each, and the days by warranty year."""

from dataclasses import dataclass

from desktop_app.assessment.model import RepairDays, WarrantyYear
from desktop_app.case.model import Repair
from desktop_app.letter.engine.marks import Phrase, Text
from desktop_app.letter.fields.common import in_brackets, short_day, year_in_words
from desktop_app.letter.fields.purchase import in_repair
from desktop_app.letter.matter import Matter, told, unbroken
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
    disputed = {number for g in matter.grounds if "end_days" in g.why for number in g.years}
    return [
        YearRow(year, _parts(matter, year.number), year.number in disputed and year.days <= 30)
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
    """«ремонт № 1 — 15, ремонт № 2 — 21», and the days that repairs share."""
    told = ", ".join(f"ремонт №\u00a0{n}\u00a0— {own}" for n, own in row.parts)
    shared = sum(own for _, own in row.parts) - row.year.days
    if shared > 0:
        told += f"; дни, общие для ремонтов ({shared}), учтены один раз"
    return Text(told)


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
    return Phrase([Text(unbroken(row.repair.act), path), in_brackets(row.matter, path) or ""])


def _days(row: RepairRow) -> Text:
    path = row.path("returned")
    if not row.days.counted:
        return Text("—", path)
    return Text(str(row.days.days), path)


def _times(number: int) -> str:
    return "один раз" if number == 1 else times(number)


def _late_rows(matter: Matter) -> list[RepairRow]:
    """The repairs beyond their term, where a demand rests on the delay."""
    if not matter.case.demands.repair_delay_penalty:
        return []
    return [row for row in _rows(matter) if _is_late(row)]


def _is_late(row: RepairRow) -> bool:
    ended = row.matter.assessment.law_as_of if row.days.running else row.repair.returned
    repairs = row.repair.outcome in ("repaired", "in_repair", None)
    return bool(repairs and row.days.term and ended and ended > row.days.term)


def _late_text(row: RepairRow) -> Phrase:
    """«Ремонт № 1: обращение — …, последний день — …; товар выдан …»."""
    request = row.repair.requested or row.repair.handed_over
    agreed = row.repair.agreed_days
    asked = short_day(request, row.path("requested")) or ""
    by_agreement = agreed is not None and agreed < 45
    term = (
        f"{days(agreed)} по соглашению" if agreed is not None and by_agreement else "45\u00a0дней"
    )
    last = short_day(row.days.term, row.path("agreed_days")) or ""
    back = short_day(row.repair.returned, row.path("returned"))
    ends: list[Text | str] = (
        ["товар до сих пор не возвращён"]
        if row.days.running or back is None
        else ["товар выдан ", back]
    )
    head = f"ремонт №\u00a0{row.index + 1}: обращение\u00a0— "
    return Phrase([head, asked, f", срок\u00a0— {term}, последний день\u00a0— ", last, "; ", *ends])


def _counted(matter: Matter) -> bool:
    return counts_days(matter) and bool(_years(matter))


WORDS: Vocabulary[Matter] = Vocabulary(
    fields=(
        Field(
            "ремонты.сколько_раз",
            "«2 раза»",
            lambda m: Text(_times(len(m.case.repairs or ())), "repairs"),
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
            "просрочка_заявлена",
            "вы требуете неустойку за просрочку ремонта",
            "неустойка за просрочку ремонта не заявлена",
            ("demands.repair_delay_penalty",),
            lambda m: bool(_late_rows(m)),
            "п. 1 ст. 20, п. 1 ст. 23",
        ),
        Condition(
            "спорный_счёт",
            "больше 30 дней выходит, только если считать оба крайних дня",
            "довольно счёта без дня сдачи",
            ("repairs", "answers.day_count"),
            lambda m: any(row.both_counts for row in _years(m)),
            "ст. 191 ГК РФ",
        ),
        Condition(
            "незачтённые_ремонты",
            "есть ремонты, дни которых не считаются",
            "все ремонты засчитаны",
            ("repairs",),
            lambda m: any(not repair.counted for repair in m.assessment.repairs),
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
                    "недостаток",
                    "сказано, что чинили",
                    "не сказано, что чинили",
                    ("repairs[].defect",),
                    lambda r: bool(r.repair.defect),
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
            "ремонты.просрочки",
            "Просроченные ремонты, если за них требуют неустойку",
            _late_rows,
            fields=(Field("текст", "Обращение, срок, последний день, выдача", _late_text),),
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
