"""Asking for a password at the terminal: never on the command line, never from the environment,
where others could read it."""

import getpass
import sys
from collections.abc import Callable
from typing import TypeVar

from desktop_app.commands.opened import complain
from desktop_app.errors import UserError

_T = TypeVar("_T")
_TRIES = 3


def asked(question: str) -> str:
    """Return what is typed, unseen. Raises UserError where nobody sits at a terminal."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise UserError(
            "Нужен пароль, а спросить его не у кого: запустите эту команду в терминале. Словом "
            "команды или из файла пароль не передать: его увидели бы другие."
        )
    try:
        return getpass.getpass(f"{question}: ")
    except EOFError:
        raise UserError("Пароль не вписан. Ничего не изменено.") from None


def with_password(question: str, do: Callable[[str], _T]) -> _T:
    """Ask until `do` takes the password; after three wrong ones its error is raised."""
    from desktop_app.register.faults import WrongPasswordError

    for _ in range(_TRIES - 1):
        try:
            return do(asked(question))
        except WrongPasswordError as error:
            complain(str(error))
    return do(asked(question))


def asked_twice() -> str:
    """Return a new password that was typed the same way twice."""
    first = asked("Новый пароль")
    if not first:
        raise UserError("Пароль пустой. Ничего не изменено.")
    if asked("Новый пароль ещё раз") != first:
        raise UserError("Два раза вписано разное. Ничего не изменено; повторите команду.")
    return first
