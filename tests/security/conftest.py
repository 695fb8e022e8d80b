"""Commands run in this process draw too: they find the application that the tests share."""

import pytest


@pytest.fixture(autouse=True)
def _one_application(qapp):
    return qapp
