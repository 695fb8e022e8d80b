import pytest


@pytest.fixture
def path(tmp_path):
    """Where the register of a test is to be."""
    return tmp_path / "register.sqlite"
