"""`pretenziya cases password`, `backup`, `restore`, `check`, and every command on a locked file."""

import io
import os
import subprocess
import sys
from datetime import UTC, date, datetime

import pytest

from desktop_app import paths
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.cli import main
from desktop_app.errors import UserError
from desktop_app.register import copies
from desktop_app.register.backup import copy_to
from desktop_app.register.faults import LockedError
from desktop_app.register.locking import set_password
from desktop_app.register.register import Register

EXAMPLE = read_case(paths.resource("examples", "refund.json"))
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
WORD, NEW = "слово 'и' дело", "новое слово"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "register.sqlite"
    with Register.open(path) as register:
        register.new(EXAMPLE, NOON)
        register.new(replaced(replaced(EXAMPLE, "id", None), "buyer.surname", "Вторая"), NOON)
    return path


@pytest.fixture
def locked(path):
    with Register.open(path) as register:
        set_password(register, None, WORD)
    return path


class Terminal(io.StringIO):
    """A keyboard: `typed` are the passwords, its own text the answers."""

    def isatty(self):
        return True


@pytest.fixture
def run(path, capsys, monkeypatch):
    def run(*words, code=0, typed=None, answer=""):
        """Run a command; `typed` are the passwords that a person types, None without a terminal."""
        left = list(typed or ())
        monkeypatch.setattr("getpass.getpass", lambda prompt: left.pop(0))
        monkeypatch.setattr("sys.stdin", io.StringIO() if typed is None else Terminal(answer))
        assert main([*words, "--register", str(path)]) == code
        assert left == []
        return capsys.readouterr()

    return run


def surnames(path, password=None):
    with Register.open(path, password=password) as register:
        return sorted(row.buyer.split()[0] for row in register.cases())


def test_a_password_is_set_changed_and_removed(run, path):
    said = run("cases", "password", typed=[WORD, WORD])
    assert "заперто" in said.out and "бумаге" in said.err
    with pytest.raises(LockedError):
        Register.open(path)
    found = surnames(path, WORD)
    assert len(found) == 2
    run("cases", "password", typed=[WORD, WORD, NEW, NEW])
    assert surnames(path, NEW) == found
    assert "убран" in run("cases", "password", "--remove", typed=[NEW, NEW]).out
    assert surnames(path) == found
    assert "нет" in run("cases", "password", "--remove", typed=[]).out


def test_two_different_new_passwords_or_none_change_nothing(run, path):
    assert "разное" in run("cases", "password", typed=[NEW, WORD] * 3, code=2).err
    assert "пустой" in run("cases", "password", typed=[""], code=2).err
    assert "терминале" in run("cases", "password", code=2).err
    assert len(surnames(path)) == 2


def test_the_password_of_now_is_needed_to_change_it(run, locked):
    said = run("cases", "password", typed=[WORD, "не то", "не то", "не то"], code=2)
    assert "не подходит" in said.err
    assert len(surnames(locked, WORD)) == 2


@pytest.mark.parametrize(
    "command",
    [("cases",), ("cases", "--due"), ("cases", "show", str(EXAMPLE.id)), ("cases", "check"),
     ("assess", str(EXAMPLE.id)), ("cases", "backup", "--to", "k.sqlite")],
)  # fmt: skip
def test_every_command_asks_at_a_terminal_and_refuses_without_one(
    run, locked, command, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    refused = run(*command, code=2)
    assert refused.out == "" and len(refused.err.splitlines()) == 1
    assert "терминале" in refused.err
    assert run(*command, typed=["не то", WORD]).out
    thrice = run(*command, typed=["1", "2", "3"], code=2)
    assert thrice.err.count("не подходит") == 3 and thrice.out == ""


def test_without_a_terminal_a_process_ends_at_once_with_the_sentence(locked):
    run = subprocess.run(
        [sys.executable, "-m", "desktop_app", "cases", "--register", str(locked)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("Нужен пароль") and len(run.stderr.splitlines()) == 1


def test_a_copy_goes_to_a_file_or_into_a_folder(run, path, tmp_path):
    target = tmp_path / "моя.sqlite"
    assert "2 дела" in run("cases", "backup", "--to", str(target)).out.replace("\xa0", " ")
    assert surnames(target) == surnames(path)
    assert "уже есть" in run("cases", "backup", "--to", str(target), code=2).err
    folder = tmp_path / "папка"
    folder.mkdir()
    run("cases", "backup", "--to", str(folder))
    (copy,) = folder.iterdir()
    assert copy.name.startswith(f"Дела {date.today().isoformat()[:4]}")
    assert surnames(copy) == surnames(path)


def test_restoring_shows_both_and_asks(run, path, tmp_path):
    copy = tmp_path / "k.sqlite"
    with Register.open(path) as register:
        copy_to(register, copy)
        register.new(replaced(EXAMPLE, "id", None), NOON)
    assert "Переспросить не у кого" in run("cases", "restore", str(copy), code=2).err
    said = run("cases", "restore", str(copy), typed=[], answer="нет\n", code=1).out
    assert "В копии: 2" in said and "Сейчас: 3" in said and "Ничего не изменено" in said
    assert len(surnames(path)) == 3
    assert "Восстановлено" in run("cases", "restore", str(copy), typed=[], answer="да\n").out
    assert len(surnames(path)) == 2
    (before,) = copies.copies_of(path)
    assert len(surnames(before)) == 3
    run("cases", "restore", str(before), "--yes")
    assert len(surnames(path)) == 3


def test_a_locked_copy_asks_for_its_own_password(run, path, tmp_path):
    copy = tmp_path / "k.sqlite"
    with Register.open(path) as register:
        set_password(register, None, "прежнее")
        copy_to(register, copy)
        set_password(register, "прежнее", WORD)
    run("cases", "restore", str(copy), "--yes", typed=[WORD, "ошибка", "прежнее"])
    assert len(surnames(path, WORD)) == 2


def test_a_damaged_register_is_checked_and_restored(run, path, tmp_path):
    copy = tmp_path / "k.sqlite"
    with Register.open(path) as register:
        copy_to(register, copy)
    assert "цело" in run("cases", "check").out
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * 20480 + whole[28672:])
    assert "restore" in run("cases", "check", code=2).err
    path.write_bytes(whole[:5000])
    assert "restore" in run("cases", code=2).err
    said = run("cases", "restore", str(copy), "--yes")
    assert "повреждено" in said.out
    assert len(surnames(path)) == 2
    (aside,) = tmp_path.glob("*повреждено*.sqlite")
    assert aside.read_bytes() == whole[:5000]
    path.unlink()
    run("cases", "restore", str(copy), "--yes")
    assert len(surnames(path)) == 2


def test_a_slip_of_the_hand_is_typed_again(run, path):
    said = run("cases", "password", typed=[WORD, NEW, WORD, WORD])
    assert "разное" in said.err and "заперто" in said.out
    said = run("cases", "password", typed=[WORD, "не то", WORD, NEW, NEW])
    assert said.err.count("не подходит") == 1
    assert len(surnames(path, NEW)) == 2


def test_a_short_password_is_refused_with_advice_and_one_of_before_still_opens(run, path):
    said = run("cases", "password", typed=["а", "семь зн", NEW, NEW])
    assert said.err.count("не меньше 8") == 2 and "слов" in said.err
    assert "не меньше 8" in run("cases", "password", typed=[NEW, NEW, "а", "б", "в"], code=2).err
    with Register.open(path, password=NEW) as register:
        set_password(register, NEW, "а")
    assert "цело" in run("cases", "check", typed=["а"]).out
    run("cases", "password", typed=["а", "а", NEW, NEW])


def test_what_is_said_after_the_password_names_only_copies_that_were_removed(run, path):
    with Register.open(path) as register:
        copy_to(register, copies.daily(path, date(2026, 11, 19)))
    assert "убрано: 1" in run("cases", "password", typed=[NEW, NEW]).out
    for words, typed in (((), [NEW, NEW, WORD, WORD]), (("--remove",), [WORD, WORD])):
        said = run("cases", "password", *words, typed=typed).out
        assert "убрано" not in said and "Копия хранилища сделана" in said


def test_a_copy_over_a_file_advises_what_can_be_done(run, tmp_path):
    (tmp_path / "k.sqlite").write_text("mine")
    said = run("cases", "backup", "--to", str(tmp_path / "k.sqlite"), code=2).err
    assert "другое имя" in said and "подтвердите" not in said


@pytest.mark.parametrize("password", [None, WORD])
def test_a_register_damaged_in_the_middle_is_restored(run, path, tmp_path, password):
    copy = tmp_path / "k.sqlite"
    with Register.open(path) as register:
        for _ in range(20):
            register.new(replaced(EXAMPLE, "id", None), NOON)
        if password:
            set_password(register, None, password)
        copy_to(register, copy)
    whole = path.read_bytes()
    typed = [password] if password else None
    for start in (4096, 16384, 40960, len(whole) - 8192):
        spoilt = whole[:start] + os.urandom(8192) + whole[start + 8192 :]
        path.write_bytes(spoilt)
        known = path.parent / "before"
        known.write_bytes(spoilt)
        run("cases", "restore", str(copy), "--yes", typed=_typed(path, copy, typed))
        assert len(surnames(path, password)) == 22
    kept = [one.read_bytes() for one in tmp_path.rglob("*.sqlite")]
    assert spoilt in kept or len(copies.copies_of(path)) > 0


def _typed(path, copy, typed):
    """A locked register that no longer opens does not lend its password to the copy."""
    try:
        Register.open(path, password=typed and typed[0]).close()
    except UserError:
        return typed and typed * 2
    return typed


def test_a_register_whose_beginning_is_gone_is_restored_where_it_has_copies(run, path, tmp_path):
    copy = tmp_path / "k.sqlite"
    with Register.open(path) as register:
        copy_to(register, copy)
        copy_to(register, copies.daily(path, date(2026, 11, 19)))
    noise = os.urandom(8192) + path.read_bytes()[8192:]
    path.write_bytes(noise)
    assert "Испорченный файл" in run("cases", "restore", str(copy), "--yes").out
    assert len(surnames(path)) == 2
    (aside,) = tmp_path.glob("*повреждено*.sqlite")
    assert aside.read_bytes() == noise
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "x.sqlite").write_bytes(noise)
    path.write_bytes(noise)
    for one in copies.copies_of(path):
        one.unlink()
    assert "не хранилище" in run("cases", "restore", str(copy), "--yes", code=2).err
    assert path.read_bytes() == noise


def test_a_locked_register_that_no_password_opens_is_given_up_only_when_told(run, locked, tmp_path):
    copy = tmp_path / "k.sqlite"
    with Register.open(locked, password=WORD) as register:
        copy_to(register, copy)
    content = bytearray(locked.read_bytes())
    content[200:300] = os.urandom(100)
    locked.write_bytes(content)
    wrong = [WORD] * 3
    said = run("cases", "restore", str(copy), "--yes", typed=wrong, code=2).err
    assert "--replace-locked" in said and locked.read_bytes() == content
    said = run("cases", "restore", str(copy), typed=[*wrong, WORD], answer="нет\n", code=1).out
    assert "останется среди копий" in said and locked.read_bytes() == content
    run("cases", "restore", str(copy), typed=[*wrong, WORD], answer="да\n")
    assert len(surnames(locked, WORD)) == 2
    (kept,) = copies.copies_of(locked)
    assert kept.read_bytes() == content


def test_a_forgotten_password_and_a_readable_copy(run, path, tmp_path):
    copy = tmp_path / "k.sqlite"
    with Register.open(path) as register:
        copy_to(register, copy)
        set_password(register, None, WORD)
    assert "Нужен пароль" in run("cases", "restore", str(copy), "--yes", code=2).err
    said = run("cases", "restore", str(copy), "--yes", "--replace-locked").out
    assert "пароля у хранилища не будет" in said
    assert len(surnames(path)) == 2
    (kept,) = copies.copies_of(path)
    assert len(surnames(kept, WORD)) == 2
    # A register that opens is copied first, with the option too.
    assert "Сейчас: 2" in run("cases", "restore", str(kept), "--yes", "--replace-locked",
                              typed=[WORD]).out.replace("\xa0", " ")  # fmt: skip


def test_what_is_no_copy_is_refused(run, path, tmp_path):
    (tmp_path / "x.json").write_text("{}")
    before = path.read_bytes()
    for name in ("x.json", "нет.sqlite"):
        assert run("cases", "restore", str(tmp_path / name), "--yes", code=2).err
    assert path.read_bytes() == before


def test_no_option_takes_a_password(run):
    for option in ("--password", "--password=x"):
        assert "лишнее слово" in run("cases", "password", option, code=2).err
