"""A card of told answers, row by row: in the review and in an earlier version."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QLayout, QVBoxLayout

from desktop_app.window.look.theme import Sizes
from desktop_app.window.views.answers import Told
from desktop_app.window.views.pieces import Card, column, rule, words

_ROLES: Final = {"told": "", "unread": "problem", "missing": "problem", "optional": "soft"}


def told_card(
    title: str, told: Sequence[Told], sizes: Sizes, laid_out: Callable[[Told], QLayout]
) -> Card:
    """Return the answers of a step, those of a row below its name, each as `laid_out` has it."""
    card = Card("card", sizes, title)
    row_before = ""
    for number, answer in enumerate(told):
        if number:
            card.add(rule())
        if answer.row and answer.row != row_before:
            card.add(words(answer.row, "label"))
        row_before = answer.row
        card.add(laid_out(answer))
    return card


def question_and_answer(told: Told, sizes: Sizes) -> QVBoxLayout:
    """Return a question with its answer below."""
    return column(sizes, words(told.label, "small"), words(told.answer, _ROLES[told.state]))
