"""Opening the register for the window: its password asked for, a copy offered for a damaged one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from desktop_app.errors import UserError
from desktop_app.register.faults import DamagedError, LockedError
from desktop_app.register.register import Register
from desktop_app.window import dialogs
from desktop_app.window.look.theme import Sizes

_T = TypeVar("_T")
# A key must not wait longer for another window that is writing: what failed is tried again.
WAIT_MS = 100
WHAT = (
    "Ваши дела зашифрованы. Впишите пароль, чтобы открыть их. Пока окно открыто, программа помнит "
    "не пароль, а только ключ к файлу."
)


def opened(path: Path, sizes: Sizes) -> Register | None:
    """Return the register at `path`, open; None if the person thought better of it.

    Raises UserError where nothing that a person can do here would open it.
    """
    try:
        try:
            return Register.open(path, WAIT_MS)
        except LockedError:
            return _unlocked(path, sizes)
    except DamagedError as error:
        if not _restored(path, sizes, error):
            raise
        return opened(path, sizes)


def _unlocked(path: Path, sizes: Sizes) -> Register | None:
    from desktop_app.window.safety.unlock_dialog import UnlockDialog

    found: list[Register] = []
    dialog = UnlockDialog(partial(_try, path, found), sizes, WHAT)
    alone(dialog.exec)
    if dialog.error is not None:
        raise dialog.error
    return found[0] if found else None


def _try(path: Path, found: list[Register], password: str) -> None:
    found.append(Register.open(path, WAIT_MS, password))


def _restored(path: Path, sizes: Sizes, error: UserError) -> bool:
    """Offer a copy in the place of the damaged register; say whether it is there now."""
    return alone(partial(_ask_and_restore, path, sizes, error))


def _ask_and_restore(path: Path, sizes: Sizes, error: UserError) -> bool:
    from desktop_app.register.restoring import restore_damaged, said
    from desktop_app.window.clock import now
    from desktop_app.window.safety.doors import chosen_copy

    question = f"{error} Можно вернуться к одной из копий: испорченный файл останется рядом."
    if not dialogs.ask(
        None, "Хранилище дел повреждено", question, "Выбрать копию…", "Закрыть программу"
    ):
        return False
    copy = chosen_copy(None, path, None, sizes)
    if copy is None:
        return False
    try:
        kept = restore_damaged(path, copy, now())
    except UserError as failed:
        dialogs.tell(None, "Не восстановлено", str(failed))
        return False
    aside = f" Испорченный файл — «{kept.name}»." if kept else ""
    dialogs.tell(None, "Восстановлено", f"Теперь в хранилище: {said(copy)}.{aside}")
    return True


def alone(show: Callable[[], _T]) -> _T:
    """Show a dialog while there is no window: its end is not the end of the program."""
    QApplication.setQuitOnLastWindowClosed(False)
    try:
        return show()
    finally:
        QApplication.setQuitOnLastWindowClosed(True)
