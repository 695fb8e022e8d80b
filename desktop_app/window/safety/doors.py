"""What the menu opens: the password, locking at once, a copy by hand, restoring."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.clock import now
from desktop_app.errors import UserError
from desktop_app.register import copies
from desktop_app.register.backup import copy_to
from desktop_app.register.faults import DamagedError, LockedError, WrongPasswordError
from desktop_app.register.locking import set_password
from desktop_app.register.password import Key
from desktop_app.register.register import Register
from desktop_app.register.restoring import (
    Contents,
    contents_of,
    is_aside,
    look_into,
    restore,
    said,
)
from desktop_app.russian.numbers import counted
from desktop_app.window import dialogs
from desktop_app.window.cases.case_files import with_suffix
from desktop_app.window.safety.copies_dialog import CopiesDialog, named
from desktop_app.window.safety.password_dialog import PasswordDialog
from desktop_app.window.safety.unlock_dialog import UnlockDialog
from desktop_app.window.views.saving import Saving

if TYPE_CHECKING:
    from desktop_app.window.main_window import MainWindow

_NOT_RESTORED = "Не восстановлено"


def change_password(window: "MainWindow") -> None:
    """Set, change or remove the password of the register."""
    dialog = PasswordDialog(window.register.locked, window.sizes, window)
    dialog.wanted.connect(partial(_change, window, dialog))
    dialog.open()


def save_copy(window: "MainWindow") -> None:
    """Ask where to, and write a copy of the register there."""
    proposed = f"Дела {now().date().isoformat()}.sqlite"
    name, _ = QFileDialog.getSaveFileName(
        window, "Сохранить копию хранилища", proposed, "Копия хранилища (*.sqlite)"
    )
    path = with_suffix(window, name, ".sqlite") if name else None
    if path is None:
        return
    try:
        with _waiting():
            copy_to(window.register, path, replace=True)
            held = said(contents_of(window.register))
    except UserError as error:
        dialogs.tell(window, "Копия не сохранена", str(error))
        return
    also = " Она заперта тем же паролем." if window.register.locked else ""
    dialogs.tell(window, "Копия сохранена", f"{path.name}: {held}.{also}")


def choose_copy(window: "MainWindow") -> None:
    """Ask which copy, and once everything is kept and closed put it in the register's place."""
    found = chosen_copy(window, window.register.path, window.register.key)
    if found is not None and _agreed(window, found, _present(window.register)):
        _close_and(window, partial(_restored, found))


def offer_copies(window: "MainWindow", why: str) -> None:
    """Tell that the register is damaged and offer the copies."""
    if dialogs.ask(
        window,
        "Хранилище дел повреждено",
        f"{why} Чем раньше вы вернётесь к копии, тем меньше пропадёт.",
        "Восстановить из копии…",
        "Не сейчас",
    ):
        choose_copy(window)


def lock(window: "MainWindow") -> None:
    """Keep and close everything; the password is asked for anew."""
    if window.register.locked:
        _close_and(window, _closed)


def _close_and(window: "MainWindow", do: Callable[[Register], bool]) -> None:
    """Keep everything and close; then `do`, and the window is shown anew."""
    window.afterwards = do
    # A PDF that is still being written closes the window at its end.
    if not window.close() and not Saving.running:
        window.afterwards = None


def chosen_copy(parent: QWidget | None, path: Path, key: Key | None) -> Contents | None:
    """Return the copy that the person chose, looked through; None after saying why not."""
    dialog = CopiesDialog(path, key, parent)
    if not dialog.exec() or dialog.chosen is None:
        return None
    try:
        with _waiting():
            return look_into(dialog.chosen, key=key)
    except LockedError:
        return _unlocked(parent, dialog.chosen)
    except UserError as error:
        dialogs.tell(parent, _NOT_RESTORED, str(error))
        return None


def _unlocked(parent: QWidget | None, copy: Path) -> Contents | None:
    found: list[Contents] = []

    def try_open(password: str) -> None:
        with _waiting():
            found.append(look_into(copy, password))

    what = f"Копия «{copy.name}» заперта паролем, который действовал, когда её сделали."
    dialog = UnlockDialog(try_open, what, "Копия заперта", parent)
    dialog.exec()
    if dialog.error is not None:
        dialogs.tell(parent, _NOT_RESTORED, str(dialog.error))
    return found[0] if found else None


def _present(register: Register) -> str:
    """Return what the register holds now, in words, also where it can't be read."""
    try:
        return f"Сейчас в хранилище: {said(contents_of(register))}."
    except DamagedError:
        return "Нынешнее хранилище повреждено."
    except UserError as error:
        return str(error)


def _agreed(parent: QWidget, copy: Contents, present: str) -> bool:
    return dialogs.ask(
        parent,
        "Вернуться к этой копии?",
        f"{named(copy.path)}: {said(copy)}. {present} Оно сохранится рядом, ничего не удаляется. "
        "Открытые дела программа сначала сохранит и закроет.",
        "Восстановить",
        "Оставить как есть",
    )


def _closed(register: Register) -> bool:
    register.close()
    return False


def _restored(copy: Contents, register: Register) -> bool:
    try:
        with _waiting():
            kept = restore(register, copy, now())
    except UserError as error:
        dialogs.tell(None, _NOT_RESTORED, str(error))
        return False
    former = f"Прежнее — в копии «{kept.stem}»."
    if is_aside(register.path, kept):
        former = f"Прежнее оказалось повреждено, его файл лежит рядом: «{kept.name}»."
    dialogs.tell(None, "Восстановлено", f"Теперь в хранилище: {said(copy)}. {former}")
    return True


def _change(window: "MainWindow", dialog: PasswordDialog, old: str | None, new: str | None) -> None:
    register = window.register
    try:
        with _waiting():
            set_password(register, old, new)
    except WrongPasswordError as error:
        dialog.say_problem(str(error), dialog.present)
        return
    except UserError as error:
        dialog.say_problem(str(error))
        return
    dialog.accept()
    window.menu.refresh()
    dialogs.tell(window, *_changed(register, new is None))


def _changed(register: Register, removed: bool) -> tuple[str, str]:
    """Renew the copies and return what is told: a title and a text."""
    title = "Пароль убран" if removed else "Пароль установлен"
    try:
        with _waiting():
            renewed = copies.renewed(register, now().date())
    except UserError as error:
        return title, str(error)
    told = "Сделана новая копия хранилища" + ("." if removed else " под этим паролем.")
    if renewed.removed:
        gone = counted(renewed.removed, "прежняя копия", "прежние копии", "прежних копий")
        told += f" Убрано: {gone} без пароля."
    if renewed.older:
        older = counted(renewed.older, "прежнюю копию", "прежние копии", "прежних копий")
        told += f" Чтобы открыть ещё {older}, понадобится прежний пароль."
    if renewed.readable:
        names = ", ".join(f"«{one.name}»" for one in renewed.readable)
        told += f" Без пароля рядом остались: {names}. Если они не нужны, удалите их."
    if not removed:
        told += (
            " Копии и файлы дел, которые вы сохраняли в другие места, паролем не закрыты. Запишите "
            "пароль на бумаге."
        )
    return title, told


@contextmanager
def _waiting() -> Iterator[None]:
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
