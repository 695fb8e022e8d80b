"""The one set of icons: line drawings in `resources/icons`, in the colour and size asked for."""

from functools import cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton

from desktop_app.paths import resource
from desktop_app.window.look.theme import Theme

_INK = "#000000"
_SIDE = 'width="24" height="24"'
_LARGER_THAN_TEXT = 1.25


@cache
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def drawn(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    """Return an icon as a picture of `side` by `side`; `ratio` is the screen's pixels for one."""
    pixels = round(side * ratio)
    sized = (
        _drawing(name).replace(_SIDE, f'width="{pixels}" height="{pixels}"').replace(_INK, colour)
    )
    picture = QPixmap()
    picture.loadFromData(sized.encode(), "SVG")
    picture.setDevicePixelRatio(ratio)
    return picture


def dress(button: QAbstractButton, name: str, theme: Theme) -> None:
    """Put an icon before the words of a button, in the colour of its words."""
    colours = theme.colours
    inks = {"main": colours.on_accent, "link": colours.accent}
    side = round(theme.sizes.text * _LARGER_THAN_TEXT)
    ink = inks.get(str(button.property("role")), colours.ink)
    room = QSize(side + round(theme.sizes.hair), side)
    button.setIcon(QIcon(_at_the_left(drawn(name, ink, side, button.devicePixelRatioF()), room)))
    button.setIconSize(room)


def _at_the_left(icon: QPixmap, room: QSize) -> QPixmap:
    """Return the icon with room at its right: Qt sets the words close to it."""
    ratio = icon.devicePixelRatio()
    picture = QPixmap(room * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.drawPixmap(0, 0, icon)
    painter.end()
    return picture
