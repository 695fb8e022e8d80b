"""An earlier version of a case as pages of reading: what changed since then, and all of it."""

from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.case.model import Case
from desktop_app.interview.compared import differences
from desktop_app.interview.steps import STEPS
from desktop_app.russian.dates import short
from desktop_app.russian.typography import tidy
from desktop_app.window.cases.case_words import when_said
from desktop_app.window.look.theme import Sizes
from desktop_app.window.views.answers import told_in
from desktop_app.window.views.pieces import Card, rule, words
from desktop_app.window.views.told_card import question_and_answer, told_card


def since_said(moment: datetime, now: datetime) -> str:
    """Return since when a case was so: «сегодня в 14:05», «5 октября 2026 года в 14:05»."""
    local = moment.astimezone(now.tzinfo)
    said = when_said(moment, now)
    return said if _is_near(local.date(), now.date()) else tidy(f"{said} в {local:%H:%M}")


def brought_back(moment: datetime, now: datetime) -> str:
    """Return what the undo list calls the return to a version."""
    local = moment.astimezone(now.tzinfo)
    return tidy(f"Возвращена версия от {short(local.date())}, {local:%H:%M}")


def changes(version: Case, case: Case, sizes: Sizes) -> QWidget:
    """Return in words what changed between a version and what stands now."""
    card = Card("card", sizes, "Что изменилось с тех пор")
    found = differences(version, case)
    if not found:
        card.add(words(tidy("Ничего: сейчас в деле те же ответы."), "soft"))
    for number, difference in enumerate(found):
        if number:
            card.add(rule())
        card.add(words(difference.sentence))
    return _page(sizes, card)


def whole(version: Case, sizes: Sizes) -> QWidget:
    """Return all answers of a version, step by step, as the review shows them."""
    laid_out = partial(question_and_answer, sizes=sizes)
    cards = []
    for step in STEPS:
        told = told_in(version, step)
        if told:
            cards.append(told_card(step.title, told, sizes, laid_out))
    return _page(sizes, *cards)


def not_read(sentence: str, sizes: Sizes) -> QWidget:
    """Return why a version can't be shown."""
    card = Card("care", sizes, "Эту версию не показать")
    card.add(words(tidy(sentence)))
    return _page(sizes, card)


def _is_near(day: date, today: date) -> bool:
    return day in (today, today - timedelta(days=1))


def _page(sizes: Sizes, *cards: Card) -> QWidget:
    page = QWidget()
    page.setProperty("role", "page")
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(round(sizes.gap))
    for card in cards:
        layout.addWidget(card)
    layout.addStretch()
    return page
