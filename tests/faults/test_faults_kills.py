"""A program killed at any step of a write leaves each file whole, as it was, or not there.

Answers that are kept one by one, and kills at any moment of SQLite's own writing, are tested in
`tests/register`; here it is every other file that the program writes.
"""

import io
import os
import re
import zipfile
from pathlib import Path

import pytest
from faults_jobs import CASES, IN_COPY, NEW, OLD, SCAN, WORD
from faults_program import EXAMPLE, files_below
from pypdf import PdfReader

from desktop_app.atomic import draft_in, write_whole
from desktop_app.case.file import parse_case
from desktop_app.packet.write import write_files
from desktop_app.register import transfer
from desktop_app.register.backup import copy_to
from desktop_app.register.checking import is_sound
from desktop_app.register.faults import LockedError
from desktop_app.register.register import Register

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither fork nor SIGKILL")
# Nobody takes such a file for a letter or a case: a dot hides it, and the program takes it away.
LEFTOVER = re.compile(r"\.(pretenziya-|.+\.sqlite\.)[0-9a-f]{32}\.(tmp|tmp-journal|lock)")


@pytest.fixture
def killed(spoiled):
    """The folder of a job, and of each of its tries that was killed."""

    def tries(job):
        folder, ended = spoiled(job)
        found = {name: code for name, (code, _) in ended.items() if "full" not in name}
        for name, code in found.items():
            # A writing that never comes to the last of the sizes ends by itself.
            assert code in ((-9,) if "step" in name else (-25, 0)), (name, ended[name])
        assert -9 in found.values()
        return folder, [folder / name for name in found]

    return tries


def rows_of(path, password=None):
    with Register.open(path, password=password) as register:
        assert is_sound(register)
        return {row.buyer.split()[0].split("-")[0] for row in register.cases()}, len(
            register.cases()
        )


def assert_whole(name, data):
    """A file under its final name is one that its reader takes."""
    if name.endswith(".docx"):
        assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    elif name.endswith(".json"):
        assert parse_case(data).buyer.surname.split("-")[0] in (OLD, NEW)
    elif name.endswith("талон.pdf"):
        assert data == SCAN
    elif name.endswith(".pdf"):
        assert data.rstrip().endswith(b"%%EOF") and PdfReader(io.BytesIO(data)).pages
    elif name.endswith(".ics"):
        assert data.startswith(b"BEGIN:VCALENDAR") and data.endswith(b"END:VCALENDAR\r\n")
    else:
        raise AssertionError(f"nobody knows «{name}»")


@pytest.mark.parametrize("job", ["export", "packet", "folder_of_cases", "calendar", "template"])
def test_a_kill_leaves_whole_files_or_none(job, killed):
    folder, places = killed(job)
    for place in places:
        written = files_below(place / "новое")
        assert "дело.json" in written, "what was there before is there still"
        for name, data in written.items():
            if not LEFTOVER.fullmatch(Path(name).name):
                assert_whole(name, data)
        kept = place / "прежнее"
        assert (kept / "дело.json").read_bytes() == EXAMPLE.read_bytes()
        assert rows_of(kept / "register.sqlite") == ({OLD}, CASES)
    whole = files_below(folder / "whole" / "новое")
    assert not [name for name in whole if Path(name).name.startswith(".")]


def test_a_kill_leaves_a_transfer_file_that_opens_or_none(killed):
    folder, places = killed("transfer")
    for place in (folder / "whole", *places):
        path = place / "новое" / "дело.pretenziya"
        assert path.exists() or place != folder / "whole"
        if path.exists():
            case, scans = transfer.read(path, WORD)
            assert case.buyer.surname.startswith(OLD) and scans["талон.pdf"].data == SCAN
        for name, data in files_below(place / "новое").items():
            assert name == "дело.json" or OLD.encode() not in data, "readable on the disk"


def test_a_kill_leaves_a_whole_copy_or_none_and_the_next_copy_sweeps(killed):
    for place in killed("backup")[1]:
        register, copy = place / "прежнее" / "register.sqlite", place / "новое" / "дела.sqlite"
        if copy.exists():
            assert rows_of(copy) == ({OLD}, CASES)
        with Register.open(register) as opened:
            copy_to(opened, copy, replace=True)
        assert rows_of(copy) == ({OLD}, CASES)
        assert set(files_below(place / "новое")) == {"дела.sqlite", "дело.json"}


def test_a_kill_amid_restoring_leaves_what_was_or_the_copy(killed):
    folder, places = killed("restore")
    found = [rows_of(place / "прежнее" / "register.sqlite") for place in places]
    for place, rows in zip(places, found, strict=True):
        assert rows in (({OLD}, CASES), ({NEW}, IN_COPY))
        assert not [name for name in files_below(place) if name.endswith((".tmp", ".lock"))]
        copies = list((place / "прежнее" / "копии").glob("*.sqlite"))
        assert rows == ({OLD}, CASES) or [rows_of(one) for one in copies] == [({OLD}, CASES)]
    assert rows_of(folder / "whole" / "прежнее" / "register.sqlite") == ({NEW}, IN_COPY)


def test_a_kill_amid_a_new_password_leaves_it_open_or_locked_and_all_cases(killed):
    for place in killed("password")[1]:
        path = place / "прежнее" / "register.sqlite"
        try:
            assert rows_of(path) == ({OLD}, CASES)
        except LockedError:
            assert rows_of(path, WORD) == ({OLD}, CASES)
            readable = [name for name, data in files_below(place).items() if OLD.encode() in data]
            # The copy that was killed on its way goes when the password is set.
            assert set(readable) == {"новое/дело.json"}, place.name


def test_what_killed_programs_left_goes_a_day_later_and_no_sooner(tmp_path):
    others = [tmp_path / name for name in (".pretenziya-1.tmp", f".{'0a' * 16}.tmp", "мой.tmp")]
    left, fresh = draft_in(tmp_path), draft_in(tmp_path)
    for one in (left, fresh, *others):
        one.write_bytes(b"PK")
    for one in (left, *others):
        os.utime(one, (one.stat().st_mtime - 25 * 3600,) * 2)
    write_files({"а.docx": b"1", "б.docx": b"2"}, tmp_path)
    assert not left.exists() and fresh.exists() and all(one.exists() for one in others)
    os.utime(fresh, (0, 0))
    write_whole(tmp_path / "в.json", b"3", replace=False)
    names = {one.name for one in tmp_path.iterdir()}
    assert names == {*(one.name for one in others), "а.docx", "б.docx", "в.json"}
