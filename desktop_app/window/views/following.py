"""A view that follows the case: while it is seen at once, else when it is seen next."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.window.session import Session
from desktop_app.window.theme import Theme
from desktop_app.window.views.parts import Part, Parts


class FollowingView(QWidget):
    """What the views of reading share. `question_wanted` tells the path to go to."""

    question_wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.sizes = session, theme.sizes
        self._parts = Parts(self.sizes)
        self._stale = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._parts)
        layout.addStretch(1)
        session.changed.connect(self._changed)
        self.refresh()

    def parts(self) -> Iterator[Part]:
        """Yield the parts of the view as the case stands."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Bring the view to the case as it stands."""
        self._stale = False
        self._parts.show_parts(self.parts())

    def ask(self, path: str) -> None:
        """Say that the person wants to go to the question of `path`."""
        self.question_wanted.emit(path)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the view was not seen."""
        if self._stale:
            self.refresh()
        super().showEvent(event)

    def _changed(self, _path: str) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
