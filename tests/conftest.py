"""Options and marks for all tests."""

import os
import shutil
from pathlib import Path

import pytest

from desktop_app.paths import OWN_TEMPLATES

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden texts anew")


@pytest.fixture(autouse=True, scope="session")
def no_own_templates(tmp_path_factory):
    """No test reads the templates of the user who runs it; those of a test are its own."""
    before = os.environ.get(OWN_TEMPLATES)
    os.environ[OWN_TEMPLATES] = str(tmp_path_factory.mktemp("no-own-templates"))
    yield
    if before is None:
        del os.environ[OWN_TEMPLATES]
    else:
        os.environ[OWN_TEMPLATES] = before


@pytest.fixture(autouse=True)
def windows_end_with_their_test(request):
    """Destroy the closed windows of a test now: Qt keeps them until an event loop runs.

    Each window left over would be styled again by every later test.
    """
    yield
    if "qtbot" in request.fixturenames:
        from PySide6.QtCore import QCoreApplication, QEvent
        from PySide6.QtWidgets import QApplication

        for left in QApplication.topLevelWidgets():
            # A whole run of the program leaves its last window to the end of the process.
            if left.parent() is None:
                left.hide()
                left.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def no_box_waits_for_ever(request, monkeypatch):
    """A box or a dialog for files that a test did not expect fails it: nobody will answer."""
    if "qtbot" in request.fixturenames and "boxes" not in request.keywords:
        from PySide6.QtWidgets import QFileDialog, QMessageBox

        def refuse(box):
            raise AssertionError(f"nobody answers: {box.text()} {box.informativeText()}")

        def refuse_file(_parent, title, *_):
            raise AssertionError(f"nobody chooses a file: {title}")

        monkeypatch.setattr(QMessageBox, "exec", refuse)
        for choose in ("getOpenFileName", "getSaveFileName", "getExistingDirectory"):
            monkeypatch.setattr(QFileDialog, choose, refuse_file)


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


@pytest.fixture
def golden(request):
    """Compare a text with the one that was read and agreed, in the folder `golden` of the tests.

    `--update-golden` writes it anew; read the difference before you commit it.
    """

    def compare(name: str, text: str) -> None:
        path = request.path.parent / "golden" / f"{name}.txt"
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"no golden text: run with --update-golden and read {path.name}"
        assert text == path.read_text(encoding="utf-8")

    return compare
