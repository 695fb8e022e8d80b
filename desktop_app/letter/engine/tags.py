"""What a template's tags look like in its paragraphs, checked before docxtpl sees them.

docxtpl throws away the text that stands beside a `{%p` tag, takes a Cyrillic р
for a name and lets an unclosed brace swallow pages: silently. Here the person
who edits the template is told, with the paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desktop_app.letter.engine.faults import TemplateError
from desktop_app.letter.engine.fields import refused_fields
from desktop_app.letter.engine.parts import W_P, W_T, W_TR, W, paragraph_text

_DELIMITER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_OPENING = re.compile(r"\{[{%#]")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_WHOLE = re.compile(r"\{[%#](p|tr) ")
_UNSUPPORTED = re.compile(
    r"\{\{(?:p|r|tr|tc)\s|\{[%#](?:r|tc)\s|\{%\s*(?:colspan|cellbg|vm|hm|raw|endraw)\b"
)
_DASHED = re.compile(r"\{[{%#][-+–—−]|[-+–—−][}%#]\}")
_MISSPELT = re.compile(
    r"\{%\s*[рР]\s|\{%\s+(?:p|tr)\s|\{%(?:p|tr)[^\s\w]|\{%\s*(?:т[рr]|tр)\s|\{%(?:p|tr)[^\S ]"
)
_WORD = re.compile(r"\{%\s*(\w+)")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it is typed, and where in its paragraph's text it begins."""

    text: str
    at: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.at + len(self.text)

    @property
    def whole(self) -> str:
        """ "p" where it takes its whole paragraph away, "tr" its whole row, else nothing."""
        found = _WHOLE.match(self.text)
        return found[1] if found else ""


def tags_in(text: str) -> list[Tag]:
    """Return the tags of a paragraph's text, each from its opening to the nearest end of its kind.

    Takes time in proportion to the text, whatever braces stand in it.
    """
    found: list[Tag] = []
    endless: set[str] = set()
    at = 0
    while opening := _OPENING.search(text, at):
        closing = _CLOSING[opening[0]]
        end = -1 if closing in endless else text.find(closing, opening.end())
        if end < 0:
            endless.add(closing)
            at = opening.start() + 1
        else:
            found.append(Tag(text[opening.start() : end + 2], opening.start()))
            at = end + 2
    return found


def between(text: str, tags: list[Tag]) -> Iterator[tuple[int, str]]:
    """Yield what stands around the tags of a paragraph, and where each stretch begins."""
    at = 0
    for tag in tags:
        yield at, text[at : tag.at]
        at = tag.end
    yield at, text[at:]


def check_tags(root: Any) -> list[str]:
    """Check every paragraph of a normalised part and return their texts, in order.

    Raises TemplateError at the first tag that would be misread.
    """
    texts = [_checked_paragraph(paragraph) for paragraph in root.iter(W_P)]
    for what in misplaced_elsewhere(root):
        raise TemplateError(what)
    return texts


def _checked_paragraph(paragraph: Any) -> str:
    text = paragraph_text(paragraph)
    if "{" in text or "}" in text:
        tags = tags_in(text)
        for what, _ in (*misread(text, tags), *misplaced(paragraph, text, tags)):
            raise TemplateError(what, paragraph=text)
        if not any(tag.whole for tag in tags):
            _check_blocks(tags, text)
    return text


def misread(text: str, tags: list[Tag]) -> Iterator[tuple[str, int]]:
    """Yield what is wrong in the spelling of a paragraph's tags, and where each begins."""
    for start, stretch in between(text, tags):
        if delimiter := _DELIMITER.search(stretch):
            yield (
                "тег не закрыт: у каждой «{{» должна быть «}}», у «{%» – «%}» в том же абзаце.",
                start + delimiter.start(),
            )
    for tag in tags:
        if what := _misspelt(tag.text):
            yield what, tag.at


def _misspelt(tag: str) -> str | None:
    if _MISSPELT.match(tag):
        return (
            f"тег «{tag}» написан неверно: нужно «{{%p … %}}» или «{{%tr … %}}», "
            "латинскими буквами, без пробела после «{%» и с обычным пробелом после буквы."
        )
    if _DASHED.search(tag):
        return f"в теге «{tag}» лишний знак у скобки: уберите тире или плюс."
    return f"тег «{tag}» не поддерживается." if _UNSUPPORTED.match(tag) else None


_GOES_ALONG = tuple(W + name for name in ("drawing", "pict", "object", "br", "txbxContent"))


def misplaced(paragraph: Any, text: str, tags: list[Tag]) -> Iterator[tuple[str, int]]:
    """Yield the `{%p` and `{%tr` tags of a paragraph that would take more away than themselves."""
    whole = next((tag for tag in tags if tag.whole), None)
    if whole is None:
        return
    if whole.whole == "p":
        if len(tags) > 1 or whole.text != text.strip():
            yield "тег «{%p … %}» должен стоять в абзаце один: текст рядом пропадёт.", whole.at
        if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
            yield "тег «{%p … %}» стоит у разрыва раздела, и разрыв пропадёт.", whole.at
        if next(paragraph.iter(*_GOES_ALONG), None) is not None:
            yield (
                "в абзаце тега «{%p … %}» стоит рисунок, надпись или разрыв: он пропадёт вместе с "
                "тегом. Перенесите его в свой абзац.",
                whole.at,
            )
        return
    row = next(paragraph.iterancestors(W_TR), None)
    if row is None:
        yield "тег «{%tr … %}» стоит не в таблице.", whole.at
    elif "".join(paragraph_text(each) for each in row.iter(W_P)).strip() != whole.text:
        yield "тег «{%tr … %}» должен стоять в строке один: текст рядом пропадёт.", whole.at


def _check_blocks(tags: list[Tag], text: str) -> None:
    depth = 0
    for tag in tags:
        found = _WORD.match(tag.text)
        word = found[1] if found else ""
        depth += (word in ("if", "for")) - (word in ("endif", "endfor"))
        if depth < 0 or (word in ("else", "elif") and not depth):
            break
    else:
        if not depth:
            return
    raise TemplateError(
        "«{% if %}» и «{% endif %}» (или «{% for %}» и «{% endfor %}») стоят в разных абзацах. "
        "Для целых абзацев пишите «{%p if … %}» и «{%p endif %}», каждый в своём абзаце.",
        paragraph=text,
    )


def misplaced_elsewhere(root: Any) -> Iterator[str]:
    """Yield what stands outside the text of paragraphs and may not."""
    for element in root.iter():
        if element.tag == W_T and next(element.iterancestors(W_P), None) is None:
            yield "файл повреждён: в нём есть текст вне абзацев."
        texts = [*element.attrib.values(), element.text or "" if element.tag != W_T else ""]
        if any(_DELIMITER.search(text) for text in texts):
            yield "тег стоит не в тексте абзаца (в поле, рисунке или ссылке)."
    yield from refused_fields(root)
