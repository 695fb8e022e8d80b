"""What is wrong in a case file, said in one Russian sentence."""

import json
import re
from collections.abc import Iterator

from msgspec import inspect

from desktop_app.case.clean import visible_text
from desktop_app.case.shape import case_type, expected, fields, item_type, steps, type_at
from desktop_app.errors import UserError
from desktop_app.nearest import nearest, perhaps

_PATH = re.compile(r"at `\$\.?(.*)`$")
_SHOWN = 60


def refuse_unknown_keys(answers: object) -> None:
    """Raise UserError naming the first key that the contract does not have."""
    for path, key, known in _unknown(answers, case_type(), ""):
        guess = nearest(key, known)
        hint = perhaps(guess) if guess else "Уберите его или проверьте, в той ли он группе."
        where = f"{path}: " if path else ""
        raise UserError(f"{where}неизвестный ключ «{shown(key)}». {hint}")


def _unknown(value: object, kind: inspect.Type, path: str) -> Iterator[tuple[str, str, list[str]]]:
    known, row = fields(kind), item_type(kind)
    if isinstance(value, dict) and known:
        for key, child in value.items():
            if key not in known:
                yield path, key, list(known)
            else:
                yield from _unknown(child, known[key], f"{path}.{key}" if path else key)
    elif isinstance(value, list) and row is not None:
        for index, item in enumerate(value):
            yield from _unknown(item, row, f"{path}[{index}]")


def wrong_value(reason: str, answers: object) -> UserError:
    """Return the error for the value that the decoder refused for `reason` (its English text)."""
    match = _PATH.search(reason)
    path = match.group(1).replace("[...]", "") if match else ""
    kind, value = type_at(path), _value_at(answers, path)
    if "[...]" in reason and isinstance(value, dict):
        # Of a map with free keys the decoder does not say which one it is: the first no text.
        key, value = next(item for item in value.items() if not isinstance(item[1], str))
        path, kind = f"{path}, ключ «{shown(key)}»", inspect.StrType()
    expectation = expected(kind) if kind is not None else "другое значение"
    return UserError(f"{path or 'дело'}: ожидается {expectation}, а здесь {found(value)}.")


def found(value: object) -> str:
    """Say in a few words what a JSON value is, to stand after «а здесь»."""
    if isinstance(value, list):
        return f"список (строк: {len(value)})"
    if isinstance(value, dict):
        return "группа ответов в фигурных скобках"
    return shown(json.dumps(value, ensure_ascii=False))


def shown(text: str) -> str:
    """Return `text` as it can stand in a sentence: one line, printable, not long."""
    line = " ".join(visible_text(text).split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def _value_at(answers: object, path: str) -> object:
    value = answers
    for step in steps(path):
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
    return value
