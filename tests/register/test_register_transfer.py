"""The transfer file: one case and its scans under a password, read without trust."""

import contextlib
import os
import random
import time

import apsw
import pytest
from counts import often
from register_examples import EXAMPLE, NOON, as_ordinary_user, later
from scan_examples import PDF, inside, naming

from desktop_app.case.edit import replaced
from desktop_app.case.file import dump_case
from desktop_app.errors import UserError
from desktop_app.register import transfer
from desktop_app.register.register import Register
from desktop_app.register.rows import Conflict
from desktop_app.register.scan_content import Content
from desktop_app.register.transfer_password import as_key, new_password, refusal

PASSWORD = "сирень и №5"
CASE = naming("/home/olga/секрет/чек.pdf", "C:\\Users\\Ольга\\чек.pdf", "/home/olga/нет.pdf")
SCANS = {
    "/home/olga/секрет/чек.pdf": Content("чек.pdf", PDF + b"1"),
    "C:\\Users\\Ольга\\чек.pdf": Content("чек.pdf", PDF + b"2"),
}
NAMES = ("чек.pdf", "чек (2).pdf", "нет.pdf")


@pytest.fixture
def sent(tmp_path):
    path = tmp_path / "дело.pretenziya"
    transfer.write(CASE, SCANS, path, PASSWORD)
    return path


def test_a_case_arrives_with_its_scans_and_without_the_sender_s_folders(sent):
    case, scans = transfer.read(sent, PASSWORD)
    assert case == naming(*NAMES)
    assert scans == {
        "чек.pdf": Content("чек.pdf", PDF + b"1"),
        "чек (2).pdf": Content("чек.pdf", PDF + b"2"),
    }


def test_nothing_of_it_can_be_read_without_the_password(sent):
    content = sent.read_bytes()
    for words in ("SQLite", "claim", "Орлова", "чек.pdf", "olga", "%PDF", str(EXAMPLE.id)):
        assert words.encode() not in content
    if os.name != "nt":
        assert sent.stat().st_mode & 0o077 == 0


def test_nothing_readable_is_ever_on_the_disk(tmp_path, monkeypatch):
    seen = []
    put = transfer.put

    def look(draft, path, replace):
        seen.extend((p.name, p.read_bytes()) for p in tmp_path.iterdir())
        put(draft, path, replace)

    monkeypatch.setattr(transfer, "put", look)
    transfer.write(CASE, SCANS, tmp_path / "дело.pretenziya", PASSWORD)
    assert len(seen) == 1, "no journal and no other file beside the draft"
    assert PDF not in seen[0][1] and b"SQLite" not in seen[0][1]
    assert [p.name for p in tmp_path.iterdir()] == ["дело.pretenziya"]


@pytest.mark.parametrize("password", ["", "x", PASSWORD + " x", PASSWORD.upper(), "a\0b", "\ud800"])
def test_another_password_is_one_sentence(sent, password):
    with pytest.raises(transfer.WrongPasswordError, match="пароль не подходит"):
        transfer.read(sent, password)


@pytest.mark.parametrize("password", ["'; DROP TABLE x; --", 'a"b\\c\0defgh', "йё" * 40, "😀" * 8])
def test_any_long_enough_text_is_a_password(tmp_path, password):
    transfer.write(EXAMPLE, {}, tmp_path / "a.pretenziya", password)
    assert transfer.read(tmp_path / "a.pretenziya", f" {password} ") == (EXAMPLE, {})


def test_a_made_password_is_digits_that_can_be_typed_with_or_without_dashes():
    password = new_password()
    assert refusal(password) is None and new_password() != password
    for typed in (
        password.replace("-", ""),
        password.replace("-", " "),
        password.replace("-", "–"),
    ):
        assert as_key(typed) == as_key(password)
    assert as_key("и\u0306од-1") == as_key("йод-1") != as_key("йод1")


def test_a_short_password_is_refused(tmp_path):
    for short in ("", "1234567", "12-34-56-7", "       a"):
        with pytest.raises(UserError, match="не меньше 8"):
            transfer.write(EXAMPLE, {}, tmp_path / "a.pretenziya", short)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_not_written_over(sent):
    before = sent.read_bytes()
    with pytest.raises(UserError, match="уже есть"):
        transfer.write(EXAMPLE, {}, sent, PASSWORD)
    assert sent.read_bytes() == before
    transfer.write(EXAMPLE, {}, sent, PASSWORD, replace=True)
    assert transfer.read(sent, PASSWORD)[0] == EXAMPLE
    assert [p.name for p in sent.parent.iterdir()] == [sent.name]


def test_a_place_that_cannot_be_written_to_is_told_and_left_as_it_was(tmp_path):
    for path in (tmp_path / "нет" / "a.pretenziya", tmp_path / "a\0.pretenziya"):
        with pytest.raises(UserError, match="Не удалось записать"):
            transfer.write(EXAMPLE, {}, path, PASSWORD)
    with as_ordinary_user() as folder:
        folder.chmod(0o500)
        with pytest.raises(UserError, match="Не удалось записать"):
            transfer.write(EXAMPLE, {}, folder / "a.pretenziya", PASSWORD)
        assert list(folder.iterdir()) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", [b"", b"x", b"SQLite format 3\0" + b"\0" * 4080, dump_case(EXAMPLE), b"\0" * 8192]
)
def test_another_file_is_told(tmp_path, content):
    path = tmp_path / "a.pretenziya"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"a\.pretenziya"):
        transfer.read(path, PASSWORD)
    assert path.read_bytes() == content


def test_what_is_no_file_is_told_at_once(tmp_path):
    (tmp_path / "папка").mkdir()
    places = [tmp_path / "папка", tmp_path / "нет", tmp_path / "a\0b"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "труба")
        places.append(tmp_path / "труба")
    began = time.monotonic()
    for place in places:
        with pytest.raises(UserError, match="не читается"):
            transfer.read(place, PASSWORD)
    assert time.monotonic() - began < 5


def rewritten(path, *statements):
    """Let a sender who knows the password write what they like."""
    with contextlib.closing(apsw.Connection(str(path))) as connection:
        transfer._unlock(connection, PASSWORD)
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TRIGGER t AFTER INSERT ON claim BEGIN DELETE FROM scans; END",),
        ("CREATE VIEW v AS SELECT 1",),
        ("CREATE VIRTUAL TABLE f USING fts5(x)",),
        ("CREATE TABLE more (x)",),
        ("CREATE INDEX i ON scans (upper(name))",),
        ("DROP TABLE scans",),
        ("DROP TABLE claim", "CREATE VIEW claim AS SELECT 'x' AS content"),
        ("DROP TABLE claim", "CREATE TABLE claim (content)", "INSERT INTO claim VALUES (1)"),
        ("PRAGMA application_id = 7",),
        ("DELETE FROM claim",),
        ("INSERT INTO claim VALUES ('{}')",),
        ("UPDATE claim SET content = ''",),
        ("UPDATE claim SET content = CAST(x'ff7b7dff' AS TEXT)",),
        ("UPDATE claim SET content = CAST(zeroblob(11000000) AS TEXT)",),
        ("UPDATE scans SET bytes = x'00'",),
        ("UPDATE scans SET bytes = x''",),
        ("UPDATE scans SET sha256 = 'x'",),
        ("UPDATE scans SET name = CAST(x'ff' AS TEXT)",),
        ("UPDATE scans SET bytes = zeroblob(53000000)",),
        (
            "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1001)"
            " INSERT INTO scans SELECT 'f' || i, 'n', 'x', x'00' FROM n",
        ),
    ],
)
def test_a_file_of_another_making_is_refused(sent, statements):
    rewritten(sent, *statements)
    with pytest.raises(UserError, match="повреждён или записан не этой программой"):
        transfer.read(sent, PASSWORD)


def test_a_newer_one_and_a_case_that_is_none_are_told_apart(sent):
    rewritten(sent, "PRAGMA user_version = 2")
    with pytest.raises(UserError, match="более новой программой"):
        transfer.read(sent, PASSWORD)
    rewritten(sent, "PRAGMA user_version = 1", "UPDATE claim SET content = '{\"surprise\": 1}'")
    with pytest.raises(UserError, match="surprise"):
        transfer.read(sent, PASSWORD)


def test_a_hostile_case_names_no_file_of_the_receiver(sent):
    content = dump_case(naming("/etc/passwd", "../../x.pdf", "NUL", "чек.pdf")).decode()
    rewritten(sent, "UPDATE claim SET content = '{}'".format(content.replace("'", "''")))
    case, scans = transfer.read(sent, PASSWORD)
    assert [annex.file for annex in case.attachments] == ["passwd", "x.pdf", "_NUL", "чек.pdf"]
    assert list(scans) == ["чек.pdf"]


def test_a_spoiled_or_cut_file_is_told_and_changes_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(transfer, "_ROUNDS", 1)  # The key is not what is tested here.
    count = often(200, 10_000)
    path = tmp_path / "дело.pretenziya"
    transfer.write(CASE, SCANS, path, PASSWORD)
    whole, chance = path.read_bytes(), random.Random(5)
    expected, refused = transfer.read(path, PASSWORD), 0
    for turn in range(count):
        spoiled = bytearray(whole)
        if turn % 2:
            del spoiled[chance.randrange(len(whole)) :]
        else:
            spoiled[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(spoiled)
        try:
            assert transfer.read(path, PASSWORD) == expected
        except UserError as error:
            refused += 1
            assert "\n" not in str(error)
        assert path.read_bytes() == spoiled
    assert refused > count * 3 // 4
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_transfer_is_taken_in_and_a_conflict_keeps_or_replaces_its_scans(sent, tmp_path):
    case, scans = transfer.read(sent, PASSWORD)
    expected = [("чек.pdf", PDF + b"1"), ("чек.pdf", PDF + b"2"), None]
    with Register.open(tmp_path / "r.sqlite") as register:
        taken = register.import_case(case, NOON, scans)
        assert inside(register, taken.id) == expected
        assert register.import_case(case, later(1), scans).new is False
        other = replaced(case, "buyer.surname", "Иная")
        conflict = register.import_case(other, later(2), scans)
        assert isinstance(conflict, Conflict)
        fresh = register.keep_both(conflict, later(3))
        assert inside(register, fresh) == expected
        assert register.replace(conflict, later(4)) == taken.id
        assert inside(register, taken.id) == expected
