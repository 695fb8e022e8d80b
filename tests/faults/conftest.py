import json
import os
import subprocess
import sys

import pytest
from counts import often
from faults_jobs import FULL_AT, KILLED_AT, STEPS, prepare
from faults_program import ROOT, surroundings


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
