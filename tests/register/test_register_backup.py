"""Copies of a register in use, and a copy in its place: whole or not at all, nothing lost."""

import os
import random
import shutil
import subprocess
import sys
import textwrap
import time
from datetime import date, timedelta
from pathlib import Path

import apsw
import pytest
from counts import often
from register_examples import (
    NEVER_WAIT,
    NOON,
    as_ordinary_user,
    assert_sound,
    case_of,
    files_with,
    later,
    small_disk,
)

from desktop_app.errors import UserError
from desktop_app.register import copies
from desktop_app.register.backup import Copying, copy_to
from desktop_app.register.checking import is_sound
from desktop_app.register.faults import (
    DamagedError,
    LockedError,
    MovedError,
    WrongPasswordError,
)
from desktop_app.register.locking import set_password
from desktop_app.register.register import Register
from desktop_app.register.restoring import contents_of, look_into, restore, restore_damaged

NAME, WORD = "Копирова", "шесть слов"
TODAY = date(2026, 11, 20)
KILLS = often(4, 100)


@pytest.fixture(params=[None, WORD], ids=["readable", "locked"])
def register(path, request):
    with filled(path, 30) as register:
        if request.param:
            set_password(register, None, request.param)
        yield register


def filled(path, cases, name=NAME):
    register = Register.open(path, NEVER_WAIT)
    for number in range(cases):
        register.new(case_of(f"{name}-{number}"), NOON)
    return register


def names_in(path, password=None):
    with Register.open(path, NEVER_WAIT, password) as register:
        assert register.select("PRAGMA integrity_check") == [("ok",)]
        return {row.buyer.split()[0] for row in register.cases()}


def password_of(register):
    return WORD if register.locked else None


def names(count, name=NAME):
    return {f"{name}-{number}" for number in range(count)}


def files_of(folder):
    return sorted(p.name for p in folder.rglob("*") if not p.name.endswith("-journal"))


def test_a_copy_has_every_case_and_the_same_password(register, tmp_path):
    target = tmp_path / "копия.sqlite"
    copy_to(register, target)
    assert names_in(target, password_of(register)) == names(30)
    if register.locked:
        assert files_with(tmp_path, NAME) == []
        with pytest.raises(LockedError):
            Register.open(target)
    assert target.stat().st_mode & 0o077 == 0 or os.name == "nt"


def test_a_copy_in_steps_takes_what_changes_between_them(register, tmp_path):
    target = tmp_path / "копии" / "k.sqlite"
    other = Register.open(register.path, NEVER_WAIT, password_of(register))
    copying, steps = Copying(register, target), 0
    while not copying.step(5):
        steps += 1
        assert not target.exists()
        if steps == 3:
            register.new(case_of("Своя"), NOON)
        if steps == 6:
            other.new(case_of("Чужая"), NOON)
    other.close()
    assert steps > 10
    assert names_in(target, password_of(register)) == names(30) | {"Своя", "Чужая"}
    assert files_of(target.parent) == ["k.sqlite"]


def test_a_copy_waits_while_another_program_writes(register, tmp_path):
    other = Register.open(register.path, NEVER_WAIT, password_of(register))
    with other, Copying(register, tmp_path / "k.sqlite") as copying:
        other.connection.execute("BEGIN EXCLUSIVE")
        assert not any(copying.step(-1) for _ in range(3))
        other.connection.execute("ROLLBACK")
        assert copying.step(-1)
    assert names_in(tmp_path / "k.sqlite", password_of(register)) == names(30)


def test_an_abandoned_copy_leaves_nothing(register, tmp_path):
    copying = Copying(register, tmp_path / "k.sqlite")
    copying.step(3)
    copying.abandon()
    copying.abandon()
    assert files_of(tmp_path) == ["register.sqlite"]
    register.new(case_of("Дальше"), NOON)


def test_closing_or_replacing_the_register_ends_a_copy_with_a_sentence(path, tmp_path):
    register = filled(path, 30)
    copying = Copying(register, tmp_path / "k.sqlite")
    copying.step(3)
    set_password(register, None, WORD)
    with pytest.raises(UserError):
        copying.step(3)
    copying = Copying(register, tmp_path / "k.sqlite")
    copying.step(3)
    register.close()
    with pytest.raises(UserError):
        copying.step(3)
    assert files_of(tmp_path) == ["register.sqlite"]


def test_a_copy_never_takes_the_place_of_another_file_unasked(register, tmp_path):
    target = tmp_path / "письмо.sqlite"
    target.write_bytes(b"mine")
    with pytest.raises(UserError, match="уже есть"):
        copy_to(register, target)
    assert target.read_bytes() == b"mine"
    copy_to(register, target, replace=True)
    assert names_in(target, password_of(register)) == names(30)
    for itself in (register.path, tmp_path / "." / "register.sqlite"):
        with pytest.raises(UserError, match="само хранилище"):
            copy_to(register, itself, replace=True)


def test_a_damaged_register_is_not_copied_over_a_good_copy(path, tmp_path):
    filled(path, 30).close()
    whole = path.read_bytes()
    target = tmp_path / "k.sqlite"
    target.write_bytes(whole)
    spoilt = whole[:8192] + b"\xff" * 12288 + whole[20480:]
    path.write_bytes(spoilt)
    with Register.open(path) as register, pytest.raises(DamagedError, match=r"register\.sqlite"):
        copy_to(register, target, replace=True)
    assert target.read_bytes() == whole and path.read_bytes() == spoilt


def test_a_place_without_rights_or_room_keeps_nothing(tmp_path):
    with as_ordinary_user() as folder, filled(folder / "r.sqlite", 3) as register:
        (folder / "shut").mkdir(mode=0o500)
        for target in (folder / "shut" / "k.sqlite", folder / "shut" / "deep" / "k.sqlite"):
            with pytest.raises(UserError, match=r"Копия .* не сделана"):
                copy_to(register, target)
        assert list((folder / "shut").iterdir()) == []
    with small_disk(tmp_path / "disk", "100k") as disk, filled(tmp_path / "r", 30) as register:
        with pytest.raises(UserError, match="место на диске"):
            copy_to(register, disk / "k.sqlite")
        assert list(disk.iterdir()) == []


def make_daily(register, day):
    if copies.is_due(register, day):
        with copies.begin_daily(register, day) as copying:
            while not copying.step():
                pass
        copies.tidy(register)
        return True
    return False


def test_one_copy_a_day_and_the_last_ten_are_kept(path):
    with filled(path, 2) as register:
        made = [make_daily(register, TODAY + timedelta(days=n // 2)) for n in range(26)]
    assert made == [True, False] * 13
    found = [p.stem.split()[1] for p in copies.copies_of(path)]
    assert found == [(TODAY + timedelta(days=n)).isoformat() for n in range(12, 2, -1)]


def test_a_register_without_cases_has_no_copy_and_other_files_stay(path):
    folder = copies.folder_of(path)
    folder.mkdir()
    others = ["заметки.txt", "other 2026-01-01.sqlite", "register 2026-01-01 моё.txt"]
    for name in others:
        (folder / name).write_text("x")
    with Register.open(path) as register:
        assert not make_daily(register, TODAY)
        register.new(case_of(NAME), NOON)
        for n in range(12):
            make_daily(register, TODAY + timedelta(days=n))
    assert set(others) <= set(files_of(folder))
    assert len(copies.copies_of(path)) == 10


def test_a_password_replaces_the_readable_copies_by_a_locked_one(path, tmp_path):
    with filled(path, 3) as register:
        for n in range(3):
            make_daily(register, TODAY - timedelta(days=n))
        by_hand = tmp_path / "на всякий случай.sqlite"
        copy_to(register, by_hand)
        set_password(register, None, WORD)
        told = copies.renewed(register, TODAY)
        assert told.removed == 2
        assert told.readable == (by_hand,)
        by_hand.unlink()
        assert files_with(tmp_path, NAME) == []
        (copy,) = copies.copies_of(path)
        assert names_in(copy, WORD) == names(3)
        set_password(register, WORD, None)
        assert copies.renewed(register, TODAY).readable == ()
        assert names_in(copy) == names(3)


def test_copies_of_a_former_password_stay_and_ask_for_it(path):
    with filled(path, 3) as register:
        set_password(register, None, "прежний")
        for n in range(3):
            make_daily(register, TODAY - timedelta(days=n))
        set_password(register, "прежний", WORD)
        assert copies.renewed(register, TODAY) == copies.Renewed(0, 2, ())
        newest, *older = copies.copies_of(path)
        assert names_in(newest, WORD) == names(3)
        assert [look_into(one, "прежний").cases for one in older] == [3, 3]


def test_readable_copies_that_a_kill_left_beside_a_locked_register_go_with_the_next(path):
    with filled(path, 3) as register:
        make_daily(register, TODAY)
        set_password(register, None, WORD)
        assert make_daily(register, TODAY)
    assert files_with(path.parent, NAME) == []
    assert names_in(copies.daily(path, TODAY), WORD) == names(3)


def test_what_is_in_a_copy_is_told(register, tmp_path):
    register.to_basket(register.cases()[0].id, NOON)
    register.new(case_of("Новее"), later(60))
    copy = tmp_path / "k.sqlite"
    copy_to(register, copy)
    found = look_into(copy, password_of(register))
    assert (found.cases, found.changed_on, found.locked) == (30, later(60), register.locked)
    assert look_into(copy, key=register.key, whole=False) == look_into(copy, key=register.key)
    assert contents_of(register).cases == 30
    before = copy.read_bytes()
    if register.locked:
        with pytest.raises(LockedError):
            look_into(copy)
        with pytest.raises(WrongPasswordError):
            look_into(copy, "не тот")
    assert copy.read_bytes() == before and WORD not in repr(found)


def spoilt_copies(folder, whole):
    other = apsw.Connection(str(folder / "чужая.sqlite"))
    other.execute("CREATE TABLE cases (id)")
    other.close()
    yield folder / "чужая.sqlite", "не хранилище дел"
    for name, content, sentence in (
        ("пустая", b"", "не хранилище"),
        ("письмо", "Это письмо".encode() * 999, "не хранилище"),
        ("обрезана", whole[: len(whole) // 2], "повреждена"),
        ("испорчена", whole[:8192] + b"\xff" * 12288 + whole[20480:], "повреждена"),
        ("новее", None, "Обновите"),
    ):
        path = folder / f"{name}.sqlite"
        path.write_bytes(content if content is not None else whole)
        if content is None:
            newer = apsw.Connection(str(path))
            newer.pragma("user_version", 99)
            newer.close()
        yield path, sentence
    yield folder / "нет такой.sqlite", "не читается"
    yield folder, "не читается"


def test_what_is_no_sound_copy_is_refused_before_anything_changes(path, tmp_path):
    with filled(path, 30):
        whole = path.read_bytes()
    folder = tmp_path / "x"
    folder.mkdir()
    for copy, sentence in spoilt_copies(folder, whole):
        with pytest.raises(UserError, match=sentence):
            look_into(copy)
    assert path.read_bytes() == whole


def test_restoring_puts_the_copy_there_and_keeps_what_was(register, tmp_path):
    copy = tmp_path / "k.sqlite"
    copy_to(register, copy)
    register.remove_unchanged(register.cases()[0].id, NOON)
    register.new(case_of("Позже"), later(9))
    kept = restore(register, look_into(copy, password_of(register)), NOON)
    assert {row.buyer.split()[0] for row in register.cases()} == names(30)
    register.new(case_of("Дальше"), later(10))
    assert names_in(register.path, password_of(register)) == names(30) | {"Дальше"}
    former = names_in(kept, password_of(register))
    assert "Позже" in former and len(former) == 30
    assert kept in copies.copies_of(register.path)
    assert copy.exists()


def test_the_password_of_now_stays_whatever_the_copy_has(path, tmp_path):
    copy, old = tmp_path / "k.sqlite", tmp_path / "o.sqlite"
    with filled(path, 3) as register:
        copy_to(register, copy)
        set_password(register, None, "прежний")
        copy_to(register, old)
        set_password(register, "прежний", WORD)
        for one, password in ((copy, None), (old, "прежний")):
            restore(register, look_into(one, password), NOON)
            assert register.locked
            assert names_in(path, WORD) == names(3)
    copy.unlink()
    assert files_with(tmp_path, NAME) == []


def test_a_copy_of_an_older_program_is_brought_up_to_date(path, tmp_path):
    copy = tmp_path / "old.sqlite"
    shutil.copy(Path(__file__).parent / "stored" / "version-1.sqlite", copy)
    before = copy.read_bytes()
    with filled(path, 1) as register:
        restore(register, look_into(copy), NOON)
        assert len(register.cases()) == look_into(copy).cases > 1
        assert register.connection.pragma("user_version") == 2
    assert copy.read_bytes() == before


def test_another_program_is_told_of_the_other_content(register, tmp_path):
    copy = tmp_path / "k.sqlite"
    copy_to(register, copy)
    password = password_of(register)
    with Register.open(register.path, NEVER_WAIT, password) as other:
        other.new(case_of("Второе окно"), NOON)
        other.connection.execute("BEGIN")
        other.cases()
        with pytest.raises(UserError, match="занято"):
            restore(register, look_into(copy, password), NOON)
        other.connection.execute("ROLLBACK")
        assert copies.copies_of(register.path) == ()
        restore(register, look_into(copy, password), NOON)
        with pytest.raises(MovedError):
            other.new(case_of("Потеряна бы"), NOON)
    assert names_in(register.path, password) == names(30)


def test_a_damaged_register_is_kept_aside_and_the_copy_opens(path, tmp_path):
    copy = tmp_path / "k.sqlite"
    with filled(path, 30) as register:
        copy_to(register, copy)
    spoilt = path.read_bytes()[:5000]
    for journal in (b"", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 600):
        path.write_bytes(spoilt)
        path.with_name(path.name + "-journal").write_bytes(journal)
        kept = restore_damaged(path, look_into(copy), NOON)
        assert kept.read_bytes() == spoilt
        assert kept.name.startswith("register повреждено 2026-11-20")
        assert names_in(path) == names(30)
    assert len(list(tmp_path.glob("*повреждено*.sqlite"))) == 2
    path.unlink()
    assert restore_damaged(path, look_into(copy), NOON) is None
    assert names_in(path) == names(30)


def test_a_copy_is_not_restored_from_itself(register):
    with pytest.raises(UserError, match="само хранилище"):
        restore(register, look_into(register.path, key=register.key), NOON)
    with pytest.raises(UserError, match="само хранилище"):
        restore_damaged(register.path, look_into(register.path, key=register.key), NOON)


def test_a_full_disk_restores_nothing(tmp_path):
    copy = tmp_path / "k.sqlite"
    filled(copy, 60, "Другая").close()
    with small_disk(tmp_path / "disk", "900k") as disk:
        with filled(disk / "register.sqlite", 60) as register:
            with pytest.raises(UserError, match="мест"):
                restore(register, look_into(copy), NOON)
            assert files_of(disk) == ["register.sqlite", "копии"]
            register.new(case_of("Дальше"), NOON)
        assert names_in(disk / "register.sqlite") == names(60) | {"Дальше"}


CHILD = textwrap.dedent("""
    import sys
    from pathlib import Path
    from datetime import timedelta
    from register_examples import NOON, case_of, later
    from desktop_app.case.edit import replaced
    from desktop_app.register.register import Register
    from desktop_app.register.backup import copy_to
    from desktop_app.register.restoring import look_into, restore
    path, password = Path(sys.argv[1]), sys.argv[2] or None
    register = Register.open(path, password=password)
    print("ready", flush=True)
""")
COPY = "for n in range(10_000): copy_to(register, path.parent / f'k{n}.sqlite')\n"
RESTORE = textwrap.dedent("""
    copies = [path.parent / name for name in ("a.sqlite", "b.sqlite")]
    found = [look_into(copy) for copy in copies]
    for n in range(10_000):
        restore(register, found[n % 2], later(n))
""")
EDIT = textwrap.dedent("""
    case_id = register.cases()[0].id
    case = register.read(case_id).case
    for n in range(10_000):
        case = replaced(case, "repairs[0].defect", f"{n} " + "я" * (n * 37 % 5000))
        register.save(case_id, case, later(n))
        print(n, flush=True)
""")


def killed(script, path, password, after):
    tests = str(Path(__file__).parent)
    program = subprocess.Popen(
        [sys.executable, "-c", CHILD + script, str(path), password or ""],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([tests, *sys.path])},
        stdout=subprocess.PIPE,
        text=True,
    )
    with program:
        assert program.stdout.readline() == "ready\n"
        time.sleep(after)
        program.kill()
        return program.stdout.read().split()


@pytest.mark.skipif(os.name == "nt", reason="needs a kill that asks nobody")
@pytest.mark.parametrize("seed", range(KILLS))
def test_a_kill_while_copying_leaves_whole_copies_only(path, seed):
    password = WORD if seed % 2 else None
    with filled(path, 30) as register:
        if password:
            set_password(register, None, password)
    killed(COPY, path, password, random.Random(seed).random() * 0.4)
    assert names_in(path, password) == names(30)
    found = sorted(path.parent.glob("k*.sqlite"))
    for copy in found[:2] + found[-2:]:
        assert names_in(copy, password) == names(30)
    left = len(list(path.parent.glob(".*.tmp")))
    assert left <= 1


@pytest.mark.skipif(os.name == "nt", reason="needs a kill that asks nobody")
@pytest.mark.parametrize("seed", range(KILLS))
def test_a_kill_while_restoring_leaves_the_old_or_the_new(path, seed):
    password = WORD if seed % 2 else None
    for name, cases in (("a", 20), ("b", 40)):
        filled(path.parent / f"{name}.sqlite", cases, name).close()
    with filled(path, 30) as register:
        if password:
            set_password(register, None, password)
    killed(RESTORE, path, password, random.Random(seed).random() * 0.5)
    found = names_in(path, password)
    assert found in (names(30), names(20, "a"), names(40, "b"))
    assert not list(path.parent.glob(".*.tmp"))


@pytest.mark.skipif(os.name == "nt", reason="needs a kill that asks nobody")
@pytest.mark.parametrize("seed", range(KILLS))
def test_a_kill_during_edits_of_a_locked_register_loses_none(path, seed):
    with filled(path, 3) as register:
        set_password(register, None, WORD)
    told = killed(EDIT, path, WORD, random.Random(seed).random() * 0.4)
    with Register.open(path, password=WORD) as register:
        assert is_sound(register)
        kept = [register.read(row.id).case.repairs[0].defect for row in register.cases()]
    if told:
        assert any(defect.split()[0] in (told[-1], str(int(told[-1]) + 1)) for defect in kept)


def interrupted(path):
    """A register whose last change was cut off in the midst of writing its pages."""
    script = textwrap.dedent("""
        import os, sys
        from pathlib import Path
        from desktop_app.register.register import Register
        register = Register.open(Path(sys.argv[1]))
        register.connection.pragma("cache_size", 5)
        register.connection.execute("BEGIN IMMEDIATE")
        register.connection.execute("UPDATE cases SET content = content || ?", (" " * 9000,))
        os.kill(os.getpid(), 9)
    """)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", script, str(path)], env=environment, check=False)
    assert path.with_name(path.name + "-journal").stat().st_size > 512


@pytest.mark.skipif(os.name == "nt", reason="needs a kill that asks nobody")
def test_after_an_unclean_end_the_register_is_looked_through(path):
    filled(path, 30).close()
    interrupted(path)
    whole, journal = path.read_bytes(), path.with_name(path.name + "-journal").read_bytes()
    assert names_in(path) == names(30)
    assert_sound(path)
    # A page that the journal does not hold was lost: told of at opening, not at some later case.
    size = len(whole)
    numbers = journaled(journal)
    lost = next(n for n in range(3, size // 4096) if n not in numbers)
    path.write_bytes(whole[: (lost - 1) * 4096] + b"\xff" * 4096 + whole[lost * 4096 :])
    path.with_name(path.name + "-journal").write_bytes(journal)
    with pytest.raises(DamagedError, match="Восстановите копию"):
        Register.open(path)


def journaled(journal):
    """The numbers of the pages that a journal gives back."""
    step = 4096 + 8
    return {
        int.from_bytes(journal[at : at + 4]) for at in range(512, len(journal) - step, step)
    } - {0}


def test_a_sound_register_is_told_from_one_whose_lines_belong_to_nothing(path):
    with filled(path, 3) as register:
        assert is_sound(register)
        register.connection.pragma("foreign_keys", "OFF")
        register.write(
            "INSERT INTO versions (case_number, since, content) VALUES (99, 'x', 'y')", ()
        )
        assert not is_sound(register)
