"""The line at the bottom takes no more room than what it tells."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.window.look.theme import theme
from desktop_app.window.status_bar import StatusBar


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_without_a_case_the_bar_is_one_line_that_begins_where_others_do(qtbot, percent):
    bar = StatusBar(theme(False, percent))
    qtbot.addWidget(bar)
    bar.resize(1024, bar.sizeHint().height())
    bar.show()
    (network,) = [one for one in bar.findChildren(type(bar.saved)) if one.text()]
    edges = bar.layout().contentsMargins()
    around = edges.top() + edges.bottom()
    assert bar.sizeHint().height() - around < 1.5 * network.sizeHint().height()
    if percent == 200:
        assert network.x() == edges.left()


def shown(window):
    QApplication.processEvents()
    (bar,) = [one for one in window.findChildren(StatusBar) if one.isVisible()]
    return bar


def test_an_open_case_is_told_of_and_a_closed_one_no_more(window):
    window.show_example()
    bar = shown(window)
    assert bar.verdict.text() and bar.verdict.isVisible()
    assert bar.saved.text().startswith("Сохранено") and bar.saved.isVisible()
    window.show_start()
    assert not shown(window).saved.isVisible()
