"""Names for files made of any text: taken by every disk, never out of their folder."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from register_examples import NOON
from scan_examples import PDF, inside, naming

from desktop_app.case.clean import clean_text
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.register import kept_scans
from desktop_app.register.file_names import compared, safe_name
from desktop_app.register.register import Register
from desktop_app.register.scan_content import Content

HOSTILE = [
    "../../выше.pdf", "..", ".", "", " ", "CON", "con.pdf", "NUL .txt", "COM1.PDF", "lpt9",
    "а" * 300,     "б" * 300 + ".pdf", "x." + "y" * 300, "счёт\u202egpj.exe", "\u200f.pdf",
    "a\0b.pdf", "a/b\\c:d*?.pdf",
    ".htaccess", "конец. ", "конец.pdf. ", "~$x", "a\nb.pdf", "\ud800.pdf", "é.pdf", "e\u0301.pdf",
    "𝒳" * 200 + ".png", "=cmd|.pdf", "-rf", "-rf ", "CHEK.pdf", "chek.PDF",
]  # fmt: skip
DEVICE = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)\s*(\..*)?$")


def assert_fit(name):
    assert name == Path(name).name and name not in ("", ".", "..")
    assert not re.search(r'[\\/:*?"<>|]', name) and not DEVICE.match(name)
    assert len(name.encode()) <= 220 and name == name.strip(" .")
    assert not any(unicodedata.category(letter)[0] == "C" for letter in name)
    assert clean_text(name).strip() == name, "a case file names it as it is"


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_a_hostile_name_becomes_a_fit_one(name):
    assert_fit(safe_name(name))


@given(st.text(max_size=400), st.sampled_from(["", ".pdf", ".", "/.", ". pdf"]))
def test_any_name_becomes_a_fit_one(text, suffix):
    name = safe_name(text + suffix)
    assert_fit(name)
    other = safe_name(text + suffix, {compared(name)})
    assert_fit(other)
    assert compared(other) != compared(name)


def test_ordinary_names_stay():
    for name in ("Чек № 5 (копия).pdf", "IMG_0012.JPG", "договор.final.pdf"):
        assert safe_name(name) == name


def test_scans_of_hostile_names_go_out_into_their_folder_only(tmp_path):
    (tmp_path / "out").mkdir()
    names = [name.replace("\ud800", "?") for name in HOSTILE]
    case = naming(*(f"{n}" for n in range(len(names))))
    scans = {f"{n}": Content(name, PDF + str(n).encode()) for n, name in enumerate(names)}
    with Register.open(tmp_path / "data" / "register.sqlite") as register:
        case_id = register.new(case, NOON)
        kept_scans.keep(register, case_id, scans)
        register.export_file(case_id, tmp_path / "out" / "дело.json")
        assert sorted(p.name for p in tmp_path.iterdir()) == ["data", "out"]
        folder = tmp_path / "out" / "дело — приложения"
        assert {p for p in (tmp_path / "out").rglob("*") if p.is_file()} == {
            tmp_path / "out" / "дело.json", *folder.iterdir()
        }  # fmt: skip
        assert len({compared(p.name) for p in folder.iterdir()}) == len(names)
    with Register.open(tmp_path / "data" / "other.sqlite") as other:
        taken = other.import_file(tmp_path / "out" / "дело.json", NOON)
        assert [data for _, data in inside(other, taken.id)] == [
            PDF + str(n).encode() for n in range(len(names))
        ]


def test_what_lies_in_the_folder_is_never_written_over(tmp_path):
    folder = tmp_path / "дело — приложения"
    folder.mkdir()
    (folder / "чек.pdf").write_bytes(b"of somebody")
    with Register.open(tmp_path / "data" / "register.sqlite") as register:
        case_id = register.new(naming("1", "2"), NOON)
        scans = {n: Content("чек.pdf", PDF + n.encode()) for n in ("1", "2")}
        kept_scans.keep(register, case_id, scans)
        for _ in range(2):
            register.export_file(case_id, tmp_path / "дело.json", replace=True)
            held = {p.name: p.read_bytes() for p in folder.iterdir()}
            assert held == {
                "чек.pdf": b"of somebody", "чек (2).pdf": PDF + b"1", "чек (3).pdf": PDF + b"2"
            }  # fmt: skip
        named = [annex.file for annex in read_case(tmp_path / "дело.json").attachments]
        assert named == [f"дело — приложения/чек ({n}).pdf" for n in (2, 3)]


def test_a_failed_export_takes_back_what_it_made(tmp_path, monkeypatch):
    with Register.open(tmp_path / "data" / "register.sqlite") as register:
        case_id = register.new(replaced(naming("1"), "id", None), NOON)
        kept_scans.keep(register, case_id, {"1": Content("чек.pdf", PDF)})

        def fail(*_):
            raise RuntimeError

        monkeypatch.setattr("desktop_app.register.carried_out.dump_case", fail)
        with pytest.raises(RuntimeError):
            register.export_file(case_id, tmp_path / "дело.json")
    assert [p.name for p in tmp_path.iterdir()] == ["data"]
