"""Letters and signs in a tag that look right and are not, and the tag as it was meant."""

import re
from collections.abc import Callable, Iterator

from desktop_app.nearest import nearest, perhaps

WORDS = ("if", "elif", "else", "endif", "for", "endfor")
"""The words that a tag may begin with."""
_COMMENT = "{#"
_OTHERS = {"elseif": "elif", "elsif": "elif"}
_FIRST = re.compile(r"^(\{%(?:p |tr )?\s*)(\w+)")
_KEYWORDS = {*WORDS, "in", "not", "loop.index"}
_TWINS = ("aceopxykmtbhiABCEHKMOPTXYI", "асеорхукмтвніАВСЕНКМОРТХУІ")
_TO_CYRILLIC = str.maketrans(*_TWINS)
_TO_LATIN = str.maketrans(*reversed(_TWINS))
_LATIN = re.compile("[A-Za-z]")
_CYRILLIC = re.compile("[А-Яа-яЁёІі]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_QUOTES = re.compile("[“”„«»‘’`]")
_DASHES = re.compile("[\u2010-\u2015\u2212]|(?<=\\w)-(?=\\w)")
_AT_EDGE = re.compile(r"(?<=^\{[{%#])[-+–—−]|[-+–—−](?=[}%#]\}$)")
_PARAGRAPH = re.compile(r"^\{%\s*[pрР]\s+")
_ROW = re.compile(r"^\{%\s*(?:tr|тр|тr|tр)\s+")
_UNCLOSED = re.compile(r"\{[{%#].*(?=\{[{%#])", re.DOTALL)
_LITERAL = re.compile(r"\"[^\"]*\"|'[^']*'")
_TOKEN = re.compile(r"[\w.]+")


def mended(tag: str, is_known: Callable[[str], bool]) -> str:
    """Return the tag as it was probably meant: in the right letters, with the right signs."""
    if tag.startswith(_COMMENT):
        return tag
    tag = _AT_EDGE.sub("", _INVISIBLE.sub("", _UNCLOSED.sub("", tag)))
    tag = _ROW.sub("{%tr ", _PARAGRAPH.sub("{%p ", tag))
    tag = _outside_literals(tag, lambda text: _DASHES.sub("_", _QUOTES.sub('"', text)))
    tag = _outside_literals(
        tag, lambda text: _TOKEN.sub(lambda found: _meant(found[0], is_known) or found[0], text)
    )
    return _FIRST.sub(lambda found: found[1] + (_word_like(found[2]) or found[2]), tag)


def misspelt(tag: str, is_known: Callable[[str], bool]) -> Iterator[str]:
    """Yield what is wrong in the letters and signs of a tag, beside what the engine refuses.

    `is_known` tells of a name, as it is typed in the tag, whether a template may use it.
    """
    if tag.startswith(_COMMENT):
        return
    if unclosed := _UNCLOSED.match(tag):
        yield f"тег «{unclosed[0].strip()}» не закрыт: после него начинается другой тег."
        tag = tag[unclosed.end() :]
    if _INVISIBLE.search(tag):
        yield f"в теге «{tag}» есть невидимый знак: наберите тег заново."
    inner = _LITERAL.sub("", _AT_EDGE.sub("", _INVISIBLE.sub("", tag)))
    if quote := _QUOTES.search(inner):
        yield f"в теге «{tag}» стоит кавычка {quote[0]}: в тегах бывают только прямые кавычки."
    if dash := _DASHES.search(inner):
        yield f"в теге «{tag}» стоит «{dash[0]}»: слова в именах соединяет знак «_»."
    inner = _ROW.sub("", _PARAGRAPH.sub("", inner))
    for token in _TOKEN.findall(_DASHES.sub("_", inner)):
        if meant := _meant(token, is_known):
            yield _mixed(token, meant, is_known(meant))
    first = _FIRST.match(_ROW.sub("{%tr ", _PARAGRAPH.sub("{%p ", tag)))
    if first and not _meant(first[2], is_known) and (word := _word_like(first[2])):
        yield f"неизвестное слово «{first[2]}» в теге «{tag}». {perhaps(word)}"


def _word_like(word: str) -> str | None:
    """Return the word of tags that a mistyped one was meant to be."""
    return None if word in WORDS else _OTHERS.get(word) or nearest(word, WORDS, 0.7)


def _meant(token: str, is_known: Callable[[str], bool]) -> str | None:
    """Return a word in the right letters, None where its letters are right."""
    if token in _KEYWORDS or is_known(token):
        return None
    latin, cyrillic = token.translate(_TO_LATIN), token.translate(_TO_CYRILLIC)
    if latin in _KEYWORDS:
        return latin
    mixed = any(_LATIN.search(part) and _CYRILLIC.search(part) for part in token.split("."))
    if cyrillic != token and (mixed or is_known(cyrillic)):
        return cyrillic
    return None


def _mixed(token: str, meant: str, known: bool) -> str:
    if meant in _KEYWORDS:
        return f"в слове «{token}» есть русские буквы: наберите «{meant}» латинскими."
    letters = ", ".join(f"«{letter}»" for letter in dict.fromkeys(_LATIN.findall(token)))
    hint = f" {perhaps(meant)}" if known else ""
    return f"в имени «{token}» стоят латинские буквы ({letters}): наберите его русскими.{hint}"


def _outside_literals(tag: str, change: Callable[[str], str]) -> str:
    pieces: list[str] = []
    at = 0
    for literal in _LITERAL.finditer(tag):
        pieces += [change(tag[at : literal.start()]), literal[0]]
        at = literal.end()
    return "".join([*pieces, change(tag[at:])])
