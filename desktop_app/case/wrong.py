"""What is wrong in a case file, said in one Russian sentence."""

import difflib
import json
import re
from collections.abc import Iterator

from msgspec import inspect

from desktop_app.case.shape import case_type, expected, fields, item_type, steps, type_at
from desktop_app.errors import UserError

_PATH = re.compile(r"at `\$\.?(.*)`$")
_SHOWN = 60


def refuse_unknown_keys(answers: object) -> None:
    """Raise UserError naming the first key that the contract does not have."""
    for path, key, known in _unknown(answers, case_type(), ""):
        guess = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
        hint = (
            f"Возможно, вы имели в виду «{guess[0]}»."
            if guess
            else "Уберите его или проверьте, в той ли он группе."
        )
        where = f"{path}: " if path else ""
        raise UserError(f"{where}неизвестный ключ «{key[:_SHOWN]}». {hint}")


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
    kind = type_at(path)
    expectation = expected(kind) if kind is not None else "другое значение"
    return UserError(f"{path or 'дело'}: ожидается {expectation}, а здесь {_found(answers, path)}.")


def _found(answers: object, path: str) -> str:
    value = answers
    for step in steps(path):
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
    if isinstance(value, list):
        return f"список из {len(value)} строк"
    if isinstance(value, dict):
        return "группа ответов в фигурных скобках"
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
