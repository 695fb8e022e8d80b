"""Broken files of the law: each message names the file, the key and what is allowed."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import UserError
from desktop_app.law.parameters import OpenItem, Provision, Trust
from desktop_app.law.reader import read_law, read_open_items, read_parameters
from desktop_app.law.toml_file import LawFileError

GOOD = """\
[answer_days]
title = 'Срок ответа'
unit = 'calendar_days'
chosen_by = 'letter'
[[answer_days.values]]
since = 2000-01-01
none = true
citation = 'ст. 1'
source = 'Закон'
checked_on = 2026-11-20
trust = 'memory'
[[answer_days.values]]
since = 2010-02-03
value = 10
citation = 'ст. 22'
source = 'Закон'
checked_on = 2026-11-20
trust = 'confirmed'
note = 'Примечание'
"""


def write(folder: Path, text: str | bytes, name: str = "sroki.toml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refusal(path: Path) -> str:
    with pytest.raises(LawFileError) as caught:
        read_parameters(path)
    assert isinstance(caught.value, UserError)
    said = str(caught.value)
    assert "None" not in said
    assert said.endswith(
        ". Исправьте файл или переустановите программу: ваши дела при этом не пострадают."
    )
    return said


def test_a_good_file_is_read_whole(tmp_path: Path) -> None:
    first, second = read_parameters(write(tmp_path, GOOD))["answer_days"]
    assert first.value is None and first.note is None and first.trust is Trust.memory
    assert second == Provision(
        name="answer_days",
        title="Срок ответа",
        unit="calendar_days",
        chosen_by="letter",
        since=date(2010, 2, 3),
        value=10,
        citation="ст. 22",
        source="Закон",
        checked_on=date(2026, 11, 20),
        trust=Trust.confirmed,
        note="Примечание",
    )


BROKEN = [
    ("title = 'Срок ответа'\n", "", "answer_days.title", "ключа нет"),
    ("title = 'Срок ответа'", "title = '  '", "answer_days.title", "непустая строка"),
    ("title = 'Срок ответа'", "title = 5", "answer_days.title", "непустая строка"),
    ("unit = 'calendar_days'", "unit = 'weeks'", "answer_days.unit", "calendar_days"),
    ("unit = 'calendar_days'", "unit = 'text'", "answer_days.values[2].value", "строка"),
    ("unit = 'calendar_days'", "unit = 'flag'", "answer_days.values[2].value", "true или false"),
    ("unit = 'calendar_days'", "unit = ['flag']", "answer_days.unit", "одно из слов"),
    ("chosen_by = 'letter'", "chosen_by = 'moon'", "answer_days.chosen_by", "repair_request"),
    ("chosen_by = 'letter'\n", "", "answer_days.chosen_by", "ключа нет"),
    ("chosen_by = 'letter'", "chosen_by = 'letter'\nwhy = 1", "answer_days.why", "лишний ключ"),
    ("note = ", "remark = ", "answer_days.values[2].remark", "лишний ключ"),
    ("note = 'Примечание'", "note = ''", "answer_days.values[2].note", "непустая строка"),
    ("since = 2010-02-03\n", "", "answer_days.values[2].since", "ключа нет"),
    ("2010-02-03", "'2010-02-03'", "answer_days.values[2].since", "без кавычек"),
    ("2010-02-03", "2010-02-03T00:00:00", "answer_days.values[2].since", "без кавычек"),
    ("2010-02-03", "2000-01-01", "answer_days.values[2].since", "позже"),
    ("2010-02-03", "1999-12-31", "answer_days.values[2].since", "позже"),
    ("citation = 'ст. 22'\n", "", "answer_days.values[2].citation", "ключа нет"),
    ("citation = 'ст. 22'\nsource = 'Закон'\n", "citation = 'x'\n", "values[2].source", "нет"),
    ("checked_on = 2026-11-20\ntrust = 'confirmed'", "trust = 'single'", "checked_on", "нет"),
    ("trust = 'confirmed'", "trust = 'hearsay'", "answer_days.values[2].trust", "single"),
    ("trust = 'confirmed'\n", "", "answer_days.values[2].trust", "ключа нет"),
    ("value = 10\n", "", "answer_days.values[2].value", "none = true"),
    ("value = 10", "value = 10.5", "answer_days.values[2].value", "целое число"),
    ("value = 10", "value = -1", "answer_days.values[2].value", "не меньше нуля"),
    ("value = 10", "value = true", "answer_days.values[2].value", "целое число"),
    ("value = 10", "value = ''", "answer_days.values[2].value", "целое число"),
    ("value = 10", "value = 10\nnone = true", "answer_days.values[2].none", "не оба"),
    ("none = true", "none = false", "answer_days.values[1].none", "только true"),
    ("[answer_days]", "[Answer-Days]\nx = 1\n[answer_days]", "Answer-Days", "строчные"),
    ("[answer_days]", "[answer-days]\nx = 1\n[answer_days]", "answer-days", "строчные"),
    ("[answer_days]", "['срок']\nx = 1\n[answer_days]", "срок", "строчные"),
    ("[answer_days]", "answer = 10\n[answer_days]", "answer", "таблица"),
]


@pytest.mark.parametrize(("old", "new", "key", "allowed"), BROKEN)
def test_a_broken_file_names_itself_the_key_and_what_is_allowed(
    tmp_path: Path, old: str, new: str, key: str, allowed: str
) -> None:
    assert old in GOOD
    said = refusal(write(tmp_path, GOOD.replace(old, new, 1)))
    assert "sroki.toml" in said
    assert key in said
    assert allowed in said


@pytest.mark.parametrize("values", ["values = []", "values = 3", "values = [1]", ""])
def test_a_parameter_without_values_is_refused(tmp_path: Path, values: str) -> None:
    head = GOOD.split("[[")[0]
    said = refusal(write(tmp_path, head + values))
    assert "sroki.toml" in said and "answer_days.values" in said


def test_a_file_without_parameters_is_refused(tmp_path: Path) -> None:
    said = refusal(write(tmp_path, "# пусто\n"))
    assert "«sroki.toml», весь файл" in said and "нет ни одного параметра" in said


@pytest.mark.parametrize("number", ["nan", "inf", "-0.5"])
def test_a_share_is_a_finite_number(tmp_path: Path, number: str) -> None:
    text = GOOD.replace("calendar_days", "percent").replace("value = 10", f"value = {number}")
    assert "answer_days.values[2].value" in refusal(write(tmp_path, text))


def test_a_share_is_read_exactly(tmp_path: Path) -> None:
    text = GOOD.replace("calendar_days", "percent_per_day").replace("value = 10", "value = 0.10")
    value = read_parameters(write(tmp_path, text))["answer_days"][1].value
    assert type(value) is Decimal and str(value) == "0.10"


def test_a_share_may_be_nought(tmp_path: Path) -> None:
    text = GOOD.replace("calendar_days", "percent").replace("value = 10", "value = 0.0")
    assert read_parameters(write(tmp_path, text))["answer_days"][1].value == 0


def test_a_folder_gives_the_law_of_all_its_files(tmp_path: Path) -> None:
    write(tmp_path, GOOD, "a.toml")
    write(tmp_path, GOOD.replace("answer_days", "repair_days"), "b.toml")
    law = read_law(tmp_path)
    assert law.names == ("answer_days", "repair_days")
    assert law.whole("repair_days", date(2026, 11, 20)) == 10
    assert law.open_items == ()


def test_a_parameter_in_two_files_is_refused(tmp_path: Path) -> None:
    write(tmp_path, GOOD, "a.toml")
    write(tmp_path, GOOD, "b.toml")
    with pytest.raises(LawFileError, match=r"b\.toml.*answer_days.*в другом файле"):
        read_law(tmp_path)


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LawFileError, match=f"«{tmp_path.name}», весь файл.*нет ни одного файла"):
        read_law(tmp_path)


def test_open_items_are_read_beside_the_parameters(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    write(
        tmp_path,
        "[[items]]\ntitle = 'Т'\nwhat_to_check = 'Ч'\ncitation = 'п. 5'\n",
        "open_items.toml",
    )
    law = read_law(tmp_path)
    assert law.open_items == (OpenItem("Т", "Ч", "п. 5"),)
    assert law.names == ("answer_days",)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[[items]]\ntitle = 'Т'\ncitation = 'п. 5'\n", "items[1].what_to_check"),
        ("items = []\n", "items"),
        ("[[items]]\ntitle='Т'\nwhat_to_check='Ч'\ncitation='п'\nx=1\n", "items[1].x"),
        ("y = 1\n[[items]]\ntitle='Т'\nwhat_to_check='Ч'\ncitation='п'\n", "«y»"),
    ],
)
def test_broken_open_items_are_refused(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(LawFileError) as caught:
        read_open_items(write(tmp_path, text, "open_items.toml"))
    assert key in str(caught.value) and "open_items.toml" in str(caught.value)


@given(st.binary(max_size=80), st.integers(0, len(GOOD)))
def test_any_damage_is_either_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, damage: bytes, at: int
) -> None:
    folder = tmp_path_factory.mktemp("law")
    text = GOOD[:at].encode() + damage + GOOD[at:].encode()
    try:
        found = read_parameters(write(folder, text))
    except LawFileError as error:
        assert "sroki.toml" in str(error)
    else:
        assert all(values for values in found.values())
