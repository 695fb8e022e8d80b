import json
import os
import signal
import subprocess
import sys

import pytest
from counts import often
from faults_jobs import FULL_AT, KILLED_AT, STEPS, prepare
from faults_program import ROOT, surroundings
from window_fixtures import path, register, window

__all__ = ["path", "register", "window"]


@pytest.fixture(autouse=True)
def _one_application(qapp):
    """Commands run in this process draw too: they find the application that the tests share."""
    return qapp


@pytest.fixture(autouse=True, scope="session")
def _ctrl_c_is_heard():
    """A job in the background is started deaf to Ctrl+C, and so would be all that it starts."""
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def home(tmp_path):
    """A home folder with a name as people give them."""
    home = tmp_path / "Домашняя папка Ёжика"
    home.mkdir()
    return home


@pytest.fixture(scope="session")
def spoiled(tmp_path_factory):
    """A job that was spoiled at many moments: its folder, how each try ended and what it said."""
    known = {}

    def tries(job):
        if job not in known:
            folder = tmp_path_factory.mktemp(job)
            prepare(folder / "0")
            killed = KILLED_AT[: often(1, len(KILLED_AT))]
            sizes = [f"byte-{size}" for size in killed] + [f"full-{FULL_AT[job]}"]
            known[job] = folder, _spoiled(job, folder, STEPS[job], "kill", *sizes)
        return known[job]

    return tries


def _spoiled(job, folder, most, *tries):
    tests = os.pathsep.join([str(ROOT / "tests" / "faults"), str(ROOT), *sys.path])
    told = subprocess.run(
        [sys.executable, "-m", "faults_killer", job, str(folder), str(most), *tries],
        env=surroundings(folder, PYTHONPATH=tests),
        capture_output=True,
        encoding="utf-8",
        timeout=900,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    lines = (json.loads(line) for line in told.stdout.splitlines())
    return {name: (code, said) for name, code, said in lines}
