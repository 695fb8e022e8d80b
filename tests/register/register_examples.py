"""Invented cases, moments and helpers for the tests of the register."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from desktop_app import paths
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case
from desktop_app.case.model import Case

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
EXAMPLE = read_case(paths.resource("examples", "refund.json"))
NEVER_WAIT = 0


def later(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def case_of(surname: str) -> Case:
    """A case of its own, without an id."""
    return replaced(replaced(EXAMPLE, "id", None), "buyer.surname", surname)


def assert_sound(path: Path) -> None:
    connection = apsw.Connection(str(path))
    assert connection.pragma("integrity_check") == "ok"
    connection.close()


@contextlib.contextmanager
def as_ordinary_user() -> Iterator[Path]:
    """Yield a folder of an ordinary user, whom the tests become if they run as root."""
    if os.name == "nt":
        pytest.skip("folders of Windows take rights away by other means than chmod")
    folder = Path(tempfile.mkdtemp(prefix="register-"))
    root = os.geteuid() == 0
    if root:
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o700)
        shutil.rmtree(folder)
