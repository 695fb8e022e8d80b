"""Values that know which answer they came from.

A value prints itself between marks: characters that XML does not allow, so no
text of a person can hold them. `scan` turns the marks into spans and takes
them out before an XML parser sees the letter. What a value *says* (numbers,
cases, typography) is decided elsewhere.
"""

import re
from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from desktop_app.errors import UserError

VALUE = "\x01"
BLANK = "\x06"
BODY = "\x02"
END = "\x03"

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# U+00A0, U+202F and the other special spaces are typography and stay as typed.
_WHITE = re.compile("[ \t\n\r\x85\u2028\u2029]+")
_UNUSUAL = re.compile("[\x00-\x1f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]|  ")


class IllegalCharacterError(UserError):
    """A value holds a character that no Word file may hold."""


def folded(text: str, path: str | None = None) -> str:
    """Return `text` on one line: each run of white space is one space, U+00A0 stays.

    Raises IllegalCharacterError when a character is not allowed in XML.
    """
    if _UNUSUAL.search(text) is None:
        return text
    bad = _ILLEGAL.search(text)
    if bad is not None:
        where = f" (поле «{path}»)" if path else ""
        raise IllegalCharacterError(
            f"В тексте{where} есть недопустимый знак U+{ord(bad[0]):04X}: "
            "его нельзя записать в документ Word. Введите этот текст заново."
        )
    return _WHITE.sub(" ", text)


class Text:
    """One value as ready text, with the path of the answer it came from.

    `path` is for example "repairs[0].defect"; None means that no answer stands
    behind the text. `blank` says that this is a ruled blank of a draft. The
    text is folded to one line. It is true, equal and long as its text is.
    """

    __slots__ = ("blank", "path", "text")

    def __init__(self, text: str, path: str | None = None, blank: bool = False) -> None:
        if path is not None and _UNUSUAL.search(path):
            raise ValueError(f"not a path of an answer: {path!r}")
        self.text = folded(str(text), path)  # str: a Markup would pass unescaped
        self.path = path
        self.blank = blank

    def __html__(self) -> str:
        return f"{BLANK if self.blank else VALUE}{self.path or ''}{BODY}{escape(self.text)}{END}"

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Text({self.text!r}, {self.path!r}, {self.blank!r})"

    def __bool__(self) -> bool:
        return bool(self.text)

    def __len__(self) -> int:
        return len(self.text)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Text | Phrase | str):
            return self.text == str(other)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def with_text(self, text: str) -> "Text":
        """Return another wording of the same answer."""
        return Text(text, self.path, self.blank)


class Phrase:
    """Several values in a row, printed as one, each keeping its own path.

    White space is folded inside each piece, not across pieces.
    """

    __slots__ = ("pieces",)

    def __init__(self, pieces: "Iterable[Text | Phrase | str]") -> None:
        self.pieces = tuple(_flattened(pieces))

    def __html__(self) -> str:
        return "".join(piece.__html__() for piece in self.pieces)

    def __str__(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def __repr__(self) -> str:
        return f"Phrase({list(self.pieces)!r})"

    def __bool__(self) -> bool:
        return any(self.pieces)

    def __len__(self) -> int:
        return sum(len(piece) for piece in self.pieces)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Text | Phrase | str):
            return str(self) == str(other)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(str(self))


def _flattened(pieces: "Iterable[Text | Phrase | str]") -> Iterator[Text]:
    for piece in pieces:
        if isinstance(piece, Phrase):
            yield from piece.pieces
        else:
            yield piece if isinstance(piece, Text) else Text(piece)


def marked(value: Text | Phrase | str) -> Markup:
    """Return `value` escaped and between its marks, as it stands in the rendered part."""
    if isinstance(value, str):
        value = Text(value)
    return Markup(value.__html__())
