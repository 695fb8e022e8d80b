"""Keeping one open case in the register: at once, again if it failed, never over another's."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.case.edit import replaced
from desktop_app.case.model import Case
from desktop_app.clock import now
from desktop_app.errors import UserError
from desktop_app.register.faults import ChangedError, GoneError
from desktop_app.register.kept_scans import copy as copy_scans
from desktop_app.register.register import Register
from desktop_app.register.rows import Stored

_RETRY_MS = 2000


def is_empty(case: Case) -> bool:
    """Whether nothing at all has been told in a case."""
    return case == Case(kind=case.kind, id=case.id)


class Keeping(QObject):
    """The way of one case into the register.

    `saved` comes when it is there, `not_saved` with the reason when it could not
    be put there; it is then tried again until it can, and `trouble` is that reason
    until then. Where another window has changed the case or removed it, trying
    again is of no use: `parted` comes, and `parting` says what happened until
    `follow` or `keep_as_new` ends it.
    """

    saved = Signal(datetime)
    not_saved = Signal(str)
    parted = Signal()

    def __init__(self, register: Register, case_id: UUID, stored: Stored, parent: QObject) -> None:
        super().__init__(parent)
        self.id = case_id
        self.saved_at = stored.changed_on
        self.parting: ChangedError | GoneError | None = None
        self.trouble = ""
        self._register = register
        self._seen = stored.changed_on
        self._wanted, self._kept = (stored.case, stored.step), stored.case
        self._retry = QTimer(self, singleShot=True, interval=_RETRY_MS)
        self._retry.timeout.connect(self._keep)

    @property
    def seen(self) -> datetime:
        """Since when the kept case has been what this window last knew of it."""
        return self._seen

    @property
    def lacks(self) -> bool:
        """Whether answers given here are not in the register."""
        return self._wanted[0] != self._kept

    def keep(self, case: Case, step: str | None) -> bool:
        """Put the case into the register as it is now; say whether it is there."""
        self._wanted = case, step
        return self._keep()

    def look_again(self) -> bool:
        """See whether another window has changed the case or removed it; say if one could see."""
        try:
            stored = self._register.read(self.id)
        except GoneError as error:
            self._part(error)
        except UserError:
            return False  # It can't be read now: the next change will say so.
        else:
            if stored.changed_on != self._seen:
                self._part(ChangedError())
            return self.parting is not None or stored.changed_on == self._seen
        return True

    def follow(self) -> Case:
        """Return the case as another window has kept it: from here on that is the kept one."""
        stored = self._register.read(self.id)
        self._wanted, self._seen = (stored.case, self._wanted[1]), stored.changed_on
        self._end(stored.changed_on)
        return stored.case

    def keep_as_new(self) -> None:
        """Keep what stands here as a case of its own and go on with that one."""
        at = now()
        with self._register.transaction():
            new_id = self._register.new(self._wanted[0], at, self._wanted[1])
            copy_scans(self._register, self.id, new_id)
        self.id = new_id
        self._seen = at
        self._end(at)

    def look_later(self) -> None:
        """Forget that the other's answers were noticed: they could not be read just now."""
        self.parting = None

    def give_up(self) -> None:
        """Let the case go: it was removed, and what stands here shall not be kept."""
        self._kept, self.parting = self._wanted[0], None

    def _keep(self) -> bool:
        at = now()
        case, step = self._wanted
        own = case if case.id in (None, self.id) else replaced(case, "id", self.id)
        try:
            self._seen = self._register.save(self.id, own, at, step, self._seen)
        except (ChangedError, GoneError) as error:
            if isinstance(error, GoneError) and is_empty(self._kept):
                # Another window has dropped a case without answers: this one has some now.
                self.keep_as_new()
                return True
            self._part(error)
            return False
        except UserError as error:
            self._retry.start()
            self._say(str(error))
            return False
        self._end(at)
        return True

    def _part(self, error: ChangedError | GoneError) -> None:
        self._retry.stop()
        self.parting = error
        self._say(str(error))
        self.parted.emit()

    def _say(self, trouble: str) -> None:
        self.trouble = trouble
        self.not_saved.emit(trouble)

    def _end(self, at: datetime) -> None:
        """Note that what stands here is in the register since `at`."""
        self._retry.stop()
        self._kept, self.parting, self.saved_at = self._wanted[0], None, at
        self.trouble = ""
        self.saved.emit(at)
