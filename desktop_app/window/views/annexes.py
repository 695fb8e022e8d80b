"""«Документы»: the annexes that the facts make, and what helps where there is no paper."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QLayout, QWidget

from desktop_app.advice.unproved import Unproved, named_by, unproved
from desktop_app.letter.annexes import CALCULATED, Annex, annexes
from desktop_app.russian.numbers import sheets
from desktop_app.russian.typography import tidy
from desktop_app.window.views.following import FollowingView
from desktop_app.window.views.parts import Part
from desktop_app.window.views.pieces import Card, beside, column, link, rule, words


class AnnexesView(FollowingView):
    """The list of annexes, numbered as in the letter, each with the answers that name it."""

    def lead(self) -> str:
        """Return the sentence below the title."""
        return tidy(
            "Этот список встанет в конец письма. Прикладывайте копии, подлинники оставьте себе."
        )

    def parts(self) -> Iterator[Part]:
        """Yield the annexes, then the facts that no paper shows."""
        found = annexes(self.session.asked_case, self.session.kind, self.session.assessment)
        yield Part("annexes", found, partial(self._annexes, found))
        without = tuple(unproved(self.session.case))
        if without:
            yield Part("unproved", without, partial(self._without, without))

    def _annexes(self, found: tuple[Annex, ...]) -> QWidget:
        card = Card("card", self.sizes, "Приложения к письму")
        if not found:
            card.add(words(tidy("Пока ни один ответ не называет документа."), "soft"))
        for number, annex in enumerate(found):
            if number:
                card.add(rule())
            card.add(self._annex(annex))
        return card

    def _annex(self, annex: Annex) -> QLayout:
        title = words(f"{annex.number}. {annex.title}{_sheets(annex)}")
        if CALCULATED in annex.paths:
            made = words(tidy("Программа составит его сама, по ответам о ремонтах."), "small")
            return column(self.sizes, title, made)
        links = QWidget()
        links.setLayout(column(self.sizes, *self._links(annex), spacing=0))
        return beside(self.sizes, column(self.sizes, title), links)

    def _links(self, annex: Annex) -> Iterator[QWidget]:
        for path in annex.paths:
            name = f"Изменить приложение {annex.number}: {named_by(path)}"
            yield link(named_by(path), partial(self.ask, path), name, says=annex.title)

    def _without(self, found: tuple[Unproved, ...]) -> QWidget:
        card = Card("care", self.sizes, "Здесь документа нет — что поможет")
        for number, fact in enumerate(found):
            if number:
                card.add(rule())
            card.add(self._fact(fact))
        return card

    def _fact(self, fact: Unproved) -> QLayout:
        state = "Вы ответили: документа нет." if fact.said else "Документ пока не назван."
        text = column(
            self.sizes,
            words(fact.label, "label"),
            words(f"{fact.about}. {state}", "small"),
            words(fact.instead),
        )
        name = f"Назвать документ: {fact.about}"
        tell = link("Назвать", partial(self.ask, fact.path), name, says=state)
        return beside(self.sizes, text, tell)


def _sheets(annex: Annex) -> str:
    return f", {sheets(annex.sheets)}" if annex.sheets else ""
