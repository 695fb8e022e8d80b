"""Real key presses, Cyrillic letters too, which `qtbot.keyClicks` can't send."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

NONE = Qt.KeyboardModifier.NoModifier


def focus():
    return QApplication.focusWidget()


def type_text(text):
    """Press and release a key for each letter, at whatever has the focus then."""
    for letter in text:
        key = ord(letter.upper())
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus(), QKeyEvent(kind, key, NONE, letter))


def press(qtbot, button):
    """Go to a button and press the space bar."""
    button.setFocus()
    assert focus() is button
    qtbot.keyClick(button, Qt.Key.Key_Space)
