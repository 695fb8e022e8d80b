"""What the window does for the register by itself, once after its first painting."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop_app.clock import now
from desktop_app.errors import UserError
from desktop_app.window.cases.start_page import StartPage
from desktop_app.window.opened.holds import holds_of

if TYPE_CHECKING:
    from desktop_app.window.main_window import MainWindow

_AFTER_MS = 400


def begin(window: "MainWindow") -> None:
    """Empty the basket of what is old, as soon as the window has been painted."""
    QTimer.singleShot(_AFTER_MS, window, partial(tidy_up, window))


def tidy_up(window: "MainWindow") -> None:
    """Remove what has been in the basket too long; what fails now is done another time."""
    if not window.isVisible():
        return
    from desktop_app.register.basket import empty_old

    with suppress(UserError):
        holds_of(window.register).require()
        if not empty_old(window.register, now()):
            return
        for page in window.findChildren(StartPage):
            page.refresh()
