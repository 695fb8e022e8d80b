"""What the pages tell of themselves, and how they are painted."""

import subprocess
import sys

import pytest
from paper_docx import FOOTER, LONG, R, docx, example_filled, para, row, table
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.paper.pages import Area, lay_out

LINK = f'<Relationship Id="picture" Type="{R}/image" Target="media/a.png"/>'
PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:extent cx="914400" cy="457200"/><a:blip '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="picture"/>'
    "</wp:inline></w:drawing></w:r></w:p>"
)


def painted(data: bytes, scale: float = 1.0) -> QImage:
    pages = lay_out(data)
    width, height = pages.size(0)
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    pages.paint(0, painter)
    painter.end()
    return image


def dark(image: QImage, area: Area) -> int:
    return sum(
        image.pixelColor(x, y).lightness() < 128
        for x in range(int(area.x), int(area.x + area.width) + 1)
        for y in range(int(area.y), int(area.y + area.height) + 1)
    )


def png(colour: str) -> bytes:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_letters_are_painted_where_the_lines_say():
    data = docx(para("ЖЖЖЖЖЖ", '<w:ind w:left="3000"/>'))
    (line,) = lay_out(data).lines(0)
    image = painted(data)
    assert dark(image, line.area) > 100
    assert dark(image, Area(0, line.area.y, line.area.x - 2, line.area.height)) == 0


def test_a_page_is_painted_at_any_scale():
    data = docx(para("ЖЖЖ"))
    (line,) = lay_out(data).lines(0)
    area = line.area
    twice = Area(2 * area.x, 2 * area.y, 2 * area.width, 2 * area.height)
    assert dark(painted(data, 2.0), twice) > 2.5 * dark(painted(data), area)


def test_a_picture_is_painted_in_its_size():
    image = painted(docx(PICTURE, parts={"word/media/a.png": png("red")}, relations=LINK))
    assert image.pixelColor(71 + 36, 52 + 18) == QColor("red")
    assert image.pixelColor(71 + 75, 52 + 18) == QColor("white")
    assert image.pixelColor(71 + 36, 52 + 40) == QColor("white")


def test_fills_and_lines_of_a_table_are_painted():
    fill = '<w:tcPr><w:shd w:val="clear" w:fill="00FF00"/></w:tcPr>'
    image = painted(docx(table(row(fill + para(), para()), 3000, 3000)), 4.0)
    assert image.pixelColor(4 * 75, 4 * 58) == QColor("#00FF00")
    row_of_pixels = [image.pixelColor(x, 4 * 58).lightness() for x in range(4 * 360, 4 * 380)]
    assert min(row_of_pixels) < 180


@pytest.mark.parametrize("face", ['<w:u w:val="single"/>', "<w:strike/>"])
def test_ornaments_are_painted(face):
    plain, drawn = docx(para("а" * 20)), docx(para("а" * 20, face=face))
    area = lay_out(plain).lines(0)[0].area
    assert dark(painted(drawn, 1.0), area) > dark(painted(plain, 1.0), area) + 40


def test_a_line_knows_its_part_paragraph_and_letters():
    pages = lay_out(docx(para("а") + para(LONG), footer=FOOTER))
    lines = pages.lines(0)
    assert [line.paragraph for line in lines] == [0, 1, 1, 1, 0]
    assert [line.part for line in lines] == ["word/document.xml"] * 4 + ["word/footer.xml"]
    assert lines[1].start == 0
    assert lines[1].end == lines[2].start
    assert lines[3].end == len(LONG)
    assert LONG[lines[2].start : lines[2].end].strip() == lines[2].text.strip()


def test_a_point_gives_the_letter_and_the_letter_its_area():
    body = para("Товар: " + LONG, '<w:jc w:val="both"/>')
    pages = lay_out(docx(body))
    for place in (0, 3, 40, 120, 200):
        ((page, area),) = pages.areas("word/document.xml", 0, place, place + 1)
        middle = area.x + area.width / 2, area.y + area.height / 2
        assert pages.at(page, *middle) == ("word/document.xml", 0, place)


def test_nothing_stands_in_the_margin():
    assert lay_out(docx(para("а"))).at(0, 5, 5) is None


def test_a_stretch_over_two_lines_has_two_areas():
    pages = lay_out(docx(para(LONG)))
    first, second = (area for _, area in pages.areas("word/document.xml", 0, 60, 130))
    assert second.y > first.y
    assert second.x == pytest.approx(70.9)


def test_every_span_of_a_filled_letter_has_an_area_on_the_pages():
    for filled in example_filled().values():
        pages = lay_out(filled.docx)
        for span in filled.spans:
            if span.end > span.start:
                assert pages.areas(span.part, span.paragraph, span.start, span.end), span


def test_wide_letters_are_as_wide_on_paper_as_measured():
    pages = lay_out(docx(para("ЖЖЖ", face='<w:spacing w:val="200"/>')))
    plain = lay_out(docx(para("ЖЖЖ")))
    wide, narrow = pages.lines(0)[0].area.width, plain.lines(0)[0].area.width
    assert wide - narrow == pytest.approx(30)


def test_the_room_is_entered_without_loading_qt():
    code = (
        "import sys, desktop_app.paper.pdf, desktop_app.paper.reading as r;"
        "assert not [m for m in sys.modules if m.startswith('PySide6')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
