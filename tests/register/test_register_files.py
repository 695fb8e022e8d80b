"""Case files in and out: the same answers, nothing overwritten unasked."""

import unicodedata
from pathlib import Path

import apsw
import pytest
from register_examples import EXAMPLE, NOON, as_ordinary_user, case_of, later

from desktop_app.atomic import write_whole
from desktop_app.case.edit import replaced, with_row
from desktop_app.case.file import dump_case, read_case
from desktop_app.case.model import Attachment
from desktop_app.errors import UserError
from desktop_app.register import scans
from desktop_app.register.register import Register
from desktop_app.register.rows import Conflict, Imported


@pytest.fixture
def register(tmp_path):
    with Register.open(tmp_path / "data" / "register.sqlite") as opened:
        yield opened


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "дело Кузнецовой.json"
    path.write_bytes(dump_case(EXAMPLE))
    return path


OTHER = replaced(EXAMPLE, "buyer.surname", "Иная")


def test_a_file_comes_in_and_goes_out_with_the_same_bytes(register, file, tmp_path):
    assert register.import_file(file, NOON) == Imported(EXAMPLE.id, new=True)
    register.export_file(EXAMPLE.id, tmp_path / "снова.json")
    assert (tmp_path / "снова.json").read_bytes() == file.read_bytes()


def test_a_file_without_id_is_a_new_case_each_time(register, tmp_path):
    path = tmp_path / "case.json"
    path.write_bytes(b"\xef\xbb\xbf" + dump_case(case_of("Безымянная")))
    ids = {register.import_file(path, NOON).id for _ in range(2)}
    assert len(ids) == 2 == len(register.cases())


def test_the_same_case_again_is_not_kept_twice(register, file):
    register.import_file(file, NOON)
    assert register.import_file(file, later(1)) == Imported(EXAMPLE.id, new=False)
    assert [row.changed_on for row in register.cases()] == [NOON]


def test_the_same_case_comes_back_from_the_basket(register, file):
    register.import_file(file, NOON)
    register.to_basket(EXAMPLE.id, NOON)
    assert register.import_file(file, later(1)) == Imported(EXAMPLE.id, new=False)
    assert len(register.cases()) == 1


def kept_as(register, content):
    """Write other words for the kept case into the file, as another version would."""
    with apsw.Connection(str(register.path)) as connection:
        connection.execute("UPDATE cases SET content = ?", (content,))


def test_the_same_answers_written_by_an_older_program_are_the_same_case(register, file):
    register.import_file(file, NOON)
    kept_as(register, dump_case(EXAMPLE).decode().replace("\n", "\r\n"))
    assert register.import_file(file, later(1)) == Imported(EXAMPLE.id, new=False)


def test_a_case_that_a_newer_program_keeps_is_another_case(register, file):
    register.import_file(file, NOON)
    kept_as(register, dump_case(EXAMPLE).decode().replace('"version": 1', '"version": 99'))
    assert isinstance(register.import_file(file, later(1)), Conflict)


def conflict_of(register, file) -> Conflict:
    register.new(OTHER, NOON)
    outcome = register.import_file(file, later(1))
    assert isinstance(outcome, Conflict)
    return outcome


def test_another_case_of_the_same_id_is_a_conflict_and_nothing_changes(register, file):
    conflict = conflict_of(register, file)
    assert (conflict.id, conflict.case) == (EXAMPLE.id, EXAMPLE)
    assert conflict.row == register.cases()[0]
    assert register.read(EXAMPLE.id).case == OTHER


def test_a_conflict_ends_in_keeping_both(register, file):
    conflict = conflict_of(register, file)
    fresh = register.keep_both(conflict, later(2))
    assert register.read(EXAMPLE.id).case == OTHER
    assert register.read(fresh).case == replaced(EXAMPLE, "id", fresh)


def test_a_conflict_ends_in_replacing(register, file):
    conflict = conflict_of(register, file)
    register.to_basket(EXAMPLE.id, later(2))
    assert register.replace(conflict, later(3)) == EXAMPLE.id
    stored = register.read(EXAMPLE.id)
    assert (stored.case, stored.basket_on, stored.changed_on) == (EXAMPLE, None, later(3))
    assert register.cases(basket=True) == ()


def test_replacing_a_case_that_was_removed_meanwhile_keeps_the_imported_one(register, file):
    conflict = conflict_of(register, file)
    register.to_basket(EXAMPLE.id, NOON)
    register.remove(EXAMPLE.id)
    assert register.replace(conflict, later(3)) == EXAMPLE.id
    assert register.read(EXAMPLE.id).case == EXAMPLE


@pytest.mark.parametrize("content", [b"", b"{", b'{"surprise": 1}', b"\xff\xfe", b"[]"])
def test_a_file_that_is_no_case_is_refused_and_changes_nothing(register, tmp_path, content):
    register.new(EXAMPLE, NOON)
    before = register.path.read_bytes()
    (tmp_path / "bad.json").write_bytes(content)
    with pytest.raises(UserError, match=r"bad\.json"):
        register.import_file(tmp_path / "bad.json", NOON)
    assert register.path.read_bytes() == before


def test_export_never_writes_over_a_file_unasked(register, file):
    register.new(OTHER, NOON)
    before = file.read_bytes()
    with pytest.raises(UserError, match="уже есть"):
        register.export_file(EXAMPLE.id, file)
    assert file.read_bytes() == before
    assert sorted(p.name for p in file.parent.iterdir()) == ["data", file.name]


def test_export_replaces_when_told_to(register, file):
    register.new(OTHER, NOON)
    register.export_file(EXAMPLE.id, file, replace=True)
    assert read_case(file) == OTHER
    assert sorted(p.name for p in file.parent.iterdir()) == ["data", file.name]


@pytest.mark.parametrize("replace", [True, False])
def test_export_to_no_place_leaves_nothing(register, tmp_path, replace):
    register.new(EXAMPLE, NOON)
    for target in (tmp_path / "нет" / "x.json", tmp_path / "data", tmp_path / "a\0b.json"):
        with pytest.raises(UserError):
            register.export_file(EXAMPLE.id, target, replace=replace)
    assert [p.name for p in tmp_path.iterdir()] == ["data"]


def test_a_name_as_long_as_the_system_allows_can_be_exported_to(register, tmp_path):
    register.new(EXAMPLE, NOON)
    path = tmp_path / ("д" * 125 + ".json")
    register.export_file(EXAMPLE.id, path)
    assert read_case(path) == EXAMPLE


@pytest.mark.parametrize("replace", [True, False])
def test_export_into_a_folder_without_rights_leaves_what_was_there(replace):
    with as_ordinary_user() as folder:
        kept = folder / "дело.json"
        kept.write_bytes(b"old")
        folder.chmod(0o500)
        target = kept if replace else folder / "новое.json"
        with pytest.raises(UserError, match="Не удалось записать"):
            write_whole(target, b"new", replace)
        assert [(p.name, p.read_bytes()) for p in folder.iterdir()] == [("дело.json", b"old")]


def test_scans_are_named_beside_the_case_file_wherever_it_lies(register, tmp_path):
    there = tmp_path / "дома" / "сканы"
    case = with_row(EXAMPLE, "attachments", Attachment(title="Чек", file="сканы/чек.pdf"))
    row = len(case.attachments) - 1
    there.mkdir(parents=True)
    (there.parent / "дело.json").write_bytes(dump_case(case))
    case_id = register.import_file(there.parent / "дело.json", NOON).id
    assert register.read(case_id).case.attachments[row].file == str(there / "чек.pdf")
    register.export_file(case_id, tmp_path / "дело.json")
    assert read_case(tmp_path / "дело.json").attachments[row].file == "дома/сканы/чек.pdf"
    again = register.import_file(tmp_path / "дело.json", later(1))
    assert again == Imported(case_id, new=False)


def test_what_a_newer_program_keeps_goes_out_as_it_is(register, file, tmp_path):
    register.import_file(file, NOON)
    newer = dump_case(EXAMPLE).decode().replace('"version": 1', '"version": 99')
    kept_as(register, newer)
    register.export_file(EXAMPLE.id, tmp_path / "new.json")
    assert (tmp_path / "new.json").read_bytes() == newer.encode()


def test_a_scan_is_found_by_its_name_in_other_marks_and_a_name_too_long_is_none(tmp_path):
    composed = str(tmp_path / "чек\u0439.pdf")
    Path(unicodedata.normalize("NFD", composed)).write_bytes(b"%PDF")
    assert scans.is_there(composed)
    assert not scans.is_there(str(tmp_path / ("а" * 400)))
    assert not scans.is_there(str(tmp_path / "нет.pdf"))
