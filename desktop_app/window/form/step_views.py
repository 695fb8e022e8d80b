"""Which view stands in a step that is more than questions."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app.window.form.timeline_view import TimelineView
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session
from desktop_app.window.views.annexes import AnnexesView
from desktop_app.window.views.done import DoneView
from desktop_app.window.views.offers import OffersView
from desktop_app.window.views.review import ReviewView
from desktop_app.window.views.verdict import VerdictView

_VIEWS: dict[str, Callable[[Session, Theme], QWidget]] = {
    "timeline": TimelineView,
    "verdict": VerdictView,
    "annexes": AnnexesView,
    "offers": OffersView,
    "review": ReviewView,
    "done": DoneView,
}


def view_named(name: str, session: Session, theme: Theme) -> QWidget | None:
    """Return the view that a step declares, None where it declares none."""
    view = _VIEWS.get(name)
    return view(session, theme) if view is not None else None
