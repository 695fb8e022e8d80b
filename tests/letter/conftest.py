"""`--update-golden` writes the golden letters anew; read the difference before you commit it."""

from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def golden(request):
    def compare(name: str, text: str) -> None:
        path = GOLDEN / f"{name}.txt"
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"no golden text: run with --update-golden and read {path.name}"
        assert text == path.read_text(encoding="utf-8")

    return compare
