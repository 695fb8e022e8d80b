"""The kept cases as a list: one line a case, painted as two, told to a screen reader as one."""

from uuid import UUID

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.register.finding import Query
from desktop_app.register.register import Register
from desktop_app.register.rows import Row
from desktop_app.russian.typography import tidy
from desktop_app.window.cases.case_model import STATE_ROLE, WORDS_ROLE, CaseModel, Index
from desktop_app.window.look.theme import Theme

# What a status is painted in; the others are soft.
_INKS = {
    "ready": "good",
    "sent": "accent",
    "handed_over": "accent",
    "overdue": "care",
    "refused": "care",
    "paid_late": "care",
    "closed": "good",
}
_BETWEEN = " · "


class CasePainter(QStyledItemDelegate):
    """Paints a case: what it is known by, below it the seller and the day."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

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
        # Asked of the list itself: the names of the style's states take long to load.
        if self._view.selectionModel().isSelected(index):
            focused = self._view.hasFocus()
            painter.setPen(QPen(QColor(colours.accent if focused else colours.accent_soft), 2))
            painter.setBrush(QColor(colours.accent_soft))
            ground = QRectF(option.rect).adjusted(2, 2, -2, -2)
            painter.drawRoundedRect(ground, sizes.corner, sizes.corner)
        edge = round(sizes.gap)
        area = option.rect.adjusted(edge, round(sizes.near), -edge, -round(sizes.near))
        first, second = self._fonts(option.font)
        title, status, rest = index.data(WORDS_ROLE)
        _draw(painter, area, title, first, colours.ink)
        area.setTop(area.top() + QFontMetrics(first).height() + round(sizes.hair))
        if status:
            bold = QFont(second)
            bold.setWeight(QFont.Weight.DemiBold)
            ink = getattr(colours, _INKS.get(index.data(STATE_ROLE), "soft"))
            _draw(painter, area, status, bold, ink)
            area.setLeft(area.left() + QFontMetrics(bold).horizontalAdvance(status))
        _draw(painter, area, f"{_BETWEEN if status else ''}{rest}", second, colours.soft)
        painter.restore()

    def _fonts(self, font: QFont) -> tuple[QFont, QFont]:
        first, second = QFont(font), QFont(font)
        first.setPixelSize(round(self._theme.sizes.lead))
        first.setWeight(QFont.Weight.DemiBold)
        second.setPixelSize(round(self._theme.sizes.small))
        return first, second


def _draw(painter: QPainter, area: QRect, text: str, font: QFont, ink: str) -> None:
    """Write one line at the top of `area`, cut with «…» where it is too long."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, area.width()))
    painter.drawText(area.left(), area.top() + metrics.ascent(), shown)


class CaseList(QListView):
    """The list itself; `shown` and `current` speak of rows of the register."""

    def __init__(self, register: Register, theme: Theme) -> None:
        super().__init__()
        self._model = CaseModel(register)
        self.setModel(self._model)
        self.setItemDelegate(CasePainter(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setAccessibleName("Дела")
        self.setAccessibleDescription(tidy("Стрелки выбирают дело, Enter открывает."))

    @property
    def shown(self) -> list[Row]:
        """The rows in the list, as far as they are read."""
        return self._model.rows

    @property
    def total(self) -> int:
        """How many cases were found."""
        return self._model.total

    @property
    def current(self) -> Row | None:
        """The chosen row."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def look_for(self, query: Query, chosen: UUID | None = None, near: int = 0) -> None:
        """Show what a query finds; choose the case `chosen`, else the one at the place `near`.

        Raises UserError where the register can't be read.
        """
        self._model.find(query, near + 1)
        rows = self._model.rows
        places = [place for place, row in enumerate(rows) if row.id == chosen]
        place = places[0] if places else min(near, len(rows) - 1)
        if rows:
            self.setCurrentIndex(self._model.index(place, 0))

    def read_again(self) -> None:
        """Show the statuses as they are kept now; the chosen case stays chosen."""
        chosen, near = self.current, max(0, self.currentIndex().row())
        self._model.read_again()
        if self.current is None and chosen is not None:
            self.look_for(self._model.query, chosen.id, near)
