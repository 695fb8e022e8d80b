"""The days of a case for a calendar: read back as a calendar reads them."""

from datetime import date
from uuid import UUID

import pytest
from icalendar import Calendar

from desktop_app.advice.calendar_file import calendar_file
from desktop_app.advice.status import Milestone

ID = UUID("5f0c1a52-6a1e-4f0e-9d3b-2b9f7d1c8e01")
DAYS = (
    Milestone("answer_by", date(2026, 11, 30), "Последний день ответа", "До конца дня."),
    Milestone("penalty_from", date(2026, 12, 1), "Первый день неустойки", "С этого дня."),
)
TODAY = date(2026, 11, 21)


def events(content):
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_each_day_is_an_event_of_a_whole_day_with_a_reminder_before():
    first, second = events(calendar_file(ID, "Ноутбук, ООО «А»", DAYS, TODAY))
    assert (first["dtstart"].dt, first["dtend"].dt) == (date(2026, 11, 30), date(2026, 12, 1))
    assert str(first["summary"]) == "Последний день ответа: Ноутбук, ООО «А»"
    assert str(second["description"]) == "С этого дня."
    (alarm,) = first.walk("VALARM")
    assert alarm["trigger"].dt.total_seconds() < 0


def test_the_same_case_gives_the_same_ids_and_bytes():
    made = calendar_file(ID, "", DAYS, TODAY)
    assert made == calendar_file(ID, "", DAYS, TODAY)
    assert len({str(event["uid"]) for event in events(made)}) == 2
    assert all(str(ID) in str(event["uid"]) for event in events(made))


@pytest.mark.parametrize(
    "about", ["a;b,c\\n", "x" * 10_000, "«Ромашка» & Ко\r\nEND:VCALENDAR", "\u202eабв"]
)
def test_hostile_text_stays_in_its_place(about):
    content = calendar_file(ID, about, DAYS, TODAY)
    assert len(events(content)) == 2
    assert content.split(b"\r\n").count(b"END:VCALENDAR") == 1
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
