"""The days of a case as a file that any calendar takes (iCalendar, RFC 5545)."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from desktop_app.advice.status import Milestone

NAME = "Сроки претензии.ics"
_MAKER = "-//Pretenziya//RU"
_NOON, _LONGEST = time(9), 200


def calendar_file(
    case_id: UUID | None, about: str, milestones: tuple[Milestone, ...], today: date
) -> bytes:
    """Return the days as all-day events, each with a reminder on the evening before.

    `about` names the case in every event («ООО «Ромашка», ноутбук»). The same case gives the
    same ids, so that a calendar replaces what it took before.
    """
    # Costs 50 ms, and only this file needs it.
    from icalendar import Alarm, Calendar, Event

    about = " ".join(about.split())[:_LONGEST]
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    stamp = datetime.combine(today, _NOON, UTC)
    for one in milestones:
        event, alarm = Event(), Alarm()
        event.add("uid", f"{case_id or 'case'}-{one.id}@pretenziya")
        event.add("dtstamp", stamp)
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
        title = _one_line(one.title)
        event.add("summary", f"{title}: {about}" if about else title)
        event.add("description", _one_line(one.text))
        event.add("transp", "TRANSPARENT")
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", timedelta(hours=-15))
        event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _one_line(text: str) -> str:
    """Return text on one line: the library lets some of the breaks through that end an event."""
    return " ".join(text.splitlines())
