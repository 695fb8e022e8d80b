"""Case files as the window takes them in and gives them out, asking where it must."""

import re
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.errors import UserError
from desktop_app.register.register import Register
from desktop_app.register.rows import Conflict, Row
from desktop_app.window import dialogs
from desktop_app.window.clock import now

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_FILTER = "Дело (*.json)"


def choose(parent: QWidget) -> Path | None:
    """Ask for a case file; None if the person thought better of it."""
    name, _ = QFileDialog.getOpenFileName(parent, "Файл дела", "", _FILTER)
    return Path(name) if name else None


def take_in(parent: QWidget, register: Register, path: Path) -> UUID | None:
    """Put the case of a file into the register and return its id; None after saying why not."""
    try:
        taken = register.import_file(path, now())
        return _settled(parent, register, taken) if isinstance(taken, Conflict) else taken.id
    except UserError as error:
        dialogs.tell(parent, "Файл не открыт", str(error))
        return None


def give_out(parent: QWidget, register: Register, case_id: UUID) -> None:
    """Ask where to, and write the case there, over a file that stands there."""
    try:
        proposed = file_name(register.row(case_id))
    except UserError as error:
        dialogs.tell(parent, "Файл не сохранён", str(error))
        return
    name, _ = QFileDialog.getSaveFileName(parent, "Сохранить дело как файл", proposed, _FILTER)
    if name:
        write_to(parent, register, case_id, Path(name))


def write_to(parent: QWidget, register: Register, case_id: UUID, path: Path) -> None:
    """Write the case to a file, over one that stands there; say so if that can't be done."""
    path = path if path.suffix else path.with_suffix(".json")
    try:
        register.export_file(case_id, path, replace=True)
    except UserError as error:
        dialogs.tell(parent, "Файл не сохранён", str(error))


def file_name(case: Row) -> str:
    """Return a file name by which the case is known, fit for any system."""
    known = _NOT_IN_NAMES.sub(" ", " ".join(filter(None, (case.buyer, case.item))))
    return f"Претензия {known}".strip()[:100].rstrip(". ") + ".json"


def _settled(parent: QWidget, register: Register, conflict: Conflict) -> UUID | None:
    answer = dialogs.conflict(parent, conflict)
    if answer == "both":
        return register.keep_both(conflict, now())
    return register.replace(conflict, now()) if answer == "replace" else None
