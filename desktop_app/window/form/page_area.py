"""The place of one page: it scrolls, and what has the focus is always in sight."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from desktop_app.window.look.theme import Theme


class PageArea(QScrollArea):
    """Holds one page at a time. `rows` tells its questions by path, as they are shown now.

    `question_focused` carries the path of the question that the focus has come to.
    """

    question_focused = Signal(str)

    def __init__(self, theme: Theme, rows: Callable[[], Mapping[str, QWidget]]) -> None:
        super().__init__(widgetResizable=True)
        self._edge, self._rows = round(theme.sizes.gap), rows
        self._new_page = True
        # Not `singleShot`: where the page is gone before it comes, it would hold all of the case.
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._show_focused)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def put(self, page: QWidget) -> None:
        """Show a page in the place of the other, from its top."""
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()
        self.setWidget(page)
        self.verticalScrollBar().setValue(0)
        self._new_page = True

    @property
    def focused(self) -> str:
        """The path of the question that has the focus on this page, "" for none."""
        inside = self.focusWidget()
        found = (path for path, row in self._rows().items() if inside and row.isAncestorOf(inside))
        return next(found, "")

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        page = self.widget()
        if new is not None and page is not None and page.isAncestorOf(new):
            if self.focused:
                self.question_focused.emit(self.focused)
            # Once the page is laid out: what is said may have moved the field.
            self._soon.start(0)

    def _show_focused(self) -> None:
        """Bring what has the focus into sight, with its label and what is said above it."""
        new, page = self.focusWidget(), self.widget()
        if new is None or page is None or not page.isAncestorOf(new):
            return
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        room = self.viewport().height() - 2 * self._edge
        rows = [row for row in self._rows().values() if row.isAncestorOf(new)]
        # A new page begins at its top where that shows the field, and a page of reading always,
        # though the focus waits at the way on below it.
        stays = self._new_page and (not rows or self._shows(new))
        self._new_page = False
        if not stays:
            for target in (*(row for row in rows if row.height() <= room), new):
                self.ensureWidgetVisible(target, 0, self._edge)

    def _shows(self, control: QWidget) -> bool:
        top = control.mapTo(self.viewport(), QPoint(0, 0)).y()
        return top >= 0 and top + control.height() / 2 <= self.viewport().height()
