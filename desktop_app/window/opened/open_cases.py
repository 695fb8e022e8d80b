"""The cases that this window has open: opened, left, and nothing lost when it closes."""

from contextlib import suppress
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.case.model import Case
from desktop_app.clock import now
from desktop_app.errors import UserError
from desktop_app.register.register import Register
from desktop_app.window import dialogs
from desktop_app.window.opened import kept_files, parting
from desktop_app.window.opened.holds import holds_of
from desktop_app.window.opened.keeping import is_empty
from desktop_app.window.opened.session import Session
from desktop_app.window.opened.watch import Watch
from desktop_app.window.views.saving import Saving

POLL_MS = 1000
_READ_NO_MORE = "В хранилище этого дела больше нет. Вы его только читали, ваши ответы не пропали."


class OpenCases(QObject):
    """One case is open at a time; one that was left lives on until its answers are kept.

    `abandoned` comes when the open case was removed by another window and shall not be kept.
    """

    abandoned = Signal()

    def __init__(self, register: Register, window: QWidget) -> None:
        super().__init__(window)
        self._register, self._window = register, window
        self._current: Session | None = None
        self._left: list[Session] = []
        self._waited: set[Saving] = set()
        self._watches: dict[Session, Watch] = {}
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._look)
        self._poll.start()

    def begin(self) -> UUID:
        """Keep a new case without answers and return its id. Raises UserError."""
        holds_of(self._register).require()
        return self._register.new(Case(kind="refund"), now())

    def open(self, case_id: UUID) -> Session:
        """Open a case in the place of the one that was open. Raises UserError.

        One whose last answers are not kept yet is taken up again, with them.
        """
        session = next((left for left in self._all() if left.id == case_id), None)
        if session is None:
            session = Session(self._register, case_id, self)
            # Not in the middle of the key that brought it to light.
            session.parted.connect(self._settle_current, Qt.ConnectionType.QueuedConnection)
            session.keeping.saved.connect(self._let_go)
            self._watches[session] = Watch(session)
            kept_files.take_in(session)
        if session is not self._current:
            self.leave()
            self._left = [left for left in self._left if left is not session]
            self._current = session
        return session

    def leave(self) -> bool:
        """Close the open case; say whether the list of cases is another now.

        A case without a single answer is not kept, unless another window gave it some.
        """
        session, self._current = self._current, None
        if session is None:
            return False
        self._left.append(session)
        return self._let_go()

    def look_again(self) -> None:
        """The window is in front again: see what another one did, and which day it is."""
        self._look()
        if self._current is not None:
            self._current.look_at_calendar()

    def may_close(self) -> bool:
        """Put into the register what is not there yet; say whether nothing keeps the window."""
        waited = Saving.running - self._waited
        for saving in waited:
            saving.saved.connect(self._window.close)
            saving.cancelled.connect(self._window.close)
        self._waited = set(Saving.running)
        if Saving.running:
            return False
        for session in self._all():
            if session.keeping.lacks and not session.save():
                self._settle(session)
        return not any(session.keeping.lacks for session in self._all()) or dialogs.ask(
            self._window,
            "Последние ответы не сохранены",
            "Сейчас не удаётся записать в хранилище дел. Если закрыть программу, последние ответы "
            "пропадут.",
            "Закрыть всё равно",
            "Не закрывать",
        )

    def _look(self) -> None:
        """See what other programs did with the open case, and whether it is free again."""
        if self._current is not None:
            self._watches[self._current].look()

    def _settle_current(self) -> None:
        if self._current is not None:
            self._settle(self._current)

    def _settle(self, session: Session) -> None:
        """Ask what shall stand where another window has changed or removed a case."""
        if session.reading and session.keeping.parting is not None:
            session.keeping.give_up()
            dialogs.tell(self._window, "Дело удалили в другом окне", _READ_NO_MORE)
            self.abandoned.emit()
            return
        if not parting.settle(self._window, session) and session is self._current:
            self.abandoned.emit()

    def _all(self) -> list[Session]:
        return [*self._left, *([self._current] if self._current else [])]

    def _let_go(self) -> bool:
        """End the sessions that were left and are kept; say whether a case went with one."""
        removed = False
        for session in [left for left in self._left if not left.keeping.lacks]:
            self._left.remove(session)
            if not is_empty(session.case):
                kept_files.forget_unnamed(session)
            self._watches.pop(session).let_go()
            if is_empty(session.case) and not session.reading:
                with suppress(UserError):
                    removed |= self._register.remove_unchanged(session.id, session.keeping.seen)
            session.deleteLater()
        return removed
