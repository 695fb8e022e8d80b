"""Days as Russian text. Month names are written out here, so that no system locale matters."""

from datetime import date

from desktop_app.russian.numbers import NBSP

MONTHS_GENITIVE = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")


def short(day: date) -> str:
    """A day in figures: 14.12.2025."""
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"


def long(day: date) -> str:
    """A day with its month in words, never broken at a line end: 14 декабря 2025 г."""
    return NBSP.join((str(day.day), _month(day), str(day.year), "г."))


def full(day: date) -> str:
    """A day for running text: 14 декабря 2025 года. A line may break before the year only."""
    return f"{day.day}{NBSP}{_month(day)} {day.year}{NBSP}года"


def signed(day: date) -> str:
    """A day as it stands beside a signature: «14» декабря 2025 г. Never broken at a line end."""
    return NBSP.join((f"«{day.day:02d}»", _month(day), str(day.year), "г."))


def with_weekday(day: date) -> str:
    """A day and its weekday: 1 марта 2025 года, суббота."""
    return f"{full(day)}, {WEEKDAYS[day.weekday()]}"


def span(first: date, last: date) -> str:
    """The days from one to another, both included: с 15.12.2025 по 14.12.2026."""
    return f"с{NBSP}{short(first)} по{NBSP}{short(last)}"


def _month(day: date) -> str:
    return MONTHS_GENITIVE[day.month - 1]
