"""A parser of the command line that speaks Russian."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from desktop_app.errors import UserError


class Parser(argparse.ArgumentParser):
    """A parser that speaks Russian and refuses with the contract's exit code."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False, allow_abbrev=False)
        self._positionals.title = "Что указать"
        self._optionals.title = "Параметры"
        self.add_argument("-h", "--help", action="help", help="показать эту подсказку")

    def format_usage(self) -> str:
        """Return the usage line with a Russian prefix."""
        return super().format_usage().replace("usage:", "Команда:", 1)

    def format_help(self) -> str:
        """Return the help with a Russian prefix."""
        return super().format_help().replace("usage:", "Команда:", 1)

    def error(self, message: str) -> NoReturn:
        """Refuse the call in Russian."""
        told = _in_russian(message, self._choices(_named(message)))
        raise UserError(f"Команда не понята: {told}\nПодсказка: {self.prog} --help")

    def _choices(self, named: str) -> list[str]:
        """Return what can stand where the argument of that name stands."""
        found = (
            action.choices
            for action in self._actions
            if action.choices and named in (*action.option_strings, action.metavar, action.dest)
        )
        return [str(name) for name in next(found, ())]


def _in_russian(message: str, choices: Sequence[str]) -> str:
    if "invalid choice" in message:
        named = _named(message)
        if named.startswith("-"):
            return f"после {named} нужно одно из слов: {', '.join(choices)}."
        return f"такой команды нет. Есть: {', '.join(choices)}."
    if "are required" in message:
        return f"не указано: {message.split(': ', 1)[1]}."
    if "unrecognized arguments" in message:
        return f"лишнее слово «{message.split(': ', 1)[1]}»."
    if "expected one argument" in message:
        return f"после {_named(message)} нужно значение."
    if "ignored explicit argument" in message:
        return f"у {_named(message)} значения нет."
    return "проверьте слова после команды."


def _named(message: str) -> str:
    """Return the argument that the parser's English sentence is about."""
    return message.split(":")[0].removeprefix("argument ").split("/")[-1]
