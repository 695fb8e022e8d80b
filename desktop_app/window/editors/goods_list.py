"""The list of matches below the search field."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from desktop_app.window.editors.goods_offers import Offer
from desktop_app.window.editors.wrapped_items import WrappedItems
from desktop_app.window.look.theme import Theme

_MOST_SEEN = 8


class GoodsList(QListWidget):
    """As high as its lines. Enter and a click choose; Esc, and up from the first, go back."""

    offer_chosen = Signal(object)
    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._offers: tuple[Offer, ...] = ()
        self.setWordWrap(True)
        self.setItemDelegate(WrappedItems(theme, self))
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemClicked.connect(self._choose)

    def offer(self, offers: tuple[Offer, ...]) -> None:
        """Show these offers; nothing is chosen yet."""
        self._offers = offers
        self.clear()
        for offer in offers:
            item = QListWidgetItem(offer.line)
            item.setToolTip(offer.meaning)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, offer.meaning)
            self.addItem(item)
        self.setCurrentRow(-1)
        self.setVisible(bool(offers))
        self._fit()

    def enter(self) -> None:
        """Take the focus to the first line."""
        if self._offers:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the down arrow of the search field."""
        if event.type() == QEvent.Type.KeyPress and self._offers:
            key = cast(QKeyEvent, event)
            if key.key() == Qt.Key.Key_Down:
                self.enter()
                return True
        return bool(super().eventFilter(watched, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        elif event.key() == Qt.Key.Key_Escape or (
            event.key() == Qt.Key.Key_Up and self.currentRow() <= 0
        ):
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _choose(self, _item: QListWidgetItem | None = None) -> None:
        row = self.currentRow()
        if 0 <= row < len(self._offers):
            self.offer_chosen.emit(self._offers[row])

    def _fit(self) -> None:
        """Give the list the height of its lines, at most eight of them."""
        height = sum(self.sizeHintForRow(row) for row in range(min(self.count(), _MOST_SEEN)))
        height += 2 * self.frameWidth() + round(self._theme.sizes.hair)
        if height != self.maximumHeight():
            self.setFixedHeight(height)
