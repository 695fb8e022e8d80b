"""What a reader makes of typed text: exactly one of four things."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop_app.russian.typography import tidy

T = TypeVar("T")

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """A value, and how the program says back that it was understood."""

    value: T
    said: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing was typed."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Not understood. `sentence` tells the person what is wrong and what to do."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Ambiguous(Generic[T]):
    """Understood in more than one way: `sentence` asks which of the `choices` is meant."""

    sentence: str
    choices: tuple[Read[T], ...]


Reading = Read[T] | Blank | Unreadable | Ambiguous[T]
"""What every reader returns."""

BLANK = Blank()


def unreadable(sentence: str) -> Unreadable:
    """Return the refusal with its sentence's spaces set."""
    return Unreadable(tidy(sentence))


def ambiguous(choices: tuple[Read[T], ...]) -> Ambiguous[T]:
    """Return the question which of the choices is meant."""
    said = " или ".join(choice.said for choice in choices)
    return Ambiguous(
        tidy(f"Это можно понять по-разному: {said}. Выберите, что вы имели в виду."), choices
    )


def plain(text: str) -> str:
    """Return what a reader compares: lower case, ё as е, one kind of dash and of space.

    Digits and signs of other forms (full-width, superscript) become the usual ones.
    """
    usual = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).lower().replace("ё", "е")
    return " ".join(_DASHES.sub("-", usual).split())


def quoted(text: str, most: int = 40) -> str:
    """Return typed text as it can stand inside a sentence: one line, «…», not long."""
    line = " ".join(text.split())
    return f"«{line}»" if len(line) <= most else f"«{line[: most - 1]}…»"
