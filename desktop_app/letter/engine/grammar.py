"""What a template may say, and what it says: Jinja's syntax tree checked and rewritten.

Allowed are `{{ a.b }}`, `~`, a filter, `for x in list` and `if` with named
conditions; the list is closed, so nothing new comes in with a new Jinja. The
bodies of conditions get marks, which `scan` turns into sections.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jinja2 import nodes
from markupsafe import escape

from desktop_app.letter.engine.faults import TemplateError
from desktop_app.letter.engine.marks import IllegalCharacterError, folded
from desktop_app.letter.engine.sandbox import FILTERS, LIST_FILTER
from desktop_app.letter.engine.stretches import require_whole

SECTION = "\x04"
SECTION_BODY = "\x02"
SECTION_END = "\x05"
CONDITIONS = "есть"

_STATEMENTS: dict[type[nodes.Node], str] = {
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "from … import",
    nodes.Extends: "extends",
    nodes.Block: "block",
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.FilterBlock: "filter",
    nodes.Assign: "set",
    nodes.AssignBlock: "set",
    nodes.With: "with",
    nodes.Scope: "autoescape",
}


@dataclass
class Vocabulary:
    """The names and conditions that a template uses.

    A loop variable is written as what it stands for: in
    `for ремонт in ремонты`, `ремонт.дней` is "ремонты[].дней". `places` has
    the names as they are typed, by line, to name an unknown one in an error.
    """

    names: set[str] = field(default_factory=set)
    conditions: set[str] = field(default_factory=set)
    places: dict[int, list[str]] = field(default_factory=dict)


class Rewriting:
    """Checks one part's tree and puts the marks of its conditions in, in place.

    `loops` are the loop variables around it and what they stand for: "ремонты[]".
    """

    def __init__(self, vocabulary: Vocabulary, loops: Mapping[str, str] | None = None) -> None:
        self._words = vocabulary
        self._loops = dict(loops or {})

    def rewrite(self, tree: nodes.Template) -> nodes.Template:
        """Return `tree`, ready to compile; raises TemplateError with the line."""
        tree.body = self._body(tree.body)
        return tree

    def _body(self, body: list[nodes.Node]) -> list[nodes.Node]:
        done: list[nodes.Node] = []
        for node in body:
            if isinstance(node, nodes.Output):
                done.append(self._output(node))
            elif isinstance(node, nodes.For):
                done.append(self._loop(node))
            elif isinstance(node, nodes.If):
                done.append(self._choice(node, []))
            else:
                word = _STATEMENTS.get(type(node), type(node).__name__)
                lines = (inner.lineno for inner in node.find_all(nodes.Node))
                line = node.lineno or next(filter(None, lines), None)
                raise TemplateError(f"тег «{{% {word} %}}» в шаблоне не разрешён.", line=line)
        return done

    def _output(self, node: nodes.Output) -> nodes.Output:
        pieces: list[nodes.Expr] = []
        for piece in node.nodes:
            if isinstance(piece, nodes.TemplateData):
                # The line breaks were put in before each paragraph, to find it in errors.
                data = piece.data.replace("\n", "")
                if data:
                    pieces.append(nodes.TemplateData(data, lineno=piece.lineno))
            elif isinstance(piece, nodes.Concat):
                pieces.extend(self._printable(part) for part in piece.nodes)
            else:
                pieces.append(self._printable(piece))
        return nodes.Output(pieces, lineno=node.lineno)

    def _printable(self, node: nodes.Expr) -> nodes.Expr:
        if isinstance(node, nodes.Const) and isinstance(node.value, str | int):
            return nodes.TemplateData(_constant(node.value, node.lineno), lineno=node.lineno)
        inner = node
        while isinstance(inner, nodes.Filter):
            if inner.name not in FILTERS or inner.args or inner.kwargs or inner.node is None:
                known = ", ".join(FILTERS)
                raise TemplateError(
                    f"фильтр «{inner.name}» не разрешён. Есть такие: {known}.", line=node.lineno
                )
            inner = inner.node
        path = _path(inner)
        if path is None:
            raise TemplateError(
                "в «{{ … }}» может стоять только имя поля, например «{{ покупатель.фио }}».",
                line=node.lineno,
            )
        self._note(path, node.lineno)
        return node

    def _note(self, path: list[str], line: int) -> None:
        self._words.places.setdefault(line, []).append(".".join(path))
        if path[0] == "loop" and self._loops:
            if path != ["loop", "index"]:
                raise TemplateError("из «loop» можно взять только «loop.index».", line=line)
            return
        self._words.names.add(self._resolved(path))

    def _resolved(self, path: list[str]) -> str:
        head, *rest = path
        return ".".join([self._loops.get(head, head), *rest])

    def _loop(self, node: nodes.For) -> nodes.For:
        path = _path(node.iter)
        simple = isinstance(node.target, nodes.Name) and not node.test and not node.else_
        if path is None or not simple or node.recursive:
            raise TemplateError(
                "повторение пишется так: «{% for ремонт in ремонты %}», и никак иначе.",
                line=node.lineno,
            )
        target = str(node.target.name)  # type: ignore[attr-defined]
        if target in ("loop", CONDITIONS) or target in self._loops:
            raise TemplateError(f"имя «{target}» в повторении уже занято.", line=node.lineno)
        self._note(path, node.lineno)
        source = self._resolved(path)
        self._words.names.add(source)
        self._loops[target] = f"{source}[]"
        node.iter = nodes.Filter(node.iter, LIST_FILTER, [], [], None, None, lineno=node.lineno)
        node.body = self._body(node.body)
        del self._loops[target]
        require_whole(node.body, node.lineno)
        return node

    def _choice(self, node: nodes.If, earlier: list[str]) -> nodes.If:
        """Mark the bodies of an `if`; `earlier` are the conditions that were not met before."""
        name = self._condition(node.test)
        node.body = _between(self._body(node.body), [*earlier, name], node.lineno)
        failed = [*earlier, _negated(name)]
        later: list[nodes.If] = []
        for branch in node.elif_:
            later.append(self._choice(branch, failed))
            failed = [*failed, _negated(self._condition(branch.test))]
        node.elif_ = later
        if node.else_:
            node.else_ = _between(self._body(node.else_), failed, node.lineno)
        return node

    def _condition(self, test: nodes.Node) -> str:
        positive = test.node if isinstance(test, nodes.Not) else test
        path = _path(positive) or []
        shape = [CONDITIONS] if len(path) == 2 else [path[0] if path else "", CONDITIONS]
        known = len(path) in (2, 3) and path[:-1] == shape
        if not known or (len(path) == 3 and path[0] not in self._loops):
            raise TemplateError(
                f"условие «{_written(test)}» не названо. В «{{% if … %}}» может стоять только "
                "«есть.ИМЯ» или «ремонт.есть.ИМЯ», и перед ним «not».",
                line=test.lineno,
            )
        name = path[-1] if len(path) == 2 else f"{self._loops[path[0]]}.{path[-1]}"
        self._words.conditions.add(name)
        self._words.places.setdefault(test.lineno, []).append(".".join(path))
        return name if positive is test else _negated(name)


def _constant(value: str | int, line: int) -> str:
    try:
        return str(escape(folded(str(value))))
    except IllegalCharacterError as error:
        raise TemplateError("в теге стоит недопустимый знак.", line=line) from error


def _negated(name: str) -> str:
    return name[3:] if name.startswith("не ") else f"не {name}"


def _path(node: nodes.Node | None) -> list[str] | None:
    if isinstance(node, nodes.Name):
        return [node.name]
    if isinstance(node, nodes.Getattr):
        head = _path(node.node)
        return None if head is None else [*head, node.attr]
    return None


def _between(body: list[nodes.Node], names: list[str], line: int) -> list[nodes.Node]:
    require_whole(body, line)
    begin = "".join(f"{SECTION}{name}{SECTION_BODY}" for name in names)
    return [_data(begin, line), *body, _data(SECTION_END * len(names), line)]


def _data(text: str, line: int) -> nodes.Output:
    return nodes.Output([nodes.TemplateData(text, lineno=line)], lineno=line)


def _written(node: nodes.Node) -> str:
    """Return an expression about as it was typed."""
    path = _path(node)
    if path is not None:
        return ".".join(path)
    if isinstance(node, nodes.Const):
        return repr(node.value)
    if isinstance(node, nodes.Not):
        return f"not {_written(node.node)}"
    if isinstance(node, nodes.And | nodes.Or):
        word = "and" if isinstance(node, nodes.And) else "or"
        return f"{_written(node.left)} {word} {_written(node.right)}"
    if isinstance(node, nodes.Call):
        return f"{_written(node.node)}(…)"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return f"{_written(node.node)}|{node.name}"
    if isinstance(node, nodes.Compare):
        return f"{_written(node.expr)} …"
    return "…"
