"""Printing: two copies in one go, each on paper of its own, the pages of choice, a draft marked."""

from collections import Counter

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QApplication

from desktop_app.case.edit import replaced
from desktop_app.window.printing import job
from desktop_app.window.printing.dialog import PrintDialog


@pytest.fixture
def on_paper(tmp_path):
    """A printer that writes a PDF, and what was printed on it, page by page."""

    class Paper:
        path = tmp_path / "бумага.pdf"
        asked = 0
        before = staticmethod(lambda printer: None)

        def ask(self, printer, _parent):
            self.asked += 1
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(self.path))
            self.before(printer)
            return True

        @property
        def texts(self):
            pages = PdfReader(self.path).pages
            return [" ".join(page.extract_text().split()) for page in pages]

    return Paper()


@pytest.fixture
def dialog(window, on_paper, qtbot):
    def make():
        made = PrintDialog(window.session, window.appearance.theme, window, on_paper.ask)
        qtbot.addWidget(made)
        made.open()
        return made

    return make


def tick_only(made, *names):
    for tick in made.ticks:
        tick.setChecked(tick.text().replace("\u00a0", " ").split(",")[0] in names)


@pytest.fixture
def copies(dialog):
    """The dialog with both copies of the letter ticked and nothing else."""

    def make():
        made = dialog()
        tick_only(made, "Претензия — экземпляр продавца", "Претензия — экземпляр потребителя")
        return made

    return make


def signs(text):
    return Counter("".join(text.split()))


def copy_of(text):
    return "продавца" if text.startswith("Экземпляр продавца") else "потребителя"


def test_both_copies_go_in_one_job(window, copies, on_paper):
    window.show_example()
    made = copies()
    made.print.click()
    assert on_paper.asked == 1
    assert [copy_of(text) for text in on_paper.texts] == ["продавца"] * 3 + ["потребителя"] * 3
    assert "стр. 3 из 3" in on_paper.texts[-1]
    assert "6\u00a0страниц" in made.said.text()
    (page, *_) = PdfReader(on_paper.path).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


def test_what_is_printed_is_what_is_shown(window, copies, on_paper):
    window.show_example()
    made = copies()
    made.print.click()
    pages = made.sheets[0].pages
    shown = "".join(line.text for line in pages.lines(0))
    assert signs(on_paper.texts[0]) == signs(shown)


def test_on_both_sides_each_copy_begins_on_paper_of_its_own(window, copies, on_paper, monkeypatch):
    window.show_example()
    # A printer that writes a file has no second side to be told of.
    assert not job.on_both_sides(QPrinter())
    monkeypatch.setattr(job, "on_both_sides", lambda printer: True)
    copies().print.click()
    texts = on_paper.texts
    assert len(texts) == 7 and texts[3] == ""
    assert copy_of(texts[4]) == "потребителя"


def test_a_blank_side_stands_only_where_a_sheet_would_share_paper():
    class Sheet:
        def __init__(self, count):
            self.pages = type("Pages", (), {"count": count})()

    def sides(*counts, two_sides=True):
        pages = job.pages_of([Sheet(count) for count in counts])
        return [page and page.number for page in job.order(pages, two_sides)]

    assert sides(2, 2) == [1, 2, 3, 4]
    assert sides(1, 1, 1) == [1, None, 2, None, 3]
    assert sides(3, 2, two_sides=False) == [1, 2, 3, 4, 5]
    assert sides(3) == [1, 2, 3]


def test_the_pages_that_were_chosen_are_printed(window, copies, on_paper):
    window.show_example()

    def third_and_fourth(printer):
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(3, 4)

    on_paper.before = third_and_fourth
    copies().print.click()
    assert [copy_of(text) for text in on_paper.texts] == ["продавца", "потребителя"]
    assert "стр. 3 из 3" in on_paper.texts[0] and "стр. 1 из 3" in on_paper.texts[1]


def test_only_what_is_ticked_is_printed(window, copies, on_paper):
    window.show_example()
    made = copies()
    made.ticks[0].setChecked(False)
    made.print.click()
    assert {copy_of(text) for text in on_paper.texts} == {"потребителя"}
    made.ticks[1].setChecked(False)
    made.print.click()
    assert on_paper.asked == 1 and "Отметьте" in made.said.text()


def test_a_draft_is_printed_as_one(window, dialog, on_paper):
    window.show_example()
    case = replaced(window.session.case, "seller.address", None)
    window.session._take(case, "Проба", "seller.address")
    made = dialog()
    assert [tick.text().split(",")[0] for tick in made.ticks] == ["Черновик претензии"]
    made.print.click()
    assert all("ЧЕРНОВИК" in text for text in on_paper.texts)


def test_thinking_better_of_it_prints_nothing(window, qtbot, on_paper):
    window.show_example()
    made = PrintDialog(window.session, window.appearance.theme, window, lambda *_: False)
    qtbot.addWidget(made)
    made.print.click()
    assert not on_paper.path.exists() and made.said.text() == ""


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(window, dialog, on_paper, tmp_path):
    window.show_example()
    on_paper.path = tmp_path / "нет такой папки" / "бумага.pdf"
    made = dialog()
    made.print.click()
    assert "не принял" in made.said.text().replace("\u00a0", " ")


def test_ctrl_p_opens_it_for_the_open_case(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert window.findChild(PrintDialog) is None
    window.show_example()
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    found = window.findChild(PrintDialog)
    assert found.isVisible()
    qtbot.keyClick(found, Qt.Key.Key_Escape)
    assert window.session is not None


def test_the_preview_shows_the_same_pages(window, copies, qtbot):
    seen = []

    def look():
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, QPrintPreviewDialog)
        seen.append(shown.findChild(QPrintPreviewWidget).pageCount())
        shown.close()

    window.show_example()
    made = copies()
    QTimer.singleShot(300, look)
    made.look.click()
    assert seen == [6]


def test_single_pages_are_printed(window, dialog, on_paper):
    window.show_example()

    def some(printer):
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setPageRanges(QPageRanges.fromString("1,3,5"))

    on_paper.before = some
    made = dialog()
    made.print.click()
    assert ["стр. 1 из 3" in text for text in on_paper.texts] == [True, False, False]
    assert [copy_of(text) for text in on_paper.texts] == ["продавца", "продавца", "потребителя"]
    assert "Подпишите" not in made.said.text(), "not all was printed"


def test_pages_that_are_not_there_are_told(window, copies, on_paper):
    window.show_example()

    def none(printer):
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(9, 12)

    on_paper.before = none
    made = copies()
    made.print.click()
    assert "всего 6" in made.said.text().replace("\u00a0", " ")


def test_a_draft_is_not_to_be_signed(window, dialog, on_paper):
    window.show_example()
    case = replaced(window.session.case, "seller.address", None)
    window.session._take(case, "Проба", "seller.address")
    made = dialog()
    made.print.click()
    assert "Подпишите" not in made.said.text()


def test_the_dialog_fits_the_screen_at_any_size_of_letters(window, qtbot):
    window.appearance.choose(200, "light")
    window.show_example()
    made = PrintDialog(window.session, window.appearance.theme, window)
    qtbot.addWidget(made)
    made.show()
    made.resize(1000, 640)
    assert made.height() <= 640 and made.width() <= 1024
    for control in (made.print, made.look, made.close_button):
        assert made.rect().contains(control.geometry().translated(control.parent().pos()))
