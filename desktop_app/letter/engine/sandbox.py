"""The Jinja environment of templates: it reads keys of dicts, and can do nothing else.

A template may come from anyone. `grammar` lets only a few constructions in;
this is the second wall: no globals, few filters, no attributes of objects.
"""

from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from jinja2 import StrictUndefined, Undefined
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from desktop_app.letter.engine.faults import TemplateError
from desktop_app.letter.engine.marks import Phrase, Text, marked

MOST_STEPS = 100_000
LIST_FILTER = "_list"


class LetterEnvironment(SandboxedEnvironment):
    """Reads nothing but keys of mappings, and counts the steps of loops in `steps`."""

    def __init__(self) -> None:
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_printed,
            keep_trailing_newline=True,
            optimized=False,
        )
        self.globals.clear()
        self.tests.clear()
        self.filters.clear()
        self.filters.update(FILTERS)
        self.filters[LIST_FILTER] = self._listed
        self.steps = 0

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the value of a key; a loop has `index` and nothing more."""
        if isinstance(obj, Mapping):
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        if isinstance(obj, LoopContext) and attribute == "index":
            return obj.index
        if isinstance(obj, Undefined):
            _fail(obj)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return the value of a key; numbers and slices are no keys."""
        return self.getattr(obj, argument if isinstance(argument, str) else "")

    def _listed(self, value: object) -> object:
        if isinstance(value, Undefined):
            _fail(value)
        if not isinstance(value, list | tuple):
            raise TemplateError("в «{% for %}» стоит не список.")
        self.steps += len(value)
        if self.steps > MOST_STEPS:
            raise TemplateError("в шаблоне слишком много повторений.")
        return value


def _fail(value: Undefined) -> NoReturn:
    str(value)
    raise AssertionError("a strict undefined value was printed")


def _printed(value: object) -> Markup:
    """Return the mark-up of anything that `{{ … }}` may print."""
    if isinstance(value, Text | Phrase | str):
        return marked(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return marked(str(value))
    if isinstance(value, Undefined):
        _fail(value)
    raise TemplateError("в «{{ … }}» стоит не текст: напечатать можно только поле целиком.")


def _capitalised(value: Any) -> Text | Phrase:
    """Return the value with a capital first letter; the rest is left alone."""
    return _reworded(value, lambda text: text[:1].upper() + text[1:])


def _uncapitalised(value: Any) -> Text | Phrase:
    """Return the value with a small first letter; the rest is left alone."""
    return _reworded(value, lambda text: text[:1].lower() + text[1:])


def _reworded(value: Any, change: Callable[[str], str]) -> Text | Phrase:
    if isinstance(value, Undefined):
        _fail(value)
    if isinstance(value, Phrase):
        head, *tail = value.pieces or (Text(""),)
        return Phrase([head.with_text(change(head.text)), *tail])
    if isinstance(value, str):
        value = Text(value)
    if not isinstance(value, Text):
        raise TemplateError("фильтр применён не к тексту.")
    return value.with_text(change(value.text))


FILTERS: Mapping[str, Callable[[Any], Text | Phrase]] = {
    "с_прописной": _capitalised,
    "со_строчной": _uncapitalised,
}
