"""The file of a register, open: reading, writing and the small texts that the window keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar
from uuid import UUID

from desktop_app.register.faults import (
    DamagedError,
    GoneError,
    MovedError,
    not_writable,
    told,
    understood,
    undone,
)
from desktop_app.register.opening import key_to, open_connection
from desktop_app.register.places import has_leftovers, real_place
from desktop_app.register.statements import SET
from desktop_app.register.transactions import whole

if TYPE_CHECKING:
    from apsw import Connection, Cursor, SQLiteValue

    from desktop_app.register.password import Key

    Bindings = dict[str, SQLiteValue] | tuple[SQLiteValue, ...]

T = TypeVar("T")
WAIT_MS = 1000
_REOPEN_MS = 10_000
_TRIES = 3


class Store:
    """The open file. Opened by `open`, closed by `close` or at the end of `with`.

    When a method returns, what it did is on the disk; when it raises UserError, nothing has
    changed.
    """

    def __init__(
        self, connection: Connection, path: Path, wait_ms: int = WAIT_MS, key: Key | None = None
    ) -> None:
        self.path = path
        self._connection = connection
        self._wait_ms = wait_ms
        self._key = key
        self._depth = 0
        self._look_anew()

    def _look_anew(self) -> None:
        """Forget what was known of the damage of a former file."""
        self.damage = ""
        """What of the file can't be read, in a sentence; see `salvage.py`."""
        self.damage_told = self.mending_tried = False
        self.apart: tuple[int, int] | None = None
        """How the file was when its readable cases were read apart."""

    @classmethod
    def open(cls, path: Path, wait_ms: int = WAIT_MS, password: str | None = None) -> Self:
        """Return the register at `path`, made if absent (see `open_connection` for errors).

        A locked one needs its password; a readable one passes over it. A link is followed once,
        here: `path` is the file itself.
        """
        try:
            path = real_place(path)
        except (OSError, ValueError) as error:
            raise not_writable(path) from error
        if has_leftovers(path):
            from desktop_app.register.drafts import sweep_all

            sweep_all(path)
        for left in reversed(range(_TRIES)):
            key = key_to(path, password)
            with suppress(MovedError) if left else nullcontext():
                return cls(open_connection(path, wait_ms, key=key), path, wait_ms, key)
        raise AssertionError("unreachable: the last error is raised")

    @property
    def locked(self) -> bool:
        """Whether the file is encrypted."""
        return self._key is not None

    @property
    def key(self) -> Key | None:
        """What the file is encrypted with."""
        return self._key

    @property
    def connection(self) -> Connection:
        """The connection, for the modules of this room that copy or replace the whole file."""
        return self._connection

    def reopen(self, key: Key | None) -> None:
        """Take up the file that has been put in the place of the former one."""
        self._connection.close()
        # Another program may be opening it too: without a connection nothing could go on here.
        wait_ms = max(self._wait_ms, _REOPEN_MS)
        self._connection = open_connection(self.path, wait_ms, key=key, make=False)
        self._connection.set_busy_timeout(self._wait_ms)
        self._key = key
        self._look_anew()

    def close(self) -> None:
        """Let go of the file. A second call does nothing."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def write(self, statement: str, bindings: Bindings) -> int:
        """Do one statement as a transaction of its own; return the number of rows changed.

        Where what follows from the cases is damaged, it is made anew first.
        """
        try:
            return self._changed_by(statement, bindings)
        except DamagedError:
            from desktop_app.register.salvage import mend

            if self._depth or not mend(self):
                raise
        return self._changed_by(statement, bindings)

    def select(self, statement: str, bindings: Bindings = ()) -> list[tuple[Any, ...]]:
        """Return the rows that a SELECT finds."""
        with told(self.path, self._connection):
            return self._do(statement, bindings).fetchall()

    def found(
        self, statement: str, bindings: Bindings, made: Callable[[tuple[Any, ...]], T]
    ) -> tuple[T, ...]:
        """Return what `made` makes of the rows of a statement about `LINES`.

        Of a damaged register, of the rows that can be read; `damage` then says so. Raises
        UserError where none can.
        """
        # Once something can't be read, all is counted and listed without it.
        if not self.damage:
            with suppress(DamagedError), understood(self.path):
                return tuple(made(row) for row in self.select(statement, bindings))
        from desktop_app.register.salvage import found_apart

        return found_apart(self, statement, bindings, made)

    def data_version(self) -> int:
        """Return a number that becomes another one when another program changes the file."""
        with told(self.path, self._connection):
            return int(self._connection.pragma("data_version"))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all that is written inside, or nothing of it; one inside another is a part of it."""
        self._depth += 1
        try:
            with told(self.path, self._connection), whole(self._connection):
                yield
                self._refuse_undone()
        finally:
            self._depth -= 1

    def setting(self, key: str) -> str | None:
        """Return a small text that the window wants to find again, None if there is none."""
        with told(self.path, self._connection):
            found = self._do("SELECT value FROM settings WHERE key = ?", (key,))
            value: str | None = found.get
        return value

    def set_setting(self, key: str, value: str | None) -> None:
        """Keep a small text under `key`; None forgets it."""
        if value is None:
            self.write("DELETE FROM settings WHERE key = ?", (key,))
        else:
            self.write(SET, (key, value))

    def _change(self, statement: str, bindings: tuple[SQLiteValue, ...]) -> None:
        if not self.write(statement, bindings):
            raise GoneError

    def _has(self, case_id: UUID) -> bool:
        return self._find("SELECT 1 FROM cases WHERE id = ?", case_id) is not None

    def _one(self, statement: str, case_id: UUID) -> tuple[Any, ...]:
        found = self._find(statement, case_id)
        if found is None:
            raise GoneError
        return found

    def _find(self, statement: str, case_id: UUID) -> tuple[Any, ...] | None:
        try:
            with told(self.path, self._connection):
                return self._do(statement, (str(case_id),)).fetchone()
        except DamagedError:
            from desktop_app.register.salvage import number_of

            # The index of the ids may be damaged, or another case that lies in the way.
            number = number_of(self, case_id)
            if number is None:
                raise
            by_number = statement.replace("WHERE id = ?", "WHERE number = ?")
            with told(self.path, self._connection):
                return self._do(by_number, (number,)).fetchone()

    def _changed_by(self, statement: str, bindings: Bindings) -> int:
        with told(self.path, self._connection):
            self._do(statement, bindings)
            return self._connection.changes()

    def _do(self, statement: str, bindings: Bindings) -> Cursor:
        self._refuse_undone()
        return self._connection.execute(statement, bindings)

    def _refuse_undone(self) -> None:
        """Raise UserError inside a transaction that SQLite has taken back: no part is to be kept.

        It does so by itself on a full disk, whatever became of the sentence that told of it.
        """
        if self._depth and not self._connection.in_transaction:
            raise undone(self.path)
