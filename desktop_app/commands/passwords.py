"""Passwords of transfer files, asked on the terminal only: elsewhere they would be left behind."""

import getpass
import sys
from pathlib import Path

from desktop_app.errors import UserError


def password_to_open(path: Path) -> str:
    """Return the password for a file that came in. Raises UserError without a terminal."""
    _require_terminal(f"Файл «{path.name}» закрыт паролем")
    return getpass.getpass(f"Пароль для «{path.name}»: ")


def password_to_send() -> str:
    """Return a password typed twice, or a new one that is shown. Raises UserError."""
    from desktop_app.register.transfer_password import new_password, refusal

    _require_terminal("Файл передачи закрывают паролем")
    password = getpass.getpass("Пароль для файла (Enter — придумать): ")
    if not password:
        password = new_password()
        print(f"Пароль: {password}")
    else:
        reason = refusal(password)
        if reason is not None:
            raise UserError(reason)
        if getpass.getpass("Пароль ещё раз: ") != password:
            raise UserError("Пароли разные. Повторите команду; файл не записан.")
    print("Скажите пароль по телефону или при встрече, не в одном письме с файлом.")
    return password


def _require_terminal(why: str) -> None:
    if not sys.stdin.isatty():
        raise UserError(f"{why}, а пароль программа спрашивает только в терминале. Файл не тронут.")
