"""A full disk, and a folder that can't be written: a sentence, exit code 2, nothing else changed.

The register's own full disk is tested in `tests/register`.
"""

import os
import shutil
import subprocess
from contextlib import contextmanager

import pytest
from faults_jobs import CASES, FULL_AT, JOBS, OLD, WORD
from faults_program import EXAMPLE, assert_kind, assert_refused, files_below, run

from desktop_app.register.checking import is_sound
from desktop_app.register.faults import LockedError
from desktop_app.register.register import Register

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows limits no file and mounts no disk")


def names_in(register):
    try:
        opened = Register.open(register)
    except LockedError:
        opened = Register.open(register, password=WORD)
    with opened:
        assert is_sound(opened)
        return [row.buyer.split("-")[0] for row in opened.cases()]


@pytest.mark.parametrize("job", JOBS)
def test_a_file_that_does_not_fit_is_said_and_nothing_has_changed(job, spoiled):
    folder, ended = spoiled(job)
    full = f"full-{FULL_AT[job]}"
    code, said = ended[full]
    assert code == 2, said
    assert_kind(said)
    assert "мест" in said, said
    assert names_in(folder / full / "прежнее" / "register.sqlite") == [OLD] * CASES
    before, after = files_below(folder / "0"), files_below(folder / full)
    for files in (before, after):
        # Opening it may bring up to date what is kept beside each case.
        del files["прежнее/register.sqlite"]
    assert after == before


@contextmanager
def mounted(place, *options):
    """A small disk at `place`; the tests that need one are for root."""
    mount = shutil.which("mount")
    command = [mount, "-t", "tmpfs", *options, "tmpfs", str(place)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a disk of its own can only be mounted by root, outside a container without it")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


@contextmanager
def read_only(folder):
    """The folder takes no file: by its rights; for root, whom they do not stop, by its disk."""
    if os.geteuid():
        folder.chmod(0o500)
        yield folder
        folder.chmod(0o700)
        return
    with mounted(folder):
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        yield folder


def test_a_disk_that_is_full_is_called_so(home):
    disk = home / "флешка"
    disk.mkdir()
    with mounted(disk, "-o", "size=48k"):
        told = run("render", EXAMPLE, "--out", disk / "письма", home=home)
        assert_refused(told, "на диске нет места", "флешка")
        assert list(disk.iterdir()) == []


WRITING = {
    "render": ("render", EXAMPLE, "--out"),
    "export": ("cases", "export", "--all", "--out"),
    "send": ("cases", "send", "CASE", "--to"),
    "backup": ("cases", "backup", "--to"),
    "template": ("templates", "copy", "refund", "--to"),
}


def test_a_folder_that_can_not_be_written_is_said_by_every_command(home):
    register, shut = home / "дела.sqlite", home / "закрыто"
    shut.mkdir()
    run("cases", "import", EXAMPLE, "--register", register, home=home)
    before = register.read_bytes()
    with read_only(shut):
        for name, words in WRITING.items():
            target = shut / "дело.pretenziya" if name == "send" else shut
            words = [case_id(register) if word == "CASE" else word for word in words]
            own = () if words[0] in ("render", "templates") else ("--register", register)
            told = run(*words, target, *own, home=home, before=TYPED)
            assert_refused(told, "закрыто")
        told = run("cases", "import", EXAMPLE, "--register", shut / "r.sqlite", home=home)
        assert_refused(told, "r.sqlite")
        assert list(shut.iterdir()) == []
    assert register.read_bytes() == before


def case_id(register):
    with Register.open(register) as opened:
        return opened.cases()[0].id


TYPED = f"""
import getpass, io, sys
getpass.getpass = lambda *_: {WORD!r}
sys.stdin = io.StringIO()
sys.stdin.isatty = lambda: True
"""


def test_a_register_on_a_read_only_disk_is_listed_and_says_so(home):
    shut = home / "закрыто"
    shut.mkdir()
    run("cases", "import", EXAMPLE, "--register", home / "r.sqlite", home=home)
    with mounted(shut):
        shutil.copy(home / "r.sqlite", shut)
        subprocess.run(["mount", "-o", "remount,ro", str(shut)], check=True)
        told = run("cases", "--register", shut / "r.sqlite", home=home)
    assert told.returncode == 0 and "Орлова" in told.stdout
    assert_kind(told.stderr)
    assert "прежние" in told.stderr
