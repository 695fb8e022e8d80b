"""Options and marks for all tests."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden texts of letters anew"
    )


def pytest_collection_modifyitems(items):
    """Skip what needs an office program where there is none; in CI nothing may be skipped so."""
    if os.environ.get("CI"):
        return
    missing = [tool for tool in ("soffice", "pdftotext") if shutil.which(tool) is None]
    if not missing:
        return
    reason = f"needs {', '.join(missing)}; runs in CI"
    for item in items:
        if "ci" in item.keywords:
            item.add_marker(pytest.mark.skip(reason=reason))
