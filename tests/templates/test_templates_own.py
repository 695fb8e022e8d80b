"""A person's own templates come before the shipped ones; broken ones say how to go on."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document as WordFile
from templates_edited import added, edited, instead

from desktop_app import paths
from desktop_app.claims import KINDS, claim_of
from desktop_app.cli import main
from desktop_app.letter.engine.template import TemplateError
from desktop_app.letter.sheets import INVENTORY
from desktop_app.packet.documents import all_documents
from desktop_app.packet.specimens import specimen_of

CLAIM = claim_of(KINDS["refund"])
EXAMPLE = str(paths.resource("examples", "refund.json"))


@pytest.fixture
def own_folder(tmp_path, monkeypatch):
    folder = tmp_path / "мои шаблоны"
    monkeypatch.setenv(paths.OWN_TEMPLATES, str(folder))
    return folder


def texts_of(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in WordFile(io.BytesIO(data)).paragraphs]


def test_without_another_name_the_folder_lies_in_the_users_own_data(monkeypatch):
    monkeypatch.setenv(paths.OWN_TEMPLATES, "")
    assert paths.own_template() == paths.user_data() / "templates_docx"
    assert CLAIM.own == paths.user_data() / "templates_docx" / "refund" / "claim.docx"


def test_tests_never_read_the_users_own_templates():
    assert paths.user_data() not in paths.own_template().parents


def test_an_own_template_is_filled_in_place_of_the_shipped_one(own_folder):
    assert CLAIM.path == CLAIM.shipped
    path = edited(CLAIM, own_folder / "refund" / "claim.docx", added("Слово юриста."))
    assert (CLAIM.path, CLAIM.own) == (path, path) and CLAIM.shipped != path
    filled = CLAIM.fill(specimen_of(CLAIM))
    assert "Слово юриста." in texts_of(filled.docx) and filled.own == path
    assert INVENTORY.fill(specimen_of(INVENTORY)).own is None
    path.unlink()
    filled = CLAIM.fill(specimen_of(CLAIM))
    assert "Слово юриста." not in texts_of(filled.docx) and filled.own is None


def test_a_template_that_is_named_is_nobodys_own(own_folder):
    path = edited(CLAIM, own_folder / "refund" / "claim.docx", added("Слово юриста."))
    assert CLAIM.fill(specimen_of(CLAIM), CLAIM.shipped).own is None
    assert CLAIM.fill(specimen_of(CLAIM), path).own is None


@pytest.mark.parametrize(
    "edit",
    [
        instead("{{ покупатель.адрес }}", "{{ покупатель.адресс }}"),
        instead("{{ покупатель.адрес }}", "без адреса"),
        added("{%p if есть.модель %}"),
    ],
)
def test_a_broken_own_template_is_named_with_the_way_out(own_folder, edit):
    path = edited(CLAIM, own_folder / "refund" / "claim.docx", edit)
    with pytest.raises(TemplateError) as caught:
        CLAIM.fill(specimen_of(CLAIM))
    message = str(caught.value)
    assert message.startswith("Шаблон «claim.docx»: ")
    assert f'pretenziya templates check "{path}"' in message
    assert message.endswith("программа снова возьмёт шаблон из поставки.")
    with pytest.raises(TemplateError) as caught:
        CLAIM.fill(specimen_of(CLAIM), path)
    assert "pretenziya" not in str(caught.value)


def test_render_says_that_an_own_template_was_taken(own_folder, tmp_path, capsys):
    folder = str(tmp_path / "письма")
    assert main(["render", EXAMPLE, "--out", folder]) == 0
    assert capsys.readouterr().err == ""
    path = edited(CLAIM, own_folder / "refund" / "claim.docx", added("Слово юриста."))
    assert main(["render", EXAMPLE, "--out", folder]) == 0
    told = capsys.readouterr()
    assert told.err == f"Взят ваш шаблон: {path}\n"
    assert "Слово юриста." in texts_of(Path(told.out.splitlines()[0]).read_bytes())


def test_render_with_a_broken_own_template_writes_nothing(own_folder, tmp_path, capsys):
    edited(CLAIM, own_folder / "refund" / "claim.docx", added("{{ нет.такого }}"))
    assert main(["render", EXAMPLE, "--out", str(tmp_path / "письма")]) == 2
    told = capsys.readouterr().err
    assert "нет.такого" in told and "pretenziya templates check" in told
    assert not (tmp_path / "письма").exists()


def test_another_process_takes_the_own_template_too(own_folder, tmp_path):
    edited(CLAIM, own_folder / "refund" / "claim.docx", added("Слово юриста."))
    result = subprocess.run(
        [sys.executable, "-m", "desktop_app", "render", EXAMPLE, "--out", str(tmp_path / "о")],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert result.returncode == 0 and "Взят ваш шаблон" in result.stderr


def test_the_list_says_where_and_whose(own_folder, capsys):
    assert main(["templates"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"Папка ваших шаблонов: {own_folder} (её пока нет)"
    rows = {document.id: row for document in all_documents() for row in lines[2:] if row}
    assert set(rows) == {"refund", "inventory", "refusal"} | set(KINDS) | set(rows)
    for document in all_documents():
        (row,) = [line for line in lines if line.startswith(f"{document.id} ")]
        assert document.name in row and f"{document.folder}/{document.template}" in row
        assert row.endswith("из поставки")
    edited(CLAIM, own_folder / "refund" / "claim.docx", added("Слово."))
    edited(CLAIM, own_folder / "refund" / "clam.docx", added("Слово."))
    edited(CLAIM, own_folder / "refund" / "claim — образец (2).docx", added("Слово."))
    assert main(["templates", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"Папка ваших шаблонов: {own_folder}"
    whose = [line.rsplit("  ", 1)[1] for line in lines if ".docx  " in line]
    assert sorted(whose)[0] == "ваш" and whose.count("ваш") == 1
    strange = str(Path("refund") / "clam.docx")
    assert [line for line in lines if "ни к какому" in line] == [
        f"«{strange}» в папке ни к какому документу не относится."
    ]


@pytest.mark.parametrize("document", all_documents(), ids=lambda document: document.id)
def test_a_copy_to_edit_is_the_shipped_one_and_never_goes_over_a_file(own_folder, document, capsys):
    assert main(["templates", "copy", document.id]) == 0
    assert capsys.readouterr().out == f"{document.own}\n"
    assert document.own.read_bytes() == document.shipped.read_bytes()
    assert document.path == document.own
    document.own.write_bytes(b"mine")
    assert main(["templates", "copy", document.id]) == 2
    assert "уже есть" in capsys.readouterr().err
    assert document.own.read_bytes() == b"mine"
    assert [path.name for path in document.own.parent.iterdir()] == [document.template]


def test_a_copy_goes_where_it_is_told(own_folder, tmp_path, capsys):
    folder = tmp_path / "на правку"
    assert main(["templates", "copy", "inventory", "--to", str(folder)]) == 0
    assert (folder / "inventory.docx").is_file() and not own_folder.exists()
    (tmp_path / "файл").write_bytes(b"")
    assert main(["templates", "copy", "inventory", "--to", str(tmp_path / "файл")]) == 2
    assert "Не удалось записать" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["templates", "copy"], "не указано: ДОКУМЕНТ"),
        (["templates", "copy", "refundd"], "Возможно, вы имели в виду «refund»"),
        (["templates", "copy", "refund", "--to", " "], "Назовите папку"),
        (["templates", "check"], "не указано: ШАБЛОН.docx"),
        (["templates", "check", "x.docx", "--out", ""], "Назовите папку"),
        (["templates", "check", "x.docx", "--as"], "после --as нужно значение"),
        (["templates", "nonsense"], "Есть: list, fields, check, copy"),
        (["templates", "fields", "лишнее"], "лишнее слово «лишнее»"),
    ],
)
def test_bad_calls_are_refused_in_russian(own_folder, arguments, told, capsys):
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and told in captured.err
