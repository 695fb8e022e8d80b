"""`pretenziya cases password`, `backup`, `restore`, `check`: the register as a whole."""

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.call_parser import Parser
from desktop_app.clock import now
from desktop_app.commands.opened import (
    add_register_option,
    complain,
    opened_register,
    place_of,
)
from desktop_app.errors import UserError

if TYPE_CHECKING:
    from desktop_app.register.register import Register
    from desktop_app.register.restoring import Contents

DONE, NOT_YET = 0, 1
SECOND_WORDS = ("cases password", "cases backup", "cases restore", "cases check")
_FORGOTTEN = (
    "Забытый пароль нельзя ни узнать, ни сбросить: дела останутся запертыми навсегда. Запишите "
    "его на бумаге."
)
_DAMAGED = "хранилище повреждено и останется рядом"
_GIVE_UP = (
    "Если пароль забыт или верный не подходит, повторите команду с --replace-locked: запертый файл "
    "останется среди копий, на его место встанет эта копия."
)


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the commands of two words."""
    password = commands.add_parser(
        "cases password", help="запереть хранилище паролем, сменить его или убрать"
    )
    password.add_argument("--remove", action="store_true", help="убрать пароль")
    password.set_defaults(run=_password)
    backup = commands.add_parser("cases backup", help="сохранить копию хранилища")
    backup.add_argument(
        "--to", type=Path, required=True, metavar="ФАЙЛ|ПАПКА", help="куда положить копию"
    )
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("cases restore", help="вернуться к копии хранилища")
    restore.add_argument("copy", type=Path, metavar="КОПИЯ", help="файл копии")
    restore.add_argument("--yes", action="store_true", help="не переспрашивать")
    restore.add_argument(
        "--replace-locked",
        action="store_true",
        help="пароль хранилища забыт или не подходит: отложить запертый файл, не открывая",
    )
    restore.set_defaults(run=_restore)
    check = commands.add_parser("cases check", help="проверить, цело ли хранилище")
    check.set_defaults(run=_check)
    for command in (password, backup, restore, check):
        add_register_option(command)


def _password(options: argparse.Namespace) -> int:
    from desktop_app.commands.passwords import asked_twice, present_password
    from desktop_app.register.locking import set_password

    with opened_register(options) as register:
        if options.remove and not register.locked:
            print("Пароля у хранилища нет.")
            return DONE
        # Asked again though the register has just been opened with it, as the window does.
        old = present_password(register) if register.locked else None
        if not options.remove:
            complain(_FORGOTTEN)
        new = None if options.remove else asked_twice()
        set_password(register, old, new)
        print("Пароль убран." if options.remove else "Хранилище заперто паролем.")
        _renew_copies(register)
    return DONE


def _renew_copies(register: "Register") -> None:
    from desktop_app.register.copies import renewed

    told = renewed(register, now().date())
    print("Копия хранилища сделана заново.")
    if told.removed:
        print(f"Прежних копий без пароля убрано: {told.removed}.")
    if told.older:
        print(f"Копий, которым нужен прежний пароль: {told.older}.")
    for one in told.readable:
        print(f"Без пароля рядом остался файл «{one}». Если он не нужен, удалите его.")


def _backup(options: argparse.Namespace) -> int:
    from desktop_app.register.backup import copy_to
    from desktop_app.register.restoring import contents_of, said

    target: Path = options.to
    if target.is_dir():
        target = target / f"Дела {now():%Y-%m-%d %H-%M-%S}.sqlite"
    with opened_register(options) as register:
        copy_to(register, target)
        print(f"Копия сохранена: {target}. В ней {said(contents_of(register))}.")
    return DONE


def _restore(options: argparse.Namespace) -> int:
    from desktop_app.register.faults import DamagedError, ForeignError, WrongPasswordError

    place = place_of(options)
    if not place.exists():
        return _restore_unread(options, "хранилища нет")
    if options.replace_locked and _is_locked(place):
        return _restore_locked(options)
    try:
        register = opened_register(options)
    except WrongPasswordError as error:
        if options.yes:
            # What was asked beforehand was not to give a register up that may be sound.
            raise UserError(f"{error} {_GIVE_UP}") from error
        complain(str(error))
        return _restore_locked(options)
    except DamagedError as error:
        complain(str(error))
        return _restore_unread(options, _DAMAGED)
    except ForeignError as error:
        if not _has_copies(place):
            raise
        complain(str(error))
        return _restore_unread(options, "файл не узнать; он останется рядом")
    with register:
        return _restore_open(options, register)


def _restore_open(options: argparse.Namespace, register: "Register") -> int:
    from desktop_app.register.faults import DamagedError
    from desktop_app.register.restoring import contents_of, is_aside, restore, said

    copy = _looked_into(options.copy, register)
    try:
        present = said(contents_of(register))
    except DamagedError:
        present = _DAMAGED
    print(f"В копии: {said(copy)}.\nСейчас: {present}.")
    if not _agreed(options):
        return NOT_YET
    kept = restore(register, copy, now())
    if is_aside(register.path, kept):
        print(f"Восстановлено. Прежнее хранилище оказалось повреждено, его файл: {kept}")
    else:
        print(f"Восстановлено. Прежнее хранилище: {kept}")
    return DONE


def _restore_unread(options: argparse.Namespace, present: str) -> int:
    from desktop_app.register.restoring import restore_damaged, said

    copy = _looked_into(options.copy, None)
    print(f"В копии: {said(copy)}.\nСейчас: {present}.")
    if not _agreed(options):
        return NOT_YET
    kept = restore_damaged(place_of(options), copy, now())
    print("Восстановлено." + (f" Испорченный файл: {kept}" if kept else ""))
    return DONE


def _restore_locked(options: argparse.Namespace) -> int:
    from desktop_app.register.restoring import restore_locked, said

    copy = _looked_into(options.copy, None)
    after = "пароль будет тот, что у копии" if copy.locked else "пароля у хранилища не будет"
    print(
        f"В копии: {said(copy)}; {after}.\nСейчас: хранилище заперто и не открыто. Оно останется "
        "среди копий под прежним паролем: если пароль найдётся, к нему можно вернуться."
    )
    if not _agreed(options):
        return NOT_YET
    kept = restore_locked(place_of(options), copy, now())
    print(f"Восстановлено. Прежнее запертое хранилище: {kept}")
    return DONE


def _is_locked(place: Path) -> bool:
    from desktop_app.register.header import Kind, kind_of

    return place.is_file() and kind_of(place) is Kind.locked


def _has_copies(place: Path) -> bool:
    from desktop_app.register.copies import copies_of

    return bool(copies_of(place))


def _looked_into(copy: Path, register: "Register | None") -> "Contents":
    from desktop_app.commands.passwords import with_password
    from desktop_app.register.faults import LockedError
    from desktop_app.register.restoring import look_into

    try:
        return look_into(copy, key=register.key if register else None)
    except LockedError:
        return with_password("Пароль копии", partial(look_into, copy))


def _agreed(options: argparse.Namespace) -> bool:
    if options.yes:
        return True
    if sys.stdin is None or not sys.stdin.isatty():
        raise UserError(
            "Переспросить не у кого: запустите команду в терминале или добавьте --yes. Ничего не "
            "изменено."
        )
    try:
        answer = input("Заменить хранилище этой копией? [да/нет] ")
    except EOFError:
        answer = ""
    if answer.strip().lower() in ("да", "д", "yes", "y"):
        return True
    print("Ничего не изменено.")
    return False


def _check(options: argparse.Namespace) -> int:
    from desktop_app.register.checking import is_sound
    from desktop_app.register.faults import damaged
    from desktop_app.register.restoring import contents_of, said
    from desktop_app.register.salvage import made_anew

    with opened_register(options, tell=False) as register:
        if not is_sound(register):
            raise damaged(register.path)
        missed = made_anew(register, derived=True)
        if missed:
            raise UserError(missed)
        print(f"Хранилище цело: {said(contents_of(register))}.")
    return DONE
