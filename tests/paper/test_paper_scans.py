"""Scans of annexes: stamped, turned upright, bounded, and never a crash."""

import io
import os
import re
import subprocess
import time
import unicodedata
from pathlib import Path

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


def places(data):
    """The words of the first page as they are seen: (left, top, text), and the page's size."""
    command = ["pdftotext", "-bbox", "-cropbox", "-l", "1", "-", "-"]
    told = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    size = re.search(r'<page width="([\d.]+)" height="([\d.]+)"', told)
    words = re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)"[^>]*>([^<]*)<', told)
    return [float(one) for one in size.groups()], [(float(x), float(y), w) for x, y, w in words]


@pytest.mark.ci
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("box", [None, (100, 200, 400, 600)])
def test_the_mark_stands_upright_in_the_corner_that_is_seen(document, rotate, box):
    path = document("боком.pdf", (595, 842), rotate=rotate)
    if box:
        writer = PdfWriter(clone_from=PdfReader(path))
        writer.pages[0].cropbox = RectangleObject(box)
        with path.open("wb") as file:
            writer.write(file)
    (wide, high), words = places(scan_pdf(Scan("Приложение № 3", path)))
    if rotate % 180:
        wide, high = high, wide  # The words are told as seen, the page as it lies in the file.
    assert [text for _, _, text in words] == ["Приложение", "№", "3"]
    lefts = [x for x, _, _ in words]
    assert lefts == sorted(lefts) and wide / 2 < lefts[0] and lefts[-1] < wide
    assert all(0 <= y < high / 10 for _, y, _ in words)


def test_what_reads_other_files_is_no_picture(qapp, tmp_path):
    path = tmp_path / "скан.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        f'<image href="{tmp_path}/чужое.png" width="9" height="9"/></svg>',
        encoding="utf-8",
    )
    with pytest.raises(UserError, match="JPEG или PNG"):
        read(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
def test_what_is_no_regular_file_is_not_waited_for(qapp, tmp_path):
    path = tmp_path / "скан.pdf"
    os.mkfifo(path)
    with pytest.raises(UserError, match="на месте"):
        read(path)
    with pytest.raises(UserError, match="на месте"):
        read(Path("/dev/zero"))


def test_a_name_in_two_marks_is_found(picture):
    path = picture(unicodedata.normalize("NFD", "чек-ёй.png"))
    assert words(read(path.with_name(unicodedata.normalize("NFC", path.name))).pages[0])


def test_a_photo_that_ends_too_early_is_refused(picture):
    path = picture("фото.jpg", 900, 600, "JPEG")
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(UserError, match="не целый"):
        read(path)


def test_many_large_pictures_are_refused_before_they_are_read(picture, monkeypatch):
    monkeypatch.setattr(scans, "_MOST_PIXELS_IN_ALL", 1000)
    with pytest.raises(UserError, match="слишком большой"):
        read(picture("много.png"))


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
        (b"", "пуст"),
        (b"\x00" * 5000, "не целый PDF, JPEG или PNG"),
        ("просто текст".encode(), "не целый PDF, JPEG или PNG"),
        (b"%PDF-1.7\nthis is no pdf", "повреждён"),
        (b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer<</Root 1 0 R>>", ""),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 300, "не целый PDF, JPEG или PNG"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "не целый PDF, JPEG или PNG"),
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
