"""«Восстановить из копии»: the copies that are there, newest first, or a file."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.errors import UserError
from desktop_app.register.copies import copies_of, made_on
from desktop_app.register.faults import LockedError
from desktop_app.register.password import Key
from desktop_app.register.restoring import look_into, said
from desktop_app.russian.dates import full
from desktop_app.russian.typography import tidy
from desktop_app.window.plain_dialog import PlainDialog

TITLE = "Восстановить из копии"
FILTER = "Копия хранилища (*.sqlite);;Все файлы (*)"
_WHAT = (
    "Программа сама делает копию хранилища раз в день и держит последние десять. Выберите, к какой "
    "вернуться. Нынешнее хранилище тоже не пропадёт: перед заменой оно будет сохранено рядом с "
    "копиями."
)
_NONE = "Копий рядом с хранилищем пока нет. Если вы сохраняли копию сами, выберите её файл."
_LINES, _LIST_LINES = 33, 9
"""How high the dialog and its list are at least, in lines."""
_PADDING = 0.6
"""As much as the padding of a line or a little more, in heights of its letters."""


class _Wrapped(QStyledItemDelegate):
    """Lines that break where the list ends: Qt forgets the padding that the look gives them."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a line as high as it is between its paddings."""
        between = QStyleOptionViewItem(option)
        padding = round(option.fontMetrics.height() * _PADDING)
        between.rect = option.rect.adjusted(0, 0, -2 * padding, 0)
        return super().sizeHint(between, index)


class CopiesDialog(PlainDialog):
    """Offers the copies of the register at `path`; `chosen` is the one that was taken."""

    def __init__(self, path: Path, key: Key | None, parent: QWidget | None) -> None:
        super().__init__(parent, TITLE, "title")
        self.chosen: Path | None = None
        self._found = copies_of(path)
        self.say("", _WHAT if self._found else _NONE)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setItemDelegate(_Wrapped(self.list))
        self.list.setAccessibleName("Копии")
        for copy in self._found:
            self.list.addItem(QListWidgetItem(said_of(copy, key)))
        self.list.setMinimumHeight(_LIST_LINES * self.fontMetrics().height())
        self.parts.addWidget(self.list, 1)
        self.take = self.add_button(
            "main", "Восстановить", self._take, "Показать, что в этой копии."
        )
        self.file = self.add_button(
            "plain", "Выбрать файл…", self._ask_file, "Копия в другом месте."
        )
        self.cancel = self.add_cancel(says="Ничего не менять.")
        self.list.setVisible(bool(self._found))
        self.take.setVisible(bool(self._found))
        self.list.itemActivated.connect(self._take)
        self.list.currentRowChanged.connect(self._bring)
        if self._found:
            self.least_lines = _LINES
            self.list.setCurrentRow(0)
            self.list.setFocus()
        else:
            self.parts.addStretch()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._bring()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bring()

    def _bring(self, _row: int = 0) -> None:
        self.bring_chosen(self.list)

    def _take(self, _item: QListWidgetItem | None = None) -> None:
        if 0 <= self.list.currentRow() < len(self._found):
            self.chosen = self._found[self.list.currentRow()]
            self.accept()

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Копия хранилища", "", FILTER)
        if name:
            self.chosen = Path(name)
            self.accept()


def said_of(copy: Path, key: Key | None) -> str:
    """Return a copy in words: its day and how many cases it has."""
    day, before = made_on(copy)
    name = f"{full(day)}, перед восстановлением" if before else full(day)
    try:
        return tidy(f"{name}: {said(look_into(copy, key=key, whole=False))}")
    except LockedError:
        return tidy(f"{name}: под другим паролем")
    except UserError:
        return tidy(f"{name}: не читается")


def named(copy: Path) -> str:
    """Return a copy by its day, a file without one by its name."""
    try:
        day, before = made_on(copy)
    except ValueError:
        return f"В копии «{copy.name}»"
    return f"В копии за {full(day)}" + (", сделанной перед восстановлением" if before else "")
