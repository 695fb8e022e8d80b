"""Repairs beyond their term, told where a penalty for them is demanded."""

from desktop_app.letter.engine.marks import Phrase, Text
from desktop_app.letter.fields.common import short_day
from desktop_app.letter.fields.repair_rows import RepairRow, repair_rows
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Field, Rows
from desktop_app.russian.numbers import days


def late_rows(matter: Matter) -> list[RepairRow]:
    """The repairs beyond their term, where a demand rests on the delay."""
    if not matter.case.demands.repair_delay_penalty:
        return []
    return [row for row in repair_rows(matter) if is_late(row)]


def is_late(row: RepairRow) -> bool:
    """Whether the repair ended, or still runs, after its last day."""
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


LATE: Rows[Matter, RepairRow] = Rows(
    "ремонты.просрочки",
    "Просроченные ремонты, если за них требуют неустойку",
    late_rows,
    fields=(Field("текст", "Обращение, срок, последний день, выдача", _late_text),),
)
