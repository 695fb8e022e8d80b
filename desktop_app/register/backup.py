"""A copy of a register that is in use: whole and at one moment, or not there at all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from desktop_app.atomic import put
from desktop_app.errors import UserError
from desktop_app.register.drafts import connect, fullness, new_draft, remove, sweep, sync
from desktop_app.register.exchange import assert_sound
from desktop_app.register.faults import MovedError, damaged, has_moved, told
from desktop_app.register.places import set_journal_aside

if TYPE_CHECKING:
    from desktop_app.register.register import Register

# So many that a step takes some milliseconds.
PAGES = 200
_PATIENCE = 100


class Copying:
    """A copy on its way to `target`, in steps between which the register may change.

    What changes meanwhile is in the copy too. A locked register gives a locked copy, opened by
    the same password. Raises UserError in any step, and leaves nothing behind.
    """

    def __init__(self, register: Register, target: Path, replace: bool = False) -> None:
        self._register, self._target, self._replace = register, target.absolute(), replace
        self._key = register.key
        try:
            str(self._target).encode()
            self._target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            sweep(self._target)
            self._draft = new_draft(self._target)
        except (OSError, ValueError) as error:
            raise self._failed() from error
        try:
            self._begin()
        except BaseException:
            self.abandon()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.abandon()

    def step(self, pages: int = PAGES) -> bool:
        """Copy some pages, all of them with -1; say whether the copy is at its place.

        A moment in which another program writes is waited for: the next step goes on.
        """
        import apsw

        try:
            self._register.select("SELECT 1")  # The file may have been replaced.
            with suppress(apsw.BusyError, apsw.LockedError):
                self._copy.step(pages)
            if self._copy.done:
                self._finish()
            return self._copy.done
        except (apsw.Error, OSError) as error:
            self.abandon()
            if isinstance(error, (apsw.CorruptError, apsw.NotADBError)):
                if has_moved(self._register.connection):
                    raise MovedError(self._register.path) from error
                raise damaged(self._register.path) from error
            raise self._failed() from error
        except BaseException:
            self.abandon()
            raise

    def _begin(self) -> None:
        import apsw

        try:
            self._to = connect(self._draft, self._key, write=True)
            self._copy = self._to.backup("main", self._register.connection, "main")
        except apsw.Error as error:
            raise self._failed() from error

    def abandon(self) -> None:
        """End without a copy; after the last step, or a second time, nothing happens."""
        import apsw

        with suppress(AttributeError, apsw.Error):
            self._copy.close(True)
        with suppress(AttributeError, apsw.Error):
            self._to.close()
        remove(self._draft)

    def _finish(self) -> None:
        self._copy.finish()
        wanted = fullness(self._to)
        self._to.close()
        if assert_sound(self._draft, self._key, self._register.path) != wanted:
            raise self._failed()
        sync(self._draft)
        try:
            if self._replace:
                set_journal_aside(self._target)
            put(self._draft, self._target, self._replace)
        except FileExistsError as error:
            raise UserError(
                f"Файл «{self._target}» уже есть, программа его не заменит. Выберите "
                "для копии другое имя."
            ) from error
        remove(self._draft)

    def _failed(self) -> UserError:
        return UserError(
            f"Копия «{self._target}» не сделана. Проверьте имя, доступ к папке и место на диске; "
            "само хранилище дел цело."
        )


def copy_to(register: Register, target: Path, replace: bool = False) -> None:
    """Copy the register, as it is now, to `target`; UserError where it is taken."""
    if _is_itself(register.path, target):
        raise UserError("Это само хранилище дел. Выберите для копии другое имя.")
    with told(register.path, register.connection), Copying(register, target, replace) as copying:
        for _ in range(_PATIENCE):
            if copying.step(-1):
                return
    raise UserError(
        "Копия не сделана: другая программа всё время пишет в хранилище дел. Закройте её и "
        "повторите."
    )


def _is_itself(path: Path, target: Path) -> bool:
    try:
        return target.absolute() == path or (target.exists() and target.samefile(path))
    except (OSError, ValueError):
        return False  # Copying says what is wrong with the name.
