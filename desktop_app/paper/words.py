"""A paragraph's pieces cut where a line may end."""

import re
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QTextBoundaryFinder

from desktop_app.paper.fonts import Type, type_of
from desktop_app.paper.model import Paragraph, Piece, PieceKind

_UNSEEN: Final = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
_PLACE: Final = "\ufffc"
_HYPHEN: Final = re.compile(r"(?<=[\w)])-(?=\d)")
_LONGEST: Final = 200  # letters measured at once, of a text without spaces


@dataclass(slots=True)
class Word:
    """Letters that stay together, with the spaces behind them; or a tab, a break, a picture.

    `width` is without the spaces, `spaces` is how many there are. A line may
    end behind the word when `last` is true. `start` and `end` are places in the
    paragraph's text, the spaces included.
    """

    kind: PieceKind
    text: str
    type: Type
    width: float
    spaces: int
    last: bool
    start: int
    end: int
    piece: Piece
    hyphen: bool = False
    leader: str = "none"

    @property
    def whole(self) -> float:
        """Return the width with the spaces, in twips."""
        return self.width + self.spaces * self.type.space


def words_of(paragraph: Paragraph, fields: dict[str, str]) -> list[Word]:
    """Return the words; `fields` has what PAGE and NUMPAGES say instead of their stored text."""
    pieces = [(piece, _shown(piece, fields)) for piece in paragraph.pieces]
    text = "".join(shown for _, shown in pieces)
    cuts = _cuts(text)
    found: list[Word] = []
    at = 0
    for piece, shown in pieces:
        kind = piece.kind
        if kind in ("text", "field", "label"):
            _split(found, piece, shown, at, cuts)
        else:
            width = float(piece.picture.width) if piece.picture else 0.0
            found.append(
                Word(kind, "", type_of(piece.face), width, 0, True, piece.start, piece.end, piece)
            )
        at += len(shown)
    return found


def _shown(piece: Piece, fields: dict[str, str]) -> str:
    if piece.kind == "picture":
        return _PLACE
    return fields.get(piece.name, piece.text) if piece.kind == "field" else piece.text


def _cuts(text: str) -> set[int]:
    """Return the places where a line may end, by Unicode's line breaking (UAX 14).

    But as LibreOffice does it: not behind a slash («и/или»), and behind a hyphen
    before a digit («WM-|6010»), where it is no minus sign.
    """
    if text and max(text) >= "\U00010000":
        # Qt counts in UTF-16: a sign of two units would shift all that follow.
        text = "".join(sign if sign < "\U00010000" else "x" for sign in text)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    cuts = {found.end() for found in _HYPHEN.finditer(text)}
    while (at := finder.toNextBoundary()) >= 0:
        if text[at - 1] != "/" or at == len(text):
            cuts.add(at)
    return cuts


def _split(found: list[Word], piece: Piece, shown: str, at: int, cuts: set[int]) -> None:
    kind = type_of(piece.face)
    begin = 0
    same = len(shown) == piece.end - piece.start
    for place in range(1, len(shown) + 1):
        last = at + place in cuts
        if not last and place < len(shown) and place - begin < _LONGEST:
            continue
        raw = shown[begin:place]
        letters = raw.rstrip(" ")
        text = kind.readable(letters.translate(_UNSEEN))
        found.append(
            Word(
                kind=piece.kind,
                text=text,
                type=kind,
                width=kind.width(text) if text else 0.0,
                spaces=len(raw) - len(letters),
                last=last,
                start=piece.start + begin if same else piece.start,
                end=piece.start + place if same else piece.end,
                piece=piece,
                hyphen=raw.endswith("\u00ad"),
            )
        )
        begin = place


def halves(word: Word, room: float) -> tuple[Word, Word]:
    """Return the letters that fit into `room` twips, one at least, and those that don't."""
    count = 1
    while count < len(word.text) - 1 and word.type.width(word.text[: count + 1]) <= room:
        count += 1
    return _part(word, 0, count), _part(word, count, len(word.text))


def _part(word: Word, begin: int, end: int) -> Word:
    same = len(word.text) == word.end - word.start - word.spaces
    final = end == len(word.text)
    text = word.text[begin:end]
    return Word(
        kind=word.kind,
        text=text,
        type=word.type,
        width=word.type.width(text),
        spaces=word.spaces if final else 0,
        last=word.last if final else True,
        start=word.start + begin if same else word.start,
        end=word.end if final or not same else word.start + end,
        piece=word.piece,
        hyphen=word.hyphen and final,
    )
