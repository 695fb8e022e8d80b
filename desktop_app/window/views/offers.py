"""The step «Чего требовать»: the kinds of claim side by side, in days and money."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.advice.offers import Offer, offers
from desktop_app.window.views.following import FollowingView
from desktop_app.window.views.parts import Part
from desktop_app.window.views.pieces import Card, words


class OffersView(FollowingView):
    """A card for each kind of claim; the one chosen stands out, in words too."""

    def parts(self) -> Iterator[Part]:
        """Yield a card for each kind."""
        for offer in offers(self.session.case, self.session.today):
            yield Part(offer.id, offer, partial(self._card, offer))

    def _card(self, offer: Offer) -> QWidget:
        card = Card("accent" if offer.chosen else "card", self.sizes, offer.title)
        if offer.chosen:
            card.add(words("Выбрано", "small"))
        for sentence in offer.sentences:
            card.add(words(f"• {sentence}"))
        return card
