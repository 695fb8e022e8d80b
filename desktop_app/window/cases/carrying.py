"""Cases out of the window and in: all into a folder, many from files, one to another person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop_app.clock import now
from desktop_app.errors import UserError
from desktop_app.window import dialogs
from desktop_app.window.cases import case_files
from desktop_app.window.opened.holds import holds_of

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.register.carrying import Answer
    from desktop_app.register.register import Register
    from desktop_app.register.rows import Conflict, Row
    from desktop_app.window.cases.taking_dialog import Found
    from desktop_app.window.main_window import MainWindow

_FILES = "Дела (*.json)"
_MOST_FAULTS = 5


def put_out_all(window: MainWindow) -> None:
    """Write every kept case with its scans into a folder of choice."""
    from desktop_app.register.carrying import folder_for
    from desktop_app.window.work import Work

    try:
        rows = window.register.cases()
    except UserError as error:
        dialogs.tell(window, "Дела не выгружены", str(error))
        return
    if not rows:
        dialogs.tell(window, "Выгружать нечего", "Дел пока нет.")
        return
    name = QFileDialog.getExistingDirectory(window, "Папка для всех дел")
    if not name:
        return
    done: list[Path] = []
    faults: list[str] = []
    try:
        folder = folder_for(Path(name))
        pieces = _put_out(window.register, rows, folder, done, faults)
        Work(window, "Выгружаем дела", pieces, len(rows)).run()
    except UserError as error:
        faults.append(str(error))
    told = f"Файлов дел: {len(done)} из {len(rows)}. Папка: {name}"
    dialogs.tell(
        window, "Дела выгружены" if not faults else "Выгружены не все", _with(told, faults)
    )


def take_in_many(window: MainWindow) -> None:
    """Take cases from a folder or from files: first tell what they are, then do what is chosen."""
    from desktop_app.register.carrying import files_in
    from desktop_app.window.cases.taking_dialog import Found, TakingDialog
    from desktop_app.window.work import Work

    found = Found()
    try:
        holds_of(window.register).require()
        places = _asked_places(window)
        if not places:
            return
        files = files_in(places)
        pieces = _looked_at(window.register, files, found)
        if not Work(window, "Читаем файлы", pieces, len(files)).run():
            return
    except UserError as error:
        dialogs.tell(window, "Дела не взяты", str(error))
        return
    dialog = TakingDialog(window, found)
    agreed = bool(dialog.exec())
    dialog.deleteLater()
    if agreed:
        _take(window, found.to_take, dialog.answer)


def send(window: MainWindow) -> None:
    """Write the open case as a file under a password, for another person or computer."""
    if window.session is None:
        return
    from desktop_app.register import kept_scans, transfer
    from desktop_app.register.contents import under
    from desktop_app.window.cases.transfer_dialogs import SendDialog

    session = window.session
    try:
        scans = kept_scans.found_scans(session.register, session.id, session.case)
    except UserError as error:
        dialogs.tell(window, "Дело не передано", str(error))
        return
    named = (annex.file for annex in session.case.attachments if annex.file)
    dialog = SendDialog(window, [Path(file).name for file in named if file not in scans])
    agreed, password = bool(dialog.exec()), dialog.password
    dialog.deleteLater()
    path = case_files.asked_where_to_send(window, session.case) if agreed else None
    if path is None:
        return
    case = under(session.id, session.case)
    with _Waiting():
        fault = _fault_of(partial(transfer.write, case, scans, path, password, replace=True))
    if fault:
        dialogs.tell(window, "Файл не сохранён", fault)
    else:
        words = f"{path.name}. Скажите пароль по телефону или при встрече."
        dialogs.tell(window, "Файл для передачи готов", words)


def _put_out(
    register: Register, rows: Sequence[Row], folder: Path, done: list[Path], faults: list[str]
) -> Iterator[str]:
    from desktop_app.register.carrying import put_out

    for row in rows:
        yield row.buyer or row.item or "Дело без имени"
        try:
            done.append(put_out(register, row, folder))
        except UserError as error:
            faults.append(str(error))


def _asked_places(window: QWidget) -> list[Path]:
    chosen = dialogs.choose(
        window,
        "Откуда взять дела?",
        "Из папки берутся все файлы дел в ней. Файл под паролем открывают через «Открыть файл…».",
        ("Выбрать папку…", "Выбрать файлы…"),
    )
    if chosen is None:
        return []
    if chosen == 0:
        name = QFileDialog.getExistingDirectory(window, "Папка с делами")
        return [Path(name)] if name else []
    names, _ = QFileDialog.getOpenFileNames(window, "Файлы дел", "", _FILES)
    return [Path(name) for name in names]


def _looked_at(register: Register, files: Sequence[Path], found: Found) -> Iterator[str]:
    """Sort the files by what taking them would come to; nothing is changed."""
    from desktop_app.register.carrying import case_at, known_as, outcome_of
    from desktop_app.register.transfer import SUFFIX

    seen: set[UUID] = set()
    for path in files:
        yield path.name
        if path.suffix.casefold() == SUFFIX:
            found.locked.append(path.name)
            continue
        try:
            case, scans = case_at(path, _no_password)
            outcome = outcome_of(register, case, scans, seen)
        except UserError as error:
            found.unreadable.append(str(error))
        else:
            found.files[outcome].append((path, known_as(case)))


def _no_password(path: Path) -> str:
    raise UserError(f"Файл «{path.name}» закрыт паролем: откройте его через «Открыть файл…».")


def _take(window: MainWindow, files: Sequence[Path], answer: Answer | None) -> None:
    from desktop_app.window.work import Work

    taken: list[str] = []
    faults: list[str] = []
    pieces = _taken(window, files, answer, taken, faults)
    try:
        Work(window, "Берём дела", pieces, len(files)).run()
    finally:
        _show_anew(window)
    title = "Дела взяты" if not faults else "Взяты не все дела"
    dialogs.tell(window, title, _with(f"Взято дел: {len(taken)}.", faults))


def _taken(
    window: MainWindow,
    files: Sequence[Path],
    answer: Answer | None,
    taken: list[str],
    faults: list[str],
) -> Iterator[str]:
    from desktop_app.register.carrying import case_at, known_as, take

    def decide(conflict: Conflict) -> Answer:
        if answer is not None:
            return answer
        asked = dialogs.conflict(window, conflict)
        return "skip" if asked == "cancel" else asked

    for path in files:
        yield path.name
        try:
            case, scans = case_at(path, _no_password)
            done = take(window.register, case, scans, now(), decide)
        except UserError as error:
            faults.append(str(error))
        else:
            if done.outcome != "same" and done.id is not None:
                taken.append(known_as(case))


def _show_anew(window: MainWindow) -> None:
    """Show the list with the new cases, or what an open case is now."""
    if window.session is None:
        window.show_start()
    elif window.session.keeping.parting is None:
        with suppress(UserError):
            window.session.keeping.look_again()


def _with(told: str, faults: Sequence[str]) -> str:
    more = f"\n… и ещё {len(faults) - _MOST_FAULTS}" if len(faults) > _MOST_FAULTS else ""
    return "\n\n".join((told, *faults[:_MOST_FAULTS])) + more


def _fault_of(write: partial[None]) -> str:
    try:
        write()
    except UserError as error:
        return str(error)
    return ""


class _Waiting:
    """The cursor of waiting: making a key out of a password takes a while, on purpose."""

    def __enter__(self) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)

    def __exit__(self, *_: object) -> None:
        QApplication.restoreOverrideCursor()
