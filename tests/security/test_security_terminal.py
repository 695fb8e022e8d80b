"""Names that hold commands for a terminal, or lines of their own, are shown and do nothing."""

import getpass
import io
import json
import re
import sys

import apsw
import pytest
from letters import example

from desktop_app.cli import main
from desktop_app.commands.passwords import password_to_open
from desktop_app.terminal import harmless

LINK = "\x1b]8;;http://elsewhere.invalid\x07клик\x1b]8;;\x07"
EVIL = f"{LINK}\x1b[2J\x1b]0;title\x07\x9b31m\x90q\x9c\u202eвспять\u2066\b\0\x7f"
FORGED = "Орлова\r\nНОМЕР  подделка\n  Сколько стоил товар? 1 ₽"
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
NAME = "a\x1b]8;;elsewhere\x07b\x9b\u202e"


class Screen(io.StringIO):
    """A terminal that keeps what it is sent."""

    def isatty(self):
        return True


@pytest.fixture
def screen(monkeypatch):
    """Run a call at a terminal; return its exit code and all that the terminal got."""

    def run(*words):
        got = Screen()
        with monkeypatch.context() as at:
            for stream in ("stdout", "stderr"):
                at.setattr(sys, stream, got)
            code = main([*map(str, words)])
        assert not STEERING.search(got.getvalue()), ascii(got.getvalue())
        return code, got.getvalue()

    return run


def case(text: str) -> str:
    """The example case with this text wherever a text may stand."""
    raw = example()
    for place, keys in (
        (raw["buyer"], ("surname", "given_name", "patronymic", "address", "phone", "email")),
        (raw["seller"], ("name", "address")),
        (raw["purchase"], ("item", "model", "serial_number", "receipt")),
        (raw["repairs"][0], ("place", "defect", "work_done", "act")),
        (raw["current_defect"], ("description", "diagnostic_act")),
        (raw["losses"][0], ("description", "document")),
    ):
        place.update({key: f"{text}{key}" for key in keys})
    raw["attachments"] = [{"title": text, "file": f"/{text}.pdf"}]
    raw["answers"] = {"unreadable": {"purchase.price": text}}
    return json.dumps(raw)


@pytest.fixture
def register(screen, tmp_path):
    path = tmp_path / "r.sqlite"
    (tmp_path / "evil.json").write_text(case(EVIL), encoding="utf-8")
    assert screen("cases", "import", tmp_path / "evil.json", "--register", path)[0] == 0
    return path


COMMANDS = [
    ["cases"],
    ["cases", "--json"],
    ["cases", "--due"],
    ["cases", "клик"],
    ["cases", "show", "7d2b"],
    ["cases", "show", "7d2b", "--json"],
    ["assess", "7d2b"],
    ["assess", "7d2b", "--json"],
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("of_the_register", [False, True])
def test_answers_do_not_steer_the_terminal(screen, register, words, of_the_register):
    if of_the_register:  # One that came from somebody: no case file was read.
        connection = apsw.Connection(str(register))
        connection.execute("UPDATE cases SET buyer = ?1, item = ?1, seller = ?1", (EVIL,))
        connection.execute("UPDATE digests SET status = ?1", (EVIL,))
        connection.close()
    code, got = screen(*words, "--register", register)
    assert code in (0, 1) and ("elsewhere" in got or "--due" in words or words[0] == "assess")


def test_a_file_s_name_does_not_steer_the_terminal(screen, tmp_path):
    folder = tmp_path / NAME
    folder.mkdir()
    path, register = folder / f"{NAME}.json", tmp_path / "r.sqlite"
    for content in ("{", '{"\x1b[31m": 1}', '{"kind": "\\u001b[31m"}', case(EVIL)):
        path.write_text(content, encoding="utf-8")
        assert "elsewhere" in screen("assess", path)[1] or content == case(EVIL)
        for words in ([path], [path, "--dry-run"], [folder]):
            code, got = screen("cases", "import", *words, "--register", register)
            assert "elsewhere" in got and (code == 0) == (content == case(EVIL))
            assert got.count("Файл «") == (code == 2)
    (folder / f"{NAME}.docx").write_bytes(b"x")
    assert screen("templates", "check", folder / f"{NAME}.docx")[0] == 2
    out = tmp_path / f"{NAME} 2"
    assert screen("render", path, "--draft", "--out", out)[0] == 0 and any(out.iterdir())
    for words in (
        ["export", "--all", "--out", out],
        ["backup", "--to", tmp_path / f"{NAME}.sqlite"],
        ["backup", "--to", tmp_path / f"{NAME}.sqlite"],
        ["restore", path, "--yes"],
        ["send", "7d2b", "--to", folder / NAME / NAME],
    ):
        screen("cases", *words, "--register", register)


@pytest.mark.parametrize(
    "words",
    [
        [EVIL.replace("\0", "")],
        ["assess", "\x1b[31m"],
        ["assess", "x.json", "--on", "\x1b[31m"],
        ["assess", "x.json", "--\x1b[31m"],
        ["cases", "--order", "\x1b[31m"],
        ["cases", "show", "\x1b[31mabcd", "--register", "\x9b"],
        ["templates", "copy", "\x1b[31m"],
    ],
)
def test_a_call_that_is_not_understood_does_not_steer_it_either(screen, words):
    assert screen(*words)[0] == 2


def test_no_answer_can_be_taken_for_a_line_of_the_program(screen, tmp_path):
    path, register = tmp_path / "дело\nдругое.json", tmp_path / "r.sqlite"
    path.write_text(case(FORGED), encoding="utf-8")
    told = screen("cases", "import", path, "--register", register)[1]
    assert told.count("\n") == 1 and "подделка" in told
    for words in (["cases"], ["cases", "show", "7d2b"]):
        lines = screen(*words, "--register", register)[1].split("\n")
        assert not any(line.startswith("НОМЕР  подделка") for line in lines)
        assert not any(line.startswith("  Сколько стоил товар? 1 ₽") for line in lines)
    known = json.loads(path.read_text(encoding="utf-8")) | {"kind": "replacement"}
    path.write_text(json.dumps(known), encoding="utf-8")
    told = screen("cases", "import", path, "--register", register, "--on-conflict", "both")[1]
    assert told.count("\n") == 1


def test_the_question_for_a_password_does_not_steer_the_terminal(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(sys, "stdin", Screen())
    monkeypatch.setattr(getpass, "getpass", lambda prompt: asked.append(prompt) or "x")
    password_to_open(tmp_path / f"{NAME}.pretenziya")
    assert len(asked) == 1 and "elsewhere" in asked[0] and not STEERING.search(asked[0])


def test_in_a_pipe_a_path_stays_as_it_is(capsys, tmp_path):
    """A script must find the file again."""
    (tmp_path / "a.json").write_text(json.dumps(example()), encoding="utf-8")
    assert main(["render", str(tmp_path / "a.json"), "--out", str(tmp_path / NAME)]) == 0
    assert all(NAME in line for line in capsys.readouterr().out.splitlines())


def test_ordinary_text_of_any_language_stays():
    for text in ("«Ёлка» — 5 ₽\n\tшаг", "שלום \u200fمرحبا", "é 😀👩\u200d👧", ""):
        assert harmless(text) == text
