"""`cases export`, `import`, `send`: many cases out and in, each told, none written over."""

import getpass
import io
import sys
from datetime import UTC, datetime

import pytest

from desktop_app import paths
from desktop_app.case.edit import replaced
from desktop_app.case.file import dump_case, read_case
from desktop_app.case.model import Attachment
from desktop_app.cli import main
from desktop_app.register import kept_scans, transfer
from desktop_app.register.register import Register
from desktop_app.register.scan_content import Content

EXAMPLE = read_case(paths.resource("examples", "refund.json"))
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
OTHER = replaced(EXAMPLE, "buyer.surname", "Иная")
PASSWORD = "сирень и №5"


class Typed(io.StringIO):
    """A terminal at which somebody types."""

    def isatty(self):
        return True


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "register.sqlite"


@pytest.fixture
def run(path, capsys, monkeypatch):
    def run(*words, code=0, typed=None, passwords=()):
        given = iter(passwords)
        monkeypatch.setattr(sys, "stdin", io.StringIO() if typed is None else Typed(typed))
        monkeypatch.setattr(getpass, "getpass", lambda *_: next(given))
        assert main([*map(str, words), "--register", str(path)]) == code
        return capsys.readouterr()

    return run


def kept(path):
    with Register.open(path) as register:
        rows = (*register.cases(), *register.cases(basket=True))
        return {row.id: register.read(row.id).case for row in rows}


@pytest.fixture
def file(tmp_path):
    folder = tmp_path / "файлы"
    folder.mkdir()
    (folder / "дело.json").write_bytes(dump_case(EXAMPLE))
    return folder / "дело.json"


def test_import_makes_the_register_and_tells_new_and_same(run, file, path):
    told = run("cases", "import", file).out
    assert told.startswith("дело.json: новое дело") and "Орлова" in told
    assert "уже есть, такое же" in run("cases", "import", file.parent).out
    assert kept(path) == {EXAMPLE.id: EXAMPLE}


def test_a_dry_run_changes_nothing_and_leaves_nothing(run, file, path):
    assert run("cases", "import", file, "--dry-run").out == "дело.json: новое дело\n"
    assert not path.exists()
    run("cases", "import", file)
    file.write_bytes(dump_case(OTHER))
    before = path.read_bytes()
    told = run("cases", "import", file, "--dry-run", "--on-conflict", "replace").out
    assert "есть с другими ответами" in told
    assert path.read_bytes() == before


@pytest.fixture
def conflict(run, file):
    """A file whose case is kept with other answers."""
    run("cases", "import", file)
    file.write_bytes(dump_case(OTHER))
    return file


def test_a_conflict_without_a_terminal_changes_nothing(run, conflict, path):
    told = run("cases", "import", conflict, code=1)
    assert "пропущено" in told.out and "--on-conflict" in told.err
    assert kept(path) == {EXAMPLE.id: EXAMPLE}


@pytest.mark.parametrize(
    ("answer", "surnames"),
    [("both", ["Иная", "Орлова"]), ("replace", ["Иная"]), ("skip", ["Орлова"])],
)
def test_a_conflict_ends_as_the_call_says(run, conflict, path, answer, surnames):
    run("cases", "import", conflict, "--on-conflict", answer)
    assert sorted(case.buyer.surname for case in kept(path).values()) == surnames


@pytest.mark.parametrize(
    ("typed", "surnames", "code"),
    [
        ("о\n", ["Иная", "Орлова"], 0),
        ("З\n", ["Иная"], 0),
        ("что?\nп\n", ["Орлова"], 0),
        ("", ["Орлова"], 1),
    ],
)
def test_on_a_terminal_each_conflict_is_asked(run, conflict, path, typed, surnames, code):
    told = run("cases", "import", conflict, typed=typed, code=code)
    assert "Орлова" in told.out and "Оставить оба (о)" in told.out
    assert sorted(case.buyer.surname for case in kept(path).values()) == surnames


def test_one_answer_can_stand_for_all(run, path, tmp_path):
    folder = tmp_path / "много"
    folder.mkdir()
    cases = [replaced(EXAMPLE, "id", f"5f0c1a52-6a1e-4f0e-9d3b-2b9f7d1c8e0{n}") for n in range(3)]
    for turn in ("Орлова", "Новая"):
        for number, case in enumerate(cases):
            changed = replaced(case, "buyer.surname", turn)
            (folder / f"{number}.json").write_bytes(dump_case(changed))
        told = run("cases", "import", folder, typed="зз\n").out
    assert told.count("Оставить оба") == 1 and told.count("заменено") == 3
    assert {case.buyer.surname for case in kept(path).values()} == {"Новая"}


def test_a_bad_file_among_many_is_named_and_the_others_go_on(run, file, path):
    for name, content in (("а.json", b"{"), ("я.json", b'{"surprise": 1}')):
        (file.parent / name).write_bytes(content)
    told = run("cases", "import", file.parent, file.parent / "нет.json", code=2)
    assert "дело.json: новое дело" in told.out
    for name in ("а.json", "я.json", "нет.json"):
        assert f"«{name}»" in told.err
    assert "Не взято файлов: 3 из 4" in told.err
    assert list(kept(path)) == [EXAMPLE.id]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["import"], "ФАЙЛ"),
        (["import", "x.json", "--on-conflict", "maybe"], "both, replace, skip"),
        (["export", "--out", "x"], "одно из двух"),
        (["export", "5f0c", "--all", "--out", "x"], "одно из двух"),
        (["export", "--all"], "--out"),
        (["export", "--all", "--out", ""], "назовите папку"),
        (["send", "5f0c"], "--to"),
    ],
)
def test_a_call_that_is_not_understood(run, path, words, says):
    with Register.open(path) as register:
        register.new(EXAMPLE, NOON)
    assert says in run("cases", *words, code=2).err


def test_an_empty_folder_makes_no_register(run, tmp_path, path):
    (tmp_path / "пусто").mkdir()
    assert "файлов дел нет" in run("cases", "import", tmp_path / "пусто", code=2).err
    assert not path.exists()


def with_a_scan(path):
    case = replaced(EXAMPLE, "attachments", (Attachment(title="Чек", file="/нет/чек.pdf"),))
    with Register.open(path) as register:
        register.new(case, NOON)
        kept_scans.keep(register, case.id, {"/нет/чек.pdf": Content("чек.pdf", b"%PDF")})
        gone = register.new(replaced(OTHER, "id", None), NOON)
        register.to_basket(gone, NOON)
    return case


def test_export_of_one_of_all_and_with_the_basket(run, path, tmp_path):
    with_a_scan(path)
    out = tmp_path / "вон"
    told = run("cases", "export", str(EXAMPLE.id)[:8], "--out", out).out
    known = f"Орлова Марина Петровна Стиральная машина {str(EXAMPLE.id)[:8]}"
    assert told.strip().endswith(f"{known}.json")
    (scan,) = out.glob("*/чек.pdf")
    assert scan.read_bytes() == b"%PDF"
    assert len(run("cases", "export", "--all", "--out", tmp_path / "все").out.splitlines()) == 1
    told = run("cases", "export", "--all", "--basket", "--out", tmp_path / "все").out
    assert len(told.splitlines()) == 2 and len(list((tmp_path / "все").glob("*.json"))) == 3


def test_what_cannot_be_exported_is_named_and_the_others_go_on(run, path, tmp_path):
    with_a_scan(path)
    with Register.open(path) as register:
        register.new(replaced(EXAMPLE, "id", None), NOON)
        register._connection.execute("UPDATE scans SET bytes = x'00'")
    told = run("cases", "export", "--all", "--out", tmp_path / "вон", code=2)
    assert f"Дело {str(EXAMPLE.id)[:8]}" in told.err
    assert len(list((tmp_path / "вон").glob("*.json"))) == 1


def test_a_case_is_sent_and_taken_in_by_its_password(run, path, tmp_path):
    with_a_scan(path)
    told = run(
        "cases", "send", EXAMPLE.id, "--to", tmp_path / "дело", typed="", passwords=[PASSWORD] * 2
    )
    sent = tmp_path / "дело.pretenziya"
    assert str(sent) in told.out and "по телефону" in told.out
    path.unlink()
    assert "пароль не подходит" in run(
        "cases", "import", sent, typed="", passwords=["не тот"], code=2
    ).err  # fmt: skip
    assert "новое дело" in run("cases", "import", sent, typed="", passwords=[PASSWORD]).out
    with Register.open(path) as register:
        case = register.read(EXAMPLE.id).case
        (content,) = kept_scans.scans_of(register, EXAMPLE.id, case).values()
        assert content == Content("чек.pdf", b"%PDF")


def test_a_made_password_is_shown_and_opens(run, path, tmp_path):
    with_a_scan(path)
    sent = tmp_path / "дело.pretenziya"
    told = run("cases", "send", EXAMPLE.id, "--to", sent, typed="", passwords=[""]).out
    password = told.split("Пароль: ")[1].splitlines()[0]
    assert transfer.read(sent, password)[0].id == EXAMPLE.id


@pytest.mark.parametrize(
    ("passwords", "says"), [(["коротк"], "не меньше 8"), ([PASSWORD, "x"], "разные")]
)
def test_a_password_that_is_not_good_writes_nothing(run, path, tmp_path, passwords, says):
    with_a_scan(path)
    sent = tmp_path / "дело.pretenziya"
    told = run("cases", "send", EXAMPLE.id, "--to", sent, typed="", passwords=passwords, code=2)
    assert says in told.err and not sent.exists()


def test_without_a_terminal_no_password_is_asked(run, path, tmp_path):
    with_a_scan(path)
    sent = tmp_path / "дело.pretenziya"
    assert "только в терминале" in run("cases", "send", EXAMPLE.id, "--to", sent, code=2).err
    assert not sent.exists()
    transfer.write(EXAMPLE, {}, sent, PASSWORD)
    assert "только в терминале" in run("cases", "import", sent, code=2).err
