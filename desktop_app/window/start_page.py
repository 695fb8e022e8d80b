"""The first page: the kept cases, a search, and the ways to begin."""

from collections.abc import Callable, Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import UserError
from desktop_app.register.register import Register
from desktop_app.register.rows import Row
from desktop_app.russian.typography import tidy
from desktop_app.window import case_files, dialogs
from desktop_app.window.announce import announce
from desktop_app.window.case_list import CaseList, found, heading
from desktop_app.window.clock import now
from desktop_app.window.holds import holds_of
from desktop_app.window.icons import dress
from desktop_app.window.theme import Theme
from desktop_app.window.views.pieces import (
    Card,
    button,
    column,
    is_large,
    link,
    row,
    words,
)

_BASKET = "Выбранное дело 30 дней можно будет вернуть."
_FOR_EVER = "Сначала переспросит: вернуть это дело уже нельзя."
_WELCOME = (
    "Программа поможет написать магазину претензию и вернуть деньги за товар, который ломается.",
    "Она спросит о покупке и ремонтах простыми словами, посчитает дни по закону и составит письмо "
    "в двух экземплярах.",
    "Всё, что вы впишете, остаётся на этом компьютере: программа не выходит в сеть.",
)


class StartPage(QWidget):
    """The list of cases. It opens nothing itself, it says what the person wants."""

    case_wanted = Signal(UUID)
    new_wanted = Signal()
    file_wanted = Signal()
    example_wanted = Signal()

    def __init__(self, register: Register, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._register, self._theme = register, theme
        self._in_basket = False
        self._rows: tuple[Row, ...] = ()
        self._make_controls()
        self._arrange()
        self.refresh()

    def refresh(self) -> None:
        """Read the register anew; the chosen case stays chosen."""
        chosen, near = self.list.current, max(0, self.list.currentIndex().row())
        self._rows = self._register.cases(basket=self._in_basket)
        deleted = len(self._rows) if self._in_basket else len(self._register.cases(basket=True))
        dress(self.basket, "back" if self._in_basket else "basket", self._theme)
        self.basket.setText("К делам" if self._in_basket else f"Корзина ({deleted})")
        self.basket.setAccessibleName("К делам" if self._in_basket else f"Корзина, дел: {deleted}")
        self.basket.setVisible(self._in_basket or deleted > 0)
        self._filter(self.search.text(), chosen.id if chosen else None, near)

    def focus_search(self) -> None:
        """Put the cursor into the search, or on «Новая претензия» while there is nothing."""
        (self.search if self._rows else self.new).setFocus()

    def focus_first(self) -> None:
        """Focus what Enter most likely means here: the newest case, or a new one."""
        (self.list if self._rows else self.new).setFocus()

    def _make_controls(self) -> None:
        self.new = button(
            "Новая претензия", self.new_wanted.emit, "main", says="Начать с первого вопроса."
        )
        self.file = button("Открыть файл…", self.file_wanted.emit, says="Взять дело из файла.")
        self.example = button(
            "Показать пример", self.example_wanted.emit, says="Готовое дело, чтобы посмотреть."
        )
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.search_label = QLabel("Найти дело: фамилия, товар или магазин")
        self.search_label.setProperty("role", "hint")
        self.search_label.setBuddy(self.search)
        self.search_label.setTextFormat(Qt.TextFormat.PlainText)
        self.search_label.setWordWrap(True)
        self.search.setAccessibleName(self.search_label.text())
        self.search.setAccessibleDescription(tidy("Список ниже показывает найденное сразу."))
        self.list = CaseList(self._theme)
        self.list.setMinimumHeight(round(self._theme.sizes.target * 4))
        self.list.activated.connect(self._activated)
        self.open = button("Открыть", self._open, says="Открыть выбранное дело.")
        self.export = button("Сохранить как файл…", self._export, says="Выбранное дело целиком.")
        self.to_basket = button("Убрать в корзину", self._to_basket, says=_BASKET)
        self.give_back = button(
            "Вернуть", self._give_back, says="Вернуть выбранное дело из корзины."
        )
        self.remove = button("Удалить навсегда", self._remove, "danger", says=_FOR_EVER)
        self.basket = link("Корзина", self._turn, "Корзина", says="Показать убранные дела.")
        for control, icon in (
            (self.new, "add"),
            (self.file, "open"),
            (self.example, "letter"),
        ):
            dress(control, icon, self._theme)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._delete_pressed)

    def _arrange(self) -> None:
        sizes = self._theme.sizes
        self.title = words("Претензия", "title")
        self.said = words("", "lead")
        self.welcome = Card("card", sizes, "С чего начать")
        for sentence in _WELCOME:
            self.welcome.add(words(tidy(sentence)))
        page = self._readable_column()
        page.setSpacing(round(sizes.gap))
        page.addWidget(self.title)
        page.addWidget(self.said)
        page.addWidget(row(sizes, self.new, self.file, self.example))
        page.addWidget(self.welcome)
        page.addLayout(column(sizes, self.search_label, self.search))
        page.addWidget(self.list, 1000)
        actions = (self.open, self.export, self.to_basket, self.give_back, self.remove)
        page.addWidget(row(sizes, *actions))
        page.addWidget(row(sizes, self.basket))
        page.addStretch(1)

    def _readable_column(self) -> QVBoxLayout:
        """Return a column in the middle that grows no wider than one reads with ease."""
        sizes = self._theme.sizes
        ground, middle = QWidget(), QWidget()
        ground.setProperty("role", "page")
        middle.setMaximumWidth(round(sizes.reading_width * 1.4))
        page = QVBoxLayout(middle)
        edge = round(sizes.gap if is_large(sizes) else sizes.far)
        page.setContentsMargins(edge, edge, edge, round(sizes.wide))
        around = QHBoxLayout(ground)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch(1)
        around.addWidget(middle, 1000)
        around.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        return page

    def _search(self, text: str) -> None:
        self._filter(text, None, 0)
        announce(self.said, f"Найдено дел: {len(self.list.shown)}")

    def _filter(self, text: str, chosen: UUID | None, near: int) -> None:
        rows = found(self._rows, text)
        self.list.show_rows(rows, chosen, near)
        self.list.setAccessibleName("Дела в корзине" if self._in_basket else "Дела")
        self.said.setText(self._sentence(rows))
        self._show_what_fits(bool(rows))

    def _sentence(self, rows: list[Row]) -> str:
        if self._in_basket:
            return tidy(
                "Убранные дела. Их можно вернуть, пока не прошло 30 дней."
                if self._rows
                else "Корзина пуста."
            )
        if self._rows and not rows:
            return tidy("Такого дела нет. Проверьте, как написана фамилия, товар или магазин.")
        return tidy("Ваши дела сохранены на этом компьютере." if self._rows else "Здравствуйте!")

    def _show_what_fits(self, some: bool) -> None:
        basket = self._in_basket
        self.welcome.setVisible(not basket and not self._rows)
        _show((self.search, self.search_label), bool(self._rows))
        _show((self.list,), some)
        _show((self.new, self.file, self.example), not basket)
        _show((self.open, self.export, self.to_basket), some and not basket)
        _show((self.give_back, self.remove), some and basket)

    def _activated(self, _index: QModelIndex) -> None:
        self._give_back() if self._in_basket else self._open()

    def _open(self) -> None:
        if self.list.current is not None:
            self.case_wanted.emit(self.list.current.id)

    def _delete_pressed(self) -> None:
        self._remove() if self._in_basket else self._to_basket()

    def _to_basket(self) -> None:
        if self.list.current is not None:
            self._change(partial(self._register.to_basket, self.list.current.id, now()))

    def _give_back(self) -> None:
        if self.list.current is not None:
            self._change(partial(self._register.from_basket, self.list.current.id))

    def _change(self, do: Callable[[], None]) -> None:
        """Change the register and show it anew; say why if it can't be changed."""
        try:
            holds_of(self._register).require()
            do()
        except UserError as error:
            dialogs.tell(self, "Не получилось", str(error))
        self.refresh()

    def _remove(self) -> None:
        case = self.list.current
        if case is None:
            return
        text = f"{heading(case)}. Вернуть это дело будет нельзя. Файлы, которые вы сохранили, "
        text += "останутся."
        if dialogs.ask(self, "Удалить дело навсегда?", text, "Удалить навсегда", "Не удалять"):
            self._change(partial(self._register.remove, case.id))

    def _turn(self) -> None:
        self._in_basket = not self._in_basket
        self.search.clear()
        self.refresh()
        (self.list if self._rows else self.basket).setFocus()

    def _export(self) -> None:
        if self.list.current is not None:
            case_files.give_out(self, self._register, self.list.current.id)


def _show(controls: Iterable[QWidget], shown: bool) -> None:
    for control in controls:
        control.setVisible(shown)
