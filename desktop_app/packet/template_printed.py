"""What an edited template leaves out though its tags are all there: seen by filling specimens."""

from collections.abc import Iterator, Mapping, Sequence

from desktop_app.letter.document import Document
from desktop_app.letter.engine.package import read_package, text_parts
from desktop_app.letter.engine.parts import W_P, paragraph_text, parse
from desktop_app.letter.engine.template import Filled
from desktop_app.letter.matter import Matter
from desktop_app.packet.shown import condition_as_typed, shipped_words
from desktop_app.packet.specimens import specimens_of

Made = Sequence[tuple[Matter, Filled]]


def unprinted(document: Document, made: Made, meanings: Mapping[str, str]) -> Iterator[str]:
    """Yield what a template does not print of what it names; `made` are specimens filled by it."""
    yield from _empty_conditions(document, made)
    texts = [(matter, _plain(filled)) for matter, filled in made]
    one_of = [(name,) for name in document.needed] + list(document.one_of)
    for names in one_of:
        lost = any(_is_lost(document, names, matter, text) for matter, text in texts)
        if lost:
            told = " или ".join(f"«{name}» ({meanings[name]})" for name in names)
            yield (
                f"Поле {told} печатается не всегда, а без него это не «{document.name}»: проверьте "
                "условие, под которым оно стоит."
            )


def _empty_conditions(document: Document, made: Made) -> Iterator[str]:
    """Yield the conditions whose text is gone: a demand would be left out unsaid."""
    rows = shipped_words(document).rows
    named = frozenset().union(*(filled.conditions for _, filled in made))
    printed = {section.condition for _, filled in made for section in filled.sections}
    for name in sorted((named & _printed_by_the_shipped(document)) - printed):
        typed = condition_as_typed(name, rows)
        yield f"Под условием «{typed}» ничего не печатается: между его тегами нет текста."


def _printed_by_the_shipped(document: Document) -> set[str]:
    filled = (document.fill(one.matter, document.shipped) for one in specimens_of(document))
    return {section.condition for one in filled for section in one.sections}


def _is_lost(document: Document, names: tuple[str, ...], matter: Matter, text: str) -> bool:
    """Whether a specimen has such a value, and none of them was printed."""
    plain = {field.name: field for field in document.vocabulary.fields}
    values = [str(plain[name].of(matter) or "") for name in names if name in plain]
    told = [" ".join(value.split()) for value in values if value]
    return bool(told) and not any(value in text for value in told)


def _plain(filled: Filled) -> str:
    """Return all words of a filled document, with single spaces."""
    parts = read_package(filled.docx)
    paragraphs = (
        paragraph_text(paragraph)
        for name in text_parts(parts)
        for paragraph in parse(parts[name]).iter(W_P)
    )
    return " ".join(" ".join(paragraphs).split())
