"""Surnames in a case: what holds for men and women alike, and double surnames.

The rules are those of Розенталь, Справочник по правописанию, § 149, and Зализняк. A rule
that has no exceptions is `certain` without a look at the libraries.
"""

import re

from desktop_app.russian.forms import (
    VOWELS,
    Case,
    Certainty,
    Declined,
    Gender,
    as_typed,
    ask,
    certain,
    joined_parts,
    like_typed,
    likely,
    syllables,
)
from desktop_app.russian.names_exceptions import (
    ASKED_SURNAMES,
    INDECLINABLE_SURNAMES,
    PARTICLES,
    UNCHANGED_FIRST_HALVES,
)
from desktop_app.russian.surnames_men import mans_surname
from desktop_app.russian.surnames_plural import plural_surname
from desktop_app.russian.surnames_women import womans_surname

# First halves with these endings decline for sure: Мамина-Сибиряка, Римской-Корсаковой.
_DECLINABLE_FIRST_HALVES = (
    *("ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ской", "цкой", "ович", "евич"),
)
_DECLINABLE_FIRST_HALVES_OF_WOMEN = ("ова", "ева", "ёва", "ина", "ына", "ская", "цкая")
# О'Нила, Д'Артаньяна: the article or the «of» that is joined by an apostrophe does not change.
_ELIDED = re.compile(r"(?P<before>[А-ЯЁа-яё]{1,3}['’ʼ])(?P<name>[А-ЯЁа-яё-]{2,})")
# With «son of» at the end the whole does not change: Карим-заде.
UNCHANGED_SECOND_HALVES = ("заде", "оглы", "кызы", "гызы", "улы", "уулу")


def decline_surname(surname: str, case: Case, gender: Gender) -> Declined:
    """A surname in a case; a double one by halves: Римского-Корсакова, Бонч-Бруевича."""
    if " " in surname:
        return _several_words(surname, case, gender)
    elided = _ELIDED.fullmatch(surname)
    if elided:
        end = decline_surname(elided["name"], case, gender)
        before = elided["before"]
        return ask(before + end.text, *(before + v for v in end.variants), surname)
    halves = surname.split("-")
    if len(halves) == 1 or not all(halves) or as_typed(surname.replace("-", "")) is not None:
        found = _single(surname, case, gender)
        if surname.lower() in ASKED_SURNAMES:
            return ask(found.text, *found.variants, surname)
        return found
    if halves[-1].lower() in UNCHANGED_SECOND_HALVES:
        return certain(surname)
    parts = [_first_half(half, case, gender) for half in halves[:-1]]
    return joined_parts([*parts, _single(halves[-1], case, gender)], "-")


def _several_words(surname: str, case: Case, gender: Gender) -> Declined:
    """Де Ла Крус, ван ден Берг: the last word declines if any does; a small particle is no doubt.

    Of two surnames, and of a particle with a capital (Ван Дамм, Ле Пен), it is asked.
    """
    before, last = surname.rsplit(" ", 1)
    end = decline_surname(last, case, gender)
    texts = [f"{before} {form}" for form in (end.text, *end.variants)]
    if PARTICLES.issuperset(before.split(" ")) and end.certainty is not Certainty.ask:
        return Declined(texts[0], end.certainty if texts[0] == surname else Certainty.likely)
    return ask(*texts, surname)


def _first_half(half: str, case: Case, gender: Gender) -> Declined:
    word = half.lower()
    if word in UNCHANGED_FIRST_HALVES:
        return certain(half)
    declined = _single(half, case, gender)
    sure = _DECLINABLE_FIRST_HALVES if gender == "male" else _DECLINABLE_FIRST_HALVES_OF_WOMEN
    if declined.text == half or (len(word) > 4 and word.endswith(sure)):
        return declined
    return ask(declined.text, half, *declined.variants)


def _single(typed: str, case: Case, gender: Gender) -> Declined:
    unchanged = as_typed(typed)
    if unchanged is not None:
        return unchanged
    word = typed.lower()
    declined = _unchanged(word) or plural_surname(word, case, gender)
    if declined is None and len(word) < 2:
        declined = ask(word)
    if declined is None:
        declined = (mans_surname if gender == "male" else womans_surname)(word, case)
    return like_typed(typed, declined)


def _unchanged(word: str) -> Declined | None:
    """Шевченко, Живаго, Дюма, Гёте, Джугашвили, Моруа: no case changes them."""
    if word in INDECLINABLE_SURNAMES:
        return certain(word)
    if word[-1] in "оеёэиыую" and syllables(word):
        return certain(word)
    if len(word) > 2 and word[-1] == "а" and word[-2] in VOWELS:
        return likely(word)
    return None
