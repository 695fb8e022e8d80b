"""Patronymics: the surest sign of gender, and the easiest part of a name to decline."""

import re

from desktop_app.russian.forms import (
    Case,
    Declined,
    Gender,
    as_typed,
    ask,
    certain,
    like_typed,
    likely,
    masculine_noun,
    noun_in_a,
)

# «Son of» and «daughter of» as separate words or after a hyphen. They and the father's name
# before them do not change: Рашид оглы, Рашид кызы.
_SON = ("оглы", "оглу", "огли", "улы", "уулу", "углы", "угли")
_DAUGHTER = ("кызы", "гызы", "кизи", "кизы", "қызы")
# Written as one word it has at least this many letters: Алиулы.
_SHORTEST_JOINED = 6


def gender_of_patronymic(patronymic: str) -> Gender | None:
    """Male for -вич, -ич, -ыч, female for -вна, -чна, -ишна; оглы and кызы by their meaning."""
    word = patronymic.replace("-", " ").split(" ")[-1].lower()
    if word in _SON:
        return "male"
    if word in _DAUGHTER:
        return "female"
    if len(word) > 3 and word.endswith(("ич", "ыч")):
        return "male"
    if len(word) >= _SHORTEST_JOINED and word.endswith(_SON):
        return "male"
    if len(word) >= _SHORTEST_JOINED and word.endswith(_DAUGHTER):
        return "female"
    # «Ильинишна» is how some are written in passports, beside «Ильинична». Вовна is a surname.
    return "female" if len(word) > 5 and word.endswith(("вна", "чна", "ишна")) else None


def fathers_name(patronymic: str) -> str:
    """The patronymic without «son of» or «daughter of» as a word of its own: Рашид кызы."""
    words = re.split("[ -]", patronymic)
    return words[0] if words[-1].lower() in _SON + _DAUGHTER else patronymic


def decline_patronymic(patronymic: str, case: Case, gender: Gender) -> Declined:
    """A patronymic in a case. One of an unknown kind is left unchanged, to be confirmed."""
    last = patronymic.replace("-", " ").split(" ")[-1].lower()
    if last in _SON + _DAUGHTER:
        agrees = (last in _SON) == (gender == "male")
        return certain(patronymic) if agrees and last != patronymic.lower() else ask(patronymic)
    unchanged = as_typed(patronymic)
    if unchanged is not None:
        return unchanged
    word = patronymic.lower()
    if gender_of_patronymic(word) != gender:
        return ask(patronymic)
    if word.endswith(_SON + _DAUGHTER):
        return likely(patronymic)
    form = masculine_noun(word, case) if gender == "male" else noun_in_a(word, case)
    return like_typed(patronymic, certain(form))
