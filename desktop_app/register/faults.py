"""What can go wrong with the file of the register, in sentences for a person.

An error of the disk, of rights or of another program becomes a UserError; an
error in our own statements stays what it is, a bug. SQLite has by then undone
the unfinished transaction: what was kept before is still there.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.errors import UserError

if TYPE_CHECKING:
    from apsw import Connection


RESTORE: Final = "в окне, меню «Хранилище», или командой «pretenziya cases restore КОПИЯ»"
"""Where a person goes back to a copy, said everywhere in these words."""


class GoneError(UserError):
    """The case is no longer in the register: another window has removed it."""

    def __init__(self) -> None:
        super().__init__("Этого дела в хранилище больше нет: его удалили в другом окне программы.")


class ChangedError(UserError):
    """Another window has kept other answers of this case since they were last read here."""

    def __init__(self) -> None:
        super().__init__(
            "Это дело тем временем изменили в другом окне программы. Последние ответы этого окна "
            "не сохранены."
        )


class ReadingError(UserError):
    """The case is open here for reading: another window edits it."""

    def __init__(self) -> None:
        super().__init__(
            "Дело открыто в другом окне программы, здесь его можно только читать. Этот ответ не "
            "принят. Закройте дело там, и его можно будет править здесь."
        )


class LockedError(UserError):
    """The register is locked: its password is needed."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Хранилище дел «{path}» заперто: нужен пароль.")


class WrongPasswordError(UserError):
    """This password does not open the register, or its first page is damaged."""

    def __init__(self) -> None:
        super().__init__(
            "Пароль не подходит. Проверьте раскладку клавиатуры и Caps Lock и впишите его снова."
        )


class DamagedError(UserError):
    """The bytes of the register are no longer sound: a copy is to be restored."""


class ForeignError(UserError):
    """The file is no register, or one whose beginning is gone."""


class BusyError(UserError):
    """Another program holds the file for the moment."""


class MovedError(UserError):
    """The open file is no longer the one at its place: what is written to it would be lost."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Хранилище дел «{path}» тем временем убрали или заменили: в другом окне программы "
            "сменили пароль или восстановили копию, либо файл перенесли. Это окно в него больше "
            "не пишет. Если последние ответы не сохранены, сохраните дело как файл; затем закройте "
            "окно и откройте программу снова."
        )


def has_moved(connection: Connection) -> bool:
    """Say whether the open file is no longer the one at its place. Never so on Windows."""
    import apsw

    moved = array("i", [0])
    try:
        connection.file_control("main", apsw.SQLITE_FCNTL_HAS_MOVED, moved.buffer_info()[0])
    except apsw.ConnectionClosedError:
        return False
    return bool(moved[0])


@contextmanager
def told(path: Path, connection: Connection | None = None) -> Iterator[None]:
    """Turn what SQLite says of the file at `path` into a UserError; let bugs through.

    What `connection` reads of a file that was replaced meanwhile, and overwritten, is no damage.
    """
    import apsw

    try:
        with _told_of_moved(path, connection):
            yield
    except (apsw.BusyError, apsw.LockedError) as error:
        raise busy() from error
    except apsw.FullError as error:
        raise UserError(
            f"На диске с файлом «{path}» кончилось место. Последнее изменение не сохранено, всё "
            "прежнее цело. Освободите место и повторите."
        ) from error
    except apsw.ReadOnlyError as error:
        moved = getattr(error, "extendedresult", 0) == apsw.SQLITE_READONLY_DBMOVED
        raise (MovedError(path) if moved else not_writable(path)) from error
    except (apsw.PermissionsError, apsw.CantOpenError) as error:
        raise not_writable(path) from error
    except apsw.IOError as error:
        raise UserError(
            f"Диск с файлом «{path}» не читается или не пишется: возможно, кончилось отведённое "
            "место или вынут носитель. Последнее изменение не сохранено. Проверьте диск и "
            "повторите."
        ) from error
    except (apsw.CorruptError, apsw.NotADBError, UnicodeDecodeError) as error:
        raise damaged(path) from error
    except apsw.SQLError as error:
        # Our statements fit our tables: a table that lacks has been lost.
        if not any(words in str(error) for words in _LOST):
            raise
        raise damaged(path) from error


_LOST = ("no such table: ", "vtable constructor failed: ")


@contextmanager
def _told_of_moved(path: Path, connection: Connection | None) -> Iterator[None]:
    import apsw

    try:
        yield
    except (apsw.CorruptError, apsw.NotADBError, apsw.IOError, UnicodeDecodeError) as error:
        if connection is not None and has_moved(connection):
            raise MovedError(path) from error
        raise


@contextmanager
def understood(path: Path) -> Iterator[None]:
    """Turn a stored value that can't be what we wrote into a UserError: the file is damaged."""
    try:
        yield
    except (ValueError, TypeError, AttributeError) as error:
        raise damaged(path) from error


def busy() -> BusyError:
    """Return the error for a file that another program holds."""
    return BusyError(
        "Хранилище дел занято другой программой или вторым окном этой. Закройте её или подождите "
        "и повторите; всё, что сохранено, цело."
    )


def undone(path: Path) -> UserError:
    """Return the error for a change of which a part could not be kept, so that none was."""
    return UserError(
        f"Изменение в файле «{path}» не сохранено: оно не записалось целиком. Всё прежнее цело. "
        "Проверьте место на диске и повторите."
    )


def not_writable(path: Path) -> UserError:
    """Return the error for a file or a folder that this person may not write to."""
    return UserError(
        f"Файл «{path}» нельзя открыть или изменить: нет права на запись в него или в его папку. "
        "Проверьте доступ или укажите другое место; всё, что было сохранено, цело."
    )


def damaged(path: Path) -> DamagedError:
    """Return the error for a register whose bytes are no longer sound."""
    return DamagedError(
        f"Файл «{path}» повреждён или обрезан. Программа его не изменила. Восстановите копию: "
        f"{RESTORE}; испорченный файл останется рядом. Либо укажите другое место для дел."
    )


def foreign(path: Path) -> ForeignError:
    """Return the error for a file that is no register."""
    return ForeignError(
        f"Файл «{path}» — не хранилище дел этой программы. Программа его не изменила. Укажите "
        "другой файл или другое имя."
    )


def newer(path: Path) -> UserError:
    """Return the error for a register that a later version of the program has written."""
    return UserError(
        f"Хранилище дел «{path}» записано более новой программой. Обновите эту программу; файл не "
        "изменён."
    )
