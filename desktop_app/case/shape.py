"""The shape of the case as data: its paths, and what each of them expects, in Russian.

A path names an answer as the contract does: `purchase.price`, `repairs[0].act`
(rows from 0).
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import inspect

from desktop_app.case.amounts import Money, Percent
from desktop_app.case.model import Case

_STEP = re.compile(r"[^.\[\]]+|\[\d+\]")


def steps(path: str) -> list[str | int]:
    """Split a path: `repairs[0].act` → `["repairs", 0, "act"]`."""
    found = _STEP.findall(path)
    return [int(step[1:-1]) if step.startswith("[") else step for step in found]


@cache
def case_type() -> inspect.Type:
    """Return the type of the whole case."""
    return inspect.type_info(Case)


def inner(kind: inspect.Type) -> inspect.Type:
    """Return the type without «or null» and without wrapping metadata."""
    if isinstance(kind, inspect.Metadata):
        return inner(kind.type)
    if isinstance(kind, inspect.UnionType):
        rest = [t for t in kind.types if not isinstance(t, inspect.NoneType)]
        return inner(rest[0]) if len(rest) == 1 else kind
    return kind


def fields(kind: inspect.Type) -> dict[str, inspect.Type]:
    """Return the keys of a struct with their types; of anything else, nothing."""
    kind = inner(kind)
    if not isinstance(kind, inspect.StructType):
        return {}
    return {f.encode_name: f.type for f in kind.fields}


def item_type(kind: inspect.Type) -> inspect.Type | None:
    """Return the type of a list's items, None if it is no list."""
    kind = inner(kind)
    return kind.item_type if isinstance(kind, inspect.VarTupleType) else None


def type_at(path: str) -> inspect.Type | None:
    """Return the type of the answer at `path`, None if the contract has no such path."""
    kind: inspect.Type | None = case_type()
    for step in steps(path):
        if kind is None:
            return None
        kind = item_type(kind) if isinstance(step, int) else fields(kind).get(step)
    return kind


def leaf_paths(kind: inspect.Type | None = None, prefix: str = "") -> Iterator[str]:
    """Yield every path of the contract that holds an answer; rows are written `repairs[]`."""
    kind = case_type() if kind is None else kind
    row = item_type(kind)
    if row is not None and fields(row):
        yield from leaf_paths(row, prefix + "[]")
    elif fields(kind):
        for key, child in fields(kind).items():
            yield from leaf_paths(child, f"{prefix}.{key}" if prefix else key)
    else:
        yield prefix


def expected(kind: inspect.Type) -> str:
    """Say in Russian what an answer of this type looks like."""
    kind = inner(kind)
    if isinstance(kind, inspect.CustomType):
        return _CUSTOM[kind.cls]
    if isinstance(kind, inspect.LiteralType):
        return "одно из значений: " + ", ".join(f"«{value}»" for value in kind.values)
    if isinstance(kind, inspect.IntType):
        return f"целое число от {kind.ge} до {kind.le}"
    if isinstance(kind, inspect.StrType) and kind.pattern:
        return "код страны из двух больших латинских букв, например «RU»"
    if isinstance(kind, inspect.VarTupleType) and kind.max_length:
        return f"список в квадратных скобках, не длиннее {kind.max_length} строк"
    if isinstance(kind, inspect.DictType) and isinstance(kind.value_type, inspect.StrType):
        return "группа вида {«путь ответа»: «текст»}"
    return _PLAIN[type(kind)]


_CUSTOM: dict[type, str] = {
    Money: "сумма в рублях строкой в кавычках, например «44091.00»",
    Percent: "процент строкой в кавычках, например «19.9»",
}
_PLAIN: dict[type[inspect.Type], str] = {
    inspect.StrType: "текст в кавычках",
    inspect.DateType: "день в виде «ГГГГ-ММ-ДД», например «2026-11-20»",
    inspect.BoolType: "true или false",
    inspect.UUIDType: "номер дела (UUID)",
    inspect.StructType: "группа ответов в фигурных скобках",
    inspect.VarTupleType: "список в квадратных скобках",
    inspect.DictType: "группа в фигурных скобках",
}
