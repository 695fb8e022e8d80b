"""A template that would load, start or read something where the letter is opened: refused.

Or harmless: what a letter does not need stays out of it.
"""

import io
import zipfile

import pytest
from docx import Document
from hostile_docx import (
    CLAIM,
    DOCUMENT,
    EMPTY,
    NAMES,
    PARTS,
    RELATIONS,
    TYPES,
    W_NAME,
    docx,
    field,
    relation,
    with_body,
)
from letters import changed, letter_of
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from desktop_app.cli import main
from desktop_app.letter.engine.template import TemplateError, compile_template
from desktop_app.paths import OWN_TEMPLATES

ELSEWHERE = "http://elsewhere.invalid/picture.png"
RUN, PICT = "<w:p><w:r>{}</w:r></w:p>", f"<w:pict {NAMES}>{{}}</w:pict>"
BLIP = f'<w:drawing><a:blip {NAMES} r:{{}}="x"/></w:drawing>'


def shown(block: str, *of_relation) -> dict[str, str]:
    """A block at the end of the letter, with the relation that it points to."""
    return {DOCUMENT: with_body(block), RELATIONS: relation(*of_relation)}


OUTSIDE = {
    "a linked picture": shown(RUN.format(BLIP.format("link")), "image", ELSEWHERE, True),
    "a picture at a link": shown(RUN.format(BLIP.format("link")), "hyperlink", ELSEWHERE, True),
    "a picture inside at a link": shown(
        RUN.format(BLIP.format("embed")), "hyperlink", ELSEWHERE, True
    ),
    "another spelling of external": {
        DOCUMENT: with_body(RUN.format(BLIP.format("link"))),
        RELATIONS: relation("image", ELSEWHERE, True).replace('"External"', '"external"'),
    },
    "an old picture": shown(
        RUN.format(PICT.format('<v:shape><v:imagedata r:href="x"/></v:shape>')),
        *("hyperlink", ELSEWHERE, True),
    ),
    "an old picture by its source": {
        DOCUMENT: with_body(RUN.format(PICT.format(f'<v:imagedata src="{ELSEWHERE}"/>')))
    },
    "a picture of the bullets": {
        "word/numbering.xml": f"<w:numbering {W_NAME}><w:numPicBullet>"
        + PICT.format(f'<v:imagedata src="{ELSEWHERE}"/>')
        + "</w:numPicBullet></w:numbering>"
    },
    "a linked object": shown(
        RUN.format(f'<w:object {NAMES}><o:OLEObject Type="Link" r:id="x"/></w:object>'),
        *("oleObject", "file:///c:/tables.xls", True),
    ),
    "a frame": {
        "word/webSettings.xml": f"<w:webSettings {W_NAME}/>",
        "word/_rels/webSettings.xml.rels": relation("frame", ELSEWHERE, True),
    },
}
OBJECTS = {
    "a part of another format": (f'<w:altChunk {NAMES} r:id="x"/>', "aFChunk", "media/a.htm"),
    "an object": (
        RUN.format(f'<w:object {NAMES}><o:OLEObject Type="Embed" r:id="x"/></w:object>'),
        *("oleObject", "embeddings/a.bin"),
    ),
    "an object among the pictures": (
        RUN.format(f'<w:object {NAMES}><o:OLEObject Type="Embed" r:id="x"/></w:object>'),
        *("oleObject", "media/a.bin"),
    ),
    "a control": (RUN.format(f'<w:control {NAMES} r:id="x"/>'), "control", "media/a.xml"),
    "a document inside": (
        f'<w:p><w:subDoc {NAMES} r:id="x"/></w:p>',
        *("subDocument", "media/a.docx"),
    ),
    "a picture that is an address": (RUN.format(BLIP.format("embed")), "image", ELSEWHERE),
    "a picture above the file": (RUN.format(BLIP.format("embed")), "image", "../../../a.png"),
}
QUOTED = field("QUOTE 68 68 69")
FIELDS = {
    "plain": field('DDEAUTO c:\\cmd.exe "/k calc"'),
    "in small letters": field(' includepicture "http://elsewhere.invalid" \\d'),
    "in pieces": field("INCL", "UDE", "TEXT c:\\secret.txt"),
    "begun with a known name": field("PAGE", "DDE c:\\cmd.exe"),
    "in text": field("<w:r><w:t>DDEAUTO c:\\cmd.exe</w:t></w:r>"),
    "made by another field": field(f"{QUOTED}", " c:\\cmd.exe"),
    "made in the middle": field("D", QUOTED, "DE c:\\cmd.exe"),
    "inside a harmless one": field("IF 1 = 1 ", field("INCLUDETEXT c:\\secret.txt")),
    "in the result of one": field("PAGE").replace("<w:r><w:t>а</w:t></w:r>", field("DDE c:\\a b")),
    "short": '<w:fldSimple w:instr="DATABASE \\d c:\\a.mdb"/>',
    "without a beginning": "<w:r><w:instrText>LINK Excel.Sheet c:\\a.xls</w:instrText></w:r>",
    "unknown": field("NEWEST c:\\a"),
}


def png(width: int, height: int) -> bytes:
    data, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(buffer, "PNG")
    return bytes(data.data())


@pytest.mark.parametrize("parts", OUTSIDE.values(), ids=OUTSIDE)
def test_what_is_elsewhere_is_refused(parts):
    with pytest.raises(TemplateError, match="ссылка на внешний файл"):
        compile_template(docx(parts), "claim.docx")


@pytest.mark.parametrize(("block", "kind", "target"), OBJECTS.values(), ids=OBJECTS)
def test_an_object_is_refused(block, kind, target):
    parts = shown(block, kind, target)
    if not target.startswith(("http", "..")):
        parts[f"word/{target}"] = b"<html><script>alert(1)</script></html>"
    with pytest.raises(TemplateError, match="другой объект"):
        compile_template(docx(parts), "claim.docx")


@pytest.mark.parametrize("code", FIELDS.values(), ids=FIELDS)
@pytest.mark.parametrize("where", ["text", "header", "a header without its type"])
def test_a_field_that_may_read_or_start_something_is_refused(code, where):
    parts = {DOCUMENT: with_body(f"<w:p>{code}</w:p>")}
    if where != "text":
        parts = {"word/header1.xml": f"<w:hdr {W_NAME}><w:p>{code}</w:p></w:hdr>"}
    if "without" in where:
        header = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
        types = (
            PARTS[TYPES]
            .decode()
            .replace(f'<Override PartName="/word/header1.xml" ContentType="{header}"/>', "")
        )
        parts[TYPES] = types.replace("application/xml", header)
        assert parts[TYPES].count(header) == 1
    with pytest.raises(TemplateError, match="поле Word «"):
        compile_template(docx(parts), "claim.docx")


@pytest.mark.parametrize(
    "code",
    [
        *(field(" PA", "GE "), field("NUMPAGES \\* ARABIC"), field("=1+2"), field("")),
        *(field("IF ", field("PAGE"), ' > 1 "да" "нет"'), field('HYPERLINK "https://ok.invalid"')),
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>DDE 1</w:t></w:r></w:fldSimple>',
        f'<w:hyperlink {NAMES} r:id="x"><w:r><w:t>ссылка</w:t></w:r></w:hyperlink>',
    ],
)
def test_page_numbers_and_links_stay(code):
    parts = shown(f"<w:p>{code}</w:p>", "hyperlink", "https://ok.invalid", True)
    compile_template(docx(parts), "claim.docx")


def test_pictures_lists_and_headers_of_ones_own_stay(qapp):
    picture = io.BytesIO(png(100, 100))
    word = Document(str(CLAIM.shipped))
    word.add_picture(picture)
    word.sections[0].header.add_paragraph().add_run().add_picture(picture)
    word.sections[0].different_first_page_header_footer = True
    word.sections[0].first_page_header.add_paragraph("первая")
    word.add_section().header.is_linked_to_previous = False
    saved = io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as archive:
        assert archive.read("word/media/image1.png") == picture.getvalue()
    compile_template(saved.getvalue(), "claim.docx")


LEFT_OUT = {
    "word/vbaProject.bin": b"macros",
    "word/media/macros.bin": b"macros",
    "word/_rels/settings.xml.rels": relation("attachedTemplate", "file://elsewhere/t.dotm", True),
    "word/settings.xml": f"<w:settings {W_NAME} {NAMES}>"
    '<w:attachedTemplate r:id="x"/><w:mailMerge><w:query w:val="SELECT"/></w:mailMerge>'
    "</w:settings>",
    "customXml/item1.xml": "<a/>",
    "docProps/custom.xml": "<a/>",
    "../../../evil.txt": b"evil",
    "/etc/evil": b"evil",
    "word/media/../../evil.png": b"evil",
    "C:\\evil.exe": b"evil",
    RELATIONS: relation("vbaProject", "media/macros.bin"),
}


def test_what_a_letter_does_not_need_stays_out_of_it(tmp_path, monkeypatch):
    path = tmp_path / "own" / CLAIM.folder / CLAIM.template
    path.parent.mkdir(parents=True)
    path.write_bytes(docx(LEFT_OUT))
    monkeypatch.setenv(OWN_TEMPLATES, str(tmp_path / "own"))
    filled = letter_of(changed({}))
    assert filled.own == path
    with zipfile.ZipFile(io.BytesIO(filled.docx)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert set(held) <= {*PARTS, "word/_rels/settings.xml.rels", "word/media/macros.bin"}
    for content in held.values():
        for trace in (b"attachedTemplate", b"mailMerge", b"elsewhere", b"vbaProject", b"evil"):
            assert trace not in content


def test_the_text_may_not_lie_where_nothing_is_checked():
    """The main part is the document, whatever the file says of a theme."""
    hidden = EMPTY[0] + f"<w:p>{field('DDEAUTO c:')}</w:p>" + EMPTY[1]
    root = PARTS["_rels/.rels"].decode().replace("word/document.xml", "word/theme/theme1.xml")
    with pytest.raises(TemplateError, match="не обычный документ"):
        compile_template(docx({"word/theme/theme1.xml": hidden, "_rels/.rels": root}), "a.docx")


@pytest.mark.parametrize(
    "of", [OUTSIDE["a picture at a link"], {DOCUMENT: with_body(FIELDS["in pieces"])}]
)
def test_the_check_of_templates_tells_it_and_makes_no_specimen(tmp_path, capsys, of):
    path = tmp_path / "claim.docx"
    path.write_bytes(docx(of))
    assert main(["templates", "check", str(path), "--as", "refund"]) == 1
    told = capsys.readouterr().out
    assert "внешний файл" in told or "INCLUDETEXT" in told
    assert list(tmp_path.iterdir()) == [path]
