"""The goods: an everyday word is typed, a match of the List is chosen; nothing is guessed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.interview.question import Question
from desktop_app.interview.told import value_of
from desktop_app.russian.typography import tidy
from desktop_app.window.editors.base import Editor
from desktop_app.window.editors.field import Field
from desktop_app.window.editors.goods_list import GoodsList
from desktop_app.window.editors.goods_offers import Offer, offer_of_case, offers_for, whole_list
from desktop_app.window.editors.parts import (
    button,
    mark_problem,
    show_text,
    text_label,
    without_margins,
)
from desktop_app.window.look.theme import Theme
from desktop_app.window.opened.session import Session


class GoodsEditor(Editor):
    """A field to search in, the matches below it, and what was chosen with what it means."""

    def __init__(
        self, session: Session, question: Question, row: int | None, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(session, question, row, theme, parent)
        self.field = Field(self)
        self.list = GoodsList(theme, self)
        self.nothing = text_label("hint", "", self)
        self.whole = button("link", "Показать весь перечень", self)
        self._card = QFrame(self)
        self._chosen = text_label("text", "", self._card)
        self._shown: tuple[Offer, ...] = ()
        self._named = ""
        self._picked: Offer | None = None
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(*[round(theme.sizes.near)] * 4)
        inside.addWidget(self._chosen)
        column = QVBoxLayout(self)
        without_margins(column, theme.sizes.hair)
        for part in (self.field, self.nothing, self.list, self.whole, self._card):
            column.addWidget(part)
        self.field.textEdited.connect(self._search)
        self.field.returnPressed.connect(self.list.enter)
        self.field.left.connect(self.left)
        self.field.installEventFilter(self.list)
        self.list.offer_chosen.connect(self._choose)
        self.list.given_up.connect(self.field.setFocus)
        self.whole.clicked.connect(self._show_whole)
        self._show(())

    def controls(self) -> list[QWidget]:
        """Return the field, the list below it, the link."""
        return [self.field, self.list, self.whole]

    def describe(self, description: str) -> None:
        """Name the field by the label, the list by what it holds."""
        super().describe(description)
        self.field.setAccessibleDescription(
            f"{description} " + tidy("Стрелка вниз ведёт в список, Enter выбирает.")
        )
        self.list.setAccessibleName(tidy("Подходящие товары"))
        self.whole.setAccessibleName(self.whole.text())

    def mark_problem(self, wrong: bool) -> None:
        """Mark the field."""
        mark_problem(self.field, wrong)

    def refresh(self) -> None:
        """Show what is chosen; before that, what the name of the goods suggests."""
        category = value_of(self.session.case, self.question, self.row)
        if self._picked is None or self._picked.category != category:
            self._picked = offer_of_case(self.session.case)
        self._show_picked()
        if not self.field.text() and not self.list.hasFocus():
            item = self.session.case.purchase.item
            self._show(offers_for(item) if item and category is None else ())

    def _search(self, text: str) -> None:
        offers = offers_for(text)
        self._show(offers)
        self.nothing.setVisible(bool(text.strip()) and not offers)
        show_text(
            self.nothing,
            tidy("Такого слова в списке нет. Попробуйте другое или откройте весь перечень."),
        )

    def _show(self, offers: tuple[Offer, ...]) -> None:
        self.nothing.hide()
        if offers != self._shown or bool(offers) is self.list.isHidden():
            self._shown = offers
            self.list.offer(offers)

    def _show_whole(self) -> None:
        self._show(whole_list())
        self.list.enter()

    def _choose(self, offer: Offer) -> None:
        self._picked = offer
        self.session.settle()
        name = offer.word[:1].upper() + offer.word[1:]
        self.session.choose_goods(self.question, offer.category, name, self._named)
        self._named = name
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.clear()
        self._show(())
        self.edited.emit()

    def _show_picked(self) -> None:
        offer = self._picked
        self._card.setVisible(offer is not None)
        if offer is None:
            return
        show_text(self._chosen, tidy(f"Выбрано: {offer.title}. {offer.meaning}"))
        if self._card.property("role") != offer.role:
            self._card.setProperty("role", offer.role)
            self._card.style().unpolish(self._card)
            self._card.style().polish(self._card)
