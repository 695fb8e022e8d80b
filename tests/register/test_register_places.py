"""Names and places that a register may have: copies of its own, journals, links, odd files."""

import os
import subprocess
import sys
import textwrap
from datetime import date, timedelta
from pathlib import Path

import pytest
from register_examples import NEVER_WAIT, NOON, case_of, files_with

from desktop_app.case.file import read_case
from desktop_app.errors import UserError
from desktop_app.register import copies
from desktop_app.register.backup import copy_to
from desktop_app.register.faults import MovedError, damaged
from desktop_app.register.locking import set_password
from desktop_app.register.register import Register
from desktop_app.register.restoring import look_into, restore, restore_damaged

NAME, WORD = "Местова", "пять слов"
TODAY = date(2026, 11, 20)


def filled(path, cases=3, name=NAME):
    register = Register.open(path, NEVER_WAIT)
    for number in range(cases):
        register.new(case_of(f"{name}-{number}"), NOON)
    return register


def make_daily(register, day):
    with copies.begin_daily(register, day) as copying:
        while not copying.step():
            pass
    copies.tidy(register, day)


def interrupted(path):
    """A register whose last change was cut off: its journal holds what was before."""
    filled(path, 40).close()
    script = textwrap.dedent("""
        import os, sys
        from pathlib import Path
        from desktop_app.register.register import Register
        register = Register.open(Path(sys.argv[1]))
        register.connection.pragma("cache_size", 5)
        register.connection.execute("BEGIN")
        register.connection.execute("UPDATE cases SET content = content || ?", (" " * 9000,))
        os.kill(os.getpid(), 9)
    """)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", script, str(path)], env=environment, check=False)
    journal = path.with_name(path.name + "-journal")
    assert journal.stat().st_size > 4096
    return journal


needs_kill = pytest.mark.skipif(os.name == "nt", reason="needs a kill that asks nobody")
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")


@needs_kill
@pytest.mark.parametrize("restored", [True, False])
def test_a_journal_without_its_file_is_not_played_into_the_next(path, tmp_path, restored):
    copy = tmp_path / "k.sqlite"
    filled(copy, 4, "Копия").close()
    before = interrupted(path).read_bytes()
    path.rename(tmp_path / "убрано.sqlite")
    if restored:
        assert restore_damaged(path, look_into(copy), NOON) is None
    with Register.open(path) as register:
        assert len(register.cases()) == (4 if restored else 0)
        assert register.select("PRAGMA integrity_check") == [("ok",)]
    (kept,) = (one for one in tmp_path.glob("register ?*-journal"))
    assert kept.read_bytes() == before
    assert ("повреждено" if restored else "журнал без хранилища") in kept.name


@needs_kill
def test_a_journal_beside_the_place_of_a_copy_is_not_played_into_it(path, tmp_path):
    copy = tmp_path / "k.sqlite"
    interrupted(copy)
    with filled(path) as register:
        copy_to(register, copy, replace=True)
    with Register.open(copy) as register:
        assert len(register.cases()) == 3


@needs_kill
def test_a_copy_that_was_not_closed_properly_is_said_to_be_so(path, tmp_path):
    copy = tmp_path / "k.sqlite"
    interrupted(copy)
    with filled(path) as register:
        with pytest.raises(UserError, match="не была закрыта как следует"):
            look_into(copy)
        Register.open(copy).close()
        restore(register, look_into(copy), NOON)
        assert len(register.cases()) == 40


def test_copies_of_days_to_come_do_not_push_out_that_of_today(path):
    with filled(path) as register:
        for number in range(12):
            make_daily(register, date(2062, 1, 1) + timedelta(days=number))
        for number in range(3):
            make_daily(register, TODAY + timedelta(days=number))
            assert not copies.is_due(register, TODAY + timedelta(days=number))
            assert len(copies.copies_of(path)) == copies.KEPT
        assert copies.daily(path, TODAY).exists()
        copies.tidy(register)
        assert copies.daily(path, TODAY + timedelta(days=2)).exists()
        set_password(register, None, WORD)
        copies.renewed(register, TODAY)
        assert copies.copies_of(path) == (copies.daily(path, TODAY),)


def test_registers_of_one_folder_have_copies_of_their_own(tmp_path):
    with filled(tmp_path / "дела", 1, "Альфа") as one, filled(tmp_path / "дела.sqlite") as two:
        make_daily(one, TODAY)
        assert copies.is_due(two, TODAY) and copies.copies_of(two.path) == ()
        set_password(two, None, WORD)
        copies.renewed(two, TODAY)
        assert look_into(copies.daily(one.path, TODAY)).cases == 1


@pytest.mark.parametrize("name", ["я" * 110, "x" * 238])
def test_a_long_name_leaves_room_for_those_of_its_copies(tmp_path, name):
    path = tmp_path / f"{name}.sqlite"
    with filled(path) as register, filled(tmp_path / f"{name}2.sqlite") as other:
        for one in (register, other):
            make_daily(one, TODAY)
            assert len(copies.copies_of(one.path)) == 1
        kept = restore(register, look_into(copies.daily(path, TODAY)), NOON)
        assert kept in copies.copies_of(path)
        set_password(register, None, WORD)
        assert copies.renewed(register, TODAY).removed == 1
        assert restore_damaged(path, look_into(copies.daily(path, TODAY), WORD), NOON)
        assert len(copies.copies_of(other.path)) == 1


def link(place, to):
    try:
        place.symlink_to(to)
    except OSError:
        pytest.skip("this system gives no links to ordinary users")


def test_a_link_to_a_register_is_followed(tmp_path):
    real, place = tmp_path / "a" / "real.sqlite", tmp_path / "b" / "register.sqlite"
    place.parent.mkdir()
    filled(real).close()
    link(place, real)
    with Register.open(place) as register:
        assert register.path == real
        set_password(register, None, WORD)
        copies.renewed(register, TODAY)
    assert place.is_symlink() and files_with(tmp_path, NAME) == []
    assert copies.copies_of(place) == (copies.daily(real, TODAY),)
    assert restore_damaged(place, look_into(copies.daily(real, TODAY), WORD), NOON)
    assert place.is_symlink() and look_into(real, WORD).cases == 3
    link(tmp_path / "ring", tmp_path / "ring")
    with pytest.raises(UserError):
        Register.open(tmp_path / "ring")


def test_a_second_name_of_the_file_is_told_before_a_password(path, tmp_path):
    with filled(path) as register:
        (tmp_path / "second").hardlink_to(path)
        with pytest.raises(UserError, match="ещё одно имя"):
            set_password(register, None, WORD)
        assert not register.locked
        (tmp_path / "second").unlink()
        set_password(register, None, WORD)
    assert files_with(tmp_path, NAME) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows lets no open file be replaced")
def test_a_file_that_was_replaced_and_overwritten_is_not_called_damaged(path):
    with filled(path) as register, filled(path.with_name("other.sqlite")) as other:
        former = os.open(path, os.O_RDWR)
        other.path.replace(path)
        os.pwrite(former, bytes(os.fstat(former).st_size), 0)
        os.close(former)
        # As for a statement that was waiting in SQLite while it happened.
        register.connection.exec_trace = None
        with pytest.raises(MovedError):
            register.cases()
        with pytest.raises(MovedError), register.transaction():
            register.connection.execute("UPDATE cases SET buyer = ''")
    assert "повреждён" in str(damaged(path))


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_is_refused_with_a_sentence(path, tmp_path):
    with filled(path) as register:
        for name in (os.fsdecode(b"\xff.sqlite"), "a\0b"):
            with pytest.raises(UserError, match="не сделана"):
                copy_to(register, tmp_path / name)


@needs_pipes
def test_a_pipe_is_not_waited_for(tmp_path, path):
    for name in ("труба.json", "труба.sqlite"):
        pipe = tmp_path / name
        os.mkfifo(pipe)
        with pytest.raises(UserError, match="канал"):
            read_case(pipe)
        with pytest.raises(UserError, match="не читается"):
            look_into(pipe)
        with pytest.raises(UserError, match="канал"):
            Register.open(pipe)
        with filled(path) as register, pytest.raises(UserError, match="канал"):
            register.import_file(pipe, NOON)
    with pytest.raises(UserError, match="устройство"):
        read_case(Path(os.devnull))
