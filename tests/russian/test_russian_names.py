"""Names in the genitive and the dative, each with the certainty that is allowed.

`certain` and `likely` are promises: the form has to be right. `ask` may offer a best guess.
All people are invented, but for some well-known bearers of a surname.
"""

import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.russian.names import Certainty, Gender, decline, gender_of, initials


def _rows(table: str) -> list[list[str]]:
    """The rows of a table beside this file: name, genitive, and but for what is asked, dative."""
    lines = (Path(__file__).parent / f"names_{table}.txt").read_text(encoding="utf-8")
    return [line.split("|") for line in lines.splitlines()]


def _parts(name: str) -> tuple[str, str, str]:
    surname, given_name, patronymic = name.split(" ", 2)
    return surname, given_name, patronymic


@pytest.mark.parametrize(("name", "genitive", "dative"), _rows("certain"))
def test_names_that_need_no_look(name: str, genitive: str, dative: str) -> None:
    for case, expected in (("genitive", genitive), ("dative", dative)):
        declined = decline(*_parts(name), case, None)
        assert (declined.text, declined.certainty) == (expected, Certainty.certain)
        assert declined.variants == ()


@pytest.mark.parametrize(("name", "genitive", "dative"), _rows("likely"))
def test_names_by_rules_alone(name: str, genitive: str, dative: str) -> None:
    for case, expected in (("genitive", genitive), ("dative", dative)):
        declined = decline(*_parts(name), case, None)
        assert (declined.text, declined.certainty) == (expected, Certainty.likely)


@pytest.mark.parametrize(("name", "genitive"), _rows("asked"))
def test_names_on_which_use_is_split_are_asked(name: str, genitive: str) -> None:
    declined = decline(*_parts(name), "genitive", None)
    assert declined.certainty is Certainty.ask
    assert genitive in (declined.text, *declined.variants)
    assert declined.text not in declined.variants


def test_the_first_half_that_looks_short_and_regular_does_not_decline() -> None:
    declined = decline("Хан-Магомедов", "Олег", "Ильич", "genitive", None)
    assert declined.text == "Хан-Магомедова Олега Ильича"


def test_there_are_enough_names() -> None:
    names = {row[0] for row in _rows("certain") + _rows("likely") + _rows("asked")}
    assert len(names) >= 120


@pytest.mark.parametrize("name", ["Алия", "Зульфия", "Альфия", "Гульфия", "Рафия", "Сафия"])
def test_a_name_stressed_at_its_end_is_asked_in_the_dative_only(name: str) -> None:
    assert decline(None, name, None, "genitive", "female").text == name[:-1] + "и"
    dative = decline(None, name, None, "dative", "female")
    assert dative.certainty is Certainty.ask
    assert {dative.text, *dative.variants} >= {name[:-1] + "и", name[:-1] + "е"}


def test_latin_letters_are_left_as_they_are() -> None:
    assert decline("Smith", "John", None, "genitive", None).text == "Smith John"
    for case in ("genitive", "dative"):
        declined = decline("Smith", "John", None, case, "male")
        assert declined.text == "Smith John"
        assert declined.certainty is not Certainty.certain


def test_capitals_stay_as_typed() -> None:
    assert decline("КУЗНЕЦОВА", "ОЛЬГА", "ИЛЬИНИЧНА", "genitive", None).text == (
        "КУЗНЕЦОВОЙ ОЛЬГИ ИЛЬИНИЧНЫ"
    )
    assert decline("ЧЕРНЫХ", "ЛЕВ", "ФОМИЧ", "genitive", None).text == "ЧЕРНЫХ ЛЬВА ФОМИЧА"
    assert decline("иванов", "лев", "петрович", "genitive", None).text == "иванова льва петровича"


def test_white_space_is_collapsed_and_missing_parts_are_skipped() -> None:
    assert decline("  Кузнецова ", " Ольга", "\tИльинична\n", "dative", None).text == (
        "Кузнецовой Ольге Ильиничне"
    )
    assert decline("Алиева", "Лейла", "Рашид  \u00a0кызы", "genitive", None).text == (
        "Алиевой Лейлы Рашид кызы"
    )
    assert decline("Кузнецова", "Ольга", None, "genitive", None).text == "Кузнецовой Ольги"
    assert decline(None, "Пётр", "Ильич", "genitive", None).text == "Петра Ильича"
    assert decline("Ткач", None, None, "genitive", "female").text == "Ткач"
    assert decline(None, " ", "", "genitive", None).certainty is Certainty.ask


def test_without_a_gender_the_nominative_is_asked_with_both_forms() -> None:
    declined = decline("Кузнецов", "Саша", None, "genitive", None)
    assert declined.text == "Кузнецов Саша"
    assert declined.certainty is Certainty.ask
    assert "Кузнецова Саши" in declined.variants


def test_a_gender_given_by_the_person_is_used() -> None:
    assert decline("Ким", "Саша", None, "genitive", "male").text == "Кима Саши"
    assert decline("Ким", "Саша", None, "genitive", "female").text == "Ким Саши"


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        (("Кузнецова", "Ольга", "Ильинич"), "female"),
        (("Кузнецова", "Ольга", "Ильинична"), "male"),
        (("Кузнецов", "Ольга", "Ильич"), "male"),
        (("Иванов", "Ван Тхань", None), "male"),
        (("Иванов", "Ибрагим", "Мухаммад"), "male"),
        (("Де Ла Крус", "Иван", "Иванович"), "male"),
        (("Иванoв", "Иван", "Иванович"), "male"),  # with a Latin «o»
        (("О'Нил", "Иван", "Иванович"), "male"),
        (("Ивано-", "Иван", "Иванович"), "male"),
        (("Ів", "Иван", "Иванович"), "male"),
    ],
)
def test_what_contradicts_itself_or_no_rule_covers_is_asked(
    name: tuple[str, str, str | None], gender: Gender
) -> None:
    assert decline(*name, "genitive", gender).certainty is Certainty.ask


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        (("Ким", "Саша", "Львович"), "male"),
        (("Ким", "Саша", "Львовна"), "female"),
        (("Ким", "Лев", "Фомич"), "male"),
        (("Ким", "Лев", "Силыч"), "male"),
        (("Ким", "Анна", "Ильинична"), "female"),
        (("Мамедов", "Эльчин", "Рашид оглы"), "male"),
        (("Мамедов", "Эльчин", "Рашид-оглы"), "male"),
        (("Алиева", "Лейла", "Рашид кызы"), "female"),
        (("Ахметов", "Саша", "Рашидулы"), "male"),
        (("Ким", "Ольга", None), "female"),
        (("Ким", "Илья", ""), "male"),
        (("Ким", "Анна-Мария", None), "female"),
        (("Ким", "Саша", None), None),
        (("Кузнецова", None, None), None),
        (("Кузнецова", "Ъъ", None), None),
        ((None, None, None), None),
    ],
)
def test_gender_comes_from_the_patronymic_then_from_the_name(
    name: tuple[str | None, str | None, str | None], gender: Gender | None
) -> None:
    assert gender_of(*name) == gender


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (("Кузнецова", "Ольга", "Ильинична"), "О. И. Кузнецова"),
        (("Алиева", "Лейла", "Рашид кызы"), "Л. Р. Алиева"),
        (("Ткач", "Анна-Мария", None), "А.-М. Ткач"),
        (("кузнецова", "ольга", "ильинична"), "О. И. Кузнецова"),
        (("Кузнецова", None, None), "Кузнецова"),
        ((None, "Ольга", None), "О."),
        ((" Римский-Корсаков ", "Николай", "Андреевич"), "Н. А. Римский-Корсаков"),
        (("Smith", "John", None), "J. Smith"),
        (("фон Берг", "Отто", None), "О. фон Берг"),
        (("Орлова", "А.", "И."), "А. И. Орлова"),
        ((None, None, None), ""),
    ],
)
def test_initials(name: tuple[str | None, str | None, str | None], expected: str) -> None:
    assert initials(*name) == expected


LETTERS = st.text(alphabet="абвеёийклнорстуыьюяАБИЛО" + string.ascii_letters + "-.' ", max_size=12)
TYPED = st.one_of(st.none(), LETTERS, st.text(max_size=8))


@settings(max_examples=300, deadline=None)
@given(
    TYPED,
    TYPED,
    TYPED,
    st.sampled_from(["genitive", "dative"]),
    st.sampled_from([None, "male", "female"]),
)
def test_whatever_is_typed_gives_something(
    surname: str | None,
    given_name: str | None,
    patronymic: str | None,
    case: str,
    gender: Gender | None,
) -> None:
    declined = decline(surname, given_name, patronymic, case, gender)  # type: ignore[arg-type]
    typed = " ".join(" ".join(part or "" for part in (surname, given_name, patronymic)).split())
    assert bool(declined.text) == bool(typed)
    assert len(declined.text.split(" ")) == len(typed.split(" "))
    assert declined.text not in declined.variants
    assert "" not in declined.variants or not typed
    initials(surname, given_name, patronymic)


CYRILLIC = st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюя", min_size=2, max_size=10)


@settings(max_examples=200, deadline=None)
@given(CYRILLIC, CYRILLIC, st.sampled_from(["male", "female"]))
def test_capitals_change_nothing_but_capitals(
    surname: str, given_name: str, gender: Gender
) -> None:
    small = decline(surname, given_name, None, "genitive", gender)
    large = decline(surname.upper(), given_name.upper(), None, "genitive", gender)
    assert large.text == small.text.upper()
    assert large.certainty == small.certainty


def test_the_same_person_is_declined_once() -> None:
    first = decline("Кузнецова", "Ольга", "Ильинична", "genitive", None)
    assert decline(" Кузнецова", "Ольга ", "Ильинична", "genitive", None) is first


def test_no_very_short_word_is_too_short_for_a_name() -> None:
    """Each ending that a rule looks for, alone and with one letter before it."""
    endings = ("ий", "ый", "ой", "ая", "яя", "а", "я", "ь", "й", "ов", "ец", "к", "-", "'")
    for word in [*endings, *(f"б{ending}" for ending in endings)]:
        for gender in ("male", "female"):
            for parts in ((word, None, None), (None, word, None), ("Иванов", "Иван", word)):
                assert decline(*parts, "genitive", gender).text
                assert decline(*parts, "dative", gender).text
