"""Commands run in this process draw too: they find the application that the tests share."""

import pytest
from hostile_files import tree


@pytest.fixture(autouse=True)
def _one_application(qapp):
    return qapp


@pytest.fixture
def around(tmp_path):
    """A folder with things of somebody; at the end they are as they were, and nothing is new."""
    (tmp_path / "чужое").mkdir()
    (tmp_path / "чужое" / "x").write_bytes(b"of somebody")
    (tmp_path / "work").mkdir()
    before = tree(tmp_path)
    yield tmp_path / "work"
    after = {name: held for name, held in tree(tmp_path).items() if not name.startswith("work/")}
    assert after == before
