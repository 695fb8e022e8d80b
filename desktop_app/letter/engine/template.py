"""A Word template, compiled once and filled many times."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateSyntaxError, UndefinedError
from lxml import etree

from desktop_app.letter.engine.faults import TemplateError
from desktop_app.letter.engine.grammar import Rewriting, Vocabulary
from desktop_app.letter.engine.package import (
    DOCUMENT,
    LARGEST_FILE,
    Properties,
    Shell,
    cleaned,
    read_package,
    taken,
    text_parts,
)
from desktop_app.letter.engine.parts import normalised, paragraph_text, parse
from desktop_app.letter.engine.pictures import Picture, fitted, places
from desktop_app.letter.engine.relations import require_inside
from desktop_app.letter.engine.sandbox import LetterEnvironment
from desktop_app.letter.engine.scan import Piece, Scan, Section, Span
from desktop_app.letter.engine.source import jinja_source, syntax_fault
from desktop_app.letter.engine.stretches import require_no_delimiters
from desktop_app.letter.engine.tags import check_tags
from desktop_app.letter.engine.verify import verify

__all__ = [
    "Filled",
    "Picture",
    "Properties",
    "Section",
    "Span",
    "Template",
    "TemplateError",
    "compile_template",
    "open_template",
    "paragraph_text",
]

LARGEST_PART = 5_000_000
NO_PICTURES: Mapping[str, Picture] = {}
_ENVIRONMENT = LetterEnvironment()
_CACHE: dict[Path, tuple[tuple[int, int], "Template"]] = {}


@dataclass(frozen=True, slots=True)
class Filled:
    """A finished letter: the bytes of the Word file and the map of what stands where.

    `conditions` are those that its template names, `holding` those that hold in this case,
    whether or not the template had a use for them. `own` is the user's own template, None where
    the shipped one was filled.
    """

    docx: bytes
    spans: tuple[Span, ...]
    sections: tuple[Section, ...]
    conditions: frozenset[str] = frozenset()
    holding: frozenset[str] = frozenset()
    own: Path | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    jinja: JinjaTemplate
    paragraphs: tuple[str, ...]
    places: Mapping[int, list[str]]
    measured: dict[str, Piece]


class Template:
    """A compiled template.

    `names` are the fields it uses, an item of a list as "ремонты[].дней";
    `conditions` the named conditions, without «не», as "рассрочка" or
    "ремонты[].акт"; `pictures` the places that it keeps for pictures. All are for checking a
    template against the vocabulary.
    """

    def __init__(
        self,
        name: str,
        words: Vocabulary,
        parts: tuple[_Part, ...],
        shell: Shell,
        pictures: Mapping[str, tuple[str, bytes]],
    ) -> None:
        self.name = name
        self.names = frozenset(words.names)
        self.conditions = frozenset(words.conditions)
        self._parts = parts
        self._shell = shell
        self._pictures = pictures
        self.pictures = frozenset(pictures)

    def fill(
        self,
        context: Mapping[str, object],
        properties: Properties,
        pictures: Mapping[str, Picture] = NO_PICTURES,
    ) -> Filled:
        """Return the letter, its spans and its sections, checked.

        `pictures` are put in the places that the template keeps for them.

        `context` is made of dicts and lists of Text, Phrase, str, int, and of
        bool for conditions. Raises TemplateError when the template asks for
        what is not there, or a value did not reach its place.
        """
        _ENVIRONMENT.steps = 0
        rendered: dict[str, str] = {}
        spans: list[Span] = []
        sections: list[Section] = []
        for part in self._parts:
            scan = Scan(part.name)
            rendered[part.name] = self._rendered(part, scan, context)
            spans += scan.spans
            sections += scan.sections
        if self._pictures:
            rendered[DOCUMENT] = fitted(rendered[DOCUMENT], pictures)
        media = {
            part: pictures[name].data if name in pictures else stand_in
            for name, (part, stand_in) in self._pictures.items()
        }
        docx = self._shell.with_parts(rendered, properties, media)
        try:
            verify(docx, rendered, spans)
        except TemplateError as error:
            raise error.located(self.name) from error
        holding = _holding(context.get("есть"))
        return Filled(docx, tuple(spans), tuple(sections), self.conditions, holding)

    def _rendered(self, part: _Part, scan: Scan, context: Mapping[str, object]) -> str:
        try:
            pieces = part.jinja.root_render_func(part.jinja.new_context(dict(context)))
            return scan.join(pieces, part.measured)
        except UndefinedError as error:
            line = _line(error.__traceback__, part.jinja)
            name = _unknown(error, part.places.get(line or 0, []))
            fault = TemplateError(f"неизвестное имя «{name}».", line=line)
            raise fault.located(self.name, part.paragraphs) from error
        except TemplateError as error:
            error.line = _line(error.__traceback__, part.jinja)
            raise error.located(self.name, part.paragraphs) from error


def _holding(conditions: object) -> frozenset[str]:
    named = conditions if isinstance(conditions, Mapping) else {}
    return frozenset(name for name, holds in named.items() if holds)


def _line(traceback: TracebackType | None, jinja: JinjaTemplate) -> int | None:
    """Return the line of the template's source where an error arose."""
    found = None
    while traceback is not None:
        if traceback.tb_frame.f_code is jinja.root_render_func.__code__:
            found = jinja.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
    return found


def _unknown(error: UndefinedError, typed: list[str]) -> str:
    """Return the whole name, as typed, whose part Jinja found undefined."""
    for name in sorted(typed):
        for part in reversed(name.split(".")):
            if f"'{part}'" in str(error):
                return name
    return str(error)


def open_template(path: Path) -> Template:
    """Return the compiled template; it is compiled again only when the file has changed.

    Raises TemplateError when the file can't be read or is no usable template.
    """
    try:
        state = path.stat()
    except OSError as error:
        raise _unreadable(path) from error
    stamp = (state.st_mtime_ns, state.st_size)
    known = _CACHE.get(path)
    if known is not None and known[0] == stamp:
        return known[1]
    template = compile_template(read_template(path), path.name)
    _CACHE[path] = (stamp, template)
    return template


def read_template(path: Path) -> bytes:
    """Return the bytes of a file that may be a template; raises TemplateError where it can't."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise TemplateError("файл больше 20 МБ.", template=path.name)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> TemplateError:
    return TemplateError(
        "файл не удаётся прочитать. Проверьте, что он на месте и не занят.", template=path.name
    )


def compile_template(data: bytes, name: str) -> Template:
    """Return the template in `data`; `name` is the file's name, for messages.

    Raises TemplateError, in Russian and with the paragraph where there is one.
    """
    try:
        files = read_package(data)
        require_inside(taken(files))
        words = Vocabulary()
        kept = places(files)
        parts: list[_Part] = []
        for part_name in text_parts(files):
            root = parse(files[part_name])
            normalised(root)
            texts = check_tags(root)
            source = etree.tostring(root, encoding="unicode")
            if part_name == DOCUMENT or any("{" in text for text in texts):
                del files[part_name]
                parts.append(_compiled(part_name, source, tuple(texts), words))
        pictures = {title: (part, files.pop(part)) for title, part in kept.items()}
        return Template(name, words, tuple(parts), Shell(cleaned(files)), pictures)
    except TemplateError as error:
        raise error.located(name) from error


def _compiled(name: str, source: str, texts: tuple[str, ...], words: Vocabulary) -> _Part:
    if len(source) > LARGEST_PART:
        raise TemplateError("текст шаблона слишком велик.")
    own = Vocabulary(words.names, words.conditions)
    try:
        tree = _ENVIRONMENT.parse(jinja_source(source))
        require_no_delimiters(tree)
        jinja = _ENVIRONMENT.from_string(Rewriting(own).rewrite(tree))
    except TemplateSyntaxError as error:
        fault = TemplateError(syntax_fault(error.message or ""), line=error.lineno)
        raise fault.located("", texts) from error
    except TemplateError as error:
        raise error.located("", texts) from error
    except (RecursionError, SyntaxError, MemoryError) as error:
        raise TemplateError("теги вложены друг в друга слишком глубоко.") from error
    return _Part(name, jinja, texts, own.places, {})
