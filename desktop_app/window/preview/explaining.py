"""What the letter tells of itself: why a paragraph stands, what is absent, what is not shown."""

from collections.abc import Callable

from desktop_app.advice.why import absences, explained
from desktop_app.law.book import load_law_book
from desktop_app.russian.typography import tidy
from desktop_app.window.opened.session import Session
from desktop_app.window.preview.sheets import Sheets
from desktop_app.window.preview.why_panel import WhyPanel
from desktop_app.window.views.outside import open_path, own_folder


class Explaining:
    """Fills the panel below the pages from what the pages show."""

    def __init__(self, session: Session, sheets: Sheets, panel: WhyPanel) -> None:
        self._session, self._sheets, self._panel = session, sheets, panel
        self._again: Callable[[], None] | None = None

    def explain(self) -> None:
        """Show why the current paragraph stands, else that of the first page's top."""
        preview = self._sheets.preview
        if preview is None:
            return
        if self._sheets.current is None:
            self._sheets.step(1)
        told = self._sheets.current
        if told is not None:
            law, day = load_law_book().law, self._session.assessment.law_as_of
            why = explained(preview.why, told.key, told.text, preview.case, law, day)
            self._panel.explain(told.text, why)
            self._again = self.explain

    def list_absent(self) -> None:
        """Show what is not in the letter, and why."""
        preview = self._sheets.preview
        if preview is not None:
            self._panel.list_absent(absences(preview.why, preview.case))
            self._again = self.list_absent

    def again(self) -> None:
        """Say anew, of the pages as they are now, what the open panel says."""
        if self._panel.isHidden():
            return
        if self._sheets.current is None and self._again == self.explain:
            self._panel.hide()
        elif self._again is not None:
            self._again()

    def list_not_shown(self) -> None:
        """Show what the pages leave out, and which fonts stand in."""
        preview = self._sheets.preview
        if preview is None:
            return
        pages = preview.pages
        fonts = (f"Вместо шрифта {name}: {used}." for name, used in pages.stand_ins.items())
        left_out = (f"Не показано: {one}." for one in pages.not_shown)
        said = (*left_out, *fonts) or ("Всё показано так, как в файле Word.",)
        self._again = self.list_not_shown
        self._panel.say("Чем страницы отличаются от файла", tuple(tidy(one) for one in said))

    def open_outside(self) -> None:
        """Open a copy of the file in the system's program for Word files."""
        preview = self._sheets.preview
        if preview is None:
            return
        path = own_folder() / f"{preview.sheet.name}.docx"
        try:
            path.write_bytes(preview.sheet.filled.docx)
            opened = open_path(path)
        except OSError:
            opened = False
        if not opened:
            why = "Система не открыла файл: программы для документов Word нет."
            self._panel.say("Открыть не удалось", (tidy(why),))
