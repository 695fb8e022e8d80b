"""The first page: the kept cases, a search, and the ways to begin."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QWidget,
)

from desktop_app.clock import now
from desktop_app.errors import UserError
from desktop_app.register.finding import Order, Query, count
from desktop_app.register.register import Register
from desktop_app.russian.numbers import counted
from desktop_app.russian.typography import tidy
from desktop_app.window import dialogs
from desktop_app.window.cases import case_files
from desktop_app.window.cases.case_list import CaseList
from desktop_app.window.cases.case_words import heading
from desktop_app.window.cases.due_card import DueCard
from desktop_app.window.cases.search_bar import SearchBar
from desktop_app.window.cases.statuses import Watching
from desktop_app.window.look.announce import announce
from desktop_app.window.look.icons import dress
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.holds import holds_of, put_away
from desktop_app.window.views.pieces import (
    Card,
    button,
    link,
    readable_column,
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


@dataclass
class Looked:
    """What was looked for and chosen, for the next time the list is shown."""

    text: str = ""
    chosen: UUID | None = None
    near: int = 0


class StartPage(QWidget):
    """The list of cases. It opens nothing itself, it says what the person wants."""

    case_wanted = Signal(UUID)
    new_wanted = Signal()
    file_wanted = Signal()
    example_wanted = Signal()

    def __init__(self, register: Register, theme: Theme, looked: Looked | None = None) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._looked = Looked() if looked is None else looked
        self._register, self._theme = register, theme
        self._in_basket = False
        self._all = 0
        self._watching = Watching(register, self)
        self._make_controls()
        self._arrange()
        self._watching.moved.connect(self._statuses_moved)
        self.refresh()

    def refresh(self) -> None:
        """Read the register anew; the chosen case stays chosen. Raises UserError."""
        self._watching.catch_up()
        self._all = count(self._register, Query(basket=self._in_basket))
        deleted = count(self._register, Query(basket=True))
        self._tell_due()
        dress(self.basket, "back" if self._in_basket else "basket", self._theme)
        self.basket.setText("К делам" if self._in_basket else f"Корзина ({deleted})")
        self.basket.setAccessibleName("К делам" if self._in_basket else f"Корзина, дел: {deleted}")
        self.basket.setVisible(self._in_basket or deleted > 0)
        self._filter(self._looked.chosen, self._looked.near)

    def focus_search(self) -> None:
        """Put the cursor into the search, or on «Новая претензия» while there is nothing."""
        (self.search if self._all else self.new).setFocus()

    def focus_first(self) -> None:
        """Focus what Enter most likely means here: the newest case, or a new one."""
        (self.list if self._all else self.new).setFocus()

    def _make_controls(self) -> None:
        self.new = button(
            "Новая претензия", self.new_wanted.emit, "main", says="Начать с первого вопроса."
        )
        self.file = button("Открыть файл…", self.file_wanted.emit, says="Взять дело из файла.")
        self.example = button(
            "Показать пример", self.example_wanted.emit, says="Готовое дело, чтобы посмотреть."
        )
        self.bar = SearchBar(self._register, self._theme)
        self.bar.search.setText(self._looked.text)
        self.bar.asked.connect(self._search)
        self.search, self.order = self.bar.search, self.bar.order
        self.due = DueCard(self._theme, self.case_wanted.emit, self._show_all)
        self.list = CaseList(self._register, self._theme)
        self.list.setMinimumHeight(round(self._theme.sizes.target * 4))
        self.list.activated.connect(self._activated)
        self.list.selectionModel().currentChanged.connect(self._chosen)
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
        page = readable_column(self, sizes)
        page.setSpacing(round(sizes.gap))
        page.addWidget(self.title)
        page.addWidget(self.said)
        page.addWidget(row(sizes, self.new, self.file, self.example))
        page.addWidget(self.welcome)
        page.addWidget(self.due)
        page.addWidget(self.bar)
        page.addWidget(self.list, 1000)
        actions = (self.open, self.export, self.to_basket, self.give_back, self.remove)
        page.addWidget(row(sizes, *actions))
        page.addWidget(row(sizes, self.basket))
        page.addStretch(1)

    def _chosen(self, now_at: QModelIndex, _before: QModelIndex) -> None:
        if now_at.isValid():
            self._looked.chosen, self._looked.near = self.list.shown[now_at.row()].id, now_at.row()

    def _search(self) -> None:
        self._looked.text = self.search.text()
        try:
            self._filter(None, 0)
        except UserError as error:
            self.said.setText(str(error))
            return
        announce(self.said, self.said.text())

    def _show_all(self, order: Order, text: str) -> None:
        self.bar.ask(text, order)
        self.list.setFocus()

    def _statuses_moved(self) -> None:
        """Show statuses that have just been worked out; a register in trouble keeps its list."""
        with suppress(UserError):
            self.list.read_again()
            self._tell_due()
            self.said.setText(self._sentence())
            self._show_what_fits()

    def _tell_due(self) -> None:
        """Show what is due, and let Tab go through it where it stands."""
        if self.due.tell(self._register, now().date()):
            for before, after in pairwise((self.example, *self.due.lines, self.search)):
                QWidget.setTabOrder(before, after)

    def _filter(self, chosen: UUID | None, near: int) -> None:
        self.list.look_for(self.bar.query(self._in_basket), chosen, near)
        self.list.setAccessibleName("Дела в корзине" if self._in_basket else "Дела")
        self.said.setText(self._sentence())
        self._show_what_fits()

    def _sentence(self) -> str:
        found = counted(self.list.total, "дело", "дела", "дел")
        if self._all and not self.list.total:
            return tidy("Такого дела нет. Проверьте, как написано то, что вы ищете.")
        if self.search.text().strip():
            return tidy(f"Найдено: {found}.")
        if self._in_basket:
            return tidy("Убранные дела хранятся 30 дней." if self._all else "Корзина пуста.")
        if self._watching.is_behind:
            return tidy(f"Сохранено: {found}. Статусы и сроки ещё считаются.")
        return tidy("Ваши дела сохранены на этом компьютере." if self._all else "Здравствуйте!")

    def _show_what_fits(self) -> None:
        basket, some = self._in_basket, bool(self.list.shown)
        self.title.setText("Корзина" if basket else "Претензия")
        self.welcome.setVisible(not basket and not self._all)
        self.due.setVisible(not basket and not self.due.is_empty and not self.search.text())
        self.bar.show_what_fits(self._all, basket)
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
            self._change(partial(put_away, self._register, self.list.current.id))

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
        (self.list if self._all else self.basket).setFocus()

    def _export(self) -> None:
        if self.list.current is not None:
            case_files.give_out(self, self._register, self.list.current.id)


def _show(controls: Iterable[QWidget], shown: bool) -> None:
    for control in controls:
        control.setVisible(shown)
