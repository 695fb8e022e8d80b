"""The size and the colours the person has chosen, and the application dressed in them."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.register.register import Register
from desktop_app.window.look.style_sheet import style_sheet
from desktop_app.window.look.theme import SCALES, Theme, qt_palette, system_is_dark, theme
from desktop_app.window.remembered import remember, remembered, remembered_number

MODES = {
    "system": "Цвета &как в системе",
    "light": "С&ветлые цвета",
    "dark": "&Тёмные цвета",
}
_USUAL = 100


class Appearance(QObject):
    """`percent` of the usual size; `mode` a key of `MODES`. `changed` comes after each change."""

    changed = Signal()

    def __init__(self, register: Register, parent: QObject) -> None:
        super().__init__(parent)
        self._register = register
        self.percent = remembered_number(register, "scale", _USUAL)
        mode = remembered(register, "theme")
        self.mode = mode if mode in MODES else "system"
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    @property
    def theme(self) -> Theme:
        """The colours and lengths in force."""
        return self._theme

    def scale_by(self, direction: int) -> None:
        """Make everything larger or smaller by one of the scales; 0 is the usual size."""
        near = min(range(len(SCALES)), key=lambda i: abs(SCALES[i] - self.percent))
        index = SCALES.index(_USUAL) if direction == 0 else near + direction
        self.choose(SCALES[min(max(index, 0), len(SCALES) - 1)], self.mode)

    def choose(self, percent: int, mode: str) -> None:
        """Take a size and colours, and remember them."""
        self.percent, self.mode = percent, mode
        remember(self._register, "scale", str(percent))
        remember(self._register, "theme", mode)
        self._apply()
        self.changed.emit()

    def _system_changed(self) -> None:
        if self.mode == "system":
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        dark = system_is_dark() if self.mode == "system" else self.mode == "dark"
        self._theme = theme(dark, self.percent)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(qt_palette(self._theme.colours))
            application.setStyleSheet(style_sheet(self._theme))
