"""The case file: strict reading, and writing in the contract's order.

Bad files end in one Russian sentence that names the key, what is expected and
what was found. Reading never writes.
"""

import json
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from desktop_app.case.amounts import WrittenDecimal
from desktop_app.case.clean import clean_answers
from desktop_app.case.model import Case
from desktop_app.case.version import upgraded
from desktop_app.case.wrong import refuse_unknown_keys, wrong_value
from desktop_app.errors import UserError

MAX_BYTES = 10_000_000


def read_case(path: Path) -> Case:
    """Return the case of the file at `path`.

    Raises UserError, with the file's name, when it can't be read as a case.
    """
    try:
        return parse_case(_content(path))
    except UserError as error:
        raise UserError(f"Файл «{path.name}»: {error}") from error


def parse_case(content: bytes) -> Case:
    """Return the case written in `content` (UTF-8 JSON, a byte-order mark is allowed).

    Raises UserError for anything that is not a case of this or an older version.
    """
    raw = _json(content)
    if not isinstance(raw, dict):
        raise UserError("ожидается дело в фигурных скобках { … }, а здесь другое.")
    if raw.get("format") not in (None, "claim-case"):
        raise UserError(
            f"это не файл дела: format должен быть «claim-case», а здесь {raw['format']!r}."
        )
    answers = clean_answers(upgraded(raw))
    refuse_unknown_keys(answers)
    try:
        return msgspec.convert(answers, Case, dec_hook=_decode)
    except msgspec.ValidationError as error:
        raise wrong_value(str(error), answers) from error


def dump_case(case: Case) -> bytes:
    """Return the case as the contract's JSON: UTF-8, every key, one to a line."""
    plain = msgspec.to_builtins(case, enc_hook=_encode)
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()


def _decode(kind: type, written: object) -> object:
    if issubclass(kind, WrittenDecimal):
        return kind.read(written)
    raise NotImplementedError(kind)


def _encode(value: object) -> object:
    if isinstance(value, WrittenDecimal):
        return f"{value:f}"
    raise NotImplementedError(type(value))


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UserError("больше 10 МБ; дело столько не занимает. Проверьте, тот ли это файл.")
        return path.read_bytes()
    except FileNotFoundError:
        raise UserError("такого файла нет. Проверьте имя и папку.") from None
    except IsADirectoryError:
        raise UserError("это папка, а нужен файл дела.") from None
    except OSError as error:
        raise UserError(
            f"не читается ({error.strerror or 'ошибка чтения'}). Проверьте доступ к файлу."
        ) from error


def _json(content: bytes) -> Any:
    try:
        return json.loads(
            content.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_not_a_number
        )
    except UnicodeDecodeError:
        raise UserError("текст не в кодировке UTF-8. Сохраните файл как UTF-8.") from None
    except json.JSONDecodeError as error:
        raise UserError(
            f"это не JSON или файл обрезан: строка {error.lineno}, место {error.colno}."
        ) from None
    except RecursionError:
        raise UserError("слишком много вложенных скобок; это не файл дела.") from None
    except ValueError:
        raise UserError("в файле есть число, которое слишком длинно для любого ответа.") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in pairs:
        if key in result:
            raise UserError(f"ключ «{key[:60]}» записан дважды; оставьте один.")
        result[key] = value
    return result


def _not_a_number(name: str) -> NoReturn:
    raise UserError(f"значение {name} недопустимо: нужно обычное число или строка.")
