"""Fifty cases of all sorts out into a folder and into an empty register: nothing is lost."""

import random
from uuid import UUID

import pytest
from register_examples import EXAMPLE, NOON
from scan_examples import PDF, inside

from desktop_app import paths
from desktop_app.case.edit import replaced
from desktop_app.case.file import dump_case, parse_case, read_case
from desktop_app.case.model import Attachment
from desktop_app.errors import UserError
from desktop_app.register import carrying
from desktop_app.register.register import Register
from desktop_app.register.scan_content import Content

HOSTILE = [
    "../../etc", "CON", "a/b\\c", "«ёлочки» & <b>", "'; DROP TABLE cases; --", "а" * 300, "…",
    "\u05d0\u05d1", "😀" * 20, "=1+1", "line\nline", "e\u0301", ".", "NUL.json", "%s%n{}",
]  # fmt: skip


def varied(number):
    """A case that no other is like, with hostile text, and its scans."""
    chance = random.Random(number)
    case = replaced(EXAMPLE, "id", str(UUID(int=chance.getrandbits(128), version=4)))
    for path in ("buyer.surname", "purchase.item", "seller.name", "current_defect.description"):
        if chance.random() < 0.7:
            case = replaced(case, path, f"{chance.choice(HOSTILE)} {number}"[:300])
    if chance.random() < 0.3:
        case = replaced(case, "repairs", None)
    if chance.random() < 0.2:
        case = parse_case(f'{{"id": "{case.id}"}}'.encode())
    files = [f"/нет/такой/{chance.choice(HOSTILE)}/{n}.pdf" for n in range(chance.randrange(4))]
    annexes = tuple(Attachment(title=f"№ {n}", file=file) for n, file in enumerate(files))
    case = replaced(case, "attachments", (*annexes, Attachment(title="без файла")))
    named = [annex.file for annex in case.attachments if annex.file]
    contents = [PDF + str(chance.randrange(3)).encode() for _ in named]
    scans = {
        file: Content(f"{chance.choice(HOSTILE)}.pdf", data)
        for file, data in zip(named, contents, strict=True)
        if chance.random() < 0.8
    }
    return case, scans


def told(register, case_id):
    """All that a case says, and the bytes of its scans in their order."""
    case = register.read(case_id).case
    bare = nameless(case)
    return dump_case(bare), [one and one[1] for one in inside(register, case_id)]


def nameless(case):
    annexes = tuple(replaced_file(annex) for annex in case.attachments)
    return replaced(case, "attachments", annexes)


def replaced_file(annex):
    return Attachment(title=annex.title, sheets=annex.sheets, file="есть" if annex.file else None)


@pytest.fixture
def registers(tmp_path):
    with (
        Register.open(tmp_path / "one" / "r") as one,
        Register.open(tmp_path / "two" / "r") as two,
    ):
        yield one, two


def skip(_conflict):
    return "skip"


def test_fifty_cases_out_and_in_again(registers, tmp_path):
    one, two = registers
    for number in range(50):
        case, scans = varied(number)
        one.import_case(case, NOON, scans)
    folder = carrying.folder_for(tmp_path / "вон")
    written = [carrying.put_out(one, row, folder) for row in one.cases()]
    assert len(set(written)) == 50 == len({path.name.casefold() for path in written})
    assert all(path.parent == folder for path in written)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["one", "two", "вон"]
    for path in carrying.files_in([folder]):
        taken = carrying.take(two, *carrying.case_at(path, str), NOON, skip)
        assert taken.outcome == "new"
    ids = {row.id for row in one.cases()}
    assert {row.id for row in two.cases()} == ids and len(ids) == 50
    for case_id in ids:
        assert told(one, case_id) == told(two, case_id)
    # And again, into both: everything is there already.
    for register in registers:
        seen = set()
        for path in carrying.files_in([folder]):
            case, scans = carrying.case_at(path, str)
            assert carrying.outcome_of(register, case, scans, seen) == "same"


def test_a_second_export_gets_names_of_its_own(registers, tmp_path):
    one, _ = registers
    one.new(EXAMPLE, NOON)
    folder = carrying.folder_for(tmp_path / "вон")
    names = [carrying.put_out(one, one.cases()[0], folder).name for _ in range(3)]
    known = f"Орлова Марина Петровна Стиральная машина {str(EXAMPLE.id)[:8]}"
    assert names == [f"{known}.json", f"{known} (2).json", f"{known} (3).json"]
    assert read_case(folder / names[0]) == EXAMPLE


def test_two_files_of_one_id_are_a_conflict_before_anything_is_taken(registers):
    one, _ = registers
    seen = set()
    assert carrying.outcome_of(one, EXAMPLE, {}, seen) == "new"
    assert carrying.outcome_of(one, EXAMPLE, {}, seen) == "conflict"
    assert carrying.outcome_of(one, replaced(EXAMPLE, "id", None), {}, seen) == "new"


def test_of_a_folder_the_case_files_in_it_are_meant(tmp_path):
    for name in ("б.json", "а.JSON", "в.pretenziya", ".скрыт.json", "чек.pdf"):
        (tmp_path / name).touch()
    (tmp_path / "а — приложения").mkdir()
    (tmp_path / "а — приложения" / "x.json").touch()
    found = carrying.files_in([tmp_path, tmp_path / "б.json", tmp_path / "нет.json"])
    assert [path.name for path in found] == ["а.JSON", "б.json", "в.pretenziya", "нет.json"]
    with pytest.raises(UserError, match="файлов дел нет"):
        carrying.files_in([paths.resource("law")])


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "файл").touch()
    for place in (tmp_path / "файл", tmp_path / "файл" / "x", tmp_path / "a\0b"):
        with pytest.raises(UserError, match="Не удалось создать папку"):
            carrying.folder_for(place)
