"""What is due: the days of this week and the shops that are late, above the list of cases."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app.register.finding import WEEK, Query, due, page
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


class DueCard(QFrame):
    """Each line opens its case; `all_wanted` shows the whole list by its days."""

    def __init__(
        self, theme: Theme, open_case: Callable[[UUID], None], show_all: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName("Сроки")
        self._open, self._show_all = open_case, show_all
        self._column = QVBoxLayout(self)
        edge = round(theme.sizes.gap)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(round(theme.sizes.hair))
        self._said: list[tuple[str, UUID]] = []

    @property
    def is_empty(self) -> bool:
        """Whether nothing is due."""
        return not self._said

    def tell(self, register: Register, today: date) -> None:
        """Read what is due on `today` and in the week after it, and which shops are late.

        Raises UserError where the register can't be read.
        """
        said = list(_late(register)) + list(_soon(register, today))
        if said == self._said:
            return
        self._said = said
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._column.addWidget(words("Сроки", "section"))
        for text, case_id in said[:_MOST]:
            line = WrappedLink(breakable(text), self)
            line.setAccessibleName(text)
            line.setAccessibleDescription(_SAYS)
            line.clicked.connect(partial(_do, self._open, case_id))
            self._column.addWidget(line)
        if len(said) > _MOST:
            more = tidy(f"Ещё {counted(len(said) - _MOST, 'срок', 'срока', 'сроков')}")
            says = "Показать дела по порядку сроков."
            self._column.addWidget(link(more, self._show_all, more, says=says))


def _do(open_case: Callable[[UUID], None], case_id: UUID, _checked: bool = False) -> None:
    open_case(case_id)


def _late(register: Register) -> Iterator[tuple[str, UUID]]:
    for row in page(register, _OVERDUE):
        status = row.status or ""
        yield tidy(f"{status[:1].upper()}{status[1:]} — {heading(row)}"), row.id


def _soon(register: Register, today: date) -> Iterator[tuple[str, UUID]]:
    for one in due(register, today, today + WEEK):
        title = f"{one.title[:1].lower()}{one.title[1:]}"
        yield tidy(f"{_when(one.day, today)}: {title} — {heading(one.row)}"), one.row.id


def _when(day: date, today: date) -> str:
    if day == today:
        return "Сегодня"
    return "Завтра" if day == today + timedelta(days=1) else full(day)
