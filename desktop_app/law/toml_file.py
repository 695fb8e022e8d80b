"""Strict reading of the TOML files of the law: a fault names its file, its key and what is allowed.

What the tables mean does not belong here, only how a table is taken apart.
"""

import re
import tomllib
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import cast

from desktop_app.errors import UserError

_LINE = re.compile(r"at line (\d+)")
_KEY = re.compile(r"[\s\[]*([^\s\]=]+)")
_REPEATED = ("Cannot overwrite a value", "twice", "Cannot mutate immutable", "Duplicate")


class LawFileError(UserError):
    """A data file of the program cannot be trusted; the sentence names the file and the key."""

    def __init__(self, file: str, key: str, problem: str) -> None:
        where = f"ключ «{key}»" if key else "весь файл"
        super().__init__(
            f"Файл данных «{file}», {where}: {problem}. "
            "Исправьте файл или переустановите программу: ваши дела при этом не пострадают."
        )


def read_toml(path: Path) -> dict[str, object]:
    """Return the tables of a UTF-8 TOML file, its fractions as exact decimals.

    Raises LawFileError when the file is absent, is not UTF-8, starts with a
    byte-order mark, is no TOML, or gives a key twice.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise LawFileError(path.name, "", "файл не удалось прочитать") from error
    except UnicodeDecodeError as error:
        raise LawFileError(path.name, "", "нужна кодировка UTF-8") from error
    if text.startswith("\ufeff"):
        raise LawFileError(path.name, "", "в начале лишняя метка BOM, нужен UTF-8 без неё")
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError, ArithmeticError) as error:
        raise _syntax_error(path.name, text, str(error)) from error


def _syntax_error(file: str, text: str, message: str) -> LawFileError:
    """Return the Russian sentence for tomllib's English one, which knows only the line."""
    found = _LINE.search(message)
    if found is None:
        return LawFileError(file, "", "запись не по правилам TOML, файл оборван или испорчен")
    number = int(found[1])
    key = _KEY.match(text.split("\n")[number - 1])
    repeated = any(sign in message for sign in _REPEATED)
    problem = "повторён, он допустим один раз" if repeated else "запись не по правилам TOML"
    return LawFileError(file, key[1] if key else "", f"{problem} (строка {number})")


class Table:
    """One table of a file, taken key by key; `done` refuses the keys that nobody took."""

    def __init__(self, file: str, where: str, content: object) -> None:
        self.file = file
        self.where = where
        if not isinstance(content, dict):
            raise LawFileError(file, where, "нужна таблица вида [имя]")
        self._content: dict[str, object] = content
        self._taken: set[str] = set()

    def key(self, name: str) -> str:
        """Return the full name of a key for a message: `refund_answer_days.title`."""
        return f"{self.where}.{name}" if self.where else name

    def error(self, name: str, problem: str) -> LawFileError:
        """Return the error about a key of this table."""
        return LawFileError(self.file, self.key(name), problem)

    def has(self, name: str) -> bool:
        """Say whether the key is given."""
        return name in self._content

    def take(self, name: str, needed: str) -> object:
        """Return what stands under a required key; `needed` says in Russian what may stand."""
        self._taken.add(name)
        if name not in self._content:
            raise self.error(name, f"ключа нет, нужно: {needed}")
        return self._content[name]

    def text(self, name: str) -> str:
        """Return a string that is not blank."""
        needed = "непустая строка в кавычках"
        value = self.take(name, needed)
        if not isinstance(value, str) or not value.strip():
            raise self.error(name, f"допустимо: {needed}")
        return value

    def text_or_none(self, name: str) -> str | None:
        """Return a string that is not blank, or None when the key is absent."""
        return self.text(name) if self.has(name) else None

    def choice(self, name: str, allowed: Iterable[str]) -> str:
        """Return a word of a closed set."""
        words = sorted(allowed)
        needed = "одно из слов: " + ", ".join(words)
        value = self.take(name, needed)
        if value not in words:
            raise self.error(name, f"«{value}» не подходит, допустимо {needed}")
        return str(value)

    def day(self, name: str) -> date:
        """Return a day without a time."""
        needed = "дата вида 2026-02-01 без кавычек"
        value = self.take(name, needed)
        if type(value) is not date:
            raise self.error(name, f"допустимо: {needed}")
        return value

    def whole(self, name: str) -> int:
        """Return a whole number."""
        needed = "целое число"
        value = self.take(name, needed)
        if type(value) is not int:
            raise self.error(name, f"допустимо: {needed}")
        return value

    def rows(self, name: str) -> list["Table"]:
        """Return the tables of `[[name]]`, at least one."""
        needed = f"хотя бы одна таблица [[{self.key(name)}]]"
        value = self._list(name, needed)
        return [Table(self.file, f"{self.key(name)}[{n}]", row) for n, row in enumerate(value, 1)]

    def texts(self, name: str) -> list[str]:
        """Return a list of strings that are not blank, at least one."""
        needed = "непустой список строк"
        value = self._list(name, needed)
        if not all(isinstance(word, str) and word.strip() for word in value):
            raise self.error(name, f"допустимо: {needed}")
        return cast(list[str], value)

    def days(self, name: str) -> list[date]:
        """Return a list of days in rising order; it may be empty."""
        needed = "список дат по возрастанию без повторов"
        value = self.take(name, needed)
        if not isinstance(value, list) or any(type(day) is not date for day in value):
            raise self.error(name, f"допустимо: {needed}")
        if any(late <= early for early, late in pairwise(value)):
            raise self.error(name, f"допустимо: {needed}")
        return value

    def done(self) -> None:
        """Refuse the keys that were not taken."""
        unknown = sorted(set(self._content) - self._taken)
        if unknown:
            allowed = ", ".join(sorted(self._taken))
            raise self.error(unknown[0], f"лишний ключ, допустимы: {allowed}")

    def _list(self, name: str, needed: str) -> list[object]:
        value = self.take(name, needed)
        if not isinstance(value, list) or not value:
            raise self.error(name, f"допустимо: {needed}")
        return value
