"""The commands as other programs and people at a terminal use them."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from desktop_app import paths
from desktop_app.cli import main

SELLER = "Претензия — экземпляр продавца.docx"
CONSUMER = "Претензия — экземпляр потребителя.docx"


@pytest.fixture
def example():
    return json.loads(paths.resource("examples", "refund.json").read_text(encoding="utf-8"))


@pytest.fixture
def case_file(tmp_path, example):
    def write(**changes):
        path = tmp_path / "дело.json"
        path.write_text(json.dumps(example | changes, ensure_ascii=False), encoding="utf-8")
        return str(path)

    return write


def test_assess_prints_the_contracts_object_and_nothing_else(case_file, capsys):
    assert main(["assess", case_file(), "--json"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    answer = json.loads(captured.out)
    assert list(answer) == [
        *("law_as_of", "repairs", "warranty", "warranty_years", "grounds", "findings", "amounts"),
        *("deadlines", "delay", "wording"),
    ]
    assert answer["law_as_of"] == "2026-10-05"
    assert answer["wording"]["buyer_genitive"] == "Орловой Марины Петровны"


def test_assess_of_a_case_without_a_ground_prints_the_object_and_ends_with_one(case_file, capsys):
    assert main(["assess", case_file(repairs=[]), "--json"]) == 1
    codes = [f["code"] for f in json.loads(capsys.readouterr().out)["findings"]]
    assert "no_ground" in codes


def test_assess_of_an_empty_case_is_not_yet_a_claim(tmp_path, capsys):
    path = tmp_path / "empty.json"
    path.write_text("{}", encoding="utf-8")
    assert main(["assess", str(path), "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert {ground["status"] for ground in answer["grounds"]} == {"unknown"}
    assert answer["amounts"]["total"] is None


def test_assess_reads_for_a_person_too(case_file, capsys):
    assert main(["assess", case_file()]) == 0
    text = capsys.readouterr().out
    assert "Претензию можно предъявить" in text
    assert "37\u00a0дней" in text


def test_delay_is_that_of_the_day_asked_for(case_file, capsys):
    path = case_file(delivery={"handed_on": "2026-10-06"})
    assert main(["assess", path, "--json", "--on", "2026-10-26"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["deadlines"]["answer_by"] == "2026-10-16"
    assert answer["delay"] == {
        "on": "2026-10-26",
        "days": 10,
        "penalty": "3850.00",
        "uncapped": "3850.00",
        "disputed": False,
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["assess"],
        ["render", "x.json"],
        ["assess", "x.json", "--wrong"],
        ["assess", "нет такого файла.json"],
        ["assess", "x.json", "--on", "вчера"],
        ["assess", "x.json", "--on", "9999-12-31"],
    ],
)
def test_bad_calls_end_with_two_and_a_russian_sentence(arguments, capsys):
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Traceback" not in captured.err
    assert any("а" <= letter <= "я" for letter in captured.err.lower())


def test_replacement_is_refused_with_a_sentence(case_file, capsys):
    assert main(["assess", case_file(kind="replacement")]) == 2
    assert "replacement" in capsys.readouterr().err


def test_render_writes_both_copies_and_names_them(case_file, tmp_path, capsys):
    folder = tmp_path / "письма"
    assert main(["render", case_file(), "--out", str(folder)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted([SELLER, CONSUMER])
    assert capsys.readouterr().out.splitlines() == [str(folder / SELLER), str(folder / CONSUMER)]


def test_render_says_when_the_name_could_not_be_declined(case_file, tmp_path, example, capsys):
    unsure = example["buyer"] | {"surname": "Заяц", "given_name": "Марк", "patronymic": "Ильич"}
    folder = str(tmp_path / "письма")
    assert main(["render", case_file(buyer=unsure | {"gender": "male"}), "--out", folder]) == 0
    assert "buyer.genitive" in capsys.readouterr().err
    assert main(["render", case_file(), "--out", folder]) == 0
    assert capsys.readouterr().err == ""


def test_render_never_writes_over_a_file(case_file, tmp_path):
    folder = tmp_path / "письма"
    folder.mkdir()
    (folder / SELLER).write_bytes(b"mine")
    assert main(["render", case_file(), "--out", str(folder)]) == 0
    assert (folder / SELLER).read_bytes() == b"mine"
    assert not (folder / CONSUMER).exists(), "one set has one number"
    assert (folder / SELLER.replace(".docx", " (2).docx")).is_file()
    assert (folder / CONSUMER.replace(".docx", " (2).docx")).is_file()


def test_render_writes_pdf_beside_the_word_files_without_a_display(case_file, tmp_path):
    folder = tmp_path / "письма"
    result = run("render", case_file(), "--out", str(folder), "--pdf")
    assert result.returncode == 0, result.stderr
    names = {path.name for path in folder.iterdir()}
    assert names == {SELLER, CONSUMER, *(n.replace(".docx", ".pdf") for n in (SELLER, CONSUMER))}
    for path in folder.glob("*.pdf"):
        assert path.read_bytes().startswith(b"%PDF-") and path.stat().st_size > 10_000


def test_render_refuses_an_unfinished_case_and_writes_nothing(case_file, tmp_path, capsys):
    folder = tmp_path / "письма"
    assert main(["render", case_file(repairs=[]), "--out", str(folder)]) == 1
    assert not folder.exists()
    assert "Основания" in capsys.readouterr().err


def test_render_of_a_draft_is_stamped_on_every_page(case_file, tmp_path):
    folder = tmp_path / "письма"
    assert main(["render", case_file(repairs=[]), "--out", str(folder), "--draft"]) == 0
    document = Document(str(folder / SELLER))
    header = "\n".join(p.text for p in document.sections[0].header.paragraphs)
    assert "ЧЕРНОВИК" in header


def test_render_into_a_file_is_refused(case_file, tmp_path, capsys):
    target = tmp_path / "занято"
    target.write_text("x")
    assert main(["render", case_file(), "--out", str(target)]) == 2
    assert target.read_text() == "x"
    assert "Не удалось записать" in capsys.readouterr().err


def test_properties_name_no_machine_and_no_user(case_file, tmp_path):
    folder = tmp_path / "письма"
    main(["render", case_file(), "--out", str(folder)])
    properties = Document(BytesIO((folder / SELLER).read_bytes())).core_properties
    assert properties.title == "Претензия"
    assert properties.author == "Орлова Марина"
    assert properties.last_modified_by == ""
    assert properties.created.date().isoformat() == "2026-10-05"


def test_example_is_a_case_that_can_be_claimed(tmp_path, capsys):
    assert main(["example"]) == 0
    path = tmp_path / "пример.json"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["assess", str(path)]) == 0


def test_schema_and_law_print(capsys):
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org")
    assert main(["law"]) == 0
    text = capsys.readouterr().out
    assert "ст. 22" in text and "Сверить с официальным текстом" in text


def run(*arguments, **environment):
    import os

    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    clean = {key: value for key, value in os.environ.items() if key not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", *arguments],
        capture_output=True,
        encoding="utf-8",
        env=clean | environment,
        check=False,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has no display")
def test_without_a_display_the_program_says_how_to_make_a_letter():
    result = run()
    assert result.returncode == 0
    assert "render" in result.stderr and "Экрана нет" in result.stderr


def test_a_plain_locale_prints_russian():
    result = run("law", LC_ALL="C", PYTHONUTF8="0")
    assert result.returncode == 0
    assert "Срок" in result.stdout


def test_a_reader_that_stops_early_is_no_error():
    command = f'"{sys.executable}" -m desktop_app law | head -1'
    result = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in result.stderr and "Broken" not in result.stderr


def test_assess_imports_neither_qt_nor_the_letter(case_file):
    script = (
        "import sys; from desktop_app.cli import main; main(['assess', sys.argv[1]]);"
        "heavy = {'PySide6', 'docxtpl', 'docx', 'jinja2', 'lxml', 'pymorphy3', 'pytrovich'};"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, case_file()], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr


def test_no_command_opens_a_socket(case_file, tmp_path, monkeypatch, capsys):
    import socket

    def refuse(*_arguments, **_options):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert main(["assess", case_file(), "--json"]) == 0
    assert main(["render", case_file(), "--out", str(tmp_path / "out")]) == 0
    for command in ("schema", "example", "law"):
        assert main([command]) == 0


def test_the_case_file_stays_as_it_was(case_file, tmp_path):
    path = Path(case_file())
    before = path.read_bytes()
    main(["assess", str(path)])
    main(["render", str(path), "--out", str(tmp_path / "out")])
    assert path.read_bytes() == before
