"""A person's name in a case, the person's gender, and initials for a signature line.

No library of names is right alone, so several opinions are compared and a form carries its
`Certainty`; where they differ the person is asked. A form that may be wrong is never `certain`.
"""

import re
from functools import lru_cache

from desktop_app.russian.forms import (
    Case,
    Certainty,
    Declined,
    Gender,
    as_typed,
    ask,
    joined_parts,
    syllables,
)
from desktop_app.russian.given_names import (
    decline_given_name,
    gender_of_given_name,
    is_given_name,
)
from desktop_app.russian.names_exceptions import PARTICLES
from desktop_app.russian.patronymics import (
    decline_patronymic,
    fathers_name,
    gender_of_patronymic,
)
from desktop_app.russian.surnames import UNCHANGED_SECOND_HALVES, decline_surname

__all__ = ["Case", "Certainty", "Declined", "Gender", "decline", "gender_of", "initials"]


def gender_of(surname: str | None, given_name: str | None, patronymic: str | None) -> Gender | None:
    """The gender that a name shows: by the patronymic, else by the given name; None if neither.

    The surname is never asked: Шевченко, Ким and Черных have none, and a slip of one letter
    would turn the whole letter to the other gender.
    """
    patronymic, given_name = _cleaned(patronymic), _cleaned(given_name)
    found = gender_of_patronymic(patronymic) if patronymic else None
    return found or (gender_of_given_name(given_name) if given_name else None)


def decline(
    surname: str | None,
    given_name: str | None,
    patronymic: str | None,
    case: Case,
    gender: Gender | None,
) -> Declined:
    """«Фамилия Имя Отчество» in a case; missing parts are skipped, capitals stay as typed.

    With no gender given, that of `gender_of`; if there is none either, the nominative, to be
    confirmed, with a man's and a woman's form as variants. Nothing typed gives "" to be confirmed.
    """
    return _declined(_cleaned(surname), _cleaned(given_name), _cleaned(patronymic), case, gender)


def initials(surname: str | None, given_name: str | None, patronymic: str | None) -> str:
    """Initials before the surname, with ordinary spaces: О. И. Кузнецова, А.-М. Ткач.

    «Рашид кызы» is one patronymic and gives «Р.»; a first letter typed small is made capital.
    «П.И.» in one field is two initials.
    """
    given = [_initial(word) for word in _apart(_cleaned(given_name)).split(" ")]
    father = _apart(_cleaned(patronymic))
    fathers = father.split(" ") if _INITIALS.fullmatch(father) else [fathers_name(father)]
    family = _cleaned(surname)
    if family.islower():
        family = _with_capitals(family)
    return " ".join(part for part in (*given, *map(_initial, fathers), family) if part)


@lru_cache(maxsize=512)
def _declined(
    surname: str, given_name: str, patronymic: str, case: Case, gender: Gender | None
) -> Declined:
    gender = gender or gender_of(surname, given_name, patronymic)
    nominative = " ".join(part for part in (surname, given_name, patronymic) if part)
    if not nominative:
        return ask("")
    if gender is None:
        both = (_declined(surname, given_name, patronymic, case, g) for g in _GENDERS)
        return ask(nominative, *(declined.text for declined in both))
    if _is_east_asian(surname, given_name, patronymic):
        return _east_asian(surname, given_name, case, gender)
    parts = []
    if surname:
        parts.append(decline_surname(surname, case, gender))
    if given_name:
        parts.append(_given(given_name, case, gender, bool(patronymic)))
    if patronymic:
        parts.append(decline_patronymic(patronymic, case, gender))
    return joined_parts(parts, " ")


_HYPHEN = re.compile(r"(?<=[А-ЯЁа-яё]{2}) ?[-‐‑–] ?(?=[А-ЯЁа-яё]{2})")
_INITIALS = re.compile(r"[А-ЯЁа-яё]\.(?: [А-ЯЁа-яё]\.)+")
_SMALL_FIRST_HALVES = ("фон", "де", "аль", "эль")
_GENDERS: tuple[Gender, Gender] = ("male", "female")


def _is_east_asian(surname: str, given_name: str, patronymic: str) -> bool:
    """True for Ким Ир Сен and Дэн Сяопин: a short surname, a name not known, no patronymic."""
    words = given_name.split(" ")
    most = 2 if len(words) > 1 and not surname.lower().endswith(("ов", "ев", "ин")) else 1
    if patronymic or as_typed(surname) is not None or not 1 <= syllables(surname.lower()) <= most:
        return False
    return not any(as_typed(word) is not None or is_given_name(word) for word in words)


def _east_asian(surname: str, given_name: str, case: Case, gender: Gender) -> Declined:
    """Only the last word changes, as the norm has it; the other ways are offered.

    Ким Ир Сена, Хо Ши Мина: Розенталь, § 149. Who has lived in Russia may decline every word.
    """
    *unchanged, last = (surname, *given_name.split(" "))
    best = " ".join((*unchanged, decline_given_name(last, case, gender).text))
    family = decline_surname(surname, case, gender).text
    each = (decline_given_name(word, case, gender).text for word in given_name.split(" "))
    return ask(best, " ".join((family, *each)), f"{surname} {given_name}")


def _given(name: str, case: Case, gender: Gender, has_patronymic: bool) -> Declined:
    """A given name; one unknown to the dictionary and without a patronymic is asked.

    It may be a foreign name whose parts decline otherwise: Нгуен Ван Тханя.
    """
    declined = decline_given_name(name, case, gender)
    if declined.certainty is Certainty.likely and not has_patronymic and as_typed(name) is None:
        return ask(declined.text, *declined.variants, name)
    return declined


def _initial(word: str) -> str:
    """The first letter of each half of a name, with its full stop: Анна-Мария → А.-М."""
    letters = [next((c for c in half if c.isalpha()), "") for half in word.split("-")]
    return "-".join(f"{letter.upper()}." for letter in letters if letter)


def _apart(part: str) -> str:
    """Initials typed without a space between them, set apart: П.И. → П. И."""
    return re.sub(r"(?<=\.)(?=[^\W\d_])", " ", part)


def _with_capitals(surname: str) -> str:
    """A surname typed small with its capitals: Римский-Корсаков, фон Берг, Турсун-заде."""
    *particles, last = surname.split(" ")
    first, *halves = last.split("-")
    ends = [half if half in UNCHANGED_SECOND_HALVES else _capital(half) for half in halves]
    small = (word if word in PARTICLES else _capital(word) for word in particles)
    begin = first if halves and first in _SMALL_FIRST_HALVES else _capital(first)
    return " ".join((*small, "-".join((begin, *ends))))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _cleaned(part: str | None) -> str:
    """A part of a name with single spaces inside, and with one plain hyphen between halves."""
    return _HYPHEN.sub("-", " ".join((part or "").split()))
