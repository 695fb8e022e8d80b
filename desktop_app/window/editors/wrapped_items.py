"""Lines of lists and cells of tables that show all their words, in a column of any width."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.window.look.theme import Theme


class WrappedItems(QStyledItemDelegate):
    """Asks for the height that the wrapped words need; Qt forgets the padding of a style sheet."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._padding = round(theme.sizes.near)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        width = self._width(index)
        # Qt keeps some pixels of its own on either side of the words.
        room = QRect(0, 0, width - 2 * self._padding - 12, 100_000)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        flags = int(Qt.TextFlag.TextWordWrap.value)
        needed = self._view.fontMetrics().boundingRect(room, flags, words).height()
        return QSize(hint.width(), max(hint.height(), needed + 2 * self._padding + 2))

    def _width(self, index: QModelIndex | QPersistentModelIndex) -> int:
        width = getattr(self._view, "columnWidth", None)
        return width(index.column()) if width else self._view.viewport().width()
