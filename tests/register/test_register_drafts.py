"""Unfinished files: nobody takes away one that is being made, and none stays that nobody makes."""

import os
import subprocess
import sys
import textwrap
from datetime import date
from pathlib import Path

import pytest
from register_examples import NOON, case_of, files_with

from desktop_app.errors import UserError
from desktop_app.register import copies, exchange, locking, restoring
from desktop_app.register.backup import copy_to
from desktop_app.register.locking import set_password
from desktop_app.register.register import Register
from desktop_app.register.restoring import look_into, restore, restore_damaged

NAME, WORD = "Черновикова", "пять слов"
CASES = 40
OTHER = "import sys; from pathlib import Path; from desktop_app.register.register import Register; "


@pytest.fixture
def copy(path, tmp_path):
    with Register.open(path) as register:
        for number in range(CASES):
            register.new(case_of(f"{NAME}-{number}"), NOON)
        copy_to(register, tmp_path / "k.sqlite")
    return tmp_path / "k.sqlite"


def elsewhere(script, path):
    """Run a script in a program of its own."""
    tests = str(Path(__file__).parent)
    program = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(path)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([tests, *sys.path])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Error" not in program.stderr, program.stderr
    return program


def after_opening_elsewhere(monkeypatch, module, name, path):
    """Another program opens the register each time before this step."""
    step = getattr(module, name)

    def taken(*words, **named):
        elsewhere(OTHER + "Register.open(Path(sys.argv[1]), password='x').close()", path)
        return step(*words, **named)

    monkeypatch.setattr(module, name, taken)


def is_private(path):
    return os.name == "nt" or path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("step", ["copy_into", "open_connection", "looks_sound"])
def test_an_opening_in_the_midst_of_restoring_takes_no_draft_away(path, copy, monkeypatch, step):
    after_opening_elsewhere(monkeypatch, restoring, step, path)
    with Register.open(path) as register:
        restore(register, look_into(copy), NOON)
        assert len(register.cases()) == CASES
    assert is_private(path)
    restore_damaged(path, look_into(copy), NOON)
    with Register.open(path) as register:
        assert len(register.cases()) == CASES
    assert is_private(path) and not list(path.parent.glob(".*"))


def test_an_opening_in_the_midst_of_locking_takes_no_draft_away(path, copy, monkeypatch):
    after_opening_elsewhere(monkeypatch, locking, "copy_into", path)
    after_opening_elsewhere(monkeypatch, exchange, "assert_sound", path)
    with Register.open(path) as register:
        for old, new in ((None, "x"), ("x", None)):
            set_password(register, old, new)
            assert len(register.cases()) == CASES and is_private(path)


def test_a_draft_that_was_emptied_or_removed_takes_no_register_s_place(path, copy, monkeypatch):
    before = path.read_bytes()
    step = restoring.copy_into
    for spoil in (Path.unlink, lambda draft: draft.write_bytes(b"")):

        def spoilt(connection, draft, key, spoil=spoil):
            step(connection, draft, key)
            spoil(draft)

        monkeypatch.setattr(restoring, "copy_into", spoilt)
        monkeypatch.setattr(locking, "copy_into", spoilt)
        with Register.open(path) as register:
            with pytest.raises(UserError):
                restore(register, look_into(copy), NOON)
            with pytest.raises(UserError):
                set_password(register, None, WORD)
        with pytest.raises(UserError):
            restore_damaged(path, look_into(copy), NOON)
        assert path.read_bytes() == before
        assert not list(path.parent.glob("*повреждено*"))


def test_a_copy_that_changed_since_it_was_read_is_not_put_in_place(path, copy):
    found = look_into(copy)
    with Register.open(copy) as other:
        other.new(case_of("Новее"), NOON)
    with Register.open(path) as register:
        with pytest.raises(UserError, match="не то, что в ней было"):
            restore(register, found, NOON)
        assert len(register.cases()) == CASES


KILLED_COPY = """
    import apsw, os, sys
    from datetime import date
    from pathlib import Path
    from desktop_app.register import copies
    from desktop_app.register.register import Register
    # So that pages reach the disk before the end.
    apsw.connection_hooks.append(lambda connection: connection.execute("PRAGMA cache_size = 1"))
    copying = copies.begin_daily(Register.open(Path(sys.argv[1])), date(2026, 11, 19))
    copying.step(30)
    os.kill(os.getpid(), 9)
"""
KILLED_RESTORE = """
    import os, sys
    from pathlib import Path
    from register_examples import NOON
    from desktop_app.register import backup, restoring
    from desktop_app.register.register import Register
    backup.assert_sound = lambda *_: os.kill(os.getpid(), 9)
    path = Path(sys.argv[1])
    found = restoring.look_into(path.parent / "k.sqlite")
    restoring.restore(Register.open(path), found, NOON)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs a kill that asks nobody")
@pytest.mark.parametrize("script", [KILLED_COPY, KILLED_RESTORE])
def test_what_a_kill_left_of_any_day_goes_when_a_password_is_set(path, copy, script):
    with Register.open(path) as register:
        elsewhere(script, path)
        assert any(name.startswith("копии/.") for name in files_with(path.parent, NAME))
        copy.unlink()
        set_password(register, None, WORD)
        copies.renewed(register, date(2026, 11, 20))
    assert files_with(path.parent, NAME) == []
    assert not list(path.parent.rglob(".*"))


@pytest.mark.skipif(os.name == "nt", reason="needs a kill that asks nobody")
def test_what_a_kill_left_of_any_day_goes_with_the_next_opening(path, copy):
    elsewhere(KILLED_COPY, path)
    (left,) = copies.folder_of(path).glob(".*.tmp")
    held = os.open(left, os.O_RDONLY)
    Register.open(path).close()
    assert not list(path.parent.rglob(".*"))
    # What it held is overwritten.
    content = os.read(held, 1 << 20)
    os.close(held)
    assert content and not content.strip(b"\0")


def test_a_copy_being_made_here_or_elsewhere_is_not_swept(path, copy):
    with Register.open(path) as register:
        with copies.begin_daily(register, date(2026, 11, 19)) as copying:
            copying.step(3)
            Register.open(path).close()
            elsewhere(OTHER + "Register.open(Path(sys.argv[1])).close()", path)
            assert copying.step(-1)
        assert look_into(copies.daily(path, date(2026, 11, 19))).cases == CASES
    assert not list(path.parent.rglob(".*"))
