"""Repairs beyond their term, told where a penalty for them is demanded."""

from desktop_app.letter.engine.marks import Phrase, Text
from desktop_app.letter.fields.common import short_day
from desktop_app.letter.fields.repair_rows import RepairRow, repair_rows
from desktop_app.letter.matter import Matter
from desktop_app.letter.vocabulary import Field, Rows
from desktop_app.russian.numbers import days, of_days


def late_rows(matter: Matter) -> list[RepairRow]:
    """The repairs beyond their term, where a demand rests on the delay."""
    if not matter.case.demands.repair_delay_penalty:
        return []
    return [row for row in repair_rows(matter) if row.days.late]


def _late_text(row: RepairRow) -> Phrase:
    """«Ремонт № 1: обращение — …, последний день — …; товар выдан …»."""
    asked = row.request or ""
    longest = f"не более {of_days(row.days.longest or 0)}"
    term = f"{days(row.agreed)} по соглашению" if row.agreed is not None else longest
    last = short_day(row.days.term, row.path("agreed_days")) or ""
    back = short_day(row.repair.returned, row.path("returned"))
    ends: list[Text | str] = (
        ["товар до сих пор не возвращён"]
        if row.days.running or back is None
        else ["товар выдан ", back]
    )
    head = f"Ремонт №\u00a0{row.index + 1}: обращение\u00a0— "
    return Phrase([head, asked, f", срок\u00a0— {term}, последний день\u00a0— ", last, "; ", *ends])


LATE: Rows[Matter, RepairRow] = Rows(
    "ремонты.просрочки",
    "Просроченные ремонты, если за них требуют неустойку",
    late_rows,
    fields=(Field("текст", "Обращение, срок, последний день, выдача", _late_text),),
)
