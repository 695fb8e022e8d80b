"""The commands as other programs and people at a terminal use them."""

import json
import os
import re
import struct
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zlib import compress, crc32

import pytest
from docx import Document
from pypdf import PdfReader

from desktop_app import paths
from desktop_app.cli import main

SELLER = "Претензия — экземпляр продавца.docx"
CONSUMER = "Претензия — экземпляр потребителя.docx"
PACKET = [
    SELLER,
    CONSUMER,
    "Расчёт дней.docx",
    "Опись вложения.docx",
    "Акт об отказе в принятии.docx",
    "Памятка.docx",
]


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
        ["assess", "x.json", "--on", "20261120"],
        ["assess", "x.json", "--on"],
        ["assess", "x.json", "--json=1"],
        ["assess", "x.json", "--js"],
        ["render", "x.json", "--out", ""],
        ["gui", "нет такого файла.json"],
    ],
)
def test_bad_calls_end_with_two_and_a_russian_sentence(arguments, capsys):
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Traceback" not in captured.err
    said = re.sub(r"--\w+|pretenziya.*|Есть: .*|\w+\.json", "", captured.err)
    assert not re.search("[A-Za-z]{3}", said), said


def test_a_replacement_is_assessed_and_gives_no_money_back(case_file, capsys):
    assert main(["assess", case_file(kind="replacement"), "--json"]) == 0
    amounts = json.loads(capsys.readouterr().out)["amounts"]
    assert (amounts["principal"], amounts["total"]) == ("0.00", amounts["losses"])


def test_render_writes_the_packet_and_names_it(case_file, tmp_path, capsys):
    folder = tmp_path / "письма"
    assert main(["render", case_file(), "--out", str(folder)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted(PACKET)
    assert capsys.readouterr().out.splitlines() == [str(folder / name) for name in PACKET]


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
    assert names == {*PACKET, *(name.replace(".docx", ".pdf") for name in PACKET)}
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


@pytest.mark.parametrize("command", ["law", "schema", "assess", "example", "--help"])
def test_a_reader_that_stops_early_is_no_error(command, case_file):
    if command == "assess":
        command += f" '{case_file()}'"
    shell = f'"{sys.executable}" -m desktop_app {command} | true; exit ${{PIPESTATUS[0]}}'
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    result = subprocess.run(
        ["bash", "-c", shell], capture_output=True, encoding="utf-8", env=environment, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", ["law", "example", "assess"])
def test_an_answer_that_cannot_be_written_is_said_in_russian(command, case_file):
    if command == "assess":
        command += f" '{case_file()}'"
    shell = f'"{sys.executable}" -m desktop_app {command} > /dev/full'
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    result = subprocess.run(
        ["bash", "-c", shell], capture_output=True, encoding="utf-8", env=environment, check=False
    )
    assert result.returncode == 2
    assert result.stderr.startswith("Не удалось вывести ответ") and "Error" not in result.stderr


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"DISPLAY": ":77"}, "Экрана нет"),
        ({"WAYLAND_DISPLAY": "nowhere"}, "Экрана нет"),
        ({"QT_QPA_PLATFORM": "xcb"}, "Экрана нет"),
        ({"QT_QPA_PLATFORM": "bogus"}, "QT_QPA_PLATFORM"),
    ],
)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays of Linux")
def test_a_display_that_does_not_answer_is_said_and_nothing_aborts(environment, said):
    result = run(**environment)
    assert result.returncode in (0, 2)
    assert said in result.stderr and "qt.qpa" not in result.stderr


def test_a_sum_of_demands_too_large_for_words_is_an_error_of_the_case(case_file, tmp_path, capsys):
    losses = [{"description": "x", "amount": "999999999.00", "document": "чек"}]
    path = case_file(losses=losses)
    assert main(["assess", path]) == 1
    assert main(["render", path, "--out", str(tmp_path / "o")]) == 1
    assert main(["render", path, "--out", str(tmp_path / "o"), "--draft"]) == 0
    assert "миллиард" in capsys.readouterr().out


@pytest.mark.parametrize("who", [{}, {"authority": "law"}, {"document": "доверенность № 1"}])
def test_a_representative_without_a_name_signs_nothing(case_file, tmp_path, who):
    folder = tmp_path / "письма"
    assert main(["render", case_file(representative=who), "--out", str(folder)]) == 0
    text = "\n".join(p.text for p in Document(str(folder / SELLER)).paragraphs)
    assert "/ М.\u00a0П.\u00a0Орлова /" in text
    assert "редставител" not in text


def test_days_that_are_missing_leave_the_question_open(case_file, example, capsys):
    repairs = [example["repairs"][0], example["repairs"][1] | {"returned": None}]
    path = case_file(repairs=repairs, current_defect=None)
    assert main(["assess", path, "--json"]) == 1
    grounds = {g["id"]: g["status"] for g in json.loads(capsys.readouterr().out)["grounds"]}
    assert grounds["unusable_over_30_days"] == "unknown"
    assert grounds["substantial_defect"] == "unknown"
    assert grounds["repair_deadline_missed"] == "unknown"


def test_an_empty_row_of_repairs_is_not_printed(case_file, example, tmp_path):
    folder = tmp_path / "письма"
    path = case_file(repairs=[*example["repairs"], {}])
    assert main(["render", path, "--out", str(folder)]) == 0
    document = Document(str(folder / SELLER))
    assert len(document.tables[0].rows) == 3
    assert any("за ремонтом 2\u00a0раза" in p.text for p in document.paragraphs)


def test_a_last_day_in_a_year_without_a_calendar_is_said(case_file, capsys):
    path = case_file(letter_date="2027-12-25", delivery={"handed_on": "2027-12-25"})
    main(["assess", path, "--json", "--on", "2027-12-25"])
    codes = [f["code"] for f in json.loads(capsys.readouterr().out)["findings"]]
    assert "calendar_unknown" in codes


def test_text_sums_add_up(case_file, capsys):
    repairs = [{"requested": "2026-04-06", "outcome": "in_repair", "defect": "не включается"}]
    demands = {"repair_delay_penalty": True}
    main(["assess", case_file(repairs=repairs, demands=demands)])
    text = (
        capsys.readouterr()
        .out.split("Суммы")[1]
        .split("\n\n")[0]
        .replace("\u00a0", "")
        .replace(",", ".")
    )
    sums = dict(re.findall(r"  ([^:\n]+): ([\d.]+)₽", text))
    total = float(sums.pop("всего"))
    for name in ("неустойка за день", "неустойка не больше"):
        sums.pop(name)
    assert "неустойка за ремонт" in sums
    assert sum(map(float, sums.values())) == total


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


def grey_png():
    """A picture of one grey point."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", compress(b"\x00\x80")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def test_render_whole_is_one_pdf_with_the_scan_that_lies_beside_the_case(case_file, tmp_path):
    (tmp_path / "сканы").mkdir()
    scan = tmp_path / "сканы" / "талон.png"
    scan.write_bytes(grey_png())
    annex = {"title": "гарантийный талон", "sheets": 1, "file": "сканы/талон.png"}
    case = Path(case_file(attachments=[annex]))
    case = case.rename(tmp_path / "дело.json")
    folder = tmp_path / "письма"
    result = run("render", str(case), "--out", str(folder), "--whole")
    assert result.returncode == 0, result.stderr
    (whole,) = folder.glob("*.pdf")
    assert whole.name == "Претензия с приложениями.pdf"
    texts = [" ".join(p.extract_text().split()) for p in PdfReader(whole).pages]
    assert texts[0].startswith("Экземпляр продавца") and texts[-1] == "Приложение № 5"
    scan.unlink()
    result = run("render", str(case), "--out", str(tmp_path / "ещё"), "--whole")
    assert result.returncode == 2 and "талон.png" in result.stderr
    assert not (tmp_path / "ещё").exists()


def test_without_qt_the_picture_is_left_out_with_one_line_and_the_packet_is_written(
    case_file, tmp_path
):
    folder = tmp_path / "письма"
    without_qt = (
        "import sys; sys.modules['PySide6'] = None; from desktop_app.cli import main; "
        "sys.exit(main(sys.argv[1:]))"
    )
    result = subprocess.run(
        [sys.executable, "-c", without_qt, "render", case_file(), "--out", str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert sorted(path.name for path in folder.iterdir()) == sorted(PACKET)
    (line,) = result.stderr.splitlines()
    assert line.startswith("В «Расчёт дней» не вошёл рисунок, таблица есть.")
    document = Document(str(folder / "Расчёт дней.docx"))
    assert len(document.tables) == 1 and not document.inline_shapes


def test_render_of_a_replacement_writes_its_own_letter(case_file, tmp_path):
    folder = tmp_path / "письма"
    demands = {"replacement": {"same": False, "item": "Волна WM-8020", "price": "41000.00"}}
    assert (
        main(["render", case_file(kind="replacement", demands=demands), "--out", str(folder)]) == 0
    )
    text = "\n".join(p.text for p in Document(str(folder / SELLER)).paragraphs)
    assert "о\u00a0замене товара ненадлежащего качества" in text and "Волна WM-8020" in text


@pytest.mark.parametrize(
    ("delivery", "left_out"),
    [
        ({"channel": "post"}, "Акт об отказе в принятии.docx"),
        ({"channel": "in_person"}, "Опись вложения.docx"),
    ],
)
def test_render_writes_what_the_way_of_delivery_calls_for(case_file, tmp_path, delivery, left_out):
    folder = tmp_path / "письма"
    assert main(["render", case_file(delivery=delivery), "--out", str(folder)]) == 0
    assert {path.name for path in folder.iterdir()} == set(PACKET) - {left_out}
