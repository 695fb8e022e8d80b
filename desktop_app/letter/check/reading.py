"""A template's paragraphs and tags, and the faults that need no vocabulary."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from desktop_app.letter.check.faults import Fault, Paragraph
from desktop_app.letter.check.spelling import mended, misspelt
from desktop_app.letter.engine.package import read_package, text_parts
from desktop_app.letter.engine.parts import (
    W_P,
    W_TR,
    W,
    paragraph_text,
    parse,
    respell,
    unwanted,
)
from desktop_app.letter.engine.tags import (
    Tag,
    between,
    misplaced,
    misplaced_elsewhere,
    misread,
    tags_in,
)

MOST_TAGS: Final = 20_000
LONGEST_TAG: Final = 1_000
_WORD = re.compile(r"\{%(?:p |tr )?\s*(\w+)")
_LONE = re.compile(r"\{[^{}]*\}")
_PARTS = {
    W + "hdr": "в верхнем колонтитуле",
    W + "ftr": "в нижнем колонтитуле",
    W + "footnotes": "в сноске",
    W + "endnotes": "в концевой сноске",
}
IsKnown = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Placed:
    """A tag as it was meant, with the paragraph it stands in."""

    tag: Tag
    paragraph: Paragraph

    @property
    def word(self) -> str:
        """What it does: "if", "for", "endif" …; nothing of one that prints or says nothing."""
        found = _WORD.match(self.tag.text)
        return found[1] if found else ""

    def fault(self, what: str) -> Fault:
        """Return a fault of this tag."""
        return Fault(what, self.paragraph, self.tag.at)


@dataclass(slots=True)
class Reading:
    """What was read: the tags by part, the faults, and what only looks odd."""

    parts: list[list[Placed]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    remarks: list[Fault] = field(default_factory=list)


def read(data: bytes, is_known: IsKnown) -> Reading:
    """Read a template; `is_known` tells of a name as it is typed whether a template may use it.

    Raises TemplateError where the file is no Word file or can't be read as one.
    """
    files = read_package(data)
    reading = Reading()
    for number, name in enumerate(text_parts(files)):
        root = parse(files[name])
        # Held, so that each paragraph stays the same object and can be looked up.
        order = {element: index for index, element in enumerate(root.iter(W_P))}
        for what, element in unwanted(root):
            place = _paragraph(number, order.get(element, -1), element, root)
            reading.faults.append(Fault(what, place))
        for moved in list(root.iter(W + "moveFrom")):
            moved.getparent().remove(moved)
        respell(root)
        reading.parts.append(list(_tags(number, root, reading, is_known)))
        reading.faults += [Fault(what) for what in misplaced_elsewhere(root)]
    return reading


def _tags(part: int, root: Any, reading: Reading, is_known: IsKnown) -> Iterator[Placed]:
    count = sum(len(read) for read in reading.parts)
    for index, element in enumerate(root.iter(W_P)):
        text = paragraph_text(element)
        if "{" not in text and "}" not in text:
            continue
        paragraph = _paragraph(part, index, element, root)
        tags = tags_in(text)
        count += len(tags)
        if count > MOST_TAGS:
            reading.faults.append(Fault("в шаблоне слишком много тегов.", paragraph))
            return
        if endless := next((tag for tag in tags if len(tag.text) > LONGEST_TAG), None):
            what = "тег не закрыт, или он слишком длинный."
            reading.faults.append(Fault(what, paragraph, endless.at))
            continue
        meant = [Tag(mended(tag.text, is_known), tag.at) for tag in tags]
        told = [*_faults(text, tags, is_known), *_places(element, text, tags, meant)]
        reading.faults += [Fault(what, paragraph, at) for what, at in told]
        reading.remarks += [Fault(what, paragraph, at) for what, at in _lone_braces(text, tags)]
        yield from (Placed(tag, paragraph) for tag in meant)


def _faults(text: str, tags: list[Tag], is_known: IsKnown) -> Iterator[tuple[str, int]]:
    yield from misread(text, tags)
    for tag in tags:
        for what in misspelt(tag.text, is_known):
            yield what, tag.at


def _places(
    element: Any, text: str, tags: list[Tag], meant: list[Tag]
) -> Iterator[tuple[str, int]]:
    """Yield the tags that would take more away than themselves, spelt as they were meant."""
    pieces = [stretch for _, stretch in between(text, tags)]
    as_meant = "".join(a + tag.text for a, tag in zip(pieces, meant, strict=False)) + pieces[-1]
    changed_row = any(m.whole == "tr" and m != tag for m, tag in zip(meant, tags, strict=True))
    if not changed_row:  # Of a row the engine reads the cells, as they are typed.
        yield from misplaced(element, as_meant, meant)


def _lone_braces(text: str, tags: list[Tag]) -> Iterator[tuple[str, int]]:
    for start, stretch in between(text, tags):
        for found in _LONE.finditer(stretch):
            yield (
                f"«{found[0][:60]}» стоит в одинарных скобках и так и напечатается. "
                "Если это тег, скобок нужно по две.",
                start + found.start(),
            )


def _paragraph(part: int, index: int, element: Any, root: Any) -> Paragraph:
    where = _PARTS.get(root.tag)
    if where is None:
        around = {ancestor.tag for ancestor in element.iterancestors()}
        boxed = W + "txbxContent" in around
        where = "в надписи" if boxed else "в таблице" if W_TR in around else "в тексте"
    return Paragraph(part, index, where, paragraph_text(element))
