"""Repairs pasted as lines of a spreadsheet or of plain text, put into the case."""

from datetime import date

from desktop_app.case.edit import with_row
from desktop_app.case.model import Case, Repair
from desktop_app.interview.remember import forget, put_unreadable
from desktop_app.russian.reading.repair_lines import RepairLine, read_repair_lines


def with_pasted_repairs(case: Case, text: str, today: date) -> tuple[Case, tuple[RepairLine, ...]]:
    """Return the case with a repair for each line, and the lines with what is wrong in them.

    Days that could not be read stand in their fields as typed. How a repair ended is asked, but
    one that still runs is taken as such. Raises UserError when there are more repairs than a
    case can hold.
    """
    lines = read_repair_lines(text, today)
    if lines:
        case = forget(case, "repairs")
    for line in lines:
        case = with_row(case, "repairs", _repair(line))
        row = len(case.repairs or ()) - 1
        for key, typed in line.unread:
            case = put_unreadable(case, f"repairs[{row}].{key}", typed)
    return case, lines


def _repair(line: RepairLine) -> Repair:
    return Repair(
        handed_over=line.handed_over,
        returned=line.returned,
        defect=line.defect,
        work_done=line.work_done,
        place=line.place,
        act=line.act,
        outcome="in_repair" if line.running else None,
    )
