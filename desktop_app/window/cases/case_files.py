"""Case files as the window takes them in and gives them out, asking where it must."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.clock import now
from desktop_app.errors import UserError
from desktop_app.register.file_names import safe_name
from desktop_app.register.register import Register
from desktop_app.register.rows import Conflict, Imported, title_of
from desktop_app.window import dialogs
from desktop_app.window.opened.holds import holds_of

if TYPE_CHECKING:
    from desktop_app.case.model import Case
    from desktop_app.window.opened.session import Session

_SUFFIX = ".json"
_TRANSFER = ".pretenziya"
_FILTER = f"Дело (*{_SUFFIX})"
_OPENED = f"Дело (*{_SUFFIX} *{_TRANSFER})"
_SENT = f"Дело под паролем (*{_TRANSFER})"
_NOT_SAVED = "Файл не сохранён"


def choose(parent: QWidget) -> Path | None:
    """Ask for a case file; None if the person thought better of it."""
    name, _ = QFileDialog.getOpenFileName(parent, "Файл дела", "", _OPENED)
    return Path(name) if name else None


def take_in(parent: QWidget, register: Register, path: Path) -> UUID | None:
    """Put the case of a file into the register and return its id; None after saying why not."""
    try:
        holds_of(register).require()
        taken = _imported(parent, register, path)
        if taken is None:
            return None
        return _settled(parent, register, taken) if isinstance(taken, Conflict) else taken.id
    except UserError as error:
        dialogs.tell(parent, "Файл не открыт", str(error))
        return None


def _imported(parent: QWidget, register: Register, path: Path) -> Imported | Conflict | None:
    """Import a case file; of one under a password ask for it, None if it is not told."""
    if path.suffix.casefold() != _TRANSFER:
        return register.import_file(path, now())
    from desktop_app.window.cases.transfer_dialogs import OpenDialog

    dialog = OpenDialog(parent, path)
    dialog.exec()
    dialog.deleteLater()
    if dialog.found is None:
        return None
    case, scans = dialog.found
    return register.import_case(case, now(), scans)


def asked_where_to_send(parent: QWidget, case: Case) -> Path | None:
    """Return the transfer file to write, over one that is there only if the person said so."""
    title = title_of(case)
    proposed = file_name(title["buyer"], title["item"], _TRANSFER)
    name, _ = QFileDialog.getSaveFileName(parent, "Файл для передачи", proposed, _SENT)
    return with_suffix(parent, name, _TRANSFER) if name else None


def give_out(parent: QWidget, register: Register, case_id: UUID) -> None:
    """Ask where to, and write a kept case there; say so if that can't be done."""
    try:
        row = register.row(case_id)
    except UserError as error:
        dialogs.tell(parent, _NOT_SAVED, str(error))
        return
    path = _asked_where(parent, file_name(row.buyer, row.item))
    if path is not None:
        _told(parent, partial(register.export_file, case_id, path, replace=True))


def give_out_open(parent: QWidget, session: Session) -> None:
    """Ask where to, and write the open case there: its answers too that are not kept yet."""
    title = title_of(session.case)
    path = _asked_where(parent, file_name(title["buyer"], title["item"]))
    if path is not None:
        _told(parent, partial(session.export_file, path))


def _asked_where(parent: QWidget, proposed: str) -> Path | None:
    """Return the file to write, over one that is there only if the person said so."""
    name, _ = QFileDialog.getSaveFileName(parent, "Сохранить дело как файл", proposed, _FILTER)
    return with_suffix(parent, name, _SUFFIX) if name else None


def with_suffix(parent: QWidget, name: str, suffix: str) -> Path | None:
    """Return a name that was chosen, with its suffix; where that is another file, ask first."""
    if name.casefold().endswith(suffix):
        return Path(name)
    path = Path(name + suffix)
    if os.path.lexists(path) and not dialogs.ask(
        parent, "Такой файл уже есть", f"{path.name}: заменить его?", "Заменить", "Не заменять"
    ):
        return None
    return path


def _told(parent: QWidget, write: Callable[[], None]) -> None:
    try:
        write()
    except UserError as error:
        dialogs.tell(parent, _NOT_SAVED, str(error))


def file_name(buyer: str | None, item: str | None, suffix: str = _SUFFIX) -> str:
    """Return a file name by which the case is known, fit for any system."""
    return safe_name(" ".join(filter(None, ("Претензия", buyer, item))) + suffix)


def _settled(parent: QWidget, register: Register, conflict: Conflict) -> UUID | None:
    answer = dialogs.conflict(parent, conflict)
    if answer == "both":
        return register.keep_both(conflict, now())
    return register.replace(conflict, now()) if answer == "replace" else None
