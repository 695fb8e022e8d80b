"""Without fonts, a printer, a display or parts of Qt the program says so and goes on."""

import sys

import pytest
from faults_program import EXAMPLE, assert_kind, assert_refused, run
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QLabel

from desktop_app.qt_libraries import platforms
from desktop_app.window.printing.dialog import PrintDialog

on_linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux leaves fonts and displays to others"
)
NO_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{0}/none</dir><cachedir>{0}/cache</cachedir></fontconfig>
"""


@pytest.fixture
def no_fonts(tmp_path):
    """Variables under which the system has no font at all."""
    told = tmp_path / "fonts.conf"
    told.write_text(NO_FONTS.format(tmp_path), encoding="utf-8")
    (tmp_path / "none").mkdir()
    return {"FONTCONFIG_FILE": str(told), "QT_QPA_FONTDIR": str(tmp_path / "none")}


@on_linux
def test_without_fonts_no_empty_pdf_is_made_and_the_word_files_are(no_fonts, home):
    told = run("render", EXAMPLE, "--out", home / "pdf", "--pdf", home=home, **no_fonts)
    assert_refused(told, "шрифтов", "fonts-liberation")
    assert not (home / "pdf").exists()
    told = run("render", EXAMPLE, "--out", home / "письма", home=home, **no_fonts)
    assert told.returncode == 0 and "шрифтов" in told.stderr
    assert_kind(told.stderr)
    assert len(list((home / "письма").glob("*.docx"))) == 6


IN_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QApplication
from desktop_app.window import application

class Window(application.MainWindow):
    def showEvent(self, event):
        super().showEvent(event)
        QTimer.singleShot(0, self.go)

    def go(self):
        self.show_example()
        self.go_to_step("done")
        QTimer.singleShot(1500, self.tell)

    def tell(self):
        print(*(label.text() for label in self.findChildren(QLabel)), sep="\\n")
        self.close()

application.MainWindow = Window
"""


@on_linux
def test_without_fonts_the_window_opens_and_its_letter_says_why_it_is_empty(no_fonts, home):
    told = run(home=home, before=IN_WINDOW, QT_QPA_PLATFORM="offscreen", **no_fonts)
    assert told.returncode == 0, told.stderr
    assert "Traceback" not in told.stderr and "desktop_app" not in told.stderr
    assert "нет шрифтов" in told.stdout.replace("\u00a0", " ")


WITHOUT_PLUGINS = """
from PySide6.QtCore import QCoreApplication
QCoreApplication.setLibraryPaths([])
"""


@on_linux
def test_a_part_of_qt_that_lacks_is_said_and_nothing_aborts(home):
    told = run("render", EXAMPLE, "--out", home / "п", "--pdf", home=home, before=WITHOUT_PLUGINS)
    assert_refused(told, "части Qt", "заново")
    told = run("render", EXAMPLE, "--out", home / "п", home=home, before=WITHOUT_PLUGINS)
    assert told.returncode == 0 and len(list((home / "п").iterdir())) == 6
    told = run(home=home, before=WITHOUT_PLUGINS, QT_QPA_PLATFORM="offscreen")
    assert_refused(told, "«offscreen»")


@on_linux
@pytest.mark.parametrize("platform", ["windows", "cocoa", "bogus:size=1", "Xcb"])
def test_a_display_that_this_qt_can_not_draw_on_is_refused(platform, home):
    told = run(home=home, QT_QPA_PLATFORM=platform)
    assert_refused(told, f"«{platform.split(':')[0]}»", "QT_QPA_PLATFORM")


@on_linux
@pytest.mark.parametrize("words", [(), ("gui",), ("gui", EXAMPLE), ("--register", "r.sqlite")])
def test_without_a_display_it_shows_how_to_make_a_letter_and_writes_nothing(words, home):
    told = run(*words, home=home)
    assert told.returncode == 0 and told.stdout == ""
    assert "Экрана нет" in told.stderr and "render дело.json --out письма" in told.stderr
    assert list(home.iterdir()) == []


def test_the_parts_of_qt_are_told_by_their_files(tmp_path):
    (tmp_path / "platforms").mkdir()
    for name in ("libqxcb.so", "qwindows.dll", "libqcocoa.dylib", "readme.txt"):
        (tmp_path / "platforms" / name).touch()
    assert platforms([str(tmp_path), str(tmp_path / "нет")]) == {"xcb", "windows", "cocoa"}
    assert platforms([str(tmp_path / "platforms")]) == {"xcb", "windows", "cocoa"}


def test_without_a_printer_the_print_page_says_where_to_print(window, qtbot, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    window.show_example()
    dialog = PrintDialog(window.session, window.appearance.theme, window)
    qtbot.addWidget(dialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Принтера этот компьютер не видит" in said.replace("\u00a0", " ")
    assert dialog.print.isEnabled(), "Qt's own dialog still offers a PDF"
