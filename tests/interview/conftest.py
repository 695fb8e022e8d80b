from datetime import date

import pytest


@pytest.fixture
def today():
    return date(2026, 11, 20)
