"""Opening the register for the window: its password asked for, a copy offered for a damaged one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QApplication

from desktop_app.clock import now
from desktop_app.errors import UserError
from desktop_app.register.faults import DamagedError, ForeignError, LockedError
from desktop_app.register.password import Key
from desktop_app.register.places import has_copies
from desktop_app.register.register import Register
from desktop_app.window import dialogs

if TYPE_CHECKING:
    # Restoring is loaded when it is needed, not at every start.
    from desktop_app.register.restoring import Contents

_T = TypeVar("_T")
# A key must not wait longer for another window that is writing: what failed is tried again.
WAIT_MS = 100
WHAT = (
    "Ваши дела зашифрованы. Впишите пароль, чтобы открыть их. Сам пароль программа нигде не "
    "записывает, поэтому спрашивает его каждый раз."
)
_LOCKED = (
    "Если пароль забыт или файл повреждён, можно вернуться к одной из копий. То, что вы вписали "
    "после неё, останется в запертом файле: программа положит его к копиям под прежним паролем. "
    "Если пароль найдётся, к нему можно будет вернуться."
)
_DAMAGED = "Можно вернуться к одной из копий: испорченный файл останется рядом."


def opened(path: Path) -> Register | None:
    """Return the register at `path`, open; None if the person thought better of it.

    Raises UserError where nothing that a person can do here would open it.
    """
    try:
        try:
            return Register.open(path, WAIT_MS)
        except LockedError:
            return _unlocked(path)
    except ForeignError as error:
        # The beginning of a register may be gone; a file that never was one has no copies.
        if not has_copies(path) or not _restored_unread(path, error):
            raise
    except DamagedError as error:
        if not _restored_unread(path, error):
            raise
    return opened(path)


def recover(register: Register, error: UserError) -> None:
    """Put a copy in the place of a register that opened and then proved to be damaged.

    The register is open again then; where the person thinks better of it the error is raised.
    """
    if not _offered(error, register.path, register.key, partial(_over, register)):
        raise error


def _over(register: Register, copy: "Contents") -> str:
    from desktop_app.register.restoring import restore

    return _kept_words(restore(register, copy, now()))


def _restored_unread(path: Path, error: UserError) -> bool:
    """Offer a copy in the place of a register that can't be opened; say whether it is there."""
    return _offered(error, path, None, partial(_instead, path))


def _offered(
    error: UserError,
    path: Path,
    key: Key | None,
    replace: "Callable[[Contents], str]",
) -> bool:
    words = "Хранилище дел повреждено", f"{error} {_DAMAGED}", "Выбрать копию…", "Закрыть программу"
    return alone(partial(_replaced, words, path, key, replace))


def _instead(path: Path, copy: "Contents") -> str:
    from desktop_app.register.restoring import restore_damaged

    kept = restore_damaged(path, copy, now())
    return (_kept_words(kept) if kept else "") + _password_words(copy)


def _restored_locked(path: Path) -> None:
    """Offer a copy in the place of a register that no password opens."""
    words = "Хранилище не открывается", _LOCKED, "Выбрать копию…", "Назад к паролю"
    alone(partial(_replaced, words, path, None, partial(_instead_of_locked, path)))


def _instead_of_locked(path: Path, copy: "Contents") -> str:
    from desktop_app.register.restoring import restore_locked

    kept = restore_locked(path, copy, now())
    return f" Прежнее, запертое, — в копии «{kept.stem}»." + _password_words(copy)


def _kept_words(kept: Path) -> str:
    return f" Прежний файл — «{kept.name}»."


def _password_words(copy: "Contents") -> str:
    if copy.locked:
        return " Пароль теперь тот, что у этой копии."
    return " Пароля у хранилища нет: его можно поставить в меню «Хранилище»."


def _replaced(
    question: tuple[str, str, str, str],
    path: Path,
    key: Key | None,
    replace: "Callable[[Contents], str]",
) -> bool:
    """Ask, let a copy be chosen and put it in place, until that is done or thought better of."""
    from desktop_app.register.restoring import said
    from desktop_app.window.safety.doors import chosen_copy

    while dialogs.ask(None, *question):
        copy = chosen_copy(None, path, key)
        if copy is None:
            continue
        try:
            what_else = replace(copy)
        except UserError as failed:
            dialogs.tell(None, "Не восстановлено", str(failed))
            continue
        dialogs.tell(None, "Восстановлено", f"Теперь в хранилище: {said(copy)}.{what_else}")
        return True
    return False


def _unlocked(path: Path) -> Register | None:
    from desktop_app.window.safety.unlock_dialog import UnlockDialog

    found: list[Register] = []
    dialog = UnlockDialog(partial(_try, path, found), WHAT, copies=True)
    alone(dialog.exec)
    if dialog.error is not None:
        raise dialog.error
    if dialog.copy_wanted:
        _restored_locked(path)
        return opened(path)
    return found[0] if found else None


def _try(path: Path, found: list[Register], password: str) -> None:
    found.append(Register.open(path, WAIT_MS, password))


def alone(show: Callable[[], _T]) -> _T:
    """Show a dialog while there is no window: its end is not the end of the program."""
    QApplication.setQuitOnLastWindowClosed(False)
    try:
        return show()
    finally:
        QApplication.setQuitOnLastWindowClosed(True)
