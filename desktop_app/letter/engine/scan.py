"""The rendered pieces of one part, joined: marks out, spans and sections in.

Jinja yields a template's own XML and a person's values in separate pieces. The
template's pieces are always the same, so each is measured once; a letter then
costs one look-up a piece. Nothing of a person's text is read as XML or as a
tag here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop_app.letter.engine.faults import TemplateError
from desktop_app.letter.engine.grammar import SECTION, SECTION_BODY, SECTION_END
from desktop_app.letter.engine.marks import BLANK, BODY, END, VALUE

MOST_CHARACTERS = 20_000_000

_TOKEN = re.compile(
    r'<w:t xml:space="preserve">([^<]*)|\A([^<]+)|<w:p>|</w:p>|<w:tab/>|<w:br[ /]|<w:cr/>'
    r"|<w:noBreakHyphen/>"
)
_MARKED = re.compile(f"([{VALUE}{BLANK}])([^{BODY}]*){BODY}([^{END}]*){END}")
_SECTION_NAME = re.compile(f"{SECTION}([^{SECTION_BODY}]*){SECTION_BODY}")
_NEEDS_PARAGRAPH = re.compile(
    r"(?:</w:tcPr>|<w:tcPr/>|<w:tc>|</w:tbl>|<w:(?:hdr|ftr|txbxContent|footnote|endnote)\b[^>]*>)\Z"
)
_CONTAINER_END = re.compile(r"</w:(?:tc|hdr|ftr|txbxContent|footnote|endnote)>")
_ROWLESS = re.compile(r"<w:tbl>(?:(?!<w:tbl>|<w:tr[ >]).)*</w:tbl>", re.DOTALL)
_TABLE_HEAD = re.compile(r"(?:</w:tblGrid>|<w:tblGrid/>|</w:tblPr>)\Z")
_EMPTY_PARAGRAPH = "<w:p></w:p>"
_OPEN, _CLOSE, _LENGTH, _WHOLE = range(4)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a value stands: letters `start` to `end` of a paragraph of a part.

    `paragraph` counts the `w:p` of the part from 0 in document order; the
    letters are those of `parts.paragraph_text`. `path` is the answer's, empty
    when no answer stands behind the text; `blank` is a ruled blank of a draft.
    """

    part: str
    paragraph: int
    start: int
    end: int
    path: str
    text: str
    blank: bool


@dataclass(frozen=True, slots=True)
class Section:
    """What is printed because of a condition: paragraphs `first` to `last`, both included.

    An `inline` section is a stretch of one paragraph, from letter `start` to
    `end`; another one runs from letter 0 of `first` to the end of `last`. A
    condition that did not hold is written "не рассрочка".
    """

    condition: str
    part: str
    first: int
    last: int
    inline: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """The measure of a piece of template: what it opens, closes and counts, and its edges."""

    steps: tuple[tuple[int, int], ...]
    wants_paragraph: bool
    ends_container: bool
    heads_table: bool
    ends_table: bool


@dataclass(slots=True)
class Scan:
    """The state of joining one part; `xml` is what was joined so far, without marks."""

    part: str
    xml: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    _begun: int = 0
    _size: int = 0
    _last_length: int = 0
    _stack: list[list[int]] = field(default_factory=list)
    _open: list[tuple[str, int, int, bool]] = field(default_factory=list)

    def join(self, pieces: Iterable[str], measured: dict[str, Piece]) -> str:
        """Return the part's XML and collect its spans and sections.

        `measured` keeps the measures of the template's pieces from letter to
        letter. Raises TemplateError when the part grows out of bounds.
        """
        before: Piece | None = None
        rowless = False
        for piece in pieces:
            self._size += len(piece)
            if self._size > MOST_CHARACTERS:
                raise TemplateError("документ получается слишком большим.")
            if not piece:
                continue
            if type(piece) is not str:
                self._values(piece)
                continue
            measure = measured.get(piece)
            if measure is None:
                if piece[0] in (SECTION, SECTION_END):
                    self._border(piece)
                    continue
                measure = measured[piece] = measure_of(piece)
            if before is not None:
                if measure.ends_container and before.wants_paragraph:
                    self.xml.append(_EMPTY_PARAGRAPH)
                    self._begun += 1
                rowless = rowless or (measure.ends_table and before.heads_table)
            self._advance(measure)
            self.xml.append(piece)
            before = measure
        # A section ends before the one around it; readers want them as they are met.
        self.sections.sort(key=lambda s: (s.first, s.start, -s.last, -s.end))
        text = "".join(self.xml)
        return _ROWLESS.sub("", text) if rowless else text

    def _advance(self, measure: Piece) -> None:
        stack = self._stack
        for kind, amount in measure.steps:
            if kind == _LENGTH:
                stack[-1][1] += amount
            elif kind == _WHOLE:
                self._begun += amount
            elif kind == _OPEN:
                stack.append([self._begun, 0])
                self._begun += 1
            else:
                stack.pop()

    def _values(self, piece: str) -> None:
        paragraph = self._stack[-1]
        for sort, path, escaped in _MARKED.findall(piece):
            text = unescaped(escaped)
            start = paragraph[1]
            end = paragraph[1] = start + len(text)
            self.spans.append(Span(self.part, paragraph[0], start, end, path, text, sort == BLANK))
            self.xml.append(escaped)

    def _border(self, piece: str) -> None:
        place, offset = self._stack[-1] if self._stack else (self._begun, 0)
        inline = bool(self._stack)
        if piece[0] == SECTION:
            for name in _SECTION_NAME.findall(piece):
                self._open.append((name, place, offset, inline))
            return
        for _ in piece:
            name, first, start, began_inline = self._open.pop()
            if began_inline:
                section = Section(name, self.part, first, place, True, start, offset)
            else:
                section = Section(name, self.part, first, self._begun - 1, False, 0, 0)
            if section.last >= first and (not began_inline or offset > start):
                self.sections.append(section)


def measure_of(piece: str) -> Piece:
    """Measure a piece of a normalised part. Its own whole paragraphs become one number."""
    steps: list[tuple[int, int]] = []
    for found in _TOKEN.finditer(piece):
        token = found[0]
        if token == "<w:p>":
            steps.append((_OPEN, 0))
        elif token == "</w:p>":
            _close(steps)
        else:
            text = found[1] if found[1] is not None else found[2]
            steps.append((_LENGTH, 1 if text is None else len(unescaped(text))))
    return Piece(
        steps=tuple(_merged(steps)),
        wants_paragraph=_NEEDS_PARAGRAPH.search(piece) is not None,
        ends_container=_CONTAINER_END.match(piece) is not None,
        heads_table=_TABLE_HEAD.search(piece) is not None,
        ends_table=piece.startswith("</w:tbl>"),
    )


def _close(steps: list[tuple[int, int]]) -> None:
    inner = 0
    for index in range(len(steps) - 1, -1, -1):
        kind, amount = steps[index]
        if kind == _OPEN:
            steps[index:] = [(_WHOLE, inner + 1)]
            return
        inner += amount if kind == _WHOLE else 0
        if kind == _CLOSE:
            break
    steps.append((_CLOSE, 0))


def _merged(steps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    done: list[tuple[int, int]] = []
    for kind, amount in steps:
        if done and kind in (_LENGTH, _WHOLE) and done[-1][0] == kind:
            done[-1] = (kind, done[-1][1] + amount)
        else:
            done.append((kind, amount))
    return done


def unescaped(text: str) -> str:
    """Return the text that an XML parser reads from `text`."""
    if "&" not in text:
        return text
    for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&#39;", "'")):
        text = text.replace(entity, letter)
    return text.replace("&quot;", '"').replace("&amp;", "&")
