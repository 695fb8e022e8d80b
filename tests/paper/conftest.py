"""One application object without a display for every test of the pages."""

import os

import pytest

if not os.environ.get("QT_QPA_PLATFORM"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture(autouse=True)
def application(qapp):
    """pytest-qt's own, made before the pages would make theirs: a process has one only."""
    from desktop_app.paper.qt import ready

    ready()
    return qapp
