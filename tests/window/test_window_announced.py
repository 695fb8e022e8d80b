"""What appears is told to a screen reader, wherever the focus is."""

import pytest
from PySide6.QtGui import QAccessible


@pytest.fixture
def heard(monkeypatch):
    """What a screen reader would hear."""
    said = []
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    update = staticmethod(lambda event: said.append(event.message()))
    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return said


def test_what_is_to_be_looked_at_is_said(hands, window, heard):
    window.new_case()
    hands.go_on()
    assert any("Посмотрите, пожалуйста" in said and "стран" in said for said in heard)


def test_what_could_not_be_read_is_said(hands, window, heard):
    window.new_case()
    hands.answer("purchase.contract_date", "32.13.2026")
    hands.press(window.case_view.page.back_button)
    assert heard


def test_nothing_is_said_to_nobody(hands, window, monkeypatch):
    said = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(said.append))
    window.new_case()
    hands.go_on()
    assert said == [] or QAccessible.isActive()
