"""The place where the pages lie: it scrolls, and keeps the eye where it is when they change."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from desktop_app.packet.preview import Stretch
from desktop_app.window.look.theme import Theme
from desktop_app.window.preview.sheets import Sheets

_AROUND, _LEAST = 40, 60


class Desk(QScrollArea):
    """Holds the sheets."""

    def __init__(self, sheets: Sheets, theme: Theme) -> None:
        super().__init__(widgetResizable=True)
        self._sheets = sheets
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(sheets)
        self.setProperty("role", "reading")
        # By its name, or the ground would be painted behind all that lies on it.
        self.viewport().setObjectName("desk")
        self.viewport().setStyleSheet(f"#desk {{ background: {theme.colours.desk}; }}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(_LEAST)

    def zoom(self, scale: float | None) -> None:
        """Show the pages at pixels for a point; None fills the width."""
        self._sheets.zoom = scale
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if scale is None else policy.ScrollBarAsNeeded
        )
        self._sheets.fit()
        self._sheets.update()

    def show_stretch(self, stretch: Stretch) -> None:
        """Scroll to a stretch of the letter."""
        at = self._sheets.on_desk(stretch).center().toPoint()
        self.ensureVisible(at.x(), at.y(), _AROUND, min(120, self.viewport().height() // 3))

    def sees(self, stretch: Stretch) -> bool:
        """Whether a stretch is in sight, at least a part of it."""
        top = self.verticalScrollBar().value()
        seen = QRectF(0, top, self._sheets.width(), self.viewport().height())
        return seen.intersects(self._sheets.on_desk(stretch))

    def anchor(self) -> tuple[str, float] | None:
        """Return the text of the paragraph where the eye is, and how far below the edge it is."""
        preview = self._sheets.preview
        top = self.verticalScrollBar().value()
        for told in preview.paragraphs if preview else ():
            at = self._sheets.on_desk(told.stretches[0]).top()
            if at >= top:
                return told.text, at - top
        return None

    def keep(self, anchor: tuple[str, float] | None) -> None:
        """Bring that paragraph back to where it was."""
        preview = self._sheets.preview
        if preview is None or anchor is None:
            return
        text, below = anchor
        same = next((told for told in preview.paragraphs if told.text == text), None)
        if same is not None:
            at = self._sheets.on_desk(same.stretches[0]).top()
            self.verticalScrollBar().setValue(round(at - below))
