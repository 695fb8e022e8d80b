import io
import os
import shutil
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from engine_docx import PROPERTIES, docx_of, filled, part_of, texts_of, with_part

from desktop_app.letter.engine import template as engine
from desktop_app.letter.engine.marks import Text
from desktop_app.letter.engine.template import Properties, TemplateError, open_template


def test_properties_say_what_was_given_and_nothing_of_the_machine() -> None:
    given = Properties("«Т» & <т>", "Ян\nД.", datetime(2025, 6, 14, 23, 59, tzinfo=UTC), "С")
    letter = engine.compile_template(docx_of("{{ x }}"), "т.docx").fill({"x": "а"}, given)
    core = docx.Document(io.BytesIO(letter.docx)).core_properties
    assert (core.title, core.author, core.subject) == ("«Т» & <т>", "Ян Д.", "С")
    assert core.created == core.modified == datetime(2025, 6, 14, tzinfo=UTC)
    assert (core.last_modified_by, core.language) == ("", "ru-RU")
    with zipfile.ZipFile(io.BytesIO(letter.docx)) as archive:
        names = archive.namelist()
        assert [n for n in names if n.startswith("docProps/")] == ["docProps/core.xml"]
        assert names[0] == "[Content_Types].xml"
        assert len(set(names)) == len(names)
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {0}
        assert archive.testzip() is None
        assert not any(b"python-docx" in archive.read(name) for name in names)


def test_the_path_of_the_lawyers_own_template_is_left_out() -> None:
    settings = "word/settings.xml"
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    data = with_part(
        docx_of("{{ x }}"),
        settings,
        "<w:zoom ",
        f'<w:attachedTemplate xmlns:q="{space}" q:id="rId1"/><w:zoom ',
    )
    target = io.BytesIO(data)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(
            "word/_rels/settings.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{space}/attachedTemplate" TargetMode="External" '
            'Target="file:///C:/Users/lawyer/secret.dotm"/></Relationships>',
        )
    letter = engine.compile_template(target.getvalue(), "т.docx").fill({"x": "а"}, PROPERTIES)
    assert b"attachedTemplate" not in part_of(letter.docx, settings)
    assert b"secret" not in part_of(letter.docx, "word/_rels/settings.xml.rels")


def test_the_names_of_people_who_commented_are_left_out() -> None:
    types = "[Content_Types].xml"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{name}+xml"/>'
        for name in ("people", "commentsExtended")
    )
    data = with_part(docx_of("{{ x }}"), types, "</Types>", f"{overrides}</Types>")
    relations = "word/_rels/document.xml.rels"
    link = '<Relationship Id="rId99" Type="http://x.invalid/people" Target="people.xml"/>'
    target = io.BytesIO(with_part(data, relations, "</Relationships>", f"{link}</Relationships>"))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("word/people.xml", "<people>Юрист</people>")
        archive.writestr("word/commentsExtended.xml", "<c>Юрист</c>")
    letter = engine.compile_template(target.getvalue(), "т.docx").fill({"x": "а"}, PROPERTIES)
    with zipfile.ZipFile(io.BytesIO(letter.docx)) as archive:
        assert not {"word/people.xml", "word/commentsExtended.xml"} & set(archive.namelist())
    assert b"people" not in part_of(letter.docx, relations) + part_of(letter.docx, types)
    assert b"commentsExt" not in part_of(letter.docx, types)
    assert docx.Document(io.BytesIO(letter.docx)).paragraphs[0].text == "а"


def test_docxtpl_is_imported_only_to_compile() -> None:
    code = (
        "import sys, desktop_app.letter.engine.template\n"
        "sys.exit(any(name in sys.modules for name in ('docxtpl', 'docx', 'PySide6')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_file_is_compiled_once_until_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "письмо.docx"
    path.write_bytes(docx_of("{{ x }}"))
    first = open_template(path)
    assert open_template(path) is first
    path.write_bytes(docx_of("{{ x }} и {{ y }}"))
    os.utime(path, ns=(1, 1))
    assert open_template(path).names == {"x", "y"}


def test_a_missing_file_is_a_template_error(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"Шаблон «нет\.docx».*не удаётся прочитать"):
        open_template(tmp_path / "нет.docx")


def test_revision_ids_and_spelling_marks_do_not_reach_the_letter() -> None:
    noise = '<w:p w:rsidR="00AB"><w:proofErr w:type="spellStart"/>'
    data = with_part(docx_of("{{ x }}"), "word/document.xml", "<w:p>", noise)
    letter = engine.compile_template(data, "т.docx").fill({"x": "а"}, PROPERTIES)
    document = part_of(letter.docx, "word/document.xml")
    assert b"rsidR=" not in document.split(b"<w:sectPr")[0]
    assert b"proofErr" not in document


@pytest.mark.ci
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_a_letter(tmp_path: Path) -> None:
    letter = filled(
        {"x": Text("ООО «М & К» <тест> {{ y }}"), "есть": {"а": False}},
        *("Кому: {{ x }}", "{%p if есть.а %}", "б", "{%p endif %}", "конец"),
    )
    path = tmp_path / "letter.docx"
    path.write_bytes(letter.docx)
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to"]
    for kind in ("pdf", "txt:Text (encoded):UTF8"):
        arguments = [*command, kind, "--outdir", str(tmp_path), str(path)]
        subprocess.run(arguments, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF")
    text = (tmp_path / "letter.txt").read_text("utf-8-sig")
    assert text.split("\n")[:2] == texts_of(letter.docx)[:2]
