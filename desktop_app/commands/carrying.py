"""`pretenziya cases export`, `import`, `send`: cases out into files and in again."""

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.call_parser import Parser
from desktop_app.clock import now
from desktop_app.commands.conflicts import Conflicts
from desktop_app.commands.opened import (
    add_register_option,
    complain,
    id_in,
    opened_register,
    tell_news,
)
from desktop_app.commands.passwords import password_to_open, password_to_send
from desktop_app.errors import UserError
from desktop_app.terminal import one_line

if TYPE_CHECKING:
    from desktop_app.register.carrying import Taken
    from desktop_app.register.register import Register

DONE, NOT_YET, BAD = 0, 1, 2
SECOND_WORDS = ("cases export", "cases import", "cases send")
_ANSWERS = ("both", "replace", "skip")
_WHAT_CAN_BE_TAKEN = "дело .json, файл передачи .pretenziya или папка с ними"
_WOULD = {
    "new": "новое дело",
    "same": "уже есть, такое же",
    "conflict": "есть с другими ответами или приложениями",
}


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the commands that carry cases."""
    out = commands.add_parser("cases export", help="дела файлами, с приложениями")
    out.add_argument("cases", nargs="*", metavar="НОМЕР", help="номер дела или его начало")
    out.add_argument("--all", action="store_true", help="все дела")
    out.add_argument("--basket", action="store_true", help="с --all: и те, что в корзине")
    out.add_argument("--out", type=_folder, required=True, metavar="ПАПКА")
    add_register_option(out)
    out.set_defaults(run=_export)
    into = commands.add_parser("cases import", help="взять дела из файлов и папок")
    into.add_argument("files", nargs="+", type=Path, metavar="ФАЙЛ", help=_WHAT_CAN_BE_TAKEN)
    into.add_argument(
        "--on-conflict",
        type=_answer,
        metavar="ЧТО",
        help="если такое дело уже есть с другими ответами: both — оставить оба, replace — "
        "заменить, skip — пропустить",
    )
    into.add_argument("--dry-run", action="store_true", help="только сказать, что было бы")
    add_register_option(into)
    into.set_defaults(run=_import)
    send = commands.add_parser("cases send", help="одно дело файлом под паролем")
    send.add_argument("case", metavar="НОМЕР", help="номер дела или его начало")
    send.add_argument("--to", type=Path, required=True, metavar="ФАЙЛ", help="ДЕЛО.pretenziya")
    add_register_option(send)
    send.set_defaults(run=_send)


def _folder(text: str) -> Path:
    if not text.strip():
        raise UserError("--out: назовите папку для дел.")
    return Path(text)


def _answer(text: str) -> str:
    if text not in _ANSWERS:
        raise UserError(f"--on-conflict: ожидается {', '.join(_ANSWERS)}, а здесь «{text[:40]}».")
    return text


def _export(options: argparse.Namespace) -> int:
    from desktop_app.register.carrying import folder_for, put_out

    if bool(options.cases) == options.all:
        raise UserError("Назовите номера дел или --all: одно из двух.")
    code = DONE
    with opened_register(options) as register:
        if options.all:
            basket = register.cases(basket=True) if options.basket else ()
            rows = (*register.cases(), *basket)
        else:
            ids = dict.fromkeys(id_in(register, one) for one in options.cases)
            rows = tuple(register.row(case_id) for case_id in ids)
        folder = folder_for(options.out)
        for row in rows:
            try:
                print(put_out(register, row, folder))
            except UserError as error:
                complain(f"Дело {str(row.id)[:8]}: {error}")
                code = BAD
        if tell_news(register):
            code = BAD
    if not rows:
        print("Дел нет.")
    return code


def _import(options: argparse.Namespace) -> int:
    from desktop_app.register.carrying import files_in
    from desktop_app.register.location import default_path
    from desktop_app.register.register import Register

    path = options.register or default_path()
    if path.is_file():
        with opened_register(options) as register:
            return _taken(register, files_in(options.files), options)
    files = files_in(options.files)
    if options.dry_run:
        # Against an empty register, and none is left behind.
        with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder, "r")) as empty:
            return _taken(empty, files, options)
    with Register.open(path) as register:
        return _taken(register, files, options)


def _taken(register: "Register", files: tuple[Path, ...], options: argparse.Namespace) -> int:
    """Take the files in one by one; a bad one is named, the others go on."""
    conflicts = Conflicts(options.on_conflict)
    take = _would_take(register) if options.dry_run else _taker(register, conflicts)
    bad = 0
    for file in files:
        try:
            print(f"{one_line(file.name)}: {take(file)}")
        except UserError as error:
            complain(_naming(file, error))
            bad += 1
    if bad and len(files) > 1:
        complain(f"Не взято файлов: {bad} из {len(files)}.")
    if conflicts.unsettled:
        complain(conflicts.sentence())
    return BAD if bad else NOT_YET if conflicts.unsettled else DONE


def _taker(register: "Register", conflicts: Conflicts) -> Callable[[Path], str]:
    from desktop_app.register.carrying import case_at, known_as, take

    def take_file(file: Path) -> str:
        case, scans = case_at(file, _password)
        return _said(take(register, case, scans, now(), conflicts.decide), known_as(case))

    return take_file


def _would_take(register: "Register") -> Callable[[Path], str]:
    from uuid import UUID

    from desktop_app.register.carrying import case_at, outcome_of

    seen: set[UUID] = set()

    def look_at(file: Path) -> str:
        case, scans = case_at(file, _password)
        return _WOULD[outcome_of(register, case, scans, seen)]

    return look_at


def _password(file: Path) -> str:
    from desktop_app.register.transfer_password import as_key

    password = password_to_open(file)
    if not as_key(password):
        raise UserError(f"Файл «{file.name}»: пароль не вписан, файл не открыт.")
    return password


def _said(taken: "Taken", known: str) -> str:
    what = _WOULD[taken.outcome]
    done = {"both": "оставлены оба", "replace": "заменено", "skip": "пропущено", None: ""}
    words = ", ".join(filter(None, (what, done[taken.answer])))
    return f"{words} · {str(taken.id)[:8]} · {one_line(known)}" if taken.id else words


def _naming(file: Path, error: UserError) -> str:
    from desktop_app.case.wrong import shown

    told, name = str(error), shown(file.name)
    return told if name in told or file.name in told else f"Файл «{name}»: {told}"


def _send(options: argparse.Namespace) -> int:
    from desktop_app.register import transfer
    from desktop_app.register.kept_scans import found_scans
    from desktop_app.register.scans import files_of

    path: Path = options.to
    if path.suffix.casefold() != transfer.SUFFIX:
        path = path.with_name(path.name + transfer.SUFFIX)
    transfer.refuse_place(path)
    with opened_register(options) as register:
        case_id = id_in(register, options.case)
        case = register.read(case_id).case
        scans = found_scans(register, case_id, case)
    for file in files_of(case):
        if file not in scans:
            complain(f"Не войдёт файл «{Path(file).name}»: в дело он не взят.")
    transfer.write(case, scans, path, password_to_send())
    print(path)
    return DONE
