"""Each tag by itself: its grammar, and its names against the vocabulary."""

import re
from collections.abc import Iterator

from jinja2 import TemplateSyntaxError

from desktop_app.letter.check.blocks import Inside
from desktop_app.letter.check.faults import Fault
from desktop_app.letter.check.reading import Placed
from desktop_app.letter.check.scope import LOOP, Scope, Words
from desktop_app.letter.check.spelling import WORDS
from desktop_app.letter.engine.faults import TemplateError
from desktop_app.letter.engine.grammar import CONDITIONS, Rewriting, Vocabulary
from desktop_app.letter.engine.sandbox import FILTERS, LetterEnvironment
from desktop_app.letter.engine.source import syntax_fault
from desktop_app.nearest import nearest, perhaps

_ENVIRONMENT = LetterEnvironment()
_WHOLE = re.compile(r"^\{%(?:p|tr) ")
_FILTER = re.compile(r"\|\s*(\w+)")
_LITERAL = re.compile(r"\"[^\"]*\"|'[^']*'")
_CONDITION = re.compile(r"\{%(?:p |tr )?\s*(?:el)?if\s+(not\s+)?([\w.]+)\s*%\}")
_ALL = "Все имена показывает команда: pretenziya templates fields."


class Names:
    """The names that a template uses, those it mistypes among them as they were meant.

    `guards` has, by name, the conditions around each of its uses, «не» before those that must
    not be met; `rows` has, by list, what its row is called.
    """

    def __init__(self, words: Words) -> None:
        self.words = words
        self.fields: set[str] = set()
        self.conditions: set[str] = set()
        self.guards: dict[str, list[tuple[str, ...]]] = {}
        self.rows: dict[str, str] = {}

    def faults(self, inside: Inside) -> Iterator[Fault]:
        """Yield what is wrong in one tag, and note what it names."""
        placed, text = inside.placed, inside.placed.tag.text
        if text.startswith("{#"):
            return
        if text.startswith("{%") and placed.word not in WORDS:
            yield placed.fault(_unknown_word(placed))
            return
        for what in _unknown_filters(text):
            yield placed.fault(what)
        scope = Scope.of(self.words, inside.loops)
        try:
            typed = _names(_without_filters(text), scope)
        except TemplateError as error:
            yield placed.fault(self._with_guess(error.what, text, scope))
            return
        wrong = (self._wrong(name, placed, scope) for name in typed)
        yield from (placed.fault(what) for what in wrong if what)
        self._note_guards(inside, typed, scope)

    def _wrong(self, typed: str, placed: Placed, scope: Scope) -> str | None:
        if placed.word in ("if", "elif"):
            return self._wrong_condition(typed, scope)
        if placed.word == "for":
            return self._wrong_list(typed, placed, scope)
        return self._wrong_field(typed, scope)

    def _wrong_condition(self, typed: str, scope: Scope) -> str | None:
        name = scope.condition(typed)
        if name is None or name in self.words.conditions:
            self.conditions |= {name} if name else set()
            return None
        guess = scope.condition_like(typed)
        if guess:
            self.conditions |= {scope.condition(guess) or guess}
        return self._unknown("неизвестное условие", typed, guess)

    def _wrong_list(self, typed: str, placed: Placed, scope: Scope) -> str | None:
        name = scope.resolved(typed)
        if name is None or name in self.words.lists:
            self.fields |= {name} if name else set()
            if name and (found := LOOP.fullmatch(placed.tag.text)):
                self.rows[name] = found[1]
            return None
        guess = scope.list_like(typed)
        if name in self.words.fields:
            known = ", ".join(sorted(self.words.lists))
            return f"«{typed}» не список, его нельзя повторять. Списки: {known}."
        self.fields |= {guess} if guess else set()
        return self._unknown("неизвестный список", typed, guess)

    def _wrong_field(self, typed: str, scope: Scope) -> str | None:
        name = scope.resolved(typed)
        if name is None or name in self.words.fields:
            self.fields |= {name} if name else set()
            return None
        if name in self.words.lists:
            return (
                f"«{typed}» — список: напечатать можно только то, что в его строках, между "
                f"«{{%p for строка in {typed} %}}» и «{{%p endfor %}}»."
            )
        if CONDITIONS in typed.split("."):
            return f"«{typed}» — условие, его нельзя напечатать."
        guess = scope.field_like(typed)
        self.fields |= {scope.resolved(guess) or guess} if guess else set()
        return self._unknown("неизвестное имя", typed, guess)

    def _unknown(self, what: str, typed: str, guess: str | None) -> str:
        variable = typed.split(".")[0]
        source = next((name for name, row in self.rows.items() if row == variable), None)
        if guess is None and source:
            return (
                f"{what} «{typed}»: «{variable}» есть только между "
                f"«{{%p for {variable} in {source} %}}» и «{{%p endfor %}}»."
            )
        return f"{what} «{typed}». {perhaps(guess) if guess else _ALL}"

    def _with_guess(self, what: str, text: str, scope: Scope) -> str:
        """Add the condition that was meant where something else stands in an `if`."""
        found = _CONDITION.fullmatch(text)
        if found is None or "не названо" not in what:
            return what
        last = found[2].rpartition(".")[2]
        guess = scope.condition_like(f"{CONDITIONS}.{last}")
        if guess is None:
            return what
        self.conditions |= {scope.condition(guess) or guess}
        return f"{what} {perhaps(guess)}"

    def _note_guards(self, inside: Inside, typed: list[str], scope: Scope) -> None:
        around: list[str] = []
        for branches, otherwise in inside.conditions:
            met = [self._branch(branch, inside, positive=False) for branch in branches]
            if not otherwise:
                met[-1] = self._branch(branches[-1], inside, positive=True)
            around += met
        for name in typed:
            if resolved := scope.resolved(name):
                self.guards.setdefault(resolved, []).append(tuple(around))

    def _branch(self, branch: Placed, inside: Inside, *, positive: bool) -> str:
        found = _CONDITION.fullmatch(branch.tag.text)
        if found is None:
            return ""
        name = Scope.of(self.words, inside.loops).condition(found[2]) or ""
        return name if positive == (found[1] is None) else f"не {name}"


def _names(text: str, scope: Scope) -> list[str]:
    """Return the names in a tag as they are typed; raises TemplateError for a wrong grammar."""
    source = _WHOLE.sub("{% ", text)
    source = re.sub(r"^\{%(\s*)elif\b", r"{%\1if", source)
    closing = re.match(r"\{%\s*(if|for)\b", source)
    source += f"{{% end{closing[1]} %}}" if closing else ""
    words = Vocabulary()
    loops = {target: known or target for target, known in scope.loops.items()}
    try:
        Rewriting(words, loops).rewrite(_ENVIRONMENT.parse(source))
    except TemplateSyntaxError as error:
        raise TemplateError(f"«{text}»: {syntax_fault(error.message or '')}") from error
    except (RecursionError, MemoryError) as error:
        raise TemplateError("тег слишком сложен.") from error
    typed = [name for names in words.places.values() for name in names]
    return [name for name in typed if not (name.split(".")[0] == "loop" and scope.loops)]


def _unknown_filters(text: str) -> Iterator[str]:
    for name in _FILTER.findall(_LITERAL.sub("", text)):
        if name not in FILTERS:
            guess = nearest(name, FILTERS)
            hint = perhaps(guess) if guess else f"Есть такие: {', '.join(FILTERS)}."
            yield f"неизвестный фильтр «{name}». {hint}"


def _without_filters(text: str) -> str:
    """Return the tag without the filters that are told of already."""
    return _FILTER.sub(lambda found: found[0] if found[1] in FILTERS else "", text)


def _unknown_word(placed: Placed) -> str:
    known = ", ".join(WORDS)
    return f"тег «{placed.tag.text}» в шаблоне не разрешён. Есть только: {known}."
