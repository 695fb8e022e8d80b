"""The kept cases as a model: read from the register a page at a time, as the list is scrolled."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop_app.clock import now
from desktop_app.register.finding import Query, count, page
from desktop_app.register.register import Register
from desktop_app.register.rows import Row
from desktop_app.window.cases.case_words import below, heading

Index = QModelIndex | QPersistentModelIndex
WORDS_ROLE = Qt.ItemDataRole.UserRole
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
PAGE = 60
_SAID = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


class CaseModel(QAbstractListModel):
    """The cases that a query finds; `total` are all of them, `rows` those read so far."""

    def __init__(self, register: Register) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.total = 0
        self._register, self.query = register, Query()
        self._now = now()

    def find(self, query: Query, least: int) -> None:
        """Show what a query finds, at least `least` rows of it. Raises UserError."""
        rows = page(self._register, query, 0, max(PAGE, least))
        total = count(self._register, query)
        self.beginResetModel()
        self.query, self.rows, self.total, self._now = query, list(rows), total, now()
        self.endResetModel()

    def read_again(self) -> None:
        """Read the rows that are shown anew: their statuses may be others. Raises UserError."""
        rows = page(self._register, self.query, 0, len(self.rows))
        if [row.id for row in rows] != [row.id for row in self.rows]:
            self.find(self.query, len(self.rows))
            return
        self.rows, self._now = list(rows), now()
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of cases read so far."""
        return 0 if parent.isValid() else len(self.rows)

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether there are cases that are not read yet."""
        return not parent.isValid() and len(self.rows) < self.total

    def fetchMore(self, parent: Index) -> None:
        """Read the next page; where it can't be read the list ends here."""
        from desktop_app.errors import UserError

        try:
            rows = page(self._register, self.query, len(self.rows), PAGE)
        except UserError:
            rows = ()
        if not rows:
            self.total = len(self.rows)
            return
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
        self.rows += rows
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a case."""
        row = self.rows[index.row()]
        status = row.status or ""
        if role == WORDS_ROLE:
            return (heading(row), status, below(row, self._now))
        if role == STATE_ROLE:
            return row.state or ""
        if role in _SAID:
            said = (heading(row), status, below(row, self._now))
            return ". ".join(part for part in said if part)
        return None
