"""Surnames in «а» and «я» that decline as nouns, men's and women's alike: Окуджава, Зозуля."""

import re

from desktop_app.russian.dictionary import by_rules, readings, same
from desktop_app.russian.forms import Case, Declined, Gender, ask, certain, likely, noun_in_a
from desktop_app.russian.names_exceptions import FINNISH_SURNAMES

# Slavic and Georgian endings; a French or Finnish surname, which would not change, has none.
_DECLINING = (
    *("ба", "га", "да", "жа", "за", "ка", "ха", "ча", "ша", "ава", "ня", "ля"),
    *("щина", "ица"),
)
# A long vowel, «кка», a front vowel before «ля»: Сипиля, Сеппяля, Пекка are Finnish.
_FINNISH = re.compile("(?:аа|ее|ии|оо|уу|ээ|юю|яя).*(?<!ав)а$|кка$|[еёиюя]ля$")
_SHORT = 4


def surname_in_a(word: str, case: Case, gender: Gender) -> Declined:
    """The form of such a surname; the unchanged form is offered where the stress may forbid it."""
    form = noun_in_a(word, case)
    known = [r for r in readings(word) if r.of(gender) and r.kind != "adjective"]
    if word.endswith("ия"):
        return certain(form)  # Берии, Данелии: declined by everyone and of whatever language.
    surnames = {r.form(case) for r in known if r.kind == "surname"}
    if form in _mens(word, case):
        surnames = {form}  # A woman's declines like a man's: Кучмы, Чайки.
    ruled = by_rules("LASTNAME", word, case, gender)
    if surnames:
        agreed = surnames == {form} and (same(ruled, form) or gender == "female")
        return certain(form) if agreed else ask(form, *sorted(surnames), word)
    is_noun = any(r.kind == "noun" and r.form(case) == form for r in readings(word))
    if word in FINNISH_SURNAMES or (_FINNISH.search(word) and not is_noun):
        return ask(word, form)
    if len(word) <= _SHORT or not same(ruled, form):
        return ask(form, word)
    return likely(form) if is_noun or word.endswith(_DECLINING) else ask(form, word)


def _mens(word: str, case: Case) -> set[str]:
    return {r.form(case) for r in readings(word) if r.kind == "surname" and r.of("male")}
