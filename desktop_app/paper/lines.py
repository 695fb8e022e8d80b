"""A paragraph broken into lines: indents, tabs, alignment, heights, as LibreOffice does it."""

from dataclasses import dataclass
from typing import Final

from desktop_app.paper.filling import Draft, fill
from desktop_app.paper.fonts import Type, type_of
from desktop_app.paper.model import Paragraph, Shape
from desktop_app.paper.words import Word, words_of

_NO_BREAK_SPACE: Final = "\u00a0"


@dataclass(slots=True)
class Run:
    """Letters drawn in one go at `x`; `stretch` is what each space is wider by, in twips."""

    x: float
    width: float
    text: str
    type: Type
    start: int
    end: int
    stretch: float
    word: Word


@dataclass(slots=True)
class Line:
    """One line: its height and the place of its baseline below its top, in twips.

    `x` of the runs is counted from the left edge of the text's width. `ends_page`
    tells that a page break stands at its end.
    """

    paragraph: Paragraph
    runs: list[Run]
    height: int
    baseline: int
    start: int
    end: int
    ends_page: bool = False
    stretched: float = 0.0


def lines_of(
    paragraph: Paragraph, width: int, default_tab: int, fields: dict[str, str] | None = None
) -> list[Line]:
    """Return the lines of a paragraph in a column of `width` twips; an empty one has one line."""
    words = words_of(paragraph, fields or {})
    shape = paragraph.shape
    found: list[Line] = []
    rest = list(reversed(words))
    while True:
        left = shape.left + (0 if found else shape.first)
        draft = Draft(float(left), float(max(width - shape.right, left + 200)))
        ended = fill(draft, rest, shape, default_tab, first=not found)
        final = not rest and ended != "line"
        found.append(_line(paragraph, draft, final=not rest or ended == "page", ended=ended))
        if final:
            return found


def _line(paragraph: Paragraph, draft: Draft, final: bool, ended: str) -> Line:
    shape = paragraph.shape
    words, places = draft.words, draft.places
    stretch = _align(draft, shape, final)
    runs: list[Run] = []
    for at, (word, x) in enumerate(zip(words, places, strict=True)):
        end_of_line = at == len(words) - 1
        _append(runs, word, x, stretch if at >= draft.last_tab else 0.0, end_of_line)
    height, baseline = _height(paragraph, words)
    last = paragraph.pieces[-1].end if paragraph.pieces else 0
    start = words[0].start if words else last
    end = words[-1].end if words else last
    return Line(paragraph, runs, height, baseline, start, end, ended == "page", stretch)


def _align(draft: Draft, shape: Shape, final: bool) -> float:
    """Move the words to where the alignment wants them; return what each space is wider by."""
    words, places = draft.words, draft.places
    letters = [at for at, word in enumerate(words) if word.kind not in ("line", "page")]
    if not letters or shape.align == "left":
        return 0.0
    last = letters[-1]
    slack = draft.limit - places[last] - words[last].width
    if shape.align in ("right", "center"):
        move = slack if shape.align == "right" else slack / 2
        places[:] = [place + max(0.0, move) for place in places]
        return 0.0
    stretched = range(draft.last_tab, last)
    spaces = sum(words[at].spaces for at in stretched)
    if final or slack <= 0 or not spaces:
        return 0.0
    stretch = slack / spaces
    moved = 0.0
    for at in range(draft.last_tab, len(words)):
        places[at] += moved
        moved += words[at].spaces * stretch if at < last else 0.0
    return stretch


def _append(runs: list[Run], word: Word, x: float, stretch: float, end_of_line: bool) -> None:
    """Add a word's letters and its spaces to the runs, as few runs as look the same."""
    if word.kind not in ("text", "field", "label"):
        runs.append(Run(x, word.width, "", word.type, word.start, word.end, 0.0, word))
        return
    text = word.text + ("-" if end_of_line and word.hyphen else "")
    letters_end = max(word.start, word.end - word.spaces)
    fixed = bool(stretch) and _NO_BREAK_SPACE in text
    if text:
        _join(
            runs, Run(x, word.width, text, word.type, word.start, letters_end, stretch, word), fixed
        )
    if word.spaces:
        several = bool(stretch) and word.spaces > 1
        width = word.spaces * (word.type.space + stretch)
        space = " " if several else " " * word.spaces
        run = Run(x + word.width, width, space, word.type, letters_end, word.end, stretch, word)
        _join(runs, run, several)


def _join(runs: list[Run], run: Run, fixed: bool) -> None:
    """Append a run or lengthen the last; a `fixed` one keeps its own spaces as they are.

    Qt widens no-break spaces too and counts several spaces as one, LibreOffice
    does neither: such stretches are drawn apart.
    """
    last = runs[-1] if runs else None
    if fixed:
        run.stretch = 0.0
    if (
        last is not None
        and last.text
        and last.type is run.type
        and last.stretch == run.stretch
        and last.word.kind == run.word.kind
    ):
        last.text += run.text
        last.width = run.x + run.width - last.x
        last.end = run.end
    else:
        runs.append(run)


def _height(paragraph: Paragraph, words: list[Word]) -> tuple[int, int]:
    """Return a line's height and baseline by the paragraph's line spacing, in whole twips."""
    mark = type_of(paragraph.mark)
    ascent, descent = (0, 0) if words else (mark.ascent, mark.descent)
    for word in words:
        if word.piece.picture is not None:
            ascent = max(ascent, word.piece.picture.height)
        else:
            ascent = max(ascent, word.type.ascent)
            descent = max(descent, word.type.descent)
    single = ascent + descent
    shape = paragraph.shape
    if shape.line_rule == "exact":
        return shape.line, shape.line * 4 // 5
    if shape.line_rule == "atLeast":
        return max(single, shape.line), max(ascent, shape.line - descent)
    percent = max(50, shape.line * 100 // 240)
    height = single + single * (percent - 100) // 100
    if percent >= 100:
        return height, ascent
    return height, ascent - (single - height)
