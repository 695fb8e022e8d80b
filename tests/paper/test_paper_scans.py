"""Scans of annexes: stamped, turned upright, bounded, and never a crash."""

import io
import time

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    RectangleObject,
    TextStringObject,
)
from PySide6.QtGui import QColor, QImage

from desktop_app.errors import UserError
from desktop_app.paper import scans
from desktop_app.paper.scans import Scan, scan_pdf

# What the reader of pictures says of a broken one on standard error.
pytestmark = pytest.mark.qt_log_ignore("JPEG", extend=True)


@pytest.fixture
def picture(qapp, tmp_path):
    def make(name, width=600, height=900, kind="PNG"):
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("navy"))
        path = tmp_path / name
        assert image.save(str(path), kind)
        return path

    return make


@pytest.fixture
def document(tmp_path):
    def make(name, *sizes, rotate=0, password=""):
        writer = PdfWriter()
        for width, height in sizes:
            writer.add_blank_page(width=width, height=height).rotate(rotate)
        if password:
            writer.encrypt(password)
        path = tmp_path / name
        with path.open("wb") as file:
            writer.write(file)
        return path

    return make


def read(path, mark="Приложение № 3"):
    return PdfReader(io.BytesIO(scan_pdf(Scan(mark, path))))


def words(page):
    return " ".join(page.extract_text().split())


def test_a_picture_becomes_a_stamped_sheet_of_a4(picture):
    for kind in ("PNG", "JPEG"):
        made = read(picture(f"чек.{kind.lower()}", kind=kind))
        (page,) = made.pages
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
        assert words(page) == "Приложение № 3"
        assert len(page.images) == 1


def test_a_wide_picture_lies_across(picture):
    (page,) = read(picture("широкий.png", 1200, 500)).pages
    assert page.mediabox.width > page.mediabox.height


def test_a_turned_photo_stands_upright(picture, tmp_path):
    path = picture("фото.jpg", 900, 600, "JPEG")
    data = path.read_bytes()
    # EXIF: orientation 6, the camera was held upright.
    exif = b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06"
    exif += b"\x00\x00\x00\x00\x00\x00"
    turned = data[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + data[2:]
    path.write_bytes(turned)
    (page,) = read(path).pages
    assert page.mediabox.height > page.mediabox.width


def test_each_page_of_a_pdf_is_stamped_and_keeps_its_size(document):
    made = read(document("акт.pdf", (595, 842), (300, 400), (842, 595)))
    assert [words(page) for page in made.pages] == [
        f"Приложение № 3, лист {number} из 3" for number in (1, 2, 3)
    ]
    assert [round(page.mediabox.width) for page in made.pages] == [595, 300, 842]


def test_a_rotated_page_is_stamped_upright(document):
    (page,) = read(document("боком.pdf", (595, 842), rotate=90)).pages
    assert page.get("/Rotate", 0) == 0
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)
    assert words(page) == "Приложение № 3"


def test_a_page_that_does_not_begin_at_zero_is_stamped_in_its_corner(document, tmp_path):
    path = document("сдвиг.pdf", (400, 500))
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.pages[0].mediabox = RectangleObject((1000, 2000, 1400, 2500))
    with path.open("wb") as file:
        writer.write(file)
    (page,) = read(path).pages
    box = page.mediabox
    assert (round(box.width), round(box.height)) == (400, 500)
    places = []
    page.extract_text(visitor_text=lambda text, cm, tm, *_: places.append((text, cm)))
    (mark,) = [cm for text, cm in places if "Приложение" in text][:1]
    assert box.left <= mark[4] <= box.right and box.bottom <= mark[5] <= box.top


def test_what_would_act_when_opened_is_taken_out(document, tmp_path):
    path = document("живой.pdf", (400, 500))
    writer = PdfWriter(clone_from=PdfReader(path))
    script = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("app.alert('!')"),
        }
    )
    writer.root_object[NameObject("/OpenAction")] = script
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): script})
    action = DictionaryObject(
        {
            NameObject("/S"): NameObject("/Launch"),
            NameObject("/F"): TextStringObject("calc.exe"),
        }
    )
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): ArrayObject([NumberObject(n) for n in (0, 0, 90, 90)]),
            NameObject("/A"): action,
        }
    )
    writer.add_annotation(page_number=0, annotation=note)
    with path.open("wb") as file:
        writer.write(file)
    made = scan_pdf(Scan("Приложение № 1", path))
    reader = PdfReader(io.BytesIO(made))
    assert "/OpenAction" not in reader.root_object and "/Names" not in reader.root_object
    assert all("/A" not in one.get_object() for one in reader.pages[0].get("/Annots", ()))
    assert b"calc.exe" not in made and b"app.alert" not in made


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "не PDF, не JPEG и не PNG"),
        (b"\x00" * 5000, "не PDF, не JPEG и не PNG"),
        ("просто текст".encode(), "не PDF, не JPEG и не PNG"),
        (b"%PDF-1.7\nthis is no pdf", "повреждён"),
        (b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer<</Root 1 0 R>>", ""),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 300, "не PDF, не JPEG и не PNG"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "не PDF, не JPEG и не PNG"),
    ],
)
def test_what_is_no_scan_is_said_with_its_annex_and_name(qapp, tmp_path, content, said):
    path = tmp_path / "скан.pdf"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        read(path)
    assert str(caught.value).startswith("Приложение № 3: файл «скан.pdf»")
    assert said in str(caught.value)


def test_what_is_not_there_or_is_a_folder_is_said(qapp, tmp_path):
    for path in (tmp_path / "нет.pdf", tmp_path):
        with pytest.raises(UserError, match="на месте"):
            read(path)


def test_a_locked_pdf_is_said_to_be_locked(document):
    with pytest.raises(UserError, match="закрыт паролем"):
        read(document("тайна.pdf", (400, 500), password="слон"))


def test_too_much_is_refused(document, picture, monkeypatch):
    monkeypatch.setattr(scans, "MOST_PAGES", 3)
    with pytest.raises(UserError, match="страниц 4"):
        read(document("длинный.pdf", *[(100, 100)] * 4))
    monkeypatch.setattr(scans, "_MOST_PIXELS", 1000)
    with pytest.raises(UserError, match="слишком большой"):
        read(picture("большой.png"))
    monkeypatch.setattr(scans, "LARGEST", 10)
    with pytest.raises(UserError, match="100 МБ"):
        read(picture("тяжёлый.png"))


def test_a_page_of_mad_size_is_no_hang(document):
    begun = time.monotonic()
    made = read(document("безумный.pdf", (0.5, 900000), (1, 1)))
    assert len(made.pages) == 2
    assert time.monotonic() - begun < 10
