"""«Документы»: the annexes that the facts make, and what helps where there is no paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QLayout, QWidget

from desktop_app.interview.flow import asked
from desktop_app.interview.form import question_at
from desktop_app.interview.rows import row_name
from desktop_app.interview.told import said_no_document, value_of
from desktop_app.letter.annexes import CALCULATED, Annex, annexes
from desktop_app.russian.numbers import sheets
from desktop_app.russian.typography import tidy
from desktop_app.window.views.following import FollowingView
from desktop_app.window.views.parts import Part
from desktop_app.window.views.pieces import Card, beside, column, link, rule, words

_NO_ANNEX = "purchase.serial_number"
_NAMED_BY = {
    "purchase.receipt": "Покупка",
    "current_defect.diagnostic_act": "Что не работает сейчас",
    "payment.loan.certificate": "Кредит",
    "representative.document": "Представитель",
    CALCULATED: "Ремонты",
}


@dataclass(frozen=True, slots=True)
class Unproved:
    """A fact without a document: its question, and what helps instead."""

    path: str
    label: str
    said: bool
    instead: str


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
        unproved = tuple(self._unproved())
        if unproved:
            yield Part("unproved", unproved, partial(self._without, unproved))

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
        links = QWidget()
        links.setLayout(column(self.sizes, *self._links(annex), spacing=0))
        return beside(self.sizes, column(self.sizes, title), links)

    def _links(self, annex: Annex) -> Iterator[QWidget]:
        for path in annex.paths:
            name = f"Изменить приложение {annex.number}: {_named_by(path)}"
            yield link(_named_by(path), partial(self.ask, path), name, says=annex.title)

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
            words(f"{_named_by(fact.path)}. {state}", "small"),
            words(fact.instead),
        )
        name = f"Назвать документ: {_named_by(fact.path)}"
        tell = link("Назвать", partial(self.ask, fact.path), name, says=state)
        return beside(self.sizes, text, tell)

    def _unproved(self) -> Iterator[Unproved]:
        case = self.session.case
        for place in asked(case):
            question = place.question
            if not question.no_document or question.path == _NO_ANNEX:
                continue
            if value_of(case, question, place.row) is None:
                said = said_no_document(case, question, place.row)
                yield Unproved(place.path, question.label, said, question.no_document)


def _sheets(annex: Annex) -> str:
    return f", {sheets(annex.sheets)}" if annex.sheets else ""


def _named_by(path: str) -> str:
    """Return the short name of the answer that names a document: «Ремонт № 2», «Покупка»."""
    place = question_at(path)
    if place is not None and place.row is not None:
        return row_name(place)
    return _NAMED_BY.get(path, "Ответ")
