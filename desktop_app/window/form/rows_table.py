"""The table of a list of answers: as high as its rows, one wide column where it is narrow."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.window.editors.wrapped_items import WrappedItems
from desktop_app.window.form.row_lines import RowWords
from desktop_app.window.look.theme import Theme

_MOST_SEEN = 10
_NARROW = 42
"""Below this width, in letters, the cells of a row stand in one."""


class RowsTable(QTableWidget):
    """Read-only. Enter and a double click want a row, Del removes it; Tab leaves the table.

    A row is dragged to another place: `row_dragged` carries where from and where to.
    """

    row_wanted = Signal(int)
    row_unwanted = Signal(int)
    row_dragged = Signal(int, int)

    def __init__(self, words: RowWords, theme: Theme, parent: QWidget) -> None:
        super().__init__(0, len(words.columns) + 1, parent)
        self._theme = theme
        self._cells: list[tuple[str, ...]] = []
        self.setHorizontalHeaderLabels(["№", *(column.heading for column in words.columns)])
        self.verticalHeader().hide()
        # Older Qt gives a table a corner button, hidden with the header, that bears no name.
        for corner in self.findChildren(QAbstractButton):
            corner.setAccessibleName("Выбрать все строки")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setItemDelegate(WrappedItems(theme, self))
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(1)
        header.sectionResized.connect(self._fit)
        self.doubleClicked.connect(self._want)

    def show_rows(self, rows: list[tuple[str, ...]]) -> None:
        """Show these rows; the current one stays current."""
        if rows == self._cells:
            return
        current = self.currentRow()
        self._cells = rows
        self._fill()
        if rows:
            self.setCurrentCell(min(max(current, 0), len(rows) - 1), 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentRow()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.row_wanted.emit(row)
        elif row >= 0 and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.row_unwanted.emit(row)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where a row is wanted; the rows are the case's, Qt is to move none of them."""
        row, to = self.currentRow(), self._place(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if row >= 0 and to not in (row, row + 1):
            self.row_dragged.emit(row, to - 1 if to > row else to)

    def _place(self, point: QPoint) -> int:
        """Return before which row a point lies; after the last it is their number."""
        index = self.indexAt(point)
        if not index.isValid():
            return self.rowCount()
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_narrow() is not self.isColumnHidden(2):
            self._fill()
        self._fit()

    def _is_narrow(self) -> bool:
        return self.viewport().width() < _NARROW * self._theme.sizes.text

    def _fill(self) -> None:
        narrow = self._is_narrow()
        for column in range(2, self.columnCount()):
            self.setColumnHidden(column, narrow)
        self.horizontalHeader().setVisible(not narrow)
        self.setRowCount(len(self._cells))
        for number, cells in enumerate(self._cells):
            whole = ", ".join(cell for cell in cells if cell)
            shown = (whole, *cells[1:]) if narrow else cells
            for column, text in enumerate((str(number + 1), *shown)):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, whole if column == 1 else text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.setItem(number, column, item)
        self._fit()

    def _fit(self, *_: int) -> None:
        """Give the table the height of its rows, at most ten of them."""
        self.resizeRowsToContents()
        header = self.horizontalHeader()
        height = 0 if header.isHidden() else header.sizeHint().height()
        height += sum(self.rowHeight(row) for row in range(min(self.rowCount(), _MOST_SEEN)))
        height += 2 * self.frameWidth() + 2
        if height != self.maximumHeight():
            self.setFixedHeight(height)

    def _want(self) -> None:
        self.row_wanted.emit(self.currentRow())
