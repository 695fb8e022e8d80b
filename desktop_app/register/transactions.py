"""A transaction by hand: SQLite itself may have taken it back before we do, on a full disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from desktop_app.errors import UserError

if TYPE_CHECKING:
    from apsw import Connection


@contextmanager
def whole(connection: Connection) -> Iterator[None]:
    """Do all statements inside, or nothing of them; one inside another is a part of it."""
    inner = connection.in_transaction
    connection.execute("SAVEPOINT part" if inner else "BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("RELEASE part" if inner else "COMMIT")
    except BaseException:
        _take_back(connection, inner)
        raise


def _take_back(connection: Connection, inner: bool) -> None:
    import apsw

    if not connection.in_transaction:
        return
    # What has failed is told; that taking it back fails too says nothing more.
    with suppress(apsw.Error, UserError):
        connection.execute("ROLLBACK TO part; RELEASE part" if inner else "ROLLBACK")
