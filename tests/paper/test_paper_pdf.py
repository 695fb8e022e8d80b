"""The PDF: its text, its fonts, its metadata, and how it comes about without a display."""

import io
import os
import re
import shutil
import subprocess
import sys
from collections import Counter

import pytest
from paper_docx import FOOTER, LONG, docx, example_letters, para
from pypdf import PdfReader

from desktop_app.errors import UserError
from desktop_app.paper import qt
from desktop_app.paper.pages import lay_out
from desktop_app.paper.pdf import pdf, write_pdf
from desktop_app.paper.qt import qt_missing


def tool(name: str, *arguments: str, data: bytes) -> str:
    """The output of one of poppler's tools; in CI it may not be missing."""
    if shutil.which(name) is None and not os.environ.get("CI"):
        pytest.skip(f"{name} is not installed")
    done = subprocess.run([name, *arguments], input=data, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.fixture(scope="module")
def letters():
    return example_letters()


@pytest.mark.ci
def test_the_words_of_the_pdf_are_those_of_the_pages(letters):
    for data in letters.values():
        pages = lay_out(data)
        expected = [
            word
            for at in range(pages.count)
            for line in pages.lines(at)
            for word in line.text.split()
        ]
        found = tool("pdftotext", "-layout", "-", "-", data=pdf(data, "т")).split()
        assert Counter(found) == Counter(expected)


@pytest.mark.ci
def test_a_sentence_over_lines_can_be_found_in_the_text():
    text = tool("pdftotext", "-", "-", data=pdf(docx(para(LONG, '<w:jc w:val="both"/>')), "т"))
    assert " ".join(text.split()) == LONG.strip()


@pytest.mark.ci
def test_the_fonts_are_embedded_and_readable(letters):
    lines = tool("pdffonts", "-", data=pdf(next(iter(letters.values())), "т")).splitlines()[2:]
    assert lines
    for line in lines:
        embedded, _, unicode = line.split()[-5:-2]
        assert (embedded, unicode) == ("yes", "yes")


@pytest.mark.ci
def test_title_paper_and_date_come_from_the_letter(letters):
    data = pdf(letters["refund-seller"], "Претензия ООО «Ромашка»")
    facts = dict(
        line.split(":", 1) for line in tool("pdfinfo", "-isodates", "-", data=data).splitlines()
    )
    assert facts["Title"].strip() == "Претензия ООО «Ромашка»"
    assert facts["Page size"].strip().endswith("(A4)")
    assert facts["Author"].strip() == ""
    assert facts["CreationDate"].strip() == facts["ModDate"].strip()
    assert facts["CreationDate"].strip().endswith("T00:00:00Z")


def test_the_same_letter_gives_the_same_bytes(letters):
    data = next(iter(letters.values()))
    assert pdf(data, "т") == pdf(data, "т")
    assert pdf(data, "т") != pdf(data, "другое")


def test_nothing_of_the_machine_or_the_clock_is_in_it(letters):
    data = pdf(next(iter(letters.values())), "т")
    # In a string of a PDF «:» may be written as its number.
    dates = re.findall(rb"Date[ =]?[\"(]+(?:D(?:\\072|:))?([0-9]{4}-?[0-9]{2}-?[0-9]{2})", data)
    assert len(dates) == 5
    assert len({date.replace(b"-", b"") for date in dates}) == 1
    for name in filter(None, (os.environ.get("USER"), os.uname().nodename)):
        if len(name) > 4:
            assert name.encode() not in data


def test_a_document_without_a_date_has_a_fixed_one():
    made = PdfReader(io.BytesIO(pdf(docx(para("а")), "т")))
    assert made.metadata["/CreationDate"] == made.metadata["/ModDate"] == "D:20000101000000Z"


def test_spaces_are_spaces(letters):
    """Not tabs, which Qt takes for them: a phrase would not be found, and be copied with tabs."""
    made = PdfReader(io.BytesIO(pdf(letters["refund-seller"], "Претензия")))
    text = made.pages[0].extract_text()
    assert "\t" not in text and "Закон РФ от 07.02.1992" in " ".join(text.split())
    letters_of = [
        font.get_object()["/ToUnicode"].get_object().get_data()
        for font in made.pages[0]["/Resources"]["/Font"].values()
    ]
    assert any(b"<0020>" in one for one in letters_of)
    assert not any(b"<0009>" in one for one in letters_of)


def test_the_language_the_outline_and_the_title_are_told(letters):
    made = PdfReader(io.BytesIO(pdf(letters["refund-seller"], "Претензия")))
    assert made.root_object["/Lang"] == "ru-RU"
    assert made.root_object["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    claim, sections = made.outline
    assert claim.title == "ПРЕТЕНЗИЯ"
    titles = [section.title for section in sections]
    assert titles[0] == "Ремонты" and "Требования" in titles
    pages = [made.get_destination_page_number(section) for section in sections]
    assert pages == sorted(pages) and pages[0] == 0
    for section, page in zip(sections, pages, strict=True):
        assert section.title in " ".join(made.pages[page].extract_text().split())


def test_pages_are_as_many_as_laid_out():
    body = "".join(para(f"{at}", "<w:pageBreakBefore/>") for at in range(4))
    data = pdf(docx(body, footer=FOOTER), "т")
    assert len(re.findall(rb"/Type /Page\b(?!s)", data)) == lay_out(docx(body)).count == 4


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(UserError, match=r"Не удалось записать файл «a\.pdf»"):
        write_pdf(docx(para("а")), "т", tmp_path / "no" / "a.pdf")


def test_the_file_has_the_bytes(tmp_path):
    write_pdf(docx(para("а")), "т", tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == pdf(docx(para("а")), "т")


def test_no_display_is_needed(tmp_path):
    (tmp_path / "a.docx").write_bytes(docx(para(LONG)))
    code = (
        "import sys; from pathlib import Path; from desktop_app.paper.pdf import write_pdf;"
        "write_pdf(Path(sys.argv[1]).read_bytes(), 'т', Path(sys.argv[2]))"
    )
    unset = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR")
    bare = {name: value for name, value in os.environ.items() if name not in unset}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.docx"), str(tmp_path / "a.pdf")],
        env=bare,
        capture_output=True,
        check=True,
    )
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert done.stderr == b""


def test_many_pdfs_can_be_made_in_one_process():
    """The binding takes references to None: in Python 3.11 the process would die of it."""
    code = (
        "from desktop_app.paper.qt import ready; ready();"
        "from PySide6.QtGui import QFont; f = QFont();"
        "[f.setPixelSize(12) for _ in range(300_000)]; print('alive')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.strip() == b"alive"


def test_qt_is_there_where_these_tests_run():
    assert qt_missing() is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="apt-get is Linux's")
def test_a_missing_system_library_is_named_with_the_command_that_installs_it(monkeypatch):
    error = ImportError("libEGL.so.1: cannot open shared object file")

    def no_library(name, *rest, **more):
        if name.startswith("PySide6"):
            raise error
        return real(name, *rest, **more)

    real = __import__
    monkeypatch.setattr("builtins.__import__", no_library)
    sentence = qt.qt_missing()
    monkeypatch.undo()
    assert sentence is not None
    assert "libEGL.so.1" in sentence
    assert "sudo apt-get" in sentence
    assert "libegl1" in sentence
