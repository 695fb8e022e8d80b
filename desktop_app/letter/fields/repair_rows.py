"""One row of the letter's table for each repair."""

from dataclasses import dataclass

from desktop_app.assessment.model import RepairDays
from desktop_app.case.model import Repair
from desktop_app.letter.engine.marks import Phrase, Text
from desktop_app.letter.fields.common import in_brackets, short_day
from desktop_app.letter.matter import Matter, told, unbroken
from desktop_app.letter.vocabulary import Condition, Field, Rows

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

    @property
    def request(self) -> Text | None:
        """The day of the request: that of handing over where none is told."""
        key = "requested" if self.repair.requested else "handed_over"
        return short_day(self.repair.requested or self.repair.handed_over, self.path(key))

    @property
    def agreed(self) -> int | None:
        """The agreed days where they are fewer than the law's most."""
        agreed, longest = self.repair.agreed_days, self.days.longest
        return None if agreed is None or longest is None or agreed >= longest else agreed


def repair_rows(matter: Matter) -> list[RepairRow]:
    """Return the repairs in the order in which they were told."""
    rows = (repair_row(matter, index) for index in range(len(matter.case.repairs or ())))
    return [row for row in rows if row.repair != Repair()]


def repair_row(matter: Matter, index: int) -> RepairRow:
    """Return the repair of that index. Raises IndexError where the case has no such."""
    repairs = matter.case.repairs or ()
    return RepairRow(matter, index, repairs[index], matter.assessment.repairs[index])


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


def _untold(row: RepairRow) -> Text:
    return Text("—", row.path("handed_over"))


def _document(row: RepairRow) -> Phrase | None:
    if not row.repair.act:
        return None
    path = row.path("act")
    return Phrase([Text(unbroken(row.repair.act), path), in_brackets(row.matter, path) or ""])


def _tells_outcome(row: RepairRow) -> bool:
    """Whether the outcome is to be told: not where the person's own words have said it."""
    outcome = _OUTCOMES.get(row.repair.outcome or "")
    return outcome is not None and outcome not in (row.repair.work_done or "").casefold()


def _outcome(row: RepairRow) -> Phrase | None:
    """Return « (в ремонте отказано)», without the space where nothing stands before it."""
    outcome = told(_OUTCOMES.get(row.repair.outcome or ""), row.path("outcome"))
    space = " " if row.repair.defect or row.repair.work_done else ""
    return Phrase([f"{space}(", outcome, ")"]) if outcome else None


def _days(row: RepairRow) -> Text:
    path = row.path("returned")
    if not row.days.counted:
        return Text("—", path)
    return Text(str(row.days.days), path)


ROWS: Rows[Matter, RepairRow] = Rows(
    "ремонты.строки",
    "Ремонты по порядку",
    repair_rows,
    fields=(
        Field("номер", "Номер ремонта", lambda r: str(r.index + 1)),
        Field("обращение", "День обращения, если сдан позже", _requested),
        Field("сдан", "День сдачи или «—»", lambda r: _handed_over(r) or _untold(r)),
        Field("выдан", "День выдачи, «не выдан» или «—»", lambda r: _returned(r) or _untold(r)),
        Field("недостаток", "Недостаток", lambda r: told(r.repair.defect, r.path("defect"))),
        Field(
            "работы",
            "Что сделано",
            lambda r: told(r.repair.work_done, r.path("work_done")),
        ),
        Field(
            "исход",
            "« (ремонт выполнен за плату)»: чем кончилось, если ремонт не засчитан",
            _outcome,
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
            "ремонт кончился не бесплатным устранением, а иначе",
            "недостаток устраняли бесплатно",
            ("repairs[].outcome",),
            _tells_outcome,
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
)
