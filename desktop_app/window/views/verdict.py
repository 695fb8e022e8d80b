"""The step «Что говорит закон»: the grounds with their arithmetic, and which way is open."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from desktop_app.advice.verdict import (
    STATES,
    Way,
    check_first,
    is_asked,
    lead_of,
    missing_answer,
    norms,
    shop_answers,
    stopping,
    title_of,
    verdict_line,
    ways,
    why_of,
)
from desktop_app.assessment.model import Finding, Ground
from desktop_app.law.book import load_law_book
from desktop_app.russian.typography import tidy
from desktop_app.window.form.timeline_view import TimelineView
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session
from desktop_app.window.views.following import FollowingView
from desktop_app.window.views.parts import Part
from desktop_app.window.views.pieces import Card, link, words
from desktop_app.window.views.verdict_cards import (
    ROLES,
    SIGNS,
    CountChoice,
    Fold,
    articles,
    inset,
)

__all__ = ["VerdictView", "verdict_line"]


class VerdictView(FollowingView):
    """A card for every ground, the picture of the days, what the shop will answer."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self._theme = theme
        self._opened: set[str] = set()
        self.timeline: TimelineView | None = None
        super().__init__(session, theme)

    def lead(self) -> str:
        """Return the sentence under the title of the step."""
        return lead_of(self.session.assessment, self.session.kind)

    def minimumSizeHint(self) -> QSize:
        """Leave the height to the width: the layout's least height is that of narrow labels."""
        return QSize(super().minimumSizeHint().width(), 1)

    def parts(self) -> Iterator[Part]:
        """Yield what stops, the strongest ground, the days, the other grounds, the shop."""
        told, kind = self.session.assessment, self.session.kind
        abroad = stopping(told.findings, "country_not_russia")
        if abroad:
            # What the law of Russia would say of it is of no use, and a green card would mislead.
            yield Part("abroad", abroad, partial(self._abroad, abroad))
            return
        grounds = [ground for ground in told.grounds if ground.id in kind.grounds]
        carrying = [ground for ground in grounds if ground.carries]
        nothing = stopping(told.findings, "no_ground")
        if nothing and not carrying:
            todo = self._next_steps(grounds)
            yield Part("nothing", (nothing, todo), partial(self._nothing, nothing, todo))
        for ground in carrying[:1]:
            yield self._part(ground, spare=False)
        if any("end_days" in ground.why for ground in carrying):
            yield Part("count", True, partial(CountChoice, self.session, self._theme))
        if any(repair.days_inclusive for repair in told.repairs):
            yield Part("days", True, self._days)
        for ground in carrying[1:]:
            yield self._part(ground, spare=True)
        if carrying:
            for number, finding in enumerate(shop_answers(told.findings, self.session.case)):
                yield Part(f"shop{number}", finding, partial(self._shop, finding))
        for ground in (g for g in grounds if not g.carries):
            yield self._part(ground, spare=False)

    def _part(self, ground: Ground, spare: bool) -> Part:
        if not ground.carries:
            todo = self._ways(ground)
            return Part(ground.id, (ground, todo), partial(self._folded, ground, todo))
        answer = check_first(ground, self.session.asked_case)
        return Part(
            ground.id, (ground, spare, answer), partial(self._ground, ground, spare, answer)
        )

    def _ways(self, ground: Ground) -> tuple[Way, ...]:
        answer = missing_answer(ground)
        if answer is not None:
            return (answer,)
        return ways(ground, self.session.asked_case, self.session.assessment)

    def _ground(self, ground: Ground, spare: bool, answer: Way | None) -> QWidget:
        name = f"{SIGNS[ground.status]}\u2002{title_of(ground)}"
        card = self._card(
            ROLES[ground.status], name, f"{title_of(ground)}: {STATES[ground.status]}"
        )
        if spare:
            card.add(words(tidy("Запасное основание"), "small"))
        card.add(words(ground.reason))
        if ground.id == "unusable_over_30_days" and ground.status == "met":
            card.add(words(tidy("Дни сдачи в этот счёт не входят: так он надёжнее.")))
        for sentence in why_of(ground):
            card.add(words(sentence))
        if answer is not None:
            card.add(self._link(answer.link, answer.path, title_of(ground)))
        fold = self._fold(ground, "Почему так?", aside=ground.citation)
        self._explain(fold, ground)
        card.add(fold)
        return card

    def _folded(self, ground: Ground, todo: tuple[Way, ...]) -> QWidget:
        """Return a ground that does not hold, in one line until it is asked about."""
        title = title_of(ground)
        card = self._card("card", "", f"{title}: {STATES[ground.status]}")
        ask = "Почему нет?" if ground.status == "not_met" else "Чего не хватает?"
        fold = self._fold(ground, ask, before=f"{SIGNS[ground.status]}\u00a0{title}")
        fold.add(words(ground.reason))
        for way in todo:
            if way.sentence:
                fold.add(words(way.sentence))
            if way.link:
                fold.add(self._link(way.link, way.path, way.sentence or title))
        self._explain(fold, ground)
        card.add(fold)
        return card

    def _next_steps(self, grounds: list[Ground]) -> tuple[Way, ...]:
        """Return what is to be answered; where all is told, what else may help."""
        unknown = [ground for ground in grounds if ground.status == "unknown"]
        found = [way for ground in unknown or grounds for way in self._ways(ground) if way.link]
        return tuple({way.path: way for way in found}.values())

    def _nothing(self, finding: Finding, todo: tuple[Way, ...]) -> QWidget:
        """Return the calm card where no ground holds: the next step, not an error."""
        title = tidy("Что можно сделать сейчас")
        card = self._card("accent", title, title)
        card.add(words(finding.message))
        for way in todo:
            if way.sentence:
                card.add(words(way.sentence))
            card.add(self._link(way.link, way.path, way.sentence or finding.message))
        card.add(
            words(
                tidy("Ничего не пропало: ответы сохранены, продолжить можно в любой день."), "small"
            )
        )
        return card

    def _abroad(self, finding: Finding) -> QWidget:
        card = self._card("care", tidy("Другая страна"), tidy("Другая страна"))
        card.add(words(finding.message))
        card.add(self._link("Проверить страну", "country", finding.message))
        return card

    def _shop(self, finding: Finding) -> QWidget:
        title = tidy("Что ответит магазин")
        card = self._card("care", title, title)
        card.add(words(finding.message))
        if is_asked(finding.field):
            card.add(self._link("Открыть ответ", finding.field or "", finding.message))
        return card

    def _days(self) -> QWidget:
        card = self._card("card", "", tidy("Дни в ремонте"))
        inset(card, self.sizes)
        self.timeline = TimelineView(self.session, self._theme, card)
        self.timeline.repair_wanted.connect(self._open_repair)
        card.add(self.timeline)
        return card

    def _open_repair(self, index: int) -> None:
        self.ask(f"repairs[{index}].handed_over")

    def _card(self, role: str, title: str, name: str) -> Card:
        card = Card(role, self.sizes, title)
        card.setAccessibleName(name)
        return card

    def _link(self, text: str, path: str, about: str) -> QWidget:
        return link(
            text, partial(self.ask, path), tidy(f"{text}: {about}"), says="Ведёт к вопросу."
        )

    def _fold(self, ground: Ground, ask: str, before: str = "", aside: str = "") -> Fold:
        about = title_of(ground)
        return Fold(ground.id, ask, about, self._opened, self.sizes, before=before, aside=aside)

    def _explain(self, fold: Fold, ground: Ground) -> None:
        day = self.session.assessment.law_as_of
        fold.add(articles(norms(ground.citation, load_law_book().law, day), self.sizes))
