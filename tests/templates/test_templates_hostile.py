"""Files that are no templates, or that were made to hurt, are refused in a sentence."""

import io
import zipfile
from typing import Any

import pytest
from templates_edited import added, edited

from desktop_app.claims import KINDS, claim_of
from desktop_app.cli import main
from desktop_app.letter.engine import package
from desktop_app.packet.template_check import check_file

CLAIM = claim_of(KINDS["refund"])
DOCUMENT, TYPES = "word/document.xml", "[Content_Types].xml"


def changed(part: str, old: bytes, new: bytes) -> bytes:
    """The shipped claim with `old` replaced by `new` in one part."""
    target = io.BytesIO()
    with zipfile.ZipFile(CLAIM.shipped) as source, zipfile.ZipFile(target, "w") as copy:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == part:
                assert old in content
                content = content.replace(old, new, 1)
            copy.writestr(entry.filename, content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def encrypted() -> bytes:
    """The claim with the mark of encryption on each of its entries."""
    data = bytearray(CLAIM.shipped.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


REFUSED = {
    "text": (b"just text", "не документ Word"),
    "nothing": (b"", "не документ Word"),
    "half a file": (CLAIM.shipped.read_bytes()[:2000], "не документ Word"),
    "an old .doc or a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "паролем"),
    "encrypted parts": (encrypted(), "зашифрован"),
    "macros": (
        changed(TYPES, b"wordprocessingml.document.main", b"wordprocessingml.template.main"),
        "без макросов",
    ),
    "a DTD": (
        changed(DOCUMENT, b"<w:document", b"<!DOCTYPE x [<!ENTITY y 'z'>]><w:document"),
        "DTD",
    ),
    "no XML": (changed(DOCUMENT, b"<w:body>", b"<w:body><w:p>"), "повреждён"),
}


@pytest.mark.parametrize(("data", "told"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_word_file_is_refused_with_two(tmp_path, capsys, data, told):
    path = tmp_path / "claim.docx"
    path.write_bytes(data)
    assert main(["templates", "check", str(path)]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and "Шаблон «claim.docx»: " in captured.err and told in captured.err
    assert list(tmp_path.iterdir()) == [path]


def test_a_zip_that_grows_without_bound_is_refused(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(package, "LARGEST_UNZIPPED", 1_000_000)
    monkeypatch.setattr(package, "LARGEST_XML", 1_000_000)
    path = tmp_path / "claim.docx"
    path.write_bytes(changed(DOCUMENT, b"<w:body>", b"<w:body>" + b" " * 1_100_000))
    assert path.stat().st_size < 100_000
    assert main(["templates", "check", str(path)]) == 2
    assert "больше 100 МБ" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["нет такого.docx", "папка.docx", "x" * 300, "\0"])
def test_a_path_that_is_no_file_is_refused(tmp_path, capsys, name):
    (tmp_path / "папка.docx").mkdir()
    assert main(["templates", "check", f"{tmp_path}/{name}"]) == 2
    assert "не удаётся прочитать" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["{{" * 400_000, "{%{{" * 200_000, "}}" * 400_000])
def test_heaps_of_braces_are_read_in_no_time(tmp_path, text):
    verdict = check_file(edited(CLAIM, tmp_path / "claim.docx", added(text)))
    assert len(verdict.faults) == 1 and "не закрыт" in verdict.faults[0]
    assert len(verdict.faults[0]) < 500


def test_there_may_not_be_tags_without_end(tmp_path):
    verdict = check_file(
        edited(CLAIM, tmp_path / "claim.docx", added("{{ письмо.дата }}" * 25_000))
    )
    assert any("слишком много тегов" in fault for fault in verdict.faults)


def test_tags_deep_inside_each_other_are_refused(tmp_path):
    deep = ["{%p if есть.модель %}"] * 60 + ["{%p endif %}"] * 60
    verdict = check_file(edited(CLAIM, tmp_path / "claim.docx", added(*deep)))
    assert any("слишком глубоко" in fault for fault in verdict.faults)


def test_what_only_the_engine_sees_is_told_too(tmp_path):
    def link_a_picture(word):
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
        word.part.relate_to("https://example.invalid/a.png", kind, is_external=True)

    verdict = check_file(edited(CLAIM, tmp_path / "claim.docx", link_a_picture))
    assert len(verdict.faults) == 1 and "внешний файл" in verdict.faults[0]
    across = edited(CLAIM, tmp_path / "claim.docx", begun_in_a_cell)
    assert any("в разных местах" in fault for fault in check_file(across).faults)


def begun_in_a_cell(word: Any) -> None:
    """A condition that begins in a cell and ends below the table."""
    word.add_table(rows=1, cols=1).cell(0, 0).text = "{%p if есть.модель %}"
    word.add_paragraph("{%p endif %}")
