"""Days and repairs that the tests of the verdict are made of."""

from datetime import date, datetime

from desktop_app.case.model import Repair

NOW = datetime(2026, 11, 20, 12, 0).astimezone()
TODAY = date(2026, 11, 20)


def repair(start, end, defect="не включается", outcome="repaired", **told):
    first, last = date.fromisoformat(start), date.fromisoformat(end) if end else None
    return Repair(
        requested=first, handed_over=first, returned=last, defect=defect, outcome=outcome, **told
    )
