"""What the program makes by itself with somebody's answers in it is readable by that user only."""

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.cli import main
from desktop_app.register import drafts, transfer
from desktop_app.register.backup import copy_to
from desktop_app.register.copies import begin_daily, daily
from desktop_app.register.header import journal_of
from desktop_app.register.locking import set_password
from desktop_app.register.register import Register
from desktop_app.register.restoring import look_into, restore, restore_damaged
from desktop_app.window.views.outside import own_folder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")

EXAMPLE = read_case(paths.resource("examples", "refund.json"))
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
PASSWORD = "сирень и №5"


@pytest.fixture(autouse=True)
def everybody_may_read():
    """The rights that a user gives by default, at their widest."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
def register(tmp_path):
    with Register.open(tmp_path / "data" / "own" / "register.sqlite") as register:
        register.new(EXAMPLE, NOON)
        yield register


def open_to_others(folder: Path) -> list[str]:
    """The files below a folder that others may read or write, and folders they may look into."""
    found = [folder, *folder.rglob("*")]
    return [
        str(path.relative_to(folder)) for path in found if stat.S_IMODE(path.stat().st_mode) & 0o077
    ]


def made_today(register: Register) -> Path:
    with begin_daily(register, NOON.date()) as copying:
        while not copying.step(1):
            found = {Path(name).parent.name for name in open_to_others(register.path.parent)}
            assert daily(register.path, NOON.date()).parent.name not in found, "nor while it grows"
    return daily(register.path, NOON.date())


def test_the_register_its_folder_and_its_journal(register):
    with register.transaction():
        register.new(replaced(EXAMPLE, "id", None), NOON)
        assert journal_of(register.path).exists()
        assert open_to_others(register.path.parent) == []
    assert open_to_others(register.path.parent) == []


def test_copies_also_of_a_register_that_others_could_read(register):
    register.path.chmod(0o666)
    made_today(register)
    copy_to(register, register.path.parent / "другая" / "копия.sqlite")
    assert open_to_others(register.path.parent) == ["register.sqlite"]


def test_what_a_password_and_restoring_leave(register):
    copy = made_today(register)
    kept = restore(register, look_into(copy), NOON)
    assert kept.exists()
    set_password(register, None, PASSWORD)
    set_password(register, PASSWORD, None)
    assert open_to_others(register.path.parent) == []
    register.path.write_bytes(b"damaged" * 1000)
    assert restore_damaged(register.path, look_into(copy), NOON).exists()
    assert open_to_others(register.path.parent) == []


def test_the_transfer_file_and_drafts(register, tmp_path):
    out = tmp_path / "out"
    out.mkdir(0o700)
    transfer.write(EXAMPLE, {}, out / "дело.pretenziya", PASSWORD)
    draft = drafts.new_draft(out / "новое.sqlite")
    assert len(list(out.iterdir())) > 1 and open_to_others(out) == []
    drafts.remove(draft)


def test_what_is_shown_in_another_program_lies_in_a_folder_of_this_user():
    folder = own_folder()
    (folder / "Претензия.docx").write_bytes(b"of nobody")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert os.access(folder, os.W_OK) and folder.stat().st_uid == os.getuid()


def test_a_dry_run_leaves_nothing_in_a_folder_of_all(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    seen = []

    def look(*words, **more):
        seen.extend(path for path in tmp_path.iterdir() if path.is_dir())
        assert not any(stat.S_IMODE(path.stat().st_mode) & 0o077 for path in seen)
        return "new"

    monkeypatch.setattr("desktop_app.register.carrying.outcome_of", look)
    (tmp_path / "дело.json").write_bytes(paths.resource("examples", "refund.json").read_bytes())
    call = ["cases", "import", str(tmp_path / "дело.json"), "--dry-run"]
    assert main([*call, "--register", str(tmp_path / "r.sqlite")]) == 0
    assert len(seen) == 1 and [path.name for path in tmp_path.iterdir()] == ["дело.json"]
