"""Files that are broken, locked, huge or made to harm: a sentence, no crash, no hang."""

import time
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paper_docx import LONG, R, docx, para, row, table

from desktop_app.errors import UserError
from desktop_app.paper import package
from desktop_app.paper.pages import lay_out
from desktop_app.paper.pdf import pdf
from desktop_app.paper.reading import read_docx

PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:extent cx="914400" cy="914400"/><a:blip '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="picture"/>'
    "</wp:inline></w:drawing></w:r></w:p>"
)
LINK = f'<Relationship Id="picture" Type="{R}/image" Target="media/a.png"/>'


def replaced(name: str, content: bytes) -> bytes:
    data = BytesIO()
    with ZipFile(BytesIO(docx(para("а")))) as old, ZipFile(data, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return data.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"%PDF-1.4 not a docx", docx(para("а"))[:400]],
    ids=["empty", "two bytes", "a pdf", "cut off"],
)
def test_what_is_no_docx_is_said_so(data):
    with pytest.raises(UserError, match="не файл Word"):
        read_docx(data)


def test_a_locked_file_is_said_to_be_locked():
    with pytest.raises(UserError, match="паролем"):
        read_docx(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def test_a_zip_without_a_document_is_refused():
    data = BytesIO()
    with ZipFile(data, "w") as new:
        new.writestr("readme.txt", "нет")
    with pytest.raises(UserError, match="нет текста документа"):
        read_docx(data.getvalue())


def test_broken_xml_is_refused():
    with pytest.raises(UserError, match="нельзя прочитать"):
        read_docx(replaced("word/document.xml", b"<w:document><w:body>"))


def test_a_file_larger_than_the_bound_is_refused(monkeypatch):
    monkeypatch.setattr(package, "MAX_FILE", 100)
    with pytest.raises(UserError, match="64 МБ"):
        read_docx(docx(para("а")))


def test_a_zip_bomb_is_refused_before_it_fills_the_memory():
    with pytest.raises(UserError, match="слишком велик"):
        read_docx(replaced("word/document.xml", b" " * (package.MAX_PART + 1)))


def test_an_entity_bomb_is_refused():
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;">]><a>&c;</a>'
    with pytest.raises(UserError):
        read_docx(replaced("word/document.xml", bomb))


def test_a_file_of_this_machine_is_not_read_through_an_entity(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("тайна", encoding="utf-8")
    xml = f'<!DOCTYPE a [<!ENTITY s SYSTEM "{secret.as_uri()}">]><a>&s;</a>'
    with pytest.raises(UserError):
        read_docx(replaced("word/document.xml", xml.encode()))


@pytest.mark.parametrize("depth", [10, 60, 200])
def test_tables_in_tables_end_without_a_crash(depth):
    inner = para("дно")
    for _ in range(depth):
        inner = table(row(inner), 9000)
    try:
        pages = lay_out(docx(inner))
    except UserError:
        assert depth > 40
    else:
        assert depth == 10 or pages.not_shown


def test_a_missing_picture_is_named_and_its_paragraph_stays():
    pages = lay_out(docx(PICTURE + para("текст")))
    assert pages.not_shown == ("рисунки, которых нет в файле",)
    assert pages.lines(0)[-1].text == "текст"


def test_a_picture_that_is_none_is_named():
    data = docx(PICTURE, parts={"word/media/a.png": b"not a picture"}, relations=LINK)
    assert lay_out(data).not_shown == ("рисунки неизвестного вида или слишком большие",)
    assert pdf(data, "т").startswith(b"%PDF")


def test_a_document_of_endless_page_breaks_is_cut_off_and_says_so():
    pages = lay_out(docx('<w:p><w:r><w:br w:type="page"/></w:r></w:p>' * 600))
    assert pages.count == 500
    assert pages.not_shown == ("страницы после 500-й",)


def test_too_many_paragraphs_are_refused():
    with pytest.raises(UserError, match="слишком много абзацев"):
        read_docx(docx("<w:p/>" * 20_001))


def test_a_word_without_end_is_laid_out_in_time():
    begin = time.perf_counter()
    pages = lay_out(docx(para("ж" * 300_000)))
    assert time.perf_counter() - begin < 20
    assert (
        sum(len(line.text) for page in range(pages.count) for line in pages.lines(page)) == 300_000
    )


def test_too_much_text_is_refused():
    with pytest.raises(UserError, match="слишком много текста"):
        read_docx(docx(para("ж" * 1_000_001)))


@pytest.mark.parametrize(
    "properties",
    [
        '<w:ind w:left="99999999" w:right="99999999" w:hanging="-5"/>',
        '<w:spacing w:before="-1" w:line="-7" w:lineRule="exact" w:after="x"/>',
        '<w:tabs><w:tab w:pos="-40000" w:val="right"/><w:tab/></w:tabs><w:jc w:val="?"/>',
        '<w:numPr><w:ilvl w:val="77"/><w:numId w:val="nope"/></w:numPr>',
    ],
)
def test_mad_values_still_make_pages(properties):
    body = f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:tab/><w:t>{LONG}</w:t></w:r></w:p>"
    text = "".join(line.text for line in lay_out(docx(body)).lines(0))
    assert "Независимо" in text.replace("\t", "")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs")), max_size=90)
)
def test_any_text_keeps_its_places(text):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    pages = lay_out(docx(para(escaped or "а")))
    lines = pages.lines(0)
    assert lines[0].start == 0
    assert lines[-1].end == len(text or "а")
    assert all(one.end == two.start for one, two in pairwise(lines))
