"""«Печать»: the sheets ticked, a look at them, then the printer of choice."""

import contextlib
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewDialog
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.letter.sheets import MEMO
from desktop_app.packet.make import Packet, Sheet, make_packet, make_whole_packet
from desktop_app.packet.picture import with_picture
from desktop_app.russian.numbers import counted
from desktop_app.russian.typography import tidy
from desktop_app.window.look.announce import announce
from desktop_app.window.look.icons import dress
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session
from desktop_app.window.printing import job
from desktop_app.window.sheet_ticks import offered_and_wanted
from desktop_app.window.views.pieces import button, row, words

_TWO_SIDES = (
    "Можно печатать с двух сторон: каждый экземпляр начнётся с нового листа, "
    "если выбрать двустороннюю печать в окне принтера."
)
_DRAFT = "Это черновик: на каждой странице стоит пометка. Подписывать и отдавать его не нужно."
_NO_PRINTER = (
    "Принтера этот компьютер не видит. Сохраните PDF и напечатайте его в другом месте: "
    "в копицентре, библиотеке, МФЦ или у знакомых."
)
Ask = Callable[[QPrinter, QWidget], bool]


def _sheets(session: Session, draft: bool) -> tuple[Sheet, ...]:
    """Return what can be printed: of a draft one copy, else every sheet that could be of use."""
    packet = _packet(session)
    if draft:
        return make_packet(packet.case, packet.kind, packet.assessment, draft, copies=1)
    offered = frozenset(one.id for one in offered_and_wanted(session)[0])
    return make_whole_packet(with_picture(replace(packet, chosen=offered)))


def _packet(session: Session) -> Packet:
    return Packet(session.asked_case, session.kind, session.assessment, session.today)


def ask_printer(printer: QPrinter, parent: QWidget) -> bool:
    """Let the person choose the printer, the pages and the copies; False if not after all."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Печать")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    return bool(dialog.exec())


class PrintDialog(QDialog):
    """Prints what is ticked in one go: the shop's copy and the consumer's."""

    def __init__(
        self, session: Session, theme: Theme, parent: QWidget, ask: Ask = ask_printer
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Печать — Претензия")
        self._ask, self._session = ask, session
        self._memo_of: tuple[frozenset[str], Sheet] | None = None
        draft = self._draft = bool(session.obstacles)
        self.sheets = _sheets(session, draft)
        wanted = offered_and_wanted(session)[1] | {session.kind.id}
        self.ticks = tuple(_tick(sheet, draft, wanted) for sheet in self.sheets)
        self.print = button("Напечатать…", self.run, "main", says="Откроет окно выбора принтера.")
        self.look = button("Посмотреть…", self.preview, says="Как это ляжет на бумагу.")
        self.close_button = button("Закрыть", self.reject, says="Не печатать.")
        self.said = words("", "soft")
        self.said.hide()
        self._arrange(theme, draft)

    @property
    def chosen(self) -> tuple[Sheet, ...]:
        """The sheets that are ticked, each as many times as it is needed on paper."""
        pairs = zip(self.sheets, self.ticks, strict=True)
        chosen = [sheet for sheet, tick in pairs if tick.isChecked()]
        names = frozenset(sheet.document.id for sheet in chosen)
        # The memo names the sheets of the packet: those that are printed with it.
        made = (self._memo(names) if sheet.document is MEMO else sheet for sheet in chosen)
        return tuple(one for sheet in made for one in (sheet,) * sheet.document.copies)

    def _memo(self, names: frozenset[str]) -> Sheet:
        if self._memo_of is None or self._memo_of[0] != names:
            self._memo_of = names, replace(_packet(self._session), chosen=names).make(MEMO)
        return self._memo_of[1]

    def run(self) -> None:
        """Ask for the printer, then print."""
        if not self.chosen:
            self._say("Отметьте, что печатать.")
            return
        printer = self._printer()
        if not self._ask(printer, self):
            return
        try:
            printed = job.run(self.chosen, printer)
        except job.NoSuchPageError:
            count = len(job.pages_of(self.chosen))
            there = counted(count, "страница", "страницы", "страниц")
            self._say(f"Таких страниц нет: всего {there}.")
            return
        if printed:
            sent = f"На печать отправлено: {counted(printed, 'страница', 'страницы', 'страниц')}."
            both = all(tick.isChecked() for tick in self.ticks[:2]) and not self._draft
            whole = both and printed == len(job.pages_of(self.chosen))
            self._say(f"{sent} Подпишите оба экземпляра." if whole else sent)
        else:
            self._say("Принтер не принял задание. Проверьте, включён ли он, и повторите.")

    def preview(self) -> None:
        """Show the pages as they will lie on paper."""
        if not self.chosen:
            self._say("Отметьте, что печатать.")
            return
        # Held here: Qt's dialog does not own the printer.
        printer = self._printer()
        dialog = QPrintPreviewDialog(printer, self)
        dialog.setWindowTitle("Как это ляжет на бумагу")
        dialog.paintRequested.connect(self._paint)
        dialog.resize(self.screen().availableSize() * 0.8)
        dialog.exec()

    def _paint(self, printer: QPrinter) -> None:
        with contextlib.suppress(job.NoSuchPageError):
            job.run(self.chosen, printer)

    def _printer(self) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.sheets[0].name)
        printer.setCreator("Претензия")
        return printer

    def _say(self, text: str) -> None:
        self.said.setText(tidy(text))
        self.said.setAccessibleName(tidy(text))
        self.said.show()
        announce(self.said, tidy(text))

    def _arrange(self, theme: Theme, draft: bool) -> None:
        sizes, edge = theme.sizes, round(theme.sizes.wide)
        sheets = QWidget()
        sheets.setProperty("role", "page")
        column = QVBoxLayout(sheets)
        column.setContentsMargins(edge, edge, edge, round(sizes.gap))
        column.setSpacing(round(sizes.gap))
        column.addWidget(words("Что печатать", "title"))
        for tick in self.ticks:
            column.addWidget(tick)
        column.addWidget(words(tidy(_DRAFT if draft else _TWO_SIDES), "soft"))
        if not QPrinterInfo.availablePrinterNames():
            column.addWidget(words(tidy(_NO_PRINTER), "care"))
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(sheets)
        foot = QVBoxLayout()
        foot.setContentsMargins(edge, round(sizes.near), edge, edge)
        foot.setSpacing(round(sizes.near))
        foot.addWidget(self.said)
        dress(self.print, "print", theme)
        foot.addWidget(row(sizes, self.print, self.look, self.close_button))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(area, 1)
        page.addLayout(foot)
        self.print.setDefault(True)
        self.print.setFocus()
        room = self.screen().availableSize()
        wanted = sheets.sizeHint().height() + foot.sizeHint().height()
        self.resize(
            min(round(sizes.reading_width * 0.8), room.width()),
            min(wanted + edge, round(room.height() * 0.9)),
        )


def _tick(sheet: Sheet, draft: bool, wanted: frozenset[str]) -> QCheckBox:
    name = "Черновик претензии" if draft else sheet.name
    count = counted(sheet.pages.count, "страница", "страницы", "страниц")
    times = ", два раза" if sheet.document.copies > 1 else ""
    box = QCheckBox(tidy(f"{name}, {count}{times}"))
    box.setChecked(sheet.document.id in wanted)
    box.setAccessibleName(box.text())
    box.setAccessibleDescription(tidy("Печатать этот лист."))
    return box
