"""Tips that hold what somebody typed: never taken for markup.

Qt takes a tip that looks like HTML for HTML, and would load the pictures that it names: files of
this computer, on Windows from any other too.
"""

from html import escape

from PySide6.QtWidgets import QWidget


def set_tip(widget: QWidget, text: str) -> None:
    """Give the widget a tip that shows `text` as it is written."""
    widget.setToolTip(plain_tip(text))


def plain_tip(text: str) -> str:
    """Return what a tip must hold to show `text` as it is written."""
    if "<" not in text and "&" not in text:
        return text
    return "<span>" + escape(text).replace("\n", "<br>") + "</span>"
