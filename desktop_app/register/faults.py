"""What can go wrong with the file of the register, in sentences for a person.

An error of the disk, of rights or of another program becomes a UserError; an
error in our own statements stays what it is, a bug. SQLite has by then undone
the unfinished transaction: what was kept before is still there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.errors import UserError


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


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the file at `path` into a UserError; let bugs through."""
    import apsw

    try:
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
        raise (gone_elsewhere(path) if moved else not_writable(path)) from error
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


@contextmanager
def understood(path: Path) -> Iterator[None]:
    """Turn a stored value that can't be what we wrote into a UserError: the file is damaged."""
    try:
        yield
    except (ValueError, TypeError, AttributeError) as error:
        raise damaged(path) from error


def busy() -> UserError:
    """Return the error for a file that another program holds."""
    return UserError(
        "Хранилище дел занято другой программой или вторым окном этой. Закройте её или подождите "
        "и повторите; всё, что сохранено, цело."
    )


def not_writable(path: Path) -> UserError:
    """Return the error for a file or a folder that this person may not write to."""
    return UserError(
        f"Файл «{path}» нельзя открыть или изменить: нет права на запись в него или в его папку. "
        "Проверьте доступ или укажите другое место; всё, что было сохранено, цело."
    )


def gone_elsewhere(path: Path) -> UserError:
    """Return the error for a file that was moved, removed or replaced while it was open."""
    return UserError(
        f"Файл «{path}» с делами убрали или заменили, пока программа была открыта. Последнее "
        "изменение не сохранено. Верните файл на место: программа попробует ещё раз. Или "
        "сохраните открытое дело как файл."
    )


def damaged(path: Path) -> UserError:
    """Return the error for a register whose bytes are no longer sound."""
    return UserError(
        f"Файл «{path}» повреждён или обрезан. Программа его не изменила. Сделайте его копию и "
        "замените файл целой копией либо укажите другое место для дел."
    )


def foreign(path: Path) -> UserError:
    """Return the error for a file that is no register."""
    return UserError(
        f"Файл «{path}» — не хранилище дел этой программы. Программа его не изменила. Укажите "
        "другой файл или другое имя."
    )


def newer(path: Path) -> UserError:
    """Return the error for a register that a later version of the program has written."""
    return UserError(
        f"Хранилище дел «{path}» записано более новой программой. Обновите эту программу; файл не "
        "изменён."
    )
