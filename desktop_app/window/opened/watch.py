"""One open case beside other programs: who edits it, what they change, when they let go."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop_app.errors import UserError
from desktop_app.window.opened.holds import holds_of
from desktop_app.window.opened.session import Session


class Watch(QObject):
    """Holds a case for editing, or lets it be read until that is possible."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._id, self._hold = session.id, holds_of(session.register).on(session.id)
        self._version: int | None = None
        session.edit_wanted.connect(self._edit)
        session.keeping.saved.connect(self._follow_id)
        if not self._hold.take():
            session.begin_reading(self._hold.whole)

    def look(self) -> None:
        """See what other programs did; go on editing where they have let go."""
        session = self._session
        if QApplication.activeModalWidget() is not None or session.keeping.parting is not None:
            return
        try:
            version = session.register.data_version()
        except UserError:
            return  # It is looked at again in a moment.
        if version != self._version and session.keeping.look_again():
            self._version = version
        if session.reading:
            self._take_over(force=False)

    def let_go(self) -> None:
        """Let others edit the case; the whole register is kept."""
        if not self._hold.whole:
            self._hold.let_go()

    def _edit(self, force: bool) -> None:
        if not self._take_over(force):
            self._session.refuse_editing(self._hold.elsewhere)

    def _take_over(self, force: bool) -> bool:
        """Edit the case here, as it was left by the other; say whether that is possible."""
        keeping = self._session.keeping
        if not (self._hold.force() if force else self._hold.take()):
            return False
        if keeping.look_again() and keeping.parting is None:
            self._session.begin_editing()
        return True

    def _follow_id(self) -> None:
        """Hold the case under which the answers are kept from now on."""
        session = self._session
        if session.id == self._id or session.reading:
            return
        self.let_go()
        self._id, self._hold = session.id, holds_of(session.register).on(session.id)
        self._hold.take()
