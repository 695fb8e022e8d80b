"""A .docx as the model sees it."""

import pytest
from paper_docx import LANDSCAPE, LONG, SHEET, STYLES, docx, example_letters, para, row, run, table

from desktop_app.letter.engine.parts import W_P, paragraph_text
from desktop_app.paper.model import Paragraph, Table
from desktop_app.paper.package import Package
from desktop_app.paper.reading import read_docx


def paragraphs(data: bytes) -> list[Paragraph]:
    found = []
    for section in read_docx(data).sections:
        for block in section.blocks:
            found += cells_of(block) if isinstance(block, Table) else [block]
    return found


def cells_of(block: Table) -> list[Paragraph]:
    return [
        inner
        for line in block.rows
        for cell in line.cells
        for found in cell.blocks
        for inner in (cells_of(found) if isinstance(found, Table) else [found])
    ]


def only(body: str, **more) -> Paragraph:
    return paragraphs(docx(body, **more))[0]


def test_a_style_inherits_and_the_paragraph_has_the_last_word():
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="Deep"><w:basedOn w:val="Body"/><w:pPr>'
        '<w:ind w:left="400"/></w:pPr><w:rPr><w:i/><w:sz w:val="20"/></w:rPr></w:style>'
    )
    found = only(para("а", '<w:pStyle w:val="Deep"/><w:jc w:val="right"/>'), styles=styles)
    shape = found.shape
    assert (shape.align, shape.left, shape.first, shape.after) == ("right", 400, 709, 80)
    face = found.pieces[0].face
    assert (face.family, face.size, face.italic, face.bold) == ("Times New Roman", 20, True, False)


def test_a_toggle_can_be_switched_off():
    assert only(para("а", '<w:pStyle w:val="Section"/>', "")).pieces[0].face.bold
    off = only(para("а", '<w:pStyle w:val="Section"/>', '<w:b w:val="0"/>'))
    assert not off.pieces[0].face.bold


def test_styles_based_on_each_other_end():
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{base}"/></w:style>'
        for name, base in (("One", "Two"), ("Two", "One"))
    )
    assert only(para("а", '<w:pStyle w:val="One"/>'), styles=circle).text == "а"


def test_tab_stops_are_inherited_and_cleared_one_by_one():
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="Tabs"><w:pPr><w:tabs>'
        '<w:tab w:val="left" w:pos="1000"/><w:tab w:val="right" w:pos="9000"/>'
        "</w:tabs></w:pPr></w:style>"
    )
    own = (
        '<w:pStyle w:val="Tabs"/><w:tabs><w:tab w:val="clear" w:pos="1000"/>'
        '<w:tab w:val="center" w:pos="4000" w:leader="dot"/></w:tabs>'
    )
    stops = only(para("а", own), styles=styles).shape.tabs
    assert [(stop.at, stop.align, stop.leader) for stop in stops] == [
        (4000, "center", "dot"),
        (9000, "right", "none"),
    ]


@pytest.mark.parametrize(
    ("line", "rule", "expected"),
    [("276", "auto", (276, "auto")), ("300", "exact", (300, "exact")), ("0", "", (240, "auto"))],
)
def test_line_spacing_has_its_rule(line, rule, expected):
    shape = only(para("а", f'<w:spacing w:line="{line}" w:lineRule="{rule}"/>')).shape
    assert (shape.line, shape.line_rule) == expected


def test_pieces_count_as_spans_count():
    body = (
        f"<w:p>{run('аб')}<w:r><w:tab/><w:t>в</w:t><w:br/><w:noBreakHyphen/></w:r>"
        f"<w:del><w:r><w:delText>нет</w:delText></w:r></w:del>{run('гд')}</w:p>"
    )
    pieces = only(body).pieces
    assert [(piece.text, piece.start, piece.end) for piece in pieces] == [
        ("аб", 0, 2),
        ("\t", 2, 3),
        ("в", 3, 4),
        ("\n", 4, 5),
        ("\u2011", 5, 6),
        ("гд", 6, 8),
    ]


@pytest.mark.parametrize("name", ["seller", "consumer"])
def test_every_paragraph_of_a_letter_has_the_place_and_text_that_the_filling_counts_in(name):
    for key, data in example_letters().items():
        if not key.endswith(name):
            continue
        root = Package(data).xml("word/document.xml")
        expected = [paragraph_text(element) for element in root.iter(W_P)]
        found = {one.index: one for one in paragraphs(data)}
        assert sorted(found) == list(range(len(expected)))
        for index, text in enumerate(expected):
            counted = "".join(p.text for p in found[index].pieces if p.end > p.start)
            assert counted == text


def test_hidden_text_is_not_shown_but_counts_and_is_named():
    data = docx(f"<w:p>{run('тайна', '<w:vanish/>')}{run('видно')}</w:p>")
    (piece,) = paragraphs(data)[0].pieces
    assert (piece.text, piece.start) == ("видно", 5)
    assert read_docx(data).not_shown == ("скрытый текст",)


def test_what_can_not_be_shown_is_named_once_and_in_russian():
    body = (
        "<w:p><w:r><w:footnoteReference/><w:pict/><w:footnoteReference/></w:r></w:p>"
        '<w:p><w:pPr><w:pBdr/></w:pPr><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'
        '<x:strange xmlns:x="urn:x"/>'
    )
    assert read_docx(docx(body)).not_shown == (
        "сноски",
        "рисунки и надписи старого вида",
        "рамки абзацев",
        "знаки особых шрифтов (символы Word)",
        "неизвестный элемент «strange»",
    )


def test_a_plain_letter_leaves_nothing_out():
    for data in example_letters().values():
        assert read_docx(data).not_shown == ()


def test_sections_have_their_sheets():
    body = para("книжная") + f"<w:p><w:pPr><w:sectPr>{SHEET}</w:sectPr></w:pPr></w:p>"
    first, second = read_docx(docx(body + para("альбомная"), section=LANDSCAPE)).sections
    assert (first.sheet.width, first.sheet.height) == (11906, 16838)
    assert (second.sheet.width, second.sheet.height) == (16838, 11906)
    assert [block.text for block in first.blocks] == ["книжная", ""]


def test_margins_wider_than_the_sheet_are_not_taken():
    mad = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="9000" w:right="9000"/>'
    sheet = read_docx(docx(para("а"), section=mad)).sections[0].sheet
    assert sheet.left + sheet.right < sheet.width


def test_a_table_settles_lines_margins_and_spans():
    body = table(
        row(
            '<w:tcPr><w:gridSpan w:val="2"/><w:shd w:val="clear" w:fill="EFEFEF"/></w:tcPr>'
            + para("шапка"),
            properties="<w:cantSplit/><w:tblHeader/>",
        )
        + row(
            '<w:tcPr><w:tcBorders><w:right w:val="nil"/></w:tcBorders></w:tcPr>' + para("а"),
            '<w:tcPr><w:tcMar><w:left w:w="300"/></w:tcMar></w:tcPr>' + para("б"),
        ),
        2000,
        3000,
    )
    found = read_docx(docx(body)).sections[0].blocks[0]
    assert isinstance(found, Table)
    head, line = found.rows
    assert (head.header, head.whole, head.cells[0].columns, head.cells[0].fill) == (
        True,
        True,
        2,
        "EFEFEF",
    )
    assert line.cells[0].edges.right.width == 0
    assert line.cells[0].edges.left.width == 10
    assert line.cells[1].margins.left == 300


def test_cells_merged_downwards_know_their_rows():
    def merged(kind: str) -> str:
        return f"<w:tcPr><w:vMerge{kind}/></w:tcPr>" + para()

    body = table(
        row(merged(' w:val="restart"'), para("а")) + row(merged(""), para("б")) + row(para()),
        2000,
        3000,
    )
    rows = read_docx(docx(body)).sections[0].blocks[0].rows
    assert rows[0].cells[0].rows == 2
    assert rows[1].cells[0].continued


def test_automatic_numbers_are_text():
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/>'
    ind = '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        + level.format(0, "decimal", "%1.")
        + ind
        + level.format(1, "russianLower", "%1.%2)")
        + ind
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )

    def item(depth: int) -> str:
        return para("х", f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>')

    found = paragraphs(docx("".join(map(item, (0, 1, 1, 0, 1))), numbering=numbering))
    assert [one.text.split("\t")[0] for one in found] == ["1.", "1.а)", "1.б)", "2.", "2.а)"]
    assert (found[0].shape.left, found[0].shape.first) == (720, -360)
    assert found[0].pieces[-1].start == 0


def test_a_long_text_is_read_whole():
    assert only(para(LONG)).text == LONG
