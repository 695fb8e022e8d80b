"""A page of parts that follow the case: only a part whose content changed is made anew.

So a page keeps its place while one answers, and the keyboard stays where it was.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.window.look.theme import Sizes


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a page: which it is, what it depends on, how it is made."""

    id: str
    content: Hashable
    make: Callable[[], QWidget]


class Parts(QWidget):
    """Parts one below the other. `show_parts` brings the page to a new list of them."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(round(sizes.gap))
        self._shown: dict[str, tuple[Hashable, QWidget]] = {}

    def show_parts(self, parts: Iterable[Part]) -> None:
        """Show these parts in this order; those with the same content stay as they are."""
        before, self._shown = self._shown, {}
        gone: dict[str, QWidget] = {}
        old = _controls(widget for _, widget in before.values())
        for place, part in enumerate(parts):
            content, widget = before.pop(part.id, (None, None))
            if widget is not None and content != part.content:
                gone[part.id], widget = widget, None
            if widget is None:
                widget = part.make()
            if self._column.indexOf(widget) != place:
                self._column.insertWidget(place, widget)
                widget.setVisible(True)
            self._shown[part.id] = (part.content, widget)
        gone |= {part_id: widget for part_id, (_, widget) in before.items()}
        if old:
            self._set_tab_order(old[0])
        self._keep_focus(gone)
        for widget in gone.values():
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _set_tab_order(self, old_first: QWidget) -> None:
        """Make the order of the keyboard that of reading: new controls come last else."""
        controls = _controls(widget for _, widget in self._shown.values())
        before = old_first.previousInFocusChain()
        while before is not None and before is not old_first and not self._leads_in(before):
            before = before.previousInFocusChain()
        if before is not None and before is not old_first and controls:
            QWidget.setTabOrder(before, controls[0])
        for first, second in pairwise(controls):
            QWidget.setTabOrder(first, second)

    def _leads_in(self, widget: QWidget) -> bool:
        takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        return takes_focus and widget.window() is self.window() and not self.isAncestorOf(widget)

    def _keep_focus(self, gone: dict[str, QWidget]) -> None:
        """Put the focus on what took the place of the focused control, if that one goes."""
        focused = self.focusWidget()
        if focused is None or not focused.hasFocus():
            return
        left = next((id for id, widget in gone.items() if widget.isAncestorOf(focused)), None)
        if left is None:
            return
        in_its_place = [self._shown[left][1]] if left in self._shown else []
        everywhere = [widget for _, widget in self._shown.values()]
        buttons = [b for part in in_its_place + everywhere for b in part.findChildren(QPushButton)]
        same = (b for b in buttons if b.accessibleName() == focused.accessibleName())
        heir = next(same, None) or next(iter(buttons), None)
        if heir is not None:
            heir.setFocus()


def _controls(widgets: Iterable[QWidget]) -> list[QWidget]:
    """Return what takes the focus by the keyboard, in reading order."""
    inside = (control for widget in widgets for control in widget.findChildren(QWidget))
    return [control for control in inside if control.focusPolicy() & Qt.FocusPolicy.TabFocus]
