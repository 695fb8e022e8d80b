"""Every control tells a screen reader what it is called and what it does or is about."""

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop_app.clock import now
from desktop_app.interview.form import row_pages
from desktop_app.interview.steps import STEPS

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView)
# Parts of a control, which a screen reader hears through it.
PARTS = QHeaderView


def controls(window):
    for widget in window.centralWidget().findChildren(QWidget):
        of_a_field = isinstance(widget.parent(), QLineEdit)
        if isinstance(widget, CONTROLS) and not isinstance(widget, PARTS) and not of_a_field:
            yield widget


def check(window):
    QApplication.processEvents()
    stray = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    assert not stray, "a widget without a parent is a window of its own"
    shown = [widget for widget in controls(window) if widget.isVisible()]
    assert shown
    for widget in shown:
        said = type(widget).__name__, widget.accessibleName(), widget.accessibleDescription()
        assert widget.accessibleName().strip(), said
        assert widget.accessibleDescription().strip(), said


@pytest.mark.parametrize("step", [step.id for step in STEPS])
def test_on_every_step(window, hands, step):
    for begin in (window.new_case, window.show_example):
        begin()
        window.go_to_step(step)
        check(window)
        for _ in window.case_view.page.step.pages:
            if step == "done":
                break
            hands.link("Продолжить")
            check(window)


@pytest.mark.parametrize("rows", ["repairs", "losses", "attachments"])
def test_in_every_row(window, rows):
    window.show_example()
    for page in row_pages(rows):
        window.case_view.go_to(page.questions[0].path_at(0))
        QApplication.processEvents()
        assert window.case_view.row_form.page is page
        check(window)


def test_on_the_start_page_and_in_its_basket(window, register, hands):
    window.show_example()
    window.show_start()
    check(window)
    register.to_basket(register.cases()[0].id, now())
    window.show_start()
    hands.press(window._start.basket)
    check(window)
    assert window._start.remove.isVisible()
