"""A register with a password: nobody reads it without, and nobody loses it by setting one."""

import os
import random
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import apsw
import pytest
from counts import often
from register_examples import (
    NEVER_WAIT,
    NOON,
    case_of,
    files_with,
    later,
    small_disk,
)

from desktop_app.errors import UserError
from desktop_app.register.faults import (
    DamagedError,
    LockedError,
    MovedError,
    WrongPasswordError,
)
from desktop_app.register.locking import set_password
from desktop_app.register.password import ITERATIONS, key_of
from desktop_app.register.register import Register

NAME = "Запертова"
WORD = "четыре слова на бумаге"
KILLS = often(5, 100)
CASES = 40


@pytest.fixture
def locked(path):
    with Register.open(path) as register:
        for number in range(CASES):
            register.new(case_of(f"{NAME}-{number}"), NOON)
        set_password(register, None, WORD)
        assert register.locked
    return path


def names_in(path, password=None):
    with Register.open(path, NEVER_WAIT, password) as register:
        assert register.select("PRAGMA integrity_check") == [("ok",)]
        return {row.buyer.split()[0] for row in register.cases()}


ALL = {f"{NAME}-{number}" for number in range(CASES)}


def test_a_locked_register_opens_with_its_password_only(locked):
    before = locked.read_bytes()
    with pytest.raises(LockedError):
        Register.open(locked)
    for wrong in ("четыре слова на бумагe", WORD + " ", WORD.upper(), "x" * 1000):
        with pytest.raises(WrongPasswordError):
            Register.open(locked, password=wrong)
    assert locked.read_bytes() == before
    assert names_in(locked, WORD) == ALL


@pytest.mark.parametrize(
    "password",
    ["'", '"; DROP TABLE cases; --', " ", "🔑 ключ", "raw:" + "00" * 48, "a\0b", "й" * 9],
)
def test_any_signs_make_a_password(path, password):
    with Register.open(path) as register:
        set_password(register, None, password)
        register.new(case_of(NAME), NOON)
    assert names_in(path, password) == {NAME}
    with pytest.raises(WrongPasswordError):
        Register.open(path, password=password + "x")


def test_a_letter_of_two_signs_is_the_letter(path):
    with Register.open(path) as register:
        set_password(register, None, "\u0438\u0306")
    Register.open(path, password="\u0439").close()


@pytest.mark.parametrize("password", ["", "\udcff"])
def test_what_cannot_be_a_password_is_refused_and_nothing_changes(path, password):
    with Register.open(path) as register:
        with pytest.raises(UserError):
            set_password(register, None, password)
        assert not register.locked
    Register.open(path).close()


def test_changing_and_removing_ask_for_the_password_that_is(locked):
    with Register.open(locked, password=WORD) as register:
        for wrong in (None, "не тот"):
            with pytest.raises(WrongPasswordError):
                set_password(register, wrong, "новый")
            with pytest.raises(WrongPasswordError):
                set_password(register, wrong, None)
        set_password(register, WORD, "новый")
        assert len(register.cases()) == CASES
    with pytest.raises(WrongPasswordError):
        Register.open(locked, password=WORD)
    with Register.open(locked, password="новый") as register:
        set_password(register, "новый", None)
        assert not register.locked
        register.new(case_of("После"), NOON)
    assert names_in(locked) == {*ALL, "После"}
    with Register.open(locked) as register:
        set_password(register, None, WORD)
    assert names_in(locked, WORD) == {*ALL, "После"}


def test_any_program_for_such_files_opens_it_with_the_same_cost(locked):
    connection = apsw.Connection(str(locked))
    connection.pragma("cipher", "chacha20")
    connection.pragma("kdf_iter", ITERATIONS)
    connection.pragma("key", WORD)
    assert connection.execute("SELECT count(*) FROM cases").get == CASES
    connection.close()
    assert ITERATIONS >= 600_000


def test_nothing_beside_a_locked_register_can_be_read(locked):
    assert files_with(locked.parent, NAME) == []
    with Register.open(locked, password=WORD) as register:
        register.connection.pragma("cache_size", 5)
        with register.transaction():
            register.connection.execute("UPDATE cases SET content = content || ?", (" " * 9000,))
            assert locked.with_name(locked.name + "-journal").stat().st_size > 4096
            assert files_with(locked.parent, NAME) == []
    assert files_with(locked.parent, NAME) == []


def test_the_search_finds_names_when_it_should(path):
    with Register.open(path) as register:
        register.new(case_of(NAME), NOON)
    assert files_with(path.parent, NAME) == ["register.sqlite"]


def test_neither_key_nor_password_is_shown(locked):
    key = key_of(WORD)
    assert key.secret.hex() not in repr(key) and WORD not in repr(key)
    for wrong in ("тайна-1", ""):
        with pytest.raises(UserError) as refused:
            Register.open(locked, password=wrong)
        assert "тайна" not in str(refused.value)


def test_another_program_that_has_it_open_is_told_and_harms_nothing(locked):
    with Register.open(locked, password=WORD) as one, Register.open(locked, password=WORD) as two:
        case_id = two.cases()[0].id
        two.to_basket(case_id, NOON)
        two.from_basket(case_id)
        set_password(one, WORD, "новый")
        for _ in range(2):
            with pytest.raises(MovedError, match="сменили пароль"):
                two.to_basket(case_id, NOON)
            with pytest.raises(MovedError):
                two.cases()
        one.new(case_of("Дальше"), NOON)
    assert names_in(locked, "новый") == {*ALL, "Дальше"}


def test_a_program_that_is_reading_keeps_the_password_as_it_is(locked):
    with (
        Register.open(locked, NEVER_WAIT, WORD) as one,
        Register.open(locked, password=WORD) as two,
    ):
        before = locked.read_bytes()
        two.connection.execute("BEGIN")
        two.cases()
        with pytest.raises(UserError, match="занято"):
            set_password(one, WORD, "новый")
        two.connection.execute("ROLLBACK")
        assert locked.read_bytes() == before
        assert len(one.cases()) == CASES
    assert [p.name for p in locked.parent.iterdir() if p.suffix == ".tmp"] == []
    assert names_in(locked, WORD) == ALL


def test_a_wrong_password_leaves_an_interrupted_change_to_the_right_one(locked):
    script = START + textwrap.dedent("""
        register.connection.pragma("cache_size", 5)
        register.connection.execute("BEGIN IMMEDIATE")
        register.connection.execute("UPDATE cases SET content = content || ?", (" " * 9000,))
        os.kill(os.getpid(), 9)
    """)
    with child(script, locked, WORD) as program:
        program.wait()
    journal = locked.with_name(locked.name + "-journal")
    before = locked.read_bytes(), journal.read_bytes()
    assert len(before[1]) > 4096
    with pytest.raises(WrongPasswordError):
        Register.open(locked, password="не тот")
    assert (locked.read_bytes(), journal.read_bytes()) == before
    assert names_in(locked, WORD) == ALL


def test_a_locked_register_that_was_cut_is_damaged(locked):
    whole = locked.read_bytes()
    for size in (len(whole) - 1, 5000, len(whole) - 4096):
        locked.write_bytes(whole[:size])
        with pytest.raises(DamagedError):
            Register.open(locked, password=WORD)


def test_a_locked_register_overwritten_in_the_middle_is_damaged(locked):
    whole = locked.read_bytes()
    assert len(whole) > 40 * 4096
    for page in (1, 2, 9, 17, 33):
        start = page * 4096
        locked.write_bytes(whole[:start] + bytes(64) + whole[start + 64 :])
        with pytest.raises(DamagedError):
            names_in(locked, WORD)


def test_noise_with_the_length_of_a_register_asks_for_no_password(path):
    choice = random.Random(1)
    for pages in (1, 2, 8):
        path.write_bytes(choice.randbytes(4096 * pages))
        with pytest.raises(UserError, match="не хранилище дел"):
            Register.open(path)


START = textwrap.dedent("""
    import os, sys
    from pathlib import Path
    from register_examples import NOON, case_of, later
    from desktop_app.register.register import Register
    from desktop_app.register.locking import set_password
    path, password = Path(sys.argv[1]), sys.argv[2] or None
    register = Register.open(path, password=password)
""")
TURN = START + textwrap.dedent("""
    print("ready", flush=True)
    while True:
        for new in ("первый", "второй", None):
            set_password(register, password, new)
            password = new
            print("done", flush=True)
""")


def child(script, path, password):
    tests = str(Path(__file__).parent)
    return subprocess.Popen(
        [sys.executable, "-c", script, str(path), password],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([tests, *sys.path])},
        stdout=subprocess.PIPE,
        text=True,
    )


def password_of(path):
    for password in (None, "первый", "второй"):
        try:
            Register.open(path, password=password).close()
        except (LockedError, WrongPasswordError):
            continue
        return password
    raise AssertionError("no password opens it")


@pytest.mark.skipif(os.name == "nt", reason="needs a kill that asks nobody")
@pytest.mark.parametrize("seed", range(KILLS))
def test_a_kill_while_the_password_changes_leaves_the_old_or_the_new(path, seed):
    choice = random.Random(seed)
    with Register.open(path) as register:
        for number in range(CASES):
            register.new(case_of(f"{NAME}-{number}"), NOON)
    with child(TURN, path, "") as program:
        assert program.stdout.readline() == "ready\n"
        for _ in range(choice.randrange(3)):
            assert program.stdout.readline() == "done\n"
        time.sleep(choice.random() * 0.6)
        program.kill()
    password = password_of(path)
    assert names_in(path, password) == ALL
    assert [p.name for p in path.parent.iterdir() if p.suffix == ".tmp"] == []
    if password is not None:
        assert files_with(path.parent, NAME) == []


def test_what_a_killed_program_left_goes_with_the_next_opening_even_while_locked(locked):
    left = locked.with_name(f".{locked.name}.{'0a' * 16}.tmp")
    other = locked.with_name(f".{locked.name}.tmp")
    other.write_text("not ours")
    for content in (b"", b"noise" * 999):
        left.write_bytes(content)
        with pytest.raises(LockedError):
            Register.open(locked)
        assert not left.exists()
    with Register.open(left) as readable:
        readable.new(case_of(NAME), NOON)
        readable.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedError):
            Register.open(locked)
        assert left.exists()
        readable.connection.execute("ROLLBACK")
    with pytest.raises(LockedError):
        Register.open(locked)
    assert files_with(locked.parent, NAME) == [] and other.exists()


def test_a_full_disk_changes_nothing(tmp_path):
    with small_disk(tmp_path / "disk", "400k") as disk:
        path = disk / "register.sqlite"
        with Register.open(path) as register:
            for number in range(CASES):
                register.new(case_of(f"{NAME}-{number}"), NOON)
            before = path.read_bytes()
            assert len(before) > 200_000
            with pytest.raises(UserError, match="мест"):
                set_password(register, None, WORD)
            assert path.read_bytes() == before
            assert not register.locked
            assert register.save(register.cases()[0].id, case_of(f"{NAME}-x"), later(9)) == later(9)
        assert {p.name for p in disk.iterdir()} <= {path.name, f"{path.name}-journal"}


def test_a_password_goes_on_with_every_method_of_the_register(locked):
    with Register.open(locked, password=WORD) as register:
        case_id = register.new(case_of("Новая"), later(1))
        register.save(case_id, case_of("Иначе"), later(20), "step")
        assert register.read(case_id).case.buyer.surname == "Иначе"
        register.set_setting("scale", "125")
    with Register.open(locked, password=WORD) as register:
        assert register.setting("scale") == "125"
        assert register.row(case_id).step == "step"
