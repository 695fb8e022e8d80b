"""The pieces of the verdict: a ground's card, an article that unfolds, the choice of the count."""

from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from desktop_app.interview.form import question_at
from desktop_app.law.parameters import Provision
from desktop_app.russian.typography import tidy
from desktop_app.window.editors.radios import Radios
from desktop_app.window.look.theme import Sizes, Theme
from desktop_app.window.opened.session import Session
from desktop_app.window.views.pieces import Card, link, words

SIGNS = {"met": "✓", "disputed": "!", "unknown": "?", "not_met": "–"}
ROLES = {"met": "good", "disputed": "care", "unknown": "accent", "not_met": "card"}
# Text of this size leaves no room for a link beside a title.
_LARGE = Sizes().text * 1.5
DAY_COUNT = "answers.day_count"
_TOO_FEW = (
    "Без дня сдачи дней не хватает, а другого основания нет: письмо останется черновиком. "
    "Выберите второй способ, если готовы спорить, или поищите ещё один ремонт."
)


class Fold(QWidget):
    """A link that unfolds what lies under it, and folds it again. `opened` keeps which are open.

    It stands after the words `before` or has the small words `aside` behind it.
    """

    def __init__(
        self,
        key: str,
        ask: str,
        about: str,
        opened: set[str],
        sizes: Sizes,
        *,
        before: str = "",
        aside: str = "",
    ) -> None:
        super().__init__()
        self._key, self._ask, self._about, self._opened = key, ask, about, opened
        self.button: QPushButton = link(ask, self._turn, "", says="")
        self.inside = QWidget()
        self._column = QVBoxLayout(self.inside)
        self._column.setContentsMargins(0, round(sizes.hair), 0, 0)
        self._column.setSpacing(round(sizes.near))
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        if before and sizes.text > _LARGE:
            line.setDirection(QBoxLayout.Direction.TopToBottom)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(round(sizes.near))
        if before:
            line.addWidget(words(before), 1)
        line.addWidget(self.button)
        if aside:
            line.addWidget(words(aside, "small"), 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(line)
        page.addWidget(self.inside)
        self._show()

    def add(self, piece: QWidget) -> None:
        """Put a piece under the link."""
        self._column.addWidget(piece)

    def _turn(self) -> None:
        self._opened ^= {self._key}
        self._show()

    def _show(self) -> None:
        is_open = self._key in self._opened
        self.inside.setVisible(is_open)
        self.button.setText("Свернуть" if is_open else tidy(self._ask))
        state = "развёрнуто" if is_open else "свёрнуто"
        self.button.setAccessibleName(tidy(f"{self._ask} {self._about}"))
        self.button.setAccessibleDescription(state)


def articles(found: tuple[Provision, ...], sizes: Sizes) -> QWidget:
    """Return articles in plain words, each with its name and its place in the law."""
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(round(sizes.hair))
    for norm in found:
        column.addWidget(words(tidy(f"{norm.title} ({norm.citation})")))
        column.addWidget(words(tidy(str(norm.value)), "soft"))
    return frame


class CountChoice(Card):
    """Which count of days the letter rests on, in a disputed case."""

    def __init__(self, session: Session, theme: Theme) -> None:
        place = question_at(DAY_COUNT)
        if place is None:
            raise LookupError(DAY_COUNT)
        self._session, self._question = session, place.question
        super().__init__("card", theme.sizes, place.question.label)
        self.add(words(place.page.lead, ""))
        self.add(words(place.question.hint, "small"))
        self.radios = Radios(theme, self)
        self.radios.setAccessibleName(place.question.label)
        self.radios.offer(place.question.choices)
        for line in self.radios.lines:
            line.radio.setAccessibleDescription(line.choice.meaning)
        self.radios.setEnabled(not session.reading)
        self.add(self.radios)
        self.too_few = words(tidy(_TOO_FEW), "said")
        self.add(self.too_few)
        self._follow("")
        self.radios.group.idClicked.connect(self._choose)
        session.changed.connect(self._follow)

    def _choose(self, index: int) -> None:
        self._session.settle()
        self._session.choose(self._question, None, self._question.choices[index].value)

    def _follow(self, _path: str) -> None:
        chosen = self._session.case.answers.day_count
        values = [choice.value for choice in self._question.choices]
        self.radios.mark(values.index(chosen) if chosen in values else None)
        hangs = any(obstacle.path == DAY_COUNT for obstacle in self._session.obstacles)
        self.too_few.setVisible(hangs)


def inset(frame: QFrame, sizes: Sizes) -> None:
    """Give a card the roomier edges of one that holds a picture."""
    edge = round(sizes.wide)
    layout = frame.layout()
    if layout is not None:
        layout.setContentsMargins(edge, edge, edge, edge)
