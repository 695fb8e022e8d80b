"""Telling a screen reader what has just happened, wherever the focus is."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str = "") -> None:
    """Have `text` said; without one the name of what has appeared."""
    # Loaded here: what is told at the start is the list itself, which Qt announces.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        said = text or widget.accessibleName()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, said))
