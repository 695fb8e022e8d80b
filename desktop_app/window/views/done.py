"""«Готово»: the documents, and what to do next until when."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.advice.calendar_file import NAME, calendar_file
from desktop_app.advice.lead import done_lead
from desktop_app.advice.next_steps import next_steps
from desktop_app.advice.status import milestones
from desktop_app.advice.step import NextStep
from desktop_app.errors import UserError
from desktop_app.interview.obstacles import WHOLE_CASE, Obstacle
from desktop_app.russian.typography import tidy
from desktop_app.window.look.announce import announce
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session
from desktop_app.window.remembered import remembered
from desktop_app.window.views.following import FollowingView
from desktop_app.window.views.obstacles import ObstacleCard, StoppingCard
from desktop_app.window.views.outside import Outside
from desktop_app.window.views.parts import Part
from desktop_app.window.views.pieces import Card, breakable, button, column, row, rule, words
from desktop_app.window.views.save_card import FOLDER_SETTING, SaveCard

HANDING, ANSWER = "delivery.channel", "delivery.response.kind"
_DAYS = "Файл со сроками этого дела: его открывает любой календарь."
_ANSWER = "Что ответил магазин, когда и сколько вернул."
_HANDING = "Как и когда письмо отдано: от этого дня идёт срок ответа."


class DoneView(FollowingView):
    """The end of the form: the packet, or what is still missing; then the next steps.

    `saved` tells the paths of the files written.
    """

    saved = Signal(list)

    def __init__(self, session: Session, theme: Theme, outside: Outside | None = None) -> None:
        self._outside = outside or Outside()
        self.save_card: SaveCard | None = None
        super().__init__(session, theme)

    def lead(self) -> str:
        """Return the sentence below the title."""
        session = self.session
        found = session.obstacles
        if not found:
            return done_lead(session.asked_case, session.assessment, session.today)
        if any(obstacle.stops for obstacle in found):
            return tidy("Этого письма сейчас не составить. Вот почему; ответы сохранены.")
        return tidy("Осталось немного. Всё, что вы ответили, сохранено.")

    def parts(self) -> Iterator[Part]:
        """Yield what is in the way or missing, the saving, the next steps of a whole letter."""
        session = self.session
        found = session.obstacles
        if any(obstacle.stops for obstacle in found):
            yield Part("stopping", found, partial(self._stopping, found))
        elif found:
            yield Part("missing", found, partial(self._missing, found))
        yield Part("save", bool(found), partial(self._save, bool(found)))
        if not found:
            steps = next_steps(session.asked_case, session.kind, session.assessment, session.today)
            answerable = session.asked_case.delivery is not None
            yield Part("steps", (steps, answerable), partial(self._steps, steps, answerable))

    def _stopping(self, found: tuple[Obstacle, ...]) -> QWidget:
        ways = partial(self.ask, WHOLE_CASE)
        return StoppingCard(self.sizes, found, "Почему письма не будет", ways)

    def _missing(self, found: tuple[Obstacle, ...]) -> QWidget:
        title = "Чтобы письмо было готово, ответьте ещё на это"
        return ObstacleCard("care", self.sizes, title, found, "Ответить", self.ask)

    def _save(self, draft: bool) -> QWidget:
        self.save_card = SaveCard(self.session, self.theme, draft, self._outside)
        self.save_card.saved.connect(self.saved)
        return self.save_card

    def _steps(self, steps: tuple[NextStep, ...], answerable: bool) -> QWidget:
        card = Card("card", self.sizes, "Что делать дальше")
        for number, step in enumerate(steps, start=1):
            if number > 1:
                card.add(rule())
            pieces = [words(f"{number}. {step.title}", "label"), words(step.text)]
            if step.citation:
                pieces.append(words(f"Закон: {step.citation}", "small"))
            card.add(column(self.sizes, *pieces))
        ways = [button("Отметить вручение", partial(self.ask, HANDING), says=_HANDING)]
        if answerable:
            ways.append(button("Отметить ответ", partial(self.ask, ANSWER), says=_ANSWER))
        ways.append(button("Сроки в календарь…", self._save_days, says=_DAYS))
        card.add(row(self.sizes, *ways))
        self._said = words("", "soft")
        self._said.hide()
        card.add(self._said)
        return card

    def _save_days(self) -> None:
        """Write the days of the case as a file that the person's calendar opens."""
        session = self.session
        start = remembered(session.register, FOLDER_SETTING)
        folder = self._outside.choose_folder(self, start)
        if folder is None:
            return
        told = session.asked_case, session.kind, session.assessment
        found = milestones(*told, session.today)
        content = calendar_file(session.id, _about(session), found, session.today)
        try:
            (path,) = self._outside.write({NAME: content}, folder)
        except UserError as error:
            self._tell(str(error))
            return
        self._tell(f"Сохранено: «{path.name}». Откройте файл, и календарь возьмёт сроки.")

    def _tell(self, text: str) -> None:
        self._said.setText(breakable(tidy(text)))
        self._said.setAccessibleName(tidy(text))
        self._said.show()
        announce(self._said, tidy(text))


def _about(session: Session) -> str:
    """Return what the calendar calls the case: the goods and the shop."""
    case = session.asked_case
    return ", ".join(part for part in (case.purchase.item, case.seller.name) if part)
