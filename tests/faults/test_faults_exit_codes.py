"""Every command with good and bad words ends with 0, 1 or 2, and never with a traceback."""

import contextlib
import os
import re
import signal
import subprocess

import pytest
from faults_program import EXAMPLE, assert_kind, call, run, surroundings

from desktop_app.cli import main
from desktop_app.register.register import Register

GOOD = [
    *("example", "schema", "law", "templates", "templates list", "templates fields"),
    *("--help", "assess --help", "render --help", "cases --help", "cases restore --help"),
    *("assess CASE", "assess CASE --json", "assess CASE --on 2026-10-26", "assess KEPT"),
    *("render CASE --out NEW", "render KEPT --out NEW --draft", "render KEPT --out NEW --whole"),
    *("cases", "cases орлова", "cases --due", "cases --basket", "cases --json", "cases нетакого"),
    *("cases --order срок", "cases show KEPT", "cases show KEPT --json", "cases check"),
    *("cases export KEPT --out NEW", "cases export --all --basket --out NEW"),
    *("cases import CASE", "cases import CASE --dry-run", "cases import FOLDER"),
    *("cases backup --to NEW", "cases restore COPY --yes", "cases password --remove"),
    *("templates copy refund --to NEW", "templates check OWN --out NEW"),
]
NOT_YET = [
    *("assess EMPTY", "assess EMPTY --json", "render EMPTY --out NEW", "cases import OTHER"),
]
BAD = [
    *("вздор", "cases вздор --wrong", "--wrong", "assess", "render", "render CASE", "--register"),
    *("assess NOWHERE.json", "assess FOLDER", "assess BROKEN", "assess BINARY", "assess 0000"),
    *("assess CASE --on вчера", "assess CASE --on 2026-02-30", "assess CASE CASE", "assess ''"),
    *("render NOWHERE.json --out NEW", "render CASE --out BINARY", "render BROKEN --out NEW"),
    *("render CASE --out", "render CASE --out ''", "render KEPT", "render 123 --out NEW"),
    *("cases --order вздор", "cases show", "cases show 12", "cases show 00000000", "cases show ''"),
    *("cases export --out NEW", "cases export KEPT --all --out NEW", "cases export KEPT"),
    *("cases export KEPT --out BINARY", "cases import", "cases import NOWHERE", "cases import NEW"),
    *(
        "cases import BROKEN",
        "cases import BINARY",
        "cases import CASE BROKEN",
        "cases import COPY",
    ),
    *(
        "cases import CASE --on-conflict вздор",
        "cases import CLOSED",
        "cases send",
        "cases send 12",
    ),
    *("cases send KEPT", "cases send KEPT --to NOWHERE/x", "cases send KEPT --to CLOSED"),
    *("cases send KEPT --to NEW", "cases password", "cases password слово", "cases backup"),
    *("cases backup --to CASE", "cases backup --to BINARY/x", "cases restore"),
    *("cases restore NOWHERE", "cases restore BINARY --yes", "cases restore COPY", "cases check 1"),
    *("cases restore CASE --yes", "cases restore EMPTY --yes", "cases restore FOLDER --yes"),
    *("templates вздор", "templates copy", "templates copy вздор", "templates check"),
    *("templates check NOWHERE", "templates check BINARY", "templates check CASE"),
    *("templates copy refund --to BINARY", "templates check OWN --as вздор", "schema 1", "law 1"),
    *("gui NOWHERE.json", "gui FOLDER", "gui CASE CASE", "example --json"),
]


@pytest.fixture(scope="module")
def things(tmp_path_factory):
    """What the words in capitals stand for."""
    folder = tmp_path_factory.mktemp("слова")
    for name, content in {
        "пусто.json": "{}",
        "испорчено.json": '{"buyer": ',
        "шум.bin": "\x00шум\x01" * 900,
        "закрыто.pretenziya": "шум" * 900,
        "иное.json": EXAMPLE.read_text(encoding="utf-8").replace("Орлова", "Иная"),
    }.items():
        (folder / name).write_text(content, encoding="utf-8")
    (folder / "папка").mkdir()
    (folder / "папка" / "дело.json").write_bytes(EXAMPLE.read_bytes())
    register = folder / "r.sqlite"
    for words in (
        ("cases", "import", EXAMPLE, "--register", register),
        ("cases", "backup", "--to", folder / "копия.sqlite", "--register", register),
        ("templates", "copy", "refund", "--to", folder / "свои"),
    ):
        assert main([*map(str, words)]) == 0
    return {
        "CASE": EXAMPLE,
        "KEPT": "7d2b8f0e",
        "EMPTY": folder / "пусто.json",
        "BROKEN": folder / "испорчено.json",
        "BINARY": folder / "шум.bin",
        "CLOSED": folder / "закрыто.pretenziya",
        "OTHER": folder / "иное.json",
        "FOLDER": folder / "папка",
        "COPY": folder / "копия.sqlite",
        "OWN": folder / "свои" / "claim.docx",
        "register": register,
    }


@pytest.fixture
def ended(things, tmp_path, monkeypatch, capsys):
    """Run a call; return its exit code and what it said beside its answer."""
    monkeypatch.chdir(tmp_path)

    def end(line):
        named = things | {"NEW": tmp_path / "новое", "NOWHERE": tmp_path / "нигде"}
        words = re.sub(
            "|".join(named), lambda found: str(named[found[0]]).replace(" ", "\0"), line
        ).split(" ")
        words = ["" if word == "''" else word.replace("\0", " ") for word in words]
        if words[0] in ("assess", "render", "cases"):
            words += ["--register", str(things["register"])]
        code = main(words)
        return code, capsys.readouterr().err

    return end


@pytest.mark.parametrize("line", GOOD)
def test_a_good_call_ends_with_nought(line, ended):
    code, said = ended(line)
    assert code == 0, said


@pytest.mark.parametrize("line", NOT_YET)
def test_what_can_not_be_done_yet_ends_with_one(line, ended):
    code, said = ended(line)
    assert code == 1 and "Traceback" not in said


@pytest.mark.parametrize("line", BAD)
def test_a_bad_call_ends_with_two_and_a_sentence(line, ended, things):
    before = cases_in(things["register"])
    code, said = ended(line)
    assert code == 2, said
    # What follows a colon there is what could be typed.
    assert_kind(re.sub(r"(Есть|Подсказка|слов): .*|ожидается.*skip|Word|\.(json|docx)", ".", said))
    assert cases_in(things["register"]) == before


def cases_in(path):
    with Register.open(path) as register:
        return [register.read(row.id) for row in register.cases()]


needs_terminal = pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminal")


@needs_terminal
@pytest.mark.parametrize(("typed", "code"), [(b"\x03", 130), (b"\x04", 1), ("нет\n".encode(), 1)])
def test_ctrl_c_at_a_question_ends_with_130_and_changes_nothing(typed, code, home):
    register, copy = home / "r.sqlite", home / "копия.sqlite"
    for words in (("import", EXAMPLE), ("backup", "--to", copy)):
        assert run("cases", *words, "--register", register, home=home).returncode == 0
    before = register.read_bytes()
    ours, theirs = os.openpty()
    words = call("cases", "restore", copy, "--register", register)
    with subprocess.Popen(
        words,
        env=surroundings(home),
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: _take_terminal(theirs),
    ) as program:
        os.close(theirs)
        said = b""
        while "нет]".encode() not in said:
            read = os.read(program.stdout.fileno(), 1000)
            assert read, said
            said += read
        # A signal that comes in the very moment before Python waits is noticed with the next one.
        for _ in range(60):
            os.write(ours, typed)
            with contextlib.suppress(subprocess.TimeoutExpired):
                program.wait(0.5)
                break
        program.kill()
        out, err = program.communicate()
    os.close(ours)
    assert program.returncode == code, (out, err)
    assert b"Traceback" not in err
    assert ("Прервано" in err.decode()) == (code == 130)
    assert register.read_bytes() == before


def _take_terminal(terminal):
    import fcntl
    import termios

    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)


@needs_terminal
def test_ctrl_c_amid_the_making_of_letters_takes_back_what_was_written(home):
    """At several moments of the work; the process tells when it has begun."""
    before = "import desktop_app.cli, desktop_app.packet.make; print('begun', flush=True)\n"
    ends = set()
    for number in range(4):
        out = home / f"письма {number}"
        with subprocess.Popen(
            call("render", EXAMPLE, "--out", out, before=before),
            env=surroundings(home),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as program:
            program.stdout.readline()
            with contextlib.suppress(subprocess.TimeoutExpired):
                program.wait(number * 0.12 + 0.05)
            program.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                program.wait(30)
            program.kill()
            _, err = program.communicate()
        ends.add(program.returncode)
        assert b"Traceback" not in err, err.decode()
        if program.returncode == 130:
            assert "Прервано" in err.decode()
            assert not out.exists()
    assert 130 in ends and ends <= {0, 130}, ends
