"""How the window looks is kept, and follows the system."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.window.look import appearance
from desktop_app.window.look.icons import drawn
from desktop_app.window.main_window import MainWindow

ICONS = sorted(
    path.stem
    for path in paths.resource("icons").glob("*.svg")
    if not path.stem.startswith(("tick", "down", "application"))
)


def test_the_window_opens_again_where_and_as_large_as_it_was(window, register, qtbot):
    place = QRect(13, 53, 771, 611)
    window.setGeometry(place)
    QApplication.processEvents()
    window.close()
    other = MainWindow(register)
    qtbot.addWidget(other)
    other.show()
    qtbot.waitExposed(other)
    assert other.geometry() == place


def test_the_colours_follow_the_system_while_none_were_chosen(window, monkeypatch):
    window.show_example()
    hints = QGuiApplication.styleHints()
    assert window.appearance.mode == "system" and not window.appearance.theme.dark
    light = QApplication.instance().palette().window().color()
    before = window.case_view
    monkeypatch.setattr(appearance, "system_is_dark", lambda: True)
    hints.colorSchemeChanged.emit(hints.colorScheme())
    QApplication.processEvents()
    assert window.appearance.theme.dark and window.case_view is not before
    assert QApplication.instance().palette().window().color().lightness() < light.lightness() / 2
    window.appearance.choose(100, "light")
    hints.colorSchemeChanged.emit(hints.colorScheme())
    assert not window.appearance.theme.dark


def test_there_are_icons():
    assert {"add", "calendar", "done", "save"} <= set(ICONS)


@pytest.mark.parametrize("name", ICONS)
@pytest.mark.parametrize(("side", "ratio"), [(16, 1.0), (20, 2.0)])
def test_an_icon_is_drawn_in_the_colour_and_size_asked_for(qapp, name, side, ratio):
    picture = drawn(name, "#ff0000", side, ratio)
    assert picture.width() == round(side * ratio) and picture.devicePixelRatio() == ratio
    image = picture.toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    inked = {(c.red(), c.green(), c.blue()) for c in pixels if c.alpha() > 80}
    assert inked == {QColor("#ff0000").getRgb()[:3]}
    assert any(c.alpha() == 0 for c in pixels)


def test_a_window_that_was_closed_takes_no_new_look(window):
    window.show_example()
    window.close()
    shown = window.centralWidget()
    window.appearance.changed.emit()
    assert window.centralWidget() is shown
