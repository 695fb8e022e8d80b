"""Every control says its name, is large enough, and fits at every scale."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView, QPlainTextEdit, QProgressBar

from desktop_app.window.cases.start_page import StartPage
from desktop_app.window.error_dialog import ErrorDialog
from desktop_app.window.look.style_sheet import style_sheet
from desktop_app.window.look.theme import theme
from desktop_app.window.views.annexes import AnnexesView
from desktop_app.window.views.done import DoneView
from desktop_app.window.views.review import ReviewView

CONTROLS = (QAbstractButton, QLineEdit, QListView, QPlainTextEdit, QProgressBar)


@pytest.fixture(params=[(False, 100), (True, 200)], ids=["light", "dark, twice as large"])
def look(request, qapp):
    look = theme(*request.param)
    before = qapp.styleSheet()
    qapp.setStyleSheet(style_sheet(look))
    yield look
    qapp.setStyleSheet(before)


def all_named(view):
    controls = [c for kind in CONTROLS for c in view.findChildren(kind)]
    # Qt's own button that empties a line of text is reached by the text itself.
    own = [c for c in controls if not isinstance(c.parent(), QLineEdit)]
    assert own
    for control in own:
        assert control.accessibleName(), control.metaObject().className()
        if control.isVisibleTo(view):
            assert control.height() >= 24


@pytest.mark.parametrize("view", [ReviewView, AnnexesView, DoneView])
@pytest.mark.parametrize("seller", ["ООО «Ромашка»", None])
def test_views(view, seller, look, open_session, shown, qtbot):
    made = shown(view(open_session(at={"seller.name": seller}), look), 480)
    all_named(made)
    assert made.minimumSizeHint().width() <= 440
    assert not made.grab().isNull()


def test_the_start_page(look, register, example, shown):
    from datetime import UTC, datetime

    register.new(example, datetime(2026, 11, 20, tzinfo=UTC))
    page = shown(StartPage(register, look), 480)
    all_named(page)
    assert not page.grab().isNull()


def test_the_error_dialog(look, shown):
    dialog = shown(ErrorDialog(None, "отчёт"))
    all_named(dialog)
