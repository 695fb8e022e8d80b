"""What is due: the days of this week and the shops that are late, above the list of cases."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.register.finding import WEEK, Due, Order, Query, count, due, page
from desktop_app.register.register import Register
from desktop_app.russian.dates import full
from desktop_app.russian.numbers import counted
from desktop_app.russian.typography import tidy
from desktop_app.window.cases.case_words import heading
from desktop_app.window.look.theme import Theme
from desktop_app.window.look.wrapped_link import WrappedLink
from desktop_app.window.views.pieces import breakable, link, words

_MOST = 3
_OVERDUE = Query(order="next_day", state="overdue")
_SAYS = "Открыть это дело."


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the card: its words, and the case it opens, None for the whole list."""

    text: str
    case_id: UUID | None = None
    state: str = ""


class DueCard(QFrame):
    """Today's days first, then the week's, then how many shops are late.

    A line opens its case; what does not fit is counted, and `show_all` shows it: with an order of
    the list, and the words of a status where only such cases are meant.
    """

    def __init__(
        self,
        theme: Theme,
        open_case: Callable[[UUID], None],
        show_all: Callable[[Order, str], None],
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName("Сроки")
        self._open, self._show_all = open_case, show_all
        self._column = QVBoxLayout(self)
        edge = round(theme.sizes.gap)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(round(theme.sizes.hair))
        self._said: list[_Line] = []
        self.lines: list[QWidget] = []

    @property
    def is_empty(self) -> bool:
        """Whether nothing is due."""
        return not self._said

    def tell(self, register: Register, today: date) -> bool:
        """Read what is due on `today` and in the week after it; say whether it is another now.

        Raises UserError where the register can't be read.
        """
        said = _lines(register, today)
        if said == self._said:
            return False
        self._said = said
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._column.addWidget(words("Сроки", "section"))
        self.lines = [self._made(line) for line in said]
        for made in self.lines:
            self._column.addWidget(made)
        return True

    def _made(self, line: _Line) -> QWidget:
        if line.case_id is None:
            order: Order = "status" if line.state else "next_day"
            show = partial(self._show_all, order, line.state)
            return link(line.text, show, line.text, says="Показать эти дела в списке.")
        made = WrappedLink(breakable(line.text), self)
        made.setAccessibleName(line.text)
        made.setAccessibleDescription(_SAYS)
        made.clicked.connect(partial(_do, self._open, line.case_id))
        return made


def _do(open_case: Callable[[UUID], None], case_id: UUID, _checked: bool = False) -> None:
    open_case(case_id)


def _lines(register: Register, today: date) -> list[_Line]:
    days = due(register, today, today + WEEK)
    said = [_Line(_soon(one, today), one.row.id) for one in days[:_MOST]]
    if len(days) > _MOST:
        more = counted(len(days) - _MOST, "срок", "срока", "сроков")
        said.append(_Line(tidy(f"Ещё {more} в ближайшие семь дней")))
    late = count(register, _OVERDUE)
    if late == 1:
        row = page(register, _OVERDUE, 0, 1)[0]
        status = row.status or ""
        text = tidy(f"{status[:1].upper()}{status[1:]} — {heading(row)}")
        said.append(_Line(text, row.id))
    elif late:
        cases = counted(late, "деле", "делах", "делах")
        said.append(_Line(tidy(f"Магазин опоздал с ответом: в {cases}"), state="просрочено"))
    return said


def _soon(one: Due, today: date) -> str:
    title = f"{one.title[:1].lower()}{one.title[1:]}"
    return tidy(f"{_when(one.day, today)}: {title} — {heading(one.row)}")


def _when(day: date, today: date) -> str:
    if day == today:
        return "Сегодня"
    return "Завтра" if day == today + timedelta(days=1) else full(day)
