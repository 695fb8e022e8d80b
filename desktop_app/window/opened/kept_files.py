"""The files of the annexes while a case is open: their bytes go into the register when chosen."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.errors import UserError
from desktop_app.interview.question import Question
from desktop_app.register import kept_scans, scans
from desktop_app.register.scan_content import LARGEST, content_at
from desktop_app.russian.typography import tidy
from desktop_app.window.opened.open_case import OpenCase
from desktop_app.window.opened.session import Session


def choose(session: Session, question: Question, row: int | None, path: str) -> None:
    """Take a file that was chosen: its name as the answer, what it holds into the register.

    Choosing a file again takes what it holds now. What can't be taken in is told by `note`.
    """
    session.type(question, row, path)
    at = question.path_at(row)
    if row is None or row >= len(session.case.attachments):
        return
    file = session.case.attachments[row].file
    if file:
        _keep(session, file, Path(path))
        session.changed.emit(at)


def take_in(session: OpenCase) -> None:
    """Keep what the case names and is still only on the disk, as far as that can be done now.

    While another window edits the case, that is its work.
    """
    if session.reading:
        return
    with suppress(UserError), _Waiting():
        kept_scans.take_in(session.register, session.id, session.case)


def forget_unnamed(session: OpenCase) -> None:
    """Forget the scans that no version of a case that is being left names."""
    if session.reading:
        return
    with suppress(UserError):
        kept_scans.forget_unnamed(session.register, session.id)


def note(session: OpenCase, file: str) -> str:
    """Return what a person must know of a file of the case; "" if it is safe inside."""
    with suppress(UserError):
        if file in kept_scans.kept(session.register, session.id):
            return ""
    place = scans.place_of(file) if Path(file).is_absolute() else None
    if place is None:
        return tidy("Этого файла на прежнем месте нет: выберите его снова.")
    with suppress(OSError):
        if place.stat().st_size > LARGEST:
            return tidy("Он больше 50 МБ и в дело не взят. Уменьшите его и выберите снова.")
    return tidy("В дело он пока не взят и лежит только на прежнем месте: выберите его снова.")


def _keep(session: OpenCase, file: str, chosen: Path) -> None:
    with suppress(UserError), _Waiting():
        content = content_at(chosen)
        kept_scans.keep(session.register, session.id, {file: content})


class _Waiting:
    """The cursor of waiting: a file may lie on a slow disk."""

    def __enter__(self) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)

    def __exit__(self, *_: object) -> None:
        QApplication.restoreOverrideCursor()
