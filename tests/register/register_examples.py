"""Invented cases, moments and helpers for the tests of the register."""

import contextlib
import os
import shutil
import subprocess
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
from desktop_app.register.register import Register

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
EXAMPLE = read_case(paths.resource("examples", "refund.json"))
NEVER_WAIT = 0


def later(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def case_of(surname: str) -> Case:
    """A case of its own, without an id."""
    return replaced(replaced(EXAMPLE, "id", None), "buyer.surname", surname)


def fill(register: Register, many: int) -> None:
    """Make the cases of «Иванов00», «Иванов01» and so on, each a second after the one before."""
    for number in range(many):
        register.new(case_of(f"Иванов{number:02}"), later(number))


def do(path: Path, statement: str) -> None:
    """Have a statement done in the file of a register, behind the back of the program."""
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(statement)
    connection.close()


def assert_sound(path: Path) -> None:
    connection = apsw.Connection(str(path))
    assert connection.pragma("integrity_check") == "ok"
    connection.close()


def small_disk(place: Path, size: str) -> contextlib.AbstractContextManager[Path]:
    """A disk of its own, of a size such as «512k»; skips where only root may make one."""
    place.mkdir()
    mount = shutil.which("mount")
    command = [mount, "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can only be made by root")

    @contextlib.contextmanager
    def mounted() -> Iterator[Path]:
        try:
            yield place
        finally:
            subprocess.run(["umount", str(place)], check=True)

    return mounted()


def files_with(folder: Path, name: str) -> list[str]:
    """The files below a folder in which a name can be read, whichever way it is written."""
    forms = [name.encode(), name.encode("utf-16-le"), name.encode("utf-16-be")]
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    ]


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
