"""A day: the tolerant line, and a calendar as a help."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app.interview.question import Question
from desktop_app.interview.told import value_of
from desktop_app.russian.typography import tidy
from desktop_app.window.editors.calendar_popup import CalendarPopup
from desktop_app.window.editors.line import LineEditor
from desktop_app.window.editors.parts import button
from desktop_app.window.look.flow_layout import FlowLayout
from desktop_app.window.look.icons import dress
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session


class DayEditor(LineEditor):
    """The line for a day; the calendar opens from the button."""

    def __init__(
        self, session: Session, question: Question, row: int | None, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(session, question, row, theme, parent)
        self.button.clicked.connect(self.open_calendar)
        self.popup: CalendarPopup | None = None

    def arrange(self, short: bool) -> None:
        """Put the button beside the line, below it where the column is narrow."""
        self.button = button("plain", "Календарь", self)
        dress(self.button, "calendar", self.theme)
        flow = FlowLayout(self, self.theme.sizes.near)
        flow.addWidget(self.field)
        flow.addWidget(self.button)

    def controls(self) -> list[QWidget]:
        """Return the field and the button."""
        return [self.field, self.button]

    def describe(self, description: str) -> None:
        """Name the field by its label, the button by what it opens."""
        super().describe(description)
        self.button.setAccessibleName(tidy(f"Календарь: {self.question.label}"))
        self.button.setAccessibleDescription(
            tidy(
                "Стрелки выбирают день, Page Up и Page Down — месяц. Enter берёт день, "
                "Esc закрывает."
            )
        )

    def open_calendar(self) -> None:
        """Show the calendar below the line, at the day of the answer or today."""
        if not self.is_there():
            return
        if self.popup is None:
            self.popup = CalendarPopup(self.theme, self.question.label, self)
            self.popup.chosen.connect(self._choose)
        day = value_of(self.session.case, self.question, self.row)
        self.popup.open_below(self.field, day or self.session.today)

    def _choose(self, day: date) -> None:
        self.session.settle()
        self.session.choose(self.question, self.row, day)
        self.session.settle()
        self.refresh()
        self.edited.emit()
        self.field.setFocus()
