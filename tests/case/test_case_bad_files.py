"""Files that are no case: one sentence, no traceback, and what was on disk stays."""

import json
import os
from pathlib import Path

import pytest
from case_contract import EXAMPLE, as_bytes, case_with, refusal
from case_sentence import assert_is_a_sentence

from desktop_app.case.file import parse_case, read_case
from desktop_app.errors import UserError

IN_FACTS = b'{"answers": {"accepted_risks": [{"facts": {"a": %s}}]}}'
BROKEN = [
    ("no JSON", b"ceci n'est pas un JSON", "не JSON"),
    ("single quotes", b"{'kind': 'refund'}", "не JSON"),
    ("a comma too many", b'{"kind": "refund",}', "не JSON"),
    ("a comment", b'{"kind": "refund"} // mine', "не JSON"),
    ("two cases", b"{} {}", "не JSON"),
    ("a raw line break in text", b'{"seller": {"name": "a\nb"}}', "не JSON"),
    ("a raw zero byte", b'{"kind": "\x00"}', "не JSON"),
    ("a leading zero", b'{"version": 01}', "не JSON"),
    ("cut off in the middle", EXAMPLE[: len(EXAMPLE) // 2 - 1], "обрезан"),
    ("cut off before the end", EXAMPLE.rstrip()[:-1], "обрезан"),
    ("cut off in a word", b'{"buyer": nu', "обрезан"),
    ("cut off in an escape", b'{"kind": "\\u04', "обрезан"),
    ("cut off inside a letter", '{"kind": "Ж'.encode()[:-1], "UTF-8"),
    ("cp1251", '{"buyer": {"surname": "Чиж"}}'.encode("cp1251"), "UTF-8"),
    ("utf-16", EXAMPLE.decode().encode("utf-16"), "UTF-8"),
    ("utf-16 without a mark", EXAMPLE.decode().encode("utf-16-le"), "UTF-8"),
    ("a surrogate in bytes", b'{"kind": "\xed\xa0\x80"}', "UTF-8"),
    ("a Word file", b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xdf\xff", "UTF-8"),
    ("two byte-order marks", b"\xef\xbb\xbf\xef\xbb\xbf{}", "не JSON"),
    ("empty", b"", "ожидается дело в фигурных скобках"),
    ("white space", b" \n\t\r\n", "ожидается дело в фигурных скобках"),
    ("only a byte-order mark", b"\xef\xbb\xbf", "ожидается дело в фигурных скобках"),
    ("null", b"null", "а здесь null"),
    ("a number", b"15", "а здесь 15"),
    ("a word", b'"claim-case"', 'а здесь "claim-case"'),
    ("true", b"true", "а здесь true"),
    ("a list", b'[{"kind": "refund"}]', "а здесь список"),
    ("deep lists", b"[" * 100_000, "вложенных скобок"),
    ("deep closed lists", b"[" * 100_000 + b"]" * 100_000, "вложенных скобок"),
    ("deep groups", b'{"buyer":' * 100_000, "вложенных скобок"),
    ("deep facts", IN_FACTS % (b"[" * 900 + b"]" * 900), "вложенных скобок"),
    ("deeper facts", IN_FACTS % (b"[" * 470 + b"]" * 470), "вложенных скобок"),
    ("deep buyer", b'{"buyer": ' + b"[" * 900 + b"]" * 900 + b"}", "вложенных скобок"),
    ("deep rows", b'{"repairs": ' + b'[{"act": ' * 400 + b"1" + b"}]" * 400 + b"}", "скобок"),
    ("NaN", b'{"purchase": {"price": NaN}}', "purchase.price: "),
    ("Infinity", b'{"losses": [{"amount": Infinity}]}', "losses[0].amount: "),
    ("-Infinity", b'{"repairs": [{"agreed_days": -Infinity}]}', "repairs[0].agreed_days: "),
    ("NaN in facts", IN_FACTS % b"NaN", "facts.a: "),
    ("a hidden infinity", b'{"purchase": {"warranty_months": 1e999}}', "purchase.warranty_months"),
    ("a hidden infinity in facts", IN_FACTS % b"[0, -1e999]", "facts.a[1]: "),
    ("a huge number", b'{"version": 1%s}' % (b"0" * 4000), "version: "),
    ("a huger number", b'{"repairs": [{"agreed_days": %s}]}' % (b"9" * 9000), "agreed_days: "),
    ("a huge number in facts", IN_FACTS % (b"9" * 9000), "facts.a: "),
    ("a huge fraction", b'{"id": 0.%s}' % (b"1" * 9000), "id: "),
]


@pytest.mark.parametrize(
    ("content", "phrase"), [pytest.param(*row[1:], id=row[0]) for row in BROKEN]
)
def test_a_bad_file_is_refused_in_a_sentence_and_stays(
    tmp_path: Path, content: bytes, phrase: str
) -> None:
    path = tmp_path / "моё дело.json"
    path.write_bytes(content)
    before = path.stat().st_mtime_ns
    with pytest.raises(UserError) as caught:
        read_case(path)
    message = str(caught.value)
    assert message.startswith("Файл «моё дело.json»: ")
    assert_is_a_sentence(message)
    assert phrase in message
    assert path.read_bytes() == content and path.stat().st_mtime_ns == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("end", range(0, len(EXAMPLE.rstrip()), 37))
def test_a_file_cut_off_anywhere_is_refused(end: int) -> None:
    assert_is_a_sentence(refusal(EXAMPLE[:end]))


def test_the_place_of_the_mistake_is_named() -> None:
    assert "строка 2, место 9" in refusal(b'{"buyer":\n{"name" "x"}}')


def refusal_of(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_case(path)
    assert_is_a_sentence(str(caught.value))
    return str(caught.value)


def test_a_good_file_is_read_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(EXAMPLE)
    assert read_case(path) == parse_case(EXAMPLE)
    assert path.read_bytes() == EXAMPLE


def test_a_file_above_ten_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.json"
    path.write_bytes(b" " * 11_000_000 + b"{}")
    assert "10 МБ" in refusal_of(path)


def test_a_file_of_almost_ten_megabytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.json"
    path.write_bytes(b" " * 9_999_990 + b"{}")
    assert read_case(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no endless file")
def test_a_file_without_an_end_is_refused() -> None:
    assert "10 МБ" in refusal_of(Path("/dev/zero"))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "это папка" in refusal_of(tmp_path)


@pytest.mark.parametrize("name", ["нет.json", "нет/нет.json", "file.txt/нет.json"])
def test_a_missing_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_bytes(b"{}")
    assert "нет.json»: такого файла нет" in refusal_of(tmp_path / name)


@pytest.mark.parametrize("name", ["a" * 300, "nul\x00.json", "line\nbreak"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError) as caught:
        read_case(tmp_path / name)
    assert "name" not in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file"
)
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.json"
    path.write_bytes(EXAMPLE)
    path.chmod(0)
    assert "Проверьте доступ" in refusal_of(path)


def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "circle.json"
    try:
        path.symlink_to(path)
    except OSError:
        pytest.skip("no symbolic links here")
    refusal_of(path)


@pytest.mark.parametrize("path", ["purchase.price", "repairs[].act", "answers.unknown"])
def test_a_long_value_is_shown_shortened(path: str) -> None:
    value = {"purchase.price": "9" * 100_000}.get(path, 10**90)
    message = refusal(as_bytes(case_with(path, value)))
    assert len(message) < 300 and "…" in message
    assert json.dumps(value)[:40] in message
