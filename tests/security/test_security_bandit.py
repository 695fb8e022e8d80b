"""bandit finds nothing in the program that has not been looked at; what may stay is proved here."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SQL = "B608"
# What is put into SQL beside constants of the program: never what somebody typed.
PUT_IN = {
    ("finding.py", "order"): "one of the orders of this file, by its name",
    ("finding.py", "number"): "the number of a word, counted here",
    ("salvage.py", "marks"): "question marks",
    ("salvage.py", "columns"): "one of two constants",
    ("salvage.py", "lines"): "a constant, or the name of our table",
    ("tables.py", "names"): "the names of our own tables",
}
LOOKED_AT = {
    ("B704", "marks.py"): "the one place where a value becomes mark-up: each piece is escaped",
}


def report(*options: str, folder: str = "desktop_app") -> dict:
    done = subprocess.run(
        [sys.executable, "-m", "bandit", "-q", "-r", folder, "-f", "json", *options],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def found():
    whole = report("--severity-level", "medium")
    assert not whole["errors"] and len(whole["metrics"]) > 400
    assert whole["metrics"]["_totals"]["nosec"] == 0, "what may stay is listed in this test"
    return whole["results"]


def test_nothing_of_medium_severity_is_found_that_was_not_looked_at(found):
    told = {(one["test_id"], Path(one["filename"]).name) for one in found if one["test_id"] != SQL}
    assert told == set(LOOKED_AT)


def put_into(path: Path, line: int) -> set[str]:
    """What the texts on this line are put together of, beside constants of the program."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and node.lineno <= line <= (node.end_lineno or line):
            values = (part.value for part in node.values if isinstance(part, ast.FormattedValue))
            names |= {ast.unparse(value) for value in values}
    assert names, f"{path.name}:{line} is put together in another way"
    return {name for name in names if not name.isupper()}


def test_sql_is_put_together_of_our_own_constants_only(found):
    used = set()
    for one in found:
        if one["test_id"] == SQL:
            path = ROOT / one["filename"]
            assert path.parent.name == "register"
            used |= {(path.name, name) for name in put_into(path, one["line_number"])}
    assert used <= set(PUT_IN)


def test_bandit_would_tell(tmp_path):
    bad = "import subprocess, yaml\nsubprocess.call(input(), shell=True)\nyaml.load(input())\n"
    (tmp_path / "bad.py").write_text(bad, encoding="utf-8")
    told = {one["test_id"] for one in report("-lll", folder=str(tmp_path))["results"]}
    assert "B602" in told
