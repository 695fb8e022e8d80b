"""The scans inside: kept with the case, by name and hash, until nothing names them."""

import os
import shutil
import time
from datetime import timedelta

import apsw
import pytest
from register_examples import EXAMPLE, NOON, assert_sound, later
from scan_examples import PDF, inside, naming, rows, written

from desktop_app.case.edit import replaced
from desktop_app.case.file import dump_case, read_case
from desktop_app.errors import UserError
from desktop_app.register import kept_scans, scan_content
from desktop_app.register.faults import GoneError
from desktop_app.register.register import Register
from desktop_app.register.rows import Conflict, Imported
from desktop_app.register.scan_content import Content


@pytest.fixture
def register(tmp_path):
    with Register.open(tmp_path / "data" / "register.sqlite") as opened:
        yield opened


@pytest.fixture
def stick(tmp_path):
    return tmp_path / "флешка"


def on_stick(stick, *names, **answers):
    """Write a case file with scans beside it."""
    files = written(stick, **{name: name for name in names})
    case = naming(*(file.name for file in files))
    for path, value in answers.items():
        case = replaced(case, path.replace("__", "."), value)
    (stick / "дело.json").write_bytes(dump_case(case))
    return stick / "дело.json"


def test_an_imported_case_survives_the_pulling_of_the_stick(register, stick):
    taken = register.import_file(on_stick(stick, "чек", "талон"), NOON)
    shutil.rmtree(stick)
    expected = [("чек.pdf", PDF + "чек".encode()), ("талон.pdf", PDF + "талон".encode())]
    assert inside(register, taken.id) == expected
    case = register.read(taken.id).case
    find = kept_scans.finder(register, taken.id)
    assert find(case.attachments[0].file) == PDF + "чек".encode()
    assert find("другой.pdf") is None


def test_opening_takes_in_what_is_there_and_leaves_what_is_not(register, stick):
    here, gone = written(stick, чек="1", талон="2")
    case_id = register.new(naming(here, gone, "рядом.pdf"), NOON)
    gone.unlink()
    kept_scans.take_in(register, case_id, register.read(case_id).case)
    assert inside(register, case_id) == [("чек.pdf", PDF + b"1"), None, None]
    here.write_bytes(PDF + b"changed later")
    kept_scans.take_in(register, case_id, register.read(case_id).case)
    assert inside(register, case_id)[0] == ("чек.pdf", PDF + b"1")


def test_the_same_bytes_stand_once_and_go_with_the_last_that_names_them(register, stick):
    first, second, third = written(stick, а="same", б="same", в="same")
    case_id = register.new(naming(first, second, third), NOON)
    kept_scans.take_in(register, case_id, register.read(case_id).case)
    size = len(PDF + b"same")
    assert rows(register) == [size, 0, 0]
    for left, expected in (((second, third), [size, 0]), ((third,), [size]), ((), [])):
        register._connection.execute("DELETE FROM versions")
        register.save(case_id, naming(*left), NOON)
        register._connection.execute("DELETE FROM versions")
        kept_scans.forget_unnamed(register, case_id)
        assert rows(register) == expected
        assert [one[1] for one in inside(register, case_id)] == [PDF + b"same"] * len(left)


def test_taking_a_file_again_passes_the_old_bytes_on(register, stick):
    first, second = written(stick, а="same", б="same")
    case_id = register.new(naming(first, second), NOON)
    kept_scans.take_in(register, case_id, register.read(case_id).case)
    kept_scans.keep(register, case_id, {str(first): Content("а.pdf", PDF + b"new")})
    assert [data for _, data in inside(register, case_id)] == [PDF + b"new", PDF + b"same"]
    assert sorted(rows(register)) == [len(PDF + b"new"), len(PDF + b"same")]


def test_what_a_version_names_is_not_forgotten(register, stick):
    (file,) = written(stick, чек="1")
    case_id = register.new(naming(file), NOON)
    kept_scans.take_in(register, case_id, naming(file))
    register.save(case_id, naming(), NOON + timedelta(hours=1))
    kept_scans.forget_unnamed(register, case_id)
    assert list(kept_scans.kept(register, case_id)) == [str(file)]


def test_beside_a_version_of_a_newer_program_nothing_is_forgotten(register, stick):
    (file,) = written(stick, чек="1")
    case_id = register.new(naming(file), NOON)
    kept_scans.take_in(register, case_id, naming(file))
    register.save(case_id, naming(), NOON + timedelta(hours=1))
    register._connection.execute(
        "UPDATE versions SET content = replace(content, '\"version\": 1', '\"version\": 99')"
    )
    kept_scans.forget_unnamed(register, case_id)
    assert len(rows(register)) == 1


def test_a_removed_case_takes_its_scans_along(register, stick):
    taken = register.import_file(on_stick(stick, "чек"), NOON)
    register.to_basket(taken.id, NOON)
    register.remove(taken.id)
    assert rows(register) == []
    assert_sound(register.path)
    with pytest.raises(GoneError):
        kept_scans.keep(register, taken.id, {"x": Content("x", b"x")})


@pytest.mark.parametrize("kind", ["too large", "empty", "folder", "pipe", "broken link"])
def test_what_cannot_be_taken_in_is_left_and_loses_nothing(register, stick, monkeypatch, kind):
    monkeypatch.setattr(scan_content, "LARGEST", 1000)
    path = on_stick(stick, "чек", "талон")
    bad = stick / "талон.pdf"
    bad.unlink()
    if kind == "too large":
        bad.write_bytes(PDF + b"x" * 1000)
    elif kind == "empty":
        bad.touch()
    elif kind == "folder":
        bad.mkdir()
    elif kind == "pipe" and hasattr(os, "mkfifo"):
        os.mkfifo(bad)
    elif kind == "broken link":
        bad.symlink_to(stick / "нет")
    began = time.monotonic()
    with pytest.raises(UserError, match=r"талон\.pdf"):
        scan_content.content_at(bad)
    taken = register.import_file(path, NOON)
    assert time.monotonic() - began < 5, "a pipe is not waited for"
    assert [one and one[0] for one in inside(register, taken.id)] == ["чек.pdf", None]
    assert register.read(taken.id).case.attachments[1].file == str(bad)


@pytest.mark.skipif(os.name == "nt", reason="names of Windows are text")
def test_a_name_that_is_no_text_is_taken_in_all_the_same(register, stick):
    stick.mkdir()
    odd = stick / os.fsdecode(b"\xff.pdf")
    odd.write_bytes(PDF)
    case_id = register.new(naming("x"), NOON)
    kept_scans.keep(register, case_id, {"x": scan_content.content_at(odd)})
    assert inside(register, case_id) == [("?.pdf", PDF)]


def test_the_scans_of_a_case_are_bounded_together(register, stick, monkeypatch):
    monkeypatch.setattr(kept_scans, "MOST_IN_ALL", 40)
    files = written(stick, а="x" * 20, б="y" * 20, в="x" * 20)
    case_id = register.new(naming(*files), NOON)
    kept_scans.take_in(register, case_id, naming(*files))
    assert [one and one[0] for one in inside(register, case_id)] == ["а.pdf", None, "в.pdf"]
    with pytest.raises(UserError, match="больше 300 МБ"):
        kept_scans.keep(register, case_id, {str(files[1]): Content("б.pdf", b"y" * 20)})


def test_a_case_of_somebody_takes_no_private_file_of_this_computer(register, tmp_path, stick):
    secret = tmp_path / "secret" / "id_rsa"
    secret.parent.mkdir()
    secret.write_bytes(b"-----BEGIN PRIVATE KEY-----")
    stick.mkdir()
    beside = stick / "дело — приложения (2)"
    beside.mkdir()
    (beside / "letter.txt").write_bytes(b"words")
    (beside / "link.txt").symlink_to(secret)
    (stick / "key.txt").write_bytes(b"words")
    inner = [f"{beside.name}/{name}.txt" for name in ("link", "letter")]
    case = naming(secret, "../secret/id_rsa", "key.txt", *inner)
    (stick / "дело.json").write_bytes(dump_case(case))
    taken = register.import_file(stick / "дело.json", NOON)
    kept_scans.take_in(register, taken.id, register.read(taken.id).case)
    expected = [None, None, None, None, ("letter.txt", b"words")]
    assert inside(register, taken.id) == expected


def test_the_same_file_again_is_the_same_and_brings_what_was_lacking(register, stick):
    path = on_stick(stick, "чек", "талон")
    (stick / "талон.pdf").rename(stick / "потом")
    taken = register.import_file(path, NOON)
    assert inside(register, taken.id)[1] is None
    (stick / "потом").rename(stick / "талон.pdf")
    assert register.import_file(path, later(1)) == Imported(taken.id, new=False)
    assert inside(register, taken.id)[1] == ("талон.pdf", PDF + "талон".encode())


def test_an_exported_case_is_the_same_when_it_comes_back(register, stick, tmp_path):
    taken = register.import_file(on_stick(stick, "чек", "талон"), NOON)
    shutil.rmtree(stick)
    (tmp_path / "вон").mkdir()
    register.export_file(taken.id, tmp_path / "вон" / "дело.json")
    folder = tmp_path / "вон" / "дело — приложения"
    assert sorted(p.name for p in folder.iterdir()) == ["талон.pdf", "чек.pdf"]
    written_case = read_case(tmp_path / "вон" / "дело.json")
    assert written_case.attachments[0].file == "дело — приложения/чек.pdf"
    again = register.import_file(tmp_path / "вон" / "дело.json", later(1))
    assert again == Imported(taken.id, new=False)


def test_a_scan_that_is_not_kept_yet_goes_out_too(register, stick, tmp_path):
    here, gone = written(stick, чек="1", талон="2")
    case_id = register.new(naming(here, gone), NOON)
    gone.unlink()
    (tmp_path / "вон").mkdir()
    register.export_file(case_id, tmp_path / "вон" / "дело.json")
    assert [p.name for p in (tmp_path / "вон").glob("*/*")] == ["чек.pdf"]
    named = [annex.file for annex in read_case(tmp_path / "вон" / "дело.json").attachments]
    assert named == ["дело — приложения/чек.pdf", "../флешка/талон.pdf"]
    assert rows(register) == []


def test_another_scan_in_the_place_of_one_is_a_conflict(register, stick):
    path = on_stick(stick, "чек")
    taken = register.import_file(path, NOON)
    (stick / "чек.pdf").write_bytes(PDF + b"another")
    conflict = register.import_file(path, later(1))
    assert isinstance(conflict, Conflict)
    assert inside(register, taken.id) == [("чек.pdf", PDF + "чек".encode())]
    fresh = register.keep_both(conflict, later(2))
    assert inside(register, fresh) == [("чек.pdf", PDF + b"another")]
    register.replace(conflict, later(3))
    assert inside(register, taken.id) == [("чек.pdf", PDF + b"another")]


def test_a_case_whose_scans_cannot_be_kept_is_not_kept_either(register, stick, monkeypatch):
    path = on_stick(stick, "чек")
    other = register.new(EXAMPLE, NOON)
    before = list(register.select("SELECT * FROM cases"))

    def full(*_):
        raise apsw.FullError("full")

    monkeypatch.setattr(kept_scans, "_keep", full)
    case = replaced(read_case(path), "id", None)
    with pytest.raises(UserError, match="кончилось место"):
        register.import_case(case, NOON, {"чек.pdf": Content("чек.pdf", b"x")})
    assert register.select("SELECT * FROM cases") == before
    assert register.row(other)


def test_damaged_bytes_are_told_and_never_given_out(register, stick):
    taken = register.import_file(on_stick(stick, "чек"), NOON)
    register._connection.execute("UPDATE scans SET bytes = x'00'")
    with pytest.raises(UserError, match="повреждён"):
        inside(register, taken.id)
