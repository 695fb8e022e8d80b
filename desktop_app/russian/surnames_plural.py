"""Surnames that are genitives plural of an adjective, «of the Blacks»: Черных, Седых, Долгих."""

from desktop_app.russian.dictionary import readings
from desktop_app.russian.forms import (
    Case,
    Declined,
    Gender,
    ask,
    certain,
    masculine_noun,
    syllables,
)

# No Russian adjective has «их» after another letter: Рериха, Ульриха are nouns.
_BEFORE_IKH = "гкхжшщчньв"
_RUSSIAN_IN_IKH = ("ских", "цких", "гих", "ньких", "ягких", "оких")


def plural_surname(word: str, case: Case, gender: Gender) -> Declined | None:
    """The unchanged surname in «ых» or «их»; None for any other.

    A man's German surname of the same look declines (Дитриха), so «их» is asked unless an
    adjective is behind it.
    """
    if not word.endswith(("ых", "их")):
        return None
    if gender == "female":
        return certain(word)
    if syllables(word) > 1 and (word.endswith("ых") or _is_adjective(word)):
        return certain(word)
    noun = masculine_noun(word, case)
    is_noun = word[-3:-2] not in tuple(_BEFORE_IKH)
    is_known = any(r.form(case) == noun for r in readings(word))
    return ask(noun, word) if is_noun or is_known else ask(word, noun)


def _is_adjective(word: str) -> bool:
    """True if «ий» or «ой» in place of «их» gives an adjective of the dictionary: долгий, сухой."""
    if word.endswith(_RUSSIAN_IN_IKH):
        return True
    found = (*readings(word[:-1] + "й"), *readings(word[:-2] + "ой"))
    return any(reading.kind == "adjective" for reading in found)
