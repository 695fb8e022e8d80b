"""Asking for a password at the terminal: never on the command line, never from the environment,
where others could read it."""

import getpass
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop_app.commands.opened import complain
from desktop_app.errors import UserError
from desktop_app.terminal import harmless

if TYPE_CHECKING:
    from desktop_app.register.register import Register

_T = TypeVar("_T")
_TRIES = 3


def asked(question: str, why: str = "Нужен пароль") -> str:
    """Return what is typed, unseen. Raises UserError where nobody sits at a terminal."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise UserError(
            f"{why}, а спросить его можно только в терминале: запустите эту команду там. Словом "
            "команды или из файла пароль не передать: его увидели бы другие. Ничего не изменено."
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


def present_password(register: "Register") -> str:
    """Return the password of an open locked register, asked anew; three times at most."""
    return with_password("Пароль, который действует сейчас", partial(_proven, register))


def _proven(register: "Register", password: str) -> str:
    from desktop_app.register.faults import WrongPasswordError
    from desktop_app.register.password import key_of

    if register.key is None or not key_of(password, register.key.salt).opens_as(register.key):
        raise WrongPasswordError
    return password


def asked_twice() -> str:
    """Return a new password, good enough and typed the same way twice; three tries."""
    for _ in range(_TRIES):
        password, wrong = _asked_twice()
        if wrong is None:
            return password
        complain(wrong)
    raise UserError("Новый пароль не поставлен. Ничего не изменено; повторите команду.")


def _asked_twice() -> tuple[str, str | None]:
    """Ask for a new password; return it and what is wrong with it."""
    from desktop_app.register.opening_password import refusal

    first = asked("Новый пароль")
    if not first:
        raise UserError("Пароль пустой. Ничего не изменено.")
    wrong = refusal(first)
    if wrong is None and asked("Новый пароль ещё раз") != first:
        wrong = "Два раза вписано разное. Впишите новый пароль сначала."
    return first, wrong


def password_to_open(path: Path) -> str:
    """Return the password for a file that came in. Raises UserError without a terminal."""
    # It is asked for past the streams of the program.
    name = harmless(path.name)
    return asked(f"Пароль для «{name}»", f"Файл «{name}» закрыт паролем")


def password_to_send() -> str:
    """Return a password typed twice, or a new one that is shown. Raises UserError."""
    from desktop_app.register.transfer_password import new_password, refusal

    why = "Файл передачи закрывают паролем"
    password = asked("Пароль для файла (Enter — придумать)", why)
    if not password:
        password = new_password()
        print(f"Пароль: {password}")
    else:
        reason = refusal(password)
        if reason is not None:
            raise UserError(reason)
        if asked("Пароль ещё раз") != password:
            raise UserError("Пароли разные. Повторите команду; файл не записан.")
    print("Скажите пароль по телефону или при встрече, не в одном письме с файлом.")
    return password
