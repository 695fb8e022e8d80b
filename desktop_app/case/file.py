"""The case file: strict reading, and writing in the contract's order.

Bad files end in one Russian sentence that names the key, what is expected and
what was found. Reading never writes.
"""

import json
import stat
from pathlib import Path

import msgspec

from desktop_app.case.amounts import WrittenDecimal
from desktop_app.case.clean import clean_answers
from desktop_app.case.model import Case
from desktop_app.case.shape import case_type
from desktop_app.case.strict_json import read_json
from desktop_app.case.version import upgraded
from desktop_app.case.wrong import found, refuse_unknown_keys, shown, wrong_value
from desktop_app.errors import UserError

MAX_BYTES = 10_000_000


def read_case(path: Path) -> Case:
    """Return the case of the file at `path`.

    Raises UserError, with the file's name, when it can't be read as a case.
    """
    try:
        return parse_case(_content(path))
    except UserError as error:
        raise UserError(f"Файл «{shown(path.name or str(path))}»: {error}") from error


def parse_case(content: bytes) -> Case:
    """Return the case written in `content` (UTF-8 JSON, a byte-order mark is allowed).

    Raises UserError for anything that is not a case of this or an older version.
    """
    raw = read_json(content)
    if not isinstance(raw, dict):
        raise UserError(f"ожидается дело в фигурных скобках {{ … }}, а здесь {found(raw)}.")
    if raw.get("format") not in (None, "claim-case"):
        raise UserError(
            f"это не файл дела: format должен быть «claim-case», а здесь {found(raw['format'])}."
        )
    raw = upgraded(raw)
    refuse_unknown_keys(raw)
    answers = clean_answers(raw, case_type())
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
        if path.is_dir():
            raise UserError("это папка, а нужен файл дела.")
        if not stat.S_ISREG(path.stat().st_mode):
            raise UserError("это устройство или канал, а нужен обычный файл дела, до 10 МБ.")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise UserError("такого файла нет. Проверьте имя и папку.") from None
    except PermissionError:
        raise UserError("нет права на чтение. Проверьте доступ к файлу.") from None
    except (OSError, ValueError) as error:
        raise UserError("не читается. Проверьте имя файла и диск.") from error
    if len(content) > MAX_BYTES:
        raise UserError("больше 10 МБ; дело столько не занимает. Проверьте, тот ли это файл.")
    return content
