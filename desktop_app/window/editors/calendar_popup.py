"""The calendar that opens from the line of a day: Russian, Monday first."""

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from desktop_app.russian.typography import tidy
from desktop_app.window.editors.parts import without_margins
from desktop_app.window.look.theme import Theme, qt_palette


class CalendarPopup(QFrame):
    """A month to choose a day from: arrows move, Enter chooses, Esc closes."""

    chosen = Signal(date)

    def __init__(self, theme: Theme, label: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setPalette(qt_palette(theme.colours))
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(QLocale(QLocale.Language.Russian, QLocale.Country.Russia))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setDateEditEnabled(False)
        self.calendar.setAccessibleName(tidy(f"Календарь: {label}"))
        plain = QTextCharFormat()
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekend, plain)
        self._name_arrows()
        text = theme.sizes.text
        self.calendar.setMinimumSize(round(26 * text), round(19 * text))
        self.setStyleSheet(_style(theme))
        column = QVBoxLayout(self)
        without_margins(column, 0)
        column.addWidget(self.calendar)
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        for part in self.calendar.findChildren(QWidget):
            part.installEventFilter(self)

    def open_below(self, field: QWidget, day: date) -> None:
        """Show the month of `day` below a field, inside the screen."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        place = field.mapToGlobal(QPoint(0, field.height()))
        screen = field.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        if place.y() + self.height() > screen.bottom():
            above = field.mapToGlobal(QPoint(0, 0)).y() - self.height()
            place.setY(max(screen.top(), above))
        self.move(place)
        self.show()
        self.calendar.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on Esc before the calendar sees it: to the calendar it means «chosen»."""
        if event.type() == QEvent.Type.KeyPress:
            key = cast(QKeyEvent, event)
            if key.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def _name_arrows(self) -> None:
        """Give the arrows words and letters: Qt's pictures are black in the dark too."""
        arrows = (
            ("qt_calendar_prevmonth", "‹", "Предыдущий месяц"),
            ("qt_calendar_nextmonth", "›", "Следующий месяц"),
        )
        for name, letter, words in arrows:
            arrow = self.calendar.findChild(QToolButton, name)
            if arrow is not None:
                arrow.setIcon(QIcon())
                arrow.setText(letter)
                arrow.setToolTip(words)
                arrow.setAccessibleName(words)
        for name, words in (
            ("qt_calendar_monthbutton", "Месяц"),
            ("qt_calendar_yearbutton", "Год"),
        ):
            for part in self.calendar.findChildren(QToolButton, name):
                part.setAccessibleName(words)

    def _choose(self, day: QDate) -> None:
        if self.isVisible():
            self.close()
            self.chosen.emit(date(day.year(), day.month(), day.day()))


def _style(theme: Theme) -> str:
    c, s = theme.colours, theme.sizes
    return f"""
CalendarPopup {{ background: {c.card}; border: 1px solid {c.field_line}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {c.ground};
    padding: {round(s.hair)}px; }}
QCalendarWidget QToolButton {{ background: transparent; border: 1px solid transparent;
    border-radius: {round(s.corner)}px; padding: {round(s.hair)}px {round(s.near)}px;
    min-height: {round(s.target - 12)}px; min-width: {round(s.target - 12)}px;
    font-weight: 600; }}
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus
    {{ background: {c.accent_soft}; border-color: {c.accent}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QAbstractItemView {{ background: {c.card}; color: {c.ink}; border: none;
    alternate-background-color: {c.card}; selection-background-color: {c.accent};
    selection-color: {c.on_accent}; outline: none; }}
QCalendarWidget QAbstractItemView:disabled {{ color: {c.soft}; }}
"""
