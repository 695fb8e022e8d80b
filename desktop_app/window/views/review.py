"""«Проверьте ответы»: what stands in the way, what the shop will say, every answer."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QLayout, QWidget

from desktop_app.advice.unproved import Unproved, unproved
from desktop_app.assessment.model import Finding
from desktop_app.interview.obstacles import WHOLE_CASE, Obstacle, obstacles, open_questions
from desktop_app.interview.question import Step
from desktop_app.interview.steps import STEPS
from desktop_app.russian.typography import tidy
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session
from desktop_app.window.views.answers import Findings, Told, place_of, sorted_findings, told_in
from desktop_app.window.views.following import FollowingView
from desktop_app.window.views.obstacles import ObstacleCard, StoppingCard
from desktop_app.window.views.parts import Part
from desktop_app.window.views.pieces import Card, beside, button, column, link, row, rule, words
from desktop_app.window.views.told_card import question_and_answer, told_card

_AND_BACK = "Ведёт к вопросу, а оттуда обратно сюда."
_AGREED = "Замечание больше не показывается, пока не изменятся ответы."
_WITHDRAWN = "Замечание снова встанет среди открытых."


class ReviewView(FollowingView):
    """All answers of the case with «Изменить», above them what is to be looked at."""

    at_once = 3

    def __init__(self, session: Session, theme: Theme) -> None:
        self._accepted_open = False
        super().__init__(session, theme)

    def lead(self) -> str:
        """Return the sentence below the title."""
        return tidy(
            "Прочитайте, как программа поняла ваши ответы. Любой можно изменить, остальное "
            "сохранится."
        )

    def parts(self) -> Iterator[Part]:
        """Yield errors, open questions, risks, notes, then the answers of each step."""
        yield from self._obstacle_parts()
        stopped = any(obstacle.stops for obstacle in self.session.obstacles)
        # Where there is no letter, what the shop would say to it is of no use.
        found = Findings() if stopped else sorted_findings(self.session)
        if found.doubtful:
            yield Part("doubtful", found.doubtful, partial(self._doubtful, found.doubtful))
        if found.shop:
            yield Part("shop", found.shop, partial(self._shop, found.shop))
        if found.accepted:
            content = (found.accepted, self._accepted_open)
            yield Part("accepted", content, partial(self._accepted, found.accepted))
        if found.notes:
            yield Part("notes", found.notes, partial(self._notes, found.notes))
        without = () if stopped else tuple(unproved(self.session.case))
        if without:
            yield Part("unproved", without, partial(self._unproved, without))
        for step in STEPS:
            told = told_in(self.session.case, step)
            if told:
                yield Part(step.id, told, partial(self._step, step, told))

    def _obstacle_parts(self) -> Iterator[Part]:
        session = self.session
        wrong = obstacles(*session.told)
        wanting = open_questions(*session.told)
        if any(obstacle.stops for obstacle in wrong):
            yield Part("stopping", wrong, partial(self._stopping, wrong))
        elif wrong:
            yield Part("wrong", wrong, partial(self._wrong, wrong))
        if wanting:
            yield Part("wanting", wanting, partial(self._wanting, wanting))
        if not wrong and not wanting:
            yield Part("ready", (), self._ready)

    def _wrong(self, found: tuple[Obstacle, ...]) -> QWidget:
        return ObstacleCard("bad", self.sizes, "Без этого письма нет", found, "Исправить", self.ask)

    def _stopping(self, found: tuple[Obstacle, ...]) -> QWidget:
        ways = partial(self.ask, WHOLE_CASE)
        return StoppingCard(self.sizes, found, "Почему письма пока нет", ways)

    def _wanting(self, found: tuple[Obstacle, ...]) -> QWidget:
        return ObstacleCard("care", self.sizes, "Ответьте и на это", found, "Исправить", self.ask)

    def _ready(self) -> QWidget:
        card = Card("good", self.sizes, "✓ Всё нужное для письма есть")
        card.add(words(tidy("Проверьте ответы ниже и продолжайте.")))
        return card

    def _doubtful(self, found: tuple[Finding, ...]) -> QWidget:
        card = Card("care", self.sizes, "Нет ли здесь описки?")
        self._add_risks(card, found, "Всё верно")
        return card

    def _shop(self, found: tuple[Finding, ...]) -> QWidget:
        card = Card("care", self.sizes, "Что ответит магазин")
        card.add(
            words(tidy("Письмо можно отправить и так. Подумайте, чем ответить на это."), "soft")
        )
        self._add_risks(card, found, "Понимаю, всё верно")
        return card

    def _unproved(self, found: tuple[Unproved, ...]) -> QWidget:
        card = Card("card", self.sizes, "Без документа")
        card.add(words(tidy("Эти факты магазин может оспорить: бумаги о них нет."), "soft"))
        for fact in found:
            text = column(self.sizes, words(fact.about, "label"), words(fact.label, "small"))
            go = partial(self.ask, fact.path)
            name = f"Назвать документ: {fact.about}"
            card.add(beside(self.sizes, text, link("Назвать", go, name, says=_AND_BACK)))
        return card

    def _add_risks(self, card: Card, found: tuple[Finding, ...], agree: str) -> None:
        for number, finding in enumerate(found):
            if number:
                card.add(rule())
            card.add(self._said(finding))
            take = partial(self.session.accept_risk, finding)
            agreed = button(agree, take, name=f"{agree}: {finding.message}", says=_AGREED)
            agreed.setEnabled(not self.session.reading)
            card.add(row(self.sizes, agreed, *self._change(finding)))

    def _accepted(self, found: tuple[Finding, ...]) -> QWidget:
        card = Card("card", self.sizes)
        sign = "▾" if self._accepted_open else "▸"
        state = "показаны" if self._accepted_open else "скрыты"
        fold = link(
            f"{sign} Вы сказали «всё верно»: {len(found)}",
            self._fold,
            f"Принятые замечания, их {len(found)}, {state}",
            says="Показывает и скрывает их.",
        )
        card.add(row(self.sizes, fold))
        for finding in found if self._accepted_open else ():
            card.add(rule())
            back = partial(self.session.withdraw_acceptance, finding)
            name = f"Вернуть замечание: {finding.message}"
            card.add(self._said(finding))
            again = link("Вернуть", back, name, says=_WITHDRAWN)
            again.setEnabled(not self.session.reading)
            card.add(row(self.sizes, again))
        return card

    def _fold(self) -> None:
        self._accepted_open = not self._accepted_open
        self.refresh()

    def _notes(self, found: tuple[Finding, ...]) -> QWidget:
        card = Card("card", self.sizes, "Полезно знать")
        for number, finding in enumerate(found):
            if number:
                card.add(rule())
            card.add(self._said(finding))
            change = self._change(finding)
            if change:
                card.add(row(self.sizes, *change))
        return card

    def _said(self, finding: Finding) -> QLayout:
        pieces = [words(finding.message)]
        if finding.citation:
            pieces.append(words(tidy(f"Закон: {finding.citation}"), "small"))
        return column(self.sizes, *pieces)

    def _change(self, finding: Finding) -> list[QWidget]:
        place = place_of(finding)
        if place is None:
            return []
        name = f"Изменить: {place.question.label}"
        return [link("Изменить", partial(self.ask, place.path), name, says=_AND_BACK)]

    def _step(self, step: Step, told: tuple[Told, ...]) -> QWidget:
        return told_card(step.title, told, self.sizes, self._answer)

    def _answer(self, told: Told) -> QLayout:
        text = question_and_answer(told, self.sizes)
        name = f"Изменить: {told.row + '. ' if told.row else ''}{told.label}"
        change = partial(self.ask, told.path)
        now = f"Сейчас: {told.answer}. {_AND_BACK}"
        return beside(self.sizes, text, link("Изменить", change, name, says=now))
