"""The register and its cases as commands name them: by file, by id, by the beginning of an id."""

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import UserError

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.case.model import Case
    from desktop_app.register.register import Register

REGISTER = "хранилище дел в этом файле, а не в обычном месте"
_SHORTEST = 4


def add_register_option(parser: argparse.ArgumentParser) -> None:
    """Let the register be named after the command too."""
    parser.add_argument(
        "--register", type=Path, metavar="ФАЙЛ", help=REGISTER, default=argparse.SUPPRESS
    )


def place_of(options: argparse.Namespace) -> Path:
    """Return where the register of this call lies; it need not exist."""
    from desktop_app.register.location import default_path

    return options.register or default_path()


def opened_register(options: argparse.Namespace, tell: bool = True) -> "Register":
    """Return the register that the call names, or the usual one, open; it must be there.

    The password of a locked one is asked for at the terminal. What was missing in it is told,
    unless not `tell`. Raises UserError where there is none, or it can't be read.
    """
    register = _found_register(options)
    if tell:
        tell_news(register)
    return register


def tell_news(register: "Register") -> bool:
    """Tell once, beside the answer, what of the register is damaged or lost; say whether any."""
    from desktop_app.register.salvage import told_once

    told = told_once(register)
    if told:
        complain(told)
    return bool(told)


def _found_register(options: argparse.Namespace) -> "Register":
    from desktop_app.register.faults import LockedError
    from desktop_app.register.register import Register

    path = place_of(options)
    if not path.is_file():
        raise UserError(
            f"Хранилища дел «{path}» нет. Оно появится, когда вы начнёте дело в окне программы "
            "или возьмёте его из файла: pretenziya cases import ДЕЛО.json."
        )
    try:
        return Register.open(path)
    except LockedError:
        from desktop_app.commands.passwords import with_password

        return with_password("Пароль хранилища", partial(_opened_with, path))


def _opened_with(path: Path, password: str) -> "Register":
    from desktop_app.register.register import Register

    return Register.open(path, password=password)


def id_in(register: "Register", typed: str) -> "UUID":
    """Return the id of the case that is meant: its whole id, or a beginning that only one has."""
    from desktop_app.register.finding import beginning

    asked = typed.strip().lower()
    found = beginning(register, asked)
    if len(asked) < _SHORTEST or not found:
        raise UserError(
            f"Дела «{typed[:60]}» в хранилище нет. Номера дел показывает команда "
            "«pretenziya cases»; хватит первых знаков, не меньше четырёх."
        )
    if len(found) > 1:
        raise UserError(f"С «{typed[:60]}» начинаются номера {len(found)} дел: впишите больше.")
    return found[0]


def case_of_call(
    options: argparse.Namespace, scans: "dict[str, bytes] | None" = None
) -> "tuple[Case, Path | None]":
    """Return the case that a call names by its file or by its id, and the folder of its file.

    What the register keeps of its scans comes into `scans`, by their names in the case.
    """
    from desktop_app.case.file import read_case
    from desktop_app.register.kept_scans import scans_of

    named = Path(options.case)
    if named.exists() or named.suffix or len(named.parts) > 1:
        return read_case(named), named.parent
    with opened_register(options) as register:
        case_id = id_in(register, options.case)
        case = register.read(case_id).case
        if scans is not None:
            found = scans_of(register, case_id, case)
            scans.update((file, content.data) for file, content in found.items())
        return case, None


def complain(sentence: str) -> None:
    """Tell what is wrong, beside the answer of the command."""
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)
