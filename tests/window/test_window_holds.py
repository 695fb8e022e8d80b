"""Lock files: one program at a time, nobody's after its end; on a network drive one for all."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QLockFile

from desktop_app.window.opened import holds
from desktop_app.window.opened.holds import HeldError, Hold, Holds, on_network

CHILD = """
import sys, time
from pathlib import Path
from uuid import UUID
from desktop_app.window.opened.holds import Holds
hold = Holds(Path(sys.argv[1])).on(UUID(sys.argv[2]))
print(hold.take(), flush=True)
time.sleep(60)
"""


@pytest.fixture
def register_path(tmp_path):
    return tmp_path / "register.sqlite"


@pytest.fixture
def child(register_path):
    """Another program that holds a case; `child.case_id` is its id."""
    case_id = uuid4()
    run = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(register_path), str(case_id)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert run.stdout.readline() == "True\n"
    run.case_id = case_id
    yield run
    run.kill()
    run.wait()
    run.stdout.close()


def test_one_holds_a_case_and_another_case_is_free(register_path):
    case_id = uuid4()
    first, second = (Holds(register_path).on(case_id) for _ in range(2))
    assert first.take() and first.take()
    assert not second.take()
    assert Holds(register_path).on(uuid4()).take()
    first.let_go()
    assert second.take() and not first.take()
    second.let_go()


def test_the_lock_lies_beside_the_register_and_goes_with_the_hold(register_path):
    case_id = uuid4()
    hold = Holds(register_path).on(case_id)
    hold.take()
    lock = register_path.with_name(f"register.sqlite.{case_id}.lock")
    assert lock.is_file()
    hold.let_go()
    assert not lock.exists()


def test_a_living_program_keeps_its_hold_however_old_it_is(child, register_path):
    hold = Holds(register_path).on(child.case_id)
    (lock,) = register_path.parent.glob("*.lock")
    os.utime(lock, (0, 0))
    assert not hold.take() and not hold.force()
    assert hold.elsewhere == ""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a system without SIGKILL")
def test_a_program_that_was_killed_holds_nothing(child, register_path):
    hold = Holds(register_path).on(child.case_id)
    assert not hold.take()
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert list(register_path.parent.glob("*.lock"))
    assert hold.take()
    hold.let_go()


def test_what_another_computer_holds_is_taken_by_force_only(register_path):
    path = register_path.with_name("case.lock")
    path.write_text("4711\npretenziya\nкасса-2\n\n\n", encoding="utf-8")
    hold = Hold(path)
    assert not hold.take()
    assert hold.elsewhere == "касса-2"
    assert hold.force() and hold.elsewhere == ""
    hold.let_go()


def test_a_lock_file_cut_short_by_a_crash_blocks_nobody(register_path):
    path = register_path.with_name("case.lock")
    path.touch()
    hold = Hold(path)
    assert hold.take()
    hold.let_go()


def test_where_no_lock_file_can_be_made_nobody_is_refused(tmp_path):
    hold = Hold(tmp_path / "нет такой папки" / "case.lock")
    assert hold.take() and Hold(tmp_path / "нет такой папки" / "case.lock").take()
    hold.let_go()


@pytest.mark.parametrize(
    ("path", "system", "network"),
    [
        ("/home/a/r.sqlite", ("ext4", "/dev/sda1"), False),
        ("/mnt/a/r.sqlite", ("nfs4", "server:/a"), True),
        ("/mnt/a/r.sqlite", ("CIFS", "//server/a"), True),
        ("/mnt/a/r.sqlite", ("smbfs", ""), True),
        ("/mnt/a/r.sqlite", ("fuse.sshfs", "host:"), True),
        ("Z:/r.sqlite", ("NTFS", "//server/share"), True),
        ("C:/r.sqlite", ("NTFS", "\\\\?\\Volume{1}"), False),
        ("//server/share/r.sqlite", ("", ""), True),
        ("\\\\server\\share\\r.sqlite", ("", ""), True),
        ("\\\\?\\C:\\r.sqlite", ("NTFS", ""), False),
    ],
)
def test_a_network_drive_is_known_by_its_file_system(path, system, network):
    assert on_network(Path(path), lambda asked: system) is network


def test_the_folder_of_the_tests_is_asked_of_the_system(register_path):
    kind, _ = holds.file_system_of(register_path)
    assert kind
    assert not on_network(register_path)


def test_on_a_network_drive_one_program_holds_the_whole_register(monkeypatch, register_path):
    monkeypatch.setattr(holds, "file_system_of", lambda path: ("nfs", ""))
    first, second = Holds(register_path), Holds(register_path)
    first.require()
    assert first.on(uuid4()).take() and first.on(uuid4()).take()
    assert not second.on(uuid4()).take()
    with pytest.raises(HeldError, match="сетевом диске"):
        second.require()
    first.let_go()
    second.require()
    assert not first.may_change()
    second.let_go()


def test_elsewhere_on_the_drive_nothing_is_held_as_a_whole(register_path):
    assert Holds(register_path).whole is None
    assert Holds(register_path).may_change() and Holds(register_path).may_change()


def test_a_lock_of_qt_itself_is_what_is_made(register_path):
    """So that an older version of this program and other tools understand it."""
    case_id = uuid4()
    hold = Holds(register_path).on(case_id)
    hold.take()
    other = QLockFile(str(register_path.with_name(f"register.sqlite.{case_id}.lock")))
    assert other.getLockInfo()[0] == os.getpid()
    hold.let_go()
