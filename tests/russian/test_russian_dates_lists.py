from datetime import date

import pytest

from desktop_app.russian import dates, lists
from desktop_app.russian.numbers import NBSP

DAY = date(2025, 12, 14)


def test_a_day_in_its_forms() -> None:
    assert dates.short(DAY) == "14.12.2025"
    assert dates.long(DAY) == "14 декабря 2025 г.".replace(" ", NBSP)
    assert dates.full(DAY) == f"14{NBSP}декабря 2025{NBSP}года"
    assert dates.signed(DAY) == "«14» декабря 2025 г.".replace(" ", NBSP)


def test_figures_have_two_places_and_words_have_not() -> None:
    day = date(2024, 2, 9)
    assert dates.short(day) == "09.02.2024"
    assert dates.full(day) == f"9{NBSP}февраля 2024{NBSP}года"
    assert dates.signed(day) == "«09» февраля 2024 г.".replace(" ", NBSP)


@pytest.mark.parametrize(
    ("day", "weekday"),
    [
        (date(2025, 3, 1), "суббота"),
        (date(2024, 2, 29), "четверг"),
        (date(2025, 6, 2), "понедельник"),
        (date(2025, 6, 8), "воскресенье"),
    ],
)
def test_the_weekday_follows_the_day(day: date, weekday: str) -> None:
    assert dates.with_weekday(day) == f"{dates.full(day)}, {weekday}"


def test_every_month_is_in_the_genitive() -> None:
    months = [dates.full(date(2025, n, 1)).split(NBSP)[1].split()[0] for n in range(1, 13)]
    assert " ".join(months) == (
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    )


def test_a_span_names_both_days() -> None:
    text = dates.span(date(2025, 12, 15), date(2026, 12, 14))
    assert text.replace(NBSP, " ") == "с 15.12.2025 по 14.12.2026"


def test_things_named_one_after_another() -> None:
    assert lists.joined([]) == ""
    assert lists.joined(["а"]) == "а"
    assert lists.joined(["а", "б"]) == "а и б"
    assert lists.joined(("а", "б", "в")) == "а, б и в"
    assert lists.joined(["а", "б", "в"], "или") == "а, б или в"
