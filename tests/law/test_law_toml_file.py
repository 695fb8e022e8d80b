"""Files of the law that are no TOML at all: the message says so in Russian and where."""

from decimal import Decimal
from pathlib import Path

import pytest

from desktop_app.law.toml_file import LawFileError, read_toml

GOOD = """\
[answer_days]
title = 'Срок ответа'

[[answer_days.values]]
value = 10
"""


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "sroki.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refusal(path: Path) -> str:
    with pytest.raises(LawFileError) as caught:
        read_toml(path)
    said = str(caught.value)
    assert said.startswith("Файл данных «sroki.toml», ") and "None" not in said
    return said


def test_fractions_are_read_exactly(tmp_path: Path) -> None:
    content = read_toml(write(tmp_path, "a = 0.10"))
    assert content == {"a": Decimal("0.10")} and str(content["a"]) == "0.10"


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        (GOOD.replace("value = 10", "value = 10\nvalue = 20"), "value", 6),
        (GOOD.replace("title = 'Срок ответа'", "title = 'а'\ntitle = 'б'"), "title", 3),
        (GOOD + "\n[answer_days]\ntitle = 'x'\n", "answer_days", 7),
    ],
)
def test_a_repeated_key_is_named_with_its_line(
    tmp_path: Path, text: str, key: str, line: int
) -> None:
    said = refusal(write(tmp_path, text))
    assert f"ключ «{key}»: повторён" in said and f"строка {line}" in said


def test_bad_toml_names_the_key_of_its_line(tmp_path: Path) -> None:
    said = refusal(write(tmp_path, GOOD.replace("value = 10", "value = ten")))
    assert "«value»" in said and "не по правилам TOML" in said and "строка 5" in said


def test_a_fault_in_the_last_line_is_named_with_its_key(tmp_path: Path) -> None:
    said = refusal(write(tmp_path, "a = 1\nb = 2 3"))
    assert "ключ «b»: запись не по правилам TOML (строка 2)" in said


def test_a_line_without_a_key_is_a_fault_of_the_whole_file(tmp_path: Path) -> None:
    assert "весь файл: запись не по правилам TOML (строка 1)" in refusal(write(tmp_path, "= 5"))


@pytest.mark.parametrize(
    "text", ["a = 1\n[answer", "a = '''", "a = " + "[" * 5000, "a = 1e" + "9" * 20]
)
def test_a_torn_file_is_refused_in_russian(tmp_path: Path, text: str) -> None:
    assert "весь файл: запись не по правилам TOML" in refusal(write(tmp_path, text))


def test_a_byte_order_mark_is_refused(tmp_path: Path) -> None:
    said = refusal(write(tmp_path, b"\xef\xbb\xbf" + GOOD.encode()))
    assert "весь файл: в начале лишняя метка BOM" in said


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    said = refusal(write(tmp_path, GOOD.encode("cp1251")))
    assert "весь файл: нужна кодировка UTF-8" in said


def test_an_absent_file_is_refused(tmp_path: Path) -> None:
    assert "весь файл: файл не удалось прочитать" in refusal(tmp_path / "sroki.toml")
