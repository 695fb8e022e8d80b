"""The working days of Russia, and the table that carries them."""

import re
import runpy
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import paths
from desktop_app.law.calendar import Calendar, load_calendar, read_calendar
from desktop_app.law.toml_file import LawFileError

CALENDAR = load_calendar()


def span(year: int, month: int, first: int, last: int | None = None) -> list[date]:
    return [date(year, month, day) for day in range(first, (last or first) + 1)]


CLOSED = {
    2026: [
        *span(2026, 1, 1, 11),
        *span(2026, 2, 21, 23),
        *span(2026, 3, 7, 9),
        *span(2026, 5, 1, 3),
        *span(2026, 5, 9, 11),
        *span(2026, 6, 12, 14),
        *span(2026, 11, 4),
        *span(2026, 12, 31),
    ],
    2027: [
        *span(2027, 1, 1, 10),
        *span(2027, 2, 21, 23),
        *span(2027, 3, 6, 8),
        *span(2027, 5, 1, 3),
        *span(2027, 5, 8, 10),
        *span(2027, 6, 12, 14),
        *span(2027, 11, 4, 7),
        *span(2027, 12, 31),
    ],
}


@pytest.mark.parametrize("year", CLOSED)
def test_the_non_working_days_are_these_and_the_other_weekends(year: int) -> None:
    day, closed_weekdays = date(year, 1, 1), []
    while day.year == year:
        if day in CLOSED[year]:
            assert not CALENDAR.is_working(day), day
        if day.weekday() < 5 and not CALENDAR.is_working(day):
            closed_weekdays.append(day)
        day += timedelta(days=1)
    assert closed_weekdays == [day for day in CLOSED[year] if day.weekday() < 5]


def test_the_saturday_of_a_transfer_works() -> None:
    assert CALENDAR.is_working(date(2027, 2, 20))
    assert CALENDAR.next_working(date(2027, 2, 20)) == date(2027, 2, 20)
    assert CALENDAR.next_working(date(2027, 2, 21)) == date(2027, 2, 24)
    assert CALENDAR.is_working(date(2025, 11, 1))


def test_no_other_weekend_of_these_years_works() -> None:
    days = (date(2026, 1, 1) + timedelta(days=n) for n in range(730))
    working = [day for day in days if day.weekday() >= 5 and CALENDAR.is_working(day)]
    assert working == [date(2027, 2, 20)]


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 11, 30), date(2026, 11, 30)),
        (date(2026, 12, 5), date(2026, 12, 7)),
        (date(2026, 12, 31), date(2027, 1, 11)),
        (date(2027, 1, 4), date(2027, 1, 11)),
        (date(2026, 5, 9), date(2026, 5, 12)),
        (date(2024, 12, 28), date(2024, 12, 28)),
        (date(2024, 12, 29), date(2025, 1, 9)),
    ],
)
def test_the_next_working_day(day: date, working: date) -> None:
    assert CALENDAR.next_working(day) == working


@pytest.mark.parametrize(
    ("year", "known"), [(2015, False), (2016, True), (2027, True), (2028, False)]
)
def test_the_known_years(year: int, known: bool) -> None:
    assert CALENDAR.knows(year) is known


def test_an_unknown_year_goes_by_the_day_of_the_week() -> None:
    assert CALENDAR.is_working(date(2030, 1, 1))
    assert not CALENDAR.is_working(date(2030, 1, 5))
    assert CALENDAR.next_working(date(2030, 1, 5)) == date(2030, 1, 7)


@given(st.dates())
def test_the_next_working_day_works_and_none_before_it_does(day: date) -> None:
    found = CALENDAR.next_working(day)
    assert CALENDAR.is_working(found) and found >= day
    assert not any(CALENDAR.is_working(day + timedelta(days=n)) for n in range((found - day).days))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("['26']\nnon_working_weekdays = []\nworking_weekends = []\n", "26"),
        ("[2026]\nnon_working_weekdays = []\n", "2026.working_weekends"),
        ("[2026]\nnon_working_weekdays = []\nworking_weekends = []\nx = 1\n", "2026.x"),
        (
            "[2026]\nnon_working_weekdays = [2026-01-03]\nworking_weekends = []\n",
            "2026.non_working_weekdays",
        ),
        (
            "[2026]\nnon_working_weekdays = [2025-01-01]\nworking_weekends = []\n",
            "2026.non_working_weekdays",
        ),
        (
            "[2026]\nnon_working_weekdays = [2026-01-02, 2026-01-01]\nworking_weekends = []\n",
            "2026.non_working_weekdays",
        ),
        (
            "[2026]\nnon_working_weekdays = ['2026-01-01']\nworking_weekends = []\n",
            "2026.non_working_weekdays",
        ),
        (
            "[2026]\nnon_working_weekdays = []\nworking_weekends = [2026-01-05]\n",
            "2026.working_weekends",
        ),
        ("[2026]\n[2026]\n", "2026"),
    ],
)
def test_a_broken_calendar_names_file_and_key(tmp_path: Path, text: str, key: str) -> None:
    path = tmp_path / "kalendar.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LawFileError) as caught:
        read_calendar(path)
    said = str(caught.value)
    assert "kalendar.toml" in said and f"«{key}»" in said and "None" not in said


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        (
            "non_working_weekdays = [2026-01-03]\nworking_weekends = []\n",
            "только дни с понедельника по пятницу года 2026",
        ),
        (
            "non_working_weekdays = []\nworking_weekends = [2026-01-05]\n",
            "только субботы и воскресенья года 2026",
        ),
        (
            "non_working_weekdays = [2026-01-02, 2026-01-02]\nworking_weekends = []\n",
            "по возрастанию без повторов",
        ),
        ("working_weekends = []\n", "нужно: список дат по возрастанию без повторов"),
    ],
)
def test_a_broken_calendar_says_which_days_may_stand_there(
    tmp_path: Path, text: str, allowed: str
) -> None:
    path = tmp_path / "kalendar.toml"
    path.write_text("[2026]\n" + text, encoding="utf-8")
    with pytest.raises(LawFileError, match=allowed):
        read_calendar(path)


def test_a_sound_calendar_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "kalendar.toml"
    path.write_text(
        "[2026]\nnon_working_weekdays = [2026-01-01, 2026-01-02]\nworking_weekends = []\n"
        "[2027]\nnon_working_weekdays = []\nworking_weekends = [2027-02-20]\n",
        encoding="utf-8",
    )
    found = read_calendar(path)
    assert [year for year in range(2020, 2030) if found.knows(year)] == [2026, 2027]
    assert found.next_working(date(2026, 1, 1)) == date(2026, 1, 5)
    assert found.is_working(date(2027, 1, 1)) and not found.is_working(date(2027, 2, 21))
    assert found.next_working(date(2027, 2, 20)) == date(2027, 2, 20)


def test_the_shipped_table_is_what_the_library_gives() -> None:
    shipped = paths.resource("calendar", "ru.toml").read_bytes().decode()
    found = re.search(r"^# Проверено: (\S+)$", shipped, re.MULTILINE)
    assert found is not None
    generator = runpy.run_path(str(paths.resource("calendar", "make_calendar.py")))
    assert generator["calendar_text"](date.fromisoformat(found[1])) == shipped


def test_the_calendar_is_read_once() -> None:
    assert isinstance(CALENDAR, Calendar) and load_calendar() is CALENDAR
