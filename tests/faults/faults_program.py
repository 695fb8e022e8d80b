"""The program as a process of its own, in surroundings that a test spoils."""

import os
import re
import subprocess
import sys
from pathlib import Path

from desktop_app import paths
from desktop_app.case.edit import replaced
from desktop_app.case.file import read_case

ROOT = Path(__file__).parents[2]
EXAMPLE = paths.resource("examples", "refund.json")
RUN = "\nfrom desktop_app.cli import run\nrun()\n"
_OTHERS = (
    *("DISPLAY", "WAYLAND_", "QT_", "XDG_", "FONTCONFIG", "LC_", "LANG", "TZ", "PYTHON", "HOME"),
    "PRETENZIYA_",
)


def surroundings(home, **changes):
    """The variables of a user with this home and nothing else of his own; None takes one away."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OTHERS)}
    kept |= {"PYTHONPATH": str(ROOT), "HOME": str(home), "LC_ALL": "C.UTF-8"}
    kept |= {name: value for name, value in changes.items() if value is not None}
    return {name: value for name, value in kept.items() if changes.get(name, "") is not None}


def call(*words, before=""):
    """The call of the program; `before` is what is done in its process first."""
    return [sys.executable, "-c", before + RUN, *map(str, words)]


def run(*words, home, before="", patience=60, cwd=None, **changes):
    """Run a command to its end."""
    return subprocess.run(
        call(*words, before=before),
        env=surroundings(home, **changes),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=patience,
        cwd=cwd or home,
        check=False,
    )


def assert_refused(result, *words):
    """It ended with 2 and sentences of Russian that hold `words`, beside commands and names."""
    assert result.returncode == 2, (result.returncode, result.stdout, result.stderr)
    assert_kind(result.stderr)
    for word in words:
        assert word in result.stderr, result.stderr


def assert_kind(said):
    """What was said to a person is neither English nor a traceback."""
    bare = re.sub(r"«[^»]*»|--[\w-]+|sudo apt-get.*|pretenziya [\w .]+|[A-Z_]{3,}", "", said)
    assert re.search(r"[а-яё]+[^а-яё]*[.!?:]\s*$", bare), said
    assert not re.search(r"\b[A-Za-z]{4,}\b", bare), said


def case_of(surname):
    """A case of its own, without an id."""
    return replaced(replaced(read_case(EXAMPLE), "id", None), "buyer.surname", surname)


def files_below(folder):
    """What each file below a folder holds, by its place there."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
