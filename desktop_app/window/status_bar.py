"""The line at the bottom: the verdict, that everything is kept, that no network is used."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel

from desktop_app.window.look.theme import Theme
from desktop_app.window.views.pieces import is_large

if TYPE_CHECKING:
    from desktop_app.window.opened.session import Session

_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
_COLOURS = {"good": "good", "care": "care", "accent": "accent", "bad": "bad"}


class StatusBar(QFrame):
    """Tells of the open case; without one only that the network is not used."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._theme = theme
        self._session: Session | None = None
        self.verdict, self.saved = QLabel(), QLabel()
        network = QLabel("Сеть не используется")
        for label in (self.saved, network):
            label.setProperty("role", "small")
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict.setWordWrap(True)
        s = theme.sizes
        # Large letters leave the verdict a line of its own: it is not to be cut.
        whole = QBoxLayout(_DOWN if is_large(s) else _ACROSS, self)
        whole.setContentsMargins(round(s.gap), round(s.near), round(s.gap), round(s.near))
        whole.setSpacing(round(s.hair if is_large(s) else s.wide))
        whole.addWidget(self.verdict, 1)
        line = QHBoxLayout()
        line.setSpacing(round(s.wide))
        line.addWidget(self.saved)
        line.addWidget(network)
        line.addStretch()
        whole.addLayout(line)
        self._of_case = (self.verdict, self.saved) if is_large(s) else (self.saved,)
        self.follow(None)

    def follow(self, session: "Session | None") -> None:
        """Tell of `session` from now on."""
        self._session = session
        self.verdict.clear()
        self.saved.clear()
        # Empty, they would still take their room; beside the rest the verdict keeps it apart.
        for label in self._of_case:
            label.setVisible(session is not None)
        if session is not None:
            session.changed.connect(self._changed)
            session.keeping.saved.connect(self._saved)
            session.keeping.not_saved.connect(self._not_saved)
            self._changed("")
            if session.keeping.trouble:
                self._not_saved(session.keeping.trouble)
            else:
                self._saved(session.keeping.saved_at)

    def _changed(self, _path: str) -> None:
        if self._session is None:
            return
        from desktop_app.window.views.verdict import verdict_line

        role, text = verdict_line(self._session.assessment)
        colour = getattr(self._theme.colours, _COLOURS.get(role, "ink"))
        self.verdict.setStyleSheet(f"color: {colour}; font-weight: 600;")
        self.verdict.setText(text)
        self.verdict.setToolTip(text)
        self.verdict.setAccessibleName(text)

    def _saved(self, at: datetime) -> None:
        self.saved.setStyleSheet("")
        self.saved.setText(f"Сохранено {at.astimezone():%H:%M}")
        self.saved.setToolTip("")
        self.saved.setAccessibleDescription("")

    def _not_saved(self, why: str) -> None:
        from desktop_app.window.look.tips import set_tip

        self.saved.setStyleSheet(f"color: {self._theme.colours.bad}; font-weight: 600;")
        retried = self._session is not None and self._session.keeping.parting is None
        self.saved.setText("⚠ Не сохранено, повторяю" if retried else "⚠ Не сохранено")
        set_tip(self.saved, why)
        self.saved.setAccessibleDescription(why)
