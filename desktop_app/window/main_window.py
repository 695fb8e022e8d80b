"""The window: the list of cases or one open case, the menu, the line at the bottom."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QByteArray, QEvent, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from desktop_app.errors import UserError
from desktop_app.register.register import Register
from desktop_app.window import about, dialogs, housekeeping, preload
from desktop_app.window.cases import case_files
from desktop_app.window.cases.example import example_in, is_example
from desktop_app.window.cases.start_page import Looked, StartPage
from desktop_app.window.look.appearance import Appearance
from desktop_app.window.look.theme import Sizes
from desktop_app.window.menu import Menu
from desktop_app.window.opened.holds import holds_of
from desktop_app.window.remembered import remember, remembered
from desktop_app.window.status_bar import StatusBar

if TYPE_CHECKING:
    from desktop_app.interview.question import Question
    from desktop_app.window.form.case_view import CaseView
    from desktop_app.window.opened.open_cases import OpenCases
    from desktop_app.window.opened.session import Session

_DIALOG_MS = 300


class MainWindow(QMainWindow):
    """One case at a time. Every change is in the register before the window shows it."""

    def __init__(self, register: Register) -> None:
        super().__init__()
        self.register = register
        self.session: Session | None = None
        self.case_view: CaseView | None = None
        self._cases: OpenCases | None = None
        self._looked = Looked()
        self._is_closed = False
        # What is done with the register once this window is closed, before it is shown anew; it
        # says whether the register is still open. None: the program ends.
        self.afterwards: Callable[[Register], bool] | None = None
        self.appearance = Appearance(register, self)
        self.setMinimumSize(760, 560)
        self.resize(1280, 820)
        self.menu = Menu(self)
        self._restore_geometry()
        self.show_start()
        self.appearance.changed.connect(self._show_again)
        preload.begin()
        housekeeping.begin(self)

    @property
    def sizes(self) -> Sizes:
        """The lengths in force."""
        return self.appearance.theme.sizes

    def show_start(self, search: bool = False) -> None:
        """Show the list of cases, with the cursor in its search or on the newest case."""
        try:
            page = StartPage(self.register, self.appearance.theme, self._looked)
        except UserError as error:
            if self.session is None:
                raise
            # What was open stays open: it holds answers that are perhaps not kept.
            dialogs.tell(self, "Список дел не читается", str(error))
            return
        if self._cases is not None and self._cases.leave():
            with suppress(UserError):
                page.refresh()
        self.session, self.case_view = None, None
        page.case_wanted.connect(self.open_stored)
        page.new_wanted.connect(self.new_case)
        page.file_wanted.connect(self.choose_file)
        page.example_wanted.connect(self.show_example)
        self._start = page
        self._put(page)
        self._show_title()
        QTimer.singleShot(0, page.focus_search if search else page.focus_first)

    def new_case(self) -> None:
        """Begin a case."""
        try:
            case_id = self._opened_cases().begin()
        except UserError as error:
            dialogs.tell(self, "Не получилось", str(error))
        else:
            self.open_stored(case_id)

    def open_stored(self, case_id: UUID) -> None:
        """Open a case of the register."""
        try:
            session = self._opened_cases().open(case_id)
        except UserError as error:
            dialogs.tell(self, "Дело не открыто", str(error))
            return
        session.changed.connect(self.menu.refresh)
        session.changed.connect(self._show_title)
        session.replaced.connect(self._show_again)
        self._show(session)

    def choose_file(self) -> None:
        """Ask for a case file and open it."""
        path = case_files.choose(self)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Take a case file into the register and open it; say so if it can't be read."""
        case_id = case_files.take_in(self, self.register, path)
        if case_id is not None:
            self.open_stored(case_id)

    def show_example(self) -> None:
        """Open the example, as it was left."""
        try:
            case_id = example_in(self.register)
        except UserError as error:
            dialogs.tell(self, "Пример не открыт", str(error))
        else:
            self.open_stored(case_id)

    def save_as_file(self) -> None:
        """Write the open case, as it stands in the window, as a file of the contract."""
        if self.session is not None:
            case_files.give_out_open(self, self.session)

    def undo(self) -> None:
        """Take the last change back and go to its question."""
        if self.session is not None and self.case_view is not None:
            path = self.session.undo()
            if path:
                self.case_view.go_to(path)

    def redo(self) -> None:
        """Bring the change back and go to its question."""
        if self.session is not None and self.case_view is not None:
            path = self.session.redo()
            if path:
                self.case_view.go_to(path)

    def go_to_step(self, step_id: str) -> None:
        """Open a step of the open case."""
        if self.case_view is not None:
            self.case_view.visit(step_id)

    def find_case(self) -> None:
        """Put the cursor into the search of the list of cases."""
        self.show_start(search=True)

    def show_letter(self) -> None:
        """Go to the letter: beside the form, or where it is folded away in a window of its own."""
        from desktop_app.window import letters

        letters.show(self)

    def show_print(self) -> None:
        """Choose what of the open case is printed."""
        from desktop_app.window import letters

        letters.show_print(self)

    def go_to_answer(self, path: str) -> None:
        """Go to the question behind a phrase of the letter in its own window."""
        if self.case_view is not None:
            self.activateWindow()
            self.case_view.go_to(path)

    def show_help(self, question: "Question | None" = None) -> None:
        """Tell why something is asked and where to find it."""
        if question is not None:
            dialogs.tell(self, question.label, question.help)
            return
        dialogs.tell(self, "Как это устроено", about.HOW_IT_WORKS)

    def show_about(self) -> None:
        """Tell what program this is."""
        dialogs.tell(self, "О программе", about.PROGRAM)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self._cases:
            self._cases.look_again()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._cases is not None and not self._cases.may_close():
            event.ignore()
            return
        self._is_closed = True
        if self._cases is not None:
            self._cases.leave()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        remember(self.register, "geometry", geometry)
        holds_of(self.register).let_go()
        super().closeEvent(event)

    def _opened_cases(self) -> "OpenCases":
        if self._cases is None:
            from desktop_app.window.opened.open_cases import OpenCases

            self._cases = OpenCases(self.register, self)
            self._cases.abandoned.connect(self.show_start)
        return self._cases

    def _show(self, session: "Session") -> None:
        from desktop_app.window.form.case_view import CaseView

        before = self.case_view if self.session is session else None
        self.session = session
        self.case_view = CaseView(session, self.appearance.theme, self.appearance.percent)
        if before is not None:
            self.case_view.stand_as(before)
        self.case_view.help_wanted.connect(self.show_help)
        self.case_view.list_wanted.connect(self.show_start)
        self._put(self.case_view)
        self.menu.refresh()
        self._show_title()

    def _show_title(self, _path: str = "") -> None:
        if self.session is None:
            self.setWindowTitle("Претензия")
            return
        known = self.session.case.purchase.item or "Новая претензия"
        example = "Пример: " if is_example(self.session.case) else ""
        reading = " (только чтение)" if self.session.reading else ""
        self.setWindowTitle(f"{example}{known}{reading} — Претензия")

    def _put(self, widget: QWidget) -> None:
        self._bar = StatusBar(self.appearance.theme)
        self._bar.follow(self.session)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(widget, 1)
        column.addWidget(self._bar)
        self.setCentralWidget(body)
        self.menu.refresh()

    def _show_again(self) -> None:
        """Show what is shown anew, in other colours or sizes or with other answers."""
        if QApplication.activeModalWidget() is not None:
            # A dialog belongs to what is shown, and may hold text: it is waited for.
            QTimer.singleShot(_DIALOG_MS, self, self._show_again)
            return
        if self._is_closed:
            return
        if self.session is None:
            self.show_start()
        else:
            self._show(self.session)
            from desktop_app.window import letters

            letters.dress_again(self)

    def _restore_geometry(self) -> None:
        stored = remembered(self.register, "geometry")
        if stored:
            self.restoreGeometry(QByteArray.fromBase64(stored.encode()))
