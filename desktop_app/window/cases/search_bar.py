"""The line above the list of cases: words to look for, and the order of what is found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QLineEdit, QWidget

from desktop_app.register.finding import Order, Query
from desktop_app.register.register import Register
from desktop_app.russian.typography import tidy
from desktop_app.window.cases.example import TITLE
from desktop_app.window.look.theme import Theme
from desktop_app.window.remembered import remember, remembered
from desktop_app.window.views.pieces import column, is_large

_ORDERS: dict[Order, str] = {
    "changed": "Сначала новые",
    "next_day": "По ближайшему сроку",
    "status": "По статусу",
    "buyer": "По покупателю",
    "item": "По товару",
    "seller": "По магазину",
}
_KEY = "order_of_cases"
_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


class SearchBar(QWidget):
    """`asked` comes when other cases are wanted or another order; the order is remembered."""

    asked = Signal()

    def __init__(self, register: Register, theme: Theme) -> None:
        super().__init__()
        self._register = register
        self._make_search()
        self._make_order()
        sizes = theme.sizes
        line = QBoxLayout(_DOWN if is_large(sizes) else _ACROSS, self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(round(sizes.near))
        line.addLayout(column(sizes, self.label, self.search), 1)
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        line.addWidget(self.order, 0, bottom)

    def query(self, basket: bool) -> Query:
        """Return what is asked for, in the list or in the basket."""
        order: Order = self.order.currentData()
        example = (TITLE["buyer"], TITLE["item"], TITLE["seller"])
        return Query(self.search.text(), order, basket, example=example)

    def ask(self, text: str, order: Order) -> None:
        """Put words and an order there, as if the person had."""
        self._choose(order)
        if text == self.search.text():
            self.asked.emit()
        self.search.setText(text)

    def show_what_fits(self, cases: int, basket: bool) -> None:
        """Hide what is of no use with so many cases."""
        self.setVisible(cases > 0)
        self.order.setVisible(cases > 1 and not basket)

    def _make_search(self) -> None:
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.label = QLabel("Найти дело: фамилия, товар, магазин или любое слово из ответов")
        self.label.setProperty("role", "hint")
        self.label.setBuddy(self.search)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.search.setAccessibleName(self.label.text())
        self.search.setAccessibleDescription(tidy("Список ниже показывает найденное сразу."))

    def _make_order(self) -> None:
        self.order = QComboBox()
        for name, title in _ORDERS.items():
            self.order.addItem(title, name)
        self.order.setAccessibleName("Порядок дел")
        self.order.view().setAccessibleName("Порядок дел")
        self.order.setAccessibleDescription(tidy("В каком порядке стоят дела в списке."))
        self._choose(remembered(self._register, _KEY))
        self.order.activated.connect(self._reorder)

    def _choose(self, order: str) -> None:
        self.order.setCurrentIndex(max(0, self.order.findData(order)))

    def _search(self, _text: str) -> None:
        self.asked.emit()

    def _reorder(self, _place: int) -> None:
        remember(self._register, _KEY, self.order.currentData())
        self.asked.emit()
