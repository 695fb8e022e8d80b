"""Colours and sizes of the window, in one place, for light, dark and every scale.

Contrast of text is at least 4.5 : 1 on its ground. The paper of the letter stays
light in the dark palette.
"""

from dataclasses import dataclass, fields

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette; `on_accent` is text on the accent, `bad` an error."""

    ground: str
    card: str
    line: str
    ink: str
    soft: str
    accent: str
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    care: str
    care_soft: str
    bad: str
    bad_soft: str
    desk: str
    field_line: str


LIGHT = Colours(
    ground="#f6f7f9",
    card="#ffffff",
    line="#e2e5ea",
    ink="#1b1f24",
    soft="#5b6470",
    accent="#2457d6",
    accent_soft="#e9effd",
    on_accent="#ffffff",
    good="#16703f",
    good_soft="#e6f4ec",
    care="#8a5b00",
    care_soft="#fdf3da",
    bad="#b3261e",
    bad_soft="#fcebea",
    desk="#e9ebef",
    field_line="#858d98",
)
DARK = Colours(
    ground="#14171b",
    card="#1c2026",
    line="#2e343c",
    ink="#e8ebef",
    soft="#9aa4b0",
    accent="#7aa2ff",
    accent_soft="#1f2b47",
    on_accent="#0f1216",
    good="#5fcf93",
    good_soft="#15301f",
    care="#f0c060",
    care_soft="#352a10",
    bad="#ff8a80",
    bad_soft="#3a1a18",
    desk="#0f1114",
    field_line="#6c7683",
)
PAPER, PAPER_INK = "#ffffff", "#1b1f24"


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in pixels at 100 %; `scaled` makes those of another scale."""

    title: float = 25
    lead: float = 14
    text: float = 13
    small: float = 12
    hair: float = 4
    near: float = 8
    gap: float = 14
    wide: float = 20
    far: float = 34
    corner: float = 7
    card_corner: float = 10
    target: float = 36
    steps_width: float = 290
    reading_width: float = 620

    def scaled(self, percent: int) -> "Sizes":
        """Return the sizes at `percent` of these, each at least a pixel."""
        return Sizes(
            **{f.name: max(1.0, getattr(self, f.name) * percent / 100) for f in fields(self)}
        )


SCALES = (80, 90, 100, 110, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours and sizes in force."""

    colours: Colours = LIGHT
    sizes: Sizes = Sizes()

    @property
    def dark(self) -> bool:
        """Whether this is the dark palette."""
        return self.colours is DARK


def system_is_dark() -> bool:
    """Whether the system asks for dark windows."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def theme(dark: bool, percent: int) -> Theme:
    """Return the theme of a palette at a scale in percent."""
    return Theme(DARK if dark else LIGHT, Sizes().scaled(percent))


def qt_palette(colours: Colours) -> QPalette:
    """Return Qt's palette of the same colours, for what no style sheet reaches."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.ground,
        QPalette.ColorRole.Base: colours.card,
        QPalette.ColorRole.AlternateBase: colours.ground,
        QPalette.ColorRole.Button: colours.card,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.ToolTipBase: colours.card,
        QPalette.ColorRole.ToolTipText: colours.ink,
        QPalette.ColorRole.PlaceholderText: colours.soft,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Link: colours.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    return palette
