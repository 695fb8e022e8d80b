"""README and CI say the same; every required package is explained; nothing names a registry."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
VENV = "python3 -m venv .venv && "
TESTS = VENV + '.venv/bin/pip install -q ".[test]" && .venv/bin/python -m tests'
START = VENV + ".venv/bin/pip install -q . && .venv/bin/pretenziya"


def test_readme_has_the_two_commands_each_in_one_line():
    assert f"\n{START}\n" in README
    assert f"\n{TESTS}\n" in README


def test_ci_calls_the_test_command_exactly_as_the_readme_has_it():
    assert f"\n{TESTS}\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_each_required_package_stands_in_the_readme_with_what_it_is_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        name = re.match(r"[A-Za-z0-9_.-]+", requirement).group()
        assert re.search(rf"^\| `{re.escape(name)}` \| .{{10,}} \| .+ \|$", README, re.MULTILINE)


def tracked() -> list[Path]:
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout: there is no list of tracked files")
    return [ROOT / name for name in listed.split("\0") if name]


def test_no_file_names_a_registry_or_locks_addresses():
    for path in tracked():
        assert path.name not in {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock"}
        if path.suffix in {".py", ".md", ".toml", ".txt", ".cfg"} and path != Path(__file__):
            text = path.read_text(encoding="utf-8")
            assert "--index" + "-url" not in text and "pypi" + ".org/simple" not in text
