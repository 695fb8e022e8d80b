"""`assess` starts fast: neither Qt nor a document library, and no dictionary of names."""

import subprocess
import sys

import pytest

_SCRIPT = """
import sys
from datetime import date
from desktop_app.case.file import parse_case
from desktop_app.assessment.assess import assess
from desktop_app.assessment.report import as_text
from desktop_app.claims import kind_of
from desktop_app.law.book import load_law_book

case = parse_case('''{"format": "claim-case", "version": 1, "buyer": {"surname": "Кваша",
    "given_name": "Эрнест"}, "seller": {"inn": "9900000017", "ogrn": "1199999000002"},
    "purchase": {"item": "Ноутбук", "category": "computers", "price": "44091.00",
    "contract_date": "2025-12-14"}, "repairs": [{"requested": "2026-03-02"}]}'''.encode())
as_text(assess(case, kind_of(case), load_law_book(), date(2026, 11, 20)))
print(*sorted(name.partition(".")[0] for name in sys.modules))
"""


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """The packages that an assessment loads in a fresh interpreter."""
    run = subprocess.run(
        [sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=True, timeout=60
    )
    return set(run.stdout.split())


@pytest.mark.parametrize(
    "package",
    ["PySide6", "docxtpl", "docx", "jinja2", "lxml", "pymorphy3", "pytrovich", "holidays"],
)
def test_an_assessment_does_not_import(package: str, imported: set[str]) -> None:
    assert "desktop_app" in imported
    assert package not in imported
