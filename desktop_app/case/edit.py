"""Changing one answer of a case: a new case, all else as it was.

Paths are those of `shape.py`: `purchase.price`, `repairs[0].act`. Values are
cleaned and checked as reading a file does it, so that every case made here can
be written and comes back from its file equal. A path that the contract does not
have, or a value of another type, is a bug of the caller, never of the person.
"""

import re
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from desktop_app.case.amounts import WrittenDecimal
from desktop_app.case.clean import clean_answers
from desktop_app.case.model import Case, CurrentDefect, FormMemory, Repair
from desktop_app.case.shape import inner, item_type, steps, type_at
from desktop_app.errors import UserError

_ROW = re.compile(r"\[(\d+)\]")
_Telling = TypeVar("_Telling", Repair, CurrentDefect)


def value_at(case: Case, path: str) -> Any:
    """Return the answer at `path`; None where it, or a group on the way, is absent.

    Raises KeyError for a path that the contract does not have and IndexError
    for a row that the case does not have.
    """
    _type_of(path)
    value: Any = case
    for step in steps(path):
        if isinstance(step, int):
            value = (value or ())[step]
        elif value is not None:
            value = getattr(value, step)
    return value


def replaced(case: Case, path: str, value: object) -> Case:
    """Return the case with `value` as the answer at `path`.

    None, and text of white space only, mean «no answer»: the default of the
    contract. Groups that are missing on the way are made; a group stays when its
    last answer is taken out (that it is there may itself say something) and goes
    when it is set to None. Raises KeyError and IndexError as `value_at`,
    ValueError for a value that the contract does not allow at this path.
    """
    _type_of(path)
    *way, last = steps(path)
    if isinstance(last, int):
        list_path = path[: path.rindex("[")]
        rows = _rows(case, list_path)
        _ = rows[last]
        return replaced(case, list_path, (*rows[:last], value, *rows[last + 1 :]))
    changed: Case = _with(case, "", [*way, last], value)
    return changed


def with_row(case: Case, path: str, row: object = None, at: int | None = None) -> Case:
    """Return the case with `row` (an empty one for None) in the list at `path`, before row `at`.

    Without `at` it comes last. What refers to rows by number follows them (see
    `without_row`); numbers in `row` itself are those before it came in. Raises
    UserError when the list is as long as the contract allows.
    """
    rows = _rows(case, path)
    most = _list_type(path).max_length
    if most is not None and len(rows) >= most:
        raise UserError(
            f"В списке дела помещается не больше {most} строк. Уберите лишние и повторите."
        )
    order: list[int | None] = list(range(len(rows)))
    order.insert(len(rows) if at is None else at, None)
    return _arranged(case, path, order, _empty_row(path) if row is None else row)


def without_row(case: Case, path: str, index: int) -> Case:
    """Return the case without row `index` (from 0) of the list at `path`.

    References keep their meaning: `same_defect_as` goes on naming the same
    repair by its new number, or nothing when that repair is gone; what the form
    remembers by path moves along with the row. Raises IndexError for no such row.
    """
    order = list(range(len(_rows(case, path))))
    del order[index]
    return _arranged(case, path, order)


def moved_row(case: Case, path: str, index: int, to: int) -> Case:
    """Return the case with row `index` of the list at `path` standing as row `to` (both from 0).

    References follow as in `without_row`. Raises IndexError for no such row or place.
    """
    order = list(range(len(_rows(case, path))))
    _ = order[to]
    order.insert(to, order.pop(index))
    return _arranged(case, path, order)


def _type_of(path: str) -> inspect.Type:
    kind = type_at(path) if path else None
    if kind is None:
        raise KeyError(path)
    return kind


def _list_type(path: str) -> inspect.VarTupleType:
    kind = inner(_type_of(path))
    if not isinstance(kind, inspect.VarTupleType):
        raise KeyError(path)
    return kind


def _rows(case: Case, path: str) -> tuple[Any, ...]:
    _list_type(path)
    return value_at(case, path) or ()


def _empty_row(path: str) -> object:
    row = item_type(_type_of(path))
    return row.cls() if isinstance(row, inspect.StructType) else ""


def _with(value: Any, here: str, way: list[str | int], new: object) -> Any:
    """Return `value`, which stands at the path `here`, with `new` at the end of the way."""
    step, *further = way
    if isinstance(step, int):
        rows = value or ()
        return (*rows[:step], _with(rows[step], f"{here}[{step}]", further, new), *rows[step + 1 :])
    group = _empty_group(here) if value is None else value
    path = f"{here}.{step}" if here else step
    if further:
        child = _with(getattr(group, step), path, further, new)
    else:
        child = _checked(type(group), step, path, new)
    return msgspec.structs.replace(group, **{step: child})


def _empty_group(path: str) -> Any:
    kind = inner(_type_of(path))
    assert isinstance(kind, inspect.StructType), path
    return kind.cls()


def _checked(group: type, key: str, path: str, value: object) -> Any:
    """Return `value` as reading it from a file at this path would give it."""
    try:
        plain = clean_answers(msgspec.to_builtins(value, enc_hook=_encode), _type_of(path))
        given = {} if plain is None or plain == "" else {key: plain}
        return getattr(msgspec.convert(given, group, dec_hook=_decode), key)
    except (msgspec.ValidationError, TypeError) as error:
        raise ValueError(f"{path}: {value!r}: {error}") from error


def _encode(value: object) -> object:
    if isinstance(value, WrittenDecimal):
        return f"{value:f}"
    raise TypeError(type(value))


def _decode(kind: type, written: object) -> object:
    if issubclass(kind, WrittenDecimal):
        return kind.read(written)
    raise TypeError(kind)


def _arranged(case: Case, path: str, order: list[Any], row: object = None) -> Case:
    """Return the case with the rows at `path` in `order` (old numbers; None stands for `row`)."""
    old = _rows(case, path)
    case = replaced(case, path, tuple(row if index is None else old[index] for index in order))
    became = dict.fromkeys(range(len(old))) | {
        index: new for new, index in enumerate(order) if index is not None
    }
    if path == "repairs":
        case = _renumbered_defects(case, became)
    return msgspec.structs.replace(case, answers=_renumbered_memory(case.answers, path, became))


def _renumbered_defects(case: Case, became: dict[int, int | None]) -> Case:
    repairs = tuple(_renumbered_defect(repair, became) for repair in case.repairs or ())
    current = case.current_defect and _renumbered_defect(case.current_defect, became)
    return msgspec.structs.replace(case, repairs=repairs, current_defect=current)


def _renumbered_defect(telling: _Telling, became: dict[int, int | None]) -> _Telling:
    number = telling.same_defect_as
    # A number that named no repair before goes on naming none: the findings tell of it.
    if number is None or number - 1 not in became:
        return telling
    index = became[number - 1]
    return msgspec.structs.replace(telling, same_defect_as=None if index is None else index + 1)


def _renumbered_memory(memory: FormMemory, path: str, became: dict[int, int | None]) -> FormMemory:
    def now(remembered: str) -> str | None:
        row = _ROW.match(remembered, len(path)) if remembered.startswith(path) else None
        if row is None or int(row[1]) not in became:
            return remembered
        index = became[int(row[1])]
        return None if index is None else f"{path}[{index}]{remembered[row.end() :]}"

    def kept(paths: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(new for new in map(now, paths) if new is not None)

    return msgspec.structs.replace(
        memory,
        unreadable={
            new: text for old, text in memory.unreadable.items() if (new := now(old)) is not None
        },
        unknown=kept(memory.unknown),
        no_document=kept(memory.no_document),
    )
