"""JSON as a case file may be: each key once, finite numbers, brackets not too deep.

What the JSON reader finds before it knows where it is becomes a `_Wrong` in its
place, so that the refusal can name the path.
"""

import json
import math
from collections.abc import Iterator
from typing import Any

from desktop_app.case.clean import has_unprintable
from desktop_app.case.wrong import shown
from desktop_app.errors import UserError

_DEEPEST = 50
_LONGEST_NUMBER = 100
# In ten million bytes there is room for millions of values, and reading them takes half a minute.
_MOST_SIGNS = 500_000


class _Wrong(str):
    """Stands in the place of a value that is refused; the text says why."""

    __slots__ = ()


def read_json(content: bytes) -> object:
    """Return the JSON value in `content` (UTF-8, a byte-order mark is allowed).

    Raises UserError where it is no JSON, a key is given twice or can't be
    printed, a number is too long or no number, the brackets go too deep or there is too much.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError("текст не в кодировке UTF-8. Сохраните файл как UTF-8.") from None
    if not text.strip():
        raise UserError("здесь ничего нет, а ожидается дело в фигурных скобках { … }.")
    if text.count(",") > _MOST_SIGNS:
        raise UserError("слишком много ответов; это не файл дела.")
    try:
        value = json.loads(
            text,
            object_pairs_hook=_once,
            parse_constant=_no_number,
            parse_int=_integer,
            parse_float=_number,
        )
        _refuse_wrong(value, "", 0)
    except json.JSONDecodeError as error:
        raise UserError(
            f"это не JSON или файл обрезан: строка {error.lineno}, место {error.colno}."
        ) from None
    except RecursionError:
        raise _too_deep() from None
    return value


def _refuse_wrong(value: object, path: str, depth: int) -> None:
    if isinstance(value, _Wrong):
        raise UserError(f"{path}: {value}" if path else str(value))
    if depth > _DEEPEST:
        raise _too_deep()
    for child_path, child in _children(value, path):
        _refuse_wrong(child, child_path, depth + 1)


def _children(value: object, path: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield f"{path}.{shown(key)}" if path else shown(key), child
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield f"{path}[{index}]", child


def _too_deep() -> UserError:
    return UserError("слишком много вложенных скобок; это не файл дела.")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any] | _Wrong:
    result: dict[str, Any] = {}
    for key, value in pairs:
        if has_unprintable(key):
            return _Wrong(f"в ключе «{shown(key)}» есть непечатаемые знаки; уберите их.")
        if key in result:
            return _Wrong(f"ключ «{shown(key)}» записан дважды; оставьте один.")
        result[key] = value
    return result


def _integer(written: str) -> int | _Wrong:
    return _too_long(written) if len(written) > _LONGEST_NUMBER else int(written)


def _number(written: str) -> float | _Wrong:
    number = float(written)
    too_long = len(written) > _LONGEST_NUMBER or math.isinf(number)
    return _too_long(written) if too_long else number


def _too_long(written: str) -> _Wrong:
    return _Wrong(f"число {shown(written)} слишком велико или слишком длинно для любого ответа.")


def _no_number(name: str) -> _Wrong:
    return _Wrong(f"ожидается обычное число или текст в кавычках, а здесь {name}.")
