"""The law that the rules stand on: whatever they ask for by name is there and makes sense."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import desktop_app
from desktop_app.law.book import NEEDED, LawBook, law_book, load_law_book
from desktop_app.law.calendar import Calendar
from desktop_app.law.parameters import Law, Provision
from desktop_app.law.toml_file import LawFileError

BOOK = load_law_book()
SHIPPED = BOOK.law
NUMBERS = [name for name, (_, most) in NEEDED.items() if most is not None]


def parameters(law: Law) -> dict[str, tuple[Provision, ...]]:
    every = sorted(law.all(), key=lambda p: p.since)
    return {name: tuple(p for p in every if p.name == name) for name in law.names}


def with_value(name: str, **changed: object) -> LawBook:
    found = parameters(SHIPPED)
    found[name] = (*found[name][:-1], replace(found[name][-1], **changed))  # type: ignore[arg-type]
    return law_book(Law(found, ()), BOOK.goods, BOOK.calendar)


def test_every_number_that_the_rules_ask_for_is_needed() -> None:
    rooms = [Path(desktop_app.__file__).parent / room for room in ("assessment", "claims")]
    texts = [path.read_text(encoding="utf-8") for room in rooms for path in room.rglob("*.py")]
    quoted = {name for text in texts for name in re.findall(r'"(\w+)"', text)}
    assert quoted & set(SHIPPED.names) == set(NEEDED)


@pytest.mark.parametrize("name", NEEDED)
def test_without_a_value_that_the_rules_need_the_law_is_refused(name: str) -> None:
    found = {other: values for other, values in parameters(SHIPPED).items() if other != name}
    with pytest.raises(LawFileError, match=f"«law/ru», ключ «{name}»: этого значения нет"):
        law_book(Law(found, ()), BOOK.goods, BOOK.calendar)


@pytest.mark.parametrize("name", NEEDED)
def test_a_value_in_another_unit_is_refused(name: str) -> None:
    unit = NEEDED[name][0]
    with pytest.raises(LawFileError, match=f"«law/ru», ключ «{name}»: ожидается единица «{unit}»"):
        with_value(name, unit="roubles")


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("value", [0, Decimal("-0.1"), None, "десять"])
def test_a_number_of_the_rules_is_more_than_nought(name: str, value: object) -> None:
    with pytest.raises(LawFileError, match=f"«law/ru», ключ «{name}»: ожидается число больше 0"):
        with_value(name, value=value)


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_of_the_rules_is_no_more_than_makes_sense(name: str) -> None:
    most = NEEDED[name][1]
    assert most is not None
    assert with_value(name, value=most) and with_value(name, value=1)
    with pytest.raises(LawFileError, match=f"не больше {most}"):
        with_value(name, value=most + 1)


def test_half_a_percent_a_day_makes_sense() -> None:
    assert with_value("penalty_percent_per_day", value=Decimal("0.5"))


def test_a_law_without_a_cap_is_sound() -> None:
    book = with_value("penalty_cap", value=None)
    assert book.law.on("penalty_cap", date(2026, 11, 20)).value is None
    assert book.goods is BOOK.goods and book.calendar is BOOK.calendar


def test_a_calendar_of_this_year_is_enough() -> None:
    calendar = Calendar(frozenset({2026}), frozenset(), frozenset())
    assert law_book(SHIPPED, BOOK.goods, calendar).calendar is calendar


def test_a_calendar_without_this_year_is_refused() -> None:
    calendar = Calendar(frozenset({2025}), frozenset(), frozenset())
    with pytest.raises(LawFileError, match=r"«calendar/ru\.toml», ключ «2026»: в календаре нет"):
        law_book(SHIPPED, BOOK.goods, calendar)
