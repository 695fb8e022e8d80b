"""The one door for message boxes: Russian buttons, and what is safe is the default."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget

from desktop_app.register.rows import Conflict, Row
from desktop_app.russian.dates import full
from desktop_app.russian.typography import tidy

# A line of a box: Qt's own breaks after every few words.
_LETTERS = 48
_ROLE = QMessageBox.ButtonRole


def tell(parent: QWidget | None, title: str, text: str) -> None:
    """Say something that needs no answer."""
    box = _box(parent, title, text)
    _safe(box, box.addButton("Понятно", _ROLE.AcceptRole))
    box.exec()


def ask(parent: QWidget | None, title: str, text: str, yes: str, no: str) -> bool:
    """Ask; `yes` and `no` name what happens. Enter and Esc take `no`, the safe one."""
    box = _box(parent, title, text)
    agree = box.addButton(tidy(yes), _ROLE.DestructiveRole)
    _safe(box, box.addButton(tidy(no), _ROLE.RejectRole))
    box.exec()
    return box.clickedButton() is agree


def conflict(parent: QWidget | None, found: Conflict) -> Literal["both", "replace", "cancel"]:
    """Ask what to do with a file whose case is here already with other answers."""
    box = _box(
        parent,
        "Такое дело уже есть",
        f"{_known(found.row)} В файле другие ответы или приложения. Можно оставить оба "
        "дела или заменить сохранённое тем, что в файле.",
    )
    both = box.addButton("Оставить оба", _ROLE.AcceptRole)
    replace = box.addButton("Заменить", _ROLE.DestructiveRole)
    cancel = box.addButton("Отмена", _ROLE.RejectRole)
    box.setEscapeButton(cancel)
    box.setDefaultButton(both)
    box.exec()
    clicked = box.clickedButton()
    return "both" if clicked is both else "replace" if clicked is replace else "cancel"


def choose(parent: QWidget | None, title: str, text: str, answers: Sequence[str]) -> int | None:
    """Ask which of these; None if the person thought better of it (Esc too)."""
    box = _box(parent, title, text)
    buttons = [box.addButton(tidy(answer), _ROLE.AcceptRole) for answer in answers]
    cancel = box.addButton("Отмена", _ROLE.RejectRole)
    box.setEscapeButton(cancel)
    box.setDefaultButton(buttons[0])
    box.exec()
    clicked = box.clickedButton()
    return next((n for n, button in enumerate(buttons) if button is clicked), None)


def _known(row: Row) -> str:
    what = ", ".join(filter(None, (row.buyer, row.item, row.seller)))
    changed = full(row.changed_on.astimezone().date())
    return f"{what or 'Дело без имени'}: это дело сохранено здесь, изменено {changed}."


def _box(parent: QWidget | None, title: str, text: str) -> QMessageBox:
    """Return a box whose text is never taken for markup."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(tidy(title))
    box.setInformativeText(tidy(text))
    heading = box.findChild(QLabel, "qt_msgbox_label")
    if heading is not None:
        heading.setProperty("role", "section")
    box.ensurePolished()
    line = box.fontMetrics()
    wide = box.findChild(QLabel, "qt_msgbox_informativelabel")
    if wide is not None:
        wide.setMinimumWidth(_LETTERS * line.averageCharWidth())
    layout = box.layout()
    if layout is not None:
        layout.setContentsMargins(*[line.height() * 3 // 2] * 4)
    box.setAccessibleName(title)
    box.setAccessibleDescription(text)
    return box


def _safe(box: QMessageBox, button: QPushButton) -> None:
    box.setDefaultButton(button)
    box.setEscapeButton(button)
