"""Before the first painting the list of cases is loaded, nothing that only an open case needs."""

import os
import subprocess
import sys

_SEEN = """
import sys
import desktop_app.window.application
print(*sys.modules)
"""
_LATER = {
    "msgspec", "docx", "docxtpl", "jinja2", "lxml", "dateutil", "pymorphy3", "pytrovich",
    "desktop_app.case", "desktop_app.law", "desktop_app.assessment", "desktop_app.interview",
    "desktop_app.letter", "desktop_app.packet", "desktop_app.paper",
}  # fmt: skip


def test_the_start_page_loads_nothing_that_only_a_case_needs():
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-c", _SEEN], env=environment, capture_output=True, text=True, check=True
    )
    loaded = set(run.stdout.split())
    assert "desktop_app.window.cases.start_page" in loaded
    assert not loaded & _LATER
