"""What may lie at the register's place, and what the disk may do: a sentence, and no harm."""

import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import apsw
import pytest
from register_examples import (
    EXAMPLE,
    NEVER_WAIT,
    NOON,
    as_ordinary_user,
    assert_sound,
    case_of,
    later,
)

from desktop_app.case.edit import replaced
from desktop_app.errors import UserError
from desktop_app.register.opening import open_connection
from desktop_app.register.register import Register
from desktop_app.register.schema import APPLICATION_ID

A_SENTENCE = re.compile(r"^[А-ЯЁ«].*\.$", re.DOTALL)


def of_version_1(path):
    """A register as the first program wrote it, with three cases."""
    shutil.copy(Path(__file__).parent / "stored" / "version-1.sqlite", path)


def filled(path, cases=30):
    with Register.open(path) as register:
        for number in range(cases):
            register.new(case_of(f"Номер {number}"), NOON)
    return path.read_bytes()


def refusal_of_opening(path):
    before = path.read_bytes()
    with pytest.raises(UserError) as refused:
        Register.open(path, NEVER_WAIT)
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    assert A_SENTENCE.match(str(refused.value))
    return str(refused.value)


@pytest.mark.parametrize(
    "content",
    [b"x", b"{}", b"PK\x03\x04" + b"\0" * 500, "Это письмо, а не база".encode() * 99, bytes(4096)],
)
def test_a_file_that_is_no_database_is_not_ours(path, content):
    path.write_bytes(content)
    assert "не хранилище дел" in refusal_of_opening(path)


def test_noise_is_not_ours(path):
    path.write_bytes(random.Random(3).randbytes(20_000))
    assert "не хранилище дел" in refusal_of_opening(path)


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_the_database_of_another_program_is_not_ours(path, journal):
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA journal_mode={journal}")
    other.execute("CREATE TABLE cases (id TEXT)")
    other.commit()
    other.close()
    assert "не хранилище дел" in refusal_of_opening(path)


def test_a_database_of_another_program_with_a_version_is_not_ours(path):
    other = sqlite3.connect(path)
    other.execute("PRAGMA application_id=7")
    other.execute("PRAGMA user_version=1")
    other.commit()
    other.close()
    assert "не хранилище дел" in refusal_of_opening(path)


def test_an_interrupted_change_of_another_programs_file_is_not_ours_either(path):
    """With a journal beside it the header is not to be trusted; the tables are asked."""
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE cases (id TEXT)")
    other.commit()
    other.close()
    path.with_name(path.name + "-journal").write_bytes(b"\0" * 512)
    with pytest.raises(UserError, match="не хранилище дел"):
        Register.open(path)


def test_a_newer_register_asks_for_a_newer_program(path):
    filled(path, 1)
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", 99)
    connection.close()
    path.with_name(path.name + "-journal").unlink(missing_ok=True)
    assert "Обновите" in refusal_of_opening(path)


def test_an_empty_file_becomes_a_register(path):
    path.touch()
    filled(path, 1)
    assert_sound(path)


def test_a_truncated_register_is_told_of_wherever_it_was_cut(tmp_path):
    whole = filled(tmp_path / "whole.sqlite")
    choice = random.Random(5)
    cuts = [1, 15, 16, 50, 99, 100, 511, 512, 4095, 4096, len(whole) // 2, len(whole) - 1]
    for number, cut in enumerate(cuts + [choice.randrange(1, len(whole)) for _ in range(30)]):
        path = tmp_path / str(number) / "register.sqlite"
        path.parent.mkdir()
        path.write_bytes(whole[:cut])
        assert "повреждён или обрезан" in refusal_of_opening(path), cut


def test_a_register_overwritten_with_noise_never_ends_in_a_traceback(tmp_path):
    whole = filled(tmp_path / "whole.sqlite")
    choice = random.Random(11)
    told = 0
    for number in range(60):
        path = tmp_path / f"{number}.sqlite"
        start = choice.randrange(len(whole) - 4096)
        length = choice.choice((64, 4096))
        path.write_bytes(whole[:start] + choice.randbytes(length) + whole[start + length :])
        try:
            with Register.open(path, NEVER_WAIT) as register:
                for row in register.cases():
                    register.save(row.id, register.read(row.id).case, NOON, "step")
        except UserError as error:
            told += 1
            assert A_SENTENCE.match(str(error))
    assert told > 10


def test_a_folder_in_the_place_of_the_file(tmp_path):
    with pytest.raises(UserError, match="папка, а нужен файл"):
        Register.open(tmp_path)


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="Не удалось создать папку"):
        Register.open(tmp_path / "file" / "deep" / "register.sqlite")


@pytest.mark.parametrize("name", ["a\0b.sqlite", "\udcff.sqlite", "x" * 300])
def test_a_name_that_no_file_can_have(tmp_path, name):
    with pytest.raises(UserError):
        Register.open(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", ["file:x?mode=memory", ":memory:", "100% №1 # 'дела'.sqlite"])
def test_a_name_that_sqlite_would_take_otherwise_is_a_file_all_the_same(
    tmp_path, monkeypatch, name
):
    monkeypatch.chdir(tmp_path)
    with Register.open(Path(name)) as register:
        register.new(EXAMPLE, NOON)
    assert (tmp_path / name).stat().st_size > 0


def test_a_new_register_in_a_folder_without_rights():
    with as_ordinary_user() as folder:
        folder.chmod(0o500)
        with pytest.raises(UserError, match="нет права на запись"):
            Register.open(folder / "register.sqlite")
        with pytest.raises(UserError, match="Не удалось создать папку"):
            Register.open(folder / "deep" / "register.sqlite")
        assert list(folder.iterdir()) == []


@pytest.mark.parametrize("locked", ["folder", "file"])
def test_a_register_that_may_only_be_read_is_read_and_not_changed(locked):
    with as_ordinary_user() as folder:
        path = folder / "register.sqlite"
        filled(path, 1)
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
        before = path.read_bytes()
        (folder if locked == "folder" else path).chmod(0o500)
        with Register.open(path) as register:
            row = register.cases()[0]
            with pytest.raises(UserError, match="нет права на запись"):
                register.to_basket(row.id, NOON)
            assert register.cases() == (row,)
        assert path.read_bytes() == before


def test_a_register_held_by_another_process(path):
    filled(path, 1)
    script = textwrap.dedent("""
        import sys, sqlite3
        other = sqlite3.connect(sys.argv[1], isolation_level=None)
        other.execute("BEGIN " + sys.argv[2])
        print("held", flush=True)
        sys.stdin.read()
    """)
    with Register.open(path, NEVER_WAIT) as register:
        for lock in ("IMMEDIATE", "EXCLUSIVE"):
            holder = subprocess.Popen(
                [sys.executable, "-c", script, str(path), lock],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
            with holder:
                assert holder.stdout.readline() == b"held\n"
                with pytest.raises(UserError, match="занято другой программой"):
                    register.set_setting("scale", "120")
                if lock == "EXCLUSIVE":
                    with pytest.raises(UserError, match="занято другой программой"):
                        Register.open(path, NEVER_WAIT)
                holder.stdin.close()
        register.set_setting("scale", "120")
        assert register.setting("scale") == "120"


FILL_UP = textwrap.dedent("""
    import resource, signal, sys
    from pathlib import Path
    from register_examples import NOON, case_of
    from desktop_app.errors import UserError
    from desktop_app.register.register import Register
    if sys.argv[2] != "none":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
    try:
        with Register.open(Path(sys.argv[1])) as register:
            for number in range(10_000):
                print(register.new(case_of(f"Номер {number}"), NOON), flush=True)
    except UserError as error:
        print(error)
        sys.exit(7)
""")


def fill_up(path, most_bytes):
    tests = str(Path(__file__).parent)
    return subprocess.run(
        [sys.executable, "-c", FILL_UP, str(path), str(most_bytes)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([tests, *sys.path])},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def assert_told_and_nothing_lost(result, path):
    assert result.returncode == 7, result.stderr
    *ids, sentence = result.stdout.splitlines()
    assert A_SENTENCE.match(sentence)
    assert len(ids) > 5
    assert_sound(path)
    with Register.open(path) as register:
        assert {str(row.id) for row in register.cases()} == set(ids)
    return sentence


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
@pytest.mark.parametrize("most_bytes", [100_000, 222_222, 409_600])
def test_a_quota_that_is_used_up(path, most_bytes):
    result = fill_up(path, most_bytes)
    assert "отведённое место" in assert_told_and_nothing_lost(result, path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
def test_a_quota_too_small_for_a_register(path):
    result = fill_up(path, 5000)
    assert result.returncode == 7, result.stderr
    filled(path)
    assert_sound(path)


def test_a_full_disk(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    command = [mount, "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(disk)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can only be made by root")
    try:
        path = disk / "register.sqlite"
        sentence = assert_told_and_nothing_lost(fill_up(path, "none"), path)
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    assert "кончилось место" in sentence


def version_of(path):
    connection = apsw.Connection(str(path))
    found = connection.pragma("application_id"), connection.pragma("user_version")
    connection.close()
    return found


def with_note(connection):
    connection.execute("ALTER TABLE cases ADD COLUMN note TEXT")
    connection.execute("UPDATE cases SET note = 'старое: ' || buyer")


def test_an_older_register_is_brought_to_each_next_version(path):
    of_version_1(path)
    upgrades = {1: with_note, 2: lambda c: c.execute("CREATE TABLE more (x TEXT) STRICT")}
    connection = open_connection(path, NEVER_WAIT, current=3, upgrades=upgrades)
    notes = connection.execute("SELECT note FROM cases ORDER BY number").fetchall()
    assert notes[1] == ("старое: Старая Марина Петровна",)
    assert connection.execute("SELECT * FROM more").fetchall() == []
    connection.close()
    assert version_of(path) == (APPLICATION_ID, 3)
    open_connection(path, NEVER_WAIT, current=3, upgrades={}).close()


def test_a_new_register_goes_through_the_same_upgrades(path):
    connection = open_connection(path, NEVER_WAIT, current=2, upgrades={1: with_note})
    assert connection.execute("SELECT note FROM cases").fetchall() == []
    connection.close()
    assert version_of(path) == (APPLICATION_ID, 2)


def test_an_upgrade_that_fails_leaves_the_old_register(path):
    of_version_1(path)

    def broken(connection):
        with_note(connection)
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        open_connection(path, NEVER_WAIT, current=2, upgrades={1: broken})
    assert version_of(path) == (APPLICATION_ID, 1)
    with Register.open(path) as register:
        case_id = register.cases()[0].id
        case = replaced(register.read(case_id).case, "buyer.phone", "+7")
        assert register.save(case_id, case, later(1)) == later(1)
