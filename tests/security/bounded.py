"""Calls of the program in a process of their own, with little memory and little time.

What is made to hurt must not take the tests, nor the machine, with it.
"""

import contextlib
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
MEGABYTES = 700
SECONDS = 20


@dataclass(frozen=True)
class Told:
    """What a call came to: its exit code, what it said, how long it took."""

    code: int
    out: str
    err: str
    seconds: float


def calls(
    words: Mapping[str, list[str]], variables: Mapping[str, Mapping[str, str]] | None = None
) -> dict[str, Told]:
    """Run each call of the program, all in one process; return what they came to by name.

    `variables` are those of the environment that some of the calls get.
    A process that needs more than its memory or hangs fails the test.
    """
    done = subprocess.run(
        [sys.executable, str(Path(__file__)), str(MEGABYTES)],
        input=json.dumps([words, variables or {}]),
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS + 2 * len(words),
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return {name: Told(*told) for name, told in json.loads(done.stdout).items()}


def _run_all(
    words: Mapping[str, list[str]], variables: Mapping[str, Mapping[str, str]]
) -> dict[str, tuple[int, str, str, float]]:
    from desktop_app.cli import main

    found = {}
    for name, call in words.items():
        out, err = io.StringIO(), io.StringIO()
        os.environ.update(variables.get(name, {}))
        began = time.monotonic()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(call)
        found[name] = (code, out.getvalue(), err.getvalue(), time.monotonic() - began)
    return found


def _limit_memory(megabytes: int) -> None:
    with contextlib.suppress(ImportError):  # Windows has no such limit; time is bounded there.
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


if __name__ == "__main__":
    _limit_memory(int(sys.argv[1]))
    json.dump(_run_all(*json.load(sys.stdin)), sys.stdout)
