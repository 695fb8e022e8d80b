"""The card that saves the documents: what, where to, how far it is, what was written."""

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QProgressBar, QVBoxLayout, QWidget

from desktop_app.register.kept_scans import finder
from desktop_app.russian.typography import tidy
from desktop_app.window.look.announce import announce
from desktop_app.window.look.icons import dress
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session
from desktop_app.window.remembered import remember, remembered
from desktop_app.window.sheet_ticks import SheetTicks
from desktop_app.window.views.outside import Outside
from desktop_app.window.views.pieces import (
    Card,
    beside,
    breakable,
    button,
    column,
    is_large,
    link,
    row,
    words,
)
from desktop_app.window.views.saving import Saving, Wanted

FOLDER_SETTING = "documents_folder"
_KEPT_BESIDE = "Файлы с такими именами там уже были и остались: у новых в имени номер в скобках."
_CHANGED_SINCE = "С тех пор ответы изменились. Чтобы они попали в письмо, сохраните ещё раз."
_NUMBERED = re.compile(r" \([0-9]+\)$")
_ASKS_WHERE = "Сначала спросит, в какую папку."
_KINDS = {".docx": "Word", ".pdf": "PDF"}
_NOTHING_STAYS = "Ничего не будет записано."
_WHOLE = "Удобно послать по почте: письмо и все сканы подряд, с номерами приложений."
_HOW_PRINTED = "Сначала спросит, что и на каком принтере."


class SaveCard(Card):
    """Saves the packet, or with `draft` the draft alone. `saved` tells the paths written."""

    saved = Signal(list)

    def __init__(self, session: Session, theme: Theme, draft: bool, outside: Outside) -> None:
        sizes = theme.sizes
        super().__init__("card", sizes, "Черновик" if draft else "Документы")
        self._session, self._sizes, self._draft, self._outside = session, sizes, draft, outside
        self._theme = theme
        self.saving: Saving | None = None
        self.docx = _ticked("Word (.docx)", "Письмо можно править в Word или LibreOffice.")
        self.pdf = _ticked("PDF", "Письмо готово к печати и отправке, править его нельзя.")
        self.whole = _ticked("Всё одним PDF", _WHOLE)
        self.whole.setChecked(False)
        self.sheets = None if draft else SheetTicks(session, sizes)
        what = "Сохранить черновик…" if draft else "Сохранить документы…"
        short = "Сохранить…" if is_large(sizes) else what
        self.save = button(
            short, self._choose, "" if draft else "main", name=what, says=_ASKS_WHERE
        )
        self.print = button(
            "Напечатать…",
            self.print_copies,
            name="Напечатать черновик" if draft else "Напечатать документы",
            says=_HOW_PRINTED,
        )
        dress(self.save, "save", theme)
        dress(self.print, "print", theme)
        self.progress = QProgressBar()
        self.progress.setAccessibleName("Сколько сделано")
        self.progress.setTextVisible(False)
        self.doing = words("", "soft")
        self.stop = button(
            "Отменить", self._cancel, name="Отменить сохранение", says=_NOTHING_STAYS
        )
        self._written = QVBoxLayout()
        self._arrange()
        self._take_up(session.saving)

    def save_to(self, folder: Path) -> None:
        """Save the ticked kinds of file into `folder`; with none ticked say so."""
        if not any(box.isChecked() for box in (self.docx, self.pdf, self.whole)):
            self._say("Отметьте, что сохранить: Word или PDF.", "problem")
            self.docx.setFocus()
            return
        self._start(folder, self.docx.isChecked(), self.pdf.isChecked(), self.whole.isChecked())

    def print_copies(self) -> None:
        """Choose what is printed on which printer."""
        from desktop_app.window.printing.dialog import PrintDialog

        PrintDialog(self._session, self._theme, self).open()

    def _arrange(self) -> None:
        if self._draft:
            self.add(words(tidy("На черновике стоит пометка, вместо пропусков — линейки."), "soft"))
        else:
            self.add(words(tidy("Два экземпляра письма, продавцу и вам. С ними:"), "soft"))
        if self.sheets is not None:
            self.add(self.sheets)
            self.add(words(tidy("В каком виде сохранить:"), "soft"))
        kinds = (self.docx, self.pdf) if self._draft else (self.docx, self.pdf, self.whole)
        self.add(column(self._sizes, *kinds, spacing=0))
        buttons = column(self._sizes, self.save, spacing=self._sizes.near)
        buttons.addWidget(self.print)
        self.add(buttons)
        for piece in (self.doing, self.progress, self.stop):
            self.add(piece)
            piece.hide()
        self.add(self._written)

    def _choose(self) -> None:
        start = remembered(self._session.register, FOLDER_SETTING)
        folder = self._outside.choose_folder(self, start)
        if folder is not None:
            remember(self._session.register, FOLDER_SETTING, str(folder))
            self.save_to(folder)

    def _start(self, folder: Path, docx: bool, pdf: bool, whole: bool = False) -> None:
        if self.saving is not None:
            return
        session = self._session
        wanted = Wanted(
            session.asked_case,
            session.kind,
            session.assessment,
            folder,
            docx,
            pdf,
            draft=self._draft,
            whole=whole,
            documents=self.sheets.chosen if self.sheets is not None else (),
            today=session.today,
            find_scan=finder(session.register, session.id),
        )
        saving = Saving(wanted, self._outside.write)
        session.saving = saving
        self._clear()
        self._follow(saving)
        self.stop.setFocus()
        saving.start()

    def _follow(self, saving: Saving) -> None:
        self.saving = saving
        saving.advanced.connect(self._advance)
        saving.saved.connect(self._end_saved)
        saving.failed.connect(self._end_failed)
        saving.cancelled.connect(self._end_cancelled)
        self._show_running(True)

    def _take_up(self, saving: Saving | None) -> None:
        """Tell of a saving that another page began: how far it is, or how it ended."""
        if saving is None or saving.wanted.draft != self._draft:
            return
        if saving in Saving.running:
            self._follow(saving)
        elif saving.paths:
            self._show_written(saving.paths)
            self._tell_changes(saving)
        elif saving.why_failed:
            self._say(saving.why_failed, "problem")

    def _tell_changes(self, saving: Saving) -> None:
        """Say that answers have changed since the documents were begun, if they have."""
        day = self._session.assessment.law_as_of
        same_day = saving.wanted.assessment.law_as_of == day
        if saving.wanted.case != self._session.asked_case or not same_day:
            self._list(words(tidy(_CHANGED_SINCE), "care"))

    def _cancel(self) -> None:
        if self.saving is not None:
            self.saving.cancel()

    def _advance(self, done: int, of: int, doing: str) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)
        self._say(tidy(doing), "soft")

    def _end_saved(self, paths: list[Path]) -> None:
        saving = self.saving
        self._end()
        self._show_written(paths)
        if saving is not None:
            self._tell_changes(saving)
        self.folder.setFocus()
        self.saved.emit(paths)

    def _end_failed(self, why: str) -> None:
        self._end()
        self._say(why, "problem")

    def _end_cancelled(self) -> None:
        self._end()
        self._say("Отменено, ничего не записано.", "soft")

    def _show_written(self, paths: list[Path]) -> None:
        folder = paths[0].parent
        self._say(f"Сохранено в папку «{folder}»:", "said")
        if any(_NUMBERED.search(path.stem) for path in paths):
            self._list(words(tidy(_KEPT_BESIDE), "soft"))
        for stem in dict.fromkeys(path.stem for path in paths):
            self._list(self._line_of([path for path in paths if path.stem == stem]))
        self.folder = button("Открыть папку", partial(self._open, folder), says=str(folder))
        self._list(self.folder)

    def _line_of(self, paths: list[Path]) -> QWidget:
        """Return a line of one sheet with a link for each file of it."""
        line = QWidget()
        links = [
            link(
                _KINDS.get(path.suffix, "Открыть"),
                partial(self._open, path),
                f"Открыть файл {path.name}",
                says="В программе системы.",
            )
            for path in paths
        ]
        text = column(self._sizes, words(paths[0].stem))
        line.setLayout(beside(self._sizes, text, row(self._sizes, *links)))
        return line

    def _list(self, piece: QWidget) -> None:
        self._written.addWidget(piece)
        piece.show()  # Else it is shown only later, and takes no focus now.

    def _open(self, path: Path) -> None:
        if not self._outside.open_path(path):
            self._say(f"Система не открыла «{path.name}». Откройте его из папки.", "problem")

    def _end(self) -> None:
        self.saving = None
        self._show_running(False)
        self.save.setFocus()

    def _show_running(self, running: bool) -> None:
        """While it runs only «Отменить» is there to press."""
        self.stop.setVisible(running)
        self.progress.setVisible(running)
        for control in (self.save, self.print, self.docx, self.pdf, self.whole, self.sheets):
            if control is not None:
                control.setEnabled(not running)

    def _say(self, text: str, role: str) -> None:
        self.doing.setProperty("role", role)
        self.doing.style().polish(self.doing)
        self.doing.setText(breakable(text))
        self.doing.setAccessibleName(text)
        self.doing.show()
        announce(self.doing, text)

    def _clear(self) -> None:
        while item := self._written.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _ticked(text: str, says: str) -> QCheckBox:
    box = QCheckBox(tidy(text))
    box.setChecked(True)
    box.setAccessibleName(box.text())
    box.setAccessibleDescription(tidy(says))
    box.setToolTip(tidy(says))
    return box
