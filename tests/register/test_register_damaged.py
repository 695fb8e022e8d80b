"""A register damaged at any place gives way to a copy, and nothing of it is thrown away."""

import os
import random
import shutil
import subprocess
import sys

import pytest
from counts import often
from register_examples import NEVER_WAIT, NOON, case_of

from desktop_app.errors import UserError
from desktop_app.register import copies
from desktop_app.register.backup import copy_to
from desktop_app.register.faults import DamagedError, WrongPasswordError
from desktop_app.register.locking import set_password
from desktop_app.register.opening_password import refusal
from desktop_app.register.register import Register
from desktop_app.register.restoring import (
    contents_of,
    is_aside,
    look_into,
    restore,
    restore_damaged,
    restore_locked,
)

WORD, OTHER = "шесть слов", "другие слова"
HOLE = 8192
PLACES = often(6, 36)


@pytest.fixture(scope="module", params=[None, WORD], ids=["readable", "locked"])
def whole(tmp_path_factory, request):
    """A register of some 160 KB, not open, and its password."""
    path = tmp_path_factory.mktemp("whole") / "register.sqlite"
    with Register.open(path, NEVER_WAIT) as register:
        for number in range(30):
            register.new(case_of(f"Цела-{number}"), NOON)
        if request.param:
            set_password(register, None, request.param)
    return path, request.param


def with_hole(path, start, fill):
    content = bytearray(path.read_bytes())
    content[start : start + HOLE] = fill
    path.write_bytes(content)
    return bytes(content)


def fills():
    return random.Random(7).randbytes(HOLE), bytes(HOLE)


def assert_whole(path, password):
    with Register.open(path, NEVER_WAIT, password) as register:
        assert register.select("PRAGMA integrity_check") == [("ok",)]
        assert len(register.cases()) == 30


def restored(path, copy, password):
    """Restore as the window and the commands do; return where the former file is."""
    try:
        register = Register.open(path, NEVER_WAIT, password)
    except DamagedError:
        return restore_damaged(path, look_into(copy, password), NOON)
    except WrongPasswordError:
        return restore_locked(path, look_into(copy, password), NOON)
    with register:
        kept = restore(register, look_into(copy, key=register.key), NOON)
        assert len(register.cases()) == 30
        register.new(case_of("Дальше"), NOON)
        register.remove_unchanged(register.cases()[0].id, NOON)
        return kept


@pytest.mark.parametrize("number", range(PLACES))
def test_a_hole_at_any_place_gives_way_to_a_copy(whole, tmp_path, number):
    source, password = whole
    size = source.stat().st_size
    start = 100 + (size - HOLE - 100) * number // PLACES
    for name, fill in zip("ab", fills(), strict=True):
        path = tmp_path / name / "register.sqlite"
        path.parent.mkdir()
        shutil.copy(source, path)
        before = with_hole(path, start, fill)
        kept = restored(path, source, password)
        assert_whole_but_one(path, password)
        if is_aside(path, kept):
            assert kept.read_bytes() == before
            assert kept.name.startswith("register повреждено 2026-11-20")
        else:
            assert kept in copies.copies_of(path)


def assert_whole_but_one(path, password):
    with Register.open(path, NEVER_WAIT, password) as register:
        assert register.select("PRAGMA integrity_check") == [("ok",)]
        assert 29 <= len(register.cases()) <= 30


def middle(tmp_path, whole):
    source, password = whole
    path = tmp_path / "register.sqlite"
    shutil.copy(source, path)
    return path, with_hole(path, 40960, fills()[0]), password


def test_the_password_of_now_stays_also_over_a_damaged_register(whole, tmp_path):
    path, before, password = middle(tmp_path, whole)
    copy = tmp_path / "k.sqlite"
    shutil.copy(whole[0], copy)
    with Register.open(copy, NEVER_WAIT, password) as register:
        set_password(register, password, OTHER)
    with Register.open(path, NEVER_WAIT, password) as register:
        kept = restore(register, look_into(copy, OTHER), NOON)
        assert register.locked is bool(password)
    assert kept.read_bytes() == before
    assert_whole(path, password)
    assert not list(tmp_path.glob(".*.tmp"))


def test_a_copy_that_is_damaged_too_changes_nothing(whole, tmp_path):
    path, before, password = middle(tmp_path, whole)
    copy = tmp_path / "k.sqlite"
    shutil.copy(whole[0], copy)
    found = look_into(copy, password)
    with_hole(copy, 40960, fills()[0])
    with Register.open(path, NEVER_WAIT, password) as register:
        with pytest.raises(UserError, match=r"k\.sqlite"):
            restore(register, found, NOON)
        assert register.setting("nothing") is None
    assert path.read_bytes() == before
    assert {one.name for one in tmp_path.glob("*.sqlite")} == {"register.sqlite", "k.sqlite"}


def test_a_value_that_cannot_be_ours_is_told_as_damage(tmp_path):
    with Register.open(tmp_path / "register.sqlite", NEVER_WAIT) as register:
        register.new(case_of("Цела"), NOON)
        register.write("UPDATE cases SET changed_on = 'вчера'", ())
        with pytest.raises(DamagedError):
            contents_of(register)


def test_a_place_that_cannot_be_taken_leaves_the_damaged_register_as_it_was(
    whole, tmp_path, monkeypatch
):
    def refuse(*_words, **_named):
        raise OSError

    path, before, password = middle(tmp_path, whole)
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"half a change")
    monkeypatch.setattr("desktop_app.register.restoring.put", refuse)
    with pytest.raises(UserError, match="нельзя"):
        restore_damaged(path, look_into(whole[0], password), NOON)
    assert path.read_bytes() == before and journal.read_bytes() == b"half a change"
    assert list(tmp_path.glob("*повреждено*")) == []


def test_a_locked_register_that_no_password_opens_gives_way_and_can_be_returned_to(tmp_path):
    path = tmp_path / "register.sqlite"
    copy = tmp_path / "k.sqlite"
    with Register.open(path, NEVER_WAIT) as register:
        register.new(case_of("Раньше"), NOON)
        copy_to(register, copy)
        register.new(case_of("Позже"), NOON)
        set_password(register, None, WORD)
    before = path.read_bytes()
    kept = restore_locked(path, look_into(copy), NOON)
    assert kept.read_bytes() == before
    assert "перед восстановлением" in kept.name and kept in copies.copies_of(path)
    with Register.open(path, NEVER_WAIT) as register:
        assert len(register.cases()) == 1
        copies.tidy(register)
        restore(register, look_into(kept, WORD), NOON)
        assert len(register.cases()) == 2


HOLDER = """
import sys, apsw
connection = apsw.Connection(sys.argv[1])
connection.pragma("cipher", "chacha20")
connection.pragma("key", sys.argv[2])
connection.execute("BEGIN IMMEDIATE; UPDATE cases SET step = 'x'")
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows moves no open file")
def test_a_locked_register_in_which_another_program_writes_is_not_taken_away(tmp_path):
    path, copy = tmp_path / "register.sqlite", tmp_path / "k.sqlite"
    with Register.open(path, NEVER_WAIT) as register:
        register.new(case_of("Пишет"), NOON)
        copy_to(register, copy)
        set_password(register, None, WORD)
        raw = register.key.raw
    before = path.read_bytes()
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path), raw],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdout.readline() == "ready\n"
        with pytest.raises(UserError, match="занято"):
            restore_locked(path, look_into(copy), NOON)
        assert path.read_bytes() == before and copies.copies_of(path) == ()
        other.stdin.close()
    restore_locked(path, look_into(copy), NOON)


def test_the_copy_of_the_former_register_stays_once_it_has_been_replaced(tmp_path, monkeypatch):
    path, copy = tmp_path / "register.sqlite", tmp_path / "k.sqlite"
    with Register.open(path, NEVER_WAIT) as register:
        register.new(case_of("Одно"), NOON)
        copy_to(register, copy)
        register.new(case_of("Другое"), NOON)

        def fail(_key):
            raise UserError("занято")

        monkeypatch.setattr(register, "reopen", fail)
        with pytest.raises(UserError):
            restore(register, look_into(copy), NOON)
    (kept,) = copies.copies_of(path)
    assert look_into(kept).cases == 2


@pytest.mark.parametrize("word", ["", "а", "семь зн", "       а       ", "и\u0306" * 4])
def test_a_short_password_is_refused_with_advice(word):
    assert "слов" in refusal(word)


def test_eight_signs_will_do():
    assert refusal("восемь88") is None and refusal(WORD) is None


def test_a_register_cut_to_nothing_is_no_new_one_where_it_has_copies(whole, tmp_path):
    path, password = shutil.copy(whole[0], tmp_path / "register.sqlite"), whole[1]
    copy = copies.daily(path, NOON.date())
    with Register.open(path, NEVER_WAIT, password) as register:
        copy.parent.mkdir()
        copy_to(register, copy)
    path.write_bytes(b"")
    with pytest.raises(DamagedError):
        Register.open(path, NEVER_WAIT)
    assert path.read_bytes() == b""
    restored(path, copy, password)
    assert_whole(path, password)
