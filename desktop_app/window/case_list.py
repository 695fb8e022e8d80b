"""The kept cases as a list: one line a case, painted as two, told to a screen reader as one."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.register.basket import kept_until
from desktop_app.register.rows import Row
from desktop_app.russian.dates import full
from desktop_app.russian.typography import tidy
from desktop_app.window.clock import now
from desktop_app.window.example import is_example
from desktop_app.window.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_WORDS = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


def when_said(moment: datetime, now: datetime) -> str:
    """Return a moment in words, in the zone of `now`: «сегодня в 14:05», «5 октября 2026 года»."""
    local = moment.astimezone(now.tzinfo)
    day = local.date()
    if day == now.date():
        return tidy(f"сегодня в {local:%H:%M}")
    if day == now.date() - timedelta(days=1):
        return tidy(f"вчера в {local:%H:%M}")
    return full(day)


def heading(row: Row) -> str:
    """Return what a case is known by: the buyer and the item; the example is called one."""
    known = " · ".join(filter(None, (row.buyer, row.item))) or "Новая претензия"
    return f"Пример: {known}" if is_example(row) else known


def below(row: Row, now: datetime) -> str:
    """Return the second line: the seller, when the case was changed or until when it is kept."""
    if row.basket_on is not None:
        last = full(kept_until(row.basket_on, now))
        when = tidy(f"убрано {when_said(row.basket_on, now)}, удалится после {last}")
    else:
        when = f"изменено {when_said(row.changed_on, now)}"
    return " · ".join((row.seller or "продавец не назван", when))


def found(rows: Sequence[Row], text: str) -> list[Row]:
    """Return the rows in which each word of `text` stands somewhere; ё and е are one letter."""
    asked = _plain(text).split()
    return [row for row in rows if all(word in _plain(_words(row)) for word in asked)]


def _words(row: Row) -> str:
    return f"{heading(row)} {row.seller or ''}"


def _plain(text: str) -> str:
    return text.casefold().replace("ё", "е")


class CaseModel(QAbstractListModel):
    """The rows that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._now = now()

    def show_rows(self, rows: list[Row]) -> None:
        """Show these rows in the place of the others."""
        self.beginResetModel()
        self.rows, self._now = rows, now()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of cases."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a case."""
        row = self.rows[index.row()]
        if role == _ROW:
            return (heading(row), below(row, self._now))
        if role in _WORDS:
            return f"{heading(row)}. {below(row, self._now)}"
        return None


class CasePainter(QStyledItemDelegate):
    """Paints a case: what it is known by, below it the seller and the day."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for two lines."""
        lines = sum(QFontMetrics(font).height() for font in self._fonts(option.font))
        sizes = self._theme.sizes
        return QSize(round(sizes.target), round(lines + 2 * sizes.near + sizes.hair))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground of the chosen case, then the two lines, cut with «…» if too long."""
        colours, sizes = self._theme.colours, self._theme.sizes
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = option.state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(QColor(colours.accent if focused else colours.accent_soft), 2))
            painter.setBrush(QColor(colours.accent_soft))
            ground = QRectF(option.rect).adjusted(2, 2, -2, -2)
            painter.drawRoundedRect(ground, sizes.corner, sizes.corner)
        edge = round(sizes.gap)
        area = option.rect.adjusted(edge, round(sizes.near), -edge, -round(sizes.near))
        inks = (colours.ink, colours.soft)
        for text, font, ink in zip(index.data(_ROW), self._fonts(option.font), inks, strict=True):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area.left(), area.top() + metrics.ascent(), shown)
            area.setTop(area.top() + metrics.height() + round(sizes.hair))
        painter.restore()

    def _fonts(self, font: QFont) -> tuple[QFont, QFont]:
        first, second = QFont(font), QFont(font)
        first.setPixelSize(round(self._theme.sizes.lead))
        first.setWeight(QFont.Weight.DemiBold)
        second.setPixelSize(round(self._theme.sizes.small))
        return first, second


class CaseList(QListView):
    """The list itself; `shown` and `current` speak of rows of the register."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = CaseModel()
        self.setModel(self._model)
        self.setItemDelegate(CasePainter(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setAccessibleName("Дела")
        self.setAccessibleDescription(tidy("Стрелки выбирают дело, Enter открывает."))

    @property
    def shown(self) -> list[Row]:
        """The rows in the list."""
        return self._model.rows

    @property
    def current(self) -> Row | None:
        """The chosen row."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def show_rows(self, rows: list[Row], chosen: UUID | None = None, near: int = 0) -> None:
        """Show rows; choose the case `chosen`, else the one at the place `near`."""
        self._model.show_rows(rows)
        places = [place for place, row in enumerate(rows) if row.id == chosen]
        place = places[0] if places else min(near, len(rows) - 1)
        if rows:
            self.setCurrentIndex(self._model.index(place, 0))
